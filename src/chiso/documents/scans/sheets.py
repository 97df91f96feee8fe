"""A page's picture to a `Sheet`: straightened, ruled lines found and taken out, words read, sorted into lines and cells."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from chiso.documents.pdf_lines import Sheet, Table, cell_text
from chiso.documents.pdf_rules import Grid, Rule, grids_of
from chiso.documents.scans.lines import Piece, in_reading_order, line_of, pieces_of, usual
from chiso.documents.scans.pictures import POINTS, Grey, Picture
from chiso.documents.scans.ruling import rules_in, without
from chiso.documents.scans.straightening import ink_level, straightened
from chiso.documents.scans.tesseract import Word, words_in

_BLANK = 0.0002  # of the dots of a page, how many are ink on an empty one
_LEGIBLE = 70
_FEW = 5
_LONG_WORD = 3

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _View:
    """A page as it was turned and straightened: its ink without rules, its rules and words."""

    ink: Mask
    rules: list[Rule]
    words: list[Word]

    @property
    def certainty(self) -> float:
        """How certain its words are, 0 to 100; lines of print that run down the page speak against it."""
        long = [word for word in self.words if len(word.text) >= _LONG_WORD]
        upright = [word for word in long if word.right - word.left >= word.bottom - word.top]
        return fmean(word.certainty for word in long) * len(upright) / len(long) if long else 0.0


@dataclass(slots=True)
class Recognised:
    """What was recognised on one page, before sizes and weights of the whole document are known."""

    number: int
    shape: tuple[int, ...]
    rules: list[Rule] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    outside: list[Piece] = field(default_factory=list)
    inside: list[dict[tuple[int, int], list[Piece]]] = field(default_factory=list)


def recognised(picture: Picture, name: str) -> Recognised:
    """The words of a page in pieces of lines, outside its tables and in their cells."""
    view = _upright(picture.dots, name)
    page = Recognised(picture.number, view.ink.shape, view.rules, grids_of(view.rules))
    page.inside = [{} for _ in page.grids]
    outside: list[Word] = []
    cells: dict[tuple[int, int, int], list[Word]] = {}
    for word in view.words:
        place = _place(page, word)
        if place is None:
            outside.append(word)
        else:
            cells.setdefault(place, []).append(word)
    page.outside = pieces_of(outside, view.ink)
    for (grid, row, column), own in cells.items():
        page.inside[grid][row, column] = pieces_of(own, view.ink)
    return page


def _upright(dots: Grey, name: str) -> _View:
    """The page as it lies where it can be read so, else turned by the quarter at which it reads best."""
    best = _view(dots, name)
    for quarters in (1, 3, 2):
        if best.certainty >= _LEGIBLE or len(best.words) < _FEW:
            break
        best = max(best, _view(np.rot90(dots, quarters), name), key=lambda view: view.certainty)
    return best


def _view(dots: Grey, name: str) -> _View:
    page = straightened(dots)
    level = ink_level(page)
    rules, ruled = rules_in(page, level)
    bare = without(page, ruled)
    ink = bare <= level
    is_blank = np.count_nonzero(ink) < _BLANK * ink.size
    return _View(ink, rules, [] if is_blank else words_in(bare, name))


def _place(page: Recognised, word: Word) -> tuple[int, int, int] | None:
    x, y = (word.left + word.right) / 2 * POINTS, (page.shape[0] - (word.top + word.bottom) / 2) * POINTS
    for number, grid in enumerate(page.grids):
        if grid.holds(x, y):
            return (number, *grid.cell_at(x, y))
    return None


def sheets_of(pages: list[Recognised]) -> list[Sheet]:
    """The pages as sheets, looks of letters judged by the whole document."""
    every = [piece for page in pages for piece in page.outside]
    every += [piece for page in pages for cells in page.inside for own in cells.values() for piece in own]
    size, weight = usual(every)
    return [_sheet(page, size, weight) for page in pages]


def _sheet(page: Recognised, size: float, weight: float) -> Sheet:
    height, width = page.shape
    sheet = Sheet(page.number, width * POINTS, height * POINTS, rules=page.rules)
    sheet.lines = [line_of(piece, height, size, weight) for piece in in_reading_order(page.outside)]
    tables = [_table(page, number, size, weight) for number in range(len(page.grids))]
    sheet.tables = [table for table in tables if table is not None]
    return sheet


def _table(page: Recognised, number: int, size: float, weight: float) -> Table | None:
    grid, cells = page.grids[number], page.inside[number]
    if not cells:
        return None
    rows, columns = range(len(grid.ys) - 1), range(len(grid.xs) - 1)
    lines = {at: [line_of(piece, page.shape[0], size, weight) for piece in own] for at, own in cells.items()}
    return Table(
        cells=[[cell_text(lines.get((row, column), [])) for column in columns] for row in rows],
        merged=[[grid.goes_on(row, column) for column in columns] for row in rows],
        bold=[all(line.bold for column in columns for line in lines.get((row, column), [])) for row in rows],
        top=grid.ys[0],
        xs=grid.xs,
    )
