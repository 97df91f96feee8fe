"""Frames turned round: observations to a row a unit, and results back to a row for each unit and node.

By places worked out once instead of pivots, which take longer than all the arithmetic.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from chiso.frameworks import Arithmetic, Edition
from chiso.scoring.aggregate import not_applicable, observed
from chiso.scoring.observations import Status
from chiso.scoring.rounding import SETTLED

_SURE = [Status.OBSERVED.value, Status.DISPUTED.value]


def widened(frame: pl.DataFrame, edition: Edition) -> pl.DataFrame:
    """A row a unit, in the order of the data; for each node its value, whether it applies, the share observed."""
    codes = [node.code for node in edition.nodes]
    units = frame["unit"].unique(maintain_order=True)
    number = SETTLED if edition.arithmetic is Arithmetic.POINTS else pl.Float64()
    status = pl.col("status")
    cells = frame.select(
        pl.col("value").cast(number),
        unneeded=status == Status.NOT_APPLICABLE.value,
        sure=status.is_in(_SURE).cast(pl.Float64),
    )[_places(frame, units, codes)].with_columns(
        pl.col("unneeded").fill_null(value=False), pl.col("sure").fill_null(0.0)
    )
    height = len(units)
    columns = {"unit": units}
    for place, code in enumerate(codes):
        of_node = cells.slice(place * height, height)
        columns |= {code: of_node["value"], not_applicable(code): of_node["unneeded"], observed(code): of_node["sure"]}
    return pl.DataFrame(columns)


def _places(frame: pl.DataFrame, units: pl.Series, codes: list[str]) -> pl.Series:
    """The row of the observation of every unit under every node, node by node; null where there is none."""
    nowhere = -1
    places = np.full((len(codes), len(units)), nowhere)
    node = frame["node"].cast(pl.Enum(codes)).to_physical().to_numpy()
    unit = frame["unit"].cast(pl.Enum(units)).to_physical().to_numpy()
    places[node, unit] = np.arange(len(frame))
    return pl.Series(places.ravel()).replace(nowhere, None)


def stacked(wide: pl.DataFrame, columns: dict[str, pl.Expr]) -> pl.Series:
    """One expression for each node, under each other node by node."""
    return wide.select("unit", **columns).drop("unit").unpivot()["value"]  # with the unit, or literals stay one row


def by_unit(unit_count: int, node_count: int) -> pl.Series:
    """The order that brings what stands node by node under each other unit by unit."""
    return pl.Series(np.arange(unit_count * node_count).reshape(node_count, unit_count).T.ravel())
