"""A ruled table on one page: its rows, of printed lines in the cells of a grid."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from chiso.documents.pdf_cells import cell_text, spare_of
from chiso.documents.pdf_lines import TextLine
from chiso.documents.pdf_rules import Grid
from chiso.documents.pdf_tags import Path


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table on a page: its cells as printed, and which go on with the cell above.

    tag:   the row in the file's own structure, where it is tagged
    room:  of each cell how many lines of print have room under its words
    spare: of each cell how many letters have room after its last line
    """

    cells: tuple[str, ...]
    merged: tuple[bool, ...]
    bold: bool = False
    tag: Path | None = None
    room: tuple[float, ...] = ()
    spare: tuple[float, ...] = ()


@dataclass(slots=True)
class Table:
    """A ruled table on a page: where it and its columns are, and its rows."""

    top: float
    bottom: float
    xs: tuple[float, ...]
    rows: list[TableRow] = field(default_factory=list)


def table_of(grid: Grid, filled: dict[tuple[int, int], list[TextLine]]) -> Table:
    """The table that a grid and the lines in its cells, by row and column, make."""
    columns = range(len(grid.xs) - 1)
    widths = [right - left for left, right in pairwise(grid.xs)]
    table = Table(grid.ys[0], grid.ys[-1], grid.xs)
    for row in range(len(grid.ys) - 1):
        lines = [filled.get((row, column), []) for column in columns]
        every = [line for own in lines for line in own]
        table.rows.append(
            TableRow(
                cells=tuple(map(cell_text, lines, widths)),
                merged=tuple(grid.goes_on(row, column) for column in columns),
                bold=all(line.bold for line in every),
                tag=next((line.tag.row for line in every if line.tag), None),
                room=tuple(_room(own, grid.ys[row + 1]) for own in lines),
                spare=tuple(map(spare_of, lines, widths)),
            )
        )
    return table


def _room(lines: list[TextLine], bottom: float) -> float:
    """How many lines of print have room between the words of a cell and its lower border."""
    return min(((line.bottom - bottom) / line.size for line in lines if line.size > 0), default=0.0)
