"""Đơn vị: the units of an agency, their names and what they answer for."""

from __future__ import annotations

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Action
from chiso.web.directory import operations, queries
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.directory.forms import MergeForm, NameForm, UnitForm
from chiso.web.directory.models import Unit
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of, today_of
from chiso.web.ui.form_problems import add_problems


@allow(Action.SEE)
def units(request: AgencyRequest) -> HttpResponse:
    """Show the units of the agency, their load and the health of ownership."""
    page = queries.units_page(request.agency, today_of(request.agency))
    return render(request, "directory/units.html", {"page": page})


@allow(Action.MANAGE_PEOPLE)
def add_unit(request: AgencyRequest) -> HttpResponse:
    """Add a unit."""
    form = UnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            unit = operations.add_unit(
                agency=request.agency, by=request.user, now=now_of(request.agency), **form.cleaned_data
            )
        except ProblemError as error:
            add_problems(form, error, "name")
        else:
            messages.success(request, _("Đã thêm đơn vị."))
            return see_other(reverse("agency:unit", args=[request.agency.slug, unit.pk]))
    return render(request, "directory/add_unit.html", {"form": form}, status=422 if form.errors else 200)


@allow(Action.SEE)
def unit(request: AgencyRequest, unit_id: int) -> HttpResponse:
    """Show one unit."""
    return _unit_page(request, get_object_or_404(Unit, pk=unit_id, agency=request.agency))


@allow(Action.MANAGE_PEOPLE)
@require_POST
def rename_unit(request: AgencyRequest, unit_id: int) -> HttpResponse:
    """Give a unit a new name."""
    unit = get_object_or_404(Unit, pk=unit_id, agency=request.agency)
    form = NameForm(request.POST, prefix="rename")
    if form.is_valid():
        try:
            operations.rename_unit(unit=unit, by=request.user, now=now_of(request.agency), **form.cleaned_data)
        except ProblemError as error:
            add_problems(form, error, "name")
        else:
            messages.success(request, _("Đã đổi tên đơn vị; tên cũ vẫn được nhận ra khi đọc kế hoạch."))
            return see_other(reverse("agency:unit", args=[request.agency.slug, unit.pk]))
    return _unit_page(request, unit, rename=form)


@allow(Action.MANAGE_PEOPLE)
@require_POST
def add_unit_name(request: AgencyRequest, unit_id: int) -> HttpResponse:
    """Let a further spelling mean a unit."""
    unit = get_object_or_404(Unit.objects.select_related("agency"), pk=unit_id, agency=request.agency)
    form = NameForm(request.POST, prefix="spelling")
    if form.is_valid():
        try:
            operations.add_unit_name(unit=unit, by=request.user, now=now_of(request.agency), **form.cleaned_data)
        except ProblemError as error:
            add_problems(form, error, "name")
        else:
            messages.success(request, _("Đã thêm cách viết của tên đơn vị."))
            return see_other(reverse("agency:unit", args=[request.agency.slug, unit.pk]))
    return _unit_page(request, unit, spelling=form)


@allow(Action.MANAGE_PEOPLE)
@require_POST
def merge_units(request: AgencyRequest, unit_id: int) -> HttpResponse:
    """Merge a unit into another."""
    unit = get_object_or_404(Unit, pk=unit_id, agency=request.agency)
    form = MergeForm(request.POST, agency=request.agency, without=unit, prefix="merge")
    if form.is_valid():
        into = form.cleaned_data["into"]
        operations.merge_units(merged=unit, into=into, by=request.user, now=now_of(request.agency))
        messages.success(request, _("Đã gộp; mọi việc, tài khoản và tên gọi của đơn vị cũ nay thuộc đơn vị này."))
        return see_other(reverse("agency:unit", args=[request.agency.slug, into.pk]))
    return _unit_page(request, unit, merge=form)


def _unit_page(request: AgencyRequest, unit: Unit, **sent: Form) -> HttpResponse:
    """Show a unit with its forms; sent: a form that was filled in and needs mending."""
    page = queries.unit_page(request.agency, unit.pk, today_of(request.agency))
    if page is None:
        raise Http404
    empty = {
        "rename": NameForm(prefix="rename", initial={"name": unit.name}),
        "spelling": NameForm(prefix="spelling"),
        "merge": MergeForm(agency=request.agency, without=unit, prefix="merge"),
    }
    form = next(iter(sent.values()), None)
    context = {"page": page, **empty, **sent, "form": form}
    return render(request, "directory/unit.html", context, status=422 if form else 200)
