"""Assumptions made ready to be drawn from: each becomes a pool of so many cases, numbered from 0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, get_args

import numpy as np

from chiso.frameworks import NodeKind, Rule
from chiso.frameworks.rules import WEIGHING
from chiso.problems import Problem, ProblemError
from chiso.robustness import _problems as told
from chiso.robustness.assumptions import (
    Alternatives,
    Assumption,
    Dropping,
    Replicates,
    StandardErrors,
    Step,
    Weights,
    WeightSets,
)
from chiso.robustness.ground import Ground
from chiso.scoring import Recipe
from chiso.scoring.arrays import Flags, Floats, Places

NONE_DROPPED: Final = "none"
_FEWEST_CHOICES: Final = 2
_TABLE: Final = 2


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """The cases of one assumption.

    name:    what varies: a step, weights, drop, or values
    labels:  what each case is called
    changes: of a method: what each case changes in the recipe, as `Recipe.with_` takes it
    factors: of weights: cases × codes of the edition, by which the weights are multiplied
    sets:    of weights: cases × codes of the edition, which stand in place of the weights; NaN where they stay
    noise:   of values: standard normal numbers, cases × units × codes, or cases × replicates
    spread:  what they are multiplied by: units × codes, or replicates × units × codes
    """

    name: str
    labels: tuple[str, ...]
    changes: tuple[dict[str, Any], ...] = ()
    factors: Floats | None = None
    sets: Floats | None = None
    noise: Floats | None = None
    spread: Floats | None = None
    size: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len(self.labels))

    def shift(self, cases: Sequence[int], shape: tuple[int, int]) -> Floats:
        """What some cases add to the values: cases × units × codes."""
        if self.noise is None or self.spread is None:
            return np.zeros((len(cases), *shape))
        if self.spread.ndim == _TABLE:  # standard errors: one deviation a value
            return self.noise[list(cases)] * self.spread
        flat = self.spread.reshape(len(self.spread), -1)
        return (self.noise[list(cases)] @ flat).reshape(-1, *shape)

    @property
    def varied(self) -> tuple[Places, Places]:
        """The rows and columns of the values that vary; none where none does."""
        if self.spread is None:
            return np.array([], dtype=np.intp), np.array([], dtype=np.intp)
        spread = self.spread if self.spread.ndim == _TABLE else np.abs(self.spread).sum(axis=0)
        rows, columns = np.nonzero(spread)
        return rows, columns

    def shift_of(self, cases: Sequence[int], rows: Places, columns: Places) -> Floats:
        """What some cases add to some values: cases × values."""
        if self.noise is None or self.spread is None:
            return np.zeros((len(cases), len(rows)))
        if self.spread.ndim == _TABLE:
            return self.noise[:, rows, columns][list(cases)] * self.spread[rows, columns]
        found: Floats = self.noise[list(cases)] @ self.spread[:, rows, columns]
        return found


def pools(assumptions: Sequence[Assumption], ground: Ground, size: int, rng: np.random.Generator) -> tuple[Pool, ...]:
    """The pools of some assumptions; those without cases of their own get `size` of them out of the generator.

    Raises ProblemError with everything that cannot apply.
    """
    faults = [fault for each in assumptions for fault in _faults(each, ground)]
    names = [_name(each) for each in assumptions]
    faults += [told.ASSUMED_TWICE(given=name) for name in dict.fromkeys(names) if names.count(name) > 1]
    if {"weigh", "weights"} <= set(names):
        faults.append(told.ASSUMED_TWICE(given="weigh, weights"))
    if not assumptions:
        faults.append(told.NO_ASSUMPTION())
    if faults:
        raise ProblemError(faults)
    return tuple(_pool(each, ground, size, rng) for each in assumptions)


def _name(assumption: Assumption) -> str:
    match assumption:
        case Alternatives():
            return assumption.step
        case Weights() | WeightSets():
            return "weights"
        case Dropping():
            return "drop"
        case StandardErrors() | Replicates():
            return "values"


def _pool(assumption: Assumption, ground: Ground, size: int, rng: np.random.Generator) -> Pool:
    codes = ground.edition.codes
    numbered = tuple(str(number) for number in range(1, size + 1))
    match assumption:
        case Alternatives():
            changes = tuple({str(assumption.step): choice} for choice in assumption.choices)
            return Pool(assumption.step, tuple(map(label, assumption.choices)), changes=changes)
        case Dropping():
            return _dropping(assumption, ground)
        case Weights():
            factors = np.ones((size, len(codes)))
            varied = [codes.index(code) for code in assumption.codes or tuple(ground.weights)]
            factors[:, varied] = rng.uniform(1 - assumption.share, 1 + assumption.share, size=(size, len(varied)))
            return Pool("weights", numbered, factors=factors)
        case WeightSets():
            sets = np.full((len(assumption.sets), len(codes)), np.nan)
            sets[:, [codes.index(code) for code in assumption.codes]] = assumption.sets
            return Pool("weights", tuple(str(number + 1) for number in range(len(sets))), sets=sets)
        case StandardErrors():
            spread = np.nan_to_num(assumption.errors)
            return Pool("values", numbered, noise=rng.standard_normal((size, *spread.shape)), spread=spread)
        case Replicates():
            away = np.nan_to_num(assumption.values - ground.given.values)
            spread = np.sqrt(assumption.scales)[:, None, None] * away
            return Pool("values", numbered, noise=rng.standard_normal((size, len(spread))), spread=spread)


def _dropping(assumption: Dropping, ground: Ground) -> Pool:
    """Nothing in the first case, one node in each other: by a weight of zero where that is the same, else as a recipe."""
    codes = ground.edition.codes
    factors = np.ones((len(assumption.codes) + 1, len(codes)))
    changes: list[dict[str, Any]] = [{}]
    for case, code in enumerate(assumption.codes, start=1):
        if _is_dropped_by_weight(code, ground):
            factors[case, codes.index(code)] = 0.0
            changes.append({})
        else:
            changes.append({"drop": (code,)})
    return Pool("drop", (NONE_DROPPED, *assumption.codes), changes=tuple(changes), factors=factors)


def _is_dropped_by_weight(code: str, ground: Ground) -> bool:
    """Whether nothing else of the method asks for the node: no screen by shares, no other part of a sum."""
    place = ground.edition.codes.index(code)
    joints = [joint for joint in ground.leading() if place in joint.parts]
    below = [node.code for node in ground.edition.below(code)] or [code]
    columns = [ground.edition.codes.index(each) for each in below if each in ground.recipe.indicators or each == code]
    complete = not np.isnan(ground.stages.raw[:, columns]).any()
    return (
        complete and ground.recipe.steps.least_observed is None and all(_weighs_alone(joint.rule) for joint in joints)
    )


def _weighs_alone(rule: Rule) -> bool:
    """Whether a part without weight is as none: no weights out of the data, no share of parts that must be there."""
    return rule.method in WEIGHING and "weigh" not in rule.options and rule.least_share is None


def label(choice: Any) -> str:  # noqa: ANN401 - a name, an entry, or several
    """What a choice is called: its method and its options.

    >>> label("zscore"), label({"method": "winsorise", "most": 2})
    ('zscore', 'winsorise most=2')
    """
    if isinstance(choice, str):
        return choice
    if isinstance(choice, list | tuple):
        return "; ".join(map(label, choice))
    if "method" not in choice:
        return "; ".join(f"{code}: {label(mean)}" for code, mean in choice.items())
    options = [f"{key}={value}" for key, value in choice.items() if key != "method"]
    return " ".join([str(choice["method"]), *options])


def _faults(assumption: Assumption, ground: Ground) -> Iterator[Problem]:
    match assumption:
        case Alternatives():
            yield from _faults_of_method(assumption, ground)
        case Weights():
            if not 0 < assumption.share <= 1:
                yield told.BAD_SHARE(given=assumption.share)
            yield from _faults_of_weights(assumption.codes, ground)
        case WeightSets():
            yield from _faults_of_weights(assumption.codes, ground)
            yield from _faults_of_sets(assumption)
        case Dropping():
            yield from _faults_of_dropping(assumption, ground)
        case StandardErrors():
            yield from _faults_of_errors(assumption, ground)
        case Replicates():
            yield from _faults_of_replicates(assumption, ground)


def _faults_of_method(assumption: Alternatives, ground: Ground) -> Iterator[Problem]:
    step, recipe = assumption.step, ground.recipe
    if step not in get_args(Step):
        yield told.NO_SUCH_STEP(given=step, wanted=", ".join(get_args(Step)))
        return
    if len(assumption.choices) < _FEWEST_CHOICES:
        yield told.NO_CHOICE(given=step)
    if step in {"aggregate", "weigh"}:
        if not ground.weights:
            yield told.NOTHING_WEIGHS(given=ground.node)
            return
    elif not _has_measured(ground):
        yield told.NO_INDICATORS(given=step)
        return
    if step == "impute" and not _lacking(ground).any():
        yield told.NOTHING_TO_IMPUTE()
    for choice in assumption.choices:
        yield from _faults_of_change(recipe, step, choice)


def _has_measured(ground: Ground) -> bool:
    """Whether the edition takes steps on anything, or has indicators on which they could be taken, and values of it."""
    edition = ground.edition
    asked = bool(edition.steps) or any(node.kind is NodeKind.INDICATOR for node in edition.nodes)
    return asked and not np.isnan(_measured(ground)).all()


def _measured(ground: Ground) -> Floats:
    return ground.stages.raw[:, [ground.edition.codes.index(code) for code in ground.recipe.indicators]]


def _lacking(ground: Ground) -> Flags:
    """The values of indicators that are missing though they apply: units × indicators."""
    lacks: Flags = np.isnan(_measured(ground))
    if ground.given.applies is None:
        return lacks
    return lacks & ground.given.applies[:, [ground.edition.codes.index(code) for code in ground.recipe.indicators]]


def _faults_of_change(recipe: Recipe, step: str, choice: Any) -> Iterator[Problem]:  # noqa: ANN401 - as `with_` takes it
    try:
        recipe.with_(**{step: choice})
    except ProblemError as error:
        yield from error.problems


def _faults_of_weights(codes: tuple[str, ...], ground: Ground) -> Iterator[Problem]:
    weights = ground.weights
    if not weights:
        yield told.NOTHING_WEIGHS(given=ground.node)
    else:
        yield from (told.NO_WEIGHT(given=code, wanted=", ".join(weights)) for code in codes if code not in weights)


def _faults_of_sets(assumption: WeightSets) -> Iterator[Problem]:
    if assumption.sets.ndim != _TABLE or assumption.sets.shape[1] != len(assumption.codes):
        yield told.WRONG_SHAPE(given=assumption.sets.shape, wanted=f"… × {len(assumption.codes)}")
    elif not (assumption.sets >= 0).all():
        yield told.NEGATIVE_WEIGHT()


def _faults_of_dropping(assumption: Dropping, ground: Ground) -> Iterator[Problem]:
    codes = ground.edition.codes
    parts = [codes[part] for joint in ground.leading() for part in joint.parts]
    alone = {codes[joint.parts[0]] for joint in ground.leading() if len(joint.parts) == 1}
    if not assumption.codes:
        yield told.NO_CHOICE(given="drop")
    for code in assumption.codes:
        if code not in parts:
            yield told.NO_PART(given=code, wanted=", ".join(parts))
        elif code in alone:
            yield told.ONLY_PART(given=code)


def _faults_of_errors(assumption: StandardErrors, ground: Ground) -> Iterator[Problem]:
    values, errors = ground.given.values, assumption.errors
    if errors.shape != values.shape:
        yield told.WRONG_SHAPE(given=errors.shape, wanted=values.shape)
        return
    if (errors < 0).any():
        yield told.NEGATIVE_ERROR(given=float(np.nanmin(errors)))
    yield from _faults_of_places(np.nan_to_num(errors) != 0, ground)


def _faults_of_replicates(assumption: Replicates, ground: Ground) -> Iterator[Problem]:
    values = ground.given.values
    if assumption.values.shape[1:] != values.shape or assumption.scales.shape != assumption.values.shape[:1]:
        yield told.WRONG_SHAPE(given=assumption.values.shape, wanted=f"{len(assumption.scales)} × {values.shape}")
        return
    if not (assumption.scales >= 0).all():
        yield told.NEGATIVE_ERROR(given=float(assumption.scales.min()))
    yield from _faults_of_places((~np.isnan(assumption.values)).any(axis=0), ground)


def _faults_of_places(erring: Any, ground: Ground) -> Iterator[Problem]:  # noqa: ANN401 - flags
    """Errors of values that there are not, or none at all."""
    codes = ground.edition.codes
    if not erring.any():
        yield told.NO_ERRORS()
    _, columns = np.nonzero(erring & np.isnan(ground.given.values))
    wrong = dict.fromkeys(codes[column] for column in columns)
    yield from (told.ERROR_WITHOUT_VALUE(given=code) for code in wrong)
    unmeasured = [codes[column] for column in np.flatnonzero(erring.any(axis=0)) if codes[column] not in ground.direct]
    yield from (told.ERROR_WITHOUT_VALUE(given=code) for code in unmeasured if code not in wrong)
