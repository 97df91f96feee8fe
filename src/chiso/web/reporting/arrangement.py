"""Arranging the lines of the calendar for a page: filtered, overdue first, then by month, plan or unit."""

from calendar import Calendar
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from chiso.periods import PeriodKind, Span, WorkingCalendar
from chiso.web.reporting.deadlines import Line, LineKind, StandingDuty, TaskDuty, in_order
from chiso.web.reporting.wanted import Grouping, Wanted

CADENCES = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF_YEAR, PeriodKind.NINE_MONTHS, PeriodKind.YEAR)


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading; is_past where it is a month that is over."""

    title: str
    lines: tuple[Line, ...]
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class WindowGroup:
    """Standing duties of one cadence, with the days of the window that runs."""

    cadence: PeriodKind
    period_label: str
    span: Span
    days_left: int
    duties: tuple[StandingDuty, ...]

    @property
    def without_evidence_count(self) -> int:
        """How many have nothing to show in the window yet."""
        return sum(not duty.has_evidence for duty in self.duties)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month's grid; why_off: the name of the holiday or day of the weekend."""

    day: date
    is_of_month: bool
    is_today: bool
    why_off: str | None
    lines: tuple[Line, ...]


def fitting_lines(lines: Iterable[Line], wanted: Wanted, year: int, today: date) -> tuple[Line, ...]:
    """The lines that a reader asked for; what is still overdue from years before is shown in the running year."""
    return in_order(
        line
        for line in lines
        if (line.belongs_to(year) or (year == today.year and line.standing.is_overdue and line.plan.year < year))
        and wanted.kind in {"", line.kind}
        and wanted.fits(line.plan.plan_id, line.unit_ids)
    )


def fitting_tasks(tasks: Iterable[TaskDuty], wanted: Wanted, year: int) -> tuple[TaskDuty, ...]:
    """The tasks of a year's plans that a reader asked for."""
    if wanted.kind == LineKind.REPORT:
        return ()
    return tuple(task for task in tasks if task.plan.year == year and wanted.fits(task.plan.plan_id, task.unit_ids))


def groups(lines: Iterable[Line], grouping: Grouping, today: date) -> tuple[Group, ...]:
    """The lines that have a day and are not overdue, under their headings."""
    dated = [line for line in lines if line.day is not None and not line.standing.is_overdue]
    if grouping == Grouping.MONTH:
        return _by_month(dated, today)
    name: Callable[[Line], str] = (lambda line: str(line.plan)) if grouping == Grouping.PLAN else _unit
    return tuple(Group(title, tuple(line for line in dated if name(line) == title)) for title in sorted({*map(name, dated)}))


def _unit(line: Line) -> str:
    if line.kind == LineKind.REPORT:
        return _("Các đơn vị gửi báo cáo")
    return line.unit or _("Chưa có đơn vị chủ trì")


def _by_month(lines: Iterable[Line], today: date) -> tuple[Group, ...]:
    months: dict[tuple[int, int], list[Line]] = {}
    for line in lines:
        if line.day is not None:
            months.setdefault((line.day.year, line.day.month), []).append(line)
    return tuple(
        Group(
            _("Tháng %(month)s/%(year)s") % {"month": month, "year": year},
            tuple(found),
            is_past=(year, month) < (today.year, today.month),
        )
        for (year, month), found in sorted(months.items())
    )


def undated(lines: Iterable[Line]) -> tuple[tuple[Line, ...], ...]:
    """The reports without a day, those of one rule together."""
    by_rule: dict[int, list[Line]] = {}
    for line in lines:
        if line.day is None:
            by_rule.setdefault(line.ident, []).append(line)
    return tuple(tuple(found) for found in by_rule.values())


def window_groups(duties: Iterable[StandingDuty], today: date) -> tuple[WindowGroup, ...]:
    """Standing duties under their cadence and window, the most frequent first."""
    windows: dict[tuple[int, str], list[StandingDuty]] = {}
    for duty in duties:
        windows.setdefault((CADENCES.index(duty.period.kind), str(duty.period)), []).append(duty)
    return tuple(_window_group(found, today) for _key, found in sorted(windows.items()))


def _window_group(duties: list[StandingDuty], today: date) -> WindowGroup:
    first = duties[0]
    span = first.period.span()
    return WindowGroup(first.period.kind, first.period_label, span, max((span.last_day - today).days, 0), tuple(duties))


def month_grid(
    lines: Iterable[Line], month: date, today: date, calendar: WorkingCalendar
) -> tuple[tuple[Day, ...], ...]:
    """The weeks of a month, Monday first, each day with its lines."""
    on: dict[date, list[Line]] = {}
    for line in lines:
        if line.day is not None:
            on.setdefault(line.day, []).append(line)
    return tuple(
        tuple(
            Day(day, day.month == month.month, day == today, calendar.why_off(day), tuple(on.get(day, ())))
            for day in week
        )
        for week in Calendar().monthdatescalendar(month.year, month.month)
    )
