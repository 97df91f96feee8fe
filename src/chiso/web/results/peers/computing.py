"""The whole of every unit of a table, computed from its components, beside what was announced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from chiso.frameworks import Edition
from chiso.problems import ProblemError
from chiso.web.results.computations import inputs_known
from chiso.web.results.peers.values import Table

if TYPE_CHECKING:
    from chiso.scoring import Scorecard

_HALF = Decimal("0.5")
_KEPT = 32
_Cells = tuple[tuple[str, str, float], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A unit's whole as announced and as computed; `differs` where rounding does not explain the difference."""

    announced: Decimal | None
    computed: Decimal | None
    difference: Decimal | None
    differs: bool


@dataclass(frozen=True, slots=True)
class Check:
    """All units compared; `letters` tell why nothing could be computed."""

    units: Mapping[str, Compared]
    letters: tuple[tuple[str, str], ...] = ()
    sentence: str = ""

    @property
    def different(self) -> int:
        """How many units differ by more than rounding."""
        return sum(each.differs for each in self.units.values())

    @property
    def compared(self) -> int:
        """Of how many units both figures are known."""
        return sum(each.difference is not None for each in self.units.values())

    @property
    def largest(self) -> Decimal:
        """The largest difference."""
        return max(
            (abs(each.difference) for each in self.units.values() if each.difference is not None), default=Decimal(0)
        )


def check(table: Table, language: str) -> Check:
    """Compute every unit's whole by the rule of the table's edition and year."""
    edition = table.heading.rules
    try:
        card = scored(table, edition)
    except ProblemError as error:
        return Check({}, tuple((each.message(language), each.remedy(language)) for each in error.problems))
    computed = {row["unit"]: row["score"] for row in card.frame.iter_rows(named=True) if row["node"] == table.headline}
    units = {row.unit: compared(row.scores.get(table.headline), computed.get(row.unit), edition) for row in table.rows}
    if not any(each.computed is not None for each in units.values()):
        return Check({})
    return Check(units, sentence=_sentence(card, language))


def scored(table: Table, edition: Edition, code: str = "") -> Scorecard:
    """The scorecard of what is known nearest below a node, the whole unless told; that itself left out. Raises ProblemError."""
    codes = inputs_known(edition, code or edition.headline.code, table.columns)
    cells = tuple(
        (row.unit, code, float(row.scores[code])) for row in table.rows for code in codes if code in row.scores
    )
    return _scored(cells, table.heading.year, edition)


@lru_cache(maxsize=_KEPT)
def _scored(cells: _Cells, year: int, edition: Edition) -> Scorecard:
    import polars as pl  # noqa: PLC0415 - frames are needed on a few pages, not in every server process

    from chiso.scoring import score  # noqa: PLC0415 - the same

    day = date(min(max(year, edition.first_year), edition.last_year), 12, 31)
    observations = pl.DataFrame(list(cells), schema=["unit", "node", "value"], orient="row")
    return score(edition, observations, as_of=day)


def compared(announced: Decimal | None, computed: Decimal | float | None, edition: Edition) -> Compared:
    """Set a computed score beside the announced one."""
    made = None if computed is None else Decimal(str(computed))
    if announced is None or made is None:
        return Compared(announced, made, None, differs=False)
    difference = announced - made
    return Compared(announced, made, difference, differs=abs(difference) > Decimal(1).scaleb(-edition.decimals) * _HALF)


def _sentence(card: Scorecard, language: str) -> str:
    """How the whole is made, as the trace of the first unit with one tells it."""
    unit = next((row["unit"] for row in card.frame.iter_rows(named=True) if row["score"] is not None), None)
    if unit is None:
        return ""
    return next(iter(replace(card.trace(unit), printed=None).lines(language)[1:]), "")
