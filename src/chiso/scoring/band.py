"""Band: a word for a score, as far as somebody has stated it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

import polars as pl

from chiso.frameworks import BandMethod, BandRule, Edition, Interval
from chiso.legal import Dated
from chiso.scoring.rounding import SETTLED, printed, settled

_QUARTERS: Final = (0.75, 0.5, 0.25)


def rule_for(edition: Edition, code: str, on: date | None) -> Dated[BandRule] | None:
    """The bands of a node on a day; without a day only those that hold for all years of the edition.

    None where no source states them: a band is a fact that may be absent.
    """
    timeline = edition.bands.get(code)
    if timeline is None:
        return None
    if on is not None:
        return timeline.find(on)
    first, last = date(edition.first_year, 1, 1), date(edition.last_year, 12, 31)
    return next((dated for dated in timeline if dated.is_in_force(first) and dated.is_in_force(last)), None)


def band(scores: pl.Expr, rule: BandRule, decimals: int) -> pl.Expr:
    """The code of each unit's band; null where there is no score or nobody has stated the band."""
    return _METHODS[rule.method](scores, rule, decimals)


def known_intervals(scores: pl.Expr, rule: BandRule, decimals: int) -> pl.Expr:
    """Scores as printed, both ends of the interval included; between intervals nothing is stated."""
    shown = printed(scores, decimals)
    return _first((_from(shown, each) & _up_to(shown, each, included=True), each.band) for each in rule.intervals)


def cut_offs(scores: pl.Expr, rule: BandRule, _decimals: int) -> pl.Expr:
    """Unrounded scores from the lower bound on, below the upper bound."""
    exact = settled(scores)
    return _first((_from(exact, each) & _up_to(exact, each, included=False), each.band) for each in rule.intervals)


def quartiles(scores: pl.Expr, rule: BandRule, _decimals: int) -> pl.Expr:
    """Four bands by P75, P50 and P25 of all units with a score, by linear interpolation, bounds included upwards."""
    exact = scores.cast(pl.Float64)
    codes = [each.code for each in rule.bands]
    bounds = [settled(exact) >= settled(exact.quantile(share, "linear")) for share in _QUARTERS]
    return _first(zip([*bounds, exact.is_not_null()], codes, strict=True))


_METHODS: Final[Mapping[BandMethod, Callable[[pl.Expr, BandRule, int], pl.Expr]]] = {
    BandMethod.KNOWN_INTERVALS: known_intervals,
    BandMethod.CUT_OFFS: cut_offs,
    BandMethod.QUARTILES: quartiles,
}


def _first(choices: Iterable[tuple[pl.Expr, str]]) -> pl.Expr:
    return pl.coalesce([pl.when(fits).then(pl.lit(code)) for fits, code in choices])


def _from(scores: pl.Expr, interval: Interval) -> pl.Expr:
    return scores.is_not_null() if interval.lower is None else scores >= _literal(interval.lower)


def _up_to(scores: pl.Expr, interval: Interval, *, included: bool) -> pl.Expr:
    if interval.upper is None:
        return scores.is_not_null()
    return scores <= _literal(interval.upper) if included else scores < _literal(interval.upper)


def _literal(bound: Decimal) -> pl.Expr:
    return pl.lit(bound, dtype=SETTLED)
