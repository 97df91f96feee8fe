"""One page of a PDF: its lines and the cells of its ruled tables."""

from __future__ import annotations

from dataclasses import dataclass, field

import pypdfium2 as pdfium

from chiso.documents.pdf_letters import Letter, is_unreadable, letters_of
from chiso.documents.pdf_lines import BREAKS, TextLine, lines_of
from chiso.documents.pdf_rules import Grid, Rule, grids_of, rules_of
from chiso.documents.pdf_tables import Table, table_of
from chiso.documents.pdf_tagged import drop_false_tags
from chiso.documents.pdf_tags import Tags


@dataclass(slots=True)
class Sheet:
    """A page as read; `unreadable` is the share of its letters whose font does not say which they are."""

    number: int
    width: float
    height: float
    lines: list[TextLine] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    unreadable: float = 0.0


def read_sheet(page: pdfium.PdfPage, number: int) -> Sheet:
    """The lines and ruled tables of a page, in the order in which the page writes them."""
    width, height = page.get_size()
    rules = rules_of(page)
    sheet = Sheet(number, width, height, rules=rules)
    grids = grids_of(rules)
    text = page.get_textpage()
    try:
        letters = letters_of(text)
        sheet.unreadable = sum(is_unreadable(letter.character) for letter in letters) / max(1, len(letters))
        outside, inside = _parted(letters, grids)
        tags = Tags(page)
        sheet.lines = lines_of(outside, text, tags)
        filled = [_filled(grid, own, text, tags) for grid, own in zip(grids, inside, strict=True)]
    finally:
        text.close()
    drop_false_tags([sheet.lines, *(lines for cells in filled for lines in cells.values())])
    sheet.tables = [table_of(grid, cells) for grid, cells in zip(grids, filled, strict=True) if cells]
    return sheet


def _parted(letters: list[Letter], grids: list[Grid]) -> tuple[list[Letter], list[list[Letter]]]:
    """The letters outside the tables, and those inside each."""
    if not grids:
        return letters, []
    outside: list[Letter] = []
    inside: list[list[Letter]] = [[] for _ in grids]
    last: list[Letter] = outside
    for letter in letters:
        if letter.character not in BREAKS and not letter.character.isspace():
            x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
            at = next((n for n, grid in enumerate(grids) if grid.holds(x, y)), None)
            last = outside if at is None else inside[at]
        last.append(letter)
    return outside, inside


def _filled(
    grid: Grid, letters: list[Letter], text: pdfium.PdfTextPage, tags: Tags
) -> dict[tuple[int, int], list[TextLine]]:
    """The lines in each cell that has any, by row and column."""
    parts: dict[tuple[int, int], list[Letter]] = {}
    at = (0, 0)
    for letter in letters:
        if letter.character not in BREAKS and not letter.character.isspace():
            at = grid.cell_at((letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2)
        parts.setdefault(at, []).append(letter)
    cells = {place: lines_of(own, text, tags) for place, own in parts.items()}
    return {place: lines for place, lines in cells.items() if lines}
