"""Aggregate: parts put together into a whole, for all units and draws at once.

values:  (…, units, parts), NaN where a part has no value; weights: (…, parts). What comes out is (…, units): the mean
over the parts that have a value, NaN where none has. Source: OECD/JRC handbook, step 6.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from chiso.frameworks import Method
from chiso.scoring.arrays import Floats, divided


def weighted_mean(values: Floats, weights: Floats) -> Floats:
    """Give Σ wᵢ·xᵢ / Σ wᵢ."""
    return _weighed(values, weights)


def geometric_mean(values: Floats, weights: Floats) -> Floats:
    """Give exp(Σ wᵢ·log xᵢ / Σ wᵢ); zero where a value is zero. Values are not below zero."""
    with np.errstate(divide="ignore", invalid="ignore"):
        mean: Floats = np.exp(_weighed(_of_weight(np.log(values), weights), weights))
    return mean


def harmonic_mean(values: Floats, weights: Floats) -> Floats:
    """Give Σ wᵢ / Σ (wᵢ/xᵢ); zero where a value is zero. Values are not below zero."""
    return power_mean(values, weights, -1.0)


def power_mean(values: Floats, weights: Floats, exponent: float) -> Floats:
    """Give (Σ wᵢ·xᵢ^p / Σ wᵢ)^(1/p); zero where p is below zero and a value is zero. Values are not below zero."""
    with np.errstate(divide="ignore", invalid="ignore"):
        result: Floats = _weighed(_of_weight(values**exponent, weights), weights) ** (1 / exponent)
    return result


def sum_of_points(values: Floats) -> Floats:
    """Σ xᵢ."""
    known = ~np.isnan(values)
    total = np.where(known, values, 0.0).sum(axis=-1)
    return np.where(known.any(axis=-1), total, np.nan)


def share_of_maximum(values: Floats, maxima: Floats) -> Floats:
    """Σ xᵢ / Σ maximumᵢ, over the parts that have a value."""
    return divided(sum_of_points(values), _present(values, maxima))


MEANS: Final[Mapping[Method, Callable[[Floats, Floats], Floats]]] = {
    Method.WEIGHTED_MEAN: weighted_mean,
    Method.GEOMETRIC_MEAN: geometric_mean,
    Method.HARMONIC_MEAN: harmonic_mean,
}


def _of_weight(values: Floats, weights: Floats) -> Floats:
    """The values, zero in place of the endless ones that have no weight."""
    endless = np.isinf(values)
    return np.where(endless & (weights[..., None, :] == 0), 0.0, values) if endless.any() else values


def _weighed(values: Floats, weights: Floats) -> Floats:
    return divided(_product(np.where(np.isnan(values), 0.0, values), weights), _present(values, weights))


def _present(values: Floats, numbers: Floats) -> Floats:
    """The sum of the numbers of the parts that have a value."""
    known = ~np.isnan(values)
    if known.all():
        total: Floats = numbers.sum(axis=-1)[..., None]
        return total
    return _product(known.astype(np.float64), numbers)


def _product(values: Floats, weights: Floats) -> Floats:
    """(…, units, parts) · (…, parts), draws of either broadcast."""
    product: Floats = np.matmul(values, weights[..., None])[..., 0]
    return product
