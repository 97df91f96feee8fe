"""A scorecard as CSV, JSON or a table on a terminal."""

from __future__ import annotations

import io
import json

import polars as pl
from rich import box
from rich.console import Console
from rich.table import Table

from chiso.scoring import Scorecard, half_up

_FILE_WIDTH = 200
_WIDTH_OF_NAMES, _WIDTH_OF_SCORE = 60, 9


def as_csv(card: Scorecard) -> str:
    """The long result; scores unrounded, bands by their Vietnamese names."""
    return _named(card).with_columns(score=_plain(card)).write_csv()


def as_json(card: Scorecard) -> str:
    """The same, an object a row."""
    rows = _named(card).with_columns(pl.col("score").cast(pl.Float64)).to_dicts()
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def as_table(card: Scorecard, language: str, *, to_file: bool) -> str:
    """A row a unit, best first: rank, headline, band and components as they are printed."""
    stream = io.StringIO()
    console = Console(file=stream, width=_FILE_WIDTH if to_file else None)
    console.print(_table(card, language, room=console.width))
    return stream.getvalue()


def _named(card: Scorecard) -> pl.DataFrame:
    pairs = card.frame.select("node", "band").unique().drop_nulls().rows()
    names = {(node, code): name.vi for node, code in pairs if (name := card.band_name(node, code))}
    bands = [names.get(pair) for pair in card.frame.select("node", "band").rows()]
    return card.frame.with_columns(band=pl.Series(bands, dtype=pl.String))


def _plain(card: Scorecard) -> pl.Expr:
    """Decimals without superfluous zeros; float64 as it is."""
    if card.frame["score"].dtype.is_decimal():
        return pl.col("score").cast(pl.String).str.strip_chars_end("0").str.strip_chars_end(".")
    return pl.col("score")


def _table(card: Scorecard, language: str, *, room: int) -> Table:
    edition, decimals = card.edition, card.edition.decimals
    shown = [node for node in edition.components if node.code in card.frame["node"]]
    components = shown if _WIDTH_OF_NAMES + _WIDTH_OF_SCORE * len(shown) <= room else []
    heads = ("Hạng", "Đơn vị", "Xếp loại") if language == "vi" else ("Rank", "Unit", "Band")
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column(heads[0], justify="right")
    table.add_column(heads[1], no_wrap=True)
    table.add_column(edition.headline.name.in_language(language), justify="right")
    table.add_column(heads[2])
    for node in components:
        table.add_column(node.code, justify="right")
    headline = card.frame.filter(pl.col("node") == edition.headline.code).sort(
        "rank", nulls_last=True, maintain_order=True
    )
    shares = _shares(headline)
    if shares:
        table.add_column("Số liệu" if language == "vi" else "Data", justify="right")
    by_unit = card.frame.partition_by("unit", as_dict=True)
    for row in headline.iter_rows(named=True):
        scores = dict(by_unit[(row["unit"],)].select("node", "score").rows())
        band = card.band_name(edition.headline.code, row["band"])
        table.add_row(
            "–" if row["rank"] is None or row["rank_of"] == 1 else str(row["rank"]),
            row["unit"],
            _shown(row["score"], decimals, language),
            "–" if band is None else band.in_language(language),
            *(_shown(scores[node.code], decimals, language) for node in components),
            *([shares[row["unit"]]] if shares else []),
        )
    return table


def _shares(headline: pl.DataFrame) -> dict[str, str]:
    """How much of each unit's total was observed, in percent; empty where every total rests on all of it."""
    scored = headline.filter(pl.col("score").is_not_null())
    if not (scored["observed_share"] < 1).any():
        return {}
    rows = headline.select("unit", "observed_share").rows()
    return {unit: "–" if share is None else _percent(share) for unit, share in rows}


def _percent(share: float) -> str:
    """A share in percent; only the whole is 100%.

    >>> _percent(0.999), _percent(1.0)
    ('99%', '100%')
    """
    return "100%" if share >= 1 else f"{min(int(half_up(100 * share, 0)), 99)}%"


def _shown(score: float | None, decimals: int, language: str) -> str:
    if score is None:
        return "–"
    text = str(half_up(score, decimals))
    return text.replace(".", ",") if language == "vi" else text
