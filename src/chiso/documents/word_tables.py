"""Tables of a Word document as rows of equal width, merged cells in their first place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from chiso.documents.document import Block, BlockKind
from chiso.documents.joining import row_text
from chiso.documents.word_xml import W, child, is_on, name_of, value

_ReadCell = Callable[[Any], tuple[list[str], bool, int]]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its cells, which of them go on with the cell above, and its looks."""

    cells: tuple[str, ...]
    merged: tuple[bool, ...]
    bold: bool
    is_head: bool
    number: int


@dataclass(slots=True)
class Grid:
    """A table's rows and how many columns the widest has; `elements` are the cells of a table of one column."""

    rows: list[_Row]
    width: int
    elements: list[Any] = field(default_factory=list)

    def blocks(self, table: int) -> Iterator[Block]:
        """The rows as blocks, all equally wide; the first row and the rows marked so are heads."""
        for position, row in enumerate(self.rows):
            missing = self.width - len(row.cells)
            cells = row.cells + ("",) * missing
            yield Block(
                kind=BlockKind.ROW,
                text=row_text(cells),
                cells=cells,
                merged=row.merged + (False,) * missing,
                table=table,
                bold=row.bold,
                is_table_head=position == 0 or row.is_head,
                line=row.number,
                last_line=row.number,
            )


def rows_of(table: Any, read_cell: _ReadCell) -> Grid:  # noqa: ANN401 (lxml's elements carry no types)
    """The rows of a table; the cells of a table with a single column are left unread in `elements`."""
    elements = [(row, list(_cells(row))) for row in _children(table, "tr") if child(row, "trPr", "del") is None]
    if all(len(cells) == 1 and _span(cells[0]) == 1 for _, cells in elements) and len(elements) <= 2:  # noqa: PLR2004
        return Grid([], 1, [cell for _, cells in elements for cell in cells])
    rows = [_row(row, cells, read_cell) for row, cells in elements]
    return Grid(rows, max((len(row.cells) for row in rows), default=0))


def _children(element: Any, name: str) -> Iterator[Any]:  # noqa: ANN401 (see rows_of)
    for inner in element:
        kind = name_of(inner)
        if kind == name:
            yield inner
        elif kind in {"sdt", "sdtContent", "ins", "customXml"}:
            yield from _children(inner, name)


def _cells(row: Any) -> Iterator[Any]:  # noqa: ANN401 (see rows_of)
    return _children(row, "tc")


def _span(cell: Any) -> int:  # noqa: ANN401 (see rows_of)
    return int(value(child(cell, "tcPr", "gridSpan")) or 1)


def _row(row: Any, elements: list[Any], read_cell: _ReadCell) -> _Row:  # noqa: ANN401 (see rows_of)
    before = int(value(child(row, "trPr", "gridBefore")) or 0)
    cells: list[str] = [""] * before
    merged: list[bool] = [False] * before
    bold: list[bool] = []
    number = 0
    for element in elements:
        goes_on = _goes_on(element)
        lines, is_bold, first = read_cell(element)
        number = number or first
        cells += ["" if goes_on else "\n".join(lines), *[""] * (_span(element) - 1)]
        merged += [goes_on] * _span(element)
        if lines:
            bold.append(is_bold)
    head = is_on(row.find(f"{W}trPr/{W}tblHeader")) is True
    return _Row(tuple(cells), tuple(merged), bool(bold) and all(bold), head, number)


def _goes_on(cell: Any) -> bool:  # noqa: ANN401 (see rows_of)
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and value(merge) != "restart"
