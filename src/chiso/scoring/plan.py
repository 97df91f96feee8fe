"""The tree of a recipe as places in arrays, from the leaves up, and how values go up it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from chiso.frameworks import Lacking, Method, Rule
from chiso.scoring import _problems as told
from chiso.scoring.aggregate import MEANS, power_mean, share_of_maximum, sum_of_points
from chiso.scoring.arrays import Flags, Floats, Places, divided, rounded
from chiso.scoring.recipe import Recipe
from chiso.scoring.rubric.award import awarded
from chiso.scoring.weigh import first_component, stakes

_OF_POSITIVE: Final = frozenset({Method.GEOMETRIC_MEAN, Method.HARMONIC_MEAN, Method.POWER_MEAN})
_TABLE: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Joint:
    """A computed node.

    code:    of the node
    place:   of the node among the codes of the edition; parts: those of its parts
    weights: of the parts (1 where the rule does not weigh); maxima: of their scales; stakes: see `weigh.stakes`
    """

    code: str
    place: int
    parts: Places
    rule: Rule
    weights: Floats
    maxima: Floats
    stakes: Floats


def compiled(recipe: Recipe, given: Collection[str] = ()) -> tuple[Joint, ...]:
    """The nodes put together after the steps, from the leaves up, without those whose codes the data give directly."""
    return tuple(joint for joint in _joints(recipe, given) if recipe.edition.is_put_together(joint.rule))


def awards(recipe: Recipe, given: Collection[str] = ()) -> tuple[Joint, ...]:
    """The nodes that rules award for facts alone, before the steps, without those whose codes the data give directly."""
    return tuple(joint for joint in _joints(recipe, given) if not recipe.edition.is_put_together(joint.rule))


def _joints(recipe: Recipe, given: Collection[str]) -> tuple[Joint, ...]:
    edition = recipe.edition
    places = {code: place for place, code in enumerate(edition.codes)}
    out = recipe.left_out
    joints = []
    for node in reversed(edition.nodes):
        rule = recipe.rules.get(node.code)
        if rule is None or not rule.is_computed or node.code in out or node.code in given:
            continue
        kept = [part for part in rule.parts if part.code not in out]
        if kept:
            at_stake = stakes(edition, rule)
            joints.append(
                Joint(
                    code=node.code,
                    place=places[node.code],
                    parts=np.array([places[part.code] for part in kept]),
                    rule=rule,
                    weights=np.array([1.0 if part.weight is None else float(part.weight) for part in kept]),
                    maxima=np.array([_maximum(recipe, part.code) for part in kept]),
                    stakes=np.array([float(at_stake[part.code]) for part in kept]),
                )
            )
    return tuple(joints)


def up(
    plan: tuple[Joint, ...], values: Floats, applies: Flags | None = None, weights: Floats | None = None
) -> dict[int, Floats]:
    """The score of every computed node, by its place: (…, units).

    values:  (…, units, codes); NaN where there is no value
    applies: (units, codes); None where everything applies. Computed nodes that do not apply are marked in it.
    weights: (…, codes), draws before them if there are; None for those of the recipe
    """
    found: dict[int, Floats] = {}
    for joint in plan:
        parts = _columns(joint, values, found)
        of_parts = None if applies is None else applies[:, joint.parts]
        own = joint.weights if weights is None else weights[..., joint.parts]
        found[joint.place] = _joined(joint, parts, of_parts, own)
        if applies is not None and of_parts is not None:
            applies[:, joint.place] = _applies(joint.rule, of_parts)
    return found


def observed_shares(plan: tuple[Joint, ...], observed: Floats, applies: Flags | None = None) -> dict[int, Floats]:
    """How much of every computed node was observed, from 0 to 1; NaN where no part of it applies.

    observed: (units, codes), 1 where a value was observed, 0 where not
    """
    found: dict[int, Floats] = {}
    for joint in plan:
        shares = _columns(joint, observed, found)
        applying = ~np.isnan(shares)
        if applies is not None:
            applying &= applies[:, joint.parts]
        if joint.rule.awards:  # what one fact does not apply to gets no points at all
            applying &= applying.all(axis=-1, keepdims=True)
        at_stake = np.where(applying, joint.stakes, 0.0)
        whole = at_stake.sum(axis=-1)
        known = np.where(at_stake > 0, shares, 0.0)
        found[joint.place] = np.divide(
            (known * at_stake).sum(axis=-1), whole, out=np.full(whole.shape, np.nan), where=whole > 0
        )
    return found


def weighs_by_data(rule: Rule) -> bool:
    """Whether the weights of a rule come out of the data."""
    return rule.options.get("weigh") == "first_component"


def weights_from_data(joint: Joint, values: Floats) -> Floats:
    """The weights out of the data by which a node was put together: (parts), their sum one; 0 of parts asked of nobody.

    values: units × codes, as they go into the node
    """
    parts = values[:, joint.parts]
    asked = ~np.isnan(parts).all(axis=0) | (not joint.rule.leaves_out_unasked)
    found = np.zeros(len(joint.parts))
    found[asked] = first_component(parts[:, asked])
    whole: Floats = found / found.sum()
    return whole


def _maximum(recipe: Recipe, code: str) -> float:
    return float(recipe.edition.node(code).scale.maximum) if code in recipe.edition else np.nan


def _columns(joint: Joint, values: Floats, found: Mapping[int, Floats]) -> Floats:
    """The values of the parts, side by side; with draws where any of them has draws."""
    if not any(place in found for place in joint.parts):
        return values[..., joint.parts]
    columns = [found[place] if place in found else values[..., place] for place in joint.parts.tolist()]
    return np.stack(np.broadcast_arrays(*columns), axis=-1)


def _joined(joint: Joint, parts: Floats, applies: Flags | None, weights: Floats) -> Floats:
    rule, maxima = joint.rule, joint.maxima
    if rule.leaves_out_unasked:
        asked = ~np.isnan(parts).all(axis=tuple(range(parts.ndim - 1)))
        parts, weights, maxima = parts[..., asked], weights[..., asked], maxima[asked]
        applies = None if applies is None else applies[..., asked]
    if rule.awards:
        value = awarded(rule, parts)
    else:
        _check_signs(joint, parts, weights)
        value = np.where(_is_blocked(rule, parts, applies), np.nan, _put_together(rule, parts, weights, maxima))
    return value if rule.decimals is None else rounded(value, rule.decimals)


def _check_signs(joint: Joint, parts: Floats, weights: Floats) -> None:
    """Refuse a mean that values below zero do not have, instead of calling it missing."""
    method = joint.rule.method
    if method not in _OF_POSITIVE or not (parts < 0).any():
        return
    below = np.argwhere((parts < 0) & (weights[..., None, :] != 0))
    if len(below):
        told.BELOW_ZERO.stop(where=joint.code, given=method.value, wanted=below[0, -_TABLE] + 1)


def _put_together(rule: Rule, parts: Floats, weights: Floats, maxima: Floats) -> Floats:
    multiplier = float(rule.multiplier)
    match rule.method:
        case Method.SUM_OF_POINTS:
            return sum_of_points(parts)
        case Method.SHARE_OF_MAXIMUM:
            return multiplier * share_of_maximum(parts, maxima)
    if weighs_by_data(rule):
        weights = _from_data(parts)
    if rule.method is Method.POWER_MEAN:
        return multiplier * power_mean(parts, weights, float(str(rule.options["exponent"])))
    return multiplier * MEANS[rule.method](parts, weights)


def _from_data(parts: Floats) -> Floats:
    """Weights (…, parts) out of the data, of every draw its own."""
    if parts.ndim == _TABLE:
        return first_component(parts)
    draws = parts.reshape(-1, *parts.shape[-_TABLE:])
    return np.stack([first_component(draw) for draw in draws]).reshape(*parts.shape[:-_TABLE], parts.shape[-1])


def _is_blocked(rule: Rule, parts: Floats, applies: Flags | None) -> Flags:
    """Whether a part that is needed has no value, or too few parts have one."""
    lacks = np.isnan(parts)
    missing = lacks if applies is None else lacks & applies
    blocked: Flags = np.zeros(lacks.shape[:-1], dtype=bool)
    if rule.when_missing is Lacking.BLOCKS:
        blocked = blocked | missing.any(axis=-1)
    if applies is not None and rule.when_not_applicable is Lacking.BLOCKS:
        blocked = blocked | (~applies).any(axis=-1)
    if rule.least_share is not None:
        blocked = blocked | (share_known(lacks, applies) < float(rule.least_share))
    return blocked


def share_known(lacks: Flags, applies: Flags | None) -> Floats:
    """The share of values that are there (…), of those that apply; 0 where none does."""
    if applies is None:
        every: Floats = (~lacks).mean(axis=-1)
        return every
    return np.nan_to_num(divided((~lacks & applies).sum(axis=-1), applies.sum(axis=-1)))


def _applies(rule: Rule, of_parts: Flags) -> Flags:
    if rule.when_not_applicable is not Lacking.LEFT_OUT:
        return np.ones(len(of_parts), dtype=bool)
    whole = of_parts.all(axis=-1) if rule.awards else of_parts.any(axis=-1)
    return np.asarray(whole, dtype=bool)
