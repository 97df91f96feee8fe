"""The charts of a sheet as files: the picture with its title, or the figures behind it as numbers."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from chiso.charts import LIGHT, Comparison, History, png, svg
from chiso.documents import Page
from chiso.web.results.drawings import drawing, pictures
from chiso.web.results.sheets import Cell, Sheet
from chiso.web.results.table_files import Cell as Written


def chart_picture(sheet: Sheet, kind: str, form: str) -> bytes | None:
    """A chart as SVG or PNG, with its title; None where there is nothing to draw."""
    found, words = drawing(sheet, kind), chart_title(sheet, kind)
    if found is None or not words:
        return None
    return picture_file(found, f"{words} · {sheet.subject}", form)


def picture_file(drawn: History | Comparison, title: str, form: str) -> bytes:
    """A drawing as SVG or PNG, with its title."""
    return svg(drawn, LIGHT, title).encode() if form == "svg" else png(drawn, LIGHT, title=title)


def chart_title(sheet: Sheet, kind: str) -> str:
    """The title of a chart; "" where the sheet has not enough for it."""
    return next((each.title for each in pictures(sheet, "-") if each.is_of_components == (kind == "thanh-phan")), "")


def chart_pages(sheet: Sheet, kind: str) -> list[Page] | None:
    """The figures behind a chart; None where there is no such chart."""
    match drawing(sheet, kind):
        case History():
            return [Page(chart_title(sheet, kind) or sheet.family, _history_lines(sheet))]
        case Comparison() as found:
            return [Page(chart_title(sheet, kind) or sheet.family, component_lines(found))]
        case _:
            return None


def _history_lines(sheet: Sheet) -> list[list[Written]]:
    head: list[Written] = [
        _("Năm"),
        _("Điểm"),
        _("Hạng"),
        _("Trên tổng số"),
        _("Xếp loại"),
        _("Loại số liệu"),
        _("Phiên bản"),
        _("Nguồn"),
    ]
    known = sheet.whole.known if sheet.whole else ()
    return [head, *([*_figures(cell), _standing(cell), sheet.edition_of(cell.year), cell.source] for cell in known)]


def _figures(cell: Cell) -> list[Written]:
    return [cell.year, cell.score, cell.rank, cell.rank_of, cell.band]


def _standing(cell: Cell) -> str:
    if cell.is_computed:
        return _("Tính từ các chỉ số thành phần")
    return _("Tạm tính") if cell.is_provisional else _("Chính thức")


def component_lines(found: Comparison) -> list[list[Written]]:
    """The figures behind a chart of components, its head first."""
    years: list[Written] = [each for each in (found.before, found.after) if each]
    rows: list[list[Written]] = []
    for row in found.rows:
        scores = [row.before, row.after] if found.before else [row.after]
        rows.append([row.name, *(None if score is None else Decimal(str(score)) for score in scores)])
    return [[_("Chỉ số thành phần"), *years], *rows]
