"""Bảng điểm: where each index stands, what is at risk, who answers for it."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from chiso.documents import Page
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results.chart_files import component_lines, picture_file
from chiso.web.results.pictures import answer, is_drawable
from chiso.web.results.table_files import PICTURES, picture_answer, table_answer
from chiso.web.scorecard import queries
from chiso.web.scorecard.pictures import comparison, pictures, title_of
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


@allow(Action.SEE)
def chart_file(request: AgencyRequest, plan_id: int, form: str) -> HttpResponse:
    """Give out the components against their targets as SVG or PNG, or the figures behind them as CSV or workbook."""
    card = queries.card(request.agency, plan_id, today_of(request.agency))
    drawn = comparison(card) if card else None
    if card is None or drawn is None or not is_drawable(drawn):
        raise Http404
    name, title = f"{card.label} muc-tieu", title_of(card)
    if form in PICTURES:
        return picture_answer(name, form, picture_file(drawn, f"{title} · {card.subject}", form))
    return table_answer(name, form, [Page(title, component_lines(drawn))])
