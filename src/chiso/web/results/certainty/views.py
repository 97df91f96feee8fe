"""Độ chắc chắn: how sure ranks are."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results.certainty.asked import SHARES, asked_by
from chiso.web.results.certainty.queries import certainty, draw_lines, interval_lines
from chiso.web.results.peers import queries as peers
from chiso.web.results.table_files import csv_answer
from chiso.web.ui.clock import today_of


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
def certainty_file(request: AgencyRequest, table_id: int, kind: str) -> HttpResponse:
    """Give out the intervals, or what was assumed in each draw."""
    table = peers.table(request.agency, table_id, today_of(request.agency))
    if table is None or kind not in {"khoang", "luot-tinh"}:
        raise Http404
    asked = asked_by(request.GET)
    lines = interval_lines(certainty(table, asked)) if kind == "khoang" else draw_lines(table, asked)
    return csv_answer(slugify(f"{table.heading.family} {table.heading.year} {kind}"), lines)
