"""What each method of a rule and of a step needs, so that a misspelt name is an error and never a warning."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from chiso.frameworks._problems import ENDS_CLASH, MISSING_KEY, NOT_ONE_OF, UNKNOWN_KEY
from chiso.frameworks.formula import parse_formula
from chiso.frameworks.option_values import faults_of_options
from chiso.frameworks.rules import Method
from chiso.problems import Problem, ProblemError

_LACKING: Final = frozenset({"when_missing", "when_not_applicable"})
_WHOLE: Final = frozenset({"least_share", "decimals", "unasked"})
_RATIO: Final = frozenset({"when_zero"})


@dataclass(frozen=True, slots=True)
class Signature:
    """The options that a method needs, those that it may have, and how many parts it takes (None: any number)."""

    needs: frozenset[str]
    may: frozenset[str] = frozenset()
    most_parts: int | None = None


def _of(*needs: str, may: Collection[str] = (), most_parts: int | None = None) -> Signature:
    return Signature(frozenset(needs), frozenset(may), most_parts)


_MEAN: Final = _of("weights", *_LACKING, may={*_WHOLE, "multiplier", "weights_are", "weigh"})
_AWARD: Final = {"decimals", *_LACKING}

RULES: Final[Mapping[Method, Signature]] = {
    Method.WEIGHTED_MEAN: _MEAN,
    Method.GEOMETRIC_MEAN: _MEAN,
    Method.HARMONIC_MEAN: _MEAN,
    Method.POWER_MEAN: Signature(_MEAN.needs | {"exponent"}, _MEAN.may),
    Method.SUM_OF_POINTS: _of("parts", *_LACKING, may=_WHOLE),
    Method.SHARE_OF_MAXIMUM: _of("parts", "multiplier", *_LACKING, may=_WHOLE),
    Method.ANNOUNCED: _of(),
    Method.YES_NO: _of("parts", "maximum", may=_AWARD, most_parts=1),
    Method.CAPPED_COUNT: _of("parts", "each", "maximum", may=_AWARD),
    Method.DEDUCTION: _of("parts", "maximum", "each", may={*_AWARD, "floor"}),
    Method.STEPS: _of("parts", "steps", may={*_AWARD, *_RATIO, "below"}, most_parts=2),
    Method.SHARE_OVER_THRESHOLD: _of("parts", "maximum", "threshold", may={*_AWARD, *_RATIO}, most_parts=2),
    Method.PROPORTION_TO_TARGET: _of("parts", "maximum", "target", may={*_AWARD, *_RATIO}, most_parts=2),
    Method.BONUS_AND_PENALTY: _of("parts", may={*_AWARD, "bonus", "penalty", "most_bonus", "most_penalty"}),
    Method.SHARE_OF_ANSWERS: _of("parts", "chosen", may={*_AWARD, "multiplier"}),
    Method.MEAN_OF_SCALE: _of("points", may=_AWARD),
    Method.FORMULA: _of("parts", "formula", may=_AWARD),
    Method.IMPORTED: _of("parts", "edition", "node", "out_of", "maximum", may=_AWARD, most_parts=1),
}

_EXTREMES: Final = {"extremes", "minima", "maxima", "since", "years", "when_equal"}
STEPS: Final[Mapping[str, Mapping[str, Signature]]] = {
    "impute": {
        "none": _of(),
        "mean": _of(),
        "median": _of(),
        "mean_of_group": _of("group"),
        "median_of_group": _of("group"),
        "constant": _of("value"),
    },
    "treat": {
        "none": _of(),
        "winsorise": _of(may={"most", "skewness", "kurtosis", "then", "exponent", "combine"}),
    },
    "normalise": {
        "none": _of(),
        "minmax": _of("lower", "upper", may=_EXTREMES),
        "zscore": _of(may={"mean", "deviation"}),
        "scale": _of(may={"centre", "divide"}),
        "rank": _of(),
        "borda": _of(),
        "percentile": _of(),
        "distance_to_maximum": _of(),
        "distance_to_reference": _of("reference"),
        "distance_to_target": _of("targets", may={"cap"}),
        "fraction_of_maximum": _of(),
        "goalposts": _of("low", "high", may={"lower", "upper", "cut"}),
    },
}
_OF_EXTREMES: Final[Mapping[str, Signature]] = {
    "units": _of(),
    "window": _of("years", may={"minima", "maxima"}),
    "running": _of(may={"since", "minima", "maxima"}),
    "given": _of("minima", "maxima"),
}
_OF_THEN: Final[Mapping[str, Signature]] = {
    "none": _of(),
    "log_ct": _of(may={"combine"}),
    "log_ct_orig": _of(may={"combine"}),
    "log_gii": _of(may={"combine"}),
    "box_cox": _of(may={"combine", "exponent"}),
}
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "then": ("none", "log_ct", "log_ct_orig", "log_gii", "box_cox"),
    "extremes": ("units", "window", "running", "given"),
    "weights_are": ("per_cent", "relative"),
    "weigh": ("given", "first_component"),
}
_DATED: Final = frozenset({"from", "until", "source", "method"})


def faults_of_rule(entry: Mapping[str, Any], where: str) -> list[Problem]:
    """What a rule lacks or has too much for its method."""
    found = _compared(entry, RULES[Method(entry["method"])], where, always=_DATED)
    try:
        parse_formula(entry.get("formula", "0"))
    except ProblemError as error:
        found += [replace(problem, where=f"{where}/formula, {problem.where}") for problem in error.problems]
    return found


def faults_of_step(step: str, entry: Mapping[str, Any], where: str) -> list[Problem]:
    """What an entry of a step has wrong: its method, an option, or a choice of one."""
    methods, method = STEPS[step], entry.get("method")
    if method not in methods:
        return [NOT_ONE_OF(where=where, given=method, wanted=", ".join(nearest_first(str(method), methods)))]
    signature = methods[str(method)]
    found = _compared(entry, _narrowed(signature, entry), where, always=frozenset({"method", "nodes"}))
    values = list(faults_of_options(entry, where))
    return [*found, *(values or _faults_of_ends(entry, where))]


def nearest_first(written: str, names: Collection[str]) -> list[str]:
    """All names, those like what is written first.

    >>> nearest_first("minmaks", ["none", "zscore", "minmax"])
    ['minmax', 'none', 'zscore']
    """
    close = difflib.get_close_matches(written, names)
    return [*close, *(name for name in names if name not in close)]


def codes_named(options: Mapping[str, Any]) -> list[str]:
    """The codes to which the options of a step give numbers."""
    return [code for value in options.values() if isinstance(value, Mapping) for code in value]


def _faults_of_ends(entry: Mapping[str, Any], where: str) -> list[Problem]:
    """Two ends of which the one that is to be the greater is not."""
    found = []
    for low, high in (("low", "high"), ("minima", "maxima")):
        lows, highs = _by_code(entry.get(low)), _by_code(entry.get(high))
        for code in lows.keys() | highs.keys():
            lower, upper = lows.get(code, lows.get("")), highs.get(code, highs.get(""))
            if lower is not None and upper is not None and lower >= upper:
                found.append(ENDS_CLASH(where=where, given=f"{low} {lower}, {high} {upper}", wanted=code or "–"))
    lower, upper = entry.get("lower", 0), entry.get("upper", 100)
    if lower == upper:  # from high to low is a scale too, on which less is better
        found.append(ENDS_CLASH(where=where, given=f"lower {lower}, upper {upper}", wanted="–"))
    return found


def _by_code(given: Any) -> dict[str, Any]:  # noqa: ANN401 - a number, or numbers by code
    """Numbers by code; one for all stands by the empty code."""
    return {} if given is None else dict(given) if isinstance(given, Mapping) else {"": given}


def _narrowed(signature: Signature, entry: Mapping[str, Any]) -> Signature:
    """What a method needs once one of its options is chosen, on which others hang."""
    for option, default, of_choice in (("extremes", "units", _OF_EXTREMES), ("then", "none", _OF_THEN)):
        chosen = of_choice.get(entry.get(option, default))
        if option in signature.may and chosen is not None:
            hanging = frozenset().union(*(each.needs | each.may for each in of_choice.values()))
            signature = Signature(signature.needs | chosen.needs, (signature.may - hanging) | chosen.may)
    return signature


def _compared(entry: Mapping[str, Any], wanted: Signature, where: str, *, always: frozenset[str]) -> list[Problem]:
    known = wanted.needs | wanted.may | always
    missing = [MISSING_KEY(where=where, given=key) for key in sorted(wanted.needs - set(entry))]
    unknown = [
        UNKNOWN_KEY(where=where, given=key, wanted=", ".join(sorted(known))) for key in sorted(set(entry) - known)
    ]
    wrong = [
        NOT_ONE_OF(where=f"{where}/{key}", given=entry[key], wanted=", ".join(choices))
        for key, choices in CHOICES.items()
        if key in entry and key in known and entry[key] not in choices
    ]
    return [*missing, *unknown, *wrong]
