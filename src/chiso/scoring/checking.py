"""A long table turned into arrays of places and numbers, and what may be wrong with it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from chiso.frameworks import Edition
from chiso.problems import Problem
from chiso.scoring import _problems as told
from chiso.scoring.arrays import Flags, Floats, Places
from chiso.scoring.rounding import NOISE
from chiso.scoring.rubric.domain import domains
from chiso.scoring.status import STATUSES, WITHOUT_VALUE, Status, place_of

NOWHERE: Final = -1


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """The rows of a long table, column by column.

    units, unit_of: the units in order, and for each row the place of its own; -1 where none is named
    code_of:        the place of its code among those of the edition; -1 where there is no such code
    has_value:      whether something stands in the cell, be it a number or not
    status_of:      the number of its status; -1 where there is no such status
    """

    table: pl.DataFrame
    units: list[str]
    unit_of: Places
    code_of: Places
    numbers: Floats
    has_value: Flags
    status_of: NDArray[np.int8]
    periods: list[str]

    def where(self, row: np.integer | int) -> str:
        """The unit and the code of a row, as written."""
        return f"{self.table['unit'][int(row)]}, {self.table['node'][int(row)]}"


def rows_of(table: pl.DataFrame, edition: Edition) -> Rows:
    """The rows of a long table; a status that nobody gave is observed where there is a value, else missing."""
    units, unit_of = _encoded(table["unit"])
    nodes, node_of = _encoded(table["node"])
    known = {code: place for place, code in enumerate(edition.codes)}
    code_places = np.array([*(known.get(node, NOWHERE) for node in nodes), NOWHERE])
    value = table["value"]
    if value.dtype == pl.String:
        value = value.str.strip_chars().replace("", None)
    numbers = value.cast(pl.Float64, strict=False).to_numpy().astype(np.float64)
    has_value = value.is_not_null().to_numpy()
    periods, _ = _encoded(table["period"]) if "period" in table.columns else ([], None)
    return Rows(
        table,
        units,
        unit_of,
        code_places[node_of],
        np.where(np.isfinite(numbers), numbers, np.nan),
        has_value,
        _statuses(table, has_value),
        sorted(periods),
    )


def faults_of(rows: Rows, edition: Edition) -> Iterator[Problem]:
    """Everything that is wrong with the rows."""
    yield from _faults_of_text(rows)
    yield from _unknown_codes(rows, edition)
    yield from _off_scale(rows, edition)
    yield from _off_domain(rows, edition)
    yield from _given_twice(rows)
    if len(rows.periods) > 1:
        yield told.SEVERAL_PERIODS(given=", ".join(rows.periods))
    yield from _computed_and_given(rows, edition)


def attribute(rows: Rows, name: str) -> tuple[list[str | None], list[Problem]]:
    """What each unit says in a column of the table, and the units that say several things."""
    labels, label_of = _encoded(rows.table[name])
    found = np.full(len(rows.units), NOWHERE)
    found[rows.unit_of] = label_of
    several = {rows.units[unit] for unit in rows.unit_of[found[rows.unit_of] != label_of]}
    faults = [told.ATTRIBUTE_TWICE(where=unit, given=name) for unit in sorted(several)]
    return [None if place == NOWHERE else labels[place] for place in found], faults


def _encoded(column: pl.Series) -> tuple[list[str], Places]:
    """The different texts of a column in their order, without white space around, and the place of each row's."""
    if isinstance(column.dtype, pl.Enum):
        different = column.dtype.categories
    else:
        column = column.cast(pl.String)
        different = column.unique(maintain_order=True).drop_nulls()
        stripped = different.str.strip_chars()
        if not (stripped == different).all() or (different == "").any():
            column = column.str.strip_chars().replace("", None)
            different = column.unique(maintain_order=True).drop_nulls()
        column = column.cast(pl.Enum(different))
    places = column.to_physical().cast(pl.Int64).fill_null(NOWHERE)
    return different.to_list(), places.to_numpy().astype(np.intp, copy=False)


def _statuses(table: pl.DataFrame, has_value: Flags) -> NDArray[np.int8]:
    inferred = np.where(has_value, place_of(Status.OBSERVED), place_of(Status.MISSING)).astype(np.int8)
    if "status" not in table.columns:
        return inferred
    names, status_of = _encoded(table["status"])
    numbers = [STATUSES.index(Status(name)) if name in set(STATUSES) else NOWHERE for name in names]
    given = np.array([*numbers, NOWHERE], dtype=np.int8)[status_of]
    return np.where(status_of == NOWHERE, inferred, given)


