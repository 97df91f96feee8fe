"""Impute, treat and normalise one indicator: a list over units, and the entry of a pack."""

import math

from tests.golden.handbook.statistics import deviation, each, known, kurtosis, mean, median, skewness


def imputed(xs, entry, groups):
    method = entry["method"]
    if method == "none":
        return xs
    if method == "constant":
        return [entry["value"] if x is None else x for x in xs]
    average = mean if method.startswith("mean") else median
    own = groups if method.endswith("of_group") else [""] * len(xs)
    members = {group: known([x for x, other in zip(xs, own, strict=True) if other == group]) for group in own}
    return [average(members[group]) if x is None and members[group] else x for x, group in zip(xs, own, strict=True)]


def treated(xs, entry):
    if entry["method"] == "none":
        return xs
    found, most = xs, entry.get("most", 5)
    while not _passes(found, entry) and sum(a != b for a, b in zip(xs, found, strict=True)) < most:
        found = _with_next(found)
    then = entry.get("then", "none")
    if _passes(found, entry) or then == "none":
        return found
    start = found if entry.get("combine") else xs
    low, high = min(known(start)), max(known(start))
    power = entry.get("exponent", 0.5)
    change = {
        "log_ct": lambda x: math.log(x - low + 0.01 * (high - low)),
        "log_ct_orig": lambda x: math.log(x - low + 1),
        "log_gii": lambda x: math.log((high - 1) * (x - low) / (high - low) + 1),
        "box_cox": lambda x: ((x - low + 1) ** power - 1) / power,
    }
    return each(start, change[then])


def _passes(xs, entry):
    values = known(xs)
    return abs(skewness(values)) < entry.get("skewness", 2) or kurtosis(values) < entry.get("kurtosis", 3.5)


def _with_next(xs):
    values = known(xs)
    worst, choose = (max(values), max) if skewness(values) > 0 else (min(values), min)
    following = choose(x for x in values if x != worst)
    return each(xs, lambda x: following if x == worst else x)


def normalised(xs, entry, sign, *, code="", units=(), earlier=()):
    """The values on a scale; sign: −1 where less is better; earlier: values of other years that count for extremes."""
    method = entry["method"]
    if method == "none":
        return xs
    turned = each(xs, lambda x: sign * x)
    values = known(turned)
    if not values:
        return xs
    if method in {"minmax", "goalposts"}:
        return _between(turned, entry, sign, code, [*values, *(sign * x for x in earlier)])
    low, high = min(values), max(values)

    def place(x):
        return sum(y < x for y in values)

    if method == "distance_to_reference":
        reference = turned[units.index(entry["reference"])]
        return each(turned, lambda x: 1 - (reference - x) / (reference - low))
    if method == "distance_to_target":
        target, cap = sign * entry["targets"][code], 1 if entry.get("cap") else math.inf
        return each(turned, lambda x: min(cap, (x - low) / (target - low)))
    formulas = {
        "zscore": lambda x: entry.get("mean", 0) + entry.get("deviation", 1) * (x - mean(values)) / deviation(values),
        "rank": lambda x: place(x) + 1,
        "borda": place,
        "percentile": lambda x: place(x) / (len(values) - 1),
        "distance_to_maximum": lambda x: 1 - (high - x) / (high - low),
        "fraction_of_maximum": lambda x: x / high,
        "scale": lambda x: (x - entry.get("centre", 0)) / entry.get("divide", 1),
    }
    return each(turned, formulas[method])


def _between(xs, entry, sign, code, values):
    ends = [min(values), max(values)]
    if entry["method"] == "goalposts":
        ends = sorted(sign * _of(entry[name], code) for name in ("low", "high"))
    elif entry.get("extremes") == "given":
        ends = sorted(sign * entry[name][code] for name in ("minima", "maxima"))
    lower, upper = entry.get("lower", 0), entry.get("upper", 100)
    if ends[0] == ends[1]:
        return each(xs, lambda _: entry.get("when_equal"))
    found = each(xs, lambda x: lower + (upper - lower) * (x - ends[0]) / (ends[1] - ends[0]))
    if entry["method"] == "minmax" or not entry.get("cut", True):
        return found
    return each(found, lambda x: min(max(x, min(lower, upper)), max(lower, upper)))


def _of(given, code):
    return given[code] if isinstance(given, dict) else given
