"""Bảng điểm các đơn vị: the tables of all units that are ranked together."""

from decimal import Decimal

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.web.accounts.permissions import Action
from chiso.web.catalogue.editions import editions_of
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results.peers import queries
from chiso.web.results.peers.computing import check
from chiso.web.results.peers.explaining import explain
from chiso.web.results.peers.forms import PeersForm
from chiso.web.results.peers.operations import record_peers
from chiso.web.results.peers.values import Peer, Table
from chiso.web.results.peers.writing import sample_pages, table_lines, table_pages
from chiso.web.results.source_files import download
from chiso.web.results.table_files import csv_text, table_answer
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of, today_of


@allow(Action.SEE)
def peer_tables(request: AgencyRequest) -> HttpResponse:
    """List the tables."""
    found = queries.tables(request.agency, today_of(request.agency))
    return render(request, "results/peer_tables.html", {"tables": found})


@allow(Action.SEE)
def peer_table(request: AgencyRequest, table_id: int) -> HttpResponse:
    """Show one table, each whole beside the one computed from its components."""
    table = _table(request, table_id)
    made = check(table, get_language() or "vi")
    nodes = [table.heading.rules.node(code) for code in table.columns]
    language = get_language() or "vi"
    columns = [(node.code, node.name.in_language(language)) for node in nodes]
    rows = [(row, row.scores.get(table.headline), made.units.get(row.unit), _cells(table, row)) for row in table.rows]
    return render(request, "results/peer_table.html", {"table": table, "check": made, "columns": columns, "rows": rows})


@allow(Action.SEE)
def peer_table_file(request: AgencyRequest, table_id: int, form: str) -> HttpResponse:
    """Give out a table as the import takes it."""
    table = _table(request, table_id)
    heading = table.heading
    return table_answer(f"{heading.family} {heading.year} {heading.kind}", form, table_pages(table))


@allow(Action.SEE)
def peer_document(request: AgencyRequest, table_id: int) -> HttpResponse:
    """Give out the publication that a table was taken from."""
    return download(_table(request, table_id).document)


@allow(Action.SEE)
def peer_score(request: AgencyRequest, table_id: int) -> HttpResponse:
    """Explain one number of a table: what was announced, what it comes to, and on what it rests."""
    asked = request.GET
    explained = explain(_table(request, table_id), asked.get("don-vi", ""), asked.get("chi-so", ""))
    if explained is None:
        raise Http404
    return render(request, "results/peer_score.html", {"explained": explained})


@allow(Action.ENTER_RESULT)
def peer_sample(request: AgencyRequest, index: str, edition: str, form: str) -> HttpResponse:
    """Give out an empty table of an edition of an index, with the units of its group that are known."""
    known = editions_of(request.agency).get(f"{index}/{edition}")
    if known is None:
        raise Http404
    kind = request.GET.get("kind", known.subject_kind.value)
    units = queries.known_units(request.agency, known, kind, today_of(request.agency))
    return table_answer(f"mau {index} {edition}", form, sample_pages(known, units))


@allow(Action.ENTER_RESULT)
def enter_peers(request: AgencyRequest) -> HttpResponse:
    """Take a table: check it first, with every fault by line and column, then record all of it."""
    form = PeersForm(request.POST or None, request.FILES or None, agency=request.agency, initial=_initial(request))
    is_right = form.is_bound and form.is_valid() and not form.found.faults
    if is_right and "record" in request.POST:
        table = record_peers(
            agency=request.agency,
            by=request.user,
            now=now_of(request.agency),
            heading=form.heading,
            rows=form.found.rows,
            document=form.attachment,
        )
        messages.success(request, _("Đã ghi bảng điểm của %(count)s đơn vị.") % {"count": len(form.found.rows)})
        return see_other(reverse("results:peer_table", args=[request.agency.slug, table.pk]))
    status = 422 if form.is_bound and not is_right else 200
    return render(request, "results/peer_entry.html", {"form": form, "is_right": is_right}, status=status)


def _initial(request: AgencyRequest) -> dict[str, object]:
    """What the form begins with: a table of one's own that is to be corrected, or what the address asks for."""
    today = today_of(request.agency)
    asked_for = request.GET.get("bang", "")
    tables = queries.tables(request.agency, today) if asked_for else ()
    known = next((each for each in tables if str(each.id) == asked_for), None)
    if known and known.is_own:
        told = {
            name: getattr(known.heading, name) for name in ("edition", "year", "kind", "standing", "source", "note")
        }
        return told | {"text": csv_text(table_lines(known))}
    asked = {name: request.GET[name] for name in ("edition", "year", "kind") if name in request.GET}
    return {"kind": "department", "year": today.year - 1} | asked


def _table(request: AgencyRequest, table_id: int) -> Table:
    table = queries.table(request.agency, table_id, today_of(request.agency))
    if table is None:
        raise Http404
    return table


def _cells(table: Table, row: Peer) -> list[tuple[str, Decimal | None]]:
    return [(code, row.scores.get(code)) for code in table.columns]
