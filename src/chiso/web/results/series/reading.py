"""From the lines of a spreadsheet to results, a line a figure, with every fault by sheet, line and column."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from chiso.frameworks import Edition, Node
from chiso.frameworks.edition import folded
from chiso.problems import Problem
from chiso.web.catalogue.editions import Editions
from chiso.web.directory.models import Agency, Subject
from chiso.web.results import _problems as figures
from chiso.web.results.models import Result
from chiso.web.results.operations import Entry, faults_of
from chiso.web.results.series import _problems as told
from chiso.web.results.series import columns as col
from chiso.web.results.sheets import scale_of
from chiso.web.results.spreadsheets import _problems as table
from chiso.web.results.spreadsheets import cells, grid
from chiso.web.results.spreadsheets.grid import Grid, Line
from chiso.web.results.spreadsheets.heads import Heads, head_test, heads, unaccented

_YEARS = range(2000, 2101)
_LONGEST_NAME, _LONGEST_BAND, _LONGEST_SOURCE = 300, 40, 500  # as they are stored
_COLUMN_OF = {
    figures.RANK_IMPOSSIBLE.code: col.RANK,
    figures.NO_SOURCE.code: col.SOURCE,
    figures.OFFICIAL_STANDS.code: col.STANDING,
    figures.NOT_OF_THE_AGENCY.code: col.UNIT,
}


@dataclass(frozen=True, slots=True)
class Aim:
    """What the table is of, and what holds where a line does not say it; edition None where no pack knows the index.

    by_year: the editions that lines of a year have asked for
    """

    agency: Agency
    subject: Subject
    family: str
    edition: Edition | None
    editions: Editions
    standing: str
    source: str
    by_year: dict[int, Edition | None] = field(default_factory=dict, repr=False, compare=False)

    def rules(self, year: int) -> Edition | None:
        """The edition by which results of a year are made; the chosen one where none covers it."""
        if year not in self.by_year:
            self.by_year[year] = self._rules(year)
        return self.by_year[year]

    def _rules(self, year: int) -> Edition | None:
        own = self.editions.get(self.edition.key, year) if self.edition else None
        if own and own.covers(year):
            return own
        found = self.editions.find(self.family, self.subject.province, year, self.subject.kind)
        return found if found and found.covers(year) else self.edition


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the entries, and every fault; nothing is to be stored where there is one."""

    entries: tuple[Entry, ...]
    faults: tuple[Problem, ...]


def grid_of(content: bytes, name: str) -> Grid:
    """The lines of a file, .xlsx or text. Raises ProblemError where it is none or no sheet of it is a table."""
    return grid.of_file(content, name, head_test(col.known(), col.YEAR), str(col.TITLES[col.YEAR]))


def grid_of_text(text: str) -> Grid:
    """The lines of pasted text."""
    return grid.of_text(text, head_test(col.known(), col.YEAR))


def read(lines: Grid, aim: Aim) -> Read:
    """Read results: a line names the columns, each further line is the figure of a year and a node."""
    faults: list[Problem] = []
    if lines.faults:
        return Read((), tuple(lines.faults))
    found = heads(lines, col.known(), col.YEAR, col.wanted(), faults)
    if col.YEAR not in found.places:
        place = lines.where(lines.lines[0].number)
        return Read((), (*faults, table.NO_COLUMN(where=place, wanted=col.TITLES[col.YEAR])))
    entries: list[Entry] = []
    seen: set[tuple[int, str, str]] = set()
    for line in found.rows:
        row = _Row(line, found, lines, aim)
        entry = row.entry(faults) if row.says_something else None
        if entry and _place(entry) in seen:
            faults.append(
                told.TWICE(where=row.where(col.YEAR), given=f"{entry['year']} {entry['name'] or _('Điểm chung')}")
            )
        elif entry:
            entries.append(entry)
            seen.add(_place(entry))
    if not entries and not faults:
        faults.append(table.NO_ROWS())
    return Read(tuple(entries), tuple(faults))


def _place(entry: Entry) -> tuple[int, str, str]:
    return entry["year"], entry["node"], entry["standing"]


