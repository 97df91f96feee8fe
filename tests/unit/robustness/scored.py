"""Small tables to test with: components given as scores, and indicators measured over units."""

import polars as pl
from tests.editions import surroundings

from chiso import packs
from chiso.frameworks import built
from chiso.packs.coin import edition_entry
from chiso.robustness import road
from chiso.scoring import read, score

PCI = "pci/2013-2021"
CODES = tuple(node.code for node in packs.load(PCI).components)


def table(rows, codes=CODES, key=PCI):
    """A scorecard of units with their scores, in the order of the codes."""
    frame = pl.DataFrame(
        [
            {"unit": unit, "node": code, "value": value}
            for unit, values in rows.items()
            for code, value in zip(codes, values, strict=True)
        ],
        schema={"unit": pl.String, "node": pl.String, "value": pl.Float64},
    )
    return score(packs.load(key), frame)


def start(rows, codes=CODES, key=PCI):
    return road.Start.of(table(rows, codes, key))


def framework(parents, recipe=None, directions=None, weights=None):
    """An edition of indicators under components; parents: by code the code above, '' of the headline."""
    above = set(parents.values())
    rows = [
        {
            "Level": "2" if code in above else "1",
            "iCode": code,
            "iName": code,
            "Parent": parent,
            "Weight": str((weights or {}).get(code, 1)),
            "Direction": str((directions or {}).get(code, 1)),
            "Type": "Aggregate" if code in above else "Indicator",
        }
        for code, parent in parents.items()
    ]
    for row in rows:
        row["Level"] = str(_level(row["iCode"], parents))
    return built(edition_entry(rows, "small/2020", recipe or {}), path="small", surroundings=surroundings())


def measured(edition, values):
    """A scorecard out of indicator values: by code a list over units u1, u2 …"""
    count = len(next(iter(values.values())))
    return score(edition, read(pl.DataFrame({"uCode": [f"u{n}" for n in range(1, count + 1)], **values}), edition))


def _level(code, parents):
    below = [_level(child, parents) for child, parent in parents.items() if parent == code]
    return 1 + max(below, default=0)
