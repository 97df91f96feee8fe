"""Bảng điểm các đơn vị: the tables of all units that are ranked together."""

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.web.accounts.permissions import Action
from chiso.web.catalogue.editions import editions_of
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results.peers import queries
from chiso.web.results.peers.computing import check
from chiso.web.results.peers.forms import PeersForm
from chiso.web.results.peers.operations import record_peers
from chiso.web.results.peers.values import Table
from chiso.web.results.peers.writing import csv_answer, sample_lines, table_lines
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
    rows = [
        (row, row.scores.get(table.headline), made.units.get(row.unit), _cells(table, row.unit)) for row in table.rows
    ]
    return render(request, "results/peer_table.html", {"table": table, "check": made, "columns": columns, "rows": rows})


@allow(Action.SEE)
def peer_table_file(request: AgencyRequest, table_id: int) -> HttpResponse:
    """Give out a table as the import takes it."""
    table = _table(request, table_id)
    return csv_answer(slugify(f"{table.heading.family} {table.heading.year} {table.heading.kind}"), table_lines(table))


@allow(Action.SEE)
def peer_document(request: AgencyRequest, table_id: int) -> HttpResponse:
    """Give out the publication that a table was taken from."""
    table = _table(request, table_id)
    if not table.document or not default_storage.exists(table.document):
        raise Http404
    answer = FileResponse(default_storage.open(table.document), as_attachment=True)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer  # type: ignore[return-value]  # a streaming response is one too


@allow(Action.ENTER_RESULT)
def peer_sample(request: AgencyRequest, index: str, edition: str) -> HttpResponse:
    """Give out an empty table of an edition of an index."""
    known = editions_of(request.agency).get(f"{index}/{edition}")
    if known is None:
        raise Http404
    return csv_answer(slugify(f"{index} {edition}"), sample_lines(known))


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
    asked = {name: request.GET[name] for name in ("edition", "year", "kind") if name in request.GET}
    return {"kind": "department", "year": today_of(request.agency).year - 1} | asked


def _table(request: AgencyRequest, table_id: int) -> Table:
    table = queries.table(request.agency, table_id, today_of(request.agency))
    if table is None:
        raise Http404
    return table


def _cells(table: Table, unit: str) -> list[object]:
    row = table.peer(unit)
    return [row.scores.get(code) if row else None for code in table.columns]
