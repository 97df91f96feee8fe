"""How sure scores, ranks and bands are when assumptions may be otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from chiso.problems import Text
from chiso.robustness import _problems as told
from chiso.robustness.assumptions import Assumption
from chiso.robustness.engine import Engine
from chiso.robustness.ground import Ground
from chiso.robustness.pools import Pool, pools
from chiso.robustness.room import check_room
from chiso.scoring import band
from chiso.scoring.arrays import Floats, Places, settled

LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95
MOST_CELLS = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Uncertainty:
    """Scores and ranks of one node in many draws.

    nominal, nominal_ranks: by the recipe as it is (units)
    scores, ranks:          draws × units
    choices:                draws × pools: the case of each assumption in each draw
    pools:                  the cases; with `choices` all that is needed to make any draw again
    """

    ground: Ground
    nominal: Floats
    nominal_ranks: Floats
    scores: Floats
    ranks: Floats
    choices: Places
    pools: tuple[Pool, ...]

    @property
    def units(self) -> tuple[str, ...]:
        """The units, in the order of the data."""
        return self.ground.units

    def intervals(self, low: float = LOW, high: float = HIGH) -> pl.DataFrame:
        """A row a unit: score and rank as they are, and their low, middle and high quantiles over the draws."""
        shares = [low, MIDDLE, high]
        scores, ranks = _quantiles(self.scores, shares), _quantiles(self.ranks, shares)
        names = ("low", "median", "high")
        return pl.DataFrame(
            {
                "unit": self.units,
                "score": _column(self.nominal),
                **{f"score_{name}": _column(row) for name, row in zip(names, scores, strict=True)},
                "rank": _column(self.nominal_ranks).cast(pl.Int64),
                **{f"rank_{name}": _column(row) for name, row in zip(names, ranks, strict=True)},
                "rank_mean": _column(_means(self.ranks)),
            }
        )

    def at_or_above(self, place: int) -> Floats:
        """The probability (0–1) of each unit to rank at a place or better; NaN of a unit without a score."""
        share = np.mean(self.ranks <= place, axis=0)
        return np.where(np.isnan(self.nominal_ranks), np.nan, share)

    def at_least(self, score: float) -> Floats:
        """The probability of each unit to score at least so much."""
        share = np.mean(settled(self.scores) >= settled(np.array(score)), axis=0)
        return np.where(np.isnan(self.nominal), np.nan, share)

    def bands(self) -> pl.DataFrame:
        """The probability of each band: a row a unit, a column a band by its code, and one of no stated band.

        No columns but the units where nobody has stated bands.
        """
        stated = band.rule_for(self.ground.edition, self.ground.node, self.ground.on)
        if stated is None:
            return pl.DataFrame({"unit": self.units})
        found = band.band(self.scores, stated.value, self.ground.edition.decimals)
        codes = [each.code for each in stated.value.bands]
        shares = {code: np.mean(found == place, axis=0) for place, code in enumerate(codes)}
        return pl.DataFrame({"unit": self.units, **shares, "no_band": np.mean(found == band.NO_BAND, axis=0)})

    def band_names(self) -> dict[str, Text]:
        """The names of the bands by their codes; empty where nobody has stated bands."""
        stated = band.rule_for(self.ground.edition, self.ground.node, self.ground.on)
        return {} if stated is None else {each.code: each.name for each in stated.value.bands}

    def parameters(self) -> pl.DataFrame:
        """The case of each assumption in each draw, by its name.

        weight_CODE:     what the weight of a node was multiplied by, or replaced with
        value_UNIT:CODE: the value that was drawn, where values vary and there are no more than `MOST_CELLS` of them;
                         else they are in the pools, and the same seed draws them again
        """
        labels = {
            pool.name: pl.Series(pool.labels, dtype=pl.String).gather(
                pl.Series(self.choices[:, column].astype(np.int64))
            )
            for column, pool in enumerate(self.pools)
        }
        return pl.DataFrame(
            {"draw": np.arange(1, len(self.choices) + 1), **labels, **self._weights(), **self._values()}
        )

    def _weights(self) -> dict[str, Floats]:
        codes = self.ground.edition.codes
        found: dict[str, Floats] = {}
        for pool, cases in zip(self.pools, self.choices.T, strict=True):
            numbers = pool.factors if pool.sets is None else pool.sets
            if numbers is not None:
                found |= {f"weight_{code}": numbers[cases, codes.index(code)] for code in self.ground.weights}
        return found

    def _values(self) -> dict[str, Floats]:
        """The values that were drawn, by unit and code."""
        found: dict[str, Floats] = {}
        for pool, cases in zip(self.pools, self.choices.T, strict=True):
            rows, columns = pool.varied
            if len(cases) * len(rows) <= MOST_CELLS:
                drawn = self.ground.given.values[rows, columns] + pool.shift_of(cases.tolist(), rows, columns)
                names = zip(rows.tolist(), columns.tolist(), strict=True)
                codes = self.ground.edition.codes
                found |= {
                    f"value_{self.units[row]}:{codes[column]}": drawn[:, place]
                    for place, (row, column) in enumerate(names)
                }
        return found


def uncertainty(ground: Ground, assumptions: Sequence[Assumption], draws: int, rng: np.random.Generator) -> Uncertainty:
    """Scores and ranks in so many draws, each assumption taking any of its cases apart from the others.

    Raises ProblemError with everything that cannot apply, where a case leaves a unit without a score, and where the draws
    would take more memory than `room.MOST_BYTES`.
    """
    if draws < 1:
        told.NO_DRAWS.stop(given=draws)
    check_room(ground, assumptions, draws, draws)
    ready = pools(assumptions, ground, draws, rng)
    return replayed(ground, ready, np.stack([_drawn(pool, draws, rng) for pool in ready], axis=1))


def replayed(ground: Ground, ready: tuple[Pool, ...], choices: Places) -> Uncertainty:
    """Scores and ranks for cases that are given: draws × pools."""
    engine = Engine(ground, ready)
    scores, nominal = engine.scores(choices), engine.nominal()
    return Uncertainty(ground, nominal, ground.ranks(nominal), scores, ground.ranks(scores), choices, ready)


def _drawn(pool: Pool, draws: int, rng: np.random.Generator) -> Places:
    """Each case of a pool that was made for these draws is used once; of others any, as often as it comes."""
    if pool.size == draws and pool.name in {"weights", "values"}:
        return np.arange(draws)
    return rng.integers(pool.size, size=draws)


def _quantiles(x: Floats, shares: Sequence[float]) -> Floats:
    """Quantiles over the draws (shares × units), by linear interpolation; NaN of a unit without a score."""
    ordered = np.sort(x, axis=0)
    places = np.asarray(shares)[:, None] * (len(x) - 1)
    lower = np.floor(places).astype(np.intp)
    upper = np.minimum(lower + 1, len(x) - 1)
    low, high = ordered[lower[:, 0]], ordered[upper[:, 0]]
    found: Floats = low + (high - low) * (places - lower)
    return found


def _means(x: Floats) -> Floats:
    mean: Floats = x.mean(axis=0)
    return mean


def _column(x: Floats) -> pl.Series:
    return pl.Series(x, dtype=pl.Float64).fill_nan(None)
