"""The editions that an agency works by: those of the packs, and its own in force in their place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chiso import packs
from chiso.frameworks import Edition
from chiso.packs import derived
from chiso.problems import ProblemError
from chiso.web.catalogue.models import OwnEdition
from chiso.web.directory.models import Agency


@dataclass(frozen=True, slots=True)
class Editions:
    """Editions by key; without more, those of the packs alone.

    own:   the agency's own editions in force
    bases: by the keys of its own editions, those withdrawn too, the keys of their bases
    """

    own: tuple[Edition, ...] = ()
    bases: Mapping[str, str] = field(default_factory=dict)

    def get(self, key: str, year: int | None = None) -> Edition | None:
        """The edition of a key, or the agency's own one that stands in its place; None where there is none.

        year: whose results are meant, where the own one makes those of some years only
        """
        found = next((each for each in self.own if each.key == key), None) or _of_packs(self.bases.get(key, key))
        return (self._in_place_of(found, year) or found) if found else None

    def load(self, key: str, year: int | None = None) -> Edition:
        """The same, where the key must be known. Raises ProblemError packs.no_such_edition."""
        return self.get(key, year) or packs.load(key)

    def all(self) -> tuple[Edition, ...]:
        """All editions in the order of their keys, those left out for all whose years an own one stands."""
        kept = [each for each in packs.load_all() if not any(_replaces(own, each) for own in self.own)]
        return tuple(sorted([*kept, *self.own], key=lambda each: each.key))

    def find(self, family: str | None, province: str | None, year: int | None, kind: str | None) -> Edition | None:
        """The edition that applies to a plan's index, as `packs.find` finds it among these."""
        return packs.find(family, province, year, kind, own=self.own)

    def _in_place_of(self, edition: Edition, year: int | None) -> Edition | None:
        """The own edition on this base that makes results of the year, or of some of its years."""
        asked = None if year is None or not edition.covers(year) else year
        return next((each for each in self.own if _stands_for(each, edition, asked)), None)


PACKS = Editions()


def editions_of(agency: Agency) -> Editions:
    """The editions that an agency works by, in one statement.

    An own edition that this version of the program can no longer read is passed over; the catalogue tells it.
    """
    states = (OwnEdition.State.IN_FORCE, OwnEdition.State.WITHDRAWN)
    rows = OwnEdition.objects.filter(agency=agency, state__in=states).values_list("key", "base", "state", "whole")
    found = [read(whole) for _key, _base, state, whole in rows if state == OwnEdition.State.IN_FORCE]
    return Editions(tuple(each for each in found if each), {key: base for key, base, _state, _whole in rows})


def read(whole: str) -> Edition | None:
    """The edition that was locked; None where it can no longer be read."""
    try:
        return derived.locked(whole)
    except ProblemError:
        return None


def _of_packs(key: str) -> Edition | None:
    try:
        return packs.load(key) if key else None
    except ProblemError:
        return None


def _stands_for(own: Edition, base: Edition, year: int | None) -> bool:
    if own.derived_from != base.key:
        return False
    if year is not None:
        return own.covers(year)
    return own.first_year <= base.last_year and base.first_year <= own.last_year


def _replaces(own: Edition, base: Edition) -> bool:
    """Whether an own edition stands for its base in all years."""
    return own.derived_from == base.key and own.first_year <= base.first_year and base.last_year <= own.last_year
