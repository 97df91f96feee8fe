"""Where the table may stand next year, if units move as they moved in the past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from chiso.robustness import _problems as told
from chiso.robustness.road.moves import Moves
from chiso.robustness.road.start import Start, place_among
from chiso.robustness.road.target import check_rank
from chiso.robustness.room import refuse_beyond
from chiso.scoring.arrays import Floats, settled

_CHUNK = 2000
_BYTES = 8 * 6  # of a unit in a draw: totals, those of the peers both ways, and what ordering them takes


@dataclass(frozen=True, slots=True, eq=False)
class Future:
    """Many next years, each as likely as the other.

    totals: the headline of the unit asked for (draws)
    peers:  the headlines of those ranked with it (draws × peers)
    drifts: whether all units move together as they did in the past, or the table as a whole stays
    """

    unit: str
    totals: Floats
    peers: Floats
    moves: Moves
    drifts: bool

    @property
    def draws(self) -> int:
        """How many next years there are."""
        return len(self.totals)

    def bar(self, rank: int) -> Floats:
        """The total that a rank needs in each next year (draws). Raises ProblemError as `target.needed`."""
        count = self.peers.shape[1]
        check_rank(rank, count)
        if rank > count:
            return np.full(self.draws, -np.inf)
        ordered: Floats = np.partition(self.peers, count - rank, axis=1)
        return ordered[:, count - rank]

    def suffices(self, total: float, rank: int) -> float:
        """The probability (0–1) that a total gives a rank or a better one."""
        return float(np.mean(settled(self.bar(rank)) <= settled(np.array(total))))

    def enough(self, rank: int, probability: float) -> float:
        """The total that gives a rank with a probability."""
        if not 0 < probability < 1:
            told.BAD_PROBABILITY.stop(given=probability)
        return float(np.quantile(self.bar(rank), probability, method="inverted_cdf"))

    def reaches(self, total: float) -> float:
        """The probability that the unit itself has at least a total, moving as units moved in the past."""
        return float(np.mean(settled(self.totals) >= settled(np.array(total))))

    def ranks(self) -> Floats:
        """The rank of the unit in each next year (draws)."""
        return place_among(self.totals, self.peers)

    def ranks_of(self, total: float) -> Floats:
        """The rank that a total would have in each next year (draws)."""
        return place_among(np.full(self.draws, total), self.peers)


@dataclass(frozen=True, slots=True)
class Chance:
    """A total, and the probabilities (0–1) that it gives the rank and that the unit reaches it of itself."""

    total: float
    suffices: float
    reached: float


def future(
    start: Start, unit: str, moves: Moves, draws: int, rng: np.random.Generator, *, drifts: bool = False
) -> Future:
    """Many next years, every unit taking the move of a unit of the past drawn at random.

    A unit moves by what all moved together, falls back towards the middle as units did, and takes what was left of
    the whole move of one past unit, all components of it, so that components that moved together still do. Scores
    stay on their scales. Raises ProblemError where the moves are of other components, and for draws
    that would take too much memory.
    """
    row = start.row(unit)
    if moves.codes != start.levers:
        told.OTHER_LEVERS.stop(given=", ".join(moves.codes), wanted=", ".join(start.levers))
    if draws < 1:
        told.NO_DRAWS.stop(given=draws)
    refuse_beyond(draws, _BYTES * len(start.units))
    peers = start.peers(row)
    totals = np.concatenate([_next_totals(start, moves, count, rng, drifts=drifts) for count in _chunks(draws)])
    return Future(unit, totals[:, row], totals[:, peers], moves, drifts)


def chances(found: Future, rank: int, totals: Sequence[float]) -> tuple[Chance, ...]:
    """The probabilities of a range of totals."""
    return tuple(Chance(total, found.suffices(total, rank), found.reaches(total)) for total in totals)


def _next_totals(start: Start, moves: Moves, count: int, rng: np.random.Generator, *, drifts: bool) -> Floats:
    scores = start.scores
    middle = start.middle
    pair = rng.integers(len(moves.pairs), size=count)
    moved = moves.rest[rng.integers(moves.count, size=(count, len(start.units)))]
    moved += scores + moves.reversion * (scores - middle)
    if drifts:
        moved += moves.drift[pair][:, None, :]
    return start.totals(np.clip(moved, start.lowest, start.highest, out=moved))


def _chunks(draws: int) -> list[int]:
    """So many at once that memory stays small."""
    whole, rest = divmod(draws, _CHUNK)
    return [_CHUNK] * whole + [rest] * (rest > 0)
