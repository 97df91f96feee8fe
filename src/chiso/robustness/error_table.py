"""Sampling errors of surveyed values, in a table: of each value, or as the values by each set of replicate weights."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from chiso.problems import Problem, ProblemError
from chiso.robustness import _problems as told
from chiso.robustness.assumptions import Replicates, StandardErrors
from chiso.robustness.ground import Ground
from chiso.scoring.arrays import Floats, Places

COLUMNS: Final = ("unit", "node", "error")
OF_REPLICATES: Final = ("replicate", "unit", "node", "value")
SCALE: Final = "scale"


def read_errors(table: pl.DataFrame, ground: Ground) -> StandardErrors:
    """The standard errors of a long table (unit, node, error), put where the values stand.

    Raises ProblemError with wrong columns, every unit and node that is unknown, text that is no number, and every unit
    and node that stands there twice.
    """
    if set(table.columns) != set(COLUMNS):
        told.ERROR_COLUMNS.stop(given=", ".join(table.columns), wanted=", ".join(COLUMNS))
    rows = _Rows.of(table, "error", ground)
    _stop_at([*rows.faults(), *rows.given_twice([""] * len(rows.units))])
    errors = np.zeros(ground.given.values.shape)
    errors[rows.cells] = rows.numbers
    return StandardErrors(errors)


def read_replicates(table: pl.DataFrame, ground: Ground) -> Replicates:
    """What each set of replicate weights makes of the values, in a long table: replicate, unit, node, value, scale.

    scale: of each replicate, see `Replicates`; without the column 1/(R−1), that of R bootstrap replicates
    Raises ProblemError as `read_errors`, and where a replicate lacks what another has or has several scales.
    """
    if not set(OF_REPLICATES) <= set(table.columns) <= {*OF_REPLICATES, SCALE}:
        told.ERROR_COLUMNS.stop(given=", ".join(table.columns), wanted=", ".join((*OF_REPLICATES, f"({SCALE})")))
    rows, names = _Rows.of(table, "value", ground), [str(name) for name in table["replicate"]]
    _stop_at([*rows.faults(), *rows.given_twice(names)])
    replicates = list(dict.fromkeys(names))
    values = np.full((len(replicates), *ground.given.values.shape), np.nan)
    values[np.array([replicates.index(name) for name in names], dtype=np.intp), *rows.cells] = rows.numbers
    _stop_at(_lacking(values, replicates, ground))
    return Replicates(values, _scales(table, names, replicates))


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """The rows of a long table: units and nodes as written, and the numbers of a column, NaN where there is none."""

    ground: Ground
    units: list[str]
    nodes: list[str]
    texts: list[str | None]
    numbers: Floats

    @classmethod
    def of(cls, table: pl.DataFrame, column: str, ground: Ground) -> _Rows:
        """The rows of a table."""
        units, nodes = ([str(name or "") for name in table[key]] for key in ("unit", "node"))
        return cls(ground, units, nodes, table[column].cast(pl.String).to_list(), _numbers(table, column))

    @property
    def cells(self) -> tuple[Places, Places]:
        """The places of the values among units and codes; all of them must be known."""
        units = {unit: row for row, unit in enumerate(self.ground.units)}
        codes = {code: place for place, code in enumerate(self.ground.edition.codes)}
        rows, columns = [units[unit] for unit in self.units], [codes[node] for node in self.nodes]
        return np.array(rows, dtype=np.intp), np.array(columns, dtype=np.intp)

    def faults(self) -> Iterator[Problem]:
        """Units and nodes that are unknown, each once, and text that is no number."""
        for kind, written, known in (
            (told.UNKNOWN_UNIT, self.units, self.ground.units),
            (told.UNKNOWN_NODE, self.nodes, self.ground.edition.codes),
        ):
            for name in dict.fromkeys(written):
                if name not in known:
                    close = difflib.get_close_matches(name, known) or known[:5]
                    yield kind(given=name, wanted=", ".join(close))
        for unit, node, text, number in zip(self.units, self.nodes, self.texts, self.numbers.tolist(), strict=True):
            if not np.isfinite(number):
                yield told.NOT_A_NUMBER(where=f"{unit}, {node}", given=text or "")

    def given_twice(self, replicates: list[str]) -> Iterator[Problem]:
        """The cells of which there are several numbers, within a replicate where there are any."""
        counts = Counter(zip(replicates, self.units, self.nodes, strict=True))
        for cell, count in counts.items():
            if count > 1:
                yield told.ERROR_TWICE(where=", ".join(filter(None, cell)), given=count)


def _numbers(table: pl.DataFrame, column: str) -> Floats:
    return table[column].cast(pl.Float64, strict=False).to_numpy().astype(np.float64)


def _lacking(values: Floats, replicates: list[str], ground: Ground) -> list[Problem]:
    """The replicates that lack a value that others have."""
    lacks = np.isnan(values) & ~np.isnan(values).all(axis=0)
    return [
        told.REPLICATE_LACKS(where=replicates[place], given=f"{ground.units[row]}, {ground.edition.codes[column]}")
        for place, row, column in np.argwhere(lacks).tolist()
    ]


def _scales(table: pl.DataFrame, names: list[str], replicates: list[str]) -> Floats:
    """The scale of each replicate."""
    if SCALE not in table.columns:
        return np.full(len(replicates), 1 / max(len(replicates) - 1, 1))
    written: dict[str, set[float]] = {}
    for name, scale in zip(names, _numbers(table, SCALE).tolist(), strict=True):
        written.setdefault(name, set()).add(scale)
    _stop_at([told.BAD_SCALE(where=name) for name, scales in written.items() if len(scales) > 1 or min(scales) < 0])
    _stop_at([told.BAD_SCALE(where=name) for name, scales in written.items() if not np.isfinite(list(scales)).all()])
    return np.array([next(iter(written[name])) for name in replicates])


def _stop_at(faults: list[Problem]) -> None:
    if faults:
        raise ProblemError(faults)
