"""One-stop procedures of Lai Châu 2021, as its portal published them (16 units; the province prints three decimals)."""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from tests.golden.tables import table

from chiso import packs
from chiso.scoring import read, score


@pytest.fixture
def published(shared):
    return table(shared, "tthc_laichau_2021.csv")


@pytest.fixture
def card(published):
    edition = packs.load("one-stop/2018")
    return score(edition, read(published, edition, ignore=["total"]), as_of=date(2021, 12, 31))


def test_every_sum_and_class_is_the_one_published(published, card):
    traces = [card.trace(unit) for unit in published["unit"]]

    assert 16 == len(traces)
    assert [Decimal(total) for total in published["total"]] == [trace.score for trace in traces]
    assert published["class"].to_list() == [trace.band.vi for trace in traces]


def test_points_by_file_are_rounded_to_one_decimal_and_what_lacks_data_is_left_out():
    edition = packs.load("one-stop/2018")
    files = {"c1_files_2": 7, "c1_files_1": 2, "c1_files_0": 4, "c8": 1}
    data = pl.DataFrame({"unit": ["Sở"] * 4, "node": list(files), "value": list(files.values())})

    card = score(edition, data)

    assert (Decimal("1.2"), Decimal("2.2")) == (card.row("Sở", "c1")["score"], card.row("Sở", "total")["score"])
    assert "Yếu" == card.trace("Sở").band.vi
