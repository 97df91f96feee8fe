"""A plan while it is being read: the shapes of plan.py with every value's places still attached."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from chiso.plans.plan import Quantity, ReportPeriod, ScorePart, Timing
from chiso.plans.reading.passage import Noted

_FIGURE_OF = {"rank_is_at_most": "rank", "score_is_minimum": "score"}  # said of the very figure


@dataclass(slots=True)
class ScoreDraft:
    """A result or target: the fields of `Score` found so far, by name."""

    values: dict[str, Noted[Any]] = field(default_factory=dict)
    parts: list[Noted[ScorePart]] = field(default_factory=list)

    def put(self, name: str, value: Noted[Any]) -> None:
        """Keep the first value found for a field."""
        self.values.setdefault(name, value)

    def fill(self, other: ScoreDraft, doubt: str | None = None) -> None:
        """Take from another draft what is still missing here."""
        told = set(self.values)
        for name, value in other.values.items():
            if name not in told and _FIGURE_OF.get(name) not in told:
                self.values[name] = Noted(value.value, value.places, doubt or value.doubt)
        self.parts = self.parts or other.parts

    @property
    def is_stated(self) -> bool:
        """Whether there is a figure, a rank, a band or full marks, not only a year or scale."""
        return any(self.values.get(name) for name in ("score", "rank", "band", "score_is_maximum_points"))


@dataclass(slots=True)
class AssignmentDraft:
    """Who leads, coordinates and is in charge, as far as found."""

    lead: Noted[str] | None = None
    coordinating: list[Noted[str]] = field(default_factory=list)
    leader: Noted[str] | None = None

    def fill(self, other: AssignmentDraft) -> None:
        """Take from another draft what is still missing here."""
        self.lead = self.lead or other.lead
        self.coordinating = self.coordinating or list(other.coordinating)
        self.leader = self.leader or other.leader

    def copy(self) -> AssignmentDraft:
        """The same units in a draft of its own."""
        return AssignmentDraft(self.lead, list(self.coordinating), self.leader)

    def __bool__(self) -> bool:
        return bool(self.lead or self.coordinating or self.leader)


@dataclass(slots=True)
class TaskDraft:
    """One piece of work."""

    text: Noted[str]
    code: Noted[str] | None = None
    assignment: AssignmentDraft = field(default_factory=AssignmentDraft)
    timing: Noted[Timing] | None = None
    quantities: list[Noted[Quantity]] = field(default_factory=list)


@dataclass(slots=True)
class ComponentDraft:
    """One component with all that is said of it."""

    name: Noted[str]
    code: Noted[str] | None = None
    group: Noted[str] | None = None
    baseline: ScoreDraft = field(default_factory=ScoreDraft)
    target: ScoreDraft = field(default_factory=ScoreDraft)
    assignment: AssignmentDraft = field(default_factory=AssignmentDraft)
    timing: Noted[Timing] | None = None
    tasks: list[TaskDraft] = field(default_factory=list)


@dataclass(slots=True)
class RuleDraft:
    """One reporting duty."""

    period: Noted[ReportPeriod]
    due_day: Noted[int] | None = None
    due_months: Noted[tuple[int, ...]] | None = None
    due_date: Noted[str] | None = None
    to: Noted[str] | None = None
    onward_to: list[Noted[str]] = field(default_factory=list)
    due_is_inclusive: Noted[bool] | None = None
    due_month_offset: Noted[int] | None = None


@dataclass(slots=True)
class PlanDraft:
    """A whole plan; `head` and `index` hold the fields of `Head`, `Signer` ("signer/name") and `PlanIndex`."""

    head: dict[str, Noted[str]] = field(default_factory=dict)
    recipients: list[Noted[str]] = field(default_factory=list)
    citations: list[tuple[Noted[str], Noted[str] | None]] = field(default_factory=list)
    index: dict[str, Noted[object]] = field(default_factory=dict)
    baseline: ScoreDraft = field(default_factory=ScoreDraft)
    target: ScoreDraft = field(default_factory=ScoreDraft)
    components: list[ComponentDraft] = field(default_factory=list)
    general_tasks: list[TaskDraft] = field(default_factory=list)
    reporting: list[RuleDraft] = field(default_factory=list)
    other_indices: list[Noted[str]] = field(default_factory=list)
