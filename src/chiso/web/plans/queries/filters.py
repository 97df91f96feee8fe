"""Which tasks of a list are wanted, and how they are grouped: decisions over loaded lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.utils.translation import gettext

from chiso.periods import Period, PeriodKind
from chiso.plans.status import Status
from chiso.units import search_key, sort_key
from chiso.web.plans.queries.lines import TaskLine


class When(StrEnum):
    """A span of time that a list can be narrowed to; the values stand in addresses."""

    OVERDUE = "qua-han"
    WEEK = "7-ngay"
    MONTH = "30-ngay"
    QUARTER = "quy-nay"
    STANDING = "thuong-xuyen"
    UNDATED = "khong-han"


class Grouping(StrEnum):
    """By what a list is grouped; the values stand in addresses."""

    COMPONENT = "thanh-phan"
    UNIT = "don-vi"


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What is wanted; None and "" mean everything.

    unit: number of a unit that leads or coordinates; words: to be found in the text, accents or none
    """

    unit: int | None = None
    status: Status | None = None
    when: When | None = None
    words: str = ""

    @property
    def is_set(self) -> bool:
        """Whether it narrows anything."""
        return self != TaskFilter()

    def takes(self, line: TaskLine, today: date) -> bool:
        """Whether a task is wanted."""
        return (
            (self.unit is None or line.answerable.concerns(self.unit))
            and (self.status is None or line.judgement.status is self.status)
            and (self.when is None or _FALLS[self.when](line, today))
            and all(word in line.search_key for word in search_key(self.words).split())
        )


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Some tasks under a heading; a task may stand in several groups."""

    key: str
    title: str
    lines: tuple[TaskLine, ...]
    component: int | None = None


def by_component(lines: Sequence[TaskLine], components: Iterable[tuple[int, str]]) -> tuple[TaskGroup, ...]:
    """Group under the components of a plan (number, name), tasks that count for none of them last."""
    known = list(components)
    numbers = {number for number, _ in known}
    groups = [
        TaskGroup(f"thanh-phan-{number}", name, tuple(line for line in lines if _counts_for(line, number)), number)
        for number, name in known
    ]
    rest = tuple(line for line in lines if not any(home.id in numbers for home in line.homes))
    groups.append(TaskGroup("nhiem-vu-chung", gettext("Nhiệm vụ chung, không thuộc riêng thành phần nào"), rest))
    return tuple(group for group in groups if group.lines)


def by_unit(lines: Sequence[TaskLine]) -> tuple[TaskGroup, ...]:
    """Group under the unit that leads, in the order of the alphabet, tasks without a lead last."""
    units = {line.answerable.lead.id: line.answerable.lead.name for line in lines if line.answerable.lead}
    groups = [
        TaskGroup(f"don-vi-{number}", name, tuple(line for line in lines if _is_led_by(line, number)))
        for number, name in sorted(units.items(), key=lambda each: sort_key(each[1]))
    ]
    if rest := tuple(line for line in lines if line.answerable.lead is None):
        groups.append(TaskGroup("chua-phan-cong", gettext("Chưa có đơn vị chủ trì"), rest))
    return tuple(groups)


def _counts_for(line: TaskLine, component: int) -> bool:
    return any(home.id == component for home in line.homes)


def _is_led_by(line: TaskLine, unit: int) -> bool:
    return line.answerable.lead is not None and line.answerable.lead.id == unit


def _is_overdue(line: TaskLine, today: date) -> bool:
    return line.due_on is not None and line.done_on is None and line.due_on < today


def _is_due_within(days: int) -> Callable[[TaskLine, date], bool]:
    def falls(line: TaskLine, today: date) -> bool:
        if line.due_on is None or line.done_on is not None:
            return False
        return today <= line.due_on <= today + timedelta(days=days)

    return falls


def _falls_in_quarter(line: TaskLine, today: date) -> bool:
    quarter = Period.at(PeriodKind.QUARTER, today)
    return line.due_on is not None and quarter.start <= line.due_on < quarter.end


_FALLS: dict[When, Callable[[TaskLine, date], bool]] = {
    When.OVERDUE: _is_overdue,
    When.WEEK: _is_due_within(7),
    When.MONTH: _is_due_within(30),
    When.QUARTER: _falls_in_quarter,
    When.STANDING: lambda line, _: line.is_standing,
    When.UNDATED: lambda line, _: not line.is_standing and line.due_on is None,
}
