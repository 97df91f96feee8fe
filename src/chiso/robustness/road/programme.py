"""The linear programme: which rises reach a total with the least effort, or how far a total can be raised.

The headline may be any sum or mean of its components that is concave where scores rise (arithmetic, geometric,
harmonic …): it is cut from above by its tangents until the answer holds (Kelley 1960), which for a sum or an
arithmetic mean is one cut. HiGHS solves each programme; points that come in steps make it an integer one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from chiso.robustness import _problems as told
from chiso.robustness.road.effort import Effort
from chiso.scoring.arrays import Floats
from chiso.scoring.rounding import NOISE

_CUTS: Final = 60
_WIDTH: Final = 1e-5
_TOLERANCE: Final = 1e-7
_SAFETY: Final = 1e-6
_HAIR: Final = 1e-4

_Row = tuple[Floats, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Programme:
    """What is to be solved.

    total:   the headline (cases) for rises (cases × levers)
    efforts: of each lever; one that cannot be raised has no pieces
    leads:   the effort that each lead unit can take on; one that is not named can take on any
    """

    total: Callable[[Floats], Floats]
    efforts: Sequence[Effort]
    leads: Mapping[str, float] = field(default_factory=dict)

    def fewest(self, target: float, most: int) -> Floats | None:
        """The rises that reach a total in the fewest components, `most` of them at most; None where none do."""
        ends = np.array([effort.most for effort in self.efforts])
        first = _cut(self.total, np.zeros(len(ends)))  # a concave headline lies nowhere above its first tangent
        gains = np.sort(first.slopes * ends)[::-1]
        within = [count for count in range(1, most + 1) if first.height + gains[:count].sum() >= target - _SAFETY]
        tries = (self.least_effort(target, most_raised=count) for count in within)
        return next((rises for rises in tries if rises is not None), None)

    def least_effort(self, target: float, *, most_raised: int | None = None) -> Floats | None:
        """The rises that reach a total with the least effort, in so many components at most; None where none do."""
        shape = _Shape(self, most_raised=most_raised)
        cuts: list[_Cut] = []
        rises, asked = np.zeros(len(self.efforts)), target
        for _ in range(_CUTS):
            short = target - self._at(rises)
            if short <= NOISE:
                return rises
            if cuts and short < _SAFETY:  # HiGHS takes what falls short by less than its tolerance
                asked = target + _SAFETY
            cuts.append(_cut(self.total, rises))
            solved = shape.solved([cut.reaching(asked, shape) for cut in cuts])
            if solved is None:
                return None
            rises = self._lifted(solved, target)
        return told.NOT_SETTLED.stop(given=_CUTS)

    def furthest(self) -> Floats:
        """The rises that raise the total as far as it goes, with the least effort among those."""
        shape = _Shape(self, bounded=True)
        rises = np.zeros(len(self.efforts))
        cuts: list[_Cut] = []
        for _ in range(_CUTS):
            cuts.append(_cut(self.total, rises))
            rises, bound = shape.highest([cut.below(shape) for cut in cuts])
            if bound - self._at(rises) < _SAFETY:
                cheaper = self.least_effort(self._at(rises))
                return rises if cheaper is None else cheaper
        return told.NOT_SETTLED.stop(given=_CUTS)

    def _at(self, rises: Floats) -> float:
        return float(self.total(rises[None, :])[0])

    def _lifted(self, rises: Floats, target: float) -> Floats:
        """The same rises, one that can go any way lifted by the hair's breadth that they fall short."""
        short = target - self._at(rises)
        if not 0 < short < _HAIR:
            return rises
        slopes = _cut(self.total, rises).slopes
        most = np.array([effort.most for effort in self.efforts])
        whole = np.array([effort.step is not None for effort in self.efforts])
        free = np.where(whole | (rises <= 0) | (rises > most - _HAIR), 0.0, slopes)
        lever = int(np.argmax(free))
        if free[lever] <= 0:
            return rises
        lifted = rises.copy()
        lifted[lever] += (short + NOISE) / slopes[lever]
        return lifted


@dataclass(frozen=True, slots=True, eq=False)
class _Cut:
    """A tangent of the headline: its height where nothing rises, and its slopes."""

    height: float
    slopes: Floats

    def reaching(self, target: float, shape: _Shape) -> _Row:
        """The row that says: on this tangent the target is reached."""
        return shape.row(self.slopes), target - self.height, np.inf

    def below(self, shape: _Shape) -> _Row:
        """The row that says: the bound lies on or below this tangent."""
        row = shape.row(self.slopes)
        row[-1] = -1.0
        return row, -self.height, np.inf