@dataclass(frozen=True, slots=True)
class _Row:
    line: Line
    heads: Heads
    grid: Grid
    aim: Aim

    @property
    def says_something(self) -> bool:
        """Whether a figure stands in the line: those of a template that nobody filled in are passed over."""
        return any(not cells.is_empty(self.cell(column)) for column in (col.SCORE, col.RANK, col.BAND))

    def entry(self, faults: list[Problem]) -> Entry | None:
        before = len(faults)
        self._check_unit(faults)
        year = self._year(faults)
        edition = self.aim.rules(year) if year else self.aim.edition
        node = self._node(edition, faults)
        entry: Entry = {
            "subject": self.aim.subject,
            "family": self.aim.family,
            "edition": edition.key if edition else "",
            "year": year or _YEARS[0],
            "node": "" if node is None or _is_whole(node, edition) else node.code,
            "name": "" if node is None or _is_whole(node, edition) else node.name.vi,
            "standing": self._standing(faults),
            "source": self._words(col.SOURCE, _LONGEST_SOURCE, faults) or self.aim.source,
            "score": self._number(col.SCORE, faults),
            "scale": self._number(col.SCALE, faults),
            "rank": cells.rank(self.cell(col.RANK), self.where(col.RANK), faults),
            "rank_of": cells.rank(self.cell(col.RANK_OF), self.where(col.RANK_OF), faults),
            "band": self._words(col.BAND, _LONGEST_BAND, faults),
        }
        if len(faults) > before:
            return None
        if entry["scale"] is None:
            entry["scale"] = scale_of(edition, entry["node"])
        wrong = [
            each
            for each in faults_of(self.aim.agency, entry)
            if each.code != figures.OFFICIAL_STANDS.code or not _is_kept(entry)
        ]
        faults += [replace(fault, where=self.where(_COLUMN_OF.get(fault.code, col.SCORE))) for fault in wrong]
        return entry

    def _year(self, faults: list[Problem]) -> int | None:
        written = self.cell(col.YEAR)
        if written.isascii() and written.isdecimal() and len(written) == 4 and int(written) in _YEARS:  # noqa: PLR2004 - a year
            return int(written)
        wanted = f"{_YEARS[0]}–{_YEARS[-1]}"
        faults.append(told.NO_YEAR(where=self.where(col.YEAR), given=written, wanted=wanted))
        return None

    def _node(self, edition: Edition | None, faults: list[Problem]) -> Node | None:
        """The node that the code or else the name says; None for the whole, or with a fault added."""
        column = col.CODE if self.cell(col.CODE) else col.NAME
        written = self.cell(column)
        if not written or folded(written) in _names_of_whole():
            return None
        found = edition.find_node(written) if edition and column == col.NAME else None
        if edition and (written in edition or found):
            return found or edition.node(written)
        faults.append(
            told.UNKNOWN_NODE(
                where=self.where(column), given=written, wanted=edition.name.vi if edition else self.aim.family
            )
        )
        return None

    def _standing(self, faults: list[Problem]) -> str:
        written = self.cell(col.STANDING)
        if not written:
            return self.aim.standing
        found = _standings().get(folded(written))
        if found is None:
            faults.append(told.UNKNOWN_STANDING(where=self.where(col.STANDING), given=written))
        return found or self.aim.standing

    def _check_unit(self, faults: list[Problem]) -> None:
        written = self.cell(col.UNIT)
        names = (
            {self.aim.subject.name, self.aim.subject.province}
            if self.aim.subject.kind == Subject.Kind.PROVINCE
            else {self.aim.subject.name, self.aim.agency.name, self.aim.agency.short_name}
        )
        if written and folded(written) not in {folded(name) for name in names}:
            faults.append(told.ANOTHER_UNIT(where=self.where(col.UNIT), given=written, wanted=self.aim.subject.name))

    def _number(self, column: str, faults: list[Problem]) -> Decimal | None:
        return cells.number(self.cell(column), self.where(column), faults, self.cell(col.SCALE) or "100")

    def _words(self, column: str, most: int, faults: list[Problem]) -> str:
        written = self.cell(column)
        return "" if cells.is_empty(written) else cells.words(written, self.where(column), faults, most)

    def cell(self, column: str) -> str:
        place = self.heads.places.get(column)
        return "" if place is None else self.line.cells[place].strip()

    def where(self, column: str) -> str:
        place = self.heads.places.get(column)
        if place is None:
            return self.grid.where(self.line.number)
        return self.grid.where(self.line.number, place, self.heads.titles[place])


def _is_kept(entry: Entry) -> bool:
    """Whether a provisional figure says what is stored: what was given out comes back, official ones beside it or not."""
    figures = {name: entry[name] for name in ("subject", "year", "node", "standing", "score", "rank")}
    return Result.objects.filter(**figures).exists()


def _is_whole(node: Node, edition: Edition | None) -> bool:
    return edition is not None and node.code == edition.headline.code


@cache
def _names_of_whole() -> set[str]:
    names = {"total", "Tổng điểm", *_in_each_language("Điểm chung")}
    return set(unaccented({folded(name): name for name in names}))


@cache
def _standings() -> dict[str, str]:
    found = {str(standing.value): str(standing.value) for standing in Result.Standing}
    for standing in Result.Standing:
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                found[folded(str(standing.label))] = str(standing.value)
    return unaccented(found)


def _in_each_language(words: str) -> set[str]:
    found = {words}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found.add(_(words))
    return found
