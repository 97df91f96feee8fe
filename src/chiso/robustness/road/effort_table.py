"""What an office says of its efforts, in a table: a row a component."""

from __future__ import annotations

from typing import Any, Final

import polars as pl

from chiso.problems import ProblemError
from chiso.robustness import _problems as told
from chiso.robustness.road.effort import Said

COLUMNS: Final = ("node", "effort", "most", "step", "lead")


def read_efforts(table: pl.DataFrame) -> tuple[Said, ...]:
    """The rows of a table with the columns node, effort, most, step, lead; all but node may be absent or empty.

    Raises ProblemError with every unknown column and every text that is no number.
    """
    faults = [
        told.EFFORT_COLUMN(given=name, wanted=", ".join(COLUMNS)) for name in table.columns if name not in COLUMNS
    ]
    if "node" not in table.columns:
        faults.append(told.EFFORT_COLUMN(given="–", wanted="node"))
    rows = table.to_dicts()
    for name in ("effort", "most", "step"):
        faults += [
            told.NOT_A_NUMBER(where=f"{row.get('node')}, {name}", given=row[name])
            for row in rows
            if row.get(name) and _number(row[name]) is None
        ]
    if faults:
        raise ProblemError(faults)
    return tuple(
        Said(
            code=str(row["node"]).strip(),
            effort=_number(row.get("effort")),
            most=_number(row.get("most")),
            step=_number(row.get("step")),
            lead=(row.get("lead") or "").strip() or None,
        )
        for row in rows
    )


def _number(written: Any) -> float | None:  # noqa: ANN401 - what stands in a cell
    try:
        return None if written in {None, ""} else float(written)
    except ValueError:
        return None
