"""The packs that come with the program: editions of indices, legal sources, provinces, words.

`load` alone reads the files; everything is read once a process.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from chiso.frameworks import Edition, Framework
from chiso.frameworks.crosswalk import Crosswalk, Order
from chiso.packs.library import Library
from chiso.packs.words import GlossaryEntry, Province
from chiso.problems import Text

if TYPE_CHECKING:
    from chiso.periods.decisions import DecidedDay
    from chiso.plans.names import Names

__all__ = [
    "GlossaryEntry",
    "Library",
    "Province",
    "built_in",
    "crosswalks",
    "decided_days",
    "find",
    "frameworks",
    "glossary",
    "keys",
    "load",
    "load_all",
    "names",
    "orders",
    "provinces",
    "themes",
]


@cache
def built_in() -> Library:
    """The library of the packs that come with the program."""
    return Library(Path(__file__).parent)


@cache
def load(key: str) -> Edition:
    """The edition of a key such as `pci/2013-2021`. Raises ProblemError packs.no_such_edition."""
    return built_in().load(key)


def keys() -> tuple[str, ...]:
    """The keys of all editions, in order."""
    return built_in().keys()


def load_all() -> tuple[Edition, ...]:
    """All editions, in the order of their keys."""
    return tuple(load(key) for key in keys())


def frameworks() -> tuple[Framework, ...]:
    """The index families that have editions."""
    return built_in().frameworks()


@cache
def crosswalks(family: str) -> tuple[Crosswalk, ...]:
    """The crosswalks between the editions of a framework such as `pci`."""
    return built_in().crosswalks(family)


@cache
def orders(family: str) -> tuple[Order, ...]:
    """The orders of components that publications of a framework use and its editions do not."""
    return built_in().orders(family)


def find(
    family: str | None,
    province: str | None,
    year: int | None,
    subject_kind: str | None = None,
    *,
    own: Sequence[Edition] = (),
) -> Edition | None:
    """The edition that applies to a plan's index: the one of the plan's year, else of the year before.

    A plan of 2020 starts from the results of 2019. `family` is written as plans write it (DDCI, PARINDEX);
    a province may be any of its names. Editions of one's own go before those of the packs. None where none knows.
    """
    if family is None or year is None:
        return None
    here = _province_names(province)
    fitting = [
        edition
        for edition in (*(each for each in own if each.framework.is_called(family)), *_of_family(family))
        if edition.refines is None
        and (subject_kind is None or edition.subject_kind == subject_kind)
        and (edition.province is None or edition.province in here)
    ]
    wanted = (edition for asked in (year, year - 1) for edition in fitting if edition.covers(asked))
    return next(wanted, None)


@cache
def provinces(on: date | None = None) -> tuple[Province, ...]:
    """The provinces that there are on a day; without a day, all that the packs know."""
    known = built_in().provinces()
    return known if on is None else tuple(province for province in known if province.exists(on))


@cache
def decided_days() -> tuple[DecidedDay, ...]:
    """The government's yearly decisions on holidays and swapped working days."""
    return built_in().decided_days()


@cache
def names(own: tuple[Edition, ...] = ()) -> Names:
    """What plans are read by: provinces, and the components of each index with the names that offices write.

    own: editions of one's own, whose components are known too
    """
    from chiso.plans.names import ComponentName, Names  # noqa: PLC0415 - the reader of plans loads slowly

    components: dict[str, dict[str, set[str]]] = {}
    for edition in (*load_all(), *own):
        family = components.setdefault(edition.framework.abbreviation, {})
        for node in edition.components:
            family.setdefault(node.name.vi, set()).update(node.aliases)
    return Names(
        provinces=tuple(province.name for province in provinces()),
        components={
            family: tuple(ComponentName(name, tuple(sorted(aliases))) for name, aliases in known.items())
            for family, known in components.items()
        },
    )


@cache
def glossary() -> tuple[GlossaryEntry, ...]:
    """The words of the program: code word, Vietnamese, English."""
    return built_in().glossary()


@cache
def themes() -> dict[str, Text]:
    """The themes by which indices are compared, by code."""
    return built_in().themes()


def _of_family(family: str) -> list[Edition]:
    return [
        load(key)
        for framework in frameworks()
        if framework.is_called(family)
        for key in keys()
        if key.startswith(f"{framework.key}/")
    ]


def _province_names(province: str | None) -> set[str]:
    if province is None:
        return set()
    return {province} | {known.name for known in provinces() if known.is_called(province)}
