"""Points by a formula of named terms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

import numpy as np

from chiso.frameworks.formula import Formula, Name, Number, Operation, Term
from chiso.scoring.arrays import Floats, divided


def evaluated(formula: Formula, terms: Mapping[str, Floats]) -> Floats:
    """The value of a formula for all units at once; NaN where a term is missing or a denominator zero.

    terms: by code, a value for each unit. Source: Quyết định 766/QĐ-TTg, scores as sums of capped ratios.
    """
    value: Floats = np.asarray(_value(formula.tree, terms), dtype=np.float64)
    return value


def _value(term: Term, terms: Mapping[str, Floats]) -> Floats | float:
    match term:
        case Number(value):
            return value
        case Name(code):
            return terms[code]
        case Operation(operator, inner):
            return _applied(operator, [_value(each, terms) for each in inner])


def _applied(operator: str, values: list[Floats | float]) -> Floats | float:
    match operator:
        case "+":
            return values[0] + values[1]
        case "-":
            return values[0] - values[1]
        case "*":
            return values[0] * values[1]
        case "/":
            return divided(values[0], values[1])
        case "min":
            return reduce(np.minimum, values)
        case "max":
            return reduce(np.maximum, values)
    numerator, denominator, otherwise = values
    share = np.where(np.equal(denominator, 0), otherwise, divided(numerator, denominator))
    return np.where(np.isnan(numerator), np.nan, share)
