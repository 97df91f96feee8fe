"""What a step in a component is worth."""

import pytest
from tests.unit.robustness.scored import CODES, framework, measured, start, table

from chiso import packs
from chiso.problems import ProblemError
from chiso.robustness import road

DDCI = ("regulations", "services", "transparency", "proactivity", "informal", "digital", "sustainability")


def test_a_tenth_in_a_component_that_weighs_a_fifth_is_a_fifth_of_a_point():
    found = {each.code: each for each in road.worth(start({"A": [6.0] * 10, "B": [6.015] * 10}), "A")}

    assert 0.2 == pytest.approx(found["transparency"].gain)
    assert 0.05 == pytest.approx(found["entry"].gain)
    assert (1, 2) == (found["transparency"].after.rank, found["transparency"].after.rank_of)
    assert 2 == found["entry"].after.rank


def test_a_step_goes_no_further_than_the_scale():
    found = road.worth(start({"A": [9.96, *[5.0] * 9], "B": [5.0] * 10}), "A")[0]

    assert 0.04 == pytest.approx(found.step)
    assert 0.02 == pytest.approx(found.gain)
    assert 0.04 == pytest.approx(found.headroom)


def test_what_is_at_stake_is_the_total_with_the_component_full():
    found = road.worth(start({"A": [6.0] * 10}), "A")[CODES.index("support")]

    assert 8.0 == pytest.approx(found.at_stake)


def test_a_component_that_carries_no_weight_says_so():
    found = {each.code: each for each in road.worth(start({"Sở": [8.0] * 7}, DDCI, "ddci/lao-cai-2019"), "Sở")}

    assert (False, 0.0) == (found["digital"].counts, found["digital"].gain)
    assert found["services"].counts
    assert 0.2 == pytest.approx(found["services"].gain)


def test_the_peers_that_a_step_leaves_behind_or_draws_level_with_are_named_the_nearest_first():
    rows = {"A": [6.0] * 10, "B": [6.1, *[6.0] * 9], "C": [6.4, *[6.0] * 9], "D": [7.0] * 10, "E": [5.0] * 10}
    found = {each.code: each for each in road.worth(start(rows), "A")}

    assert (("B",), ("B", "C")) == (found["entry"].passed, found["transparency"].passed)
    assert 2 == found["transparency"].after.rank


def test_where_areas_cut_across_the_headline_its_own_parts_are_raised():
    codes = ("appraised", "survey", "direction")
    rows = {"A": [60.0, 25.0, 90.0], "B": [61.0, 26.0, 91.0], "C": [55.0, 24.5, 80.0]}
    found = {each.code: each for each in road.worth(start(rows, codes, "par-index/provinces-2022-2030"), "A", 0.5)}

    assert {"appraised": (8.0, 0.5), "survey": (7.0, 0.5)} == {
        code: (pytest.approx(each.at_stake), pytest.approx(each.gain)) for code, each in found.items()
    }


def test_a_total_whose_weights_come_out_of_the_table_is_made_with_the_others():
    aggregate = {"method": "weighted_mean", "weigh": "first_component"}
    edition = framework({"a": "all", "b": "all", "all": ""}, {"normalise": {"method": "none"}, "aggregate": aggregate})
    table = road.Start.of(measured(edition, {"a": [1.0, 2.0, 3.0, 5.0], "b": [2.0, 1.0, 4.0, 4.0]}), ["a", "b"])
    moved = table.scores.copy()
    moved[0] = [4.0, 4.0]

    assert table.totals(moved)[0] == pytest.approx(table.own_totals(0, moved[0]))
    assert table.totals(moved) == pytest.approx(table.totals_with(0, moved[0]))


def test_what_the_total_lacks_is_named_even_where_it_is_no_lever():
    rows = {"A": [None, *[6.0] * 9], "B": [None, *[7.0] * 9]}

    with pytest.raises(ProblemError) as refused:
        road.stands(road.Start.of(table(rows), CODES[1:]), "A")

    assert ["“A” không có điểm tổng hợp vì thiếu: entry"] == [each.message("vi") for each in refused.value.problems]


def test_without_peers_there_is_no_rank():
    assert road.stands(start({"A": [6.0] * 10}), "A").rank is None


@pytest.mark.parametrize(
    ("unit", "step", "code"),
    [("C", 0.1, "road.no_such_unit"), ("B", 0.1, "road.no_total"), ("A", 0.0, "road.bad_step")],
)
def test_what_cannot_be_asked_is_refused(unit, step, code):
    here = start({"A": [6.0] * 10, "B": [None, *[6.0] * 9]})

    with pytest.raises(ProblemError) as refused:
        road.worth(here, unit, step)

    assert [code] == [problem.code for problem in refused.value.problems]


def test_an_edition_without_a_formula_has_no_road():
    codes = tuple(node.code for node in packs.load("ddci/lang-son-2022").components)

    with pytest.raises(ProblemError) as refused:
        start({"A": [6.0] * len(codes)}, codes, "ddci/lang-son-2022")

    assert ["road.no_formula"] == [problem.code for problem in refused.value.problems]


def test_levers_may_be_chosen_but_not_one_under_another():
    edition = framework({"a": "left", "b": "left", "c": "right", "left": "all", "right": "all", "all": ""})
    card = measured(edition, {"a": [1, 2, 3], "b": [3, 2, 1], "c": [1, 3, 2]})

    assert ("left", "c") == road.Start.of(card, ["left", "c"]).levers
    with pytest.raises(ProblemError) as refused:
        road.Start.of(card, ["left", "a"])
    assert ["road.lever_under_lever"] == [problem.code for problem in refused.value.problems]
