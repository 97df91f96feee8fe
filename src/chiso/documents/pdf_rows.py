"""Ruled tables put together over pages: heads printed once, each row that a page tore apart whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from chiso.documents.document import Block, BlockKind
from chiso.documents.joining import is_open, row_text
from chiso.documents.pdf_sheet import Sheet
from chiso.documents.pdf_tables import Table, TableRow

_SAME_GRID = 6.0
_ROOM = 3.2  # lines; where there was that much under the words of a cell, they did not go on over the page
_FOOT = 60.0  # points that may stay empty under a torn row
_MOSTLY = 0.7
_SLACK = 2  # letters


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table on its page, and how far down such pages are filled."""

    table: Table
    sheet: Sheet
    lowest: float


@dataclass(slots=True)
class _Whole:
    """A row put together, with the page it begins on."""

    row: TableRow
    page: int


def blocks_of_tables(parts: list[PlacedTable], first: int) -> Iterator[list[Block]]:
    """The rows of each table; tables that follow one another with the same columns are one over several pages."""
    together: list[list[PlacedTable]] = []
    for part in parts:
        if together and _is_same_grid(together[-1][-1].table, part.table):
            together[-1].append(part)
        else:
            together.append([part])
    for number, pieces in enumerate(together, start=first):
        yield [_block(whole, number, is_head=position == 0) for position, whole in enumerate(_rows(pieces))]


def _is_same_grid(one: Table, other: Table) -> bool:
    if len(one.xs) != len(other.xs):
        return False
    return all(abs(a - b) <= _SAME_GRID for a, b in zip(one.xs, other.xs, strict=True))


def _rows(pieces: list[PlacedTable]) -> list[_Whole]:
    whole: list[_Whole] = []
    is_numbered = _is_numbered(pieces)
    before: PlacedTable | None = None
    for piece in pieces:
        rows = [row for row in piece.table.rows if any(row.cells)]
        turned = before is not None and before.sheet is not piece.sheet
        if whole and rows:
            rows = rows[_repeated(rows, whole) :]
        for position, row in enumerate(rows):
            torn = before is not None and turned and position == 0 and before.table.bottom - before.lowest <= _FOOT
            if torn and _is_rest(whole[-1].row, row, is_numbered=is_numbered):
                whole[-1].row = _together(whole[-1].row, row)
            else:
                whole.append(_Whole(row, piece.sheet.number))
        before = piece
    return whole


def _repeated(rows: list[TableRow], whole: list[_Whole]) -> int:
    """How many rows at the top of a page only print the head of the table again."""
    pairs = zip(rows, whole, strict=False)
    return sum(1 for _ in takewhile(lambda pair: _says_the_same(pair[0], pair[1].row), pairs))


def _says_the_same(one: TableRow, other: TableRow) -> bool:
    return [cell.casefold() for cell in one.cells] == [cell.casefold() for cell in other.cells]


def _is_numbered(pieces: list[PlacedTable]) -> bool:
    """Whether the first cell is filled in most rows that do not begin a page."""
    inner = [row for piece in pieces for row in piece.table.rows[1:] if any(row.cells) and not row.merged[0]]
    return sum(bool(row.cells[0]) for row in inner) >= _MOSTLY * len(inner)


def _is_rest(above: TableRow, row: TableRow, *, is_numbered: bool) -> bool:
    """Whether the first row of a page goes on with the last one before it."""
    if above.tag and row.tag:
        return above.tag == row.tag
    filled = [n for n, cell in enumerate(row.cells) if cell]
    if above.bold != row.bold or not all(_may_go_on(above, row, n) for n in filled):
        return False
    runs_on = any(row.cells[n][0].islower() and is_open(above.cells[n]) for n in filled)
    if is_numbered and not row.cells[0]:
        return runs_on or len(filled) < len(row.cells) - 1
    return runs_on and len(row.cells[0].split()) != 1


def _may_go_on(above: TableRow, row: TableRow, column: int) -> bool:
    """Whether a cell's words can be the rest of those above: these filled their cell and, in mid-sentence, their line."""
    if not above.cells[column] or above.room[column] >= _ROOM:
        return False
    first_word = len(row.cells[column].split()[0])
    return not is_open(above.cells[column]) or above.spare[column] <= first_word + _SLACK


def _together(above: TableRow, row: TableRow) -> TableRow:
    cells = tuple(f"{one} {other}".strip() for one, other in zip(above.cells, row.cells, strict=True))
    return replace(above, cells=cells, room=row.room, spare=row.spare)


def _block(whole: _Whole, number: int, *, is_head: bool) -> Block:
    return Block(
        kind=BlockKind.ROW,
        text=row_text(whole.row.cells),
        cells=whole.row.cells,
        merged=whole.row.merged,
        table=number,
        bold=whole.row.bold,
        is_table_head=is_head,
        page=whole.page,
    )
