"""The shape of everything numeric: float64 arrays, units × columns on the last two axes, NaN where there is no value.

Any axes before them are draws; every function of the steps broadcasts over them.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Places = NDArray[np.intp]

UNITS: Final = -2
_LAST_SETTLED_PLACE: Final = 9


def lowest(x: Floats) -> Floats:
    """The least value of each column, kept as one row; NaN where a column has none."""
    least: Floats = np.fmin.reduce(x, axis=UNITS, keepdims=True)
    return least


def highest(x: Floats) -> Floats:
    """The greatest value of each column, kept as one row; NaN where a column has none."""
    greatest: Floats = np.fmax.reduce(x, axis=UNITS, keepdims=True)
    return greatest


def count(x: Floats) -> Floats:
    """How many values each column has, kept as one row."""
    counted: Floats = np.sum(~np.isnan(x), axis=UNITS, keepdims=True, dtype=np.float64)
    return counted


def mean(x: Floats) -> Floats:
    """The mean of each column, kept as one row; NaN where a column has no value."""
    known = count(x)
    total = np.sum(np.where(np.isnan(x), 0.0, x), axis=UNITS, keepdims=True)
    return divided(total, known)


def median(x: Floats) -> Floats:
    """The median of each column, kept as one row; NaN where a column has no value."""
    ordered = np.sort(x, axis=UNITS)  # NaN last
    known = count(x).astype(np.intp)
    middle = [np.maximum((known - shift) // 2, 0) for shift in (1, 0)]
    lower, upper = (np.take_along_axis(ordered, place, axis=UNITS) for place in middle)
    return np.where(known > 0, (lower + upper) / 2, np.nan)


def divided(a: Any, b: Any) -> Floats:  # noqa: ANN401 - arrays and numbers alike
    """A / b; NaN where b is zero."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.equal(b, 0), np.nan, np.divide(a, b))


def settled(x: Floats) -> Floats:
    """Whole numbers of the ninth decimal, in which the noise of float64 is gone; see `chiso.scoring.rounding`."""
    counted: Floats = np.rint(x * 10.0**_LAST_SETTLED_PLACE)
    return counted


def rounded(x: Floats, decimals: int) -> Floats:
    """Rounded half away from zero after the noise of float64 is gone."""
    unit = 10.0 ** (_LAST_SETTLED_PLACE - decimals)
    whole = np.sign(x) * np.floor((np.abs(settled(x)) + unit / 2) / unit)
    result: Floats = whole / 10.0**decimals
    return result
