"""Sampling errors of surveyed values, in a table: unit, node, error."""

from __future__ import annotations

from typing import Final

import numpy as np
import polars as pl

from chiso.problems import ProblemError
from chiso.robustness import _problems as told
from chiso.robustness.assumptions import StandardErrors
from chiso.robustness.ground import Ground

COLUMNS: Final = ("unit", "node", "error")


def read_errors(table: pl.DataFrame, ground: Ground) -> StandardErrors:
    """The standard errors of a long table, put where the values stand.

    Raises ProblemError with every column, unit and node that is unknown, and every text that is no number.
    """
    if set(table.columns) != set(COLUMNS):
        told.ERROR_COLUMNS.stop(given=", ".join(table.columns), wanted=", ".join(COLUMNS))
    units = {unit: row for row, unit in enumerate(ground.units)}
    codes = {code: column for column, code in enumerate(ground.edition.codes)}
    numbers = table["error"].cast(pl.Float64, strict=False).to_list()
    rows = list(zip(table["unit"], table["node"], numbers, table["error"], strict=True))
    faults = [
        told.NO_SUCH_UNIT(given=unit, wanted=", ".join(ground.units[:5])) for unit, *_ in rows if unit not in units
    ]
    faults += [told.NO_PART(given=node, wanted=", ".join(codes)) for _, node, *_ in rows if node not in codes]
    faults += [
        told.NOT_A_NUMBER(where=f"{unit}, {node}", given=text) for unit, node, number, text in rows if number is None
    ]
    if faults:
        raise ProblemError(faults)
    errors = np.zeros((len(units), len(codes)))
    for unit, node, number, _ in rows:
        errors[units[unit], codes[node]] = number
    return StandardErrors(errors)
