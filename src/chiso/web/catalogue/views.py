"""Bộ chỉ số: the editions that the program knows."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from chiso.web.accounts.permissions import Action
from chiso.web.catalogue import queries
from chiso.web.catalogue.editions import editions_of
from chiso.web.catalogue.models import OwnEdition
from chiso.web.catalogue.own.queries import own_lines, standing_for
from chiso.web.directory.access import AgencyRequest, allow


@allow(Action.SEE)
def editions(request: AgencyRequest) -> HttpResponse:
    """List the editions."""
    context = {
        "editions": queries.editions(editions_of(request.agency)),
        "own": own_lines(request.agency, request.membership.role),
    }
    return render(request, "catalogue/editions.html", context)


@allow(Action.SEE)
def edition(request: AgencyRequest, family: str, edition: str) -> HttpResponse:
    """Show one edition with its components, rules, bands and sources."""
    key = f"{family}/{edition}"
    own = OwnEdition.objects.filter(agency=request.agency, key=key, state=OwnEdition.State.IN_FORCE).first()
    if own:
        return redirect("catalogue:own_version", request.agency.slug, own.pk)
    page = queries.edition_page(key)
    if page is None:
        raise Http404
    return render(request, "catalogue/edition.html", {"page": page, "versions": standing_for(request.agency, key)})
