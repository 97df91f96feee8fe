"""What may be wrong with observations, found in whole columns at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Final

import polars as pl

from chiso.frameworks import Edition, NodeKind
from chiso.problems import Problem
from chiso.scoring import _problems as told
from chiso.scoring.observations import STATUSES, WITHOUT_VALUE, Status
from chiso.scoring.rounding import NOISE

_STATUSES: Final = [status.value for status in STATUSES]


def completed(observations: pl.DataFrame, edition: Edition) -> pl.DataFrame:
    """The five columns, `number` with the value as a number, and the edition's attributes.

    A status that nobody gave is observed where there is a value, else missing; a period that is empty is none.
    """
    names = observations.columns
    value = pl.col("value")
    if observations["value"].dtype == pl.String:
        observations = observations.with_columns(value.str.strip_chars().replace("", None))
    inferred = pl.when(value.is_not_null()).then(pl.lit(Status.OBSERVED.value)).otherwise(pl.lit(Status.MISSING.value))
    number = value.cast(pl.Float64, strict=False)
    return observations.select(
        _text("unit"),
        pl.col("node").cast(pl.String).str.strip_chars(),
        (_text("period") if "period" in names else pl.lit(None, dtype=pl.String)).alias("period"),
        "value",
        pl.coalesce(_text("status"), inferred).alias("status") if "status" in names else inferred.alias("status"),
        pl.when(number.is_finite()).then(number).alias("number"),
        *(_text(name) for name in edition.attributes if name in names),
    )


def faults_of_text(frame: pl.DataFrame) -> Iterator[Problem]:
    """Rows without a unit, text that is no number, statuses that there are not, or that do not go with the value."""
    for row in frame.with_row_index("row", offset=1).filter(pl.col("unit").is_null()).iter_rows(named=True):
        yield told.NO_UNIT(given=row["row"])
    for row in frame.filter(pl.col("value").is_not_null() & pl.col("number").is_null()).iter_rows(named=True):
        yield told.NOT_A_NUMBER(where=_where(row), given=row["value"])
    for row in frame.filter(~pl.col("status").is_in(_STATUSES)).iter_rows(named=True):
        yield told.UNKNOWN_STATUS(where=_where(row), given=row["status"], wanted=", ".join(_STATUSES))
    lacks = pl.col("status").is_in([status.value for status in WITHOUT_VALUE])
    for row in frame.filter(lacks == pl.col("value").is_not_null()).iter_rows(named=True):
        yield told.VALUE_AND_STATUS(where=_where(row), given=row["status"])


def faults_of_meaning(frame: pl.DataFrame, edition: Edition) -> Iterator[Problem]:
    """Codes that there are not, values off their scale or given twice, several periods, computed nodes with parts."""
    present = frame["node"].unique(maintain_order=True)
    yield from _unknown_codes(present, edition)
    yield from _off_scale(frame, edition)
    if frame.select("unit", "node", "period").is_duplicated().any():
        yield from _given_twice(frame)
    periods = frame["period"].unique().drop_nulls().sort().to_list()
    if len(periods) > 1:
        yield told.SEVERAL_PERIODS(given=", ".join(periods))
    yield from _computed_and_given(frame, edition)
    for name in (name for name in edition.attributes if name in frame.columns):
        several = frame.group_by("unit", maintain_order=True).agg(pl.col(name).n_unique().alias("many"))
        for row in several.filter(pl.col("many") > 1).iter_rows(named=True):
            yield told.ATTRIBUTE_TWICE(where=row["unit"], given=name)


def _text(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String).str.strip_chars().replace("", None)


def _unknown_codes(present: pl.Series, edition: Edition) -> Iterator[Problem]:
    codes = edition.codes
    for code in present:
        if code not in codes:
            close = difflib.get_close_matches(str(code), codes) or codes
            yield told.UNKNOWN_CODE(given=code, wanted=", ".join(close))


def _given_twice(frame: pl.DataFrame) -> Iterator[Problem]:
    repeated = frame.filter(frame.select("unit", "node", "period").is_duplicated())
    counts = repeated.group_by("unit", "node", "period", maintain_order=True).len()
    for row in counts.iter_rows(named=True):
        yield told.GIVEN_TWICE(where=_where(row), given=row["len"])


def _off_scale(frame: pl.DataFrame, edition: Edition) -> Iterator[Problem]:
    """Scores off their scale; of indicators that are normalised the scale is that of the result."""
    raw = {node.code for node in edition.nodes if node.kind is NodeKind.INDICATOR} if edition.steps else set()
    bounded = [node for node in edition.nodes if not node.scale.is_open and node.code not in raw]
    codes = [node.code for node in bounded]
    low, high = ([float(getattr(node.scale, end)) for node in bounded] for end in ("minimum", "maximum"))
    value, node = pl.col("number"), pl.col("node")
    off = (value < node.replace_strict(codes, low, default=None, return_dtype=pl.Float64) - NOISE) | (
        value > node.replace_strict(codes, high, default=None, return_dtype=pl.Float64) + NOISE
    )
    for row in frame.filter(off).iter_rows(named=True):
        scale = edition.node(row["node"]).scale
        yield told.OFF_SCALE(where=_where(row), given=row["value"], wanted=f"{scale.minimum}–{scale.maximum}")


def _computed_and_given(frame: pl.DataFrame, edition: Edition) -> Iterator[Problem]:
    given = set(frame.filter(pl.col("status") != Status.MISSING.value)["node"].unique())
    for code in (code for code in edition.rules if code in given):
        timeline = edition.rules[code]
        facts = {part.code for dated in timeline for part in dated.value.parts}
        below = [each for each in edition.codes if each in given and (each in facts or _is_below(each, code, edition))]
        if below and any(dated.value.is_computed for dated in timeline):
            yield told.COMPUTED_AND_GIVEN(given=code, wanted=", ".join(below))


def _is_below(code: str, above: str, edition: Edition) -> bool:
    while code in edition and (parent := edition.node(code).parent) is not None:
        if parent == above:
            return True
        code = parent
    return False


def _where(row: dict[str, object]) -> str:
    return f"{row['unit']}, {row['node']}"
