"""A date of which the day, or day and month, may be lacking, as documents leave them blank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from chiso.periods._problems import NO_SUCH_DATE
from chiso.periods.counting import end_of_month
from chiso.periods.period import MONTHS_OF_YEAR

_FORM: Final = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, with month and day as far as written.

    >>> PartialDate.parse("2021-03").last_day
    datetime.date(2021, 3, 31)
    """

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read "2021", "2021-03" or "2021-03-31"; `ProblemError` where there is no such day."""
        match = _FORM.fullmatch(text)
        parts = [int(part) for part in match.group("year", "month", "day") if part] if match else []
        if not parts or not _is_real(*parts):
            NO_SUCH_DATE.stop(given=text)
        return cls(*parts)

    @property
    def first_day(self) -> date:
        """The first day that it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that it may mean."""
        if self.month and self.day:
            return self.first_day
        return end_of_month(self.year, self.month or MONTHS_OF_YEAR)

    @property
    def day_before(self) -> date:
        """The last day that lies surely before it."""
        return self.first_day - timedelta(days=1)


def _is_real(year: int, month: int = 1, day: int = 1) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
