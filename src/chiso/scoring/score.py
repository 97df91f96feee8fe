"""From observations to a scorecard: aggregate from the leaves up, then rank and band every node."""

from __future__ import annotations

import re
from datetime import date

import polars as pl

from chiso.frameworks import Edition, Rule
from chiso.legal import Dated
from chiso.scoring import band, rank
from chiso.scoring.aggregate import aggregated, observed
from chiso.scoring.layout import by_unit, stacked, widened
from chiso.scoring.observations import checked, given_codes
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
    wide = widened(frame, edition)
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
    """The rule in force of every node but the computed ones that the data give directly."""
    given = given_codes(frame)
    in_force = {code: timeline.on(day) for code, timeline in edition.rules.items()}
    return {code: rule for code, rule in in_force.items() if code not in given or not rule.value.is_computed}


def _shown(edition: Edition, frame: pl.DataFrame) -> list[str]:
    """The codes of the scorecard: all but those under a computed node that the data give directly."""
    given = given_codes(frame)
    hidden: set[str] = set()
    for code, timeline in edition.rules.items():
        if code in given and all(dated.value.is_computed for dated in timeline):
            hidden |= {node.code for node in edition.below(code)}
    return [node.code for node in edition.nodes if node.code not in hidden]


def _long(wide: pl.DataFrame, edition: Edition, codes: list[str], day: date | None) -> pl.DataFrame:
    """A row for each unit and node, units in the order of the data, nodes in that of the edition."""
    columns = {
        "score": stacked(wide, {code: pl.col(code) for code in codes}),
        "scale": stacked(wide, {code: pl.lit(float(edition.node(code).scale.maximum)) for code in codes}),
        "rank": stacked(wide, {code: rank.rank(pl.col(code)).cast(pl.Int64) for code in codes}),
        "rank_of": stacked(wide, {code: rank.rank_of(pl.col(code)).cast(pl.Int64) for code in codes}),
        "band": stacked(wide, {code: _band(edition, code, day) for code in codes}),
        "observed_share": stacked(wide, {code: pl.col(observed(code)) for code in codes}),
    }
    names = (
        stacked(wide, {code: pl.col("unit") for code in codes}),
        stacked(wide, {code: pl.lit(code) for code in codes}),
    )
    by_node = pl.DataFrame({"unit": names[0], "node": names[1], **columns})
    return by_node[by_unit(len(wide), len(codes))]


def _band(edition: Edition, code: str, day: date | None) -> pl.Expr:
    stated = band.rule_for(edition, code, day)
    if stated is None:
        return pl.lit(None, dtype=pl.String)
    return band.band(pl.col(code), stated.value, edition.decimals)
