"""An agency's units out of the names that a plan uses, spelling variants of one unit as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from chiso.units.kinds import UnitKind
from chiso.units.kinship import Kinship, kinship
from chiso.units.phrases import SPELLINGS
from chiso.units.syllables import is_initial
from chiso.units.unit_name import UnitName, unit_name

_NAMED_BY_AGENCY: Final = frozenset({UnitKind.OFFICE, UnitKind.INSPECTORATE, UnitKind.LEADERSHIP})


@dataclass(frozen=True, slots=True)
class RecognisedUnit:
    """One unit with all the ways in which it is written.

    name:     the fullest and best spelled of the variants, its first letter a capital
    variants: as written, in order of first appearance
    parts:    of units named together each one's name, else ()
    """

    name: str
    kind: UnitKind
    variants: tuple[str, ...]
    parts: tuple[str, ...] = ()

    @property
    def is_collective(self) -> bool:
        """Whether it means many units without naming one."""
        return self.kind is UnitKind.COLLECTIVE


def recognise(names: Iterable[str], *, agency: str = "") -> tuple[RecognisedUnit, ...]:
    """Group names into units, in order of first appearance; `agency` is the agency's own name.

    Names may repeat: the more frequent spelling is then preferred. A short name that fits two units is left alone.

    >>> [unit.variants for unit in recognise(["Hạ tầng số", "Văn phòng sở", "Phòng Hạ tầng số", "Văn phòng"])]
    [('Hạ tầng số', 'Phòng Hạ tầng số'), ('Văn phòng sở', 'Văn phòng')]
    """
    written = [unit_name(name, agency) for name in names]
    counts = Counter(name.written for name in written if name.written)
    groups: dict[tuple[object, ...], list[UnitName]] = {}
    for name in {name.written: name for name in written if name.written}.values():
        groups.setdefault(name.identity, []).append(name)
    return tuple(_unit(variants, counts) for variants in _merged(list(groups.values())))


def _merged(groups: Sequence[list[UnitName]]) -> list[list[UnitName]]:
    """The groups with those merged that are written short or wrong, as far as that is unambiguous."""
    kin = {
        place: {other for other, group in enumerate(groups) if other != place and _are_kin(groups[place], group)}
        for place in range(len(groups))
    }
    # Where a name is kin to two that are strangers to each other, nobody can say which one it means.
    clear = {place for place, others in kin.items() if all(others - {other} <= kin[other] for other in others)}
    merged: list[list[UnitName]] = []
    done: set[int] = set()
    for place in range(len(groups)):
        if place not in done:
            family = [place, *sorted(kin[place] & clear)] if place in clear else [place]
            done.update(family)
            merged.append([name for member in family for name in groups[member]])
    return merged


def _are_kin(one: Sequence[UnitName], other: Sequence[UnitName]) -> bool:
    return kinship(one[0], other[0]) is not Kinship.NONE


def _unit(variants: Sequence[UnitName], counts: Counter[str]) -> RecognisedUnit:
    best = max(variants, key=lambda name: _fullness(name, counts))
    return RecognisedUnit(
        name=_capitalised(best.written),
        kind=best.kind,
        variants=tuple(name.written for name in variants),
        parts=tuple(_capitalised(part.written) for part in best.parts),
    )


def _fullness(name: UnitName, counts: Counter[str]) -> tuple[int, ...]:
    """How full and well spelled a variant is; compared from the first figure on."""
    written = name.written
    lower = written.lower()
    return (
        int(name.kind is not UnitKind.UNSTATED),
        -sum(map(is_initial, name.core)),
        int(name.has_tail == _is_named_by_agency(name)),
        -len(name.kind_words),  # "Thanh tra" rather than "phòng Thanh tra"
        sum(phrase in lower for phrase in SPELLINGS),
        sum(not each.isascii() for each in written),
        int(written != written.upper()),
        sum(word[0].isupper() for word in written.split()),
        counts[written],
    )


def _is_named_by_agency(name: UnitName) -> bool:
    """Whether the name is whole only with the agency's: "Văn phòng Sở"; a room's is whole without "thuộc Sở"."""
    return name.kind in _NAMED_BY_AGENCY and name.all_syllables == name.kind_words


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]
