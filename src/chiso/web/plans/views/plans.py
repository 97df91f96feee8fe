"""The list of plans, a plan, a component and its changes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans import access, operations
from chiso.web.plans.checks.queries import check_of_plan
from chiso.web.plans.forms import GROUPING_WORDS, ComponentForm, FilterForm, add_problems, as_it_stands
from chiso.web.plans.queries.filters import Grouping, by_component, by_unit
from chiso.web.plans.queries.plan import PlanPage, component_page, plan_page
from chiso.web.plans.queries.plans import plan_list
from chiso.web.plans.queries.work import units_of
from chiso.web.plans.views.answers import as_download, is_htmx
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of, today_of


@allow(Action.SEE)
def plans(request: AgencyRequest) -> HttpResponse:
    """List the plans that run, and earlier ones."""
    return render(request, "plans/plans.html", {"plans": plan_list(request.agency, today_of(request.agency))})


@allow(Action.SEE)
def plan(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Show a plan: its head, its components, its tasks as filtered and grouped."""
    found = access.plan_of(request.agency, plan_id)
    page = plan_page(found, request.agency, today_of(request.agency))
    form = FilterForm(request.GET, units=units_of(request.agency))
    told = {"page": page, "form": form, **_listing(page, form, request)}
    if is_htmx(request):
        return render(request, "plans/_task_list.html", told)
    return render(request, "plans/plan.html", told | {"check": check_of_plan(found, request.agency)})


@allow(Action.SEE)
def plan_file(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Give the document that a plan was read from."""
    draft = access.plan_of(request.agency, plan_id).draft
    return as_download(draft.file, draft.file_name)


@allow(Action.SEE)
def component(request: AgencyRequest, plan_id: int, component_id: int) -> HttpResponse:
    """Show a component: its figures with their source, who answers, its tasks."""
    found = access.component_of(request.agency, plan_id, component_id)
    page = component_page(found, request.agency, today_of(request.agency))
    return render(request, "plans/component.html", {"page": page})


@allow(Action.EDIT_PLAN)
def edit_component(request: AgencyRequest, plan_id: int, component_id: int) -> HttpResponse:
    """Change who answers for a component, when, and its target."""
    found = access.component_of(request.agency, plan_id, component_id)
    form = ComponentForm(request.POST or None, agency=request.agency, initial=as_it_stands(found))
    if request.method == "POST" and form.is_valid():
        try:
            operations.edit_component(
                component=found,
                assignment=form.assignment,
                target=form.target,
                by=request.user,
                now=now_of(request.agency),
            )
        except ProblemError as error:
            add_problems(form, error)
        else:
            messages.success(request, gettext("Đã lưu thay đổi của thành phần."))
            return see_other(reverse("plans:component", args=[request.agency.slug, plan_id, component_id]))
    page = component_page(found, request.agency, today_of(request.agency))
    status = 422 if form.errors else 200
    return render(request, "plans/component_edit.html", {"page": page, "form": form}, status=status)


def _listing(page: PlanPage, form: FilterForm, request: AgencyRequest) -> dict[str, object]:
    wanted, today = form.wanted, today_of(request.agency)
    lines = [line for line in page.lines if wanted.takes(line, today)]
    if form.grouping is Grouping.UNIT:
        groups = by_unit(lines)
    else:
        groups = by_component(lines, [(each.id, f"{each.code} {each.name}".strip()) for each in page.components])
    return {
        "groups": groups,
        "groupings": [(each.value, word) for each, word in GROUPING_WORDS.items()],
        "grouping": form.grouping.value,
        "found": len(lines),
        "is_filtered": wanted.is_set,
    }
