"""Vị trí: the ladder of ranks, distances by component, heat table and radar."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results import queries as results
from chiso.web.results.drawings import pictures
from chiso.web.results.peers import queries as peers
from chiso.web.results.peers.values import Table
from chiso.web.results.peers.writing import Cell, csv_answer
from chiso.web.results.position.queries import (
    Position,
    heat_lines,
    ladder_lines,
    position,
    standing_lines,
)
from chiso.web.ui.clock import today_of

_FILES: dict[str, Callable[[Position], list[list[Cell]]]] = {
    "bac-thang": ladder_lines,
    "khoang-cach": standing_lines,
    "so-sanh": heat_lines,
}


@allow(Action.SEE)
def positions(request: AgencyRequest) -> HttpResponse:
    """Show the position in one table, the newest with the agency among its units unless another is asked for."""
    tables = peers.tables(request.agency, today_of(request.agency))
    asked = request.GET.get("bang", "")
    table = next((each for each in tables if str(each.id) == asked), tables[0] if tables else None)
    found = _position(request, table) if table else None
    sheets = [
        sheet
        for sheet in results.result_sheets(request.agency)
        if table and sheet.slug == table.heading.family.casefold()
    ]
    history = [each for sheet in sheets for each in pictures(sheet, request.agency.slug) if not each.is_of_components]
    template = "results/_position.html" if request.htmx else "results/position.html"
    return render(
        request, template, {"tables": tables, "position": found, "history": history, "asked": request.GET.urlencode()}
    )


@allow(Action.SEE)
def position_file(request: AgencyRequest, table_id: int, kind: str) -> HttpResponse:
    """Give out one of the page's tables."""
    table = peers.table(request.agency, table_id, today_of(request.agency))
    if table is None or kind not in _FILES:
        raise Http404
    name = slugify(f"{table.heading.family} {table.heading.year} {kind}")
    return csv_answer(name, _FILES[kind](_position(request, table)))


def _position(request: AgencyRequest, table: Table) -> Position:
    asked = request.GET
    return position(table, unit=asked.get("don-vi", ""), chosen=asked.getlist("so-sanh"), node=asked.get("chi-so", ""))
