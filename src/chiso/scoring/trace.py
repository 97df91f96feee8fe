"""The trace of one score: inputs, rule, source, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chiso.frameworks import BandRule, Edition, Node, Rule, Step
from chiso.legal import Dated, Source
from chiso.problems import Text
from chiso.scoring.status import Status


@dataclass(frozen=True, slots=True)
class TraceInput:
    """A node or fact under the one explained; weight None where it does not go into its score, node None of a fact."""

    code: str
    name: Text
    value: Decimal | float | None
    status: Status
    weight: Decimal | None
    at: Node | None = None

    @property
    def node(self) -> Node:
        """The node; KeyError of a fact."""
        if self.at is None:
            raise KeyError(self.code)
        return self.at


@dataclass(frozen=True, slots=True)
class Made:
    """What each step made of the value of an indicator; None where there was none.

    extremes:   the least and greatest by which it was normalised: of all units after treatment, of earlier years too
                where they count
    scale:      how it was normalised; None where it was not
    imputation: how missing values of it were imputed; None where they were not
    spread:     its mean and standard deviation over the units after treatment
    """

    raw: float | None
    denominated: float | None
    imputed: float | None
    treated: float | None
    normalised: float | None
    extremes: tuple[float, float] | None
    scale: Step | None = None
    imputation: Step | None = None
    spread: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """Why a score is what it is. `lines` tells it in words."""

    edition: Edition
    unit: str
    node: Node
    as_of: date | None
    score: Decimal | float | None
    printed: Decimal | None
    rank: int | None
    rank_of: int | None
    band: Text | None
    band_rule: Dated[BandRule] | None
    rule: Dated[Rule] | None
    inputs: tuple[TraceInput, ...]
    status: Status
    made: Made | None = None

    @property
    def is_computed(self) -> bool:
        """Whether the score comes out of its inputs rather than being entered."""
        return self.rule is not None and self.rule.value.is_computed

    @property
    def counted(self) -> tuple[TraceInput, ...]:
        """The inputs that go into the score."""
        return tuple(each for each in self.inputs if each.weight is not None)

    @property
    def whole_weight(self) -> Decimal:
        """What the weights of the inputs that go into the score add up to."""
        return sum((each.weight for each in self.inputs if each.weight is not None), start=Decimal(0))

    @property
    def not_counted(self) -> tuple[TraceInput, ...]:
        """The nodes beside them that do not."""
        return tuple(each for each in self.inputs if each.weight is None) if self.is_computed else ()

    @property
    def lacking(self) -> tuple[TraceInput, ...]:
        """The inputs that the score needs and that have no value, though they apply."""
        return tuple(each for each in self.counted if each.value is None and each.status is not Status.NOT_APPLICABLE)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the scale, the rule and the bands come from, each once."""
        keys = [self.node.source]
        if self.rule:
            keys.append(self.rule.source)
        if self.band_rule and self.score is not None:
            keys.append(self.band_rule.source)
        return tuple(self.edition.sources[key] for key in dict.fromkeys(keys))

    def lines(self, language: str = "vi") -> list[str]:
        """The trace in sentences that a citizen can follow."""
        from chiso.scoring.telling import told  # noqa: PLC0415 - the words need the trace, and the trace its words

        return told(self, language)
