"""Due days of reports as plans state them: `due_days(rule, year)` gives one `Due` for each period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from chiso.periods._problems import NO_SUCH_DUE_DAY, NO_SUCH_DUE_MONTH
from chiso.periods.counting import LastDay, day_in_month, last_day
from chiso.periods.partial_date import PartialDate
from chiso.periods.period import MONTHS_OF_YEAR, Period, PeriodKind, shifted
from chiso.periods.working_calendar import WorkingCalendar
from chiso.problems import Problem, ProblemError, Text

_LONGEST_MONTH: Final = 31
_QUARTERS_OF_A_PERIOD: Final = 4


class Assumption(StrEnum):
    """What had to be taken as meant because the plan does not say it."""

    INCLUSIVE = "inclusive"
    LAST_MONTH = "last-month"
    DAY_PAST_MONTH = "day-past-month"

    def sentence(self, language: str = "vi") -> str:
        """What was assumed, for the person who checks it."""
        return _ASSUMED[self].in_language(language)


_ASSUMED: Final = {
    Assumption.INCLUSIVE: Text(
        "Kế hoạch không ghi “trước” hay “chậm nhất”: tính cả ngày đã nêu là đúng hạn.",
        "The plan says neither “before” nor “at the latest”: the stated day itself counts as on time.",
    ),
    Assumption.LAST_MONTH: Text(
        "Kế hoạch không ghi tháng: hiểu là tháng cuối của kỳ.",
        "The plan names no month: taken as the last month of the period.",
    ),
    Assumption.DAY_PAST_MONTH: Text(
        "Tháng này không có ngày đã nêu: lấy ngày cuối tháng (khoản 3 Điều 148 Bộ luật Dân sự 2015).",
        "This month lacks the stated day: its last day is taken (Civil Code 2015, Article 148(3)).",
    ),
}


@dataclass(frozen=True, slots=True)
class DueRule:
    """When a report is due, with the meaning of `reporting` in the plan schema.

    frequency:    how often it comes
    day:          day of the month; None where not said
    months:       the months written, () where every period has its own
    due_date:     a date in ISO form, of which day or month may be lacking
    is_inclusive: False for "trước ngày", True for "chậm nhất ngày"; None where not said
    month_offset: 0 the period's last month, 1 the month after it; None where not said
    """

    frequency: PeriodKind
    day: int | None = None
    months: tuple[int, ...] = ()
    due_date: str | None = None
    is_inclusive: bool | None = None
    month_offset: int | None = None

    def problems(self) -> tuple[Problem, ...]:
        """Every number in it that no calendar has."""
        found = [NO_SUCH_DUE_MONTH(given=month) for month in self.months if not 1 <= month <= MONTHS_OF_YEAR]
        if self.day is not None and not 1 <= self.day <= _LONGEST_MONTH:
            found.append(NO_SUCH_DUE_DAY(given=self.day))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Due:
    """The due day of the report of one period.

    last:        the last day counted as on time, None where the plan gives no day; reports are due as stated, the
                 day to which the Civil Code would move it stands beside
    rule:        the rule that it follows
    assumptions: what had to be assumed
    """

    period: Period
    last: LastDay | None
    rule: DueRule
    assumptions: tuple[Assumption, ...] = ()

    @property
    def on_time_until(self) -> date | None:
        """The last day counted as on time, as the plan states it."""
        return self.last.stated if self.last else None

    def notes(self, language: str = "vi") -> tuple[str, ...]:
        """What a person should know of the day: assumptions made, and the day off on which it falls."""
        notes = [assumption.sentence(language) for assumption in self.assumptions]
        if self.last and self.last.is_moved:
            notes.append(f"{self.last.note(language)} {_AS_STATED.in_language(language)}")
        return tuple(notes)


_AS_STATED: Final = Text(
    "Hạn báo cáo vẫn tính theo ngày kế hoạch đã ghi.", "The report stays due on the day that the plan states."
)


def due_days(rule: DueRule, year: int, calendar: WorkingCalendar | None = None) -> tuple[Due, ...]:
    """The due days of a plan's year, in the order of their periods; `ProblemError` for days no calendar has.

    >>> by_mid_month = DueRule(PeriodKind.QUARTER, day=15, months=(3, 6, 9), is_inclusive=False)
    >>> [str(due.on_time_until) for due in due_days(by_mid_month, 2022)]
    ['2022-03-14', '2022-06-14', '2022-09-14']
    """
    if problems := rule.problems():
        raise ProblemError(problems)
    if rule.due_date:
        dues = _at_date(rule, PartialDate.parse(rule.due_date))
    elif rule.months:
        dues = _in_months(rule, year)
    else:
        dues = _in_each_period(rule, year)
    calendar = calendar or WorkingCalendar()
    return tuple(_with_moved_day(due, calendar) for due in sorted(dues, key=lambda due: due.period.start))


def reported_in(kind: PeriodKind, year: int, month: int) -> Period:
    """The period that a report due in a month is about.

    It is the period just ended where that lies no further back than a quarter of its length (a year's report comes
    until March, a quarter's in the month after it), else the running one.

    >>> str(reported_in(PeriodKind.YEAR, 2021, 1)), str(reported_in(PeriodKind.QUARTER, 2021, 3))
    ('2020', '2021-Q1')
    """
    months_late = (kind.months + _QUARTERS_OF_A_PERIOD // 2) // _QUARTERS_OF_A_PERIOD
    return Period.at(kind, date(*shifted(year, month, -months_late), 1))


def _at_date(rule: DueRule, written: PartialDate) -> Iterable[Due]:
    if written.month is None:
        return (Due(period, None, rule) for period in Period.all_of(rule.frequency, written.year))
    period = reported_in(rule.frequency, written.year, written.month)
    return (_due(period, rule, written.year, written.month, written.day or rule.day),)


def _in_months(rule: DueRule, year: int) -> Iterable[Due]:
    for month in sorted(set(rule.months)):
        # A report of the plan's year may fall due in the next: a year's in January, the fourth quarter's too.
        period = reported_in(rule.frequency, year, month)
        due_year = year if period.year == year else year + 1
        yield _due(replace(period, year=year), rule, due_year, month, rule.day)


def _in_each_period(rule: DueRule, year: int) -> Iterable[Due]:
    for period in Period.all_of(rule.frequency, year):
        due = _due(period, rule, *shifted(year, period.last_month, rule.month_offset or 0), rule.day)
        if rule.month_offset is None and due.last:
            due = replace(due, assumptions=(*due.assumptions, Assumption.LAST_MONTH))
        yield due


def _due(period: Period, rule: DueRule, year: int, month: int, day: int | None) -> Due:
    if day is None:
        return Due(period, None, rule)
    assumptions = [Assumption.INCLUSIVE] if rule.is_inclusive is None else []
    # Before the first day of a month lies the last of the month before; before the 31st of a short one, its last.
    on_time = day - 1 if rule.is_inclusive is False else day
    if on_time == 0:
        stated = date(year, month, 1) - timedelta(days=1)
    else:
        stated = day_in_month(year, month, on_time)
        if stated.day != on_time:
            assumptions.append(Assumption.DAY_PAST_MONTH)
    return Due(period, LastDay(stated, stated), rule, tuple(assumptions))


def _with_moved_day(due: Due, calendar: WorkingCalendar) -> Due:
    return replace(due, last=last_day(due.last.stated, calendar)) if due.last else due
