"""How a plan is numbered: sections, groups and components each by a habit that the others leave free."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chiso.documents.writing import Heading
from chiso.documents.writing.official import roman
from chiso.plans.plan import Component

_HABITS = (
    (1, re.compile(r"[IVXLC]+")),
    (2, re.compile(r"\d+")),
    (3, re.compile(r"\d+(?:\.\d+)+")),
    (4, re.compile(r"[a-zđ]\d?")),
)
_UNNUMBERED = 5
_GROUPED = re.compile(r"(\d+)\.\d+")
_LETTERS = "abcdđegh"


@dataclass(frozen=True, slots=True)
class Outline:
    """The levels of one plan: whether sections and parts are numbered, at which level groups and components stand."""

    sections_numbered: bool
    parts_lettered: bool
    group_level: int

    def section(self, position: int, title: str) -> Heading:
        """A section of the plan, `position` from 0."""
        return Heading(1, title, roman(position + 1) if self.sections_numbered else "")

    def group(self, position: int, title: str, first: Component) -> Heading:
        """A heading over components: its number is the one before the point of theirs, else it is counted."""
        inside = _GROUPED.fullmatch(first.code or "")
        number = inside[1] if inside else str(position + 1)
        return Heading(self.group_level, title, number if self.group_level > 1 else roman(position + 1))

    def component(self, component: Component, title: str) -> Heading:
        """A component's heading under its own number."""
        return Heading(level_of(component.code), title, component.code or "")

    def part(self, position: int, title: str) -> Heading:
        """A part of a component: result, assignment, work."""
        return Heading(4, title, _LETTERS[position]) if self.parts_lettered else Heading(_UNNUMBERED, title)


def level_of(code: str | None) -> int:
    """The level that a number belongs to.

    >>> level_of("IV"), level_of("2"), level_of("2.1"), level_of("a"), level_of(None)
    (1, 2, 3, 4, 5)
    """
    return next((level for level, habit in _HABITS if code and habit.fullmatch(code)), _UNNUMBERED)


def outline_of(components: tuple[Component, ...]) -> Outline:
    """The outline in which no heading takes the numbers of the components for its own."""
    levels = {level_of(component.code) for component in components if component.code}
    has_groups = any(component.group for component in components)
    groups_are_romans = has_groups and 2 in levels  # noqa: PLR2004 (components numbered 1. leave only I. above them)
    return Outline(
        sections_numbered=not (groups_are_romans or levels & {1, _UNNUMBERED}),
        parts_lettered=4 not in levels,  # noqa: PLR2004 (the level of letters)
        group_level=1 if groups_are_romans else 2,
    )
