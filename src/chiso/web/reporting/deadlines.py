"""From the duties of plans to the lines of a calendar: pure, over values and the day that counts as today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from chiso.periods import Due, DueRule, Period, PeriodKind, WorkingCalendar, cadence, due_days, last_day, stated_as
from chiso.web.reporting.standing import Standing, report_standing, task_standing


class LineKind(StrEnum):
    """What a line of the calendar is about."""

    REPORT = "report"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class PlanName:
    """A plan as a line names it."""

    plan_id: int
    family: str
    year: int

    def __str__(self) -> str:
        return f"{self.family} {self.year}"


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
    unit_ids: frozenset[int] = frozenset()
    filed: Mapping[str, Filed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TaskDuty:
    """A task as far as the calendar needs it; timing as the plan has it, of its component where it has none."""

    task_id: int
    plan: PlanName
    text: str
    code: str = ""
    unit: str = ""
    unit_ids: frozenset[int] = frozenset()
    timing: str = ""
    timing_text: str = ""
    due_on: date | None = None
    done_on: date | None = None
    updated_on: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the calendar: what is due, when, to whom, how it stands.

    day: the last day counted as on time, None where the plan states none; stated: the words of the plan;
    ident: the rule's or the task's number
    """

    kind: LineKind
    ident: int
    plan: PlanName
    day: date | None
    stated: str
    standing: Standing
    text: str = ""
    code: str = ""
    unit: str = ""
    unit_ids: frozenset[int] = frozenset()
    to: str = ""
    onward_to: tuple[str, ...] = ()
    period: Period | None = None
    period_label: str = ""
    frequency: PeriodKind | None = None
    notes: tuple[str, ...] = ()
    filed: Filed | None = None

    def belongs_to(self, year: int) -> bool:
        """Whether a calendar of the year shows it: the plan's year, or the year in which its day falls."""
        return self.plan.year == year or (self.day is not None and self.day.year == year)


@dataclass(frozen=True, slots=True)
class StandingDuty:
    """A task without a day that is to show evidence once in every period of its cadence."""

    task: TaskDuty
    period: Period
    period_label: str

    @property
    def has_evidence(self) -> bool:
        """Whether something was reported in the running period."""
        return self.task.updated_on is not None and self.task.updated_on in self.period.span()


def report_lines(duty: ReportDuty, today: date, calendar: WorkingCalendar, language: str = "vi") -> tuple[Line, ...]:
    """The reports of the plan's year that a rule asks for."""
    return tuple(_report_line(duty, due, today, language) for due in due_days(duty.rule, duty.plan.year, calendar))


def _report_line(duty: ReportDuty, due: Due, today: date, language: str) -> Line:
    filed = duty.filed.get(str(due.period))
    return Line(
        kind=LineKind.REPORT,
        ident=duty.rule_id,
        plan=duty.plan,
        day=due.on_time_until,
        stated=stated_as(duty.rule, language),
        standing=report_standing(due.on_time_until, filed.filed_on if filed else None, today),
        unit_ids=duty.unit_ids,
        to=duty.to,
        onward_to=duty.onward_to,
        period=due.period,
        period_label=due.period.label(language),
        frequency=duty.rule.frequency,
        notes=due.notes(language),
        filed=filed,
    )


def task_line(task: TaskDuty, today: date, calendar: WorkingCalendar, language: str = "vi") -> Line | None:
    """The line of a task that has a day; None where it has none."""
    if task.due_on is None:
        return None
    note = last_day(task.due_on, calendar).note(language)
    return Line(
        kind=LineKind.TASK,
        ident=task.task_id,
        plan=task.plan,
        day=task.due_on,
        stated=task.timing_text,
        standing=task_standing(task.due_on, task.done_on, today),
        text=task.text,
        code=task.code,
        unit=task.unit,
        unit_ids=task.unit_ids,
        notes=(note,) if note else (),
    )


def standing_duty(task: TaskDuty, today: date, language: str = "vi") -> StandingDuty | None:
    """The window that runs today for a task without a day; None where it has a day, is done, or has no rhythm."""
    kind = cadence(task.timing or None)
    if task.due_on is not None or task.done_on is not None or kind is None:
        return None
    # After the plan's year its last window counts, before it the first.
    first, last = date(task.plan.year, 1, 1), date(task.plan.year, 12, 31)
    period = Period.at(kind, min(max(today, first), last))
    return StandingDuty(task, period, period.label(language))


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines by their day, reports before tasks of the same day; those without a day last."""
    return tuple(
        sorted(lines, key=lambda line: (line.day or date.max, line.kind, str(line.plan), line.ident, str(line.period)))
    )
