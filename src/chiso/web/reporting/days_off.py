"""The working days that the calendar reckons with."""

from functools import cache

from chiso.periods import WorkingCalendar


@cache
def working_calendar() -> WorkingCalendar:
    """The public holidays as the law has them."""
    return WorkingCalendar()
