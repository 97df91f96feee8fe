"""Points for a ratio: given as such, or as numerator and denominator."""

from __future__ import annotations

import numpy as np

from chiso.scoring.arrays import Floats, divided


def ratio(parts: Floats, when_zero: float) -> Floats:
    """The ratio of two parts, or the one part; `when_zero` where the denominator is zero.

    parts: units × 1 or units × 2, both of two from zero up.
    """
    if parts.shape[-1] == 1:
        return parts[..., 0]
    numerator, denominator = parts[..., 0], parts[..., 1]
    return np.where(denominator == 0, when_zero, divided(numerator, denominator))


def steps(ratios: Floats, bounds: Floats, points: Floats, below: float) -> Floats:
    """The points of the highest bound that is reached; `below` under the last.

    bounds, points: from the highest down; a ratio that is given as such may be below zero. Source: "100%: x điểm; từ 80% đến dưới 100%: y điểm; dưới 80%: 0 điểm".
    """
    found = np.full(ratios.shape, below)
    for bound, worth in zip(bounds[::-1], points[::-1], strict=True):
        found = np.where(ratios >= bound, worth, found)
    return np.where(np.isnan(ratios), np.nan, found)


def share_over_threshold(ratios: Floats, maximum: float, threshold: float) -> Floats:
    """Give min(1, ratio) · maximum from the threshold on, nothing below it. ratios: from zero up."""
    share: Floats = np.minimum(ratios, 1.0) * maximum
    return np.where(ratios < threshold, 0.0, share)


def proportion_to_target(ratios: Floats, maximum: float, target: float) -> Floats:
    """Give min(1, ratio / target) · maximum. ratios: from zero up."""
    points: Floats = np.minimum(ratios / target, 1.0) * maximum
    return points
