"""Where all units stand before the road: what can be moved, and how totals come out of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from chiso.frameworks import Edition
from chiso.problems import ProblemError, Text
from chiso.robustness import _problems as told
from chiso.robustness.ground import tables_of
from chiso.scoring import Joint, Scorecard, band, compiled, up
from chiso.scoring.arrays import Flags, Floats, Places, settled
from chiso.scoring.likeness import like
from chiso.scoring.rounding import NOISE


@dataclass(frozen=True, eq=False)
class Start:
    """The table of one year, ready to be moved.

    levers:  the codes of the nodes whose scores are moved; no one of them lies under another
    values:  units × codes of the edition, scores of all nodes after the steps
    applies: units × codes; None where everything applies
    plan:    how the headline comes out of the levers
    tables:  for each unit the table in which it is ranked; None where there is one
    """

    edition: Edition
    on: date | None
    units: tuple[str, ...]
    levers: tuple[str, ...]
    values: Floats
    applies: Flags | None
    plan: tuple[Joint, ...]
    tables: Places | None

    @classmethod
    def of(cls, card: Scorecard, levers: Sequence[str] = ()) -> Start:
        """The start that a scorecard gives; the levers are the components unless others are named.

        Raises ProblemError where a lever is unknown or lies under another, or where no formula leads to the headline.
        """
        edition = card.edition
        chosen = tuple(levers) or _components(card)
        _check(card, chosen)
        return cls(
            edition=edition,
            on=card.as_of,
            units=tuple(card.units),
            levers=chosen,
            values=np.array(card.stages.aggregated),
            applies=card.table.applies,
            plan=compiled(card.recipe, chosen),
            tables=tables_of(card),
        )

    @property
    def scores(self) -> Floats:
        """The scores of the levers: units × levers."""
        return self.values[:, self.places]

    @property
    def middle(self) -> Floats:
        """The mean score of each lever over the units that have one (levers); NaN where nobody has."""
        known = ~np.isnan(self.scores)
        sums, counts = np.where(known, self.scores, 0.0).sum(axis=0), known.sum(axis=0)
        mean: Floats = np.divide(sums, counts, out=np.full(len(sums), np.nan), where=counts > 0)
        return mean

    @property
    def places(self) -> Places:
        """The places of the levers among the codes of the edition."""
        codes = self.edition.codes
        return np.array([codes.index(code) for code in self.levers])

    @property
    def highest(self) -> Floats:
        """The highest score that each lever can have; infinite on an open scale."""
        return np.array([float(self.edition.node(code).scale.maximum) for code in self.levers])

    @property
    def lowest(self) -> Floats:
        """The lowest score that each lever can have."""
        return np.array([float(self.edition.node(code).scale.minimum) for code in self.levers])

    def totals(self, scores: Floats) -> Floats:
        """The headline of all units (…, units) from scores of the levers (…, units, levers)."""
        values = np.broadcast_to(self.values, (*scores.shape[:-2], *self.values.shape)).copy()
        values[..., self.places] = scores
        applies = None if self.applies is None else self.applies.copy()
        return up(self.plan, values, applies)[0]

    def own_totals(self, row: int, scores: Floats) -> Floats:
        """The headline of one unit (…) from its own scores of the levers (…, levers), the others as they are."""
        if self._is_joint:
            return self.totals_with(row, scores)[..., row]
        values = np.broadcast_to(self.values[row], (*scores.shape[:-1], 1, self.values.shape[-1])).copy()
        values[..., 0, self.places] = scores
        applies = None if self.applies is None else self.applies[row : row + 1].copy()
        return up(self.plan, values, applies)[0][..., 0]

    def totals_with(self, row: int, scores: Floats) -> Floats:
        """The headline of all units (…, units) where one has these scores of the levers (…, levers)."""
        if not self._is_joint:
            everyone = np.broadcast_to(self.totals(self.scores), (*scores.shape[:-1], len(self.units))).copy()
            everyone[..., row] = self.own_totals(row, scores)
            return everyone
        moved = np.broadcast_to(self.scores, (*scores.shape[:-1], *self.scores.shape)).copy()
        moved[..., row, :] = scores
        return self.totals(moved)

    @cached_property
    def _is_joint(self) -> bool:
        """Whether a total rests on the scores of other units too: weights out of the data, parts asked of nobody."""
        return any(joint.rule.leaves_out_unasked or "weigh" in joint.rule.options for joint in self.plan)

    def row(self, unit: str) -> int:
        """The row of a unit that has a total. Raises ProblemError where it is unknown or lacks one."""
        if unit not in self.units:
            told.NO_SUCH_UNIT.stop(given=unit, wanted=", ".join(like(unit, self.units)))
        row = self.units.index(unit)
        if np.isnan(self.totals(self.scores)[row]):
            told.NO_TOTAL.stop(given=unit, wanted=", ".join(self._lacking(row)) or "–")
        return row

    def _lacking(self, row: int) -> list[str]:
        """The codes of what goes into the headline and has no score of a unit."""
        made = {joint.place for joint in self.plan}
        parts = dict.fromkeys(part for joint in self.plan for part in joint.parts.tolist() if part not in made)
        return [self.edition.codes[part] for part in parts if np.isnan(self.values[row, part])]

    def peers(self, row: int) -> Places:
        """The rows of the other units that have a total and are ranked in the same table."""
        totals = self.totals(self.scores)
        others = (np.arange(len(self.units)) != row) & ~np.isnan(totals)
        if self.tables is not None:
            others &= self.tables == self.tables[row]
        return np.flatnonzero(others)

    def name(self, code: str) -> Text:
        """The name of a node."""
        return self.edition.name_of(code)

    def band(self, totals: Floats) -> list[Text | None]:
        """The band of each of the totals of all units (units); None where nobody has stated one."""
        stated = band.rule_for(self.edition, self.edition.headline.code, self.on)
        if stated is None:
            return [None] * len(totals)
        found = band.band(totals, stated.value, self.edition.decimals)
        names = [each.name for each in stated.value.bands]
        return [None if place == band.NO_BAND else names[place] for place in found.tolist()]


def place_among(own: Floats, peers: Floats) -> Floats:
    """The rank (…) that totals (…) have among the totals of peers (…, peers); equal ones share the lower number."""
    above: Floats = (settled(peers) > settled(own)[..., None]).sum(axis=-1, dtype=np.float64)
    return above + 1


def with_scores(start: Start, row: int, scores: Mapping[str, float]) -> Floats:
    """The levers' scores of one unit with some of them replaced.

    Raises ProblemError for a code that is no lever, and a score that is off the scale of its component.
    """
    unknown = [told.NO_LEVER(given=code, wanted=", ".join(start.levers)) for code in scores if code not in start.levers]
    if unknown:
        raise ProblemError(unknown)
    ends = dict(zip(start.levers, zip(start.lowest.tolist(), start.highest.tolist(), strict=True), strict=True))
    off = [
        told.OFF_SCALE(where=code, given=f"{score:g}", wanted="{:g}–{:g}".format(*ends[code]))
        for code, score in scores.items()
        if not (math.isfinite(score) and ends[code][0] - NOISE <= score <= ends[code][1] + NOISE)
    ]
    if off:
        raise ProblemError(off)
    own: Floats = start.scores[row].copy()
    for code, score in scores.items():
        own[start.levers.index(code)] = score
    return own


def _components(card: Scorecard) -> tuple[str, ...]:
    """The components, or the parts of the headline where components cut across them, as the areas of the PAR INDEX do."""
    shown = tuple(node.code for node in card.edition.components if node.code in card.shown)
    rule = card.recipe.rules.get(card.edition.headline.code)
    parts = () if rule is None else tuple(part.code for part in rule.parts)
    below = {node.code for part in parts if part in card.edition for node in card.edition.below(part)} | set(parts)
    return shown if below & set(shown) else parts


def _check(card: Scorecard, levers: tuple[str, ...]) -> None:
    edition = card.edition
    known = [node.code for node in edition.nodes[1:]]
    faults = [told.NO_LEVER(given=code, wanted=", ".join(known)) for code in levers if code not in known]
    below = {node.code: code for code in levers if code in edition for node in edition.below(code)}
    faults += [told.LEVER_UNDER_LEVER(given=code, wanted=below[code]) for code in levers if code in below]
    if faults:
        raise ProblemError(faults)
    headline = edition.headline.code
    rule = card.recipe.rules.get(headline)
    if rule is None or not rule.is_computed:
        told.NO_FORMULA.stop(where=edition.name.vi, given=edition.headline.name.vi)
