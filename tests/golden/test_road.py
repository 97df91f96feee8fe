"""The road on published results: PCI 2016–2021, and the plan 2020 of Lào Cai's Department of Science and Technology."""

import json
from pathlib import Path

import polars as pl
import pytest
from tests.golden import calibration

from chiso import packs
from chiso.robustness import road
from chiso.robustness.road.telling import promise_lines
from chiso.scoring import score

METHOD = Path(__file__).resolve().parents[2] / "docs" / "method" / "road.md"


@pytest.fixture(scope="module")
def found(shared):
    return calibration.outcomes(shared)


def test_all_63_provinces_are_matched_between_2016_and_2017(shared):
    years = {2016: calibration.start(shared, 2016), 2017: calibration.start(shared, 2017)}

    moves = road.learnt(years, calibration.names())

    assert (63, ()) == (moves.count, moves.unmatched)


def test_what_the_method_page_reports_is_what_comes_out(shared, found):
    page = METHOD.read_text("utf-8").splitlines()

    assert [] == [line for line in calibration.tables(shared, found) if line not in page]


def test_every_province_that_must_rise_is_shown_a_way_to_its_rank(shared, found):
    before = calibration.start(shared, 2020)

    for each in found:
        need = road.needed(before, each.unit, each.rank)
        if each.way.cheapest is not None and need.gap > 0:
            assert each.rank >= each.way.cheapest.after.rank


def test_ranks_told_beforehand_beat_keeping_those_of_last_year(shared, found):
    said, plain = calibration.brier(found, drifts=False)

    assert said < calibration.persistence(shared, found) < plain


@pytest.fixture
def department(shared):
    gold = json.loads((shared / "plans" / "gold" / "000.json").read_text("utf-8"))
    edition = packs.load("ddci/lao-cai-2019")
    codes = [node.code for node in edition.components]
    values = [component["baseline"]["score"] for component in gold["components"]]
    targets = {code: component["target"]["score"] for code, component in zip(codes, gold["components"], strict=True)}
    card = score(edition, pl.DataFrame({"unit": ["Sở KH&CN"] * len(codes), "node": codes, "value": values}))
    return road.Start.of(card), targets


def test_the_targets_of_the_plan_come_to_88_points_and_to_no_rank(department):
    start, targets = department

    found = road.promise(start, "Sở KH&CN", targets)

    assert (80.56, 88.0) == (pytest.approx(found.before.total), pytest.approx(found.after.total))
    assert found.after.rank is None
    core = [each.target for each in found.targets if each.counts]
    assert [8.5, 9.0, 9.0, 9.0, 8.5] == core
    assert [0.0, 0.0] == [each.gain for each in found.targets if each.counts is False]
    assert "chưa nói được thứ hạng vì không có điểm của các đơn vị khác" in promise_lines(found)[0]


def test_the_cheapest_way_to_88_points_is_one_of_many(department):
    start, _ = department

    found = road.ways(start, "Sở KH&CN", 88.0, road.even(start, "Sở KH&CN"))

    assert 3.72 == pytest.approx(found.cheapest.effort, abs=1e-6)
    assert 88.0 == pytest.approx(found.cheapest.after.total)
    assert {"digital", "sustainability"}.isdisjoint(found.cheapest.targets)
