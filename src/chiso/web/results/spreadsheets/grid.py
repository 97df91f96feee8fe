"""The lines of a table that somebody brings, as text with their numbers, whatever it came in."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from django.utils.translation import gettext as _

from chiso.documents import CELL_ERRORS, Sheet, read_workbook
from chiso.problems import Problem, ProblemError
from chiso.web.results.spreadsheets import _problems as told

FIRST_LINES = 20  # among which the names of the columns are looked for; titles may stand above them
MOST_LINES = 5_000  # the communes of the whole country, or twenty years of two hundred indices
_FEWEST = 2  # the names of the columns and one line of figures
_SEPARATORS = ";\t,"
_BLANK = " ;,\t\n"
_END = "\ue000"  # a letter that nobody writes
_LETTERS = 26
_WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".xlsb", ".ods")
_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
IsHead = Callable[[Sequence[str]], bool]


@dataclass(frozen=True, slots=True)
class Line:
    """One line that says something, with its number in the file or text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of one table; `sheet` is where they stand, "" where they came as text, `others` the sheets not read."""

    lines: tuple[Line, ...]
    sheet: str = ""
    others: tuple[str, ...] = ()

    def where(self, line: int, column: int | None = None, head: str = "") -> str:
        """A place in words: sheet, line, and the column by its head and its cell."""
        values = {"sheet": self.sheet, "line": line, "head": head, "cell": f"{letters(column or 0)}{line}"}
        if column is None:
            return (_("trang tính “%(sheet)s”, dòng %(line)s") if self.sheet else _("dòng %(line)s")) % values
        if self.sheet and head:
            return _("trang tính “%(sheet)s”, dòng %(line)s, cột “%(head)s” (ô %(cell)s)") % values
        if self.sheet:
            return _("trang tính “%(sheet)s”, ô %(cell)s") % values
        return _("dòng %(line)s, cột “%(head)s”") % (values | {"head": head or letters(column)})

    @property
    def faults(self) -> list[Problem]:
        """What is wrong with their number: none below the names of the columns, or more than anybody ranks."""
        if len(self.lines) < _FEWEST:
            return [told.NO_ROWS()]
        if len(self.lines) > MOST_LINES:
            return [told.TOO_MANY_ROWS(given=len(self.lines), wanted=MOST_LINES)]
        return []

    @property
    def text(self) -> str:
        """The lines as text that reads back with the same numbers."""
        rows = {line.number: line.cells for line in self.lines}
        stream = StringIO()
        writer = csv.writer(stream, delimiter=";", lineterminator="\n")
        for number in range(1, max(rows, default=0) + 1):
            writer.writerow(rows.get(number, ()))
        return stream.getvalue()


def letters(column: int) -> str:
    """The name of a column, counted from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    column += 1
    while column:
        column, place = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + place) + name
    return name


def of_text(text: str, is_head: IsHead) -> Grid:
    """The lines of text whose cells are separated by semicolons, tabs or commas: by that which makes a head of a line.

    Raises ProblemError where a cell is endless, or a quote is opened and never closed.
    """
    written = [f"{line}\n" for line in unicodedata.normalize("NFC", text.lstrip("\ufeff")).splitlines()]
    first = [line for line in written if line.strip(_BLANK)][:FIRST_LINES]
    fallback = max(_SEPARATORS, key=first[0].count) if first else ";"
    try:
        separator = next((each for each in _SEPARATORS if any(map(is_head, _cells(first, each)))), fallback)
        return Grid(tuple(_lines(written, separator)))
    except csv.Error:
        return told.A_LONG_CELL.stop(wanted=csv.field_size_limit())


def _cells(written: Sequence[str], separator: str) -> Iterator[tuple[str, ...]]:
    for row in csv.reader(written, delimiter=separator):
        yield tuple(cell.strip() for cell in row)


def _lines(written: Sequence[str], separator: str) -> Iterator[Line]:
    """The rows that say something, each with the number of its first line: a quoted cell may run over several."""
    rows, number = csv.reader([*written, _END], delimiter=separator), 1
    for row in rows:
        cells = tuple(" ".join(cell.split()) for cell in row)
        if cells == (_END,):
            return
        if any(cells) and not _is_comment(cells):
            yield Line(number, cells)
        number = rows.line_num + 1
    told.OPEN_QUOTE.stop()  # it has swallowed the end


def of_file(content: bytes, name: str, is_head: IsHead, wanted: str) -> Grid:
    """The lines of a file, .xlsx or text. wanted: the column by which a sheet is known as a table.

    Raises ProblemError where it is neither, is damaged, or no sheet or several are such a table.
    """
    if name.lower().endswith(_WORKBOOKS) or content.startswith(_STARTS):
        return _of_workbook(read_workbook(content, name), name, is_head, wanted)
    try:
        text = content.decode("utf-16" if content.startswith(_WIDE) else "utf-8-sig")
    except UnicodeDecodeError:
        raise ProblemError([told.NOT_TEXT(given=name)]) from None
    if "\x00" in text:
        told.NOT_TEXT.stop(given=name)
    return of_text(text, is_head)


def _of_workbook(sheets: Sequence[Sheet], name: str, is_head: IsHead, wanted: str) -> Grid:
    seen = [sheet for sheet in sheets if not sheet.is_hidden]
    tables = [sheet for sheet in seen if any(map(is_head, [row for row in sheet.rows if row][:FIRST_LINES]))]
    if len(tables) > 1:
        told.SEVERAL_TABLES.stop(where=name, given=len(tables), wanted=_names(tables))
    if not tables:
        told.NO_TABLE.stop(where=name, given=_names(seen or sheets), wanted=wanted)
    lines = (Line(number, row) for number, row in enumerate(tables[0].rows, 1) if row and not _is_comment(row))
    return Grid(tuple(lines), tables[0].name, tuple(sheet.name for sheet in sheets if sheet is not tables[0]))


def _names(sheets: Sequence[Sheet]) -> str:
    return ", ".join(f"“{sheet.name}”" for sheet in sheets)


def _is_comment(cells: Sequence[str]) -> bool:
    return cells[0].startswith("#") and cells[0] not in CELL_ERRORS
