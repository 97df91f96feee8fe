"""What each component does to the ranks: the same index without it, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from chiso.robustness.assumptions import Dropping
from chiso.robustness.ground import Ground
from chiso.robustness.pools import pools
from chiso.robustness.uncertainty import replayed
from chiso.scoring.arrays import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Removal:
    """Scores and ranks without each of some nodes.

    scores, ranks: nodes × units; nominal, nominal_ranks: with all of them (units)
    shift:         by how many places units change on average without each node
    """

    units: tuple[str, ...]
    codes: tuple[str, ...]
    nominal: Floats
    nominal_ranks: Floats
    scores: Floats
    ranks: Floats
    shift: Floats

    def shifts(self) -> pl.DataFrame:
        """A row a node left out and a unit: its score and rank then, and by how many places it moves."""
        units = len(self.units)
        return pl.DataFrame(
            {
                "without": [code for code in self.codes for _ in range(units)],
                "unit": list(self.units) * len(self.codes),
                "score": pl.Series(self.scores.ravel(), dtype=pl.Float64).fill_nan(None),
                "rank": pl.Series(self.ranks.ravel(), dtype=pl.Float64).fill_nan(None).cast(pl.Int64),
                "change": pl.Series((self.ranks - self.nominal_ranks).ravel()).fill_nan(None).cast(pl.Int64),
            }
        )


def removal(ground: Ground, codes: Sequence[str] = ()) -> Removal:
    """The index without each of some nodes; without each part of the node asked for where none are named.

    Raises ProblemError where a node is no part of it or the only one of its group.
    """
    chosen = tuple(codes) or _parts(ground)
    ready = pools([Dropping(chosen)], ground, 1, np.random.default_rng(0))  # nothing of it is drawn
    found = replayed(ground, ready, np.arange(1, len(chosen) + 1)[:, None])
    shift = np.nanmean(np.abs(found.ranks - found.nominal_ranks), axis=1)
    return Removal(ground.units, chosen, found.nominal, found.nominal_ranks, found.scores, found.ranks, shift)


def _parts(ground: Ground) -> tuple[str, ...]:
    codes = ground.edition.codes
    return tuple(codes[part] for part in ground.leading()[-1].parts)
