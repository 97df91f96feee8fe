"""The one rounding rule: scores are kept as they come out, and rounded half up only where they are printed.

Before a comparison or a rounding, what float64 leaves behind the ninth decimal is taken away, so that two
units with equal components share a rank, and 62.745 rounds to 62.75 although its float64 lies below it.
Points go through float64 and come out as decimals of nine places: sums of points with at most nine decimals
are exact, for below a million float64 is off by less than half of the ninth decimal.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import polars as pl

SETTLED: Final = pl.Decimal(38, 9)
NOISE: Final = 5e-10
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
