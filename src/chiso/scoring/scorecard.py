"""The result of scoring: a row for each unit and node, and the trace of any of them on demand."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl

from chiso.frameworks import Edition, Rule
from chiso.legal import Dated
from chiso.problems import Text
from chiso.scoring import _problems as told
from chiso.scoring import band
from chiso.scoring.observations import Status
from chiso.scoring.rounding import half_up
from chiso.scoring.trace import Trace, TraceInput
from chiso.scoring.weigh import weights


@dataclass(frozen=True, slots=True, eq=False)
class Scorecard:
    """Scores of all units by one edition.

    frame:        unit, node, score (unrounded; decimal where the edition counts points), scale (its maximum),
                  rank, rank_of, band (its code), observed_share (0–1)
    observations: what went in, as checked
    rules:        the rule in force of every node that the data did not give
    """

    edition: Edition
    as_of: date | None
    observations: pl.DataFrame
    rules: Mapping[str, Dated[Rule]]
    frame: pl.DataFrame

    @property
    def units(self) -> list[str]:
        """The units in the order of the data."""
        return self.frame["unit"].unique(maintain_order=True).to_list()

    def row(self, unit: str, node: str) -> dict[str, Any]:
        """The row of a unit and a node.

        Raises ProblemError scoring.no_such_unit or scoring.unknown_code.
        """
        rows = self.frame.filter((pl.col("unit") == unit) & (pl.col("node") == node))
        if rows.is_empty():
            self._explain_absence(unit, node)
        return rows.row(0, named=True)

    def trace(self, unit: str, node: str | None = None) -> Trace:
        """How the score of a unit came about; of the headline where no node is asked for."""
        code = self.edition.headline.code if node is None else node
        row = self.row(unit, code)
        stated = band.rule_for(self.edition, code, self.as_of)
        score: Decimal | float | None = row["score"]
        return Trace(
            edition=self.edition,
            unit=unit,
            node=self.edition.node(code),
            as_of=self.as_of,
            score=score,
            printed=None if score is None else half_up(score, self.edition.decimals),
            rank=row["rank"],
            rank_of=row["rank_of"],
            band=None if row["band"] is None or stated is None else stated.value.name(row["band"]),
            band_rule=stated,
            rule=self.rules.get(code),
            inputs=self._inputs(unit, code),
            status=self._status(unit, code),
        )

    def band_name(self, node: str, code: str | None) -> Text | None:
        """The name of a band that stands in the frame."""
        stated = band.rule_for(self.edition, node, self.as_of)
        return None if code is None or stated is None else stated.value.name(code)

    def _inputs(self, unit: str, code: str) -> tuple[TraceInput, ...]:
        rule = self.rules.get(code)
        shown = set(self.frame["node"].unique())
        given = weights(rule.value) if rule and rule.value.is_computed else {}
        return tuple(
            TraceInput(
                child, self.row(unit, child.code)["score"], self._status(unit, child.code), given.get(child.code)
            )
            for child in self.edition.children(code)
            if child.code in shown
        )

    def _status(self, unit: str, code: str) -> Status:
        """How the value of a node came about; a computed one counts as observed where it has a score."""
        found = self.observations.filter((pl.col("unit") == unit) & (pl.col("node") == code))["status"]
        rule = self.rules.get(code)
        if len(found) and not (rule and rule.value.is_computed):
            return Status(found[0])
        return Status.MISSING if self.row(unit, code)["score"] is None else Status.OBSERVED

    def _explain_absence(self, unit: str, node: str) -> None:
        units = self.units
        if unit not in units:
            close = difflib.get_close_matches(unit, units, cutoff=0.4) or units[:5]
            told.NO_SUCH_UNIT.stop(given=unit, wanted=", ".join(close))
        told.UNKNOWN_CODE.stop(given=node, wanted=", ".join(self.frame["node"].unique(maintain_order=True)))
