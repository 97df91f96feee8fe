"""How a node comes out of its parts, and how units are ranked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from chiso.problems import Text


class Method(StrEnum):
    """The closed set of ways to a node's score.

    weighted_mean:    multiplier × Σ wᵢ·xᵢ / Σ wᵢ
    sum_of_points:    Σ xᵢ
    share_of_maximum: multiplier × Σ xᵢ / Σ maximumᵢ
    announced:        entered as published; nobody has stated how it is computed
    """

    WEIGHTED_MEAN = "weighted_mean"
    SUM_OF_POINTS = "sum_of_points"
    SHARE_OF_MAXIMUM = "share_of_maximum"
    ANNOUNCED = "announced"


class Lacking(StrEnum):
    """What a part without a value does to the whole: it makes it missing, or it is left out on both sides."""

    BLOCKS = "blocks"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Part:
    """A node that goes into another, with its weight where the method weighs."""

    code: str
    weight: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule of one node: method, parts, and what a part without a value does."""

    method: Method
    parts: tuple[Part, ...] = ()
    multiplier: Decimal = Decimal(1)
    when_missing: Lacking = Lacking.BLOCKS
    when_not_applicable: Lacking = Lacking.BLOCKS

    @property
    def is_computed(self) -> bool:
        """Whether the node comes out of its parts rather than being entered."""
        return self.method is not Method.ANNOUNCED

    def weight(self, code: str) -> Decimal | None:
        """The weight of a part, matched by its code only."""
        return next((part.weight for part in self.parts if part.code == code), None)


@dataclass(frozen=True, slots=True)
class Ranking:
    """How units are ranked: highest score first, ties share the lower number; `together` says which units."""

    together: Text
