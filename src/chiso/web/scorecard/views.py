"""Bảng điểm: where each index stands, what is at risk, who answers for it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results.pictures import answer
from chiso.web.scorecard import queries
from chiso.web.scorecard.pictures import comparison, pictures
from chiso.web.ui.clock import today_of


@allow(Action.SEE)
def home(request: AgencyRequest) -> HttpResponse:
    """Show the scorecard of the agency."""
    found = queries.home(request.agency, today_of(request.agency))
    cards = [(card, pictures(card, request.agency.slug)) for card in found.cards]
    earlier = [(card, pictures(card, request.agency.slug)) for card in found.earlier]
    return render(request, "scorecard/home.html", {"home": found, "cards": cards, "earlier": earlier})


@allow(Action.SEE)
def chart(request: AgencyRequest, plan_id: int, tone: str, width: str) -> HttpResponse:
    """Draw the components of an index against their targets."""
    card = queries.card(request.agency, plan_id, today_of(request.agency))
    if card is None:
        raise Http404
    return answer(request, comparison(card), tone, width)