def _cut(total: Callable[[Floats], Floats], rises: Floats) -> _Cut:
    steps = np.eye(len(rises)) * _WIDTH
    heights = total(np.concatenate([rises + steps, np.maximum(rises - steps, 0.0), rises[None, :]]))
    above, under, here = heights[: len(rises)], heights[len(rises) : -1], heights[-1]
    width = _WIDTH + rises - np.maximum(rises - _WIDTH, 0.0)
    slopes = np.nan_to_num((above - under) / width)
    return _Cut(float(here - slopes @ rises), slopes)


class _Shape:
    """The variables of the programme: the runs of each lever, whether it is used where that is asked, a bound."""

    def __init__(self, programme: Programme, *, most_raised: int | None = None, bounded: bool = False) -> None:
        self.efforts = programme.efforts
        runs = [(lever, *run) for lever, effort in enumerate(self.efforts) for run in effort.runs]
        self.lever_of = np.array([lever for lever, *_ in runs], dtype=np.intp)
        self.units, self.counts, self.costs = np.array([run for _, *run in runs]).reshape(-1, 3).T
        self.is_whole = np.array([self.efforts[lever].step is not None for lever, *_ in runs], dtype=np.float64)
        self.first_use = len(runs)
        self.most_raised = most_raised
        self.uses = 0 if most_raised is None else len(self.efforts)
        self.size = self.first_use + self.uses + (1 if bounded else 0)
        self.bounded = bounded
        self.rows = [*self._uses(), *self._leads(programme.leads)]

    def row(self, slopes: Floats) -> Floats:
        """A row over all variables that sums slopes of the levers."""
        found = np.zeros(self.size)
        found[: self.first_use] = slopes[self.lever_of] * self.units
        return found

    def solved(self, rows: Sequence[_Row]) -> Floats | None:
        """The rises of least effort under all rows; None where nothing satisfies them."""
        costs = np.zeros(self.size)
        costs[: self.first_use] = self.costs
        solution = self._solution(costs, rows)
        return None if solution is None else self._rises(solution)

    def highest(self, rows: Sequence[_Row]) -> tuple[Floats, float]:
        """The rises under which the bound is highest, and the bound."""
        costs = np.zeros(self.size)
        costs[-1] = -1.0
        solution = self._solution(costs, rows)
        if solution is None:
            told.NOT_SETTLED.stop(given=_CUTS)
        return self._rises(solution), float(solution[-1])

    def _solution(self, costs: Floats, rows: Sequence[_Row]) -> Floats | None:
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - loads slowly, needed here only

        if not self.size:
            return None
        matrix, low, high = (np.array(each) for each in zip(*self.rows, *rows, strict=True))
        found: Any = milp(
            costs,
            integrality=self._integrality(),
            bounds=Bounds(*self._bounds()),
            constraints=LinearConstraint(matrix, low, high),
            options={
                "mip_rel_gap": 0.0,
                "presolve": not self.is_whole.any(),
            },  # it costs more than whole steps gain by it
        )
        return None if found.x is None else np.asarray(found.x, dtype=np.float64)

    def _rises(self, solution: Floats) -> Floats:
        counts = solution[: self.first_use]
        counts = np.where(self.is_whole > 0, np.rint(counts), counts)
        rises = np.bincount(self.lever_of, weights=counts * self.units, minlength=len(self.efforts))
        most = np.array([effort.most for effort in self.efforts])
        rises = np.where(most - rises < _TOLERANCE, most, rises)
        return np.where(rises < _TOLERANCE, 0.0, rises)

    def _integrality(self) -> Floats:
        whole = np.zeros(self.size)
        whole[: self.first_use] = self.is_whole
        whole[self.first_use : self.first_use + self.uses] = 1
        return whole

    def _bounds(self) -> tuple[Floats, Floats]:
        low, high = np.zeros(self.size), np.full(self.size, np.inf)
        high[: self.first_use] = self.counts
        high[self.first_use : self.first_use + self.uses] = 1
        if self.bounded:
            low[-1] = -np.inf
        return low, high

    def _uses(self) -> list[_Row]:
        """A lever that is raised is used, and no more are used than may be."""
        if self.most_raised is None:
            return []
        total = np.zeros(self.size)
        total[self.first_use : self.first_use + self.uses] = 1.0
        rows = [(total, -np.inf, float(self.most_raised))]
        for lever in range(self.uses):
            row = np.zeros(self.size)
            row[: self.first_use] = (self.lever_of == lever) * self.units
            row[self.first_use + lever] = -(self.efforts[lever].most + _TOLERANCE)
            rows.append((row, -np.inf, 0.0))
        return rows

    def _leads(self, leads: Mapping[str, float]) -> list[_Row]:
        """The efforts of a lead unit add up to no more than it can take on."""
        rows = []
        for lead, most in leads.items():
            row = np.zeros(self.size)
            led = [effort.lead == lead for effort in self.efforts]
            row[: self.first_use] = self.costs * np.array(led, dtype=np.float64)[self.lever_of]
            rows.append((row, -np.inf, most))
        return rows
