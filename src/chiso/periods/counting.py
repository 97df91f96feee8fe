"""Terms counted as the Civil Code counts them (Bộ luật Dân sự 2015, Điều 146-148)."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from chiso.periods._problems import NEGATIVE_TERM
from chiso.periods.period import MONTHS_OF_YEAR, shifted
from chiso.periods.working_calendar import WorkingCalendar
from chiso.problems import Text

_DAYS_OF_WEEK: Final = 7
MOVED_BY: Final = Text("khoản 5 Điều 148 Bộ luật Dân sự 2015", "Civil Code 2015, Article 148(5)")


class TermUnit(StrEnum):
    """What a term is counted in; "ngày" are days of the calendar, "ngày làm việc" working days."""

    DAYS = "days"
    WORKING_DAYS = "working-days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day of a term: as stated, and as the Civil Code moves it off a weekend or holiday.

    why_off: the name of the day off on which the stated day falls, None where it is a working day
    """

    stated: date
    moved: date
    why_off: str | None = None

    @property
    def is_moved(self) -> bool:
        """Whether the stated day is a day off."""
        return self.stated != self.moved

    def note(self, language: str = "vi") -> str:
        """What the Civil Code says of the stated day; empty where it is a working day."""
        if not self.is_moved:
            return ""
        return _NOTE.in_language(language).format(
            stated=f"{self.stated:%d/%m/%Y}",
            why=self.why_off,
            rule=MOVED_BY.in_language(language),
            moved=f"{self.moved:%d/%m/%Y}",
        )


_NOTE: Final = Text(
    "Ngày {stated} là ngày nghỉ ({why}); tính theo {rule} thì thời hạn kết thúc hết ngày {moved}.",
    "{stated} is a day off; by {rule} the term would end with {moved}.",
)


def last_day(stated: date, calendar: WorkingCalendar) -> LastDay:
    """A stated last day beside the end of the next working day, to which Điều 148 khoản 5 moves it."""
    return LastDay(stated, calendar.on_or_after(stated), calendar.why_off(stated))


def term_end(start: date, count: int, unit: TermUnit, calendar: WorkingCalendar) -> LastDay:
    """The last day of a term of `count` units from the event on `start`.

    The day of the event is not counted (Điều 147 khoản 2). A term in months or years ends on the same date, or on
    the last day of a month that lacks it (Điều 148 khoản 3). `ProblemError` where the count is under 1.

    >>> term_end(date(2021, 1, 31), 1, TermUnit.MONTHS, WorkingCalendar()).stated
    datetime.date(2021, 2, 28)
    """
    if count < 1:
        NEGATIVE_TERM.stop(given=count)
    match unit:
        case TermUnit.DAYS:
            stated = start + timedelta(days=count)
        case TermUnit.WORKING_DAYS:
            stated = calendar.add(start, count)
        case TermUnit.WEEKS:
            stated = start + timedelta(days=count * _DAYS_OF_WEEK)
        case TermUnit.MONTHS:
            stated = months_later(start, count)
        case TermUnit.YEARS:
            stated = months_later(start, count * MONTHS_OF_YEAR)
    return last_day(stated, calendar)


def months_later(day: date, months: int) -> date:
    """The same date so many months later, or the last day of that month where it lacks the date."""
    return day_in_month(*shifted(day.year, day.month, months), day.day)


def day_in_month(year: int, month: int, day: int) -> date:
    """A date, or the last day of a month that is too short for it."""
    return date(year, month, min(day, end_of_month(year, month).day))


def end_of_month(year: int, month: int) -> date:
    """What "cuối tháng" means (Điều 146 khoản 3)."""
    return date(year, month, monthrange(year, month)[1])
