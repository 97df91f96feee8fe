"""Bộ chỉ số: the editions that the program knows."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from chiso import packs
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow


@allow(Action.SEE)
def editions(request: AgencyRequest) -> HttpResponse:
    """List the editions."""
    return render(request, "catalogue/editions.html", {"editions": packs.load_all()})


@allow(Action.SEE)
def edition(request: AgencyRequest, family: str, edition: str) -> HttpResponse:
    """Show one edition."""
    key = f"{family}/{edition}"
    known = packs.keys()
    if key not in known:
        raise Http404
    return render(request, "catalogue/edition.html", {"edition": packs.load(key)})
