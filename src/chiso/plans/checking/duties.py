"""The reporting duties of a plan as days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from chiso.documents.document import Block
from chiso.periods import Due, DueRule, PeriodKind, WorkingCalendar, due_days, end_of_month, stated_as
from chiso.plans.plan import ReportingRule
from chiso.problems import ProblemError

_CLOSING: Final = re.compile(
    r"(?:chốt số liệu|số liệu[^.;]{0,40}?(?:tính|lấy|chốt))[^.;]{0,80}?(?:đến hết|đến|vào)\s+(?:hết\s+)?ngày\s+(?P<day>\d{1,2})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Duty:
    """A reporting rule with its place in the plan and its days."""

    index: int
    rule: ReportingRule
    dues: tuple[Due, ...]

    def words_in(self, language: str) -> str:
        """The rule as an office would write it."""
        return stated_as(due_rule(self.rule), language)


def due_rule(rule: ReportingRule) -> DueRule:
    """A plan's rule in the terms of the calendar."""
    return DueRule(
        frequency=PeriodKind(rule.period.value),
        day=rule.due_day,
        months=rule.due_months,
        due_date=rule.due_date,
        is_inclusive=rule.due_is_inclusive,
        month_offset=rule.due_month_offset,
    )


def duties_of(rules: Sequence[ReportingRule], year: int | None, calendar: WorkingCalendar | None) -> tuple[Duty, ...]:
    """The duties of a plan of a year that have days; those with days that no calendar has are left out."""
    found = []
    for index, rule in enumerate(rules if year else ()):
        try:
            dues = due_days(due_rule(rule), year or 0, calendar)
        except ProblemError:
            continue
        found.append(Duty(index, rule, tuple(due for due in dues if due.on_time_until)))
    return tuple(found)


def stated_closing_day(blocks: Sequence[Block]) -> int | None:
    """The day of the period's last month on which the plan itself says that data close."""
    for block in blocks:
        if "số liệu" in block.text.lower() and (found := _CLOSING.search(block.text)):
            return int(found["day"])
    return None


def closing(due: Due, day: int | None) -> date:
    """When a period's data close: on the stated day of its last month, else at its end on the calendar."""
    if day is None:
        return due.period.last_day
    last = end_of_month(due.period.year, due.period.last_month)
    return last.replace(day=min(day, last.day))


def working_days_between(calendar: WorkingCalendar | None, closed: date, due: date) -> int:
    """How many working days lie after the closing day, the due day included."""
    known = calendar or WorkingCalendar()
    return known.count(closed + timedelta(days=1), due + timedelta(days=1))
