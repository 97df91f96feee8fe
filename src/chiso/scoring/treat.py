"""Treat: outliers pulled in, and where that is not enough, a transformation of the whole indicator.

An indicator passes where its absolute skewness is below one bound or its kurtosis below another. One that does not
pass is winsorised, the extreme on the side of its skewness set to the next value, until it passes or so many values
have been set; one that still does not pass is transformed instead, from its values as they were.
Source: OECD/JRC handbook, step 3; the order and the bounds are those of COINr's `Treat`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from chiso.scoring.arrays import Flags, Floats, count, divided, highest, lowest, mean

_LEAST_POINTS: Final = 4


@dataclass(frozen=True, slots=True)
class Treatment:
    """How outliers are treated.

    most:     values that may be winsorised
    then:     the transformation, by its name in `TRANSFORMATIONS`
    exponent: of Box and Cox
    combine:  whether the transformation takes the winsorised values instead of those as they were
    """

    most: int = 5
    skewness: float = 2.0
    kurtosis: float = 3.5
    then: str = "log_ct"
    exponent: float = 0.5
    combine: bool = False


def skewness(x: Floats) -> Floats:
    """Sample skewness of each column, kept as one row: √n·Σd³ / (Σd²)^1.5 · √(n(n−1)) / (n−2)."""
    n, deviations = count(x), _deviations(x)
    second, third = (np.nansum(deviations**power, axis=-2, keepdims=True) for power in (2, 3))
    return divided(np.sqrt(n) * third, second**1.5) * divided(np.sqrt(n * (n - 1)), n - 2)


def kurtosis(x: Floats) -> Floats:
    """Sample excess kurtosis of each column, kept as one row: ((n+1)(r−3)+6)·(n−1) / ((n−2)(n−3)), r = n·Σd⁴/(Σd²)²."""
    n, deviations = count(x), _deviations(x)
    second, fourth = (np.nansum(deviations**power, axis=-2, keepdims=True) for power in (2, 4))
    raw = divided(n * fourth, second**2)
    return ((n + 1) * (raw - 3) + 6) * divided(n - 1, (n - 2) * (n - 3))


def passes(x: Floats, treatment: Treatment) -> Flags:
    """Whether each column needs no treatment: too few or equal values never do."""
    measured = (np.abs(skewness(x)) < treatment.skewness) | (kurtosis(x) < treatment.kurtosis)
    too_few = (count(x) < _LEAST_POINTS) | (lowest(x) == highest(x))
    verdict: Flags = (measured | too_few)[..., 0, :]
    return verdict


def treated(x: Floats, treatment: Treatment) -> Floats:
    """The columns after treatment; those that pass stay as they are. Takes units × columns, without draws."""
    result = x.copy()
    for place in np.flatnonzero(~passes(x, treatment)):
        result[:, place] = _treated(x[:, [place]], treatment)[:, 0]
    return result


def winsorised(column: Floats, treatment: Treatment) -> Floats:
    """One column (units × 1) with extremes set to the next value, until it passes or `most` values are set."""
    x = column.copy()
    high: list[int] = []
    low: list[int] = []
    while len(high) + len(low) < treatment.most and not passes(x, treatment)[0]:
        if skewness(x)[0, 0] >= 0:
            high = _set(x, highest(x)[0, 0], highest)
        else:
            low = _set(x, lowest(x)[0, 0], lowest)
    return x


def _set(x: Floats, extreme: float, next_to: Callable[[Floats], Floats]) -> list[int]:
    """Set all values at an extreme to the next one, and tell their places; what was set before is among them."""
    places = np.flatnonzero(x[:, 0] == extreme)
    x[places, 0] = next_to(x[x[:, 0] != extreme])[0, 0]
    return [int(place) for place in places]


def log_ct(x: Floats) -> Floats:
    """Log of x − min + (max − min)/100."""
    return np.log(x - lowest(x) + 0.01 * (highest(x) - lowest(x)))


def log_ct_orig(x: Floats) -> Floats:
    """Log of x − min + 1."""
    return np.log(x - lowest(x) + 1)


def log_gii(x: Floats) -> Floats:
    """Log of (max − 1)(x − min)/(max − min) + 1, as the Global Innovation Index takes it; for maxima above 1."""
    return np.log((highest(x) - 1) * divided(x - lowest(x), highest(x) - lowest(x)) + 1)


def box_cox(x: Floats, exponent: float) -> Floats:
    """Give (y^λ − 1)/λ with y = x − min + 1; log y where λ is zero."""
    y = x - lowest(x) + 1
    return np.log(y) if exponent == 0 else (y**exponent - 1) / exponent


TRANSFORMATIONS: Final[Mapping[str, Callable[[Floats, float], Floats]]] = {
    "none": lambda x, _exponent: x,
    "log_ct": lambda x, _exponent: log_ct(x),
    "log_ct_orig": lambda x, _exponent: log_ct_orig(x),
    "log_gii": lambda x, _exponent: log_gii(x),
    "box_cox": box_cox,
}


def _treated(column: Floats, treatment: Treatment) -> Floats:
    pulled_in = winsorised(column, treatment)
    if treatment.then == "none" or passes(pulled_in, treatment)[0]:
        return pulled_in
    start = pulled_in if treatment.combine else column
    return TRANSFORMATIONS[treatment.then](start, treatment.exponent)


def _deviations(x: Floats) -> Floats:
    return x - mean(x)
