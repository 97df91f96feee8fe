"""Tables as a workbook (.xlsx) that opens ready to be read: heads that stay, numbers as numbers, nothing that runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell import Cell as WrittenCell
    from openpyxl.cell import MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Cell = Decimal | float | int | str | None
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST_TITLE, _NARROWEST, _WIDEST = 31, 9, 48
_NUMBER = "0.00####"
_HEAD_FILL, _HEAD_INK = "DCE6F1", "1A1F24"


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet: its title and its rows, the first of which names the columns."""

    title: str
    rows: Sequence[Sequence[Cell]]


def write_workbook(pages: Sequence[Page]) -> bytes:
    """Write sheets into an .xlsx file; text that a spreadsheet would run as a formula stays text."""
    from openpyxl import Workbook  # noqa: PLC0415 - a fifth of a second, where a workbook is written only

    book = Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        _write(book, page)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write(book: Workbook, page: Page) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - the same

    sheet: Worksheet = book.create_sheet(_FORBIDDEN.sub(" ", page.title)[:_LONGEST_TITLE])
    for number, row in enumerate(page.rows, 1):
        for column, cell in enumerate(row, 1):
            if cell is not None and cell != "":
                _fill(sheet.cell(number, column), cell)
    _head(sheet)
    for number, cells in enumerate(sheet.iter_cols(), 1):
        widest = max((len(str(cell.value)) for cell in cells if cell.value is not None), default=0)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(widest + 2, _NARROWEST), _WIDEST)


def _fill(place: WrittenCell | MergedCell, cell: Cell) -> None:
    if isinstance(cell, str):
        place.value = _UNPRINTABLE.sub(" ", cell)
        place.data_type = "s"
        return
    place.value = cell
    if not isinstance(cell, int):
        place.number_format = _NUMBER


def _head(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415 - the same

    for cell in sheet[1]:
        cell.font = Font(bold=True, color=_HEAD_INK)
        cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    sheet.freeze_panes = "B2"
