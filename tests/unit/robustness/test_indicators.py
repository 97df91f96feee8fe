"""Own effect and effect on the peers, kept apart."""

import pytest
from tests.unit.robustness.scored import framework, measured

from chiso.problems import ProblemError
from chiso.robustness import Ground, road

PARENTS = {"a": "all", "b": "all", "all": ""}
MINMAX = {"normalise": {"method": "minmax", "lower": 0, "upper": 100}}


def worth(values, unit, step, recipe=None, directions=None):
    edition = framework(PARENTS, recipe or MINMAX, directions)
    return {each.code: each for each in road.indicator_worth(Ground.of(measured(edition, values)), unit, step)}


def test_inside_the_scale_both_are_the_same_and_peers_stay():
    found = worth({"a": [0.0, 5.0, 10.0], "b": [1.0, 2.0, 3.0]}, "u2", 1.0)["a"]

    assert (5.0, 5.0) == (pytest.approx(found.alone), pytest.approx(found.together))
    assert (0.0, None) == (found.peers, found.most_moved)


def test_the_best_unit_gains_only_what_its_peers_lose():
    found = worth({"a": [0.0, 5.0, 10.0], "b": [1.0, 2.0, 3.0]}, "u3", 2.5)["a"]

    assert 12.5 == pytest.approx(found.alone)
    assert 0.0 == pytest.approx(found.together)
    assert -2.5 == pytest.approx(found.peers)
    assert ("u2", pytest.approx(-5.0)) == found.most_moved


def test_the_worst_unit_lowers_the_others_when_it_rises():
    found = worth({"a": [0.0, 5.0, 10.0], "b": [1.0, 2.0, 3.0]}, "u1", 2.5)["a"]

    assert 12.5 == pytest.approx(found.alone)
    assert 0.0 == pytest.approx(found.together)
    assert ("u2", pytest.approx(-25 + 100 / 6)) == found.most_moved


def test_where_less_is_better_a_step_goes_down():
    found = worth({"a": [0.0, 5.0, 10.0], "b": [1.0, 2.0, 3.0]}, "u2", 1.0, directions={"a": -1})["a"]

    assert 5.0 == pytest.approx(found.together)


def test_a_step_can_change_the_rank_only_because_peers_lose():
    values = {"a": [10.0, 8.0, 0.0], "b": [2.0, 2.2, 3.0]}

    found = worth(values, "u1", 10.0)["a"]

    assert (found.rank_together, found.rank_alone) == (1, 1)
    assert 0.0 == pytest.approx(found.together)
    assert found.peers < 0


def test_a_scale_that_cannot_be_held_gives_the_new_score_among_the_old_ones():
    found = worth({"a": [0.0, 5.0, 10.0], "b": [1.0, 2.0, 3.0]}, "u2", 6.0, {"normalise": {"method": "rank"}})["a"]

    assert (0.5, 0.5) == (pytest.approx(found.alone), pytest.approx(found.together))
    assert ("u3", pytest.approx(-0.5)) == found.most_moved
    assert (1, 2) == (found.rank_together, found.rank_alone)


@pytest.mark.parametrize(("unit", "step", "code"), [("u9", 1.0, "road.no_such_unit"), ("u1", 0.0, "road.bad_step")])
def test_what_cannot_be_asked_is_refused(unit, step, code):
    with pytest.raises(ProblemError) as refused:
        worth({"a": [0.0, 5.0, 10.0], "b": [1.0, 2.0, 3.0]}, unit, step)

    assert [code] == [problem.code for problem in refused.value.problems]


def test_without_a_step_each_indicator_rises_by_a_tenth_of_the_tables_range():
    edition = framework(PARENTS, MINMAX)
    ground = Ground.of(measured(edition, {"a": [0.0, 5.0, 10.0], "b": [2.0, 2.0, 2.0]}))

    found = road.indicator_worth(ground, "u2")

    assert [("a", 1.0)] == [(each.code, each.step) for each in found]


def test_scores_that_are_given_are_no_measured_indicators():
    ground = Ground.of(measured(framework(PARENTS, MINMAX), {"a": [0.0, 5.0, 10.0], "b": [1.0, 2.0, 3.0]}))

    assert (("a", "b"), ("b",)) == (road.measured(ground), road.measured(ground, {"a"}))
    assert ["b"] == [each.code for each in road.indicator_worth(ground, "u2", given=("a",))]
