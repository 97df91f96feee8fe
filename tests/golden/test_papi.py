"""PAPI by sub-dimension (github.com/hnks-gh/ml-mcdm, commit d165721), and the bands printed in the report of 2022, p. 82."""

from decimal import Decimal

import polars as pl
import pytest
from tests.golden.tables import table

from chiso import packs
from chiso.scoring import half_up, read, score

YEARS = {2018: 2, 2021: 3, 2022: 2, 2024: 2}
# high, upper middle, lower middle, low of dimension 6 in 2022: lowest and highest score of each group
PRINTED_2022 = [("7.8579", "8.3148"), ("7.5189", "7.8072"), ("7.2294", "7.5173"), ("6.4132", "7.2275")]


def scored(shared, year):
    published = table(shared, f"papi/papi_{year}_derived.csv")
    edition = packs.find("PAPI", None, year, "province")
    assert edition is not None
    sub_dimensions = [name for name in published.columns if name.startswith("SC")]
    card = score(edition, read(published, edition, unit_column="province", ignore=[*sub_dimensions, "total"]))
    return card, published


@pytest.mark.parametrize(("year", "lacking"), YEARS.items())
def test_every_total_is_the_sum_of_its_dimensions(shared, year, lacking):
    card, published = scored(shared, year)
    totals = card.frame.filter(pl.col("node") == "total")["score"]

    expected = published["total"].cast(pl.Float64)

    assert (63, lacking) == (len(totals), totals.null_count())
    assert expected.is_null().to_list() == totals.is_null().to_list()
    assert expected.drop_nulls().to_list() == pytest.approx(totals.drop_nulls().to_list(), abs=1e-5, rel=0)


@pytest.mark.parametrize("year", YEARS)
def test_every_dimension_and_total_come_out_of_the_sub_dimensions(shared, year):
    published = table(shared, f"papi/papi_{year}_derived.csv")
    edition = packs.find("PAPI", None, year, "province")
    unknown = [name for name in published.columns if name.startswith("SC") and name.partition(":")[0] not in edition]
    computed = [f"dim{number}" for number in range(1, 9)]

    card = score(edition, read(published, edition, unit_column="province", ignore=[*computed, *unknown, "total"]))

    for code in [*computed, "total"]:
        expected = published[code].cast(pl.Float64)
        found = card.frame.filter(pl.col("node") == code)["score"]
        assert expected.is_null().to_list() == found.is_null().to_list()
        assert expected.drop_nulls().to_list() == pytest.approx(found.drop_nulls().to_list(), abs=1e-5, rel=0)


def test_the_official_workbook_of_2016_comes_out_of_its_sub_dimensions(shared):
    edition = packs.load("papi/2011-2017")
    rows = [row for row in table(shared, "papi/papi_2016.csv").iter_rows() if row[0] not in {None, "999"}]
    columns = [
        code
        for node in edition.components
        for code in (node.code, *(each.code for each in edition.children(node.code)))
    ]
    published = {row[2]: dict(zip([*columns, "total"], map(float, row[3:]), strict=True)) for row in rows}
    observed = [
        (unit, code, values[code]) for unit, values in published.items() for code in columns if code.startswith("SC")
    ]

    card = score(edition, pl.DataFrame(observed, ["unit", "node", "value"], orient="row"))

    assert 63 == len(card.units)
    for code in [*(node.code for node in edition.components), "total"]:
        expected = [published[unit][code] for unit in card.units]
        assert expected == pytest.approx(card.frame.filter(pl.col("node") == code)["score"].to_list(), abs=1e-5, rel=0)


def test_the_groups_of_dimension_6_in_2022_have_the_bounds_printed(shared):
    card, _ = scored(shared, 2022)
    rows = card.frame.filter((pl.col("node") == "dim6") & pl.col("score").is_not_null())

    for code, (lowest, highest) in zip(("high", "upper_middle", "lower_middle", "low"), PRINTED_2022, strict=True):
        scores = rows.filter(pl.col("band") == code)["score"]
        assert (Decimal(lowest), Decimal(highest)) == (half_up(scores.min(), 4), half_up(scores.max(), 4))
    assert {"high": 16, "upper_middle": 16, "lower_middle": 15, "low": 16} == dict(rows["band"].value_counts().rows())


def test_a_province_without_data_has_no_total_and_the_trace_says_so(shared):
    card, _ = scored(shared, 2021)

    trace = card.trace("Quang Ninh")

    assert (None, None, 8) == (trace.score, trace.rank, len(trace.lacking))
