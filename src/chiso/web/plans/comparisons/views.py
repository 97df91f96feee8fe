"""So sánh: two versions of a plan beside each other."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans import access
from chiso.web.plans.comparisons.queries import comparison_page
from chiso.web.plans.comparisons.versions import pairs_of_draft, pairs_of_plan
from chiso.web.plans.importing.queries import draft_of
from chiso.web.plans.queries.plan import plan_head


@allow(Action.IMPORT_PLAN)
def draft_comparison(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Lay a draft beside the file as read, or beside a plan of the same index."""
    draft = draft_of(request.agency, draft_id)
    page = comparison_page(pairs_of_draft(draft, request.agency), request.GET.get("voi", ""))
    return render(request, "plans/compare.html", {"page": page, "draft": draft.pk, "file_name": draft.file_name})


@allow(Action.SEE)
def plan_comparison(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Lay a running plan beside the version accepted, the file as read, or a plan of another year."""
    plan = access.plan_of(request.agency, plan_id)
    page = comparison_page(pairs_of_plan(plan, request.agency), request.GET.get("voi", ""))
    return render(request, "plans/compare.html", {"page": page, "head": plan_head(plan, request.agency)})
