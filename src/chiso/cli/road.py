"""`chiso road`: what a target needs, how likely it is, and the way of least effort to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from chiso.cli.language import language
from chiso.cli.score import (
    AsOf,
    DataFile,
    EditionKey,
    Ignored,
    Layout,
    PackFolder,
    UnitColumn,
    _day,
    _edition,
)
from chiso.cli.uncertainty import Draws, Seed

if TYPE_CHECKING:
    import polars as pl

    from chiso.frameworks import Edition
    from chiso.robustness import road as roads
    from chiso.scoring import Scorecard

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants: a unit, a rank or a total, and how sure of it."""

    unit: str
    rank: int | None
    score: float | None
    chance: float | None


@dataclass(frozen=True, slots=True)
class Tables:
    """The table that is asked about and those of earlier years, of one edition and layout."""

    edition: Edition
    layout: Layout
    files: list[Path]

    def card(self, file: Path, day: date | None) -> Scorecard:
        """The scorecard of a table; columns to ignore need stand in one of the tables only."""
        from chiso import scoring  # noqa: PLC0415 - keeps `chiso --help` quick

        table = self._read(file)
        here = [name for name in self.layout.ignored if name in table.columns or not self._anywhere(name)]
        observations = scoring.read(table, self.edition, unit_column=self.layout.unit_column, ignore=here)
        return scoring.score(self.edition, observations, as_of=day or self._last_day(file))

    def moves(self, start: roads.Start) -> roads.Moves:
        """The moves between the years of all tables."""
        from chiso import packs  # noqa: PLC0415 - keeps `chiso --help` quick
        from chiso.robustness import road as roads  # noqa: PLC0415 - see above
        from chiso.robustness._problems import NO_YEAR  # noqa: PLC0415 - see above

        years = {}
        for file in self.files:
            day = start.on if file == self.files[0] else self._last_day(file)
            if day is None:
                NO_YEAR.stop(given=file.name)
            earlier = file != self.files[0]
            years[day.year] = roads.Start.of(self.card(file, day), start.levers) if earlier else start
        names = {name: each.name for each in packs.provinces() for name in (each.english, *each.aliases)}
        return roads.learnt(years, names)

    def _last_day(self, file: Path) -> date | None:
        """The last day of the year that a table is of, by its column period or its name."""
        table = self._read(file)
        written = str(table["period"][0]) if "period" in table.columns and len(table) else ""
        found = _YEAR.findall(written) or _YEAR.findall(file.stem)
        return date(int(found[-1]), 12, 31) if found else None

    def _anywhere(self, name: str) -> bool:
        return any(name in self._read(file).columns for file in self.files)

    @staticmethod
    def _read(file: Path) -> pl.DataFrame:
        from chiso import scoring  # noqa: PLC0415 - keeps `chiso --help` quick

        return scoring.read_table(file.read_bytes(), file.name)


