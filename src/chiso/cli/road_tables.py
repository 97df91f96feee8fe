"""The tables of `chiso road`: the year that is asked about, and the years before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from chiso.cli.observations import Layout

if TYPE_CHECKING:
    import polars as pl

    from chiso.frameworks import Edition
    from chiso.robustness import road as roads
    from chiso.scoring import Scorecard

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


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

    def moves(self, start: roads.Start) -> roads.Moves | None:
        """The moves between the years of all tables; None where there is one table only."""
        from chiso import packs  # noqa: PLC0415 - keeps `chiso --help` quick
        from chiso.robustness import road as roads  # noqa: PLC0415 - see above
        from chiso.robustness._problems import NO_YEAR  # noqa: PLC0415 - see above

        first, *earlier = self.files
        years = {}
        for file in self.files if earlier else ():
            day = start.on if file == first else self._last_day(file)
            if day is None:
                NO_YEAR.stop(given=file.name)
            years[day.year] = start if file == first else roads.Start.of(self.card(file, day), start.levers)
        names = {name: each.name for each in packs.provinces() for name in (each.english, *each.aliases)}
        return roads.learnt(years, names) if years else None

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
