"""Tables given out as CSV that a Vietnamese Excel opens by a double click: semicolons, decimal commas, UTF-8 with mark."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from django.http import HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.frameworks import Edition
from chiso.web.results.peers.values import Peer, Table, below

Cell = Decimal | float | int | str | None
_FORMULA = ("=", "+", "@")  # what a spreadsheet would run


def csv_answer(name: str, lines: Iterable[Sequence[Cell]]) -> HttpResponse:
    """Answer with a file of these lines, the first of which names the columns."""
    response = HttpResponse("\ufeff" + csv_text(lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def csv_text(lines: Iterable[Sequence[Cell]]) -> str:
    """Write lines of cells."""
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in line] for line in lines)
    return stream.getvalue()


def table_lines(table: Table) -> list[list[Cell]]:
    """A table as the import takes it."""
    codes = (table.headline, *table.columns)
    return [heads(table.heading.rules, table.columns), *(_line(row, codes) for row in table.rows)]


def sample_lines(edition: Edition) -> list[list[Cell]]:
    """An empty table of an edition: the names of its columns."""
    return [heads(edition, [node.code for node in below(edition)])]


def heads(edition: Edition, columns: Sequence[str]) -> list[Cell]:
    """The names of the columns."""
    language = get_language() or "vi"
    names = [edition.node(code).name.in_language(language) for code in columns]
    return [_("Đơn vị"), _("Hạng"), _("Xếp loại"), _("Điểm chung"), *names]


def _line(row: Peer, codes: Sequence[str]) -> list[Cell]:
    return [row.unit, row.rank, row.band, *(row.scores.get(code) for code in codes)]


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Decimal():
            plain = f"{cell:f}"
            return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")
        case float():
            return f"{cell:.6f}".rstrip("0").rstrip(".").replace(".", ",")
        case str() if cell.startswith(_FORMULA):
            return f"'{cell}"
        case _:
            return str(cell)
