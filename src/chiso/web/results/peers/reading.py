"""From the text of a spreadsheet to the rows of a table, with every fault by line and column."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from chiso.frameworks import Edition
from chiso.frameworks.edition import folded
from chiso.problems import Problem
from chiso.web.results.peers import _problems as told
from chiso.web.results.peers.values import Peer, below

UNIT, RANK, BAND = "unit", "rank", "band"
_NAMES = {UNIT: ("Đơn vị", "unit", "province", "Tỉnh"), RANK: ("Hạng", "rank"), BAND: ("Xếp loại", "band", "tier")}
_TITLES = {UNIT: "Đơn vị", RANK: "Hạng", BAND: "Xếp loại", "": "Điểm chung"}  # as the export writes them, "" the whole
_EMPTY = frozenset({"", "-", "–", "n/a"})
_SEPARATORS = ";\t,"


@dataclass(frozen=True, slots=True)
class Read:
    """What was read: the rows, and every fault; nothing is to be stored where there is one."""

    rows: tuple[Peer, ...]
    faults: tuple[Problem, ...]


def read(text: str, edition: Edition) -> Read:
    """Read a table: the first line names the columns by names or codes of the edition, each further line is a unit.

    Lines that begin with # are skipped; cells are separated by semicolons, tabs or commas, whichever the first line has.
    """
    lines = [
        (number, line) for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1) if _says_something(line)
    ]
    if len(lines) < 2:  # noqa: PLR2004 - the names of the columns and one unit
        return Read((), (told.NO_ROWS(),))
    separator = max(_SEPARATORS, key=lines[0][1].count)
    cells = list(csv.reader((line for _number, line in lines), delimiter=separator))
    columns, faults = _columns(cells[0], edition, lines[0][0])
    if UNIT not in columns:
        return Read((), tuple(faults))
    rows: list[Peer] = []
    for (number, _line), row in zip(lines[1:], cells[1:], strict=False):
        if len(row) > len(columns):
            where = _("dòng %(line)s") % {"line": number}
            faults.append(told.TOO_MANY_CELLS(where=where, given=len(row), wanted=len(columns)))
            continue
        line = _Line(number, dict(zip(columns, row, strict=False)), dict(zip(columns, cells[0], strict=True)), edition)
        peer = line.peer(rows, faults)
        if peer:
            rows.append(peer)
    return Read(tuple(rows), tuple(faults))


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    cells: dict[str, str]
    heads: dict[str, str]
    edition: Edition

    def peer(self, above: Sequence[Peer], faults: list[Problem]) -> Peer | None:
        unit = self.cells[UNIT].strip()
        if not unit:
            faults.append(told.NO_UNIT(where=self.where(UNIT)))
            return None
        if any(folded(row.unit) == folded(unit) for row in above):
            faults.append(told.UNIT_TWICE(where=self.where(UNIT), given=unit))
            return None
        codes = [code for code in self.cells if code not in _NAMES]
        scores = {code: score for code in codes if (score := self.score(code, faults)) is not None}
        return Peer(unit, self.rank(faults), self.cells.get(BAND, "").strip(), scores)

    def score(self, code: str, faults: list[Problem]) -> Decimal | None:
        written = self.cells[code].strip()
        if written.casefold() in _EMPTY:
            return None
        score = _number(written)
        if score is None:
            faults.append(told.NOT_A_NUMBER(where=self.where(code), given=written))
            return None
        scale = self.edition.node(code).scale
        if not scale.minimum <= score <= scale.maximum:
            faults.append(
                told.OFF_THE_SCALE(where=self.where(code), given=written, wanted=f"{scale.minimum}–{scale.maximum}")
            )
            return None
        return score

    def rank(self, faults: list[Problem]) -> int | None:
        written = self.cells.get(RANK, "").strip()
        if written.casefold() in _EMPTY:
            return None
        if written.isascii() and written.isdecimal() and int(written) > 0:
            return int(written)
        faults.append(told.NOT_A_RANK(where=self.where(RANK), given=written))
        return None

    def where(self, column: str) -> str:
        return _("dòng %(line)s, cột “%(column)s”") % {"line": self.number, "column": self.heads[column].strip()}


def _columns(heads: Sequence[str], edition: Edition, line: int) -> tuple[list[str], list[Problem]]:
    known = _known(edition)
    columns: list[str] = []
    faults: list[Problem] = []
    for head in heads:
        code = known.get(folded(head), "")
        if not code:
            wanted = ", ".join([*(names[0] for names in _NAMES.values()), *(node.name.vi for node in edition.nodes)])
            faults.append(told.UNKNOWN_COLUMN(given=head.strip(), wanted=wanted))
        elif code in columns:
            faults.append(told.COLUMN_TWICE(given=head.strip()))
        columns.append(code if code not in columns else f"{code}+")
    if UNIT not in columns:
        faults.append(told.NO_UNIT_COLUMN(where=str(line)))
    return ([] if faults else columns), faults


def _known(edition: Edition) -> dict[str, str]:
    """The codes by every name that a column may have, folded; a name that two nodes share is nobody's."""
    known: dict[str, str] = {}
    for node in reversed(below(edition)):
        known |= {folded(name): node.code for name in (*node.aliases, node.name.en, node.name.vi)}
    headline = edition.headline
    names = ("Tổng điểm", "total", headline.name.vi, headline.name.en, *headline.aliases)
    known |= {folded(name): headline.code for name in names}
    known |= {folded(node.code): node.code for node in edition.nodes}
    known |= {folded(title): column or headline.code for column, title in _exported_titles()}
    return known | {folded(name): column for column, names in _NAMES.items() for name in names}


def _exported_titles() -> list[tuple[str, str]]:
    """The titles that an export has in each language, so that its file comes back whoever it was given to."""
    found = []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found += [(column, _(title)) for column, title in _TITLES.items()]
    return found


def _number(written: str) -> Decimal | None:
    plain = written.replace("\u00a0", "").replace(" ", "")
    try:
        number = Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _says_something(line: str) -> bool:
    return bool(line.strip(" ;,\t")) and not line.startswith("#")
