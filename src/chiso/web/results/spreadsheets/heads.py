"""The names of the columns of a table: where they stand, in one line or two, and which column is what."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chiso.frameworks.edition import folded
from chiso.problems import Problem
from chiso.web.results.spreadsheets import _problems as told
from chiso.web.results.spreadsheets.grid import FIRST_LINES, Grid, IsHead, Line

_NUMBERING = frozenset({"tt", "stt", "sốtt", "sốthứtự", "no"})  # columns that count the lines and say nothing else


@dataclass(frozen=True, slots=True)
class Heads:
    """The columns of a grid that are known, by what they are; `titles` as written; `rows` the lines below them."""

    places: Mapping[str, int]
    titles: tuple[str, ...]
    rows: tuple[Line, ...]


def heads(grid: Grid, known: Mapping[str, str], main: str, wanted: str, faults: list[Problem]) -> Heads:
    """Find the columns, each fault of theirs added.

    known: what a column is by its folded name; main: the column without which a line is no head; wanted: all names
    """
    is_head = head_test(known, main)
    at = next((place for place, line in enumerate(grid.lines[:FIRST_LINES]) if is_head(line.cells)), 0)
    head, rows = grid.lines[at], grid.lines[at + 1 :]
    titles = head.cells
    if rows and _continues(head, rows[0], known, main):
        titles, rows = _joined(titles, rows[0].cells), rows[1:]
    places: dict[str, int] = {}
    for place, title in enumerate(titles):
        if folded(title) in _NUMBERING:
            continue
        column = known.get(folded(title), "") if title else ""
        if not title:
            if any(place < len(line.cells) and line.cells[place] for line in rows):
                faults.append(told.NO_HEAD(where=grid.where(head.number, place)))
        elif not column:
            faults.append(told.UNKNOWN_COLUMN(where=grid.where(head.number), given=title, wanted=wanted))
        elif column in places:
            faults.append(told.COLUMN_TWICE(where=grid.where(head.number), given=title))
        else:
            places[column] = place
    return Heads(places, titles, _as_wide(grid, rows, len(titles), faults))


def unaccented(known: Mapping[str, str]) -> dict[str, str]:
    """Folded names with what they stand for, and those names without accents too where one thing alone may be meant.

    >>> unaccented({"năm": "year", "mã": "code", "má": "cheek"})
    {'nam': 'year', 'năm': 'year', 'mã': 'code', 'má': 'cheek'}
    """
    meant: dict[str, set[str]] = {}
    for name, what in known.items():
        meant.setdefault(_bare(name), set()).add(what)
    return {name: what for name, (what, *more) in meant.items() if not more} | dict(known)


def head_test(known: Mapping[str, str], main: str) -> IsHead:
    """A test of whether cells name the main column and another, so that their line is the head of a table."""

    def is_head(cells: Sequence[str]) -> bool:
        found = {column for cell in cells if cell and (column := known.get(folded(cell)))}
        return main in found and len(found) > 1

    return is_head


def _main_place(cells: Sequence[str], known: Mapping[str, str], main: str) -> int | None:
    return next((place for place, cell in enumerate(cells) if cell and known.get(folded(cell.strip())) == main), None)


def _continues(head: Line, below: Line, known: Mapping[str, str], main: str) -> bool:
    """Whether the line below goes on naming columns, under heads that were merged."""
    place = _main_place(head.cells, known, main) or 0
    is_open = place >= len(below.cells) or not below.cells[place]
    named = [cell for cell in below.cells if cell]
    return is_open and bool(named) and all(folded(cell) in known for cell in named)


def _joined(above: tuple[str, ...], below: tuple[str, ...]) -> tuple[str, ...]:
    length = max(len(above), len(below))
    upper, lower = ((*each, *("" for _ in range(length - len(each)))) for each in (above, below))
    return tuple(low or high for high, low in zip(upper, lower, strict=True))


def _as_wide(grid: Grid, rows: tuple[Line, ...], width: int, faults: list[Problem]) -> tuple[Line, ...]:
    """The lines that are no wider than their heads, filled up to them; those that are wider add their fault."""
    kept = []
    for line in rows:
        if any(line.cells[width:]):
            faults.append(told.TOO_MANY_CELLS(where=grid.where(line.number), given=len(line.cells), wanted=width))
        else:
            filled = (*line.cells[:width], *("" for _ in range(width - len(line.cells))))
            kept.append(Line(line.number, filled))
    return tuple(kept)


def _bare(folded_name: str) -> str:
    letters = unicodedata.normalize("NFD", folded_name.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
