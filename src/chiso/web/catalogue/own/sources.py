"""Which sources an agency has brought for its own edition."""

from __future__ import annotations

from chiso import packs
from chiso.frameworks import Edition


def own_sources(edition: Edition) -> frozenset[str]:
    """The keys of the sources that an own edition has and its base has not; none of an edition of the packs."""
    if edition.agency is None or edition.derived_from is None:
        return frozenset()
    return frozenset(edition.sources) - frozenset(packs.load(edition.derived_from).sources)
