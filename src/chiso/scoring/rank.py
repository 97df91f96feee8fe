"""Rank: the highest score first, on unrounded scores; ties share the lower number; no score, no rank."""

from __future__ import annotations

import numpy as np

from chiso.scoring.arrays import Floats, Places, settled


def ranks(x: Floats, *, settle: bool = True) -> Floats:
    """The rank of each unit among those with a score, column by column; NaN where there is no score.

    settle: whether scores that differ behind the ninth decimal alone are equal
    """
    keys = np.ascontiguousarray(np.swapaxes(-(settled(x) if settle else x), -1, -2))  # sorted along memory, NaN last
    order = np.argsort(keys, axis=-1)
    ordered = np.take_along_axis(keys, order, axis=-1)
    starts = np.ones(ordered.shape, dtype=bool)
    np.not_equal(ordered[..., 1:], ordered[..., :-1], out=starts[..., 1:])
    first = np.maximum.accumulate(np.where(starts, np.arange(1.0, ordered.shape[-1] + 1), 0.0), axis=-1)
    first[np.isnan(ordered)] = np.nan
    found = np.empty_like(first)
    np.put_along_axis(found, order, first, axis=-1)
    return np.swapaxes(found, -1, -2)


def ranks_within(x: Floats, groups: Places) -> Floats:
    """The same among the units of each group; a unit without a group has no rank."""
    found = np.full(x.shape, np.nan)
    for group in np.unique(groups[groups >= 0]):
        members = groups == group
        found[..., members, :] = ranks(x[..., members, :])
    return found


def ranked(x: Floats, groups: Places | None = None) -> Floats:
    """How many units have a score, for each unit its own table's number."""
    if groups is None:
        return np.broadcast_to(np.sum(~np.isnan(x), axis=-2, keepdims=True, dtype=np.float64), x.shape)
    found = np.zeros(x.shape)
    for group in np.unique(groups[groups >= 0]):
        members = groups == group
        found[..., members, :] = np.sum(~np.isnan(x[..., members, :]), axis=-2, keepdims=True)
    return found
