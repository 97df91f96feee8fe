"""Kiểm tra kế hoạch: findings of a draft and of a plan, putting them aside, the catalogue, repeated tasks."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from chiso.plans import Severity
from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans import access
from chiso.web.plans.checks import operations, queries
from chiso.web.plans.checks.merging import merge_tasks
from chiso.web.plans.checks.repeated import repeated_tasks
from chiso.web.plans.checks.wording import MEANINGS, language, mark_of
from chiso.web.plans.importing.queries import draft_of
from chiso.web.plans.models import Draft, Plan
from chiso.web.plans.queries.plan import plan_head
from chiso.web.plans.views.answers import is_htmx
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of

_LONGEST_NUMBER = 18  # digits that a database takes


@allow(Action.IMPORT_PLAN)
def draft_findings(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Show what the check finds in a draft."""
    return _shown(request, draft_of(request.agency, draft_id))


@allow(Action.SEE)
def plan_findings(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Show what the check found in the version that was accepted, and which tasks say the same."""
    return _shown_of_plan(request, access.plan_of(request.agency, plan_id))


@allow(Action.IMPORT_PLAN)
@require_POST
def dismiss(request: AgencyRequest, draft_id: int, fingerprint: str) -> HttpResponse:
    """Put a finding aside with a reason."""
    draft = draft_of(request.agency, draft_id)
    reason = request.POST.get("reason", "")
    try:
        operations.dismiss_finding(
            draft=draft, fingerprint=fingerprint, reason=reason, by=request.user, now=now_of(request.agency)
        )
    except ProblemError as error:
        return _shown(request, draft, typed={"fingerprint": fingerprint, "reason": reason, "letters": _letters(error)})
    return _done(request, draft, gettext("Đã bỏ qua phát hiện."))


@allow(Action.IMPORT_PLAN)
@require_POST
def reopen(request: AgencyRequest, draft_id: int, fingerprint: str) -> HttpResponse:
    """Take a finding up again."""
    draft = draft_of(request.agency, draft_id)
    operations.reopen_finding(draft=draft, fingerprint=fingerprint, by=request.user, now=now_of(request.agency))
    return _done(request, draft, gettext("Phát hiện được xét lại."))


@allow(Action.EDIT_PLAN)
@require_POST
def merge(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Make one task out of several of a plan."""
    plan = access.plan_of(request.agency, plan_id)
    chosen, kept = _numbers(request.POST.getlist("tasks")), request.POST.get("kept", "")
    try:
        task = merge_tasks(
            plan=plan,
            tasks=chosen,
            kept=next(iter(_numbers([kept])), 0),
            by=request.user,
            now=now_of(request.agency),
        )
    except ProblemError as error:
        typed = {"tasks": chosen, "kept": _numbers([kept]), "merge_letters": _letters(error)}
        return _shown_of_plan(request, plan, typed)
    messages.success(request, gettext("Đã gộp: nhiệm vụ được tính cho mọi thành phần."))
    return see_other(reverse("plans:task", args=[request.agency.slug, task.pk]))


@allow(Action.SEE)
def catalogue(request: AgencyRequest) -> HttpResponse:
    """Show all checks in words."""
    severities = [mark_of(severity) for severity in MEANINGS]
    return render(request, "plans/findings_catalogue.html", {"subjects": queries.catalogue(), "severities": severities})


def _shown(request: AgencyRequest, draft: Draft, typed: dict[str, object] | None = None) -> HttpResponse:
    if plan := getattr(draft, "plan", None):
        return _shown_of_plan(request, plan, typed)
    check = queries.check_of_draft(draft, now_of(request.agency))
    return _rendered(request, {"check": check, "head": None, "groups": ()}, typed)


def _shown_of_plan(request: AgencyRequest, plan: Plan, typed: dict[str, object] | None = None) -> HttpResponse:
    told = {
        "check": queries.check_of_plan(plan, request.agency),
        "head": plan_head(plan, request.agency),
        "groups": repeated_tasks(plan),
    }
    return _rendered(request, told, typed)


def _rendered(request: AgencyRequest, told: dict[str, object], typed: dict[str, object] | None) -> HttpResponse:
    severity = request.GET.get("muc", "")
    chosen = severity if severity in set(Severity) else ""
    check: queries.Check = told["check"]  # type: ignore[assignment]  # both callers put one there
    content = {**told, "chosen": chosen, "lines": check.of(chosen), "typed": typed or {}}
    if is_htmx(request):
        return render(request, "plans/_findings.html", content)  # htmx takes in only what was a success
    return render(request, "plans/findings.html", content, status=422 if typed else 200)


def _done(request: AgencyRequest, draft: Draft, said: str) -> HttpResponse:
    plan = getattr(draft, "plan", None)
    if is_htmx(request):
        return _shown(request, draft)
    messages.success(request, said)
    name, number = ("plan_findings", plan.pk) if plan else ("draft_findings", draft.pk)
    return see_other(reverse(f"plans:{name}", args=[request.agency.slug, number]))


def _numbers(given: list[str]) -> list[int]:
    return [int(each) for each in given if each.isdecimal() and len(each) <= _LONGEST_NUMBER]


def _letters(error: ProblemError) -> list[tuple[str, str]]:
    return [(problem.message(language()), problem.remedy(language())) for problem in error.problems]
