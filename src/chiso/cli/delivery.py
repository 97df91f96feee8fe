"""Where results go: to the terminal or into a file."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import typer

from chiso.cli import _problems
from chiso.cli.options import ResultFormat

_ENDINGS: Final = {
    ".csv": ResultFormat.CSV,
    ".json": ResultFormat.JSON,
    ".txt": ResultFormat.TABLE,
    "": ResultFormat.TABLE,
}


def form_of(chosen: ResultFormat | None, out: Path | None) -> ResultFormat:
    """The format that is asked for, or that the name of the file says; a table where none is named.

    Raises ProblemError cli.not_results_so where the name promises what is not written: a workbook, a document.
    """
    check_ending(out, list(ResultFormat))
    if chosen is not None or out is None:
        return chosen or ResultFormat.TABLE
    return _ENDINGS[out.suffix.lower()]


def check_ending(out: Path | None, forms: list[ResultFormat]) -> None:
    """Refuse a file whose name promises another form; any name without an ending will do.

    Raises ProblemError cli.not_results_so.
    """
    may = [ending for ending, form in _ENDINGS.items() if form in forms or not ending]
    if out is not None and out.suffix.lower() not in may:
        _problems.NOT_RESULTS_SO.stop(given=out.name, wanted=", ".join(filter(None, may)))


def deliver(text: str, out: Path | None) -> None:
    """Write to a file, or to the terminal where none is named. Raises ProblemError where the file cannot be written."""
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        _problems.CANNOT_WRITE.stop(where=str(out), given=error.strerror)
