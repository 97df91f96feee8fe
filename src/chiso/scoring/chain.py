"""The chain of steps from raw values to scores, every stage of it kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from chiso.frameworks import Direction, Step
from chiso.scoring import _problems as told
from chiso.scoring.arrays import Flags, Floats, Places, divided
from chiso.scoring.extremes import Past
from chiso.scoring.impute import AVERAGES, by_average, by_average_of_group, by_constant
from chiso.scoring.normalising import Setting, normalised
from chiso.scoring.observations import Observations
from chiso.scoring.plan import Joint, awards, share_known, up
from chiso.scoring.recipe import Recipe
from chiso.scoring.treat import Treatment, treated


@dataclass(frozen=True, slots=True, eq=False)
class Stages:
    """The values after each step: units × codes of the edition, draws before them if there are, NaN where there is none.

    scores: of the computed nodes by their place, (…, units), with draws where the weights have draws
    """

    raw: Floats
    denominated: Floats
    screened: Floats
    imputed: Floats
    treated: Floats
    normalised: Floats
    scores: Mapping[int, Floats]

    @property
    def aggregated(self) -> Floats:
        """The normalised values and the scores of all nodes: units × codes, draws before them if there are."""
        whole = np.broadcast_shapes(*(score.shape for score in self.scores.values()), self.normalised.shape[:1])
        found = np.empty((*whole, self.normalised.shape[-1]))
        found[...] = self.normalised
        for place, score in self.scores.items():
            found[..., place] = score
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """What a recipe is run on.

    values:     units × codes of the edition, draws before them if there are
    applies:    units × codes; None where everything applies
    attributes: by name: what each unit says there, None where nothing
    past:       earlier years, for extremes over several years: as indicators are measured before they are imputed
    awards:     the nodes that rules award for facts alone
    """

    units: Sequence[str]
    values: Floats
    applies: Flags | None
    attributes: Mapping[str, Sequence[str | None]]
    past: Past
    awards: tuple[Joint, ...] = ()

    @classmethod
    def of(cls, table: Observations, recipe: Recipe, day: date | None, history: Mapping[int, Observations]) -> Given:
        """What a recipe finds in observations and in those of earlier years, by year."""
        points = awards(recipe, table.given_codes)
        earlier = {
            year: _denominated(recipe, _awarded(points, each.values, each.applies)[0])
            for year, each in sorted(history.items())
        }
        past = Past(day.year if day else None, earlier)
        return cls(table.units, table.values, table.applies, table.attributes or {}, past, points)


def run(recipe: Recipe, given: Given, plan: tuple[Joint, ...], weights: Floats | None = None) -> Stages:
    """All stages of a recipe."""
    before = prepared(recipe, given)
    places = _places(recipe, recipe.indicators)
    final = before.treated
    if recipe.steps.normalise:
        final = _with(final, places, _normalised(recipe, given, final, places))
    _, applies = _awarded(given.awards, given.values, given.applies)
    return replace(before, normalised=final, scores=up(plan, final, applies, weights))


def prepared(recipe: Recipe, given: Given) -> Stages:
    """The stages up to the treatment of outliers; those after it are empty."""
    places = _places(recipe, recipe.indicators)
    raw, applies = _awarded(given.awards, given.values, given.applies)
    denominated = _denominated(recipe, raw)
    steps, found = recipe.steps, denominated[..., places]
    asked = np.ones_like(found, dtype=bool) if applies is None else np.broadcast_to(applies[:, places], found.shape)
    if steps.least_observed is not None:
        asked = asked & (share_known(np.isnan(found), asked) >= steps.least_observed)[..., None]
    screened = _with(denominated, places, np.where(asked, found, np.nan))
    imputed = screened
    if steps.impute:
        filled = _imputed(recipe, given, screened[..., places])
        imputed = _with(screened, places, np.where(asked, filled, np.nan))
    after = _with(imputed, places, _treated(recipe, imputed[..., places])) if steps.treat else imputed
    return Stages(raw, denominated, screened, imputed, after, after, {})


def groups_of(labels: Sequence[str | None]) -> Places:
    """For each unit the number of its group, in the order in which groups appear; -1 where it has none."""
    numbers: dict[str, int] = {}
    return np.array([-1 if label is None else numbers.setdefault(label, len(numbers)) for label in labels])


def assigned(steps: Sequence[Step], codes: Sequence[str]) -> Iterator[tuple[Step, Places]]:
    """Each entry of a step with the places of its codes; one without nodes takes those that no other names."""
    named = {code for step in steps for code in step.nodes}
    for step in steps:
        chosen = set(step.nodes) if step.nodes else set(codes) - named
        yield step, np.array([place for place, code in enumerate(codes) if code in chosen], dtype=np.intp)


def _places(recipe: Recipe, codes: Sequence[str]) -> Places:
    known = {code: place for place, code in enumerate(recipe.edition.codes)}
    return np.array([known[code] for code in codes], dtype=np.intp)


def _with(values: Floats, places: Places, changed: Floats) -> Floats:
    found = values.copy()
    found[..., places] = changed
    return found


def _awarded(points: tuple[Joint, ...], values: Floats, applies: Flags | None) -> tuple[Floats, Flags | None]:
    """The values with the points that facts get, and what applies then."""
    known = None if applies is None else applies.copy()
    if not points:
        return values, known
    found = values.copy()
    for place, score in up(points, values, known).items():
        found[..., place] = score
    return found, known


def _denominated(recipe: Recipe, values: Floats) -> Floats:
    by_code = {code: by for code, by in recipe.steps.denominate.items() if code not in recipe.left_out}
    if not by_code:
        return values
    found = values.copy()
    over, under = _places(recipe, tuple(by_code)), _places(recipe, tuple(by_code.values()))
    found[..., over] = divided(values[..., over], values[..., under])
    return found


def _imputed(recipe: Recipe, given: Given, x: Floats) -> Floats:
    found = x.copy()
    for step, places in assigned(recipe.steps.impute, recipe.indicators):
        if step.method == "none":
            continue
        column = x[..., places]
        if step.method == "constant":
            found[..., places] = by_constant(column, float(step.options["value"]))
        elif "group" in step.options:
            labels = given.attributes.get(step.options["group"])
            if labels is None:
                told.NO_ATTRIBUTE.stop(given=step.options["group"])
            found[..., places] = by_average_of_group(column, AVERAGES[step.method], groups_of(labels))
        else:
            found[..., places] = by_average(column, AVERAGES[step.method])
    return found


def _treated(recipe: Recipe, x: Floats) -> Floats:
    found = x
    for step, places in assigned(recipe.steps.treat, recipe.indicators):
        if step.method == "winsorise":
            found = found.copy()
            found[..., places] = treated(x[..., places], Treatment(**step.options))
    return found


def _normalised(recipe: Recipe, given: Given, values: Floats, all_places: Places) -> Floats:
    x = values[..., all_places]
    found, codes = x.copy(), recipe.indicators
    nodes = [recipe.edition.node(code) for code in codes]
    signs = np.array([-1.0 if node.direction is Direction.NEGATIVE else 1.0 for node in nodes])
    for step, places in assigned(recipe.steps.normalise, codes):
        chosen = [codes[place] for place in places]
        setting = Setting(chosen, signs[places], list(given.units), given.past.of(all_places[places]))
        found[..., places] = normalised(x[..., places], step, setting)
    return found
