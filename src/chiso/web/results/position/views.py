"""Vị trí: the ladder of ranks, distances by component, heat table and radar."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from chiso.frameworks.edition import folded
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results import queries as results
from chiso.web.results.drawings import pictures
from chiso.web.results.peers import queries as peers
from chiso.web.results.peers.values import Table
from chiso.web.results.position.explaining import how
from chiso.web.results.position.files import pages, picture
from chiso.web.results.position.queries import Position, position
from chiso.web.results.table_files import PICTURES, picture_answer, table_answer
from chiso.web.ui.clock import today_of


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
        if table and table.own and sheet.slug == folded(table.heading.family)
    ]
    history = [each for sheet in sheets for each in pictures(sheet, request.agency.slug) if not each.is_of_components]
    template = "results/_position.html" if request.htmx else "results/position.html"
    return render(
        request, template, {"tables": tables, "position": found, "history": history, "asked": request.GET.urlencode()}
    )


@allow(Action.SEE)
def position_file(request: AgencyRequest, table_id: int, kind: str, form: str) -> HttpResponse:
    """Give out one of the page's tables as CSV or workbook, or one of its charts as SVG or PNG."""
    found = _position(request, _table(request, table_id))
    name = f"{found.table.heading.family} {found.table.heading.year} {kind}"
    if form in PICTURES:
        return picture_answer(name, form, picture(found, kind, form))
    made = pages(found, kind)
    if made is None:
        raise Http404
    return table_answer(name, form, made)


@allow(Action.SEE)
def position_how(request: AgencyRequest, table_id: int) -> HttpResponse:
    """Explain place, distances and median of one node."""
    explained = how(_position(request, _table(request, table_id)))
    if explained is None:
        raise Http404
    return render(request, "results/position_how.html", {"how": explained})


def _table(request: AgencyRequest, table_id: int) -> Table:
    table = peers.table(request.agency, table_id, today_of(request.agency))
    if table is None:
        raise Http404
    return table


def _position(request: AgencyRequest, table: Table) -> Position:
    asked = request.GET
    return position(table, unit=asked.get("don-vi", ""), chosen=asked.getlist("so-sanh"), node=asked.get("chi-so", ""))
