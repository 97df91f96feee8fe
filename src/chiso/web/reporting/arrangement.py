"""Arranging the lines of the calendar for a page: filtered, overdue first, then by month, plan or unit."""

from calendar import Calendar
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chiso.periods import Period, PeriodKind, WorkingCalendar
from chiso.plans.judgement import Judgement
from chiso.web.reporting.deadlines import Line, LineKind, TaskDuty, in_order
from chiso.web.reporting.standing import WITHOUT_DAY
from chiso.web.reporting.wanted import Grouping, Wanted

_WEEKEND = {5, 6}
FREQUENCIES: Mapping[PeriodKind, Promise] = {
    PeriodKind.MONTH: gettext_lazy("hằng tháng"),
    PeriodKind.QUARTER: gettext_lazy("hằng quý"),
    PeriodKind.HALF_YEAR: gettext_lazy("6 tháng một lần"),
    PeriodKind.NINE_MONTHS: gettext_lazy("9 tháng đầu năm"),
    PeriodKind.YEAR: gettext_lazy("hằng năm"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under one heading; is_past where it is a month that is over."""

    title: str
    lines: tuple[Line, ...]
    is_past: bool = False


@dataclass(frozen=True, slots=True)
class UndatedRule:
    """The reports of a rule for which the plan states no day."""

    lines: tuple[Line, ...]
    judgement: Judgement
    frequency: str | Promise

    @property
    def sent_count(self) -> int:
        """How many of them were sent."""
        return sum(line.filed is not None for line in self.lines)


@dataclass(frozen=True, slots=True)
class WindowGroup:
    """Standing duties of one cadence, with the window that runs; days_left: until its last day."""

    period: Period
    period_label: str
    days_left: int
    duties: tuple[TaskDuty, ...]

    @property
    def uncovered_count(self) -> int:
        """How many have nothing to show in the window yet."""
        return sum(not duty.is_covered for duty in self.duties)


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month's grid; why_off: the name of the holiday or day of the weekend."""

    day: date
    is_of_month: bool
    is_today: bool
    why_off: str | None
    lines: tuple[Line, ...]

    @property
    def is_holiday(self) -> bool:
        """Whether it is off for another reason than being a Saturday or Sunday."""
        return self.why_off is not None and self.day.weekday() not in _WEEKEND


def fitting_lines(lines: Iterable[Line], wanted: Wanted, year: int, today: date) -> tuple[Line, ...]:
    """The lines that a reader asked for; what is still overdue from years before is shown in the running year."""
    return in_order(
        line
        for line in lines
        if (line.belongs_to(year) or (year == today.year and line.is_overdue and line.plan.year < year))
        and wanted.kind in {"", line.kind}
        and wanted.fits(line.plan.plan_id, line.concerned)
    )


def fitting_tasks(tasks: Iterable[TaskDuty], wanted: Wanted, year: int) -> tuple[TaskDuty, ...]:
    """The tasks of a year's plans that a reader asked for."""
    if wanted.kind == LineKind.REPORT:
        return ()
    return tuple(task for task in tasks if task.plan.year == year and wanted.fits(task.plan.plan_id, task.concerned))


def groups(lines: Iterable[Line], grouping: Grouping, today: date) -> tuple[Group, ...]:
    """The lines that have a day and are not overdue, under their headings."""
    dated = [line for line in lines if line.day is not None and not line.is_overdue]
    if grouping == Grouping.MONTH:
        return _by_month(dated, today)
    name: Callable[[Line], str] = (lambda line: str(line.plan)) if grouping == Grouping.PLAN else _unit
    return tuple(
        Group(title, tuple(line for line in dated if name(line) == title)) for title in sorted({*map(name, dated)})
    )


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


def undated(lines: Iterable[Line]) -> tuple[UndatedRule, ...]:
    """The rules that state no day, each with its periods."""
    by_rule: dict[int, list[Line]] = {}
    for line in lines:
        if line.day is None:
            by_rule.setdefault(line.ident, []).append(line)
    return tuple(UndatedRule(tuple(found), WITHOUT_DAY(), _frequency(found)) for found in by_rule.values())


def _frequency(lines: list[Line]) -> str | Promise:
    kind = lines[0].period.kind if lines[0].period else None
    return FREQUENCIES[kind] if kind else ""


def window_groups(tasks: Iterable[TaskDuty], year: int, today: date, language: str) -> tuple[WindowGroup, ...]:
    """The standing duties under the window that runs, the most frequent first; none where it lies in another year."""
    windows: dict[Period, list[TaskDuty]] = {}
    for task in tasks:
        if task.period and task.period.year == year:
            windows.setdefault(task.period, []).append(task)
    return tuple(
        WindowGroup(period, period.label(language), max((period.last_day - today).days, 0), tuple(duties))
        for period, duties in sorted(windows.items(), key=lambda window: (window[0].kind.months, window[0].start))
    )


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
