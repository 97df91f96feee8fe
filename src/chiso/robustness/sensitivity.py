"""Which assumption the ranks hang on: Sobol's first-order and total indices.

Two samples A and B of the cases, and for each assumption i a third, A with the column i of B. The first-order index is
the share of the variance that assumption i explains alone, the total index the share that goes when all the others
are fixed. Sources: Saltelli and others (2010), Computer Physics Communications 181, table 2, formulas (b) and (f);
OECD/JRC handbook, step 7.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from chiso.robustness import _problems as told
from chiso.robustness.assumptions import Assumption
from chiso.robustness.ground import Ground
from chiso.robustness.pools import Pool, pools
from chiso.robustness.room import check_room
from chiso.robustness.uncertainty import Uncertainty, replayed
from chiso.scoring.arrays import Floats, Places, divided
from chiso.scoring.likeness import like


@dataclass(frozen=True, slots=True, eq=False)
class Sensitivity:
    """Indices of each assumption, by its name; `draws` holds the scores and ranks that they come from.

    outcomes: what is explained: in each draw the mean change of rank, or the score of one unit
    first:    how much each assumption explains alone; sampling may put it a little below zero
    total:    how much goes with all others fixed
    """

    names: tuple[str, ...]
    first: Floats
    total: Floats
    outcomes: Floats
    draws: Uncertainty

    @property
    def size(self) -> int:
        """How many points each sample of the design has."""
        return len(self.outcomes) // (len(self.names) + 2)

    @property
    def moments(self) -> Moments:
        """What the indices are made of."""
        return moments(self.outcomes, self.size)


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """What the indices are made of, y being the outcome of a draw.

    alone:    mean(yB·(yAB − yA)) of each assumption
    together: mean((yA − yAB)²) of each assumption
    variance: of yA and yB together
    """

    alone: Floats
    together: Floats
    variance: float


def sensitivity(
    ground: Ground, assumptions: Sequence[Assumption], size: int, rng: np.random.Generator, unit: str | None = None
) -> Sensitivity:
    """The indices from size × (assumptions + 2) draws, a quasi-random sample of `size` points, a power of two.

    unit: explain the score of this one; else by how many places units change on average
    Raises ProblemError as `uncertainty`, and for a size that is no power of two.
    """
    if size < 1 or size & (size - 1):
        told.EMPTY_DESIGN.stop(given=size)
    check_room(ground, assumptions, size * (len(assumptions) + 2), size)
    ready = pools(assumptions, ground, size, rng)
    drawn = replayed(ground, ready, design(ready, size, rng))
    found = outcomes(drawn, unit)
    first, total = indices(found, size)
    return Sensitivity(tuple(pool.name for pool in ready), first, total, found, drawn)


def design(ready: Sequence[Pool], size: int, rng: np.random.Generator) -> Places:
    """The cases of all draws: A, B, then A with each column of B in turn; draws × pools."""
    from scipy.stats import qmc  # noqa: PLC0415 - SciPy loads slowly and is needed here only

    count = len(ready)
    points = qmc.Sobol(2 * count, rng=rng).random(size)
    sizes = np.array([pool.size for pool in ready])
    a, b = (np.floor(half * sizes).astype(np.intp) for half in (points[:, :count], points[:, count:]))
    mixed = [np.where(np.arange(count) == column, b, a) for column in range(count)]
    return np.concatenate([a, b, *mixed])


def indices(found: Floats, size: int) -> tuple[Floats, Floats]:
    """First-order and total indices (assumptions) from the outcomes of a design whose samples have `size` points.

    first = mean(yB·(yAB − yA)) / V, total = mean((yA − yAB)²) / 2V, V the variance of yA and yB together
    """
    made = moments(found, size)
    return divided(made.alone, made.variance), divided(made.together, 2 * made.variance)


def moments(found: Floats, size: int) -> Moments:
    """What the indices are made of, from the outcomes of a design whose samples have `size` points."""
    a, b = found[:size], found[size : 2 * size]
    mixed = found[2 * size :].reshape(-1, size)
    return Moments(
        alone=np.mean(b * (mixed - a), axis=1),
        together=np.mean((a - mixed) ** 2, axis=1),
        variance=float(np.var(found[: 2 * size], ddof=1)),
    )


def outcomes(drawn: Uncertainty, unit: str | None = None) -> Floats:
    """What the indices explain (draws): the mean absolute change of rank, or the score of a unit."""
    if unit is None:
        changed: Floats = np.nanmean(np.abs(drawn.ranks - drawn.nominal_ranks), axis=1)
        return changed
    if unit not in drawn.units:
        told.NO_SUCH_UNIT.stop(given=unit, wanted=", ".join(like(unit, drawn.units)))
    scores: Floats = drawn.scores[:, drawn.units.index(unit)]
    return scores
