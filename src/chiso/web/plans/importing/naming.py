"""Whom a plan names: its units, matched with those that the agency has, and its leaders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from chiso.plans import Assignment, Plan
from chiso.units import UnitKind, match, recognise, unit_name

_COURTESY: Final = re.compile(r"^(?:đồng chí|đ/c|ông|bà|ths\.?|ts\.?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class UnitNamed:
    """A unit that a plan names.

    is_known:  whether the agency has it
    spellings: the ways of writing it that the agency does not know yet
    """

    name: str
    kind: str
    is_collective: bool
    is_known: bool
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """The units of a plan, and which of them each written name means (by its lower case)."""

    units: tuple[UnitNamed, ...]
    meant: Mapping[str, str]
    agency: str

    def lead(self, assignment: Assignment) -> str:
        """The one unit that leads; of several named together the first."""
        return self._units(assignment.lead)[0] if assignment.lead else ""

    def coordinating(self, assignment: Assignment) -> tuple[str, ...]:
        """The others, each once, those named beside the lead first."""
        written = (assignment.lead, *assignment.coordinating)
        named = dict.fromkeys(unit for each in written if each for unit in self._units(each))
        return tuple(unit for unit in named if unit != self.lead(assignment))

    def _units(self, written: str) -> list[str]:
        return [self.meant[name.casefold()] for name in separate(written, self.agency)]


def separate(written: str, agency: str) -> tuple[str, ...]:
    """The names in one written name: of units named together each one's own."""
    return tuple(part.written for part in unit_name(written, agency).parts) or (written,)


def assignments(plan: Plan) -> Iterator[Assignment]:
    """Every assignment of a plan."""
    for component in plan.components:
        yield component.assignment
        yield from (task.assignment for task in component.tasks)
    yield from (task.assignment for task in plan.general_tasks)


def written_names(plan: Plan) -> list[str]:
    """Every name of a unit as written, in order, as often as it is written."""
    named = [name for each in assignments(plan) for name in (each.lead, *each.coordinating)]
    return [name for name in (*named, *(rule.to for rule in plan.reporting)) if name]


def units_named(plan: Plan, *, agency: str, known: Mapping[str, str]) -> Naming:
    """The units of a plan; `known` is from every spelling that the agency knows to the name of its unit."""
    by_spelling = {spelling.casefold(): name for spelling, name in known.items()}
    names = [name for written in written_names(plan) for name in separate(written, agency)]
    units: dict[str, UnitNamed] = {}
    meant: dict[str, str] = {}
    for unit in recognise(names, agency=agency):
        kept = _kept_name(unit.variants, by_spelling, known, agency)
        name = kept or unit.name
        meant |= {variant.casefold(): by_spelling.get(variant.casefold(), name) for variant in unit.variants}
        new = tuple(variant for variant in unit.variants if variant.casefold() not in by_spelling)
        before = units[name].spellings if name in units else ()
        is_collective = unit.kind is UnitKind.COLLECTIVE
        units[name] = UnitNamed(name, unit.kind.value, is_collective, kept is not None, (*before, *new))
    return Naming(tuple(units.values()), meant, agency)


def _kept_name(
    variants: Iterable[str], by_spelling: Mapping[str, str], known: Mapping[str, str], agency: str
) -> str | None:
    for variant in variants:
        if variant.casefold() in by_spelling:
            return by_spelling[variant.casefold()]
    for variant in variants:
        found = match(variant, known, agency=agency)
        fitting = {known[name] for name in ((found.name,) if found.name else found.candidates)}
        if len(fitting) == 1 and (found.name or found.is_ambiguous):
            return fitting.pop()
    return None


def person_named(leader: str | None) -> tuple[str, str]:
    """The name and the position of a leader as documents write them.

    >>> person_named("Đồng chí Lê Văn Mẫu, Phó Giám đốc")
    ('Lê Văn Mẫu', 'Phó Giám đốc')
    """
    name, _, position = (leader or "").partition(",")
    bare = re.split(r"\s[-–]\s", _COURTESY.sub("", name.strip()), maxsplit=1)
    return bare[0], (position or "".join(bare[1:])).strip()
