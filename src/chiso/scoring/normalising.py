"""One entry of the step normalise, carried out for its indicators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from chiso.frameworks import Step
from chiso.scoring import _problems as told
from chiso.scoring import normalise
from chiso.scoring.arrays import Floats
from chiso.scoring.extremes import Past, bounds


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What a normalisation may need beside the values: codes and directions of the columns, units, earlier years."""

    codes: list[str]
    directions: Floats
    units: list[str]
    past: Past


def normalised(x: Floats, step: Step, setting: Setting) -> Floats:
    """The columns on the scale that the entry asks for, more always better. x: (…, units, columns) as measured."""
    return _METHODS[step.method](x, step, setting)


def turned_bounds(x: Floats, step: Step, setting: Setting) -> tuple[Floats, Floats]:
    """The worst and the best value of each column, turned so that more is better."""
    low, high = bounds(x, step, setting.codes, setting.past)
    less_is_better = setting.directions < 0
    return np.where(less_is_better, -high, low), np.where(less_is_better, -low, high)


def _minmax(x: Floats, step: Step, setting: Setting) -> Floats:
    low, high = turned_bounds(x, step, setting)
    lower, upper = float(step.options["lower"]), float(step.options["upper"])
    found = normalise.minmax(_turned(x, setting), low, high, lower, upper)
    when_equal = float(step.options.get("when_equal", np.nan))
    return np.where((low == high) & ~np.isnan(x), when_equal, found)


def _goalposts(x: Floats, step: Step, setting: Setting) -> Floats:
    low, high = (_by_code(step.options[name], setting) for name in ("low", "high"))
    less_is_better = setting.directions < 0
    posts = np.where(less_is_better, -high, low), np.where(less_is_better, -low, high)
    lower, upper = float(step.options.get("lower", 0)), float(step.options.get("upper", 100))
    return normalise.goalposts(_turned(x, setting), *posts, lower, upper, cut=bool(step.options.get("cut", True)))


def _zscore(x: Floats, step: Step, setting: Setting) -> Floats:
    wanted = float(step.options.get("mean", 0)), float(step.options.get("deviation", 1))
    return normalise.zscore(_turned(x, setting), *wanted)


def _scale(x: Floats, step: Step, setting: Setting) -> Floats:
    return normalise.scale(
        _turned(x, setting), float(step.options.get("centre", 0)), float(step.options.get("divide", 1))
    )


def _to_reference(x: Floats, step: Step, setting: Setting) -> Floats:
    reference = step.options["reference"]
    if reference not in setting.units:
        told.NO_REFERENCE.stop(given=reference, wanted=", ".join(setting.units))
    return normalise.distance_to_reference(_turned(x, setting), setting.units.index(reference))


def _to_target(x: Floats, step: Step, setting: Setting) -> Floats:
    targets = _by_code(step.options["targets"], setting) * setting.directions
    return normalise.distance_to_target(_turned(x, setting), targets, cap=bool(step.options.get("cap", False)))


def _plain(method: Callable[[Floats], Floats]) -> Callable[[Floats, Step, Setting], Floats]:
    return lambda x, _step, setting: method(_turned(x, setting))


_METHODS: Final[Mapping[str, Callable[[Floats, Step, Setting], Floats]]] = {
    "none": lambda x, _step, _setting: x,
    "minmax": _minmax,
    "zscore": _zscore,
    "scale": _scale,
    "rank": _plain(normalise.rank),
    "borda": _plain(normalise.borda),
    "percentile": _plain(normalise.percentile),
    "distance_to_maximum": _plain(normalise.distance_to_maximum),
    "distance_to_reference": _to_reference,
    "distance_to_target": _to_target,
    "fraction_of_maximum": _plain(normalise.fraction_of_maximum),
    "goalposts": _goalposts,
}


def _turned(x: Floats, setting: Setting) -> Floats:
    return normalise.turned(x, setting.directions)


def _by_code(given: Any, setting: Setting) -> Floats:  # noqa: ANN401 - a number, or numbers by code
    if not isinstance(given, Mapping):
        return np.full(len(setting.codes), float(given))
    missing = [code for code in setting.codes if code not in given]
    if missing:
        told.NO_BOUND.stop(given=", ".join(missing))
    return np.array([float(given[code]) for code in setting.codes])
