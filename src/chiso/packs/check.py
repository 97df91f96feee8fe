"""Whether every file of a pack folder is right, and every scenario holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

from chiso.frameworks import Edition, Method
from chiso.frameworks.crosswalk import unexplained
from chiso.packs import scenarios
from chiso.packs._problems import (
    CROSSWALK_SOURCE,
    NO_EDITIONS,
    NO_SCENARIOS,
    NO_SUCH_EDITION,
    NO_SUCH_SUCCESSOR,
    NOT_IN_EDITION,
    ORDER_OF_ALL,
    PROVINCE_SOURCE,
    UNEXPLAINED_CODE,
    UNKNOWN_PROVINCE,
    YEARS_OVERLAP,
)
from chiso.packs.library import Library
from chiso.problems import Problem, ProblemError


def faults(library: Library) -> list[Problem]:
    """Every fault in the folder's own files, in the order of the files."""
    keys = library.own_keys()
    if not keys:
        return [NO_EDITIONS(where=library.root.name)]
    checks = [
        partial(_of_provinces, library),
        partial(_of_calendars, library),
        *(partial(_of_edition, library, key) for key in keys),
        *(partial(_of_family, library, family) for family in dict.fromkeys(key.partition("/")[0] for key in keys)),
    ]
    return list(dict.fromkeys(fault for check in checks for fault in _gathered(check)))


def _gathered(check: Callable[[], Iterator[Problem]]) -> list[Problem]:
    found: list[Problem] = []
    try:
        found += check()
    except ProblemError as error:
        found += error.problems
    return found


def _of_edition(library: Library, key: str) -> Iterator[Problem]:
    edition = library.load(key)
    names = {province.name for province in library.provinces()}
    if edition.province is not None and edition.province not in names:
        yield UNKNOWN_PROVINCE(where=key, given=edition.province)
    if not library.scenario_texts(key):
        yield NO_SCENARIOS(where=key)
    yield from _references(library, edition)
    yield from scenarios.failures(library, key)


def _references(library: Library, edition: Edition) -> Iterator[Problem]:
    """Editions that an edition refers to: the one it refines, and those whose results it imports."""
    if edition.refines is not None and edition.refines not in library:
        yield NO_SUCH_EDITION(given=edition.refines, wanted=", ".join(library.keys()))
    for timeline in edition.rules.values():
        for rule in (dated.value for dated in timeline if dated.value.method is Method.IMPORTED):
            key, node = str(rule.options["edition"]), str(rule.options["node"])
            if key not in library:
                yield NO_SUCH_EDITION(given=key, wanted=", ".join(library.keys()))
            elif node not in library.load(key):
                yield NOT_IN_EDITION(where=edition.key, given=node, wanted=key)


def _of_family(library: Library, family: str) -> Iterator[Problem]:
    """Whether the editions of a framework follow each other, and every change of a code between them is told."""
    known = {(each.earlier, each.later): each for each in library.crosswalks(family)}
    for key in {key for pair in known for key in pair} - set(library.keys()):
        yield NO_SUCH_EDITION(given=key, wanted=", ".join(library.keys()))
    for earlier, later in _successive(library, family):
        if earlier.last_year >= later.first_year:
            yield YEARS_OVERLAP(where=later.key, given=earlier.key)
        crosswalk = known.get((earlier.key, later.key))
        if crosswalk is not None and crosswalk.source not in {**earlier.sources, **later.sources}:
            yield CROSSWALK_SOURCE(where=f"{earlier.key} → {later.key}", given=crosswalk.source)
        for code in unexplained(earlier, later, crosswalk):
            yield UNEXPLAINED_CODE(where=f"{earlier.key} → {later.key}", given=code)
        for link in crosswalk.links if crosswalk else ():
            for code in (*(c for c in link.before if c not in earlier), *(c for c in link.after if c not in later)):
                yield NOT_IN_EDITION(where="crosswalks.yaml", given=code, wanted=f"{earlier.key} → {later.key}")
    for order in library.orders(family):
        edition = library.load(order.edition)
        if sorted(order.codes) != sorted(node.code for node in edition.components):
            yield ORDER_OF_ALL(where=order.edition, given=", ".join(order.codes))


def _successive(library: Library, family: str) -> list[tuple[Edition, Edition]]:
    """Pairs of editions of the same units, one after the other; those that refine or derive from another left out."""
    own = (library.load(key) for key in library.own_keys() if key.startswith(f"{family}/"))
    lines: dict[tuple[str, str | None], list[Edition]] = {}
    for edition in (each for each in own if each.refines is None and each.derived_from is None):
        lines.setdefault((edition.subject_kind, edition.province), []).append(edition)
    return [pair for line in lines.values() for pair in pairwise(sorted(line, key=lambda each: each.first_year))]


def _of_provinces(library: Library) -> Iterator[Problem]:
    known = library.provinces()
    codes = {province.code for province in known}
    for province in known:
        if province.successor is not None and province.successor not in codes:
            yield NO_SUCH_SUCCESSOR(where=province.code, given=province.successor)
        if province.source is not None and province.source not in library.legal:
            yield PROVINCE_SOURCE(where=province.code, given=province.source)


def _of_calendars(library: Library) -> Iterator[Problem]:
    library.decided_days()  # raises its own faults
    return iter(())
