"""Deadlines of tasks, and how often a standing duty is expected to show evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from chiso.periods.counting import LastDay, last_day
from chiso.periods.due import Assumption
from chiso.periods.partial_date import PartialDate
from chiso.periods.period import PeriodKind
from chiso.periods.working_calendar import WorkingCalendar

_STANDING: Final = "continuous"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of a task, with what had to be assumed."""

    last: LastDay
    assumptions: tuple[Assumption, ...] = ()

    @property
    def day(self) -> date:
        """The last day counted as on time, as the plan states it."""
        return self.last.stated


def deadline(due: str, *, is_inclusive: bool | None = None, calendar: WorkingCalendar | None = None) -> Deadline:
    """The deadline of a task whose plan gives a day, a month or a year; `ProblemError` where there is no such day.

    due: "2021-03" means the end of March; a plan's "Quý I/2021" is read as its last month

    >>> deadline("2021-03").day, deadline("2025-09-30", is_inclusive=False).day
    (datetime.date(2021, 3, 31), datetime.date(2025, 9, 29))
    """
    written = PartialDate.parse(due)
    stated = written.day_before if is_inclusive is False else written.last_day
    # That "tháng 3" or "quý I" lasts to its end is no assumption; only of a bare day it is unsaid whether it counts.
    unsaid = is_inclusive is None and written.day is not None
    return Deadline(last_day(stated, calendar or WorkingCalendar()), (Assumption.INCLUSIVE,) if unsaid else ())


def cadence(timing: str | None, standing: PeriodKind = PeriodKind.QUARTER) -> PeriodKind | None:
    """How often a duty of this timing (a word of the plan schema) should show evidence; None where it has no rhythm.

    standing: the cadence of what is to be done "thường xuyên"; a quarter unless the agency sets another

    >>> cadence("continuous").value, cadence("half-yearly").value, cadence("by-date")
    ('quarterly', 'half-yearly', None)
    """
    if timing == _STANDING:
        return standing
    return PeriodKind(timing) if timing in set(PeriodKind) else None
