"""Intervals of scores and ranks as a frame, JSON or a table on a terminal."""

from __future__ import annotations

import io
import json

import polars as pl
from rich import box
from rich.console import Console
from rich.table import Table

from chiso.robustness import Uncertainty
from chiso.robustness.wording import number, percent

_FILE_WIDTH = 200
_HEADS = {
    "vi": ("Hạng", "Đơn vị", "Điểm", "5%", "95%", "Hạng 5%", "Trung vị", "95%"),
    "en": ("Rank", "Unit", "Score", "5%", "95%", "Rank 5%", "Median", "95%"),
}


def frame(found: Uncertainty, place: int | None) -> pl.DataFrame:
    """A row a unit, with the probability of a place and of each stated band."""
    table = found.intervals()
    if place is not None:
        table = table.with_columns(pl.Series(f"at_or_above_{place}", found.at_or_above(place)).fill_nan(None))
    bands = found.bands().drop("unit")
    return table.hstack(bands.rename({code: f"band_{code}" for code in bands.columns})) if bands.width else table


def as_json(table: pl.DataFrame) -> str:
    """An object a row."""
    return json.dumps(table.to_dicts(), ensure_ascii=False, indent=1) + "\n"


def as_table(found: Uncertainty, place: int | None, language: str, *, to_file: bool) -> str:
    """A row a unit, best first."""
    stream = io.StringIO()
    table = Table(box=box.SIMPLE_HEAD)
    for head in _HEADS["en" if language == "en" else "vi"]:
        table.add_column(head, justify="left" if head in {"Đơn vị", "Unit"} else "right", no_wrap=True)
    if place is not None:
        table.add_column(f"≤ {place}", justify="right")
    decimals = found.ground.edition.decimals
    rows = frame(found, place).sort("rank", nulls_last=True, maintain_order=True)
    for row in rows.iter_rows(named=True):
        scores = [_number(row[name], decimals, language) for name in ("score", "score_low", "score_high")]
        ranks = [_number(row[name], 0, language) for name in ("rank_low", "rank_median", "rank_high")]
        share = [] if place is None else [_percent(row[f"at_or_above_{place}"], language)]
        table.add_row(_number(row["rank"], 0, language), row["unit"], *scores, *ranks, *share)
    Console(file=stream, width=_FILE_WIDTH if to_file else None).print(table)
    return stream.getvalue()


def _number(value: float | None, decimals: int, language: str) -> str:
    return "–" if value is None else number(value, decimals, language)


def _percent(share: float | None, language: str) -> str:
    return "–" if share is None else percent(share, language)
