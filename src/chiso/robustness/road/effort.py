"""What it costs to raise a component: given by the office, or learnt from the moves of the past.

Learnt effort is rarity: 1 stands for a move that half as many units make as make no step back, 2 for a quarter, and so
on. Efforts of several components add up as probabilities of independent events multiply, so that the way of least
effort is the likeliest one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np

from chiso.problems import ProblemError
from chiso.robustness import _problems as told
from chiso.robustness.road.moves import Moves
from chiso.robustness.road.start import Start
from chiso.scoring.arrays import Floats

_BENDS: Final = 12
_HAIR: Final = 1e-9


class Basis(StrEnum):
    """Where an effort comes from."""

    GIVEN = "given"
    LEARNT = "learnt"
    EVEN = "even"


@dataclass(frozen=True, slots=True)
class Effort:
    """The effort of raising one component.

    widths, costs: pieces of the way up, one after the other: how long each is, and its effort per point, never falling
    step:          points come in multiples of this; None where any number does
    lead:          the unit that leads the work
    moves:         on how many moves of the past it rests; 0 where it is not learnt
    """

    code: str
    widths: tuple[float, ...]
    costs: tuple[float, ...]
    basis: Basis
    step: float | None = None
    lead: str | None = None
    moves: int = 0

    @property
    def most(self) -> float:
        """How far the component can be raised."""
        return sum(self.widths)

    def of(self, rise: float) -> float:
        """The effort of a rise."""
        found, left = 0.0, rise
        for width, cost in zip(self.widths, self.costs, strict=True):
            found += cost * min(left, width)
            left -= min(left, width)
        return found

    @property
    def runs(self) -> tuple[tuple[float, float, float], ...]:
        """The way up in equal units: size of a unit, how many of them, effort of each.

        Where points come in steps a unit is a step, counted whole, else a point, of which any part can be taken.

        >>> Effort("a", (0.5, 1.0), (1.0, 3.0), Basis.GIVEN).runs
        ((1.0, 0.5, 1.0), (1.0, 1.0, 3.0))
        >>> Effort("a", (0.5, 1.0), (1.0, 3.0), Basis.GIVEN, step=0.25).runs
        ((0.25, 2, 0.25), (0.25, 4, 0.75))
        >>> Effort("a", (0.5, 1.0), (1.0, 3.0), Basis.GIVEN, step=0.4).runs
        ((0.4, 1, 0.4), (0.4, 1, 1.0), (0.4, 1, 1.2000000000000002))
        """
        if not self.step:
            return tuple((1.0, width, cost) for width, cost in zip(self.widths, self.costs, strict=True))
        found: list[tuple[float, float, float]] = []
        done, begin = 0, 0.0
        for width, cost in zip(self.widths, self.costs, strict=True):
            last = int((begin + width) / self.step + _HAIR)
            if last > done and done * self.step < begin - _HAIR * self.step:  # a step across the bend
                found.append((self.step, 1, self.of((done + 1) * self.step) - self.of(done * self.step)))
                done += 1
            if last > done:
                found.append((self.step, last - done, cost * self.step))
                done = last
            begin += width
        return tuple(found)

    def up_to(self, most: float) -> Effort:
        """The same, but no further than `most`."""
        widths, costs, left = [], [], max(most, 0.0)
        for width, cost in zip(self.widths, self.costs, strict=True):
            if left > 0:
                widths.append(min(width, left))
                costs.append(cost)
                left -= widths[-1]
        return replace(self, widths=tuple(widths), costs=tuple(costs))


def even(start: Start, unit: str) -> dict[str, Effort]:
    """One for each point of every component, up to the end of its scale; open scales cannot be raised without a limit."""
    room = _room(start, start.row(unit))
    return {
        code: Effort(code, (float(width),) if width > 0 else (), (1.0,) if width > 0 else (), Basis.EVEN)
        for code, width in zip(start.levers, room, strict=True)
    }


def from_moves(start: Start, unit: str, moves: Moves, *, drift: bool = False) -> dict[str, Effort]:
    """Efforts out of past moves: no further than the furthest that any unit went, seen from where this one stands.

    The moves of a component count as normally distributed around what is to be expected of this unit.
    """
    row = start.row(unit)
    if moves.codes != start.levers:
        told.OTHER_LEVERS.stop(given=", ".join(moves.codes), wanted=", ".join(start.levers))
    own = start.scores[row]
    expected = moves.expected(own, start.middle, drift=drift)
    most = np.minimum(expected + moves.rest.max(axis=0), start.highest - own)
    found = {}
    for place, code in enumerate(start.levers):
        bends = np.linspace(0.0, most[place], _BENDS + 1) if most[place] > 0 else np.zeros(1)
        rarity = _rarity(bends, expected[place], moves.deviation[place])
        widths = np.diff(bends)
        costs = np.maximum.accumulate(np.diff(rarity) / widths) if len(widths) else widths
        found[code] = Effort(code, tuple(widths.tolist()), tuple(costs.tolist()), Basis.LEARNT, moves=moves.count)
    return found


@dataclass(frozen=True, slots=True)
class Said:
    """What an office says of one component; None where it says nothing.

    effort: of each point; most: the furthest rise; step: of points; lead: the unit that leads the work
    """

    code: str
    effort: float | None = None
    most: float | None = None
    step: float | None = None
    lead: str | None = None


def said(efforts: Mapping[str, Effort], entries: tuple[Said, ...]) -> dict[str, Effort]:
    """The efforts with what an office says in their place. Raises ProblemError with every fault of the entries."""
    faults = [told.NO_LEVER(given=each.code, wanted=", ".join(efforts)) for each in entries if each.code not in efforts]
    bad: dict[tuple[str, float], list[str]] = {}
    for each in entries:
        for name, number, least in (("effort", each.effort, 0.0), ("most", each.most, 0.0), ("step", each.step, 1e-9)):
            if number is not None and not number >= least:
                bad.setdefault((name, number), []).append(each.code)
    faults += [
        told.BAD_EFFORT(where=name, given=number, wanted=", ".join(codes)) for (name, number), codes in bad.items()
    ]
    if faults:
        raise ProblemError(faults)
    return dict(efforts) | {each.code: _said(efforts[each.code], each) for each in entries}


def _said(known: Effort, entry: Said) -> Effort:
    effort = known if entry.effort is None else _given(known, entry.effort)
    if entry.most is not None:
        effort = effort.up_to(entry.most)
    return replace(effort, step=entry.step or known.step, lead=entry.lead or known.lead)


def _given(known: Effort, cost: float) -> Effort:
    widths = (known.most,) if known.most > 0 else ()
    return replace(known, widths=widths, costs=(cost,) * len(widths), basis=Basis.GIVEN, moves=0)


def _room(start: Start, row: int) -> Floats:
    """How far each component can be raised: to the end of its scale, or on an open one to the best of the table."""
    own = start.scores[row]
    best = np.max(start.scores, axis=0, where=~np.isnan(start.scores), initial=-np.inf)
    ends = np.where(np.isfinite(start.highest), start.highest, best)
    room: Floats = np.nan_to_num(np.maximum(ends - own, 0.0))
    return room


def _rarity(rises: Floats, expected: float, deviation: float) -> Floats:
    """How much rarer moves of at least so much are than no step back, in powers of two."""
    from scipy.special import log_ndtr  # noqa: PLC0415 - SciPy loads slowly and is needed here only

    def log_share(at_least: Floats) -> Floats:
        shares: Floats = log_ndtr((expected - at_least) / max(deviation, 1e-12))
        return shares

    rarity: Floats = (log_share(np.zeros(1)) - log_share(rises)) / np.log(2)
    return rarity
