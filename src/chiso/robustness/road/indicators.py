"""What a little more of an indicator is worth where units are measured against each other.

Under min–max and its like, a unit that moves may move the scale itself: then peers gain or lose although nothing about
them has changed. The two effects are kept apart: `alone` holds scale and peers, `together` computes everything again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from chiso.frameworks import Direction
from chiso.problems import Text
from chiso.robustness import _problems as told
from chiso.robustness.ground import Ground
from chiso.robustness.road.start import place_among
from chiso.scoring import run, up
from chiso.scoring.arrays import Floats, Places
from chiso.scoring.chain import assigned
from chiso.scoring.likeness import like
from chiso.scoring.normalise import minmax
from chiso.scoring.normalising import Setting, turned_bounds


@dataclass(frozen=True, slots=True)
class IndicatorWorth:
    """What a step of an indicator in its better direction does.

    value, step: in its own unit of measure; the step is positive, whichever direction is better
    alone:       what the total gains while scale and peers are held; together: once all is computed again
    rank_alone, rank_together: where the unit stands then
    peers:       what the totals of the peers change on average; most_moved: the peer whose total changes most, and how
    """

    code: str
    name: Text
    value: float
    step: float
    alone: float
    together: float
    rank_alone: int
    rank_together: int
    peers: float
    most_moved: tuple[str, float] | None

    @property
    def span(self) -> float:
        """What lies between the best and the worst of the table, where the step is a tenth of it."""
        return 10 * self.step


def indicator_worth(
    ground: Ground, unit: str, step: float | None = None, given: Collection[str] = ()
) -> tuple[IndicatorWorth, ...]:
    """What a step of each measured indicator is worth to a unit, one by one.

    step:  in the unit of measure of each; None for a tenth of what lies between the best and the worst of the table
    given: codes that are scores already, left out; so is an indicator in which all units are alike where step is None
    Min–max is held at the extremes of now for `alone`; other relative scales have nothing to hold, so that the
    unit's own new score stands there with the old ones of the peers. Raises ProblemError for an unknown unit, one
    without a total, or a step that is not above zero.
    """
    if step is not None and not step > 0:
        told.BAD_STEP.stop(given=step)
    if unit not in ground.units:
        told.NO_SUCH_UNIT.stop(given=unit, wanted=", ".join(like(unit, ground.units)))
    case = _Case.of(ground, ground.units.index(unit))
    if np.isnan(case.totals[case.row]):
        told.NO_TOTAL.stop(given=unit, wanted="–")
    codes = ground.edition.codes
    columns = [codes.index(code) for code in measured(ground, given)]
    steps = {column: _tenth(ground.given.values[:, column]) if step is None else step for column in columns}
    here = [column for column in columns if steps[column] > 0 and not np.isnan(ground.given.values[case.row, column])]
    return tuple(case.worth(column, steps[column]) for column in here)


def measured(ground: Ground, given: Collection[str] = ()) -> tuple[str, ...]:
    """The indicators that are put on a common scale, all but those given as scores."""
    entries = ground.recipe.steps.normalise
    codes = list(ground.recipe.indicators)
    scaled = {codes[place] for _entry, places in assigned(entries, codes) for place in places}
    return tuple(code for code in codes if code in scaled and code not in given)


def _tenth(values: Floats) -> float:
    known = values[~np.isnan(values)]
    return float(known.max() - known.min()) / 10 if len(known) else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    ground: Ground
    row: int
    totals: Floats
    peers: Places

    @classmethod
    def of(cls, ground: Ground, row: int) -> _Case:
        totals = _totals(ground, ground.stages.normalised)
        others = (np.arange(len(ground.units)) != row) & ~np.isnan(totals)
        if ground.tables is not None:
            others &= ground.tables == ground.tables[row]
        return cls(ground, row, totals, np.flatnonzero(others))

    def worth(self, column: int, step: float) -> IndicatorWorth:
        ground, row = self.ground, self.row
        code = ground.edition.codes[column]
        sign = -1.0 if ground.edition.node(code).direction is Direction.NEGATIVE else 1.0
        values = ground.given.values.copy()
        values[row, column] += sign * step
        stages = run(ground.recipe, replace(ground.given, values=values), ())
        together = _totals(ground, stages.normalised)
        held = ground.stages.normalised.copy()
        held[row, column] = self._held(code, column, stages.treated[:, column], float(stages.normalised[row, column]))
        alone = _totals(ground, held)[row]
        changes = together[self.peers] - self.totals[self.peers]
        return IndicatorWorth(
            code=code,
            name=ground.edition.name_of(code),
            value=float(ground.given.values[row, column]),
            step=step,
            alone=float(alone - self.totals[row]),
            together=float(together[row] - self.totals[row]),
            rank_alone=int(place_among(alone, self.totals[self.peers])),
            rank_together=int(place_among(together[row], together[self.peers])),
            peers=float(np.mean(changes)) if len(changes) else 0.0,
            most_moved=self._most_moved(changes),
        )

    def _held(self, code: str, column: int, treated: Floats, otherwise: float) -> float:
        """The new score of the unit on the scale of now; `otherwise` where the scale cannot be held."""
        ground, codes = self.ground, list(self.ground.recipe.indicators)
        for entry, places in assigned(ground.recipe.steps.normalise, codes):
            if code in {codes[place] for place in places} and entry.method == "minmax":
                node = ground.edition.node(code)
                sign = -1.0 if node.direction is Direction.NEGATIVE else 1.0
                past = ground.given.past.of(np.array([column]))
                setting = Setting([code], np.array([sign]), list(ground.units), past)
                low, high = turned_bounds(ground.stages.treated[:, [column]], entry, setting)
                ends = float(entry.options["lower"]), float(entry.options["upper"])
                return float(minmax(sign * treated[[self.row], None], low, high, *ends)[0, 0])
        return otherwise

    def _most_moved(self, changes: Floats) -> tuple[str, float] | None:
        if not len(changes) or not np.abs(changes).max() > 0:
            return None
        place = int(np.argmax(np.abs(changes)))
        return self.ground.units[self.peers[place]], float(changes[place])


def _totals(ground: Ground, normalised: Floats) -> Floats:
    applies = None if ground.given.applies is None else ground.given.applies.copy()
    return up(ground.joints, normalised, applies)[ground.edition.codes.index(ground.node)]
