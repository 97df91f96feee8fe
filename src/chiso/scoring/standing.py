"""Where every unit stands under every node: the long frame of a scorecard."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import numpy as np
import polars as pl

from chiso.frameworks import Arithmetic, Edition
from chiso.scoring import band
from chiso.scoring.arrays import Floats, Places
from chiso.scoring.chain import Stages, groups_of
from chiso.scoring.observations import Observations, named
from chiso.scoring.rank import ranked, ranks, ranks_within
from chiso.scoring.rounding import SETTLED


def standing(
    table: Observations, stages: Stages, shares: Mapping[int, Floats], shown: list[str], day: date | None
) -> pl.DataFrame:
    """A row for each unit and node, units in the order of the data, nodes in that of the edition."""
    edition = table.edition
    known = {code: place for place, code in enumerate(edition.codes)}
    places = np.array([known[code] for code in shown])
    whole = stages.aggregated[:, places]
    scores = np.where(np.isfinite(whole), whole, np.nan)
    tables = _tables(table, day)
    found = ranks(scores) if tables is None else ranks_within(scores, tables)
    units, nodes = np.indices(scores.shape)
    return pl.DataFrame(
        {
            "unit": named(units.ravel(), table.units),
            "node": named(nodes.ravel(), shown),
            "score": _scores(scores, edition),
            "scale": _scales(edition, shown, len(table.units)),
            "rank": _whole(found),
            "rank_of": _whole(ranked(scores, tables)),
            "band": _bands(scores, edition, shown, day),
            "observed_share": _numbers(_observed(table, shares, places)),
        }
    )


def _tables(table: Observations, day: date | None) -> Places | None:
    """Which units are ranked together, where the edition ranks several tables and the data tell them apart."""
    ranking = table.edition.ranking.find(day) if day else table.edition.ranking.values[-1]
    name = ranking.value.within if ranking else None
    labels = (table.attributes or {}).get(name) if name else None
    return None if labels is None else groups_of(labels)


def _observed(table: Observations, shares: Mapping[int, Floats], places: Places) -> Floats:
    found = table.observed if table.applies is None else np.where(table.applies, table.observed, np.nan)
    for place, share in shares.items():
        found[:, place] = share
    return found[:, places]


def _numbers(x: Floats) -> pl.Series:
    return pl.Series(x.ravel(), dtype=pl.Float64).fill_nan(None)


def _whole(x: Floats) -> pl.Series:
    return _numbers(x).cast(pl.Int64)


def _scores(scores: Floats, edition: Edition) -> pl.Series:
    """Statistics as they are; points as decimals of nine places."""
    if edition.arithmetic is not Arithmetic.POINTS:
        return _numbers(scores)
    return _numbers(scores).cast(SETTLED)


def _scales(edition: Edition, shown: list[str], unit_count: int) -> pl.Series:
    maxima = [float(edition.node(code).scale.maximum) for code in shown]
    scales = _numbers(np.tile(maxima, unit_count))
    return scales.to_frame("scale").select(pl.when(pl.col("scale").is_finite()).then("scale")).to_series()


def _bands(scores: Floats, edition: Edition, shown: list[str], day: date | None) -> pl.Series:
    names: list[str | None] = [None]
    places = np.zeros(scores.shape, dtype=np.int64)
    for column, code in enumerate(shown):
        stated = band.rule_for(edition, code, day)
        if stated is not None:
            found = band.band(scores[:, column], stated.value, edition.decimals)
            places[:, column] = np.where(found == band.NO_BAND, 0, found + len(names))
            names += [each.code for each in stated.value.bands]
    return pl.Series(names, dtype=pl.String).gather(pl.Series(places.ravel()))
