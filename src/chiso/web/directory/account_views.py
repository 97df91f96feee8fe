"""Tài khoản: the accounts of an agency's people."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Action
from chiso.web.directory import operations, queries
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.directory.forms import AccountForm, NewAccountForm
from chiso.web.directory.models import Membership
from chiso.web.directory.passwords import one_time_password
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of
from chiso.web.ui.form_problems import add_problems


@allow(Action.MANAGE_PEOPLE)
def accounts(request: AgencyRequest) -> HttpResponse:
    """List the accounts of the agency."""
    return render(request, "directory/accounts.html", {"accounts": queries.accounts_of(request.agency)})


@allow(Action.MANAGE_PEOPLE)
def add_account(request: AgencyRequest) -> HttpResponse:
    """Make an account and show its one-time password, once."""
    form = NewAccountForm(request.POST or None, agency=request.agency)
    if request.method == "POST" and form.is_valid():
        password = one_time_password()
        try:
            membership = operations.create_account(
                agency=request.agency,
                password=password,
                by=request.user,
                now=now_of(request.agency),
                **form.cleaned_data,
            )
        except ProblemError as error:
            add_problems(form, error)
        else:
            return _password_shown_once(request, membership, password)
    return render(request, "directory/add_account.html", {"form": form}, status=422 if form.errors else 200)


@allow(Action.MANAGE_PEOPLE)
def account(request: AgencyRequest, account_id: int) -> HttpResponse:
    """Change a person's name, role and unit."""
    membership = _membership(request, account_id)
    initial = {"full_name": membership.user.full_name, "role": membership.role, "unit": membership.unit_id}
    form = AccountForm(request.POST or None, agency=request.agency, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_account(
                membership=membership, by=request.user, now=now_of(request.agency), **form.cleaned_data
            )
        except ProblemError as error:
            add_problems(form, error)
        else:
            messages.success(request, _("Đã lưu thay đổi của tài khoản."))
            return see_other(reverse("agency:accounts", args=[request.agency.slug]))
    context = {"form": form, "account": queries.account_of(membership)}
    return render(request, "directory/account.html", context, status=422 if form.errors else 200)


@allow(Action.MANAGE_PEOPLE)
@require_POST
def set_active(request: AgencyRequest, account_id: int) -> HttpResponse:
    """Shut an account out of the agency, or let it in again."""
    is_active = request.POST.get("is_active") == "1"
    membership = _membership(request, account_id)
    operations.set_active(membership=membership, is_active=is_active, by=request.user, now=now_of(request.agency))
    messages.success(request, _("Tài khoản được dùng trở lại.") if is_active else _("Đã ngừng dùng tài khoản."))
    return see_other(reverse("agency:account", args=[request.agency.slug, account_id]))


@allow(Action.MANAGE_PEOPLE)
@require_POST
def reset_password(request: AgencyRequest, account_id: int) -> HttpResponse:
    """Give an account a new one-time password and show it, once."""
    membership, password = _membership(request, account_id), one_time_password()
    operations.reset_password(membership=membership, password=password, by=request.user, now=now_of(request.agency))
    return _password_shown_once(request, membership, password)


def _membership(request: AgencyRequest, account_id: int) -> Membership:
    memberships = Membership.objects.select_related("user", "unit", "agency")
    return get_object_or_404(memberships, pk=account_id, agency=request.agency)


def _password_shown_once(request: AgencyRequest, membership: Membership, password: str) -> HttpResponse:
    """Answer with the password itself: it is kept nowhere, so that no page can show it a second time."""
    context = {"account": queries.account_of(membership), "password": password}
    response = render(request, "directory/password.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response
