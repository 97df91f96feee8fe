"""From observations to a scorecard: aggregate from the leaves up, then rank and band every node."""

from __future__ import annotations

import re
from datetime import date

import polars as pl

from chiso.frameworks import Arithmetic, Edition, Rule
from chiso.legal import Dated
from chiso.scoring import band, rank
from chiso.scoring.aggregate import aggregated, not_applicable, observed
from chiso.scoring.observations import Status, checked
from chiso.scoring.rounding import SETTLED
from chiso.scoring.scorecard import Scorecard

_YEAR = re.compile(r"\d{4}")


def score(edition: Edition, observations: pl.DataFrame, *, as_of: date | None = None) -> Scorecard:
    """Every node of every unit: score, rank and band, by the rules of a day.

    observations: long (unit, node, value, and where needed period and status), of one period
    as_of:        the day whose rules apply; else the last day of the period, where that is a year

    A node that the data give directly is taken as given, and what lies under it is left out.
    Raises ProblemError with all faults of the observations, NotInForce where a rule is out of its dates.
    """
    frame = checked(observations, edition)
    day = as_of or _last_day(frame["period"].drop_nulls().first())
    rules = _rules(edition, frame, day)
    wide = _wide(frame, edition)
    for code in reversed([node.code for node in edition.nodes]):
        if code in rules and rules[code].value.is_computed:
            wide = aggregated(wide, code, rules[code].value, edition)
    return Scorecard(
        edition=edition,
        as_of=day,
        observations=frame,
        rules=rules,
        frame=_long(wide, edition, _shown(edition, frame), day),
    )


def _last_day(period: object) -> date | None:
    return date(int(str(period)), 12, 31) if period is not None and _YEAR.fullmatch(str(period)) else None


def _rules(edition: Edition, frame: pl.DataFrame, day: date | None) -> dict[str, Dated[Rule]]:
    """The rule in force of every node that the data do not give."""
    given = _given(frame)
    return {code: timeline.on(day) for code, timeline in edition.rules.items() if code not in given}


def _given(frame: pl.DataFrame) -> set[str]:
    return set(frame.filter(pl.col("status") != Status.MISSING.value)["node"])


def _shown(edition: Edition, frame: pl.DataFrame) -> list[str]:
    """The codes of the scorecard: all but those under a computed node that the data give directly."""
    given = _given(frame)
    hidden: set[str] = set()
    for code, timeline in edition.rules.items():
        if code in given and all(dated.value.is_computed for dated in timeline):
            hidden |= {node.code for node in edition.below(code)}
    return [node.code for node in edition.nodes if node.code not in hidden]


def _wide(frame: pl.DataFrame, edition: Edition) -> pl.DataFrame:
    """A row a unit, in the order of the data; three columns for each node."""
    codes = [node.code for node in edition.nodes]
    number = SETTLED if edition.arithmetic is Arithmetic.POINTS else pl.Float64()
    units = frame.select(pl.col("unit").unique(maintain_order=True))
    values = _pivoted(frame, "value")
    statuses = _pivoted(frame, "status")
    missing = pl.lit(Status.MISSING.value)
    has = set(frame["node"])
    status = {code: (pl.col(f"{code} status").fill_null(missing) if code in has else missing) for code in codes}
    sure = [Status.OBSERVED.value, Status.DISPUTED.value]
    return units.join(values, on="unit", maintain_order="left").join(
        statuses.rename({code: f"{code} status" for code in has}), on="unit", maintain_order="left",
    ).select(
        "unit",
        *(pl.col(code).cast(number) if code in has else pl.lit(None, dtype=number).alias(code) for code in codes),
        *((status[code] == Status.NOT_APPLICABLE.value).alias(not_applicable(code)) for code in codes),
        *(status[code].is_in(sure).cast(pl.Float64).alias(observed(code)) for code in codes),
    )  # fmt: skip


def _pivoted(frame: pl.DataFrame, content: str) -> pl.DataFrame:
    return frame.select("unit", "node", content).pivot(on="node", index="unit", values=content, maintain_order=True)


def _long(wide: pl.DataFrame, edition: Edition, codes: list[str], day: date | None) -> pl.DataFrame:
    """A row for each unit and node, units in the order of the data, nodes in that of the edition."""
    parts = [_ranked(wide, edition, code, place, day) for place, code in enumerate(codes)]
    unsorted = pl.concat(parts).sort("row", "place")
    return unsorted.drop("row", "place")


def _ranked(wide: pl.DataFrame, edition: Edition, code: str, place: int, day: date | None) -> pl.DataFrame:
    scores = pl.col(code)
    stated = band.rule_for(edition, code, day)
    words = band.band(scores, stated.value, edition.decimals) if stated else pl.lit(None, dtype=pl.String)
    return wide.with_row_index("row").select(
        "row",
        pl.lit(place).alias("place"),
        "unit",
        pl.lit(code).alias("node"),
        scores.alias("score"),
        pl.lit(float(edition.node(code).scale.maximum)).alias("scale"),
        rank.rank(scores).cast(pl.Int64).alias("rank"),
        rank.rank_of(scores).cast(pl.Int64).alias("rank_of"),
        words.alias("band"),
        pl.col(observed(code)).alias("observed_share"),
    )
