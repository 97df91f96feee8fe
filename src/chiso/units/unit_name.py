"""A unit's name taken apart: kind word, proper name, and the agency's name at its end."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from chiso.units.keys import without_accents
from chiso.units.kinds import (
    GENERIC_NAME,
    KIND_ACRONYMS,
    KIND_WORDS,
    LEADERSHIP_WORDS,
    QUANTIFIERS,
    WHOLE_ACRONYMS,
    UnitKind,
)
from chiso.units.syllables import Syllables, agree, starts_with, syllables

_OWN: Final = "sở"
_PREPOSITION: Final = re.compile(r"\s+(?:trực thuộc|thuộc|của)$", re.IGNORECASE)
_NOT_OWN: Final = ("cơ", "trụ")  # "cơ sở" and "trụ sở" are no department
_ROOMS: Final = ("phòng", "ban")
_STAFF: Final = re.compile(r"cán bộ|công chức|viên chức|người lao động")
"""What a room is for ("Phòng Công chức, viên chức") as well as whom a plan addresses."""
_PART_BREAK: Final = re.compile(r"\s*[,;]\s*|\s+và\s+")
_EDGES: Final = " .,;:"


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name as written and what it says.

    written:      white space folded, punctuation at the ends removed
    core:         the syllables without kind word and without the agency's name
    has_tail:     whether the agency's own name follows ("Văn phòng Sở")
    parts:        of units named together each one, else ()
    """

    written: str
    kind: UnitKind
    core: Syllables
    kind_words: Syllables = ()
    has_tail: bool = False
    parts: tuple[UnitName, ...] = ()

    @property
    def is_collective(self) -> bool:
        """Whether it means many units without naming one."""
        return self.kind is UnitKind.COLLECTIVE

    @property
    def identity(self) -> tuple[object, ...]:
        """Equal for two writings that differ only in case, accents, dashes, connectives or the agency's name."""
        return (self.kind, *(part.identity for part in self.parts)) if self.parts else (self.kind, *self.core)

    @property
    def all_syllables(self) -> Syllables:
        """Kind word and proper name together."""
        return self.core if self.kind is UnitKind.LEADERSHIP else self.kind_words + self.core


@lru_cache(maxsize=4096)
def unit_name(text: str, agency: str = "") -> UnitName:
    """Take a name apart; `agency` is the name of the agency whose unit it is, for names that end with it.

    >>> unit_name("phòng Thanh tra Sở").kind.value, unit_name("TT Nghiên cứu UD&TT KH&CN").core
    ('inspectorate', ('nghien', 'cuu', 'U', 'D', 'T', 'T', 'K', 'H', 'C', 'N'))
    """
    written = " ".join(unicodedata.normalize("NFC", text).split()).strip(_EDGES)
    own_part = _without_tail(written, agency)
    spelt, has_tail = _with_kind_spelt_out(own_part), own_part != written
    if (collective := _collective(spelt, written)) is not None:
        return UnitName(written, UnitKind.COLLECTIVE, collective, has_tail=has_tail)
    if parts := _parts(written, agency):
        kinds = {part.kind for part in parts}
        kind = kinds.pop() if len(kinds) == 1 else UnitKind.JOINT
        return UnitName(written, kind, tuple(each for part in parts for each in part.core), parts=parts)
    kind, kind_words = _kind(spelt)
    core = spelt if kind is UnitKind.LEADERSHIP else spelt[len(kind_words) :]
    return UnitName(written, kind, core, kind_words, has_tail)


def _with_kind_spelt_out(written: str) -> Syllables:
    """The syllables, with an acronym of the kind at the beginning spelt out."""
    first, _, rest = written.replace(".", " ").partition(" ")
    bare = without_accents(first).lower()
    if first[:1].isupper() and bare in KIND_ACRONYMS and (rest.strip() or bare in WHOLE_ACRONYMS):
        return KIND_ACRONYMS[bare] + syllables(rest)
    return syllables(written)


def _without_tail(written: str, agency: str) -> str:
    """The name without "(trực) thuộc Sở", "của Sở", "Sở" or the agency's whole name at the end.

    Accents count here: "Hạ tầng số" and "Bộ phận một cửa" end otherwise.
    """
    head = (agency.split() or [_OWN])[0]
    own = syllables(agency or _OWN)
    for found in reversed(list(re.finditer(rf"\s{re.escape(head)}\b", written, re.IGNORECASE))):
        before, tail = written[: found.start()], syllables(written[found.start() :])
        if agree(tail, own[: len(tail)]) and not before.lower().endswith(_NOT_OWN):
            return _PREPOSITION.sub("", before)
    return _PREPOSITION.sub("", written)


def _collective(spelt: Syllables, written: str) -> Syllables | None:
    """What stands after a word such as "các"; "Môi trường" begins like "mọi" only where accents do not count."""
    for words in QUANTIFIERS:
        if starts_with(spelt, words) and len(spelt) > len(words) and not written.lower().startswith("môi"):
            return spelt[len(words) :]
    return spelt if GENERIC_NAME.fullmatch(" ".join(spelt)) and not _is_proper_room(written) else None


def _is_proper_room(written: str) -> bool:
    """Whether "Phòng" or "Ban" is followed by its own name: "Phòng Công chức", not "phòng, đơn vị"."""
    kind, _, own = written.partition(" ")
    return kind.lower() in _ROOMS and own[:1].isupper() and not written.isupper()


def _parts(written: str, agency: str) -> tuple[UnitName, ...]:
    """The units of a joint name; none where a comma or "và" stands inside the name of one ("Kế hoạch và Tài chính")."""
    pieces = [piece for piece in _PART_BREAK.split(written) if piece]
    if len(pieces) == 1 or (_is_proper_room(written) and all(map(_STAFF.fullmatch, pieces[1:]))):
        return ()
    parts = tuple(unit_name(piece, agency) for piece in pieces)
    return parts if all(part.kind is not UnitKind.UNSTATED for part in parts) else ()


def _kind(spelt: Syllables) -> tuple[UnitKind, Syllables]:
    for words in LEADERSHIP_WORDS:
        if starts_with(spelt, words):
            return UnitKind.LEADERSHIP, words
    for words, kind in KIND_WORDS.items():
        if starts_with(spelt, words):
            return kind, words
    return UnitKind.UNSTATED, ()
