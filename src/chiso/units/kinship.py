"""Whether two names mean one unit, and how sure that is."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from chiso.units.kinds import UnitKind
from chiso.units.syllables import Syllables, agree, is_initial
from chiso.units.unit_name import UnitName

_ALIKE: Final = 92.0
_LONG_ENOUGH: Final = 4
_NAMELESS: Final = frozenset({UnitKind.COLLECTIVE, UnitKind.LEADERSHIP, UnitKind.JOINT})


class Kinship(IntEnum):
    """How near two names are; from SAME downwards each is less sure.

    SAME:        they differ at most in case, accents, dashes, connectives or the agency's own name
    ABBREVIATED: one leaves out the kind word or writes acronyms for words of the other
    MISSPELT:    one syllable differs by one letter, or a space is missing
    """

    NONE = 0
    MISSPELT = 1
    ABBREVIATED = 2
    SAME = 3


def kinship(one: UnitName, other: UnitName) -> Kinship:
    """How near two names of one agency's units are.

    >>> from chiso.units.unit_name import unit_name
    >>> kinship(unit_name("P. KHTC"), unit_name("Phòng Kế hoạch - Tài chính")).name
    'ABBREVIATED'
    >>> kinship(unit_name("Phòng Quản lý Khoa học"), unit_name("Phòng Quản lý công nghệ")).name
    'NONE'
    """
    if one.identity == other.identity:
        return Kinship.SAME
    if one.parts or other.parts:
        return _joint_kinship(one, other)
    if not (one.core and other.core) or not _kinds_fit(one, other):
        return Kinship.ABBREVIATED if _is_acronym_of(one, other) or _is_acronym_of(other, one) else Kinship.NONE
    if agree(one.core, other.core):
        return Kinship.ABBREVIATED
    if _is_acronym_of(one, other) or _is_acronym_of(other, one):
        return Kinship.ABBREVIATED
    return Kinship.MISSPELT if _is_misspelt(one.core, other.core) else Kinship.NONE


def _joint_kinship(one: UnitName, other: UnitName) -> Kinship:
    if len(one.parts) != len(other.parts):
        return Kinship.NONE
    return min(map(kinship, one.parts, other.parts))


def _kinds_fit(one: UnitName, other: UnitName) -> bool:
    if one.kind is other.kind:
        return True
    kinds = {one.kind, other.kind}
    return UnitKind.UNSTATED in kinds and not kinds & _NAMELESS


def _is_acronym_of(short: UnitName, full: UnitName) -> bool:
    """Whether a name of nothing but initials (PKHTC) covers kind word and proper name of the other."""
    return (
        short.kind is UnitKind.UNSTATED
        and bool(short.core)
        and all(map(is_initial, short.core))
        and agree(short.core, full.all_syllables)
    )


def _is_misspelt(one: Syllables, other: Syllables) -> bool:
    if any(map(is_initial, one + other)):
        return False
    if "".join(one) == "".join(other):
        return True
    apart = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(apart) != 1:
        return False
    first, second = apart[0]
    # Short syllables, numbers and bare letters tell rooms apart: Đội 1 and Đội 2, miền Nam and miền Bắc.
    is_slip = min(len(first), len(second)) >= _LONG_ENOUGH and OSA.distance(first, second) == 1
    return is_slip and ratio(" ".join(one), " ".join(other)) >= _ALIKE