def road(  # noqa: PLR0913 - each is an option of the command
    edition: EditionKey,
    data: DataFile,
    *,
    unit: Annotated[str, typer.Option(metavar="U", help="đơn vị / unit")],
    rank: Annotated[int | None, typer.Option(metavar="N", help="thứ hạng muốn đạt / rank to be reached")] = None,
    score: Annotated[float | None, typer.Option(metavar="X", help="tổng điểm muốn đạt / total to be reached")] = None,
    past: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="CSV",
            help="bảng của một năm trước, ghi nhiều lần / table of an earlier year, repeatable",
            exists=True,
        ),
    ] = None,
    effort: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="công sức: node,effort,most,step,lead / efforts", exists=True, dir_okay=False
        ),
    ] = None,
    lead: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=MAX", help="công sức tối đa của đơn vị chủ trì / the most that a lead unit can take on"
        ),
    ] = None,
    step: Annotated[float, typer.Option(help="mức tăng để xem giá trị / step whose worth is told")] = 0.1,
    chance: Annotated[
        float | None,
        typer.Option(
            metavar="P", help="tìm tổng điểm đạt hạng với xác suất này / aim at the total that gives the rank so surely"
        ),
    ] = None,
    drift: Annotated[
        bool,
        typer.Option(
            "--drift",
            help="cả bảng cùng tăng giảm như các năm trước; mặc định là không / the table as a whole moves as it did",
        ),
    ] = False,
    draws: Draws = 10000,
    seed: Seed = 1,
    as_of: AsOf = None,
    unit_column: UnitColumn = None,
    ignore: Ignored = None,
    pack: PackFolder = None,
) -> None:
    """Lộ trình đến mục tiêu: cần bao nhiêu điểm, khả năng đạt, cách ít công sức nhất. / The road to a target."""
    import numpy as np  # noqa: PLC0415 - keeps `chiso --help` quick

    from chiso.robustness import road as roads  # noqa: PLC0415 - see above
    from chiso.robustness._problems import RANK_OR_SCORE  # noqa: PLC0415 - see above
    from chiso.robustness.road import telling  # noqa: PLC0415 - see above

    if (rank is None) == (score is None):
        RANK_OR_SCORE.stop()
    tables = Tables(_edition(edition, pack), Layout(unit_column, ignore or []), [data, *(past or [])])
    start = roads.Start.of(tables.card(data, _day(as_of)))
    asked, speech = Asked(unit, rank, score, chance), language()
    moves = tables.moves(start) if past else None
    next_years = [
        roads.future(start, unit, moves, draws, np.random.default_rng(seed), drifts=drifts)
        for drifts in (drift, not drift)
        if moves is not None
    ]
    target, lines = _target(start, asked, next_years, speech)
    lines += ["", *telling.worth_lines(roads.worth(start, unit, step), speech)]
    if moves is not None:
        lines += ["", *telling.moves_lines(moves, speech)]
        lines += _prospects(next_years, rank, speech) if rank is not None else []
    moving = drift and chance is not None  # against a table that stays, nothing comes of itself
    efforts = roads.even(start, unit) if moves is None else roads.from_moves(start, unit, moves, drift=moving)
    if effort is not None:
        efforts = roads.said(efforts, _said(effort))
    lines += ["", *telling.ways_lines(roads.ways(start, unit, target, efforts, _leads(lead or [])), speech)]
    typer.echo("\n".join(lines))


def _target(start: roads.Start, asked: Asked, next_years: list[roads.Future], speech: str) -> tuple[float, list[str]]:
    """The total to be reached, and how it follows from what was asked for."""
    from chiso.robustness import road as roads  # noqa: PLC0415 - keeps `chiso --help` quick
    from chiso.robustness.road import telling  # noqa: PLC0415 - see above

    if asked.score is not None:
        return asked.score, telling.stands_lines(roads.stands(start, asked.unit), asked.unit, speech)
    rank = asked.rank or 1
    need = roads.needed(start, asked.unit, rank)
    lines = telling.need_lines(need, asked.unit, speech)
    if asked.chance is not None and next_years:
        return next_years[0].enough(rank, asked.chance), lines
    return (need.now.total if need.total is None else need.total), lines


def _prospects(next_years: list[roads.Future], rank: int, speech: str) -> list[str]:
    """What the rank needs against peers that move, the table drifting as it did or staying."""
    from chiso.robustness.road import telling  # noqa: PLC0415 - keeps `chiso --help` quick

    chosen, other = next_years
    totals = [chosen.enough(rank, share) for share in _SHARES]
    return [*telling.future_lines(chosen, rank, totals, speech), telling.moving_line(other, rank, speech)]


def _said(file: Path) -> tuple[roads.Said, ...]:
    from chiso import scoring  # noqa: PLC0415 - keeps `chiso --help` quick
    from chiso.robustness import road as roads  # noqa: PLC0415 - see above

    return roads.read_efforts(scoring.read_table(file.read_bytes(), file.name))


def _leads(written: list[str]) -> dict[str, float]:
    from chiso.robustness._problems import BAD_PAIR  # noqa: PLC0415 - keeps `chiso --help` quick

    found = {}
    for pair in written:
        name, _, most = pair.rpartition("=")
        try:
            found[name] = float(most)
        except ValueError:
            BAD_PAIR.stop(given=pair, wanted="NAME=MAX")
    return found
