"""What is measured: the scale of a score, the facts behind it, and where the data come from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from chiso.problems import Text


@dataclass(frozen=True, slots=True)
class Scale:
    """From the lowest to the highest score that a node can have; an open scale has neither."""

    minimum: Decimal = Decimal("-Infinity")
    maximum: Decimal = Decimal("Infinity")

    @property
    def is_open(self) -> bool:
        """Whether nobody has set its ends."""
        return self.maximum.is_infinite()

    @property
    def highest(self) -> Decimal | None:
        """The highest score; None where nobody has set it."""
        return None if self.is_open else self.maximum


class Means(StrEnum):
    """Where the data of a node or a fact come from."""

    SURVEY = "survey"
    RECORD = "record"
    APPRAISAL = "appraisal"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Collected:
    """Where data come from, and the question asked or the record kept, where a source tells it."""

    by: Means
    how: Text | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that goes into the score of a node without being a score: a count, an amount, a denominator."""

    code: str
    name: Text
    source: str
    collected: Collected | None = None
