"""Độ chắc chắn: how sure ranks are."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import render

from chiso.documents import Page
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results.certainty.asked import SHARES, asked_by
from chiso.web.results.certainty.queries import certainty, draw_lines, interval_lines, without_lines
from chiso.web.results.certainty.values import Certainty
from chiso.web.results.peers import queries as peers
from chiso.web.results.table_files import Cell, table_answer
from chiso.web.ui.clock import today_of

_FILES: dict[str, Callable[[Certainty], list[list[Cell]]]] = {
    "khoang": interval_lines,
    "bo-tung-chi-so": without_lines,
    "luot-tinh": draw_lines,
}


@allow(Action.SEE)
def certainties(request: AgencyRequest) -> HttpResponse:
    """Show how sure the ranks of one table are, the newest with the agency in it unless another is asked for."""
    tables = peers.tables(request.agency, today_of(request.agency))
    chosen = request.GET.get("bang", "")
    table = next((each for each in tables if str(each.id) == chosen), tables[0] if tables else None)
    context = {
        "tables": tables,
        "shares": SHARES,
        "found": certainty(table, asked_by(request.GET)) if table else None,
        "query": request.GET.urlencode(),
    }
    return render(request, "results/_certainty.html" if request.htmx else "results/certainty.html", context)


@allow(Action.SEE)
def certainty_file(request: AgencyRequest, table_id: int, kind: str, form: str) -> HttpResponse:
    """Give out the intervals, the ranks without each component, or what was assumed in each draw."""
    table = peers.table(request.agency, table_id, today_of(request.agency))
    if table is None or kind not in _FILES:
        raise Http404
    lines = _FILES[kind](certainty(table, asked_by(request.GET)))
    name = f"{table.heading.family} {table.heading.year} {kind}"
    return table_answer(name, form, [Page(name, lines)])
