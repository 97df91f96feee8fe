"""Nhật ký: the page of the audit trail; it stands here because `audit` lies below the guard of agencies."""

from django.http import HttpResponse
from django.shortcuts import render

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow


@allow(Action.SEE_AUDIT)
def events(request: AgencyRequest) -> HttpResponse:
    """Show the newest writes of the agency."""
    return render(request, "audit/events.html", {})
