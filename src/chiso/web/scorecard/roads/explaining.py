"""How the numbers of a road come about: the same answers, taken apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chiso.frameworks import Edition
from chiso.web.results.computations import inputs_of
from chiso.web.results.differences import Input
from chiso.web.results.explanations import Citation, citations_of
from chiso.web.results.roads.grounds import DRAWS, traced
from chiso.web.scorecard.roads.asked import Asked
from chiso.web.scorecard.roads.efforts import efforts_of
from chiso.web.scorecard.roads.needs import Needed
from chiso.web.scorecard.roads.outcomes import Outcome
from chiso.web.scorecard.roads.queries import Journey

if TYPE_CHECKING:
    from chiso.problems import Text
    from chiso.robustness.road import Effort

_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a rise: how many points, and the effort of each."""

    width: float
    cost: float


@dataclass(frozen=True, slots=True)
class Raised:
    """One component raised: what that adds to the total by itself, and its effort piece by piece.

    to:      the score aimed at, unrounded
    pieces:  none where no effort is known
    is_said: whether the office has stated the effort; is_learnt: whether it is learnt from past moves
    lead:    the unit that leads the work
    """

    code: str
    name: Text
    score: float
    to: float
    gain: float
    pieces: tuple[Piece, ...]
    is_said: bool
    is_learnt: bool
    lead: str = ""

    @property
    def effort(self) -> float:
        """The effort of the whole rise."""
        return sum(piece.width * piece.cost for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Bar:
    """The total that gives the rank in `share` of 100 draws: the one at `place` of all draws, lowest first."""

    share: int
    total: float
    place: int


@dataclass(frozen=True, slots=True)
class Count:
    """In how many draws a total gives the rank, and in how many the unit has that total of itself."""

    total: float
    suffices: int
    reached: int


@dataclass(frozen=True, slots=True)
class How:
    """What stands behind the numbers of a road.

    inputs, sentences: of the total from which it starts
    own_count:   in how many draws the unit has the rank aimed at of itself; own_total: the total aimed at
    tried_count: in how many what is tried out gives that rank
    ends:        the places, among all draws, of the best and the worst rank of nine in ten
    """

    edition: Edition
    inputs: tuple[Input, ...]
    sentences: tuple[str, ...]
    citations: tuple[Citation, ...]
    promised: tuple[Raised, ...]
    way: tuple[Raised, ...]
    bars: tuple[Bar, ...]
    counts: tuple[Count, ...]
    own_count: int
    own_total: int
    tried_count: int
    ends: tuple[int, int]


def how(journey: Journey, found: Outcome, asked: Asked, language: str) -> How:
    """Take the answers of a road apart."""
    ground, needed = found.ground, found.needed
    trace = traced(ground)
    ids = {line.node: line.previous.result_id for line in journey.card.lines if line.previous}
    efforts = dict(efforts_of(journey, ground, asked))
    return How(
        edition=found.edition,
        inputs=inputs_of(trace, {}, {node: known for node, known in ids.items() if known}, language),
        sentences=tuple(trace.lines(language)[1:]),
        citations=tuple(citations_of(found.edition, found.edition.headline, ground.last.year, language)),
        promised=tuple(_promised(found, efforts)),
        way=tuple(_of_way(found, efforts)),
        bars=_bars(needed) if needed else (),
        counts=_counts(needed) if needed else (),
        own_count=round((needed.own or 0) * DRAWS) if needed else 0,
        own_total=round((found.reached or 0) * DRAWS),
        tried_count=round((found.tried_chance or 0) * DRAWS),
        ends=(int(0.05 * (DRAWS - 1)) + 1, int(0.95 * (DRAWS - 1)) + 1),
    )


def _promised(found: Outcome, efforts: Mapping[str, Effort]) -> Iterator[Raised]:
    for each in found.promise.targets if found.promise else ():
        if each.score is not None:
            yield _raised(each.code, each.name, each.score, each.target, each.gain, efforts)


def _of_way(found: Outcome, efforts: Mapping[str, Effort]) -> Iterator[Raised]:
    for rise in found.way.rises if found.way else ():
        yield _raised(rise.code, rise.name, rise.score, rise.to, rise.gain, efforts)


def _raised(code: str, name: Text, score: float, to: float, gain: float, efforts: Mapping[str, Effort]) -> Raised:
    effort = efforts.get(code)
    pieces = tuple(_pieces(effort, to - score)) if effort else ()
    basis = effort.basis if effort else ""
    lead = (effort.lead if effort else None) or ""
    return Raised(code, name, score, to, gain, pieces, basis == "given", basis == "learnt", lead)


def _pieces(effort: Effort, rise: float) -> Iterator[Piece]:
    """The pieces of a way up that a rise takes."""
    left = rise
    for width, cost in zip(effort.widths, effort.costs, strict=True):
        if left > _HAIR:
            yield Piece(min(width, left), cost)
        left -= width


def _bars(needed: Needed) -> tuple[Bar, ...]:
    return tuple(Bar(share, total, math.ceil(share * DRAWS / 100)) for share, total in needed.moving)


def _counts(needed: Needed) -> tuple[Count, ...]:
    return tuple(
        Count(each.total, round(each.suffices * DRAWS), round(each.reached * DRAWS)) for each in needed.chances
    )
