"""Scoring made-up agencies by an edition that comes with the program."""

from collections.abc import Iterator

from benchmarks.measure import Measured, median_seconds


def measured() -> Iterator[Measured]:
    """Measure a whole score of 3,500 units: ten components, weights, ranks, bands."""
    import numpy as np
    import polars as pl

    from chiso import packs
    from chiso.scoring import score

    edition = packs.load("pci/2013-2021")
    codes = [node.code for node in edition.nodes if node.weight is not None]
    values = np.random.default_rng(2026).uniform(1, 10, size=(3500, len(codes)))
    wide = pl.DataFrame({"unit": [f"u{n}" for n in range(len(values))]} | dict(zip(codes, values.T, strict=True)))
    observations = wide.unpivot(index="unit", variable_name="node", value_name="value")
    yield Measured(
        "score 3,500 units × 10 components", 1000 * median_seconds(lambda: score(edition, observations)), 300, "ms"
    )
