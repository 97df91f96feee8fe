"""The result of scoring: a row for each unit and node, and the trace of any of them on demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import polars as pl

from chiso.frameworks import Edition, Lacking, Rule, Step
from chiso.legal import Dated
from chiso.problems import Text
from chiso.scoring import _problems as told
from chiso.scoring import band
from chiso.scoring.chain import Stages, assigned
from chiso.scoring.extremes import Past, bounds
from chiso.scoring.likeness import like
from chiso.scoring.observations import Observations
from chiso.scoring.plan import compiled, weighs_by_data, weights_from_data
from chiso.scoring.recipe import Recipe
from chiso.scoring.rounding import half_up
from chiso.scoring.status import STATUSES, Status
from chiso.scoring.trace import Made, Trace, TraceInput
from chiso.scoring.weigh import weights


@dataclass(frozen=True, slots=True, eq=False)
class Scorecard:
    """Scores of all units by one edition.

    frame:  unit, node, score (unrounded; decimal where the edition counts points), scale (its maximum),
            rank, rank_of, band (its code), observed_share (0–1)
    table:  what went in, as checked
    recipe: the method that was used
    rules:  the dated rule of every node that the data did not give; a recipe of one's own may say otherwise
    stages: the values after each step, units × codes
    shown:  the codes of the frame, in order
    past:   earlier years, where extremes of several years count
    """

    edition: Edition
    as_of: date | None
    table: Observations
    recipe: Recipe
    rules: Mapping[str, Dated[Rule]]
    stages: Stages
    frame: pl.DataFrame
    shown: tuple[str, ...]
    past: Past = field(default_factory=Past)

    @property
    def units(self) -> list[str]:
        """The units in the order of the data."""
        return list(self.table.units)

    @property
    def observations(self) -> pl.DataFrame:
        """What went in, as a long frame."""
        return self.table.frame

    def row(self, unit: str, node: str) -> dict[str, Any]:
        """The row of a unit and a node.

        Raises ProblemError scoring.no_such_unit or scoring.unknown_code.
        """
        if unit not in self.table.units or node not in self.shown:
            self._explain_absence(unit, node)
        place = self.table.units.index(unit) * len(self.shown) + self.shown.index(node)
        return self.frame.row(place, named=True)

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
            rule=self._dated(code),
            inputs=self._inputs(unit, code),
            status=self._status(unit, code),
            made=self._made(unit, code),
        )

    def band_name(self, node: str, code: str | None) -> Text | None:
        """The name of a band that stands in the frame."""
        stated = band.rule_for(self.edition, node, self.as_of)
        return None if code is None or stated is None else stated.value.name(code)

    def _inputs(self, unit: str, code: str) -> tuple[TraceInput, ...]:
        rule = self._rule(code)
        given = self._weights(code, rule) if rule and rule.is_computed else {}
        beside = [child.code for child in self.edition.children(code) if child.code in self.shown]
        codes = dict.fromkeys([*given, *beside]) if rule and rule.awards else dict.fromkeys(beside)
        return tuple(
            TraceInput(
                part,
                self.edition.name_of(part),
                self._value(unit, part),
                self._status(unit, part),
                given.get(part),
                self.edition.node(part) if part in self.edition else None,
            )
            for part in codes
        )

    def _weights(self, code: str, rule: Rule) -> dict[str, Decimal]:
        """The weights of the parts of a node as they were used, out of the data where the rule says so."""
        if not weighs_by_data(rule):
            return weights(rule)
        [joint] = [each for each in compiled(self.recipe, self.table.given_codes) if each.code == code]
        found = weights_from_data(joint, self.stages.aggregated)
        codes = [self.edition.codes[place] for place in joint.parts]
        return {part: Decimal(str(weight)) for part, weight in zip(codes, found.tolist(), strict=True)}

    def _dated(self, code: str) -> Dated[Rule] | None:
        dated, rule = self.rules.get(code), self._rule(code)
        return dated if dated is None or rule is None else replace(dated, value=rule)

    def _rule(self, code: str) -> Rule | None:
        dated = self.rules.get(code)
        return None if dated is None else self.recipe.rules.get(code, dated.value)

    def _value(self, unit: str, code: str) -> Decimal | float | None:
        if code in self.shown:
            score: Decimal | float | None = self.row(unit, code)["score"]
            return score
        return _known(self.table.values[self._cell(unit, code)])

    def _cell(self, unit: str, code: str) -> tuple[int, int]:
        return self.table.units.index(unit), self.edition.codes.index(code)

    def _made(self, unit: str, code: str) -> Made | None:
        """What the steps made of an indicator; None of a node that they leave alone."""
        if code not in self.recipe.indicators or not self.edition.steps:
            return None
        cell, stages = self._cell(unit, code), self.stages
        return Made(
            raw=_known(stages.raw[cell]),
            denominated=_known(stages.denominated[cell]),
            imputed=_known(stages.imputed[cell]),
            treated=_known(stages.treated[cell]),
            normalised=_known(stages.normalised[cell]),
            extremes=self._extremes(code),
            scale=self._step(self.recipe.steps.normalise, code),
            imputation=self._step(self.recipe.steps.impute, code),
            spread=self._spread(code),
        )

    def _step(self, steps: Sequence[Step], code: str) -> Step | None:
        """The entry of a step that is for an indicator."""
        codes = self.recipe.indicators
        return next((step for step, places in assigned(steps, codes) if codes.index(code) in places.tolist()), None)

    def _spread(self, code: str) -> tuple[float, float] | None:
        """The mean and the standard deviation of an indicator over the units; None where fewer than two have it."""
        column = self.stages.treated[:, self.edition.codes.index(code)]
        known = column[~np.isnan(column)]
        return (float(known.mean()), float(known.std(ddof=1))) if len(known) > 1 else None

    def _extremes(self, code: str) -> tuple[float, float] | None:
        """The least and greatest values by which an indicator is normalised."""
        place, step = self.edition.codes.index(code), self._step(self.recipe.steps.normalise, code)
        column = self.stages.treated[:, [place]]
        if np.isnan(column).all():
            return None
        plain = step if step is not None and step.method == "minmax" else Step("none")
        low, high = bounds(column, plain, [code], self.past.of(np.array([place])))
        return float(low[0, 0]), float(high[0, 0])

    def _status(self, unit: str, code: str) -> Status:
        """How the value of a node came about; a computed one counts as observed where it has a score."""
        rule = self.rules.get(code)
        row, column = self._cell(unit, code)
        if self.table.given[row, column] and not (rule and rule.value.is_computed):
            found = STATUSES[int(self.table.statuses[row, column])]
            return Status.IMPUTED if found is Status.MISSING and self._is_imputed(row, column) else found
        if self._is_imputed(row, column):
            return Status.IMPUTED
        if self._value(unit, code) is not None:
            return Status.OBSERVED
        return Status.MISSING if self._applies(unit, code) else Status.NOT_APPLICABLE

    def _applies(self, unit: str, code: str) -> bool:
        """Whether a node applies to a unit: a computed one by its parts, where its rule leaves out what does not."""
        rule = self._rule(code)
        if rule is None or not rule.is_computed:
            return self.table.applies is None or bool(self.table.applies[self._cell(unit, code)])
        parts = [self._applies(unit, part.code) for part in rule.parts if part.code not in self.recipe.left_out]
        if rule.when_not_applicable is not Lacking.LEFT_OUT:
            return True
        return all(parts) if rule.awards else any(parts)

    def _is_imputed(self, row: int, column: int) -> bool:
        """Whether the method itself put a value in place of one that was missing."""
        return bool(np.isnan(self.stages.screened[row, column]) and not np.isnan(self.stages.imputed[row, column]))

    def _explain_absence(self, unit: str, node: str) -> None:
        units = self.units
        if unit not in units:
            told.NO_SUCH_UNIT.stop(given=unit, wanted=", ".join(like(unit, units)))
        told.UNKNOWN_CODE.stop(given=node, wanted=", ".join(self.shown))


def _known(number: float) -> float | None:
    return None if np.isnan(number) else float(number)
