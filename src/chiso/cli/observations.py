"""From the arguments of a command to an edition, a day and a scorecard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from chiso.problems import ProblemError

if TYPE_CHECKING:
    from chiso.frameworks import Edition
    from chiso.scoring import Scorecard


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table says who its units are, and what in it to leave out."""

    unit_column: str | None
    ignored: list[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command that scores a table is given: which edition, out of whose packs, which files, which day."""

    key: str
    data: Path
    layout: Layout
    as_of: datetime | None = None
    pack: Path | None = None
    history: Path | None = None


def scorecard(asked: Asked) -> Scorecard:
    """The scorecard of a table. Raises ProblemError with all that is wrong with it."""
    from chiso import scoring  # noqa: PLC0415 - keeps `chiso --help` quick

    edition, layout = edition_of(asked.key, asked.pack), asked.layout
    table = scoring.read_table(asked.data.read_bytes(), asked.data.name)
    observations = scoring.read(table, edition, unit_column=layout.unit_column, ignore=layout.ignored)
    earlier = {}
    if asked.history is not None:
        past = scoring.read_table(asked.history.read_bytes(), asked.history.name)
        earlier = scoring.read_history(past, edition, unit_column=layout.unit_column, ignore=layout.ignored)
    return scoring.score(edition, observations, as_of=day_of(asked.as_of), history=earlier)


def edition_of(key: str, pack: Path | None) -> Edition:
    """The edition of a key, out of a folder of packs where one is named; ends the program where there is none."""
    from chiso import packs  # noqa: PLC0415 - keeps `chiso --help` quick

    library = packs.built_in() if pack is None else packs.Library(pack, base=packs.built_in())
    if key not in library:
        try:
            library.load(key)
        except ProblemError as error:
            refuse(error)
    return library.load(key)


def day_of(moment: datetime | None) -> date | None:
    """The day of an option that Typer reads as a moment."""
    return None if moment is None else moment.date()


def refuse(error: ProblemError) -> NoReturn:
    """Tell the problems of a wrong use and leave with its exit code."""
    from chiso.cli.main import tell  # noqa: PLC0415 - main imports the commands, which import this module

    for problem in error.problems:
        tell(problem)
    raise typer.Exit(2)
