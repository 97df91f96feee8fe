"""The government's yearly decisions on holidays and swapped working days, as packs hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from chiso.periods._problems import DECISION_REPEATED, DECISION_WITHOUT, DECISION_WRONG
from chiso.problems import Problem, ProblemError

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True, order=True)
class DecidedDay:
    """One day that a decision makes a day off or a working day, with the words of the reason and the source."""

    day: date
    is_working: bool
    reason: str
    source: str


def decided_days(content: object, *, where: str) -> tuple[DecidedDay, ...]:
    """The decided days of one file of packs/calendars; `ProblemError` holds every fault of it.

    content: the file's value: `year`, and `decisions`, each with `source` and `days` (`day`, `is_working`, `reason`)
    """
    problems: list[Problem] = []
    found: dict[date, DecidedDay] = {}
    top = _mapping(content, where, problems)
    year = _wanted(top, "year", int, where, problems)
    for place, decision in _entries(top, "decisions", where, problems):
        source = _wanted(decision, "source", str, place, problems)
        for day_place, entry in _entries(decision, "days", place, problems):
            day = _day(entry, year, source, day_place, problems)
            if day and day.day in found:
                problems.append(DECISION_REPEATED(where=day_place, given=f"{day.day:%d/%m/%Y}"))
            elif day:
                found[day.day] = day
    if problems:
        raise ProblemError(problems)
    return tuple(sorted(found.values()))


def _day(
    entry: Mapping[str, object], year: int | None, source: str | None, where: str, problems: list[Problem]
) -> DecidedDay | None:
    day = _wanted(entry, "day", date, where, problems)
    is_working = _wanted(entry, "is_working", bool, where, problems)
    reason = _wanted(entry, "reason", str, where, problems)
    if day and year and day.year != year:
        problems.append(DECISION_WRONG(where=where, given=day.isoformat(), wanted=f"year: {year}"))
    if day is None or is_working is None or reason is None:
        return None
    return DecidedDay(day, is_working, reason, source or "")


def _entries(
    content: Mapping[str, object], key: str, where: str, problems: list[Problem]
) -> Iterable[tuple[str, Mapping[str, object]]]:
    entries = _wanted(content, key, list, where, problems) or []
    for number, entry in enumerate(entries, start=1):
        place = f"{where}, {key} {number}"
        yield place, _mapping(entry, place, problems)


def _mapping(content: object, where: str, problems: list[Problem]) -> Mapping[str, object]:
    if isinstance(content, Mapping):
        return content
    problems.append(DECISION_WRONG(where=where, given=content, wanted="key: value"))
    return {}


def _wanted(
    content: Mapping[str, object], key: str, kind: type[_Kind], where: str, problems: list[Problem]
) -> _Kind | None:
    value = content.get(key)
    if value is None:
        problems.append(DECISION_WITHOUT(where=where, wanted=key))
        return None
    # True and False are whole numbers to Python, but not a year.
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        problems.append(DECISION_WRONG(where=where, given=value, wanted=f"{key}: {kind.__name__}"))
        return None
    return value
