"""A small edition to test with: a headline of two components, one of which has two criteria."""

from typing import Any

import yaml

from chiso import packs
from chiso.frameworks import Edition, Surroundings, parse


def written(**changes: Any) -> dict[str, Any]:
    """What the YAML of the small edition says, with some keys changed."""
    both = {"vi": "Tên", "en": "Name"}
    dated = {"from": "2020-01-01", "until": "2021-01-01", "source": "decision"}
    strict = {"when_missing": "blocks", "when_not_applicable": "blocks"}
    node = {"scale": [0, 10], "source": "decision"}
    return {
        "key": "small/2020",
        "name": both,
        "subject": "department",
        "years": [2020, 2020],
        "arithmetic": "statistic",
        "decimals": 2,
        "sources": {"decision": {"title": both, "standing": "stated", "number": "1/QĐ-UBND"}},
        "nodes": [
            {
                "code": "total",
                "kind": "headline",
                "name": {"vi": "Tổng", "en": "Total"},
                "scale": [0, 100],
                "source": "decision",
            },
            {"code": "first", "kind": "component", "parent": "total", "name": {"vi": "Một", "en": "One"}, **node},
            {"code": "second", "kind": "component", "parent": "total", "name": {"vi": "Hai", "en": "Two"}, **node},
            {
                "code": "left",
                "kind": "criterion",
                "parent": "second",
                "name": {"vi": "Trái", "en": "Left"},
                **node,
                "scale": [0, 4],
            },
            {
                "code": "right",
                "kind": "criterion",
                "parent": "second",
                "name": {"vi": "Phải", "en": "Right"},
                **node,
                "scale": [0, 6],
            },
        ],
        "rules": {
            "total": [
                {**dated, "method": "weighted_mean", "multiplier": 10, "weights": {"first": 25, "second": 75}, **strict}
            ],
            "second": [{**dated, "method": "sum_of_points", "parts": ["left", "right"], **strict}],
        },
        "ranking": [{**dated, "together": both}],
        "absent": [],
        **changes,
    }


def rule(code: str, **changes: Any) -> dict[str, Any]:
    """The rules of the small edition with that of one node changed."""
    rules = written()["rules"]
    entry = {**rules[code][0], **changes}
    return {**rules, code: [{key: value for key, value in entry.items() if value is not None}]}


def edition(**changes: Any) -> Edition:
    """The small edition with some keys changed."""
    return parsed(yaml.safe_dump(written(**changes), allow_unicode=True, sort_keys=False))


def parsed(text: str) -> Edition:
    """The edition in a YAML text, among the program's own legal sources and themes."""
    return parse(text, path="framework.yaml", surroundings=surroundings())


def surroundings() -> Surroundings:
    """The program's own schema, legal sources and themes, and a framework."""
    library = packs.built_in()
    return Surroundings(library.schema, library.framework("pci/"), library.legal, frozenset(library.themes()))
