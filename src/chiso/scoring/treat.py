"""Treat: outliers pulled in, and where that is not enough, a transformation of the whole indicator.

An indicator passes where its absolute skewness is below one bound or its kurtosis below another. One that does not
pass is winsorised, the extreme on the side of its skewness set to the next value, until it passes or so many values
have been set; one that still does not pass is transformed instead where that is asked for, from its values as they were.
Source: OECD/JRC handbook, step 3; the order and the bounds are those of COINr's `Treat`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from chiso.scoring.arrays import UNITS, Flags, Floats, count, divided, highest, lowest, mean

_LEAST_POINTS: Final = 4


@dataclass(frozen=True, slots=True)
class Treatment:
    """How outliers are treated.

    most:     values that may be winsorised
    then:     the transformation of what still does not pass, by its name in `TRANSFORMATIONS`
    exponent: of Box and Cox
    combine:  whether the transformation takes the winsorised values instead of those as they were
    """

    most: int = 5
    skewness: float = 2.0
    kurtosis: float = 3.5
    then: str = "none"
    exponent: float = 0.5
    combine: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """How the values of columns lie about their means, one row each: sums of powers of deviations from the mean."""

    count: Floats
    second: Floats
    third: Floats
    fourth: Floats

    @classmethod
    def of(cls, x: Floats) -> Shape:
        """Of the columns of an array."""
        deviations = np.where(np.isnan(x), 0.0, x - mean(x))
        squares = deviations * deviations
        return cls(
            count(x),
            _summed(deviations, deviations),
            _summed(squares, deviations),
            _summed(squares, squares),
        )

    @property
    def skewness(self) -> Floats:
        """Sample skewness: √n·Σd³ / (Σd²)^1.5 · √(n(n−1)) / (n−2)."""
        n = self.count
        return divided(np.sqrt(n) * self.third, self.second**1.5) * divided(np.sqrt(n * (n - 1)), n - 2)

    @property
    def kurtosis(self) -> Floats:
        """Sample excess kurtosis: ((n+1)(r−3)+6)·(n−1) / ((n−2)(n−3)), r = n·Σd⁴/(Σd²)²."""
        n = self.count
        raw = divided(n * self.fourth, self.second**2)
        return ((n + 1) * (raw - 3) + 6) * divided(n - 1, (n - 2) * (n - 3))


def _summed(one: Floats, other: Floats) -> Floats:
    """The sum of products down each column, kept as one row."""
    total: Floats = np.einsum("...uc,...uc->...c", one, other)[..., None, :]
    return total


def passes(x: Floats, treatment: Treatment, shape: Shape | None = None) -> Flags:
    """Whether each column needs no treatment: too few or equal values never do."""
    shape = shape or Shape.of(x)
    measured = (np.abs(shape.skewness) < treatment.skewness) | (shape.kurtosis < treatment.kurtosis)
    too_few = (shape.count < _LEAST_POINTS) | (lowest(x) == highest(x))
    verdict: Flags = (measured | too_few)[..., 0, :]
    return verdict


def treated(x: Floats, treatment: Treatment) -> Floats:
    """The columns after treatment; those that pass stay as they are."""
    side_by_side = np.moveaxis(x, UNITS, 0)
    columns = side_by_side.reshape(len(side_by_side), -1).copy()
    failing = np.flatnonzero(~passes(columns, treatment))
    columns[:, failing] = _treated(columns[:, failing], treatment)
    return np.moveaxis(columns.reshape(side_by_side.shape), 0, UNITS)


def winsorised(columns: Floats, treatment: Treatment) -> Floats:
    """Columns (units × columns) with extremes set to the next value, until each passes or `most` values are set."""
    x = columns.copy()
    high, low = np.zeros((2, x.shape[1]), dtype=np.intp)  # how many values stand at each end because they were set
    while True:
        shape = Shape.of(x)
        failing = np.flatnonzero((high + low < treatment.most) & ~passes(x, treatment, shape))
        if not len(failing):
            return x
        part = x[:, failing]
        is_high = shape.skewness[0, failing] >= 0
        extreme = part == np.where(is_high, highest(part), lowest(part))
        rest = np.where(extreme, np.nan, part)
        x[:, failing] = np.where(extreme, np.where(is_high, highest(rest), lowest(rest)), part)
        high[failing] = np.where(is_high, extreme.sum(axis=0), high[failing])
        low[failing] = np.where(is_high, low[failing], extreme.sum(axis=0))


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


def _treated(columns: Floats, treatment: Treatment) -> Floats:
    """Columns that do not pass: winsorised, and transformed where that is not enough."""
    x = winsorised(columns, treatment)
    failing = np.flatnonzero(~passes(x, treatment))
    if len(failing) and treatment.then != "none":
        start = x if treatment.combine else columns
        x[:, failing] = TRANSFORMATIONS[treatment.then](start[:, failing], treatment.exponent)
    return x
