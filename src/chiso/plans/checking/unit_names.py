"""Units as the plan writes them, taken apart and compared."""

from __future__ import annotations

from typing import Final

from chiso.plans.checking.subject import Subject
from chiso.units import Kinship, UnitKind, UnitName, kinship, unit_name

_ROOM_WORDS: Final = ("phong", "chuyen", "mon")
_UNIT_WORDS: Final = ("don", "vi")
_BELOW: Final = "trực thuộc"
_BESIDE_THE_ROOMS: Final = (UnitKind.OFFICE, UnitKind.INSPECTORATE)
_ROOMS: Final = (UnitKind.ROOM, UnitKind.UNSTATED, UnitKind.SECTION)


def parsed(subject: Subject, written: str) -> UnitName:
    """A unit's name taken apart, as one of the issuing agency's."""
    return unit_name(written, subject.agency)


def is_same_unit(one: UnitName, other: UnitName) -> bool:
    """Whether two names mean one unit."""
    return kinship(one, other) is not Kinship.NONE


def covers(named: UnitName, unit: UnitName) -> bool:
    """Whether a name in an assignment includes a unit: itself, one of its parts, or a collective to which it belongs.

    "Các phòng, đơn vị" means every unit; "các phòng chuyên môn (và đơn vị trực thuộc)" neither office nor inspectorate,
    which stand beside the professional rooms and the units below in an agency's order.
    """
    if any(covers(part, unit) for part in named.parts):
        return True
    if not named.is_collective:
        return is_same_unit(named, unit)
    words, is_any_unit = named.core, _has(named.core, _UNIT_WORDS)
    if unit.is_collective or unit.kind is UnitKind.LEADERSHIP:
        return True
    if unit.kind in _BESIDE_THE_ROOMS:
        is_professional = _has(words, _ROOM_WORDS)
        return ("phong" in words and not is_professional) or (is_any_unit and _BELOW not in named.written.lower())
    if unit.kind in _ROOMS:
        return "phong" in words or is_any_unit
    return is_any_unit or any(_has(words, (word,)) for word in unit.kind_words[:1])


def _has(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return any(words[n : n + len(wanted)] == wanted for n in range(len(words)))
