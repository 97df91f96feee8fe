"""Aggregate: a node out of its parts, for all units at once.

Works on a wide frame: for each node `code` its values, `code n/a` whether it is not applicable to the unit,
`code observed` the share of it that was observed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import Final

import polars as pl

from chiso.frameworks import Arithmetic, Edition, Lacking, Method, Rule
from chiso.scoring.rounding import SETTLED
from chiso.scoring.weigh import stakes, weights

Numbers = Mapping[str, Decimal]


def not_applicable(code: str) -> str:
    """The column that says whether a node is not applicable."""
    return f"{code} n/a"


def observed(code: str) -> str:
    """The column of the share observed."""
    return f"{code} observed"


def aggregated(wide: pl.DataFrame, code: str, rule: Rule, edition: Edition) -> pl.DataFrame:
    """The frame with the three columns of a node computed by its rule."""
    parts = [part.code for part in rule.parts]
    value = _METHODS[rule.method](rule, edition)
    complete = ~_blocked(rule, parts) & reduce(or_, (pl.col(part).is_not_null() for part in parts))
    none_applies = reduce(and_, (pl.col(not_applicable(part)) for part in parts))
    return wide.with_columns(
        pl.when(complete).then(value).alias(code),
        (none_applies & (rule.when_not_applicable is Lacking.LEFT_OUT)).alias(not_applicable(code)),
        _observed_share(stakes(edition, rule)).alias(observed(code)),
    )


def _blocked(rule: Rule, parts: list[str]) -> pl.Expr:
    """Whether a part that is needed has no value."""
    blocking = [pl.lit(value=False)]
    if rule.when_missing is Lacking.BLOCKS:
        blocking += [pl.col(part).is_null() & ~pl.col(not_applicable(part)) for part in parts]
    if rule.when_not_applicable is Lacking.BLOCKS:
        blocking += [pl.col(not_applicable(part)) for part in parts]
    return pl.any_horizontal(blocking)


def weighted_mean(rule: Rule, edition: Edition) -> pl.Expr:
    """Give multiplier × Σ wᵢ·xᵢ / Σ wᵢ, over the parts that have a value."""
    given = weights(rule)
    return _exact(rule.multiplier, edition) * _sum(given, edition) / _present(given, edition)


def sum_of_points(rule: Rule, edition: Edition) -> pl.Expr:
    """Σ xᵢ, over the parts that have a value."""
    return _sum(weights(rule), edition)


def share_of_maximum(rule: Rule, edition: Edition) -> pl.Expr:
    """Give multiplier × Σ xᵢ / Σ maximumᵢ, over the parts that have a value."""
    maxima = {part.code: edition.node(part.code).scale.maximum for part in rule.parts}
    return _exact(rule.multiplier, edition) * _sum(weights(rule), edition) / _present(maxima, edition)


_METHODS: Final[Mapping[Method, Callable[[Rule, Edition], pl.Expr]]] = {
    Method.WEIGHTED_MEAN: weighted_mean,
    Method.SUM_OF_POINTS: sum_of_points,
    Method.SHARE_OF_MAXIMUM: share_of_maximum,
}


def _sum(factors: Numbers, edition: Edition) -> pl.Expr:
    products = [pl.col(code) * _exact(factor, edition) for code, factor in factors.items()]
    return pl.sum_horizontal(products, ignore_nulls=True)


def _present(numbers: Numbers, edition: Edition) -> pl.Expr:
    """The sum of the numbers of the parts that have a value; null where none has."""
    kept = [pl.when(pl.col(code).is_not_null()).then(_exact(number, edition)) for code, number in numbers.items()]
    total = pl.sum_horizontal(kept, ignore_nulls=True)
    return pl.when(total != 0).then(total)


def _observed_share(numbers: Numbers) -> pl.Expr:
    shares, whole = [], []
    for code, number in numbers.items():
        applies = pl.when(~pl.col(not_applicable(code)))
        shares.append(applies.then(pl.col(observed(code)) * float(number)))
        whole.append(applies.then(pl.lit(float(number))))
    total = pl.sum_horizontal(whole, ignore_nulls=True)
    return pl.when(total != 0).then(pl.sum_horizontal(shares, ignore_nulls=True) / total)


def _exact(number: Decimal, edition: Edition) -> pl.Expr:
    """A number of a rule in the arithmetic of the edition."""
    if edition.arithmetic is Arithmetic.POINTS:
        return pl.lit(number, dtype=SETTLED)
    return pl.lit(float(number))
