"""From tables of results to the start of a road, kept between requests: the same figures are not worked out twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from chiso import packs
from chiso.frameworks import Edition
from chiso.web.results.peers.values import Table

if TYPE_CHECKING:
    from chiso.robustness.road import Future, Moves, Start

Cells = tuple[tuple[str, str, float], ...]
DRAWS = 2000
_KEPT = 32


@dataclass(frozen=True, slots=True)
class Source:
    """The components of one year: unit, code, score."""

    year: int
    cells: Cells


@dataclass(frozen=True, slots=True)
class Ground:
    """What a road stands on.

    edition: by whose rules totals are made; last: the year that the road starts from; earlier: those before, oldest first
    """

    edition: Edition
    unit: str
    last: Source
    earlier: tuple[Source, ...] = ()

    @property
    def years(self) -> tuple[Source, ...]:
        """All years, oldest first."""
        return (*self.earlier, self.last)

    @property
    def has_moves(self) -> bool:
        """Whether two years follow each other."""
        years = [source.year for source in self.years]
        return any(year + 1 in years for year in years)

    @property
    def has_peers(self) -> bool:
        """Whether there is anybody to be ranked with."""
        return any(unit != self.unit for unit, _code, _score in self.last.cells)


def source_of(table: Table) -> Source:
    """The components of a table."""
    return Source(
        table.heading.year,
        tuple(
            (row.unit, code, float(row.scores[code]))
            for row in table.rows
            for code in table.columns
            if code in row.scores
        ),
    )


def start(ground: Ground) -> Start:
    """Where all units stand. Raises ProblemError where no formula leads to the whole."""
    return _start(ground.last, ground.edition)


def moves(ground: Ground) -> Moves | None:
    """How units moved from year to year; None where no two years follow each other."""
    return _moves(ground.years, ground.edition) if ground.has_moves and ground.has_peers else None


@lru_cache(maxsize=_KEPT)
def future(ground: Ground, seed: int, *, drifts: bool) -> Future | None:
    """Many next years, by a seed; None where no moves are known."""
    import numpy as np  # noqa: PLC0415 - needed on this page only

    from chiso.robustness import road  # noqa: PLC0415 - the same

    known = moves(ground)
    if known is None:
        return None
    return road.future(start(ground), ground.unit, known, DRAWS, np.random.default_rng(seed), drifts=drifts)


@lru_cache(maxsize=_KEPT)
def _start(source: Source, edition: Edition) -> Start:
    import numpy as np  # noqa: PLC0415 - needed on this page only
    import polars as pl  # noqa: PLC0415 - the same

    from chiso.robustness import road  # noqa: PLC0415 - the same
    from chiso.scoring import score  # noqa: PLC0415 - the same

    day = date(min(max(source.year, edition.first_year), edition.last_year), 12, 31)
    observations = pl.DataFrame(list(source.cells), schema=["unit", "node", "value"], orient="row")
    card = score(edition, observations, as_of=day)
    begun = road.Start.of(card)
    known = [
        not np.isnan(scores).all() for scores in begun.scores.T
    ]  # a component that nobody has a score of is nothing to be raised
    levers = [code for code, is_known in zip(begun.levers, known, strict=True) if is_known]
    return begun if all(known) or not levers else road.Start.of(card, levers)


@lru_cache(maxsize=_KEPT)
def _moves(sources: Sequence[Source], edition: Edition) -> Moves:
    from chiso.robustness import road  # noqa: PLC0415 - needed on this page only

    names = {name: each.name for each in packs.provinces() for name in (each.english, *each.aliases)}
    return road.learnt({source.year: _start(source, edition) for source in sources}, names)
