"""Lịch: what is due when."""

from django.http import HttpResponse
from django.shortcuts import render

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow


@allow(Action.SEE)
def calendar(request: AgencyRequest) -> HttpResponse:
    """Show the deadlines of the year."""
    return render(request, "reporting/calendar.html", {})
