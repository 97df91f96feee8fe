"""Units as the plan writes them, taken apart and compared."""

from __future__ import annotations

from typing import Final

from chiso.plans.checking.subject import Subject
from chiso.units import Kinship, UnitKind, UnitName, kinship, unit_name

_ROOM_WORDS: Final = ("phong", "chuyen", "mon")
_ALL_WORDS: Final = ("don", "vi")


def parsed(subject: Subject, written: str) -> UnitName:
    """A unit's name taken apart, as one of the issuing agency's."""
    return unit_name(written, subject.agency)


def is_same_unit(one: UnitName, other: UnitName) -> bool:
    """Whether two names mean one unit."""
    return kinship(one, other) is not Kinship.NONE


def covers(named: UnitName, unit: UnitName) -> bool:
    """Whether a name in an assignment includes a unit: itself, one of its parts, or a collective to which it belongs.

    "Các phòng chuyên môn" means the rooms only; "các phòng, đơn vị" means every unit.
    """
    if any(covers(part, unit) for part in named.parts):
        return True
    if not named.is_collective:
        return is_same_unit(named, unit)
    words = named.core
    if unit.is_collective or _has(words, _ALL_WORDS) or unit.kind is UnitKind.LEADERSHIP:
        return True
    if unit.kind in (UnitKind.ROOM, UnitKind.UNSTATED, UnitKind.SECTION):
        return "phong" in words
    return "phong" in words and not _has(words, _ROOM_WORDS)


def _has(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return any(words[n : n + len(wanted)] == wanted for n in range(len(words)))
