"""`chiso score` and `chiso explain`: results out of a table of observations."""

from __future__ import annotations

from typing import Annotated

import typer

from chiso.cli.delivery import deliver, form_of
from chiso.cli.language import language
from chiso.cli.observations import Asked, Layout, refuse, scorecard
from chiso.cli.options import (
    AsOf,
    DataFile,
    EditionKey,
    Format,
    History,
    Ignored,
    Language,
    NodeCode,
    OutFile,
    PackFolder,
    ResultFormat,
    UnitColumn,
    UnitName,
)
from chiso.problems import ProblemError


def score(  # noqa: PLR0913 - each is an option of the command
    edition: EditionKey,
    data: DataFile,
    *,
    as_of: AsOf = None,
    format: Format = None,  # noqa: A002 - the option's name
    out: OutFile = None,
    unit_column: UnitColumn = None,
    ignore: Ignored = None,
    pack: PackFolder = None,
    history: History = None,
) -> None:
    """Tính điểm, xếp hạng, xếp loại. / Score, rank and band."""
    from chiso.cli import score_notes, scorecard_output  # noqa: PLC0415 - keeps `chiso --help` quick

    form = form_of(format, out)
    card = scorecard(Asked(edition, data, Layout(unit_column, ignore or []), as_of, pack, history))
    if form is ResultFormat.TABLE:
        text = scorecard_output.as_table(card, language(), to_file=out is not None)
    else:
        text = scorecard_output.as_csv(card) if form is ResultFormat.CSV else scorecard_output.as_json(card)
    deliver(text, out)
    for note in score_notes.notes(card, language()):
        typer.echo(note, err=True)


def explain(  # noqa: PLR0913 - each is an option of the command
    edition: EditionKey,
    data: DataFile,
    *,
    unit: UnitName,
    node: NodeCode = None,
    lang: Annotated[Language | None, typer.Option(help="vi | en")] = None,
    as_of: AsOf = None,
    unit_column: UnitColumn = None,
    ignore: Ignored = None,
    pack: PackFolder = None,
    history: History = None,
) -> None:
    """Giải thích một điểm số được tính ra như thế nào. / Explain how a score came about."""
    card = scorecard(Asked(edition, data, Layout(unit_column, ignore or []), as_of, pack, history))
    try:
        trace = card.trace(unit, node)
    except ProblemError as error:
        refuse(error)
    typer.echo("\n".join(trace.lines(lang.value if lang else language())))
