"""Where results go: to the terminal or into a file."""

from __future__ import annotations

from pathlib import Path

import typer

from chiso.cli import _problems
from chiso.cli.options import ResultFormat


def by_ending(out: Path | None) -> ResultFormat:
    """The format that the name of a file asks for, else a table."""
    endings = {".csv": ResultFormat.CSV, ".json": ResultFormat.JSON}
    return endings.get(out.suffix.lower(), ResultFormat.TABLE) if out else ResultFormat.TABLE


def deliver(text: str, out: Path | None) -> None:
    """Write to a file, or to the terminal where none is named. Raises ProblemError where the file cannot be written."""
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        _problems.CANNOT_WRITE.stop(where=str(out), given=error.strerror)
