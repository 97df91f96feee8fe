"""Weigh: how much each part of a node counts, matched by code only."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import numpy as np

from chiso.frameworks import Edition, Rule
from chiso.frameworks.rules import WEIGHING
from chiso.scoring.arrays import Floats, divided, mean


def weights(rule: Rule) -> dict[str, Decimal]:
    """The weight of each part in a mean; parts of a sum weigh one each."""
    return {part.code: Decimal(1) if part.weight is None else part.weight for part in rule.parts}


def stakes(edition: Edition, rule: Rule) -> dict[str, Decimal]:
    """How much of the whole rests on each part: its weight in a mean, its maximum in a sum of points, else one each."""
    if rule.method in WEIGHING:
        return weights(rule)
    codes = [part.code for part in rule.parts]
    maxima = {code: edition.node(code).scale for code in codes if code in edition}
    if rule.awards or any(scale.is_open for scale in maxima.values()):
        return dict.fromkeys(codes, Decimal(1))
    return {code: scale.maximum for code, scale in maxima.items()}


def effective(edition: Edition, rules: Mapping[str, Rule]) -> dict[str, float]:
    """How much each node weighs in the headline: its share of its parent's weight times that of the parent."""
    found = {edition.headline.code: 1.0}
    for code in (node.code for node in edition.nodes):
        rule = rules.get(code)
        if rule is None or not rule.is_computed or code not in found:
            continue
        at_stake = stakes(edition, rule)
        whole = float(sum(at_stake.values()))
        found |= {part: found[code] * float(stake) / whole for part, stake in at_stake.items() if part in edition}
    return found


def first_component(values: Floats) -> Floats:
    """The loadings of the first principal component of the parts, their sum positive; squares add up to one.

    values: units × parts on one scale; units that lack a part are left out. Source: OECD/JRC handbook, step 6.
    """
    known = values[~np.isnan(values).any(axis=-1)]
    centred = known - mean(known)
    spread = np.sqrt(divided((centred**2).sum(axis=0), len(known) - 1))
    _, _, axes = np.linalg.svd(divided(centred, spread), full_matrices=False)
    loadings: Floats = axes[0] * (1.0 if axes[0].sum() >= 0 else -1.0)
    return loadings
