"""Rank: the highest score first, on unrounded scores; ties share the lower number; no score, no rank."""

from __future__ import annotations

import numpy as np

from chiso.scoring.arrays import Floats, Places, settled


def ranks(x: Floats, *, settle: bool = True) -> Floats:
    """The rank of each unit among those with a score, column by column; NaN where there is no score.

    settle: whether scores that differ behind the ninth decimal alone are equal
    """
    keys = settled(x) if settle else x
    order = np.argsort(-keys, axis=-2, kind="stable")  # NaN last
    ordered = np.take_along_axis(keys, order, axis=-2)
    starts = np.ones(ordered.shape, dtype=bool)
    starts[..., 1:, :] = ordered[..., 1:, :] != ordered[..., :-1, :]
    places = np.arange(1.0, ordered.shape[-2] + 1)[:, None]
    first = np.maximum.accumulate(np.where(starts, places, 0.0), axis=-2)
    found = np.empty_like(first)
    np.put_along_axis(found, order, first, axis=-2)
    return np.where(np.isnan(x), np.nan, found)


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
