"""Workbooks (.xlsx) read as text, cell by cell: what each sheet says, row by row, as its numbers stand.

Nothing is guessed: a cell that is no plain number or text tells what it is (a date as 2021-07-05, a percentage as 80%,
an error as #REF!, a formula that nobody has worked out as itself), so that whoever wants a number can say what is wrong.
"""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, cast

from chiso.documents import _problems as problems
from chiso.documents.archives import FAULTS, check_workbook

if TYPE_CHECKING:
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

CELL_ERRORS = frozenset({"#N/A", "#REF!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"})
MOST_CELLS = 400_000  # some seconds of work; a larger table is better as CSV
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the old .xls, and every workbook with a password
_ZIP = b"PK\x03\x04"
_A_SHEET = 100  # cells that take as long as to open one
_PLACES = ".15g"  # what Excel keeps of a number; 0.1 + 0.2 is 0.3 again
# Whatever a mutilated workbook makes the library stumble over is one and the same to its owner; XML faults come as SyntaxError.
_STUMBLES = (*FAULTS, SyntaxError, KeyError, IndexError, TypeError, AttributeError, ArithmeticError, RecursionError)
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet that says something; `rows` from its first on, each as long as what stands in it."""

    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False


def read_workbook(content: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of an .xlsx file that say anything, in their order, those hidden too.

    Raises ProblemError where it is none, has a password or macros, is damaged, too large or says nothing.
    """
    if not content:
        problems.EMPTY.stop(where=name)
    if not content.startswith(_ZIP):
        is_locked = content.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in content
        (problems.ENCRYPTED if is_locked else problems.NO_WORKBOOK).stop(where=name)
    check_workbook(content, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # it warns of decorations that it leaves out
            found = tuple(_sheets(content, _Allowance(name)))
    except _STUMBLES:
        problems.DAMAGED.stop(where=name)
    if not found:
        problems.NO_SHEET.stop(where=name)
    return found


@dataclass(slots=True)
class _Allowance:
    """How much of a file may still be read, all its sheets together: the same one may be named a thousand times."""

    name: str
    left: int = MOST_CELLS

    def take(self, count: int, title: str) -> None:
        self.left -= count
        if self.left < 0:
            wanted = f"{MOST_CELLS:,}".replace(",", ".")
            problems.WORKBOOK_TOO_LONG.stop(where=self.name, given=title, wanted=wanted)


def _sheets(content: bytes, allowance: _Allowance) -> Iterator[Sheet]:
    formulas, values = _opened(content, keeps_formulas=True), None
    for title in formulas.sheetnames:
        sheet = formulas[title]
        if not hasattr(sheet, "reset_dimensions"):
            continue  # a sheet that is one chart
        rows = [[_text(cell) for cell in cells] for cells in _cells(sheet, allowance)]
        if any(cell.startswith("=") for row in rows for cell in row):
            values = values or _opened(content, keeps_formulas=False)
            worked_out = [[_value(cell) for cell in cells] for cells in _cells(values[title], allowance)]
            rows = [_with_values(*pair) for pair in zip(rows, worked_out, strict=True)]
        told = [_trimmed(row) for row in rows]
        while told and not told[-1]:
            told.pop()
        if told:
            yield Sheet(title, tuple(told), sheet.sheet_state != "visible")


def _opened(content: bytes, *, keeps_formulas: bool) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415 - a fifth of a second, where a workbook is read only

    return load_workbook(BytesIO(content), read_only=True, data_only=not keeps_formulas, keep_links=False)


def _cells(sheet: ReadOnlyWorksheet, allowance: _Allowance) -> Iterator[tuple[ReadOnlyCell, ...]]:
    sheet.reset_dimensions()  # those that the file claims may be anything
    allowance.take(_A_SHEET, sheet.title)
    for cells in sheet.rows:
        allowance.take(len(cells) + 1, sheet.title)
        yield cast("tuple[ReadOnlyCell, ...]", cells)


def _trimmed(cells: list[str]) -> Row:
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _with_values(written: list[str], values: list[str | None]) -> list[str]:
    """A row with what its formulas came to; a formula that nobody worked out stays as it is."""
    return [
        value if cell.startswith("=") and value is not None else cell
        for cell, value in zip(written, values, strict=True)
    ]


def _value(cell: ReadOnlyCell) -> str | None:
    """The text of a cell as last worked out; None where it never was. A formula may well come to an empty text."""
    return None if cell.value is None and cell.data_type != "str" else _text(cell)


def _text(cell: ReadOnlyCell) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        text = value if isinstance(value, str) else getattr(value, "text", "") or ""  # a table of what-ifs has none
        return f"={text.lstrip('=')}"
    match value:
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(value, is_percent="%" in (cell.number_format or ""))
        case date() | time():
            return value.isoformat().removesuffix("T00:00:00")
        case _:
            plain = unicodedata.normalize("NFC", " ".join(str(value).split()))
            return f"'{plain}" if plain.startswith("=") else plain


def _number(value: float, *, is_percent: bool) -> str:
    plain = Decimal(format(value, _PLACES)) * (100 if is_percent else 1)
    written = f"{plain:f}"
    written = written.rstrip("0").rstrip(".") if "." in written else written
    return f"{written}%" if is_percent else written
