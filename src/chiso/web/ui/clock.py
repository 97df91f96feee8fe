"""The only place where the program reads the clock.

An agency with sample data has a day of its own, its "as of" day: there the time of day is the clock's,
the day is that one, so that what was planned for 2022 can be tried out as in 2022.
"""

from datetime import date, datetime
from typing import Protocol

from django.utils import timezone


class HasDay(Protocol):
    """Anything that may carry its own "as of" day."""

    as_of: date | None


def now_of(agency: HasDay) -> datetime:
    """The date-time that counts as now for an agency, in its time zone."""
    now = timezone.localtime(timezone.now())
    if agency.as_of is None:
        return now
    return now.replace(year=agency.as_of.year, month=agency.as_of.month, day=agency.as_of.day)


def today_of(agency: HasDay) -> date:
    """The day that counts as today for an agency."""
    return now_of(agency).date()


def clock_now() -> datetime:
    """The clock's date-time, for what belongs to no agency."""
    return timezone.localtime(timezone.now())
