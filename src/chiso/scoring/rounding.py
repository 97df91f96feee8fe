"""The one rounding rule: scores are kept as they come out, and rounded half up only where they are printed.

Before a comparison or a rounding, what float64 leaves behind the ninth decimal is taken away, so that two
units with equal components share a rank, and 62.745 rounds to 62.75 although its float64 lies below it.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import polars as pl

SETTLED: Final = pl.Decimal(38, 9)
_LAST_SETTLED_PLACE: Final = Decimal(1).scaleb(-9)


def half_up(number: Decimal | float, decimals: int) -> Decimal:
    """A score as it is printed with so many decimals.

    >>> half_up(62.745, 2), half_up(80.55999999999999, 2)
    (Decimal('62.75'), Decimal('80.56'))
    """
    return settle(number).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def settle(number: Decimal | float) -> Decimal:
    """A score without the noise of float64.

    >>> settle(0.1 + 0.2)
    Decimal('0.300000000')
    """
    return Decimal(str(number)).quantize(_LAST_SETTLED_PLACE, ROUND_HALF_UP)


def settled(scores: pl.Expr) -> pl.Expr:
    """`settle` for a column."""
    return scores.cast(SETTLED)


def printed(scores: pl.Expr, decimals: int) -> pl.Expr:
    """`half_up` for a column; away from zero is up, for no scale goes below zero."""
    return settled(scores).round(decimals, mode="half_away_from_zero")
