"""Ruled tables put together over pages: heads printed once, each row that a page tore apart whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from chiso.documents.document import Block, BlockKind
from chiso.documents.joining import goes_on, is_open, row_text, run_on
from chiso.documents.markers import split_marker
from chiso.documents.pdf_sheet import Sheet
from chiso.documents.pdf_tables import Table, TableRow

_SAME_GRID = 6.0
_ROOM = 3.2  # lines; where there was that much under the words of a cell, they did not go on over the page
_ROOM_FOR_POINT = 5.0
_FOOT = 60.0  # points that may stay empty under a torn row
_MOSTLY = 0.7
_SLACK = 2  # letters
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})*[.)]?|[A-ZĐa-zđ][.)]?|[IVXLC]{1,6}[.)]?")


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
    return _with_cells_over_pages(whole)


def _with_cells_over_pages(whole: list[_Whole]) -> list[_Whole]:
    """Rows in which an empty cell at the top of a page goes on with the one above, as all empty ones of its column do."""
    columns = range(len(whole[0].row.cells)) if whole else range(0)
    empty = {n: [each.row.merged[n] for each in whole if not each.row.cells[n]] for n in columns}
    for last, each in pairwise(whole):
        if each.page != last.page:
            row = each.row
            merged = (row.merged[n] or (not row.cells[n] and _mostly_merged(empty[n])) for n in columns)
            each.row = replace(row, merged=tuple(merged))
    return whole


def _mostly_merged(empty: list[bool]) -> bool:
    """Whether the empty cells of a column, but for one at the top of each page, go on with those above."""
    return sum(empty) > _MOSTLY * len(empty)


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
    if _begins_anew(above, row) or not all(_had_no_room(above, row, n) for n in filled):
        return False
    ties = {n: _tie(above.cells[n], row.cells[n]) for n in filled}
    longest = max(filled, key=lambda n: len(above.cells[n]) + len(row.cells[n]))
    if len(filled) == 1 and min(ties.values()) != 0:
        return True
    if ties[longest] > 0:
        return sum(ties.values()) >= 0
    if _is_next_point(above.cells[longest], row.cells[longest]) and 2 * len(filled) <= len(row.cells):
        return True
    return min(ties.values()) >= 0 and is_numbered and not row.cells[0] and len(filled) < len(row.cells) - 1


def _begins_anew(above: TableRow, row: TableRow) -> bool:
    """Whether a row has a number or a title where the one above has its number, or is set otherwise."""
    is_number = _NUMBER.fullmatch(row.cells[0]) is not None
    is_under_number = bool(row.cells[0]) and _NUMBER.fullmatch(above.cells[0]) is not None
    return above.bold != row.bold or is_number or is_under_number


def _had_no_room(above: TableRow, row: TableRow, column: int) -> bool:
    """Whether the words above filled their cell and, where no sentence or point ends, their last line."""
    text, more = above.cells[column], row.cells[column]
    is_point = _is_next_point(text, more)
    if not text or above.room[column] >= (_ROOM_FOR_POINT if is_point else _ROOM):
        return False
    return is_point or not is_open(text) or above.spare[column] <= len(more.split()[0]) + _SLACK


def _tie(text: str, more: str) -> int:
    """1 where words plainly go on with those above, -1 where they hardly can, 0 where a sentence or point ends between."""
    if _is_next_point(text, more) or not is_open(text):
        return 0
    return 1 if goes_on(text, more) else -1


def _is_next_point(text: str, more: str) -> bool:
    """Whether a cell of points goes on with another."""
    return bool(split_marker(text)[0]) and bool(split_marker(more)[0])


def _together(above: TableRow, row: TableRow) -> TableRow:
    cells = tuple(map(_whole_cell, above.cells, row.cells))
    return replace(above, cells=cells, room=row.room, spare=row.spare)


def _whole_cell(text: str, more: str) -> str:
    if not text or not more:
        return text or more
    return f"{text}\n{more}" if _is_next_point(text, more) else run_on(text, more)


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
