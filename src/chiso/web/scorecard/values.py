"""What the scorecard shows, as values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chiso.plans.status import Judgement, Status
from chiso.web.results.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Told:
    """A result or a target as it is told; None and "" for what nobody says.

    is_minimum: the score or more; is_maximum: all points that there are; rank_is_at_most: within the first so many
    result_id:  the stored result that explains the number, None where it stands in the plan only
    computed:   subject, index and year of a whole that nobody announced, computed from its components
    """

    year: int | None = None
    score: Decimal | None = None
    scale: Decimal | None = None
    rank: int | None = None
    rank_of: int | None = None
    band: str = ""
    is_minimum: bool = False
    is_maximum: bool = False
    rank_is_at_most: bool = False
    result_id: int | None = None
    is_provisional: bool = False
    computed: tuple[int, str, int] | None = None

    @property
    def points(self) -> Decimal | None:
        """The score in points; of a target of all points, all there are."""
        return self.scale if self.is_maximum and self.score is None else self.score

    @property
    def has_score(self) -> bool:
        """Whether a score is told, in whatever way."""
        return self.score is not None or self.is_maximum


@dataclass(frozen=True, slots=True)
class Gap:
    """How far from the target: points and places still to be won, 0 where reached, None where it cannot be told."""

    points: Decimal | None
    places: int | None

    @property
    def is_known(self) -> bool:
        """Whether anything can be told."""
        return self.points is not None or self.places is not None

    @property
    def is_closed(self) -> bool:
        """Whether nothing is missing."""
        return self.is_known and not self.points and not self.places


@dataclass(frozen=True, slots=True)
class Work:
    """A task with how it stands; `since` is the day of its fact by which the longest waiting comes first."""

    id: int
    text: str
    lead: str
    leader: str
    judgement: Judgement

    @property
    def since(self) -> date:
        """The day from which it has been so; the far future where the rule knows no day."""
        days = [
            fact for name, fact in self.judgement.facts.items() if name in {"due", "since"} and isinstance(fact, date)
        ]
        return min(days, default=date.max)

    @property
    def urgency(self) -> tuple[int, date]:
        """By which the worst and longest waiting come first."""
        return -self.judgement.status.severity, self.since


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many tasks have a status."""

    status: Status
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """A component of the index.

    component_id: None where the plan gives nobody any work for it
    judgement:    None where the plan does not cover it
    """

    component_id: int | None
    code: str
    node: str
    name: str
    group: str
    previous: Told | None
    target: Told | None
    current: Told | None
    scale: Decimal | None
    lead: str
    leader: str
    judgement: Judgement | None
    work: tuple[Work, ...]
    is_whole: bool = False

    @property
    def task_leads(self) -> tuple[str, ...]:
        """The units that lead its tasks, each once, in the order of the tasks."""
        return tuple(dict.fromkeys(work.lead for work in self.work if work.lead))

    @property
    def is_covered(self) -> bool:
        """Whether the plan answers for it."""
        return self.component_id is not None


@dataclass(frozen=True, slots=True)
class Card:
    """One index that the agency answers for, by one plan.

    previous_year: the last year before the plan's with a result; missing: the years between without any
    days_left:     to the last day of the plan's year; negative when it is over
    """

    plan_id: int
    abbreviation: str
    name: str
    year: int
    number: str
    title: str
    subject: str
    is_own_subject: bool
    previous_year: int | None
    missing: tuple[int, ...]
    previous: Told | None
    target: Told | None
    current: Told | None
    gap: Gap
    scale: Decimal | None
    days_left: int
    judgement: Judgement
    lines: tuple[Line, ...]
    general: tuple[Work, ...]
    counts: tuple[StatusCount, ...]
    edition: str
    previous_edition: str
    is_by_own_edition: bool
    sheet: Sheet | None

    @property
    def is_over(self) -> bool:
        """Whether the plan's year has ended."""
        return self.days_left < 0

    @property
    def latest(self) -> Told | None:
        """The last figure: of the plan's own year where there is one, else of the year before."""
        return self.current or self.previous

    @property
    def as_row(self) -> tuple[Card]:
        """Itself as the only row of a table."""
        return (self,)

    @property
    def shown_number(self) -> str:
        """The plan's number, with dots where the document leaves the serial blank."""
        return f"…{self.number}" if self.number.startswith("/") else self.number

    @property
    def label(self) -> str:
        """The index and its year."""
        return f"{self.abbreviation} {self.year}"

    @property
    def whole(self) -> Line:
        """The index itself as the first line of its table."""
        return Line(
            component_id=None,
            code="",
            node="",
            name=self.abbreviation,
            group="",
            previous=self.previous,
            target=self.target,
            current=self.current,
            scale=self.scale,
            lead="",
            leader="",
            judgement=self.judgement,
            work=(),
            is_whole=True,
        )

    @property
    def has_targets(self) -> bool:
        """Whether any line has a target that is a score."""
        return any(line.target and line.target.has_score for line in (self.whole, *self.lines))

    @property
    def has_current(self) -> bool:
        """Whether there is a figure of the plan's own year."""
        return any(line.current for line in (self.whole, *self.lines))

    @property
    def _told(self) -> list[Told]:
        """Every figure of its table."""
        lines = (self.whole, *self.lines)
        return [told for line in lines for told in (line.previous, line.target, line.current) if told]

    @property
    def has_bands(self) -> bool:
        """Whether any line has a band."""
        return any(told.band for told in self._told)

    @property
    def has_ranks(self) -> bool:
        """Whether any line has a rank."""
        return any(told.rank for told in self._told)

    @property
    def has_scores(self) -> bool:
        """Whether any line has a score to draw."""
        return any(told.points is not None for told in self._told)

    @property
    def has_uncovered(self) -> bool:
        """Whether the index has components that the plan leaves out."""
        return any(not line.is_covered for line in self.lines)

    @property
    def scales_differ(self) -> bool:
        """Whether the lines have different scales, so that each tells its own."""
        return len({line.scale for line in self.lines}) > 1

    @property
    def rules_changed(self) -> bool:
        """Whether the previous result was made by another edition than the plan's year will be."""
        return bool(self.edition and self.previous_edition and self.edition != self.previous_edition)

    @property
    def column_count(self) -> int:
        """How many columns the table of its lines has."""
        return 4 + sum([self.has_targets, self.has_current, self.has_bands, self.has_ranks, self.has_scores])


def counted(works: Iterable[Work]) -> tuple[StatusCount, ...]:
    """Count tasks by status, in the order in which statuses are told."""
    counts = Counter(work.judgement.status for work in works)
    return tuple(StatusCount(status, counts[status]) for status in Status)


def gap(now: Told | None, target: Told | None) -> Gap:
    """How far `now` is from the target, both in the same scale."""
    if now is None or target is None:
        return Gap(None, None)
    wanted, had = target.points, now.points
    same_scale = now.scale is None or target.scale is None or now.scale == target.scale
    points = max(wanted - had, Decimal(0)) if wanted is not None and had is not None and same_scale else None
    places = max(now.rank - target.rank, 0) if now.rank and target.rank else None
    return Gap(points, places)
