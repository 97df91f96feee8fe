"""Observations: what was measured, of which unit, and how sure it is. Missing is not zero.

As a frame they are long: unit, node, period, value, status. For the steps they are turned into arrays once.
"""

from __future__ import annotations

import difflib
import shlex
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from chiso.frameworks import Arithmetic, Edition
from chiso.frameworks.edition import folded
from chiso.problems import Problem, ProblemError
from chiso.scoring import _problems as told
from chiso.scoring.arrays import Flags, Floats
from chiso.scoring.checking import Rows, attribute, faults_of, rows_of
from chiso.scoring.rounding import SETTLED
from chiso.scoring.status import STATUSES, WORDS, Status, place_of

_ALIKE: Final = 0.8
COLUMNS: Final = ("unit", "node", "period", "value", "status")
Statuses = NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class Observations:
    """Checked observations of one period by one edition.

    values:     units × codes of the edition; NaN where there is no value
    statuses:   units × codes, numbers of `STATUSES`
    given:      units × codes: whether the data say anything of it, were it only that it is missing
    attributes: by name, what each unit says there
    """

    edition: Edition
    units: tuple[str, ...]
    values: Floats
    statuses: Statuses
    given: Flags
    period: str | None = None
    attributes: Mapping[str, Sequence[str | None]] | None = None

    @property
    def applies(self) -> Flags | None:
        """Whether each code applies to each unit; None where all do."""
        without = self.statuses == place_of(Status.NOT_APPLICABLE)
        return ~without if without.any() else None

    @property
    def observed(self) -> Floats:
        """1 where a value was observed, disputed ones too, else 0."""
        sure = (self.statuses == place_of(Status.OBSERVED)) | (self.statuses == place_of(Status.DISPUTED))
        counted: Floats = sure.astype(np.float64)
        return counted

    @property
    def given_codes(self) -> set[str]:
        """The codes of which at least one unit has more than a missing value."""
        known = (self.statuses != place_of(Status.MISSING)).any(axis=0)
        return {code for code, is_given in zip(self.edition.codes, known, strict=True) if is_given}

    @property
    def frame(self) -> pl.DataFrame:
        """The observations as a long frame, unit by unit; values of points as decimals."""
        rows, columns = np.nonzero(self.given)
        values = pl.Series("value", self.values[rows, columns], dtype=pl.Float64).fill_nan(None)
        number = SETTLED if self.edition.arithmetic is Arithmetic.POINTS else pl.Float64()
        return pl.DataFrame(
            {
                "unit": named(rows, self.units),
                "node": named(columns, self.edition.codes),
                "period": pl.Series([self.period] * len(rows), dtype=pl.String),
                "value": values.cast(number),
                "status": named(self.statuses[rows, columns], [status.value for status in STATUSES]),
            }
        )


def named(places: NDArray[np.integer], names: Sequence[str]) -> pl.Series:
    """The names at places, as strings."""
    return pl.Series(names, dtype=pl.String).gather(pl.Series(places.astype(np.int64)))


def read(
    table: pl.DataFrame,
    edition: Edition,
    *,
    unit_column: str | None = None,
    ignore: Collection[str] = (),
) -> Observations:
    """Observations out of a table as people keep it, checked against an edition.

    table: long (unit, node, value, and period and status where needed) or wide (a column of units and one column
    a code, which may carry its label after a colon); columns of the edition's attributes may stand in both; numbers
    may still be text. unit_column: default is that of the edition. Raises ProblemError with every fault: unknown
    columns, codes, statuses, text that is no number, values off the scale or given twice.
    """
    return checked(shaped(table, edition, unit_column=unit_column, ignore=ignore), edition)


def read_history(
    table: pl.DataFrame, edition: Edition, *, unit_column: str | None = None, ignore: Collection[str] = ()
) -> dict[int, Observations]:
    """Observations of earlier years by year, out of one table with a column `period`. Raises as `read`."""
    long = shaped(table, edition, unit_column=unit_column, ignore=ignore)
    if "period" not in long.columns:
        told.NO_PERIOD.stop()
    years = long["period"].cast(pl.Int32, strict=False)
    if years.null_count():
        told.NO_PERIOD.stop()
    return {int(year): checked(long.filter(years == year), edition) for year in years.unique().sort()}


