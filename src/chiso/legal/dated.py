"""Values that hold for a time and know where they come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from chiso.legal._problems import NOT_IN_FORCE, SEVERAL_RULES
from chiso.problems import Problem, ProblemError

Value = TypeVar("Value")


class NotInForce(ProblemError):  # noqa: N818 - the name that the architecture gives to "no rule on that day"
    """No rule holds on the day asked for."""

    def __init__(self, problem: Problem) -> None:
        super().__init__([problem])


@dataclass(frozen=True, slots=True)
class Dated(Generic[Value]):
    """A value in force from `since` to the day before `until` (None: no end is known), and its source's key."""

    since: date
    until: date | None
    value: Value
    source: str

    def is_in_force(self, on: date) -> bool:
        """Whether the value holds on a day.

        >>> Dated(date(2013, 1, 1), date(2022, 1, 1), 5, "s").is_in_force(date(2021, 12, 31))
        True
        """
        return self.since <= on and (self.until is None or on < self.until)

    def __str__(self) -> str:
        return f"{self.since:%d/%m/%Y} – {'…' if self.until is None else format(self.until, '%d/%m/%Y')}"


@dataclass(frozen=True, slots=True)
class Timeline(Generic[Value]):
    """The values of one rule through time, oldest first, none overlapping; `name` says what it rules."""

    name: str
    values: tuple[Dated[Value], ...] = ()

    def __iter__(self) -> Iterator[Dated[Value]]:
        return iter(self.values)

    def __bool__(self) -> bool:
        return bool(self.values)

    def find(self, on: date) -> Dated[Value] | None:
        """What holds on a day, or None: for facts that may be absent."""
        return next((dated for dated in self.values if dated.is_in_force(on)), None)

    def on(self, day: date | None) -> Dated[Value]:
        """The rule that holds on a day; without a day, the only one there is.

        Raises NotInForce outside the dates, ProblemError legal.several_rules where a day is needed.
        """
        if day is None:
            return self._only()
        found = self.find(day)
        if found is None:
            raise NotInForce(NOT_IN_FORCE(where=self.name, given=f"{day:%d/%m/%Y}", wanted=self._known()))
        return found

    def _only(self) -> Dated[Value]:
        if len(self.values) == 1:
            return self.values[0]
        if self.values:
            SEVERAL_RULES.stop(where=self.name, wanted=self._known())
        raise NotInForce(NOT_IN_FORCE(where=self.name, given="…", wanted=self._known()))

    def _known(self) -> str:
        return "; ".join(str(dated) for dated in self.values) or "–"
