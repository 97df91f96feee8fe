"""Bảng điểm: where each index stands."""

from django.http import HttpResponse
from django.shortcuts import render

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow


@allow(Action.SEE)
def home(request: AgencyRequest) -> HttpResponse:
    """Show the scorecard of the agency."""
    return render(request, "scorecard/home.html", {})