def shaped(table: pl.DataFrame, edition: Edition, *, unit_column: str | None, ignore: Collection[str]) -> pl.DataFrame:
    """The table as a long frame, its columns known."""
    column = unit_column or (edition.columns.unit if edition.columns.unit in table.columns else "unit")
    _check_ignored(table, ignore)
    aside = {*ignore, *(name for name in edition.columns.ignored if name != column)}
    kept = table.drop([name for name in table.columns if aside & {name, _code(name)}])
    if column not in kept.columns:
        told.NO_UNIT_COLUMN.stop(given=column, wanted=", ".join(kept.columns))
    kept = kept.rename({column: "unit"})
    if edition.columns.period in kept.columns:
        kept = kept.rename({edition.columns.period: "period"})
    if {"node", "value"} <= set(kept.columns):
        _check_columns(kept, (*COLUMNS, *edition.attributes), edition)
        return _emptied(kept, edition)
    kept = kept.rename({name: _code(name) for name in kept.columns})
    known = ("unit", "period", *edition.attributes)
    _check_columns(kept, (*known, *edition.codes), edition)
    index = [name for name in known if name in kept.columns]
    _check_units(kept, [name for name in index if name in {"unit", "period"}])
    codes = [name for name in kept.columns if name not in index]
    units = kept["unit"].cast(pl.String).str.strip_chars()
    kept = kept.with_columns(units.cast(pl.Enum(units.unique(maintain_order=True))))
    long = kept.unpivot(codes, index=index, variable_name="node", value_name="value")
    # Units and codes are told by their numbers: texts would be compared again in each of millions of rows.
    places = pl.Series(np.repeat(np.arange(len(codes), dtype=np.uint32), len(kept)))
    return _emptied(long.with_columns(pl.Series("node", codes, dtype=pl.Enum(codes)).gather(places)), edition)


def _code(name: str) -> str:
    """What a column is called before the colon, where its label follows."""
    return name.partition(":")[0].strip()


def _emptied(long: pl.DataFrame, edition: Edition) -> pl.DataFrame:
    """The table with nothing in the cells that hold no value: a word says so, or the edition says it of a sign."""
    if long["value"].dtype != pl.String:
        return long
    long = long.with_columns(pl.col("value").replace(list(edition.columns.missing), None))
    if "status" in long.columns or not long["value"].is_in(list(WORDS)).any():
        return long
    status = pl.col("value").replace_strict(WORDS, default=None, return_dtype=pl.String)
    return long.with_columns(pl.col("value").replace(list(WORDS), None), status.alias("status"))


def checked(observations: pl.DataFrame, edition: Edition) -> Observations:
    """The observations as arrays. Raises ProblemError with every fault."""
    if observations.is_empty():
        told.NO_OBSERVATIONS.stop()
    rows = rows_of(observations, edition)
    attributes = {name: attribute(rows, name) for name in edition.attributes if name in observations.columns}
    faults = [*faults_of(rows, edition), *(fault for _, several in attributes.values() for fault in several)]
    if faults:
        raise ProblemError(faults)
    return _turned(rows, edition, {name: labels for name, (labels, _) in attributes.items()})


def _turned(rows: Rows, edition: Edition, attributes: Mapping[str, Sequence[str | None]]) -> Observations:
    shape = len(rows.units), len(edition.codes)
    cells = rows.unit_of, rows.code_of
    values = np.full(shape, np.nan)
    statuses = np.full(shape, place_of(Status.MISSING), dtype=np.int8)
    given = np.zeros(shape, dtype=bool)
    values[cells] = rows.numbers
    statuses[cells] = rows.status_of
    given[cells] = True
    period = rows.periods[0] if rows.periods else None
    return Observations(edition, tuple(rows.units), values, statuses, given, period, attributes)


def _check_ignored(table: pl.DataFrame, ignore: Collection[str]) -> None:
    columns = ", ".join(table.columns)
    known = {*table.columns, *map(_code, table.columns)}
    unknown = [told.UNKNOWN_IGNORED(given=name, wanted=columns) for name in ignore if name not in known]
    if unknown:
        raise ProblemError(unknown)


def _check_columns(table: pl.DataFrame, known: Sequence[str], edition: Edition) -> None:
    unknown = [_unknown(name, known, edition) for name in table.columns if name not in known]
    if unknown:
        raise ProblemError(unknown)


def _unknown(name: str, known: Sequence[str], edition: Edition) -> Problem:
    """A column that is no code; with the code that it may mean."""
    called = [node.code for node in edition.nodes if folded(name) in map(folded, (*node.names, node.name.en))]
    close = called or difflib.get_close_matches(name, known, n=1, cutoff=_ALIKE)
    if close and close[0] in known:
        return told.MISNAMED_COLUMN(where=shlex.quote(name), given=name, wanted=close[0])
    return told.UNKNOWN_COLUMN(where=shlex.quote(name), given=name, wanted=", ".join(known[1:]))


def _check_units(table: pl.DataFrame, columns: Sequence[str]) -> None:
    """Whether each line names a unit, and each unit has one line."""
    units = table["unit"].cast(pl.String).str.strip_chars()
    nameless = (units.is_null() | (units == "")).fill_null(value=True).arg_true()
    faults = [told.NO_UNIT(given=row + 1) for row in nameless]
    counted = table.with_columns(units).filter(units != "").group_by(columns, maintain_order=True).len()
    faults += [told.UNIT_TWICE(where=unit, given=count) for unit, *_, count in counted.iter_rows() if count > 1]
    if faults:
        raise ProblemError(faults)
