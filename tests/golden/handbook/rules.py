"""What a rule of a pack makes of facts, or of the scores of its parts."""

import math

from tests.golden.handbook.statistics import NOT_APPLICABLE

AWARDS = {
    "yes_no",
    "capped_count",
    "deduction",
    "steps",
    "share_over_threshold",
    "proportion_to_target",
    "bonus_and_penalty",
    "share_of_answers",
    "mean_of_scale",
    "formula",
    "imported",
}

_FUNCTIONS = {"min": min, "max": max, "ratio": lambda a, b, c: a / b if b else c}


def awarded(rule, facts):
    """The points for facts by code; None where one is missing, NOT_APPLICABLE where one does not apply."""
    x = {code: facts.get(code) for code in rule.get("parts", rule.get("points", ()))}
    if NOT_APPLICABLE in x.values():
        return NOT_APPLICABLE
    if None in x.values():
        return None
    found = _points(rule, x)
    if found is None or "decimals" not in rule:
        return found
    return math.floor(found * 10 ** rule["decimals"] + 0.5 + 1e-9) / 10 ** rule["decimals"]


def _points(rule, x):
    first, whole, maximum = next(iter(x.values())), sum(x.values()), rule.get("maximum")
    formulas = {
        "yes_no": lambda: maximum * first,
        "capped_count": lambda: min(maximum, rule["each"] * whole),
        "deduction": lambda: max(rule.get("floor", 0), maximum - rule["each"] * whole),
        "bonus_and_penalty": lambda: _with_bonus(rule, x),
        "share_of_answers": lambda: rule.get("multiplier", 100) * sum(x[code] for code in rule["chosen"]) / whole,
        "mean_of_scale": lambda: sum(points * x[code] for code, points in rule["points"].items()) / whole,
        "imported": lambda: maximum * first / rule["out_of"],
        "formula": lambda: eval(rule["formula"], {"__builtins__": {}}, {**_FUNCTIONS, **x}),  # a test's own formula
    }
    return formulas.get(rule["method"], lambda: _for_ratio(rule, list(x.values())))()


def _for_ratio(rule, numbers):
    ratio = numbers[0] if len(numbers) == 1 else numbers[0] / numbers[1] if numbers[1] else rule.get("when_zero")
    if ratio is None:
        return None
    match rule["method"]:
        case "steps":
            return next((points for bound, points in rule["steps"] if ratio >= bound), rule.get("below", 0))
        case "share_over_threshold":
            return min(1, ratio) * rule["maximum"] if ratio >= rule["threshold"] else 0
    return min(1, ratio / rule["target"]) * rule["maximum"]


def _with_bonus(rule, x):
    bonus = sum(points * x[code] for code, points in rule.get("bonus", {}).items())
    penalty = sum(points * x[code] for code, points in rule.get("penalty", {}).items())
    base = sum(x[code] for code in x if code not in {**rule.get("bonus", {}), **rule.get("penalty", {})})
    return base + min(rule.get("most_bonus", math.inf), bonus) - min(rule.get("most_penalty", math.inf), penalty)


def put_together(rule, values, maxima, unasked):
    """The score of a whole; values: of all nodes by code; unasked: codes of which no unit has a value."""
    given = rule.get("weights") or dict.fromkeys(rule["parts"], 1)
    left = unasked if rule.get("unasked") == "left_out" else set()
    parts = {code: values[code] for code in given if code not in left}
    applying = {code: value for code, value in parts.items() if value != NOT_APPLICABLE}
    there = {code: value for code, value in applying.items() if value is not None}
    if not applying:
        return NOT_APPLICABLE if rule["when_not_applicable"] == "left_out" else None
    if len(applying) < len(parts) and rule["when_not_applicable"] == "blocks":
        return None
    if len(there) < len(applying) and rule["when_missing"] == "blocks":
        return None
    if not there or len(there) / len(applying) < rule.get("least_share", 0):
        return None
    weights = {code: given[code] for code in there}
    return _whole(rule, there, weights, math.fsum(maxima[code] for code in there))


def _whole(rule, x, weights, maximum):
    whole = math.fsum(weights.values())

    def weighed(change):
        return math.fsum(weights[code] * change(value) for code, value in x.items()) / whole

    match rule["method"]:
        case "sum_of_points":
            return math.fsum(x.values())
        case "share_of_maximum":
            return rule["multiplier"] * math.fsum(x.values()) / maximum
        case "weighted_mean":
            found = weighed(float)
        case "geometric_mean":
            found = math.exp(weighed(math.log)) if min(x.values()) > 0 else 0.0
        case "harmonic_mean":
            found = 1 / weighed(lambda value: 1 / value)
        case "power_mean":
            found = weighed(lambda value: value ** rule["exponent"]) ** (1 / rule["exponent"])
    return rule.get("multiplier", 1) * found
