"""Weigh: how much each part of a node counts, matched by code only."""

from __future__ import annotations

from decimal import Decimal

from chiso.frameworks import Edition, Method, Rule


def weights(rule: Rule) -> dict[str, Decimal]:
    """The weight of each part in a mean; parts of a sum weigh one each."""
    return {part.code: Decimal(1) if part.weight is None else part.weight for part in rule.parts}


def stakes(edition: Edition, rule: Rule) -> dict[str, Decimal]:
    """How much of the whole rests on each part: its weight in a mean, its maximum in a sum of points."""
    if rule.method is Method.WEIGHTED_MEAN:
        return weights(rule)
    return {part.code: edition.node(part.code).scale.maximum for part in rule.parts}
