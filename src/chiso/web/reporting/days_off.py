"""The working days that the calendar reckons with."""

from functools import cache

from chiso.packs import decided_days
from chiso.periods import WorkingCalendar


@cache
def working_calendar() -> WorkingCalendar:
    """The public holidays as the law has them, with the days that the government decided otherwise."""
    return WorkingCalendar.of(decided_days())
