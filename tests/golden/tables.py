"""The published tables beside the checkout."""

from pathlib import Path

import polars as pl

from chiso.scoring import read_csv


def table(shared: Path, name: str) -> pl.DataFrame:
    """A table of ../shared/tables, all columns as text."""
    path = shared / "tables" / name
    return read_csv(path.read_bytes(), path.name)
