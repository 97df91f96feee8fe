"""Đơn vị, tài khoản: the units and people of an agency."""

from django.http import HttpResponse
from django.shortcuts import render

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow


@allow(Action.SEE)
def units(request: AgencyRequest) -> HttpResponse:
    """Show the units of the agency."""
    return render(request, "directory/units.html", {})
