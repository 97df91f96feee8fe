"""Xuất văn bản: a draft or a running plan as a Word file or a PDF."""

from __future__ import annotations

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header

from chiso.plans import Plan
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans import access
from chiso.web.plans.exports.documents import FileKind, export_page, plan_file
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.importing.queries import draft_of
from chiso.web.plans.plan_value import plan_value
from chiso.web.plans.queries.plan import plan_head

# A PDF is shown by the browser's own viewer, which the policy of the pages (no objects, no inline script) would stop.
_PDF_POLICY = "frame-ancestors 'none'; base-uri 'none'"
_PREVIEW = "xem-truoc"


@allow(Action.IMPORT_PLAN)
def draft_export(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Choose how a draft is written."""
    draft = draft_of(request.agency, draft_id)
    page = export_page(Edited.from_json(draft.edited).as_plan())
    return render(request, "plans/export.html", {"page": page, "draft": draft.pk, "file_name": draft.file_name})


@allow(Action.IMPORT_PLAN)
def draft_export_file(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Give a draft as a document."""
    return _written(request, Edited.from_json(draft_of(request.agency, draft_id).edited).as_plan())


@allow(Action.SEE)
def plan_export(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Choose how a running plan is written."""
    plan = access.plan_of(request.agency, plan_id)
    counted = plan.tasks.annotate(homes=Count("components")).filter(homes__gt=1)
    page = export_page(plan_value(plan), shared_count=counted.count())
    return render(request, "plans/export.html", {"page": page, "head": plan_head(plan, request.agency)})


@allow(Action.SEE)
def plan_export_file(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Give a running plan, as it stands now, as a document."""
    return _written(request, plan_value(access.plan_of(request.agency, plan_id)))


def _written(request: AgencyRequest, plan: Plan) -> HttpResponse:
    asked = request.GET.get("loai", FileKind.DOCX.value)
    is_shown = asked == _PREVIEW
    if not is_shown and asked not in set(FileKind):
        raise Http404
    kind = FileKind.PDF if is_shown else FileKind(asked)
    file = plan_file(plan, kind, all_tasks_in_annex=request.GET.get("nhiem-vu") == "phu-luc")
    named = content_disposition_header(as_attachment=not is_shown, filename=file.name)
    answer = HttpResponse(file.content, content_type=file.media_type)
    answer.headers["Content-Disposition"] = named or "attachment"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = _PDF_POLICY
    return answer
