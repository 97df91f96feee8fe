"""What a little more in each component is worth, the peers staying where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from chiso.problems import Text
from chiso.robustness import _problems as told
from chiso.robustness.road.start import Start, place_among
from chiso.scoring.arrays import Floats, settled

_TENTH = 0.1


@dataclass(frozen=True, slots=True)
class Place:
    """A total, its rank among the units of its table, and its band; rank None where there are no peers."""

    total: float
    rank: int | None
    rank_of: int
    band: Text | None


@dataclass(frozen=True, slots=True)
class Worth:
    """What a step up in one component does to the total of its unit.

    score:    what it is now; None where it has none
    step:     how far it is raised: as asked for, or up to the end of its scale; 0 where it is there already
    counts:   whether it goes into the headline; None where nobody has stated it
    gain:     what the total gains; 0 of a component that carries no weight in it
    after:    where the unit stands then, among peers that stay where they are
    headroom: how far it could be raised; None on an open scale
    at_stake: what the total would gain then
    passed:   the peers that are ahead of the unit now and no longer would be; their scores stay, each is a place lower
    """

    code: str
    name: Text
    score: float | None
    step: float
    counts: bool | None
    gain: float
    after: Place
    headroom: float | None
    at_stake: float | None
    passed: tuple[str, ...] = ()

    @property
    def highest(self) -> float | None:
        """The end of its scale; None where it has none or no score is known."""
        return None if self.headroom is None or self.score is None else self.score + self.headroom

    @property
    def full(self) -> float | None:
        """The total with the component raised to the end of its scale."""
        return None if self.at_stake is None else self.after.total - self.gain + self.at_stake


def stands(start: Start, unit: str) -> Place:
    """Where a unit stands now. Raises ProblemError where it is unknown or has no total."""
    row = start.row(unit)
    return places(start, row, start.scores[None, row, :])[0]


def worth(start: Start, unit: str, step: float = _TENTH) -> tuple[Worth, ...]:
    """What a step up in each lever is worth to a unit, one by one, in the order of the edition.

    Raises ProblemError where the unit is unknown or has no total, or the step is not above zero.
    """
    if not step > 0:
        told.BAD_STEP.stop(given=step)
    row = start.row(unit)
    own = start.scores[row]
    room = np.maximum(start.highest - own, 0.0)
    steps = np.where(np.isnan(own), 0.0, np.fmin(step, room))
    known = np.isfinite(room) & ~np.isnan(own)
    full = np.where(known, room, 0.0)
    *after, now = places(start, row, np.vstack([own + np.diag(steps), own]))
    at_stake = start.own_totals(row, own + np.diag(full)) - now.total
    return tuple(
        Worth(
            code=code,
            name=start.name(code),
            score=None if np.isnan(own[place]) else float(own[place]),
            step=float(steps[place]),
            counts=start.edition.node(code).counts_in_headline,
            gain=after[place].total - now.total,
            after=after[place],
            headroom=float(room[place]) if known[place] else None,
            at_stake=float(at_stake[place]) if known[place] else None,
            passed=_passed(start, row, now.total, after[place].total),
        )
        for place, code in enumerate(start.levers)
    )


def places(start: Start, row: int, scores: Floats) -> list[Place]:
    """Where a unit would stand with each of several sets of scores: cases × levers."""
    totals = start.totals_with(row, scores)
    peers = start.peers(row)
    ranks = place_among(totals[:, row], totals[:, peers])
    bands = _bands(start, row, totals)
    return [
        Place(float(total), int(rank) if len(peers) else None, len(peers) + 1, band)
        for total, rank, band in zip(totals[:, row], ranks, bands, strict=True)
    ]


def _bands(start: Start, row: int, totals: Floats) -> Sequence[Text | None]:
    return [start.band(case)[row] for case in totals]


def _passed(start: Start, row: int, before: float, after: float) -> tuple[str, ...]:
    """The peers between two totals of a unit, whom it leaves behind or draws level with, the nearest first."""
    peers = start.peers(row)
    totals = start.totals(start.scores)[peers]
    low, high = settled(np.array([before, after]))
    between = np.flatnonzero((settled(totals) > low) & (settled(totals) <= high))
    return tuple(start.units[peers[place]] for place in between[np.argsort(totals[between], kind="stable")])
