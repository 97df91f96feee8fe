"""Band: a word for a score, as far as somebody has stated it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from chiso.frameworks import BandMethod, BandRule, Edition, Interval
from chiso.legal import Dated
from chiso.scoring.arrays import Flags, Floats, rounded, settled

NO_BAND: Final = -1
Bands = NDArray[np.intp]


def rule_for(edition: Edition, code: str, on: date | None) -> Dated[BandRule] | None:
    """The bands of a node on a day; without a day only those that hold as long as its rules.

    None where no source states them: a band is a fact that may be absent.
    """
    timeline = edition.bands.get(code)
    if timeline is None:
        return None
    if on is not None:
        return timeline.find(on)
    rules = [dated.since for rule in edition.rules.values() for dated in rule]
    first = min([*rules, *(dated.since for dated in edition.ranking)])
    last = date(edition.last_year, 12, 31)
    return next((dated for dated in timeline if dated.since <= first and dated.is_in_force(last)), None)


def band(scores: Floats, rule: BandRule, decimals: int) -> Bands:
    """For each score (…, units) the place of its band in the rule, best first; -1 where nobody has stated it."""
    return _METHODS[rule.method](scores, rule, decimals)


def known_intervals(scores: Floats, rule: BandRule, decimals: int) -> Bands:
    """Scores as printed, both ends of the interval included; between intervals nothing is stated."""
    return _by_intervals(settled(rounded(scores, decimals)), rule, upper_included=True)


def cut_offs(scores: Floats, rule: BandRule, _decimals: int) -> Bands:
    """Unrounded scores from the lower bound on, below the upper bound."""
    return _by_intervals(settled(scores), rule, upper_included=False)


def quartiles(scores: Floats, _rule: BandRule, _decimals: int) -> Bands:
    """Quarters of all units with a score, by linear interpolation, bounds included upwards."""
    return _reached(scores, [_quantile(scores, share) for share in (0.75, 0.5, 0.25)])


def natural_gaps(scores: Floats, rule: BandRule, _decimals: int) -> Bands:
    """Bands that end at the widest gaps between neighbours in the ranking; of equal gaps the higher one."""
    ordered = np.sort(scores, axis=-1)[..., ::-1]  # NaN first
    gaps = np.round(ordered[..., :-1] - ordered[..., 1:], 9)
    widest = np.argsort(np.where(np.isnan(gaps), 0.0, -gaps), axis=-1, kind="stable")[..., : len(rule.bands) - 1]
    bounds = np.take_along_axis(ordered, np.sort(widest, axis=-1), axis=-1)
    return _reached(scores, [bounds[..., [place]] for place in range(bounds.shape[-1])])


_METHODS: Final[Mapping[BandMethod, Callable[[Floats, BandRule, int], Bands]]] = {
    BandMethod.KNOWN_INTERVALS: known_intervals,
    BandMethod.CUT_OFFS: cut_offs,
    BandMethod.QUARTILES: quartiles,
    BandMethod.NATURAL_GAPS: natural_gaps,
}


def _quantile(scores: Floats, share: float) -> Floats:
    """The quantile of the scores that there are, by linear interpolation, kept as one value a row."""
    ordered = np.sort(scores, axis=-1)  # NaN last
    known = np.sum(~np.isnan(scores), axis=-1, keepdims=True)
    place = np.maximum(known - 1, 0) * share
    lower = np.floor(place).astype(np.intp)
    upper = np.minimum(lower + 1, np.maximum(known - 1, 0))
    low, high = (np.take_along_axis(ordered, each, axis=-1) for each in (lower, upper))
    quantile: Floats = low + (high - low) * (place - lower)
    return quantile


def _reached(scores: Floats, bounds: list[Floats]) -> Bands:
    """The first band whose bound a score reaches, else the one after the last bound."""
    found = np.where(np.isnan(scores), NO_BAND, len(bounds))
    for place, bound in reversed(list(enumerate(bounds))):
        found = np.where(settled(scores) >= settled(bound), place, found)
    return found


def _by_intervals(exact: Floats, rule: BandRule, *, upper_included: bool) -> Bands:
    codes = [each.code for each in rule.bands]
    found = np.full(exact.shape, NO_BAND)
    for interval in reversed(rule.intervals):
        found = np.where(_lies_in(exact, interval, upper_included=upper_included), codes.index(interval.band), found)
    return found


def _lies_in(exact: Floats, interval: Interval, *, upper_included: bool) -> Flags:
    known: Flags = ~np.isnan(exact)
    if interval.lower is not None:
        known = known & (exact >= settled(np.array(float(interval.lower))))
    if interval.upper is None:
        return known
    upper = settled(np.array(float(interval.upper)))
    return known & (exact <= upper if upper_included else exact < upper)
