"""A whole index: what a pack's YAML says, and what was observed, made into scores and ranks."""

from tests.golden.handbook.rules import AWARDS, awarded, put_together
from tests.golden.handbook.statistics import NOT_APPLICABLE, is_number
from tests.golden.handbook.steps import imputed, normalised, treated

STEPS = ("impute", "treat", "normalise")


def scores(written, observed, *, on, attributes=None, earlier=None):
    """The value of every node: by unit, by code; None where there is none.

    written: the edition as in a pack; observed: by unit, by code; attributes: by unit, by name;
    earlier: by code, the values of other years that count for extremes
    """
    codes = [node["code"] for node in written["nodes"]]
    rules = {code: _in_force(entries, on) for code, entries in written["rules"].items()}
    values = {unit: {code: given.get(code) for code in codes} for unit, given in observed.items()}
    for code, rule in rules.items():
        if rule["method"] in AWARDS:
            for unit, given in observed.items():
                values[unit][code] = awarded(rule, given)
    steps = _in_force(written.get("steps", []), on) or {}
    measured = [code for code in _lowest(written) if rules.get(code, {"method": "yes_no"})["method"] in AWARDS]
    _take_steps(steps, written, measured, values, observed, attributes or {}, earlier or {})
    maxima = {node["code"]: node["scale"][1] if node["scale"] != "open" else 0 for node in written["nodes"]}
    for code in reversed(codes):
        if code in rules and rules[code]["method"] not in {*AWARDS, "announced"}:
            unasked = {part for part in codes if all(values[unit][part] is None for unit in values)}
            for found in values.values():
                found[code] = put_together(rules[code], found, maxima, unasked)
    return {unit: {code: x if is_number(x) else None for code, x in found.items()} for unit, found in values.items()}


def observed_shares(written, observed, *, on):
    """How much of every node was observed: by unit, by code; None where no part of it applies."""
    rules = {code: _in_force(entries, on) for code, entries in written["rules"].items()}
    maxima = {node["code"]: None if node["scale"] == "open" else node["scale"][1] for node in written["nodes"]}
    found = {}
    for unit, given in observed.items():
        shares = {code: None if x == NOT_APPLICABLE else float(x is not None) for code, x in given.items()}
        for code in reversed([node["code"] for node in written["nodes"]]):
            if code in rules:
                stakes = _stakes(rules[code], maxima)
                applying = {part: stake for part, stake in stakes.items() if shares[part] is not None}
                is_whole = applying and (rules[code]["method"] not in AWARDS or len(applying) == len(stakes))
                known = sum(stake * shares[part] for part, stake in applying.items())
                shares[code] = known / sum(applying.values()) if is_whole else None
        found[unit] = shares
    return found


def _stakes(rule, maxima):
    parts = rule.get("weights") or list(rule.get("parts", rule.get("points", ())))
    if isinstance(parts, dict):
        return parts
    is_open = rule["method"] in AWARDS or any(maxima[part] is None for part in parts)
    return {part: 1 if is_open else maxima[part] for part in parts}


def ranks(xs, groups=None):
    """The rank of each and among how many, equal ones alike; None where there is no score."""
    settled = [None if x is None else round(x, 9) for x in xs]
    tables = groups or [""] * len(xs)
    pairs = list(zip(settled, tables, strict=True))
    peers = [[y for y, other in pairs if other == own and y is not None] for _, own in pairs]
    return [
        (None if x is None else 1 + sum(y > x for y in among), len(among))
        for x, among in zip(settled, peers, strict=True)
    ]


def _in_force(entries, on):
    return next(
        (entry for entry in entries if entry["from"] <= on and ("until" not in entry or on < entry["until"])), None
    )


def _lowest(written):
    above = {node.get("parent") for node in written["nodes"]}
    return [node["code"] for node in written["nodes"] if node["code"] not in above]


def _take_steps(steps, written, measured, values, observed, attributes, earlier):
    signs = {node["code"]: -1 if node.get("direction") == "negative" else 1 for node in written["nodes"]}
    for code, by in steps.get("denominate", {}).items():
        for unit, given in observed.items():
            pair = values[unit][code], given.get(by)
            values[unit][code] = pair[0] / pair[1] if all(map(is_number, pair)) else None
    units = list(_screened(steps, measured, values))
    for step in STEPS:
        entries = steps.get(step, [])
        for entry in entries if isinstance(entries, list) else [entries]:
            for code in entry.get("nodes", measured):
                xs = [values[unit][code] for unit in units]
                if step == "impute":
                    groups = [attributes[unit][entry["group"]] if "group" in entry else "" for unit in units]
                    xs = imputed(xs, entry, groups)
                elif step == "treat":
                    xs = treated(xs, entry)
                else:
                    past = earlier.get(code, ())
                    xs = normalised(xs, entry, signs[code], code=code, units=units, earlier=past)
                for unit, x in zip(units, xs, strict=True):
                    values[unit][code] = x


def _screened(steps, measured, values):
    """The units that stay; the others lose all their values."""
    least = steps.get("screen", {}).get("least_observed", 0)
    for unit, found in values.items():
        applying = [found[code] for code in measured if found[code] is None or is_number(found[code])]
        if sum(map(is_number, applying)) >= least * len(applying):
            yield unit
        else:
            found.update(dict.fromkeys(measured))
