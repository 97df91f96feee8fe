"""From the duties of plans to the lines of a calendar: pure, over values and the day that counts as today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from chiso.periods import Due, DueRule, LastDay, Period, WorkingCalendar, due_days, last_day, stated_as
from chiso.plans.judgement import Judgement, Status
from chiso.web.reporting.standing import BEFORE_PLAN, report_status


class LineKind(StrEnum):
    """What a line of the calendar is about."""

    REPORT = "report"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan as a line names it; since: from when it holds."""

    plan_id: int
    label: str
    year: int
    since: date

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class Concerned:
    """The units that a duty is about; for_all where it is a collective such as "all rooms"."""

    unit_ids: frozenset[int] = frozenset()
    for_all: bool = False

    def __contains__(self, unit_id: int) -> bool:
        return self.for_all or unit_id in self.unit_ids

    def __or__(self, other: Concerned) -> Concerned:
        return Concerned(self.unit_ids | other.unit_ids, self.for_all or other.for_all)


@dataclass(frozen=True, slots=True)
class Filed:
    """That a report was sent."""

    filed_on: date
    note: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ReportDuty:
    """A reporting rule of a plan; filed: what was sent, by the period as `chiso.periods` writes it."""

    rule_id: int
    plan: PlanName
    rule: DueRule
    to: str = ""
    onward_to: tuple[str, ...] = ()
    concerned: Concerned = Concerned()
    filed: Mapping[str, Filed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TaskDuty:
    """A task as far as the calendar needs it.

    period: the running period of a standing duty, None of any other task; is_timed: whether the plan states any time
    """

    task_id: int
    plan: PlanName
    text: str
    judgement: Judgement
    code: str = ""
    unit: str = ""
    concerned: Concerned = Concerned()
    timing_text: str = ""
    is_timed: bool = False
    due_on: date | None = None
    done_on: date | None = None
    updated_on: date | None = None
    period: Period | None = None
    is_covered: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the calendar: what is due, when, to whom, how it stands.

    ident: the rule's or the task's number; day: the last day counted as on time, None where the plan states none;
    stated: the words of the plan; days_left: from today to the day, negative where it has passed
    last: the day beside the next working day; notes: what a person should know of it
    """

    kind: LineKind
    ident: int
    plan: PlanName
    day: date | None
    stated: str
    judgement: Judgement
    days_left: int = 0
    text: str = ""
    code: str = ""
    unit: str = ""
    concerned: Concerned = Concerned()
    to: str = ""
    onward_to: tuple[str, ...] = ()
    period: Period | None = None
    period_label: str = ""
    notes: tuple[str, ...] = ()
    last: LastDay | None = None
    filed: Filed | None = None

    @property
    def is_overdue(self) -> bool:
        """Whether its day has passed with nothing to show."""
        return self.days_left < 0 and self.judgement.status is Status.NOT_MET

    @property
    def is_asked_for(self) -> bool:
        """Whether the plan was there when it fell due, or it was sent all the same."""
        return self.judgement.by is not BEFORE_PLAN

    def belongs_to(self, year: int) -> bool:
        """Whether a calendar of the year shows it: the plan's year, or the year in which its day falls."""
        return self.plan.year == year or (self.day is not None and self.day.year == year)


def report_lines(duty: ReportDuty, today: date, calendar: WorkingCalendar, language: str = "vi") -> tuple[Line, ...]:
    """The reports of the plan's year that a rule asks for."""
    return tuple(_report_line(duty, due, today, language) for due in due_days(duty.rule, duty.plan.year, calendar))


def _report_line(duty: ReportDuty, due: Due, today: date, language: str) -> Line:
    filed, day = duty.filed.get(str(due.period)), due.on_time_until
    return Line(
        kind=LineKind.REPORT,
        ident=duty.rule_id,
        plan=duty.plan,
        day=day,
        stated=stated_as(duty.rule, language),
        judgement=report_status(
            due=day,
            filed_on=filed.filed_on if filed else None,
            on=today,
            period_ends=due.period.last_day,
            since=duty.plan.since,
        ),
        days_left=(day - today).days if day else 0,
        concerned=duty.concerned,
        to=duty.to,
        onward_to=duty.onward_to,
        period=due.period,
        period_label=_inside_a_sentence(due.period.label(language), language),
        notes=due.notes(language),
        last=due.last,
        filed=filed,
    )


def _inside_a_sentence(label: str, language: str) -> str:
    # "Báo cáo quý I/2022"; English writes months and quarters with a capital everywhere.
    return label if language.startswith("en") else label[:1].lower() + label[1:]


def task_line(task: TaskDuty, today: date, calendar: WorkingCalendar, language: str = "vi") -> Line | None:
    """The line of a task that has a day; None where it has none."""
    if task.due_on is None:
        return None
    last = last_day(task.due_on, calendar)
    return Line(
        kind=LineKind.TASK,
        ident=task.task_id,
        plan=task.plan,
        day=task.due_on,
        stated=task.timing_text,
        judgement=task.judgement,
        days_left=(task.due_on - today).days,
        text=task.text,
        code=task.code,
        unit=task.unit,
        concerned=task.concerned,
        notes=(last.note(language),) if last.is_moved else (),
        last=last,
    )


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines by their day, reports before tasks of the same day; those without a day last."""
    return tuple(
        sorted(lines, key=lambda line: (line.day or date.max, line.kind, str(line.plan), line.ident, _start(line)))
    )


def _start(line: Line) -> date:
    return line.period.start if line.period else date.min
