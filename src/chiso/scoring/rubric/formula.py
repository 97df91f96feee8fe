"""Points by a formula of named terms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from operator import add, mul, sub
from typing import Final

import numpy as np

from chiso.frameworks.formula import Formula, Name, Number, Operation, Term
from chiso.scoring.arrays import Floats, divided

Value = Floats | float


def evaluated(formula: Formula, terms: Mapping[str, Floats]) -> Floats:
    """The value of a formula for all units at once; NaN where a term is missing or a denominator zero.

    terms: by code, a value for each unit. Source: Quyết định 766/QĐ-TTg, scores as sums of capped ratios.
    """
    value: Floats = np.asarray(_value(formula.tree, terms), dtype=np.float64)
    return value


def _value(term: Term, terms: Mapping[str, Floats]) -> Value:
    match term:
        case Number(value):
            return value
        case Name(code):
            return terms[code]
        case Operation(operator, inner):
            return _OPERATIONS[operator](*(_value(each, terms) for each in inner))


def _ratio(numerator: Value, denominator: Value, otherwise: Value) -> Floats:
    share = np.where(np.equal(denominator, 0), otherwise, divided(numerator, denominator))
    return np.where(np.isnan(numerator), np.nan, share)


_OPERATIONS: Final[Mapping[str, Callable[..., Value]]] = {
    "+": add,
    "-": sub,
    "*": mul,
    "/": divided,
    "min": lambda *values: reduce(np.minimum, values),
    "max": lambda *values: reduce(np.maximum, values),
    "ratio": _ratio,
}
