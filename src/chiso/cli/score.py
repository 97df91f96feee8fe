"""`chiso score` and `chiso explain`: results out of a table of observations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from chiso.cli import _problems
from chiso.cli.language import language
from chiso.problems import ProblemError

if TYPE_CHECKING:
    from chiso.frameworks import Edition
    from chiso.scoring import Scorecard


class ResultFormat(StrEnum):
    """How results are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class Language(StrEnum):
    """The languages of an explanation."""

    VI = "vi"
    EN = "en"


EditionKey = Annotated[str, typer.Argument(metavar="FRAMEWORK/EDITION", help="phiên bản, như pci/2013-2021 / edition")]
DataFile = Annotated[
    Path,
    typer.Argument(metavar="DATA.csv", help="số liệu, dạng dài hoặc rộng / observations", exists=True, dir_okay=False),
]
AsOf = Annotated[
    datetime | None, typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="ngày áp dụng quy định / day of the rules")
]
UnitColumn = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="cột ghi tên đơn vị, mặc định của phiên bản / column of the units"),
]
History = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="số liệu các năm trước, có cột period / earlier years, with a column period",
        exists=True,
        dir_okay=False,
    ),
]
Ignored = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="COLUMN", help="cột bỏ qua, ghi nhiều lần được / column to leave out, repeatable"),
]
PackFolder = Annotated[
    Path | None,
    typer.Option(
        metavar="FOLDER", help="thư mục bộ chỉ số riêng / folder of your own packs", exists=True, file_okay=False
    ),
]


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table says who its units are, and what in it to leave out."""

    unit_column: str | None
    ignored: list[str]


def score(  # noqa: PLR0913 - each is an option of the command
    edition: EditionKey,
    data: DataFile,
    *,
    as_of: AsOf = None,
    format: Annotated[  # noqa: A002 - the option's name
        ResultFormat | None,
        typer.Option(
            help="mặc định theo đuôi tệp --out, không có thì table / default: by the ending of --out, else table"
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="ghi vào tệp / write to a file", dir_okay=False)
    ] = None,
    unit_column: UnitColumn = None,
    ignore: Ignored = None,
    pack: PackFolder = None,
    history: History = None,
) -> None:
    """Tính điểm, xếp hạng, xếp loại. / Score, rank and band."""
    from chiso.cli import scorecard_output  # noqa: PLC0415 - keeps `chiso --help` quick

    card = _scorecard(_edition(edition, pack), data, history, _day(as_of), Layout(unit_column, ignore or []))
    form = format or _by_ending(out)
    if form is ResultFormat.TABLE:
        text = scorecard_output.as_table(card, language(), to_file=out is not None)
    else:
        text = scorecard_output.as_csv(card) if form is ResultFormat.CSV else scorecard_output.as_json(card)
    _deliver(text, out)


def explain(  # noqa: PLR0913 - each is an option of the command
    edition: EditionKey,
    data: DataFile,
    *,
    unit: Annotated[str, typer.Option(metavar="U", help="đơn vị / unit")],
    node: Annotated[
        str | None,
        typer.Option(metavar="N", help="mã chỉ số, mặc định là chỉ số tổng hợp / code, default: the headline"),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="vi | en")] = None,
    as_of: AsOf = None,
    unit_column: UnitColumn = None,
    ignore: Ignored = None,
    pack: PackFolder = None,
    history: History = None,
) -> None:
    """Giải thích một điểm số được tính ra như thế nào. / Explain how a score came about."""
    card = _scorecard(_edition(edition, pack), data, history, _day(as_of), Layout(unit_column, ignore or []))
    try:
        trace = card.trace(unit, node)
    except ProblemError as error:
        _refuse(error)
    typer.echo("\n".join(trace.lines(lang.value if lang else language())))


def _edition(key: str, pack: Path | None) -> Edition:
    from chiso import packs  # noqa: PLC0415 - keeps `chiso --help` quick

    library = packs.built_in() if pack is None else packs.Library(pack, base=packs.built_in())
    if key not in library:
        try:
            library.load(key)
        except ProblemError as error:
            _refuse(error)
    return library.load(key)


def _scorecard(edition: Edition, data: Path, history: Path | None, day: date | None, layout: Layout) -> Scorecard:
    from chiso import scoring  # noqa: PLC0415 - keeps `chiso --help` quick

    unit_column, ignore = layout.unit_column, layout.ignored
    table = scoring.read_csv(data.read_bytes(), data.name)
    observations = scoring.read(table, edition, unit_column=unit_column, ignore=ignore)
    earlier = {}
    if history is not None:
        past = scoring.read_csv(history.read_bytes(), history.name)
        earlier = scoring.read_history(past, edition, unit_column=unit_column, ignore=ignore)
    return scoring.score(edition, observations, as_of=day, history=earlier)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _by_ending(out: Path | None) -> ResultFormat:
    endings = {".csv": ResultFormat.CSV, ".json": ResultFormat.JSON}
    return endings.get(out.suffix.lower(), ResultFormat.TABLE) if out else ResultFormat.TABLE


def _deliver(text: str, out: Path | None) -> None:
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        _problems.CANNOT_WRITE.stop(where=str(out), given=error.strerror)


def _refuse(error: ProblemError) -> NoReturn:
    """Tell the problems of a wrong use and leave with its exit code."""
    from chiso.cli.main import tell  # noqa: PLC0415 - main imports this module

    for problem in error.problems:
        tell(problem)
    raise typer.Exit(2)
