"""All draws at once: what a draw does not change is computed once and shared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from chiso.frameworks import Steps
from chiso.problems import ProblemError
from chiso.robustness import _problems as told
from chiso.robustness.ground import Ground
from chiso.robustness.pools import Pool
from chiso.scoring import Joint, Recipe, prepared, run, up
from chiso.scoring.arrays import Flags, Floats, Places

_EARLY = ("impute", "treat", "drop")
_CHUNK_CELLS = 400_000
Case = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Engine:
    """Scores of one node for any choice of cases.

    kept: what has been computed once, by the cases that it depends on
    """

    ground: Ground
    pools: tuple[Pool, ...]
    kept: dict[object, Floats] = field(default_factory=dict)

    def scores(self, choices: Places) -> Floats:
        """The scores of the node (draws × units); choices: draws × pools, the number of the case of each.

        Raises ProblemError where a choice gives no score to a unit that has one by the recipe as it is.
        """
        found = np.full((len(choices), len(self.ground.units)), np.nan)
        combined, group_of = np.unique(self._methods(choices), axis=0, return_inverse=True)
        for group in range(len(combined)):
            draws = np.flatnonzero(group_of.ravel() == group)
            try:
                found[draws] = self._of_method(choices[draws])
            except ProblemError as error:
                raise ProblemError([told.NOT_WITH(given=self._told(choices[draws[0]])), *error.problems]) from error
        self._check(found, choices)
        return found

    def nominal(self) -> Floats:
        """The scores by the recipe as it is (units)."""
        recipe, stages = self.ground.recipe, self.ground.stages
        return up(self.ground.plan(recipe), stages.normalised, self._applies())[self._place]

    @property
    def _place(self) -> int:
        return self.ground.edition.codes.index(self.ground.node)

    def _applies(self) -> Flags | None:
        applies = self.ground.given.applies
        return None if applies is None else applies.copy()

    def _methods(self, choices: Places) -> Places:
        """The cases that change the method: draws × pools, −1 where a case changes nothing of it."""
        changing = [np.array([bool(change) for change in pool.changes] or [False] * pool.size) for pool in self.pools]
        columns = [np.where(cases[choices[:, column]], choices[:, column], -1) for column, cases in enumerate(changing)]
        return np.stack(columns, axis=1)

    def _of_method(self, choices: Places) -> Floats:
        """The scores of draws that share their methods."""
        case = self._case(choices[0])
        recipe = self._recipe(case)
        plan = self.ground.plan(recipe)
        weights = self._weights(recipe, plan, choices)
        shifts = [(pool, column) for column, pool in enumerate(self.pools) if pool.noise is not None]
        if not shifts:
            normalised = self._normalised(case, recipe)
            return self._up(plan, normalised, weights, len(choices))
        [(pool, column)] = shifts
        cells = self.ground.given.values.size
        chunk = max(_CHUNK_CELLS // cells, 1)
        return np.concatenate(
            [
                self._shifted(recipe, plan, pool, choices[start : start + chunk, column], _part(weights, start, chunk))
                for start in range(0, len(choices), chunk)
            ]
        )

    def _shifted(
        self, recipe: Recipe, plan: tuple[Joint, ...], pool: Pool, cases: Places, weights: Floats | None
    ) -> Floats:
        """The scores of draws whose raw values differ."""
        given = self.ground.given
        rows, columns = given.values.shape
        moved = given.values + pool.shift(cases.tolist(), (rows, columns))
        values = run(recipe, replace(given, values=moved), ()).normalised
        return self._up(plan, values, weights, len(cases))

    def _up(self, plan: tuple[Joint, ...], values: Floats, weights: Floats | None, count: int) -> Floats:
        """From normalised values to scores; what no weight changes is aggregated once."""
        applies = self._applies()
        if weights is None:
            scores = up(plan, values, applies)[self._place]
        else:
            fixed, varying = _split(plan, weights)
            values = _filled(values, up(fixed, values, applies))
            scores = up(varying, values, applies, weights)[self._place] if varying else values[..., self._place]
        return np.broadcast_to(scores, (count, scores.shape[-1]))

    def _case(self, choices: Places) -> Case:
        methods = self._methods(choices[None, :])[0]
        return tuple((pool.name, int(case)) for pool, case in zip(self.pools, methods, strict=True) if case >= 0)

    def _recipe(self, case: Case) -> Recipe:
        recipe = self.ground.recipe
        changes = {pool.name: pool.changes for pool in self.pools}
        for name, number in case:
            recipe = recipe.with_(**changes[name][number])
        return recipe

    def _normalised(self, case: Case, recipe: Recipe) -> Floats:
        early = tuple(each for each in case if each[0] in _EARLY)
        late = tuple(each for each in case if each[0] == "normalise")
        if not early and not late:
            return self.ground.stages.normalised
        treated = self._once(("treated", early), lambda: prepared(recipe, self.ground.given).treated)
        return self._once(("normalised", early, late), lambda: self._only_normalised(recipe, treated))

    def _only_normalised(self, recipe: Recipe, treated: Floats) -> Floats:
        late = replace(recipe, steps=Steps(normalise=recipe.steps.normalise))
        return run(late, replace(self.ground.given, values=treated, awards=()), ()).normalised

    def _once(self, key: object, compute: Callable[[], Floats]) -> Floats:
        if key not in self.kept:
            self.kept[key] = compute()
        return self.kept[key]

    def _weights(self, recipe: Recipe, plan: tuple[Joint, ...], choices: Places) -> Floats | None:
        """The weights of each draw (draws × codes); None where no draw changes any."""
        varied = [(pool, column) for column, pool in enumerate(self.pools) if _weighs(pool)]
        if not varied:
            return None
        weights = np.broadcast_to(
            _own_weights(plan, len(recipe.edition.codes)), (len(choices), len(recipe.edition.codes))
        )
        for pool, column in varied:
            if pool.sets is not None:
                sets = pool.sets[choices[:, column]]
                weights = np.where(np.isnan(sets), weights, sets)
            if pool.factors is not None:
                weights = weights * pool.factors[choices[:, column]]
        return weights

    def _check(self, found: Floats, choices: Places) -> None:
        lost = np.isnan(found) & ~np.isnan(self.nominal())
        if lost.any():
            draw, unit = (int(place) for place in np.argwhere(lost)[0])
            told.NO_SCORE.stop(given=self._told(choices[draw]), where=self.ground.units[unit])

    def _told(self, choices: Places) -> str:
        """The cases of a draw, in words."""
        return "; ".join(f"{pool.name}: {pool.labels[case]}" for pool, case in zip(self.pools, choices, strict=True))


def _weighs(pool: Pool) -> bool:
    return pool.sets is not None or pool.factors is not None


def _own_weights(plan: Sequence[Joint], size: int) -> Floats:
    weights = np.ones(size)
    for joint in plan:
        weights[joint.parts] = joint.weights
    return weights


def _part(weights: Floats | None, start: int, length: int) -> Floats | None:
    return None if weights is None else weights[start : start + length]


def _split(plan: tuple[Joint, ...], weights: Floats) -> tuple[tuple[Joint, ...], tuple[Joint, ...]]:
    """The nodes that no weight changes, and those that one does; the second go from the leaves up as the first do."""
    changed = set(np.flatnonzero((weights != weights[0]).any(axis=0)).tolist())
    fixed, varying = [], []
    for joint in plan:
        own = weights[0, joint.parts]
        if changed & set(joint.parts.tolist()) or not np.array_equal(own, joint.weights):
            varying.append(joint)
            changed.add(joint.place)
        else:
            fixed.append(joint)
    return tuple(fixed), tuple(varying)


def _filled(values: Floats, scores: dict[int, Floats]) -> Floats:
    filled = values.copy()
    for place, score in scores.items():
        filled[..., place] = score
    return filled
