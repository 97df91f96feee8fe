"""Whether every file of a pack folder is right, and every scenario holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from chiso.packs import scenarios
from chiso.packs._problems import NO_EDITIONS, NO_SCENARIOS, NO_SUCH_SUCCESSOR, PROVINCE_SOURCE, UNKNOWN_PROVINCE
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
    ]
    return [fault for check in checks for fault in _gathered(check)]


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
    yield from scenarios.failures(library, key)


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
