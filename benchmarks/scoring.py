"""Scoring made-up agencies: by an edition that comes with the program, and by one of 150 indicators."""

from collections.abc import Iterator

from benchmarks.measure import Measured, median_seconds
from benchmarks.robustness import INDICATORS, card, synthetic


def measured() -> Iterator[Measured]:
    """Measure whole scores of thousands of units: values, weights, ranks, bands."""
    import numpy as np
    import polars as pl

    from chiso import packs
    from chiso.scoring import score

    edition = packs.load("pci/2013-2021")
    codes = [node.code for node in edition.components]
    values = np.random.default_rng(2026).uniform(1, 10, size=(3500, len(codes)))
    wide = pl.DataFrame({"unit": [f"u{n}" for n in range(len(values))]} | dict(zip(codes, values.T, strict=True)))
    observations = wide.unpivot(index="unit", variable_name="node", value_name="value")
    seconds = median_seconds(lambda: score(edition, observations))
    yield Measured(f"score 3,500 units × {len(codes)} components", 1000 * seconds, 300, "ms")
    for units, budget in ((3500, 0.3), (35000, 3.0)):
        tables = synthetic(units)
        seconds = median_seconds(lambda tables=tables: card(tables, "made-up/2020"), runs=3)
        yield Measured(f"read, check and score {units:,} units × {INDICATORS} indicators", seconds, budget, "s")
