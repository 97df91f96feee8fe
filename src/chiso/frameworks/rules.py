"""How a node comes out of its parts, and how units are ranked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from chiso.frameworks.formula import Formula
from chiso.problems import Text


class Method(StrEnum):
    """The closed set of ways to a node's score; docs/method has the formula of each.

    All before `announced` put parts together, those after it award points for facts.
    announced: entered as published; nobody has stated how it is computed
    """

    WEIGHTED_MEAN = "weighted_mean"
    GEOMETRIC_MEAN = "geometric_mean"
    HARMONIC_MEAN = "harmonic_mean"
    POWER_MEAN = "power_mean"
    SUM_OF_POINTS = "sum_of_points"
    SHARE_OF_MAXIMUM = "share_of_maximum"
    ANNOUNCED = "announced"
    YES_NO = "yes_no"
    CAPPED_COUNT = "capped_count"
    DEDUCTION = "deduction"
    STEPS = "steps"
    SHARE_OVER_THRESHOLD = "share_over_threshold"
    PROPORTION_TO_TARGET = "proportion_to_target"
    BONUS_AND_PENALTY = "bonus_and_penalty"
    SHARE_OF_ANSWERS = "share_of_answers"
    MEAN_OF_SCALE = "mean_of_scale"
    FORMULA = "formula"
    IMPORTED = "imported"


WEIGHING = frozenset({Method.WEIGHTED_MEAN, Method.GEOMETRIC_MEAN, Method.HARMONIC_MEAN, Method.POWER_MEAN})
ADDING = frozenset({Method.SUM_OF_POINTS, Method.SHARE_OF_MAXIMUM})


class Lacking(StrEnum):
    """What a part without a value does to the whole: it makes it missing, or it is left out on both sides."""

    BLOCKS = "blocks"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Part:
    """A node or fact that goes into another node, with its weight where the method weighs."""

    code: str
    weight: Decimal | None = None


Option = Decimal | str | Formula | tuple[str, ...] | tuple[tuple[Decimal, Decimal], ...] | Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Rule:
    """The rule of one node: method, parts, and what a part without a value does.

    options:             what the method needs besides, by the names of `chiso.frameworks.signatures`
    least_share:         the least share of parts with a value (0–1) for which there is a whole
    leaves_out_unasked:  whether a part of which no unit has a value, not asked in that year, is left out
    decimals:            with which the whole is rounded before it goes on; None where it is not
    """

    method: Method
    parts: tuple[Part, ...] = ()
    multiplier: Decimal = Decimal(1)
    when_missing: Lacking = Lacking.BLOCKS
    when_not_applicable: Lacking = Lacking.BLOCKS
    options: Mapping[str, Option] = field(default_factory=dict)
    least_share: Decimal | None = None
    leaves_out_unasked: bool = False
    decimals: int | None = None

    @property
    def is_computed(self) -> bool:
        """Whether the node comes out of its parts rather than being entered."""
        return self.method is not Method.ANNOUNCED

    @property
    def awards(self) -> bool:
        """Whether the rule awards points for facts rather than putting scores together."""
        return self.is_computed and self.method not in WEIGHING | ADDING

    def weight(self, code: str) -> Decimal | None:
        """The weight of a part, matched by its code only."""
        return next((part.weight for part in self.parts if part.code == code), None)


@dataclass(frozen=True, slots=True)
class Ranking:
    """How units are ranked: highest score first, ties share the lower number.

    together: which units stand in one table
    within:   the attribute of units that tells tables apart, where there are several
    """

    together: Text
    within: str | None = None
