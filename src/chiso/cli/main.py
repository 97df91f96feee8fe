"""The program `chiso`: its commands and how faults reach the person who typed."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from chiso import __version__
from chiso.cli import _problems
from chiso.cli.agency import agency_app
from chiso.cli.check import check
from chiso.cli.compare import compare
from chiso.cli.language import language
from chiso.cli.packs import packs_app
from chiso.cli.read import read
from chiso.cli.road import road
from chiso.cli.score import explain, score
from chiso.cli.serve import demo, serve
from chiso.cli.uncertainty import uncertainty
from chiso.cli.write import write
from chiso.problems import Problem, ProblemError

app = typer.Typer(
    name="chiso",
    help="Chỉ Số: từ kế hoạch đã ký đến bảng điểm đang chạy. / From a signed plan to a running scorecard.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(read)
app.command()(check)
app.command()(write)
app.command()(compare)
app.command()(score)
app.command()(explain)
app.command()(uncertainty)
app.command()(road)
app.command()(serve)
app.command()(demo)
app.add_typer(packs_app, name="packs")
app.add_typer(agency_app, name="agency")


def _show_version(wanted: bool) -> None:  # noqa: FBT001 (Typer calls it so)
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def options(
    *,
    lang: Annotated[str, typer.Option(help="vi | en; để trống thì theo máy / empty: by the locale")] = "",
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True)] = False,  # noqa: ARG001 (the callback answers)
) -> None:
    """Take what holds for every command."""
    if lang:
        os.environ["CHISO_LANG"] = lang


def tell(problem: Problem) -> None:
    """Write one problem to stderr: what is wrong, and what to do."""
    speech = language()
    typer.echo(f"[{problem.code}] {problem.message(speech)}\n    → {problem.remedy(speech)}", err=True)


def run() -> None:
    """Run the command line; exit codes: 0 done, 1 problems found, 2 wrong use."""
    try:
        app()
    except ProblemError as error:
        for problem in error.problems:
            tell(problem)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)
    except Exception as error:
        if not _is_of_configuration(error):
            raise
        tell(_problems.NOT_CONFIGURED(given=error))
        sys.exit(2)


def _is_of_configuration(error: Exception) -> bool:
    """Whether Django refuses its settings; asked without importing Django."""
    exceptions = sys.modules.get("django.core.exceptions")
    return exceptions is not None and isinstance(error, exceptions.ImproperlyConfigured)
