"""From the lines of a spreadsheet to the rows of a table of peers, with every fault by sheet, line and column."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from chiso.frameworks import Edition, Node
from chiso.frameworks.edition import folded
from chiso.problems import Problem
from chiso.web.results.peers import _problems as told
from chiso.web.results.peers.values import Peer, below
from chiso.web.results.spreadsheets import _problems as table
from chiso.web.results.spreadsheets import cells, grid
from chiso.web.results.spreadsheets.grid import Grid, Line
from chiso.web.results.spreadsheets.heads import Heads, head_test, heads, unaccented
from chiso.web.results.typed.reading import written

UNIT, RANK, BAND = "unit", "rank", "band"
_NAMES = {UNIT: ("Đơn vị", "unit", "province", "Tỉnh"), RANK: ("Hạng", "rank"), BAND: ("Xếp loại", "band", "tier")}
_TITLES = {UNIT: "Đơn vị", RANK: "Hạng", BAND: "Xếp loại", "": "Điểm chung"}  # as the export writes them, "" the whole
_LONGEST_UNIT, _LONGEST_BAND = 300, 40  # as they are stored
_MOST_UNITS = 1_000  # nowhere are more ranked together; with more the pages of the table take too long


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the rows, and every fault; nothing is to be stored where there is one.

    silent: units of which no figure is given, and which are therefore no rows
    """

    rows: tuple[Peer, ...]
    faults: tuple[Problem, ...]
    silent: tuple[str, ...] = ()


def read(text: str, edition: Edition) -> Read:
    """Read a table out of text; see `read_grid`."""
    return read_grid(grid_of_text(text, edition), edition)


def grid_of_text(text: str, edition: Edition) -> Grid:
    """The lines of pasted text."""
    return grid.of_text(text, head_test(_known(edition), UNIT))


def grid_of(content: bytes, name: str, edition: Edition) -> Grid:
    """The lines of a file, .xlsx or text. Raises ProblemError where it is none or no sheet of it is a table."""
    return grid.of_file(content, name, head_test(_known(edition), UNIT), _NAMES[UNIT][0])


def read_grid(lines: Grid, edition: Edition) -> Read:
    """Read a table: one line names the columns by names or codes of the edition, each further line is a unit."""
    faults: list[Problem] = []
    if lines.faults:
        return Read((), tuple(lines.faults))
    wanted = ", ".join([*(names[0] for names in _NAMES.values()), *(node.name.vi for node in edition.nodes)])
    found = heads(lines, _known(edition), UNIT, wanted, faults)
    if UNIT not in found.places:
        place = lines.where(lines.lines[0].number)
        return Read((), (*faults, table.NO_COLUMN(where=place, wanted=_NAMES[UNIT][0])))
    if len(found.rows) > _MOST_UNITS:
        return Read((), (table.TOO_MANY_ROWS(given=len(found.rows), wanted=_MOST_UNITS),))
    rows: list[Peer] = []
    seen: set[str] = set()
    for line in found.rows:
        peer = _Row(line, found, lines, edition).peer(seen, faults)
        if peer:
            rows.append(peer)
    telling = tuple(row for row in rows if row.scores or row.rank or row.band)
    if not telling and not faults:
        faults.append(told.NO_ROWS())
    return Read(telling, tuple(faults), tuple(row.unit for row in rows if not (row.scores or row.rank or row.band)))


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    heads: Heads
    grid: Grid
    edition: Edition

    def peer(self, seen: set[str], faults: list[Problem]) -> Peer | None:
        if not any(self.line.cells[place] for place in self.heads.places.values()):
            return None
        before = len(faults)
        unit = cells.words(self.cell(UNIT), self.where(UNIT), faults, _LONGEST_UNIT)
        is_again = bool(unit) and folded(unit) in seen
        seen.add(folded(unit))
        if is_again:
            faults.append(told.UNIT_TWICE(where=self.where(UNIT), given=unit))
        elif not unit and len(faults) == before:
            faults.append(told.NO_UNIT(where=self.where(UNIT)))
        codes = [code for code in self.heads.places if code not in _NAMES]
        scores = {code: score for code in codes if (score := self.score(code, faults)) is not None}
        band = self.cell(BAND) if BAND in self.heads.places else ""
        band = "" if cells.is_empty(band) else cells.words(band, self.where(BAND), faults, _LONGEST_BAND)
        rank = cells.rank(self.cell(RANK), self.where(RANK), faults) if RANK in self.heads.places else None
        return Peer(unit, rank, band, scores) if unit and not is_again else None

    def score(self, code: str, faults: list[Problem]) -> Decimal | None:
        scale = self.edition.node(code).scale
        wanted = f"{written(scale.minimum)}–{written(scale.maximum)}"
        score = cells.number(self.cell(code), self.where(code), faults, wanted)
        if score is not None and not scale.minimum <= score <= scale.maximum:
            faults.append(table.OFF_THE_SCALE(where=self.where(code), given=self.cell(code), wanted=wanted))
            return None
        return score

    def cell(self, column: str) -> str:
        return self.line.cells[self.heads.places[column]]

    def where(self, column: str) -> str:
        place = self.heads.places[column]
        return self.grid.where(self.line.number, place, self.heads.titles[place])


def _known(edition: Edition) -> dict[str, str]:
    """The codes by every name that a column may have, folded, with accents and without; one that two share is nobody's."""
    known: dict[str, str] = {}
    for node in reversed(below(edition)):
        known |= {folded(name): node.code for name in _names_of(node)}
    headline = edition.headline
    names = ("Tổng điểm", "total", *_names_of(headline))
    known |= {folded(name): headline.code for name in names}
    known |= {folded(node.code): node.code for node in edition.nodes}
    known |= {folded(title): column or headline.code for column, title in _exported_titles()}
    return unaccented(known | {folded(name): column for column, names in _NAMES.items() for name in names})


def _names_of(node: Node) -> tuple[str, ...]:
    return (*node.aliases, node.name.en, node.name.vi)


def _exported_titles() -> list[tuple[str, str]]:
    """The titles that an export has in each language, so that its file comes back whoever it was given to."""
    found = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found += [(column, _(title)) for column, title in _TITLES.items()]
    return found
