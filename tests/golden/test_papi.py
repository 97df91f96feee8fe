"""PAPI by sub-dimension (github.com/hnks-gh/ml-mcdm, commit d165721), and the bands printed in the report of 2022, p. 82."""

from decimal import Decimal

import polars as pl
import pytest
from tests.editions import edition as small_edition
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
def test_every_dimension_is_the_sum_of_its_sub_dimensions(shared, year):
    published = table(shared, f"papi/papi_{year}_derived.csv")
    renamed = published.rename({name: name.partition(":")[0] for name in published.columns})
    asked = [name for name in renamed.columns if name.startswith("SC") and renamed[name].null_count() < len(renamed)]
    tree = _down_to_sub_dimensions(asked)
    computed = [f"dim{number}" for number in range(1, 9)]
    empty = [name for name in renamed.columns if name.startswith("SC") and name not in asked]

    card = score(tree, read(renamed, tree, unit_column="province", ignore=[*computed, *empty, "total"]))

    for code in [*computed, "total"]:
        expected = renamed[code].cast(pl.Float64)
        found = card.frame.filter(pl.col("node") == code)["score"]
        assert expected.is_null().to_list() == found.is_null().to_list()
        assert expected.drop_nulls().to_list() == pytest.approx(found.drop_nulls().to_list(), abs=1e-5, rel=0)


def _down_to_sub_dimensions(codes):
    """An edition with the sub-dimensions under the dimensions, to prove the sums on two levels."""

    def node(code, kind, scale, **more):
        return {
            "code": code,
            "kind": kind,
            "name": {"vi": code, "en": code},
            "scale": scale,
            "source": "decision",
            **more,
        }

    def sums(parts):
        strict = {"when_missing": "blocks", "when_not_applicable": "blocks"}
        return [{"from": "2018-01-01", "source": "decision", "method": "sum_of_points", "parts": parts, **strict}]

    dimensions = {f"dim{number}": [code for code in codes if code[2] == str(number)] for number in range(1, 9)}
    nodes = [node("total", "headline", [8, 80])]
    for dimension, parts in dimensions.items():
        nodes.append(node(dimension, "component", [1, 10], parent="total"))
        nodes += [node(code, "sub_component", [0, 10], parent=dimension) for code in parts]
    return small_edition(
        nodes=nodes,
        rules={"total": sums(list(dimensions)), **{code: sums(parts) for code, parts in dimensions.items()}},
    )


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
