"""Bộ chỉ số: the editions that the program knows."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from chiso.web.accounts.permissions import Action
from chiso.web.catalogue import queries
from chiso.web.directory.access import AgencyRequest, allow


@allow(Action.SEE)
def editions(request: AgencyRequest) -> HttpResponse:
    """List the editions."""
    return render(request, "catalogue/editions.html", {"editions": queries.editions()})


@allow(Action.SEE)
def edition(request: AgencyRequest, family: str, edition: str) -> HttpResponse:
    """Show one edition with its components, rules, bands and sources."""
    page = queries.edition_page(f"{family}/{edition}")
    if page is None:
        raise Http404
    return render(request, "catalogue/edition.html", {"page": page})
