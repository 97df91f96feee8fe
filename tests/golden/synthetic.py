"""Indices that nobody publishes: trees, rules and steps of every kind, over seeded data."""

import numpy as np
import polars as pl
import yaml
from tests.editions import parsed

from chiso.scoring import read

UNITS = tuple(f"Sở {number:02d}" for number in range(1, 25))
REGIONS = {unit: {"region": "Bắc" if number % 3 else "Nam"} for number, unit in enumerate(UNITS)}
LEFT_OUT = {"when_missing": "left_out", "when_not_applicable": "left_out"}
BLOCKS = {"when_missing": "blocks", "when_not_applicable": "blocks"}
INDICATORS = ("a1", "a2", "a3", "b1", "b21", "b22")
TREE = {"total": "", "a": "total", "b": "total", "a1": "a", "a2": "a", "a3": "a", "b1": "b", "b2": "b"} | {
    "b21": "b2",
    "b22": "b2",
}
NEGATIVE = ("a2", "b21")
WEIGHTS = {
    "total": {"a": 70, "b": 30},
    "a": {"a1": 50, "a2": 30, "a3": 20},
    "b": {"b1": 60, "b2": 40},
    "b2": {"b21": 50, "b22": 50},
}


def written(rules, steps=None, tree=None, *, scales=None, negative=NEGATIVE, facts=(), kind="indicator", **changes):
    """What the YAML of an edition says; rules and steps without their dates, or several with them."""
    tree = tree or TREE
    above = set(tree.values())
    return {
        "key": "small/2024",
        "name": _both("Thử"),
        "subject": "department",
        "years": [2020, 2024],
        "arithmetic": "statistic",
        "decimals": 2,
        "sources": {"decision": {"title": _both("Quyết định"), "standing": "stated"}},
        "attributes": {"region": _both("Vùng")},
        "nodes": [
            {
                "code": code,
                "kind": "headline" if not parent else "component" if code in above else kind,
                "name": _both(code),
                "scale": (scales or {}).get(code, "open"),
                "source": "decision",
                **({"parent": parent} if parent else {}),
                **({"direction": "negative"} if code in negative else {}),
            }
            for code, parent in tree.items()
        ],
        "facts": [{"code": code, "name": _both(code), "source": "decision"} for code in facts],
        "rules": {code: _dated(entries) for code, entries in rules.items()},
        **({"steps": _dated(steps)} if steps else {}),
        "ranking": [{"from": "2020-01-01", "source": "decision", "together": _both("Chung")}],
        "absent": [],
        **changes,
    }


def means(methods="weighted_mean", lacking=LEFT_OUT, **options):
    """A mean at each node of the tree, or by code another."""
    named = methods if isinstance(methods, dict) else dict.fromkeys(WEIGHTS, methods)
    return {
        code: {**_entry(named.get(code, "weighted_mean")), "weights": weights, **lacking, **options}
        for code, weights in WEIGHTS.items()
    }


def data(codes=INDICATORS, *, seed=1, missing=0.0, low=1.0, high=10.0):
    """A value of each code for each unit, some of them missing."""
    drawn = np.random.default_rng(seed)
    return {
        unit: {code: None if drawn.random() < missing else round(float(drawn.uniform(low, high)), 3) for code in codes}
        for unit in UNITS
    }


def read_as(edition, observed, *, wide=False):
    """The observations as a long or a wide table says them."""
    codes = list(next(iter(observed.values())))
    if wide:
        table = [
            {"unit": unit, **REGIONS[unit], **{code: _cell(x) for code, x in given.items()}}
            for unit, given in observed.items()
        ]
        return read(pl.DataFrame(table, schema=dict.fromkeys(["unit", "region", *codes], pl.String)), edition)
    rows = [
        {"unit": unit, "node": code, "value": None if isinstance(x, str) else x, "status": _status(x), **REGIONS[unit]}
        for unit, given in observed.items()
        for code, x in given.items()
    ]
    columns = {"unit": pl.String, "node": pl.String, "value": pl.Float64, "status": pl.String, "region": pl.String}
    return read(pl.DataFrame(rows, schema=columns), edition)


def edition_of(entry):
    """The edition that an entry says, through its YAML."""
    return parsed(yaml.safe_dump(entry, allow_unicode=True, sort_keys=False))


def _entry(method):
    return {"method": method} if isinstance(method, str) else method


def _dated(entries):
    given = entries if isinstance(entries, list) else [entries]
    return [{"from": "2020-01-01", "source": "decision", **entry} for entry in given]


def _cell(x):
    return None if x is None else str(x)


def _status(x):
    return "missing" if x is None else x if isinstance(x, str) else "observed"


def _both(text):
    return {"vi": text, "en": text}
