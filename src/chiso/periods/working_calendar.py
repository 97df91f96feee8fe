"""Working days of Vietnamese offices: Monday to Friday without holidays, with the yearly decisions on top."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from itertools import count
from typing import Final

from chiso.periods.decisions import DecidedDay

_SATURDAY: Final = 5
_WEEKEND: Final = {5: "Thứ Bảy", 6: "Chủ nhật"}
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days of a 40-hour week (Bộ luật Lao động 2019, Điều 105, 111, 112).

    decided: days that the government decided otherwise than the list of public holidays has them, such as a
             Saturday worked for a Friday; they come from packs and win over everything else

    >>> WorkingCalendar().next_working_day(date(2021, 4, 29))
    datetime.date(2021, 5, 4)
    """

    decided: tuple[DecidedDay, ...] = ()
    _by_day: Mapping[date, DecidedDay] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_day", {each.day: each for each in self.decided})

    @classmethod
    def of(cls, decided: Iterable[DecidedDay]) -> WorkingCalendar:
        """A calendar with the decided days of any number of years."""
        return cls(tuple(sorted(decided)))

    def why_off(self, day: date) -> str | None:
        """Why nobody works on a day, in Vietnamese; None on a working day."""
        if decided := self._by_day.get(day):
            return None if decided.is_working else decided.reason
        holidays, worked_weekends = _public_holidays(day.year)
        if day in worked_weekends:
            return None
        return holidays.get(day) or _WEEKEND.get(day.weekday())

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on a day."""
        return self.why_off(day) is None

    def on_or_after(self, day: date) -> date:
        """The day itself where it is a working day, else the next one."""
        return next(each for each in _days_from(day, _A_DAY) if self.is_working_day(each))

    def next_working_day(self, day: date) -> date:
        """The first working day after a day."""
        return self.on_or_after(day + _A_DAY)

    def previous_working_day(self, day: date) -> date:
        """The last working day before a day."""
        return next(each for each in _days_from(day - _A_DAY, -_A_DAY) if self.is_working_day(each))

    def add(self, day: date, working_days: int) -> date:
        """The working day so many working days after a day that is itself not counted; before it where negative."""
        step = self.next_working_day if working_days > 0 else self.previous_working_day
        for _ in range(abs(working_days)):
            day = step(day)
        return day

    def count(self, start: date, end: date) -> int:
        """How many working days lie in [start, end)."""
        return sum(self.is_working_day(start + timedelta(days=n)) for n in range((end - start).days))


def _days_from(day: date, step: timedelta) -> Iterable[date]:
    return (day + n * step for n in count())


@lru_cache(maxsize=128)
def _public_holidays(year: int) -> tuple[Mapping[date, str], frozenset[date]]:
    """Public holidays of a year by name, and the weekend days worked for them."""
    # Loaded here because it takes a tenth of a second, which pages without a calendar need not wait for.
    from holidays import country_holidays  # noqa: PLC0415

    # The year after is asked too: a day worked for a holiday may lie in the year before it.
    listed = country_holidays("VN", years=(year, year + 1), language="vi", expand=False)
    return {day: name for day, name in listed.items() if day.year == year}, frozenset(listed.weekend_workdays)
