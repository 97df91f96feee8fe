"""Tables given out: CSV that a Vietnamese Excel opens by a double click, or a workbook."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from django.http import Http404, HttpResponse
from django.utils.text import slugify

from chiso.documents import Page, write_workbook

Cell = Decimal | float | int | str | None
FORMS = ("csv", "xlsx")
PICTURES = {"svg": "image/svg+xml", "png": "image/png"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def table_answer(name: str, form: str, pages: Sequence[Page]) -> HttpResponse:
    """Answer with pages as a file: all of them as a workbook, the first as CSV. Raises Http404 for any other form."""
    if form not in FORMS:
        raise Http404
    if form == "csv":
        return csv_answer(slugify(name), pages[0].rows)
    response = HttpResponse(write_workbook(pages), content_type=_XLSX)
    response["Content-Disposition"] = f'attachment; filename="{slugify(name)}.xlsx"'
    return response


def picture_answer(name: str, form: str, content: bytes | None) -> HttpResponse:
    """Answer with a chart as a file. Raises Http404 where there is none."""
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type=PICTURES[form])
    response["Content-Disposition"] = f'attachment; filename="{slugify(name)}.{form}"'
    return response


def csv_answer(name: str, lines: Iterable[Sequence[Cell]]) -> HttpResponse:
    """Answer with a file of these lines, the first of which names the columns."""
    response = HttpResponse("\ufeff" + csv_text(lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response


def csv_text(lines: Iterable[Sequence[Cell]]) -> str:
    """Write lines of cells: semicolons, decimal commas, UTF-8 with its mark."""
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in line] for line in lines)
    return stream.getvalue()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case Decimal():
            plain = f"{cell:f}"
            return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")
        case float():
            return f"{cell:.6f}".rstrip("0").rstrip(".").replace(".", ",")
        case str() if cell.startswith(_FORMULA) and len(cell) > 1:
            return f"'{cell}"
        case _:
            return str(cell)
