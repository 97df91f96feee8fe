"""An existing unit for a name as people write it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from rapidfuzz import process
from rapidfuzz.fuzz import token_set_ratio

from chiso.units.keys import search_key
from chiso.units.kinship import Kinship, kinship
from chiso.units.unit_name import unit_name

_WORTH_ASKING: Final = 75.0
_MOST_SUGGESTIONS: Final = 3


@dataclass(frozen=True, slots=True)
class Match:
    """What a name was matched with.

    name:       the known name that it means; None where none fits or several fit alike
    kinship:    how sure that is; NONE where nothing fits
    candidates: the known names that fit alike; where none fits, those worth asking about, best first
    """

    name: str | None
    kinship: Kinship
    candidates: tuple[str, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether no person needs to look at it."""
        return self.name is not None and self.kinship is Kinship.SAME

    @property
    def is_ambiguous(self) -> bool:
        """Whether several known names fit alike."""
        return self.name is None and self.kinship is not Kinship.NONE


def match(name: str, known: Iterable[str], *, agency: str = "") -> Match:
    """Find a name among the known names of one agency's units.

    >>> match("TT CNS", ["Trung tâm Công nghệ số", "Phòng Hạ tầng số"]).name
    'Trung tâm Công nghệ số'
    >>> match("P. QLCN", ["Phòng Quản lý công nghệ", "Phòng Quản lý chuyên ngành"]).is_ambiguous
    True
    """
    names = tuple(dict.fromkeys(known))
    wanted = unit_name(name, agency)
    by_kinship: dict[Kinship, list[str]] = {}
    for each in names:
        by_kinship.setdefault(kinship(wanted, unit_name(each, agency)), []).append(each)
    best = max(by_kinship, default=Kinship.NONE)
    if best is Kinship.NONE:
        return Match(None, best, _suggestions(name, names))
    fitting = by_kinship[best]
    literal = [each for each in fitting if each.casefold() == name.strip().casefold()]
    if len(fitting) == 1 or literal:
        return Match((literal or fitting)[0], best)
    return Match(None, best, tuple(fitting))


def _suggestions(name: str, names: tuple[str, ...]) -> tuple[str, ...]:
    found = process.extract(
        name,
        names,
        scorer=token_set_ratio,
        processor=search_key,
        score_cutoff=_WORTH_ASKING,
        limit=_MOST_SUGGESTIONS,
    )
    return tuple(each for each, _, _ in found)
