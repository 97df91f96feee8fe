from datetime import date

import polars as pl
import pytest
from tests.editions import edition

from chiso.scoring import score

NAMES = [{"code": code, "vi": code, "en": code} for code in ("best", "good", "fair", "low")]


def banded(method, intervals, *scores, since="2020-01-01", as_of=None):
    value = {"from": since, "source": "decision", "method": method}
    if intervals:
        value["intervals"] = intervals
    small = edition(band_names=NAMES, bands=[{"nodes": ["total"], "values": [value]}])
    data = pl.DataFrame(
        {"unit": [f"u{n}" for n in range(len(scores))], "node": ["total"] * len(scores), "value": list(scores)},
        strict=False,
    )
    return score(small, data, as_of=as_of).frame.filter(pl.col("node") == "total")["band"].to_list()


def test_between_known_intervals_nothing_is_stated():
    intervals = {"good": [80.11, 85], "fair": [79.5, 79.7]}

    assert [None, "good", "good", None, "fair", None] == banded(
        "known_intervals", intervals, 85.01, 85.0, 80.11, 80.1, 79.7, 79.49
    )


def test_known_intervals_are_of_scores_as_printed():
    assert ["good", None] == banded("known_intervals", {"good": [80.11, 85]}, 80.105, 80.1049)


def test_an_interval_open_on_one_side_goes_on():
    assert ["good", "low"] == banded("known_intervals", {"good": [80, None], "low": [None, 20]}, 100.0, 0.0)


def test_cut_offs_include_the_lower_bound_of_unrounded_scores():
    intervals = {"good": [80, None], "fair": [70, 80], "low": [None, 70]}

    assert ["good", "fair", "fair", "low"] == banded("cut_offs", intervals, 80.0, 79.999, 70.0, 69.999)


@pytest.mark.parametrize(("count", "sizes"), [(63, [16, 16, 15, 16]), (4, [1, 1, 1, 1]), (60, [15, 15, 15, 15])])
def test_quartiles_make_the_groups_that_papi_prints(count, sizes):
    found = banded("quartiles", None, *[float(n) for n in range(count)])

    assert sizes == [found.count(code) for code in ("best", "good", "fair", "low")]


def test_a_unit_without_a_score_has_no_band():
    assert ["best", None, "low"] == banded("quartiles", None, 50.0, None, 10.0)


def test_bands_of_one_year_say_nothing_of_another():
    assert [None] == banded("cut_offs", {"good": [80, None]}, 90.0, since="2020-07-01", as_of=date(2020, 6, 30))
    assert ["good"] == banded("cut_offs", {"good": [80, None]}, 90.0, since="2020-07-01", as_of=date(2020, 7, 1))


def test_without_a_day_only_bands_of_the_whole_edition_hold():
    assert [None] == banded("cut_offs", {"good": [80, None]}, 90.0, since="2020-07-01")


def test_natural_gaps_cut_at_the_widest_gaps_of_the_ranking():
    scores = [90.0, 89.0, 80.0, 79.0, 60.0, None, 20.0]

    assert ["best", "best", "good", "good", "fair", None, "low"] == banded("natural_gaps", None, *scores)
