"""Nhập kế hoạch: upload, review, acceptance."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans.checks import confirming
from chiso.web.plans.checks.queries import check_of_draft
from chiso.web.plans.importing import accepting, forms, operations, queries
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.models import Draft
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of

Letters = list[tuple[str, str]]


@allow(Action.IMPORT_PLAN)
def drafts(request: AgencyRequest) -> HttpResponse:
    """List what is being reviewed and what was accepted; take a document in."""
    if request.method != "POST":
        return render(request, "plans/drafts.html", {"page": queries.drafts_page(request.agency)})
    try:
        name, content = forms.uploaded(request.FILES.get("file"), request.POST.get("sample", ""))
        draft = operations.create_draft(
            agency=request.agency, by=request.user, file_name=name, content=content, now=now_of(request.agency)
        )
    except ProblemError as error:
        told = {
            "page": queries.drafts_page(request.agency),
            "letters": _letters(error),
            "same": getattr(error, "draft_id", None),
            "sample": request.POST.get("sample", ""),
        }
        return render(request, "plans/drafts.html", told, status=422)
    return see_other(_address("draft", request, draft.pk))


@allow(Action.IMPORT_PLAN)
def draft(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Show a document beside what was read from it."""
    kept = queries.draft_of(request.agency, draft_id)
    page = queries.review_page(kept, added=request.GET.get("them", ""), opened=request.GET.get("mo", ""))
    return render(request, "plans/draft.html", {"page": page, "check": check_of_draft(kept, now_of(request.agency))})


@allow(Action.IMPORT_PLAN)
def draft_file(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Give the uploaded file back."""
    kept = queries.draft_of(request.agency, draft_id)
    named = content_disposition_header(as_attachment=True, filename=kept.file_name)
    headers = {"Content-Disposition": named or "attachment", "X-Content-Type-Options": "nosniff"}
    with kept.file.open() as file:
        return HttpResponse(file.read(), content_type="application/octet-stream", headers=headers)


@allow(Action.IMPORT_PLAN)
@require_POST
def draft_save(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Keep what was typed, or show it again beside its faults."""
    kept = queries.draft_of(request.agency, draft_id)
    sent = forms.sent(request.POST, Edited.from_json(kept.edited).removed)
    if faults := sent.faults(to_accept=False):
        return _again(request, kept, sent, faults=faults)
    try:
        operations.save_draft(
            draft=kept, edited=sent.edited, version=sent.version, by=request.user, now=now_of(request.agency)
        )
    except ProblemError as error:
        return _again(request, kept, sent, error=error)
    if not (sent.focus or sent.added):
        messages.success(request, _("Đã lưu bản nháp."))
    return see_other(_address("draft", request, draft_id) + sent.onward)


@allow(Action.IMPORT_PLAN)
@require_POST
def draft_accept(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Make a running plan of what was typed, or show it again beside what hinders."""
    kept = queries.draft_of(request.agency, draft_id)
    sent = forms.sent(request.POST, Edited.from_json(kept.edited).removed)
    if faults := sent.faults(to_accept=True):
        return _again(request, kept, sent, faults=faults)
    check = check_of_draft(kept, now_of(request.agency), sent.edited)
    try:
        confirming.ask_for_unseen(check, request.POST.get(confirming.FIELD, ""))
        plan = accepting.accept_draft(
            draft=kept,
            edited=sent.edited,
            version=sent.version,
            by=request.user,
            now=now_of(request.agency),
            open_errors=len(check.open_errors),
        )
    except ProblemError as error:
        return _again(request, kept, sent, error=error)
    messages.success(request, _("Kế hoạch đã bắt đầu chạy."))
    return see_other(_address("plan", request, plan.pk))


@allow(Action.IMPORT_PLAN)
@require_POST
def draft_discard(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Put the draft away."""
    kept = queries.draft_of(request.agency, draft_id)
    operations.discard_draft(draft=kept, by=request.user, now=now_of(request.agency))
    messages.success(request, _("Đã bỏ bản nháp “%(file)s”.") % {"file": kept.file_name})
    return see_other(reverse("plans:drafts", args=[request.agency.slug]))


def _again(
    request: AgencyRequest,
    kept: Draft,
    sent: forms.Sent,
    *,
    faults: forms.Faults | None = None,
    error: ProblemError | None = None,
) -> HttpResponse:
    """Show the page with all that was typed; after somebody else's save the next one goes over the kept version."""
    version = queries.draft_of(request.agency, kept.pk).version if error else sent.version
    check = check_of_draft(kept, now_of(request.agency), None if faults else sent.edited)
    told = {
        "page": queries.page_again(kept, sent, faults or {}, version),
        "letters": _letters(error) if error else [],
        "same_plan": getattr(error, "plan_id", None),
        "check": check,
        "has_seen_errors": request.POST.get(confirming.FIELD) == check.errors_shown,
    }
    return render(request, "plans/draft.html", told, status=422)


def _letters(error: ProblemError) -> Letters:
    language = get_language() or "vi"
    return [(problem.message(language), problem.remedy(language)) for problem in error.problems]


def _address(name: str, request: AgencyRequest, number: int) -> str:
    return reverse(f"plans:{name}", args=[request.agency.slug, number])
