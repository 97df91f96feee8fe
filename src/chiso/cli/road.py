"""`chiso road`: what a target needs, how likely it is, and the way of least effort to it."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Annotated

import typer

from chiso.cli.language import language
from chiso.cli.observations import Layout, day_of, edition_of
from chiso.cli.options import AsOf, DataFile, Draws, EditionKey, Ignored, PackFolder, Seed, UnitColumn, UnitName
from chiso.cli.road_tables import Tables
from chiso.problems import ProblemError

Rank = Annotated[int | None, typer.Option(metavar="N", help="thứ hạng muốn đạt / rank to be reached")]
Score = Annotated[float | None, typer.Option(metavar="X", help="tổng điểm muốn đạt / total to be reached")]
Past = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="CSV", help="bảng của một năm trước, ghi nhiều lần / table of an earlier year, repeatable", exists=True
    ),
]
EffortFile = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="công sức: node,effort,most,step,lead / efforts", exists=True, dir_okay=False),
]
Leads = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=MAX", help="công sức tối đa của đơn vị chủ trì / the most that a lead unit can take on"),
]
Points = Annotated[
    list[str] | None,
    typer.Option(
        metavar="[CODE=]STEP",
        help="điểm chỉ tăng theo bước này, của một mã hoặc của mọi chỉ số / points come in steps, of one code or of all",
    ),
]
Promised = Annotated[
    list[str] | None,
    typer.Option(metavar="CODE=SCORE", help="mục tiêu mà kế hoạch hứa, ghi nhiều lần / target of the plan, repeatable"),
]
Step = Annotated[float, typer.Option(help="mức tăng để xem giá trị / step whose worth is told")]
MeasuredStep = Annotated[
    float | None,
    typer.Option(
        metavar="X",
        help="mức tốt lên của mỗi chỉ tiêu, theo đơn vị đo; mặc định một phần mười khoảng cách của bảng / step of indicators",
    ),
]
Chance = Annotated[
    float | None,
    typer.Option(
        metavar="P", help="tìm tổng điểm đạt hạng với xác suất này / aim at the total that gives the rank so surely"
    ),
]
Drift = Annotated[
    bool,
    typer.Option(
        "--drift",
        help="cả bảng cùng tăng giảm như các năm trước; mặc định là không / the table as a whole moves as it did",
    ),
]


def road(  # noqa: PLR0913 - each is an option of the command
    edition: EditionKey,
    data: DataFile,
    *,
    unit: UnitName,
    rank: Rank = None,
    score: Score = None,
    past: Past = None,
    effort: EffortFile = None,
    lead: Leads = None,
    points: Points = None,
    promised: Promised = None,
    step: Step = 0.1,
    measured_step: MeasuredStep = None,
    chance: Chance = None,
    drift: Drift = False,
    draws: Draws = 10000,
    seed: Seed = 1,
    as_of: AsOf = None,
    unit_column: UnitColumn = None,
    ignore: Ignored = None,
    pack: PackFolder = None,
) -> None:
    """Lộ trình đến mục tiêu: cần bao nhiêu điểm, khả năng đạt, cách ít công sức nhất. / The road to a target."""
    from chiso.cli.road_answer import Ahead, Office, Question, answer  # noqa: PLC0415 - keeps `chiso --help` quick
    from chiso.robustness import road as roads  # noqa: PLC0415 - see above
    from chiso.robustness._problems import RANK_OR_SCORE  # noqa: PLC0415 - see above

    if (rank is None) == (score is None):
        RANK_OR_SCORE.stop()
    _check_asked(score, chance, has_past=bool(past), drift=drift)
    tables = Tables(edition_of(edition, pack), Layout(unit_column, ignore or []), [data, *(past or [])])
    card = tables.card(data, day_of(as_of))
    start = roads.Start.of(card)
    moves = tables.moves(start)
    ahead = Ahead() if moves is None else Ahead.of(start, unit, moves, draws, seed, drifts=drift)
    asked = Question(unit, rank, score, chance, step, measured_step, promised or ())
    office = Office(effort, points or (), lead or ())
    typer.echo(answer(card, start, asked, ahead, office, language()))


def _check_asked(score: float | None, chance: float | None, *, has_past: bool, drift: bool) -> None:
    """Refuse what would be left aside without a word, and numbers that are none. Raises ProblemError with all of it."""
    from chiso.robustness import _problems as told  # noqa: PLC0415 - keeps `chiso --help` quick

    faults = [] if score is None or math.isfinite(score) else [told.BAD_TARGET(given=score)]
    if chance is not None:
        faults += [] if 0 < chance < 1 else [told.BAD_PROBABILITY(given=chance)]
        faults += [] if score is None else [told.CHANCE_OF_RANK()]
    for name, is_given in (("--chance", chance is not None), ("--drift", drift)):
        faults += [told.WITHOUT_PAST(given=name)] if is_given and not has_past else []
    if faults:
        raise ProblemError(faults)
