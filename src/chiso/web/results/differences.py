"""The inputs of a score, and why an announced one score may differ from the one that its components make: rounding of the components, or one cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

_HALF = Decimal("0.5")
_MOST_CELLS = 3


@dataclass(frozen=True, slots=True)
class Input:
    """A component that goes into the whole, or stands beside it.

    weight, share: None where it does not count; `share` is what it contributes to the whole, in points
    is_counted:    None where nobody has stated it
    """

    code: str
    name: str
    result_id: int | None
    score: Decimal | None
    scale: Decimal | None
    weight: Decimal | None
    share: Decimal | None
    is_counted: bool | None


@dataclass(frozen=True, slots=True)
class Suspect:
    """A component that alone would explain the difference, were it `needed` instead of `score`."""

    name: str
    score: Decimal
    needed: Decimal


@dataclass(frozen=True, slots=True)
class Difference:
    """What could explain a difference.

    decimals:  with how many decimals the components are known
    allowance: by how much the whole may be off through their rounding alone
    is_by_rounding: whether that is enough
    suspects:  the components that alone would explain it, the smallest change first
    """

    decimals: int
    allowance: Decimal
    is_by_rounding: bool
    suspects: tuple[Suspect, ...]


def difference(inputs: Sequence[Input], by: Decimal | None, printed: int) -> Difference | None:
    """Look into a difference, announced minus computed; None where there is none, or no component can explain it.

    printed: the decimals that the index is printed with; components are known with as many at least, for stored
    numbers have lost the zeros at their end. What a component adds is in proportion to its score, so one point of it moves the whole by share / score.
    """
    worth = [(each, each.score, each.share / each.score) for each in inputs if each.share is not None and each.score]
    if by is None or not by or not worth:
        return None
    decimals = max(printed, *(_decimals(score) for _each, score, _slope in worth))
    allowance = sum((slope for _each, _score, slope in worth), start=Decimal(0)) * Decimal(1).scaleb(-decimals) * _HALF
    found = [
        Suspect(each.name, score, score + by / slope) for each, score, slope in worth if _fits(each, score + by / slope)
    ]
    found.sort(key=lambda suspect: abs(suspect.needed - suspect.score))
    return Difference(decimals, allowance, abs(by) <= allowance, tuple(found[:_MOST_CELLS]))


def _decimals(score: Decimal) -> int:
    exponent = score.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _fits(each: Input, score: Decimal) -> bool:
    return score >= 0 and (each.scale is None or score <= each.scale)
