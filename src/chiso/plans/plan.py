"""An improvement plan as one frozen value, with the shape of the plan schema (docs/plan.md).

A value that the document does not state is None, an empty tuple or False; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from chiso.documents.document import Place


class TimingKind(StrEnum):
    """When a task is to be done."""

    CONTINUOUS = "continuous"
    YEARLY = "yearly"
    HALF_YEARLY = "half-yearly"
    QUARTERLY = "quarterly"
    MONTHLY = "monthly"
    BY_DATE = "by-date"
    AS_NEEDED = "as-needed"


class Operator(StrEnum):
    """How a committed figure compares with the result."""

    EQUAL = "="
    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    RANGE = "range"


class ReportPeriod(StrEnum):
    """How often a report is due."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    NINE_MONTHLY = "nine-monthly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A part of a total, such as the appraised points beside the surveyed ones."""

    name: str
    score: float
    scale: float | None = None


@dataclass(frozen=True, slots=True)
class Score:
    """A result or a target: score, rank and band of one year, as far as stated."""

    year: int | None = None
    score: float | None = None
    score_is_minimum: bool = False
    score_is_maximum_points: bool = False
    scale: float | None = None
    rank: int | None = None
    rank_of: int | None = None
    rank_is_at_most: bool = False
    band: str | None = None
    previous_rank: int | None = None
    parts: tuple[ScorePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who leads, who coordinates, which leader is in charge; names as the document writes them."""

    lead: str | None = None
    coordinating: tuple[str, ...] = ()
    leader: str | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """When: its kind, the document's words, and the day (ISO date or year-month) where there is one."""

    kind: TimingKind
    text: str
    due: str | None = None
    due_is_inclusive: bool | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measurable commitment inside a task."""

    operator: Operator
    value: float
    unit: str
    text: str
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work."""

    text: str
    code: str | None = None
    assignment: Assignment = Assignment()
    timing: Timing | None = None
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Component:
    """One component of the index with its last result, its target, who answers for it, and its tasks."""

    name: str
    code: str | None = None
    group: str | None = None
    baseline: Score | None = None
    target: Score | None = None
    assignment: Assignment = Assignment()
    timing: Timing | None = None
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportingRule:
    """One reporting duty; the fields are those of the schema."""

    period: ReportPeriod
    due_day: int | None = None
    due_months: tuple[int, ...] = ()
    due_date: str | None = None
    to: str | None = None
    onward_to: tuple[str, ...] = ()
    due_is_inclusive: bool | None = None
    due_month_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered document that the plan cites."""

    number: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, in which capacity (KT., TM., TL., TUQ., Q.)."""

    name: str | None = None
    position: str | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What the document says of itself: number, date, issuer, title, signer, recipients, citations."""

    kind: str | None = None
    number: str | None = None
    issuer: str | None = None
    place: str | None = None
    date: str | None = None
    title: str | None = None
    signer: Signer | None = None
    recipients: tuple[str, ...] = ()
    based_on: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanIndex:
    """Which index the plan is about: family (DDCI, PCI …), province and the plan's year."""

    framework: str | None = None
    province: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole plan."""

    document: Head = Head()
    index: PlanIndex = PlanIndex()
    baseline: Score | None = None
    target: Score | None = None
    components: tuple[Component, ...] = ()
    general_tasks: tuple[Task, ...] = ()
    reporting: tuple[ReportingRule, ...] = ()
    other_indices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A plan with where each value stood and which values are doubtful.

    places and doubts are keyed by the path of the value in the plan's JSON, such as
    `components/0/target/score` or `document/number`; a doubt is a code of plans._problems.
    """

    plan: Plan
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    doubts: Mapping[str, str] = field(default_factory=dict)
