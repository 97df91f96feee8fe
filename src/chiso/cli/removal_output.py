"""What leaving out each component does, as a frame, JSON or a table on a terminal."""

from __future__ import annotations

import io
import json

import polars as pl
from rich import box
from rich.console import Console
from rich.table import Table

from chiso.frameworks import Edition
from chiso.robustness import Removal
from chiso.robustness.wording import number

_FILE_WIDTH = 200
_OF_MEANS = 2
_HEADS = {
    "vi": ("Bỏ", "Tên", "Số hạng thay đổi bình quân", "Thay đổi nhiều nhất"),
    "en": ("Without", "Name", "Mean change of rank", "Greatest change"),
}


def as_json(found: Removal) -> str:
    """An object a component left out and unit."""
    return json.dumps(found.shifts().to_dicts(), ensure_ascii=False, indent=1) + "\n"


def as_table(found: Removal, edition: Edition, language: str, *, to_file: bool) -> str:
    """A row a component left out, the one on which the ranks hang most first; with the unit that moves most."""
    stream = io.StringIO()
    table = Table(box=box.SIMPLE_HEAD)
    for head in _HEADS["en" if language == "en" else "vi"]:
        table.add_column(head)
    table.columns[_OF_MEANS].justify = "right"
    means = dict(zip(found.codes, found.shift.tolist(), strict=True))
    moves = found.shifts().drop_nulls("change").sort(pl.col("change").abs(), descending=True, maintain_order=True)
    for code in sorted(means, key=lambda each: -means[each]):
        most = moves.filter(pl.col("without") == code).row(0, named=True)
        name = edition.name_of(code).in_language(language)
        table.add_row(code, name, number(means[code], 2, language), _move(most["unit"], most["rank"], most["change"]))
    Console(file=stream, width=_FILE_WIDTH if to_file else None).print(table)
    return stream.getvalue()


def _move(unit: str, rank: int, change: int) -> str:
    """“A: 3 → 5”."""
    return f"{unit}: {rank - change} → {rank}" if change else "–"
