"""A page's picture to a `Sheet`: straightened, ruled lines found and taken out, words read, sorted into lines and cells."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from chiso.documents import _problems as problems
from chiso.documents.pdf_lines import TextLine
from chiso.documents.pdf_rules import Grid, Rule, grids_of
from chiso.documents.pdf_sheet import Sheet
from chiso.documents.pdf_tables import table_of
from chiso.documents.scans.layout import Cell, covered, laid_out, parts_of, sheaves, taken_back
from chiso.documents.scans.lines import Piece, line_of, pieces_of, usual
from chiso.documents.scans.pictures import POINTS, Grey, Picture
from chiso.documents.scans.ruling import rules_in, without
from chiso.documents.scans.specks import without_specks
from chiso.documents.scans.straightening import cleaned, ink_level, is_noise, straightened
from chiso.documents.scans.tesseract import SECONDS, Word, words_in
from chiso.problems import ProblemError

_BLANK = 0.0002  # of the dots of a page, how many are ink on an empty one
_LEGIBLE = 70
_FEW = 5
_LONG_WORD = 3
_EDGE = 0.09
_CENTRAL = 0.1
_LONGEST_NUMBER = 5
_SECONDS_FOR_SAMPLE = 6

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _View:
    """A page as it was turned and straightened: its ink without rules, its rules and tables, its words by their cell."""

    ink: Mask
    rules: list[Rule]
    grids: list[Grid]
    words: list[tuple[Word, Cell | None]]

    @property
    def certainty(self) -> float:
        """How certain its words are, 0 to 100; lines of print that run down the page speak against it."""
        long = [word for word, _ in self.words if len(word.text) >= _LONG_WORD]
        upright = [word for word in long if word.right - word.left >= word.bottom - word.top]
        return fmean(word.certainty for word in long) * len(upright) / len(long) if long else 0.0


@dataclass(slots=True)
class Recognised:
    """What was recognised on one page, before sizes and weights of the whole document are known."""

    number: int
    shape: tuple[int, ...]
    rules: list[Rule]
    grids: list[Grid]
    pieces: dict[Cell | None, list[Piece]]


def recognised(picture: Picture, name: str) -> Recognised:
    """The words of a page in pieces of lines, outside its tables (None) and in their cells."""
    view = _upright(picture.dots, name)
    by_cell: dict[Cell | None, list[Word]] = {}
    for word, cell in view.words:
        by_cell.setdefault(cell, []).append(word)
    pieces = {cell: pieces_of(words, view.ink) for cell, words in by_cell.items()}
    return Recognised(picture.number, view.ink.shape, view.rules, view.grids, pieces)


def _upright(dots: Grey, name: str) -> _View:
    """The page as it lies where it can be read so, else turned by the quarter at which its busiest part reads best."""
    lying = _view(dots, name)
    if lying.certainty >= _LEGIBLE or len(lying.words) < _FEW:
        return lying
    sample = _busiest(dots)
    certainties = [_certainty_of(np.rot90(sample, quarters), name) for quarters in range(4)]
    quarters = certainties.index(max(certainties))
    if quarters == 0:
        return lying
    return max(lying, _view(np.rot90(dots, quarters), name), key=lambda view: view.certainty)


def _busiest(dots: Grey) -> Grey:
    """The part of the page, half as wide and high, with the most ink."""
    ink = dots <= ink_level(dots)
    height, width = dots.shape[0] // 2, dots.shape[1] // 2
    places = [(height * down // 2, width * along // 2) for down in range(3) for along in range(3)]
    top, left = max(places, key=lambda at: np.count_nonzero(ink[at[0] : at[0] + height, at[1] : at[1] + width]))
    return dots[top : top + height, left : left + width]


def _certainty_of(sample: Grey, name: str) -> float:
    """How certain the words of a part of a page are; 0 where Tesseract drowns in it."""
    try:
        return _view(sample, name, _SECONDS_FOR_SAMPLE).certainty
    except ProblemError as error:
        if error.problems[0].code != problems.TOO_SLOW.code:
            raise
        return 0.0


def _view(dots: Grey, name: str, seconds: int = SECONDS) -> _View:
    page = straightened(dots)
    level = ink_level(page)
    rules, ruled = rules_in(page, level)  # before cleaning, which takes thin rules for paper
    bare = without_specks(without(cleaned(page, level), ruled))
    ink = bare <= level
    grids = grids_of(rules)
    is_blank = np.count_nonzero(ink) < _BLANK * ink.size or is_noise(ink)
    tables = covered(ink.shape, grids)
    words: list[tuple[Word, Cell | None]] = []
    for parts in [] if is_blank else sheaves(parts_of(ink, grids)):
        words += taken_back(words_in(laid_out(bare, parts, tables), name, seconds), parts)
    return _View(ink, rules, grids, words)


def sheets_of(pages: list[Recognised]) -> list[Sheet]:
    """The pages as sheets, looks of letters judged by the whole document."""
    size, weight = usual(piece for page in pages for own in page.pieces.values() for piece in own)
    return [_sheet(page, size, weight) for page in pages]


def _sheet(page: Recognised, size: float, weight: float) -> Sheet:
    height, width = page.shape
    sheet = Sheet(page.number, width * POINTS, height * POINTS, rules=page.rules)
    lines = [line_of(piece, height, size, weight) for piece in page.pieces.get(None, [])]
    sheet.lines = [line for line in lines if not _is_page_number(line, sheet)]
    for number, grid in enumerate(page.grids):
        own = {cell[1:]: pieces for cell, pieces in page.pieces.items() if cell is not None and cell[0] == number}
        if own:
            filled = {at: [line_of(piece, height, size, weight) for piece in pieces] for at, pieces in own.items()}
            sheet.tables.append(table_of(grid, filled))
    return sheet


def _is_page_number(line: TextLine, sheet: Sheet) -> bool:
    """Whether a line is a number in the middle of an edge, however its figures were read."""
    is_at_edge = line.bottom >= (1 - _EDGE) * sheet.height or line.top <= _EDGE * sheet.height
    is_central = abs((line.left + line.right) / 2 - sheet.width / 2) <= _CENTRAL * sheet.width
    return is_at_edge and is_central and len(line.text) <= _LONGEST_NUMBER
