"""COINr's own example (51 units × 49 indicators) as an edition, and its saved outputs (../shared/golden/asem)."""

import csv

import numpy as np
import polars as pl
from tests.editions import surroundings

from chiso.frameworks import built
from chiso.packs.coin import edition_entry
from chiso.scoring import read, read_csv

RECIPE = {
    "impute": {"method": "mean_of_group", "group": "EurAsia_group"},
    "treat": {"method": "winsorise", "most": 5, "then": "log_ct"},
    "normalise": {"method": "minmax", "lower": 0, "upper": 100},
}


def table(shared, name):
    path = shared / "golden" / "asem" / f"{name}.csv"
    return read_csv(path.read_bytes(), path.name)


def edition(shared, recipe=RECIPE):
    with (shared / "golden" / "asem" / "input_iMeta.csv").open(encoding="utf-8", newline="") as file:
        entry = edition_entry(list(csv.DictReader(file)), "asem/2018", recipe)
    return built(entry, path="asem", surroundings=surroundings())


def observations(shared, of):
    return read(table(shared, "input_iData"), of)


def values(shared, name, units):
    """The codes of a saved output and its values, units in the order asked for."""
    saved = table(shared, name)
    row_of = {unit: row for row, unit in enumerate(saved["uCode"])}
    codes = [code for code in saved.columns if code != "uCode"]
    numbers = saved.select(pl.col(code).replace("", None).cast(pl.Float64) for code in codes).to_numpy()
    return codes, numbers[[row_of[unit] for unit in units]]


def worst(expected, actual):
    """The largest relative difference; infinite where one has a value and the other none."""
    if not np.array_equal(np.isnan(expected), np.isnan(actual)):
        return np.inf
    infinite = np.isinf(expected) | np.isinf(actual)
    if not np.array_equal(expected[infinite], actual[infinite]):
        return np.inf
    apart = np.abs(np.where(infinite, 0.0, expected) - np.where(infinite, 0.0, actual))
    return float(np.nanmax(apart / np.where((expected == 0) | infinite, 1.0, np.abs(expected))))
