"""Uncertainty and the road: the sizes of design/anchors.md, for which COINr 1.1.14 takes minutes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.measure import Measured, median_seconds

ASEM = Path(__file__).resolve().parents[2] / "shared" / "golden" / "asem"
UNITS, INDICATORS, COMPONENTS, DRAWS = 63, 150, 10, 1000


def measured() -> Iterator[Measured]:
    """Measure 1,000 draws over four assumptions and over weights alone, and one answer of the road."""
    import numpy as np

    from chiso.robustness import Ground, Weights, uncertainty

    ground = Ground.of(card(synthetic(), "made-up/2020"))
    rng = np.random.default_rng(1)
    name = f"{UNITS} × {INDICATORS} × {COMPONENTS}, {DRAWS:,} draws"
    four = _four_assumptions()
    yield Measured(f"{name}, four assumptions", median_seconds(lambda: uncertainty(ground, four, DRAWS, rng)), 0.2, "s")
    weights = [Weights(0.25)]
    yield Measured(f"{name}, weights only", median_seconds(lambda: uncertainty(ground, weights, DRAWS, rng)), 0.02, "s")
    yield Measured(f"{name}, four assumptions, whole process", _peak_megabytes(), 300, "MB")
    if ASEM.is_dir():
        asem = Ground.of(card(_asem(), "asem/2018"))
        seconds = median_seconds(lambda: uncertainty(asem, four, DRAWS, rng))
        yield Measured(f"ASEM, {DRAWS:,} draws, four assumptions", seconds, 0.15, "s")
    yield from _road()


def _four_assumptions() -> list[Any]:
    from chiso.robustness import Alternatives, Weights

    return [
        Alternatives("treat", tuple({"method": "winsorise", "most": most, "then": "log_ct"} for most in range(1, 6))),
        Alternatives(
            "normalise",
            ({"method": "minmax", "lower": 1, "upper": 100}, {"method": "zscore", "mean": 10, "deviation": 2}),
        ),
        Weights(0.25),
        Alternatives("aggregate", ("weighted_mean", "geometric_mean")),
    ]


def _road() -> Iterator[Measured]:
    """Measure what a page asks of the server at each change: a year of PCI's size, 63 provinces."""
    import numpy as np
    import polars as pl

    from chiso import packs
    from chiso.robustness import road
    from chiso.scoring import score

    edition = packs.load("pci/2013-2021")
    codes = [node.code for node in edition.components]
    rng = np.random.default_rng(2)
    before = rng.normal(6, 0.7, size=(UNITS, len(codes))).clip(1, 10)
    years = {2019: before, 2020: (before + rng.normal(0.1, 0.5, before.shape)).clip(1, 10)}
    starts = {}
    for year, values in years.items():
        wide = pl.DataFrame({"unit": [f"u{n}" for n in range(UNITS)]} | dict(zip(codes, values.T, strict=True)))
        long = wide.unpivot(index="unit", variable_name="node", value_name="value")
        starts[year] = road.Start.of(score(edition, long))
    start, moves = starts[2020], road.learnt(starts)
    totals = start.totals(start.scores)
    unit = start.units[int(np.argsort(totals)[UNITS // 2])]

    def answer() -> None:
        need = road.needed(start, unit, 10)
        road.worth(start, unit)
        road.ways(start, unit, need.total, road.from_moves(start, unit, moves))

    yield Measured("the road of one province: worth, need, cheapest ways", 1000 * median_seconds(answer), 100, "ms")
    draws = 1000
    seconds = median_seconds(lambda: road.future(start, unit, moves, draws, rng))
    yield Measured(f"{draws:,} next years of {UNITS} provinces", 1000 * seconds, 100, "ms")


def card(tables: tuple[list[dict[str, str]], Any], key: str) -> Any:  # noqa: ANN401 - loads slowly, so it has no name here
    """The scorecard of a framework table and a data table of COINr's shape."""
    from chiso import packs
    from chiso.frameworks import Surroundings, built
    from chiso.packs.coin import edition_entry
    from chiso.scoring import read, score

    rows, data = tables
    library = packs.built_in()
    recipe = {"impute": {"method": "mean"}, "treat": {"method": "winsorise", "most": 5}}
    surroundings = Surroundings(library.schema, library.framework("pci/"), library.legal, frozenset(library.themes()))
    edition = built(edition_entry(rows, key, recipe), path=key, surroundings=surroundings)
    return score(edition, read(data, edition))


def synthetic(units: int = UNITS) -> tuple[list[dict[str, str]], Any]:
    """Indicators of which every third is skewed, as counts and amounts of money are."""
    import numpy as np
    import polars as pl

    rng = np.random.default_rng(2026)
    values = rng.normal(50, 10, size=(units, INDICATORS))
    values[:, ::3] = rng.lognormal(0, 1, size=values[:, ::3].shape)
    each = INDICATORS // COMPONENTS
    rows = [
        _row(f"i{number}", 1, f"c{number // each}", direction=-1 if number % 5 == 0 else 1)
        for number in range(INDICATORS)
    ]
    rows += [_row(f"c{number}", 2, "total") for number in range(COMPONENTS)] + [_row("total", 3, "")]
    columns = {f"i{number}": values[:, number] for number in range(INDICATORS)}
    return rows, pl.DataFrame({"uCode": [f"u{number}" for number in range(units)], **columns})


def _row(code: str, level: int, parent: str, direction: int = 1) -> dict[str, str]:
    kind = "Indicator" if level == 1 else "Aggregate"
    return {
        "Level": str(level),
        "iCode": code,
        "iName": code,
        "Parent": parent,
        "Weight": "1",
        "Direction": str(direction),
        "Type": kind,
    }


def _asem() -> tuple[list[dict[str, str]], Any]:
    import csv

    from chiso.scoring import read_csv

    with (ASEM / "input_iMeta.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return rows, read_csv((ASEM / "input_iData.csv").read_bytes(), "input_iData.csv")


def _peak_megabytes() -> float:
    """Memory that a process needs at most which does nothing but one such run."""
    code = (
        "import numpy as np; from benchmarks import robustness as b; from chiso.robustness import Ground, uncertainty;"
        "ground = Ground.of(b.card(b.synthetic(), 'made-up/2020'));"
        "uncertainty(ground, b._four_assumptions(), b.DRAWS, np.random.default_rng(1));"
        "print(b.peak())"
    )
    root = Path(__file__).resolve().parents[1]
    return float(
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=root).stdout
    )


def peak() -> float:
    """Memory of this process at its highest, in MB; of its own since it was started (ru_maxrss would count the parent's). Linux."""
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024