def _faults_of_text(rows: Rows) -> Iterator[Problem]:
    for row in np.flatnonzero(rows.unit_of == NOWHERE):
        yield told.NO_UNIT(given=row + 1)
    for row in np.flatnonzero(rows.has_value & np.isnan(rows.numbers)):
        yield told.NOT_A_NUMBER(where=rows.where(row), given=rows.table["value"][int(row)])
    for row in np.flatnonzero(rows.status_of == NOWHERE):
        given = rows.table["status"][int(row)]
        yield told.UNKNOWN_STATUS(where=rows.where(row), given=given, wanted=", ".join(STATUSES))
    lacks = np.isin(rows.status_of, [place_of(status) for status in WITHOUT_VALUE])
    for row in np.flatnonzero((lacks == rows.has_value) & (rows.status_of != NOWHERE)):
        yield told.VALUE_AND_STATUS(where=rows.where(row), given=STATUSES[rows.status_of[row]])


def _unknown_codes(rows: Rows, edition: Edition) -> Iterator[Problem]:
    unknown = rows.table["node"].gather(np.flatnonzero(rows.code_of == NOWHERE))
    for code in unknown.unique(maintain_order=True):
        close = difflib.get_close_matches(str(code), edition.codes) or edition.codes
        yield told.UNKNOWN_CODE(given=code, wanted=", ".join(close))


def _off_scale(rows: Rows, edition: Edition) -> Iterator[Problem]:
    """Scores off their scale; of indicators that are normalised the scale is that of the result."""
    low, high = _scales(edition)
    off = (rows.numbers < low[rows.code_of] - NOISE) | (rows.numbers > high[rows.code_of] + NOISE)
    for row in np.flatnonzero(off):
        scale = edition.node(edition.codes[rows.code_of[row]]).scale
        given = rows.table["value"][int(row)]
        yield told.OFF_SCALE(where=rows.where(row), given=given, wanted=f"{scale.minimum}–{scale.maximum}")


def _off_domain(rows: Rows, edition: Edition) -> Iterator[Problem]:
    """Facts for which no rule awards points: neither yes nor no, less than none, beyond the end of their scale."""
    for code, domain in domains(edition).items():
        of_code = np.flatnonzero(rows.code_of == edition.codes.index(code))
        numbers = rows.numbers[of_code]
        off = (numbers < domain.low - NOISE) | (numbers > domain.high + NOISE)
        if domain.is_yes_no:
            off |= (numbers != np.round(numbers)) & ~np.isnan(numbers)
        for row in of_code[off]:
            yield told.OFF_DOMAIN(where=rows.where(row), given=rows.table["value"][int(row)], wanted=domain)


def _scales(edition: Edition) -> tuple[Floats, Floats]:
    """The ends of the scale of each code, and of none (the last); infinite where it has none."""
    measured = {node.code for node in edition.indicators} if edition.steps else set()
    for steps in (dated.value for dated in edition.steps):
        measured |= {code for step in steps.normalise for code in step.nodes}
    ends = {node.code: node.scale for node in edition.nodes if node.code not in measured}
    low = [float(ends[code].minimum) if code in ends else -np.inf for code in edition.codes]
    high = [float(ends[code].maximum) if code in ends else np.inf for code in edition.codes]
    return np.array([*low, -np.inf]), np.array([*high, np.inf])


def _given_twice(rows: Rows) -> Iterator[Problem]:
    if len(rows.periods) > 1 or _all_different(rows):
        return
    cells: dict[tuple[int, int], list[int]] = {}
    for row, cell in enumerate(zip(rows.unit_of.tolist(), rows.code_of.tolist(), strict=True)):
        cells.setdefault(cell, []).append(row)
    for same in (same for cell, same in cells.items() if len(same) > 1 and NOWHERE not in cell):
        yield told.GIVEN_TWICE(where=rows.where(same[0]), given=len(same))


def _all_different(rows: Rows) -> bool:
    width = int(rows.code_of.max()) + 2
    seen = np.zeros((len(rows.units) + 1, width), dtype=bool)
    seen[rows.unit_of, rows.code_of] = True
    return int(seen.sum()) == len(rows.unit_of)


def _computed_and_given(rows: Rows, edition: Edition) -> Iterator[Problem]:
    stated = np.zeros(len(edition.codes) + 1, dtype=bool)  # the last of rows without a code
    stated[rows.code_of[rows.status_of != place_of(Status.MISSING)]] = True
    given = [edition.codes[place] for place in np.flatnonzero(stated[:-1])]
    for code in (code for code in given if code in edition.rules):
        timeline = edition.rules[code]
        parts = {part.code for dated in timeline for part in dated.value.parts}
        below = _below(parts | {node.code for node in edition.below(code)}, edition)
        found = [each for each in given if each in below and each != code]
        if found and any(dated.value.is_computed for dated in timeline):
            yield told.COMPUTED_AND_GIVEN(given=code, wanted=", ".join(found))


def _below(codes: set[str], edition: Edition) -> set[str]:
    """The codes, and the parts of their rules, facts among them."""
    timelines = [edition.rules[code] for code in codes if code in edition.rules]
    facts = {part.code for timeline in timelines for dated in timeline for part in dated.value.parts}
    return codes | facts
