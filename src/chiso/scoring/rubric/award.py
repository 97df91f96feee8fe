"""The points that a rule awards, by its method."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from chiso.frameworks import Formula, Method, Rule
from chiso.scoring.arrays import Floats
from chiso.scoring.rubric import answers, counts, ratios
from chiso.scoring.rubric.formula import evaluated


def awarded(rule: Rule, facts: Floats) -> Floats:
    """Points of all units for their facts: units × parts of the rule, in its order; draws before them if there are.

    Facts are as `rubric.domain` lets them be; those that are not are refused when they are read.
    """
    return _AWARDS[rule.method](rule, facts)


def _number(rule: Rule, option: str, otherwise: float = 0.0) -> float:
    return float(str(rule.options.get(option, otherwise)))


def _ratio(rule: Rule, facts: Floats) -> Floats:
    return ratios.ratio(facts, _number(rule, "when_zero", float("nan")))


def _codes(rule: Rule) -> list[str]:
    return [part.code for part in rule.parts]


def _numbers(rule: Rule, option: str) -> dict[str, float]:
    given = rule.options.get(option, {})
    return {code: float(number) for code, number in given.items()} if isinstance(given, Mapping) else {}


def _steps(rule: Rule, facts: Floats) -> Floats:
    table = np.asarray(rule.options["steps"], dtype=np.float64)
    return ratios.steps(_ratio(rule, facts), table[:, 0], table[:, 1], _number(rule, "below"))


def _bonus_and_penalty(rule: Rule, facts: Floats) -> Floats:
    bonus, penalty = _numbers(rule, "bonus"), _numbers(rule, "penalty")
    codes = _codes(rule)
    factors = np.array([bonus.get(code, penalty.get(code, 1.0)) for code in codes])
    points = facts * factors
    is_bonus = np.array([code in bonus for code in codes])
    is_penalty = np.array([code in penalty for code in codes])
    return counts.bonus_and_penalty(
        points[..., ~is_bonus & ~is_penalty],
        points[..., is_bonus],
        points[..., is_penalty],
        _number(rule, "most_bonus", float("inf")),
        _number(rule, "most_penalty", float("inf")),
    )


def _share_of_answers(rule: Rule, facts: Floats) -> Floats:
    chosen = rule.options["chosen"]
    wanted = np.array([isinstance(chosen, tuple) and code in chosen for code in _codes(rule)])
    return answers.share_of_answers(facts, wanted, float(rule.multiplier))


def _mean_of_scale(rule: Rule, facts: Floats) -> Floats:
    points = _numbers(rule, "points")
    return answers.mean_of_scale(facts, np.array([points[code] for code in _codes(rule)]))


def _formula(rule: Rule, facts: Floats) -> Floats:
    formula = rule.options["formula"]
    if not isinstance(formula, Formula):
        raise TypeError(formula)
    terms = {code: facts[..., place] for place, code in enumerate(_codes(rule))}
    return np.broadcast_to(evaluated(formula, terms), facts.shape[:-1])


_AWARDS: Final[Mapping[Method, Callable[[Rule, Floats], Floats]]] = {
    Method.YES_NO: lambda rule, facts: counts.yes_no(facts, _number(rule, "maximum")),
    Method.CAPPED_COUNT: lambda rule, facts: counts.capped_count(
        facts, _number(rule, "each"), _number(rule, "maximum")
    ),
    Method.DEDUCTION: lambda rule, facts: counts.deduction(
        facts, _number(rule, "maximum"), _number(rule, "each"), _number(rule, "floor")
    ),
    Method.STEPS: _steps,
    Method.SHARE_OVER_THRESHOLD: lambda rule, facts: ratios.share_over_threshold(
        _ratio(rule, facts), _number(rule, "maximum"), _number(rule, "threshold")
    ),
    Method.PROPORTION_TO_TARGET: lambda rule, facts: ratios.proportion_to_target(
        _ratio(rule, facts), _number(rule, "maximum"), _number(rule, "target")
    ),
    Method.BONUS_AND_PENALTY: _bonus_and_penalty,
    Method.SHARE_OF_ANSWERS: _share_of_answers,
    Method.MEAN_OF_SCALE: _mean_of_scale,
    Method.FORMULA: _formula,
    Method.IMPORTED: lambda rule, facts: counts.imported(facts, _number(rule, "out_of"), _number(rule, "maximum")),
}
