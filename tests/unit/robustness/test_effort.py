"""What it costs to raise a component."""

import itertools

import numpy as np
import polars as pl
import pytest
from tests.unit.robustness.scored import start

from chiso.problems import ProblemError
from chiso.robustness import road
from chiso.robustness.road.effort import Basis

CORE = ("regulations", "services", "transparency", "proactivity", "informal")


@pytest.fixture
def years():
    rng = np.random.default_rng(3)
    before = rng.uniform(4, 6, size=(2000, 10))
    after = before + 0.4 * rng.standard_normal(before.shape)
    return {
        2016 + late: start({f"u{n}": row.tolist() for n, row in enumerate(values)})
        for late, values in enumerate((before, after))
    }


def test_effort_one_is_a_rise_that_half_of_those_make_who_do_not_fall_back(years):
    found = road.from_moves(years[2016], "u1", road.learnt(years))["land"]
    middle = 0.4 * 0.6745  # a quarter of all moves is further up than this

    assert 1.0 == pytest.approx(found.of(middle), abs=0.1)
    assert (Basis.LEARNT, 2000) == (found.basis, found.moves)


def test_each_further_point_costs_more(years):
    for effort in road.from_moves(years[2016], "u1", road.learnt(years)).values():
        assert all(first <= second for first, second in itertools.pairwise(effort.costs))


def test_nobody_is_asked_to_go_further_than_anybody_went(years):
    moves = road.learnt(years)
    found = road.from_moves(years[2016], "u1", moves)

    assert found["land"].most <= moves.rest[:, 1].max() + abs(moves.reversion[1])


def test_the_end_of_the_scale_is_the_end_of_the_rise():
    table = start({"A": [9.5] * 10, "B": [5.0] * 10})

    assert [0.5] * 10 == pytest.approx([effort.most for effort in road.even(table, "A").values()])


@pytest.mark.filterwarnings("error")
def test_a_component_that_nobody_has_a_score_of_cannot_be_raised_and_gives_no_warning():
    found = road.even(start({"A": [5.0] * 5, "B": [6.0] * 5}, CORE, "ddci/lao-cai-2019"), "A")

    assert 25.0 == pytest.approx(sum(effort.most for effort in found.values()))
    assert {"digital", "sustainability"} == {code for code, effort in found.items() if not effort.most}


def test_a_shorter_rise_keeps_the_first_pieces():
    effort = road.Effort("a", (1.0, 1.0), (1.0, 3.0), Basis.GIVEN)

    assert (1.0, 0.5) == effort.up_to(1.5).widths
    assert 2.5 == effort.up_to(1.5).of(2.0)
    assert () == effort.up_to(0.0).widths


def test_what_an_office_says_stands_in_place_of_what_was_learnt(years):
    learnt = road.from_moves(years[2016], "u1", road.learnt(years))

    found = road.said(learnt, (road.Said("land", effort=2.0), road.Said("time", most=0.1, lead="Sở X")))

    assert (Basis.GIVEN, 2.0, 0) == (found["land"].basis, found["land"].of(1.0), found["land"].moves)
    assert (Basis.LEARNT, "Sở X") == (found["time"].basis, found["time"].lead)
    assert 0.1 == pytest.approx(found["time"].most)


def test_efforts_are_read_from_a_table():
    table = pl.DataFrame(
        {"node": ["land", "time"], "effort": ["1.5", ""], "step": [None, "0.25"], "lead": ["Sở A", " "]}
    )

    assert (road.Said("land", 1.5, None, None, "Sở A"), road.Said("time", None, None, 0.25, None)) == road.read_efforts(
        table
    )


def test_all_that_is_wrong_with_such_a_table_is_told_at_once():
    with pytest.raises(ProblemError) as refused:
        road.read_efforts(pl.DataFrame({"node": ["land"], "effort": ["nhiều"], "colour": ["red"]}))

    assert ["road.effort_column", "robustness.not_a_number"] == [problem.code for problem in refused.value.problems]
