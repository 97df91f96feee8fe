"""Normalise: indicators on one scale, more always better.

Every function takes values that are already turned so that more is better (`turned`), units × columns on the last
two axes, and leaves missing values missing. Source: OECD/JRC handbook, step 5.
"""

from __future__ import annotations

import numpy as np

from chiso.scoring.arrays import Floats, count, divided, highest, lowest, mean
from chiso.scoring.rank import ranks


def turned(x: Floats, directions: Floats) -> Floats:
    """The values times 1 where more is better and −1 where less is."""
    return x * directions


def minmax(x: Floats, low: Floats, high: Floats, lower: float, upper: float) -> Floats:
    """Give lower + (upper − lower)·(x − low)/(high − low); NaN where high is low, for nobody has said what then."""
    return lower + (upper - lower) * divided(x - low, high - low)


def zscore(x: Floats, wanted_mean: float, wanted_deviation: float) -> Floats:
    """Give mean + deviation·(x − x̄)/s, with the sample's standard deviation s (n − 1)."""
    n = count(x)
    squares = np.nansum((x - mean(x)) ** 2, axis=-2, keepdims=True)
    return wanted_mean + wanted_deviation * divided(x - mean(x), np.sqrt(divided(squares, n - 1)))


def scale(x: Floats, centre: float, divide: float) -> Floats:
    """Give (x − centre)/divide."""
    return (x - centre) / divide


def rank(x: Floats) -> Floats:
    """1 for the lowest value, equal values sharing the lower number."""
    return _ascending(x)


def borda(x: Floats) -> Floats:
    """The number of units below."""
    return _ascending(x) - 1


def percentile(x: Floats) -> Floats:
    """The share of the other units that are below: (rank − 1)/(n − 1)."""
    return divided(_ascending(x) - 1, count(x) - 1)


def distance_to_maximum(x: Floats) -> Floats:
    """Give 1 − (max − x)/(max − min)."""
    return 1 - divided(highest(x) - x, highest(x) - lowest(x))


def distance_to_reference(x: Floats, reference: int) -> Floats:
    """Give 1 − (r − x)/(r − min), r the value of the unit in row `reference`."""
    at = x[..., reference : reference + 1, :]
    return 1 - divided(at - x, at - lowest(x))


def distance_to_target(x: Floats, targets: Floats, *, cap: bool) -> Floats:
    """Give (x − min)/(target − min), at most 1 where it is capped."""
    distance = divided(x - lowest(x), targets - lowest(x))
    return np.minimum(distance, 1.0) if cap else distance


def fraction_of_maximum(x: Floats) -> Floats:
    """Give x/max; infinite where max is zero and x is not, which is no score."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share: Floats = x / highest(x)
    return share


def goalposts(x: Floats, low: Floats, high: Floats, lower: float, upper: float, *, cut: bool) -> Floats:
    """Give lower + (upper − lower)·(x − low)/(high − low) between bounds set beforehand, cut off beyond them or not."""
    share = divided(x - low, high - low)
    return lower + (upper - lower) * (np.clip(share, 0.0, 1.0) if cut else share)


def _ascending(x: Floats) -> Floats:
    return ranks(-x, settle=False)
