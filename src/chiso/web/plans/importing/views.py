"""Pages of the import of plans."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans.importing import queries


@allow(Action.IMPORT_PLAN)
def drafts(request: AgencyRequest) -> HttpResponse:
    """List what is being reviewed and what was accepted; take a document."""
    return render(request, "plans/drafts.html", {})


@allow(Action.IMPORT_PLAN)
def draft(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Show a document beside what was read from it."""
    return render(request, "plans/draft.html", {"draft": queries.draft_of(request.agency, draft_id)})


@allow(Action.IMPORT_PLAN)
def draft_file(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Give the uploaded file back."""
    queries.draft_of(request.agency, draft_id)
    return HttpResponse()


@allow(Action.IMPORT_PLAN)
@require_POST
def draft_save(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Keep what was typed."""
    queries.draft_of(request.agency, draft_id)
    return HttpResponse()


@allow(Action.IMPORT_PLAN)
@require_POST
def draft_accept(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Make a running plan of the draft."""
    queries.draft_of(request.agency, draft_id)
    return HttpResponse()


@allow(Action.IMPORT_PLAN)
@require_POST
def draft_discard(request: AgencyRequest, draft_id: int) -> HttpResponse:
    """Put the draft away."""
    queries.draft_of(request.agency, draft_id)
    return HttpResponse()
