"""Observations: what was measured, of which unit, and how sure it is. Missing is not zero.

The frame is long: unit, node, period, value, status.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Final

import polars as pl

from chiso.frameworks import Arithmetic, Edition
from chiso.problems import Problem, ProblemError
from chiso.scoring import _problems as told
from chiso.scoring.rounding import SETTLED


class Status(StrEnum):
    """How a value came about."""

    OBSERVED = "observed"
    IMPUTED = "imputed"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    DISPUTED = "disputed"


WITHOUT_VALUE: Final = (Status.MISSING, Status.NOT_APPLICABLE)
COLUMNS: Final = ("unit", "node", "period", "value", "status")
_STATUSES: Final = [status.value for status in Status]


def read(
    table: pl.DataFrame,
    edition: Edition,
    *,
    unit_column: str = "unit",
    ignore: Collection[str] = (),
) -> pl.DataFrame:
    """Observations out of a table as people keep it, checked against an edition.

    table: long (unit, node, value, and period and status where needed) or wide (a column of units and one column
    a code); numbers may still be text. Raises ProblemError with every fault: unknown columns, codes, statuses,
    text that is no number, values off the scale or given twice.
    """
    _check_ignored(table, ignore)
    kept = table.drop(list(ignore))
    if unit_column not in kept.columns:
        told.NO_UNIT_COLUMN.stop(given=unit_column, wanted=", ".join(kept.columns))
    kept = kept.rename({unit_column: "unit"})
    is_long = {"node", "value"} <= set(kept.columns)
    _check_columns(kept, COLUMNS if is_long else ("unit", *(node.code for node in edition.nodes)))
    return checked(kept if is_long else _lengthened(kept), edition)


def checked(observations: pl.DataFrame, edition: Edition) -> pl.DataFrame:
    """The observations with all five columns, values in the arithmetic of the edition.

    Raises ProblemError with every fault.
    """
    if observations.is_empty():
        told.NO_OBSERVATIONS.stop()
    texts = _completed(observations)
    frame = texts.with_columns(value=_number(texts["value"], edition.arithmetic))
    faults = [*_faults_of_text(texts, frame), *_faults_of_meaning(frame, edition)]
    if faults:
        raise ProblemError(faults)
    return frame


def given_codes(observations: pl.DataFrame) -> set[str]:
    """The codes of which at least one unit has more than a missing value."""
    return set(observations.filter(pl.col("status") != Status.MISSING.value)["node"].unique())


def _check_ignored(table: pl.DataFrame, ignore: Collection[str]) -> None:
    columns = ", ".join(table.columns)
    unknown = [told.UNKNOWN_IGNORED(given=name, wanted=columns) for name in ignore if name not in table.columns]
    if unknown:
        raise ProblemError(unknown)


def _check_columns(table: pl.DataFrame, known: Sequence[str]) -> None:
    wanted = ", ".join(known[1:])
    unknown = [told.UNKNOWN_COLUMN(given=name, wanted=wanted) for name in table.columns if name not in known]
    if unknown:
        raise ProblemError(unknown)


def _lengthened(wide: pl.DataFrame) -> pl.DataFrame:
    return wide.unpivot(index="unit", variable_name="node", value_name="value")


def _completed(observations: pl.DataFrame) -> pl.DataFrame:
    """All five columns; a status that nobody gave is observed where there is a value, else missing."""
    no_text = pl.lit(None, dtype=pl.String)
    has_value = pl.col("value").is_not_null()
    if observations["value"].dtype == pl.String:
        observations = observations.with_columns(pl.col("value").str.strip_chars().replace("", None))
    given = pl.col("status").replace("", None) if "status" in observations.columns else no_text
    inferred = pl.when(has_value).then(pl.lit(Status.OBSERVED.value)).otherwise(pl.lit(Status.MISSING.value))
    period = pl.col("period").cast(pl.String).replace("", None) if "period" in observations.columns else no_text
    return observations.select(
        pl.col("unit").cast(pl.String).str.strip_chars().replace("", None),
        pl.col("node").cast(pl.String).str.strip_chars(),
        period.alias("period"),
        "value",
        pl.coalesce(given, inferred).alias("status"),
    )


def _number(values: pl.Series, arithmetic: Arithmetic) -> pl.Series:
    """Points as exact decimals, statistics as float64; null where it is neither."""
    dtype = SETTLED if arithmetic is Arithmetic.POINTS else pl.Float64()
    numbers = values.cast(dtype, strict=False)
    if numbers.dtype.is_float():
        return numbers.to_frame().select(pl.when(pl.col("value").is_finite()).then("value")).to_series()
    return numbers


def _faults_of_text(texts: pl.DataFrame, frame: pl.DataFrame) -> Iterator[Problem]:
    for row in frame.with_row_index("row", offset=1).filter(pl.col("unit").is_null()).iter_rows(named=True):
        yield told.NO_UNIT(given=row["row"])
    unread = texts.filter(texts["value"].is_not_null() & frame["value"].is_null())
    for row in unread.iter_rows(named=True):
        yield told.NOT_A_NUMBER(where=_where(row), given=row["value"])
    for row in frame.filter(~pl.col("status").is_in(_STATUSES)).iter_rows(named=True):
        yield told.UNKNOWN_STATUS(where=_where(row), given=row["status"], wanted=", ".join(_STATUSES))
    lacks = pl.col("status").is_in([status.value for status in WITHOUT_VALUE])
    contradicting = texts.filter(lacks == pl.col("value").is_not_null())
    for row in contradicting.iter_rows(named=True):
        yield told.VALUE_AND_STATUS(where=_where(row), given=row["status"])


def _faults_of_meaning(frame: pl.DataFrame, edition: Edition) -> Iterator[Problem]:
    yield from _unknown_codes(frame, edition)
    yield from _off_scale(frame, edition)
    repeated = frame.filter(frame.select("unit", "node", "period").is_duplicated())
    counts = repeated.group_by("unit", "node", "period", maintain_order=True).len()
    for row in counts.iter_rows(named=True):
        yield told.GIVEN_TWICE(where=_where(row), given=row["len"])
    periods = frame["period"].unique().drop_nulls().sort().to_list()
    if len(periods) > 1:
        yield told.SEVERAL_PERIODS(given=", ".join(periods))
    given = given_codes(frame)
    for code in (code for code in edition.rules if code in given):
        below = [node.code for node in edition.below(code) if node.code in given]
        if below and any(dated.value.is_computed for dated in edition.rules[code]):
            yield told.COMPUTED_AND_GIVEN(given=code, wanted=", ".join(below))


def _unknown_codes(frame: pl.DataFrame, edition: Edition) -> Iterator[Problem]:
    codes = [node.code for node in edition.nodes]
    for code in frame["node"].unique(maintain_order=True):
        if code not in edition:
            close = difflib.get_close_matches(str(code), codes) or codes
            yield told.UNKNOWN_CODE(given=code, wanted=", ".join(close))


def _off_scale(frame: pl.DataFrame, edition: Edition) -> Iterator[Problem]:
    scales = pl.DataFrame(
        {
            "node": [node.code for node in edition.nodes],
            "minimum": [node.scale.minimum for node in edition.nodes],
            "maximum": [node.scale.maximum for node in edition.nodes],
        },
        schema={"node": pl.String, "minimum": SETTLED, "maximum": SETTLED},
    )
    value = pl.col("value").cast(SETTLED, strict=False)
    off = frame.join(scales, on="node", how="inner").filter((value < pl.col("minimum")) | (value > pl.col("maximum")))
    for row in off.iter_rows(named=True):
        scale = edition.node(row["node"]).scale
        yield told.OFF_SCALE(where=_where(row), given=row["value"], wanted=f"{scale.minimum}–{scale.maximum}")


def _where(row: dict[str, object]) -> str:
    return f"{row['unit']}, {row['node']}"
