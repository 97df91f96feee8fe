"""Impute: values for those that are missing, indicator by indicator."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from chiso.scoring.arrays import Floats, Places, mean, median

Average = Callable[[Floats], Floats]


def by_average(x: Floats, average: Average) -> Floats:
    """Give each missing value the average (mean or median) of its column over all units."""
    return np.where(np.isnan(x), average(x), x)


def by_average_of_group(x: Floats, average: Average, groups: Places) -> Floats:
    """Give each missing value the average of its column over the units of its own group.

    groups: for each unit the number of its group, -1 where it has none; a group without any value stays missing.
    """
    filled = x.copy()
    for group in np.unique(groups[groups >= 0]):
        members = groups == group
        filled[..., members, :] = by_average(x[..., members, :], average)
    return filled


def by_constant(x: Floats, value: float) -> Floats:
    """Give each missing value one number."""
    return np.where(np.isnan(x), value, x)


AVERAGES: Final[Mapping[str, Average]] = {
    "mean": mean,
    "median": median,
    "mean_of_group": mean,
    "median_of_group": median,
}
