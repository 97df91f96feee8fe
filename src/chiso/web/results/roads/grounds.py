"""From tables of results to the start of a road, kept between requests: the same figures are not worked out twice."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from chiso import packs
from chiso.frameworks import Edition, NodeKind
from chiso.web.results.peers.values import Table

if TYPE_CHECKING:
    from chiso.robustness import Ground as Base
    from chiso.robustness.road import Future, IndicatorWorth, Moves, Start
    from chiso.scoring import Scorecard, Trace

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
    finely: whether the criteria are raised instead of the components, where their scores are known
    """

    edition: Edition
    unit: str
    last: Source
    earlier: tuple[Source, ...] = ()
    finely: bool = False

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
    columns = table.columns
    cells = [(row.unit, code, float(row.scores[code])) for row in table.rows for code in columns if code in row.scores]
    return Source(table.heading.year, tuple(cells))


def start(ground: Ground) -> Start:
    """Where all units stand. Raises ProblemError where no formula leads to the whole."""
    return _start(ground.last, ground.edition, finely=ground.finely)


def ranked_of(ground: Ground) -> int:
    """How many units are ranked; 0 where there are no peers. Raises ProblemError as `start`, or without a total."""
    from chiso.robustness import road  # noqa: PLC0415 - the engine is needed on this page only

    place = road.stands(start(ground), ground.unit)
    return 0 if place.rank is None else place.rank_of


def unknown_of(ground: Ground) -> frozenset[str]:
    """The levers of which the unit has no score. Raises ProblemError as `start`."""
    begun = start(ground)
    own = begun.scores[begun.row(ground.unit)].tolist()
    return frozenset(code for code, score in zip(begun.levers, own, strict=True) if math.isnan(score))


def traced(ground: Ground) -> Trace:
    """How the unit's total of now came about. Raises ProblemError as `start`."""
    return _card(ground.last, ground.edition).trace(ground.unit)


def criteria(ground: Ground) -> tuple[str, ...]:
    """The criteria below the components whose scores are known; none where only components are."""
    fine = _start(ground.last, ground.edition, finely=True)
    whole = _start(ground.last, ground.edition, finely=False)
    return tuple(code for code in fine.levers if code not in whole.levers)


def moves(ground: Ground) -> Moves | None:
    """How units moved from year to year; None where no two years follow each other."""
    if not (ground.has_moves and ground.has_peers):
        return None
    return _moves(ground.years, ground.edition, finely=ground.finely)


def measured(ground: Ground) -> tuple[str, ...]:
    """The indicators that are measured and put on a common scale, so that a unit may move its peers."""
    from chiso.robustness import road  # noqa: PLC0415 - the engine is needed on this page only

    base = _measured(ground.last, ground.edition)
    return () if base is None else road.measured(base, start(ground).levers)


def indicator_worth(ground: Ground) -> tuple[IndicatorWorth, ...]:
    """What a tenth of the table's range of each measured indicator is worth. Raises ProblemError as the road does."""
    return _indicator_worth(ground) if measured(ground) else ()


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
def _card(source: Source, edition: Edition) -> Scorecard:
    import polars as pl  # noqa: PLC0415 - needed on this page only

    from chiso.scoring import score  # noqa: PLC0415 - the same

    day = date(min(max(source.year, edition.first_year), edition.last_year), 12, 31)
    observations = pl.DataFrame(list(source.cells), schema=["unit", "node", "value"], orient="row")
    return score(edition, observations, as_of=day)


@lru_cache(maxsize=_KEPT)
def _start(source: Source, edition: Edition, *, finely: bool) -> Start:
    import numpy as np  # noqa: PLC0415 - needed on this page only

    from chiso.robustness import road  # noqa: PLC0415 - the same

    card = _card(source, edition)
    begun = road.Start.of(card)
    known = [not np.isnan(scores).all() for scores in begun.scores.T]
    levers = [
        code for code, is_known in zip(begun.levers, known, strict=True) if is_known
    ]  # nobody raises what nobody has
    chosen = _finer(card, levers) if finely else levers
    return begun if not chosen or tuple(chosen) == begun.levers else road.Start.of(card, chosen)


def _finer(card: Scorecard, levers: Sequence[str]) -> list[str]:
    """The given criteria in the place of each lever that is computed from them."""
    found: list[str] = []
    for lever in levers:
        rule = card.recipe.rules.get(lever)
        parts = [part.code for part in rule.parts] if rule and rule.is_computed else []
        found += parts if parts and all(_is_criterion(card, part) for part in parts) else [lever]
    return found


def _is_criterion(card: Scorecard, code: str) -> bool:
    """Whether points are given for it; indicators and plain figures are measured."""
    if code not in card.edition or code not in card.table.given_codes:
        return False
    return card.edition.node(code).kind is not NodeKind.INDICATOR


@lru_cache(maxsize=_KEPT)
def _moves(sources: Sequence[Source], edition: Edition, *, finely: bool) -> Moves:
    from chiso.robustness import road  # noqa: PLC0415 - needed on this page only

    names = {name: each.name for each in packs.provinces() for name in (each.english, *each.aliases)}
    return road.learnt({source.year: _start(source, edition, finely=finely) for source in sources}, names)


@lru_cache(maxsize=_KEPT)
def _measured(source: Source, edition: Edition) -> Base | None:
    from chiso.robustness import Ground as Base  # noqa: PLC0415 - needed on this page only

    card = _card(source, edition)
    return Base.of(card) if card.recipe.steps.normalise else None


@lru_cache(maxsize=_KEPT)
def _indicator_worth(ground: Ground) -> tuple[IndicatorWorth, ...]:
    from chiso.robustness import road  # noqa: PLC0415 - needed on this page only

    base = _measured(ground.last, ground.edition)
    return () if base is None else road.indicator_worth(base, ground.unit, given=start(ground).levers)
