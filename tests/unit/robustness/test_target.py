"""What a rank needs, and what a plan's targets come to."""

import pytest
from tests.unit.robustness.scored import start

from chiso.problems import ProblemError
from chiso.robustness import road

TABLE = {"A": [5.0] * 10, "B": [6.0] * 10, "C": [7.0] * 10, "D": [6.0] * 10}
DDCI = ("regulations", "services", "transparency", "proactivity", "informal", "digital", "sustainability")


@pytest.mark.parametrize(
    ("unit", "rank", "total", "holder", "gap"),
    [
        ("A", 1, 70.0, "C", 20.0),
        ("A", 2, 60.0, "B", 10.0),
        ("A", 3, 60.0, "D", 10.0),
        ("B", 2, 60.0, "D", 0.0),
        ("C", 1, 60.0, "B", 0.0),
        ("B", 1, 70.0, "C", 10.0),
    ],
)
def test_a_rank_needs_the_total_of_the_peer_that_holds_it(unit, rank, total, holder, gap):
    need = road.needed(start(TABLE), unit, rank)

    assert (pytest.approx(total), holder, pytest.approx(gap)) == (need.total, need.holder, need.gap)


def test_the_total_that_is_needed_gives_the_rank():
    table = start(TABLE)
    for rank in (1, 2, 3):
        need = road.needed(table, "A", rank)
        after = road.promise(table, "A", dict.fromkeys(table.levers, need.total / 10)).after
        assert rank >= after.rank


def test_the_last_rank_needs_nothing():
    assert road.needed(start(TABLE), "A", 4).total is None


@pytest.mark.parametrize(("rank", "code"), [(0, "road.no_such_rank"), (5, "road.no_such_rank")])
def test_a_rank_outside_of_the_table_is_refused(rank, code):
    with pytest.raises(ProblemError) as refused:
        road.needed(start(TABLE), "A", rank)

    assert [code] == [problem.code for problem in refused.value.problems]


def test_without_peers_no_rank_can_be_asked_for():
    with pytest.raises(ProblemError) as refused:
        road.needed(start({"A": [5.0] * 10}), "A", 1)

    assert ["road.no_peers"] == [problem.code for problem in refused.value.problems]


def test_targets_come_to_a_total_and_a_rank():
    found = road.promise(start(TABLE), "A", {"support": 7.0, "entry": 6.0}, stated=54.0)

    assert 54.5 == pytest.approx(found.after.total)
    assert (4, False) == (found.after.rank, found.agrees)
    assert [("entry", 0.5), ("support", 4.0)] == [(each.code, pytest.approx(each.gain)) for each in found.targets]
    assert "land" in found.kept


def test_a_target_of_a_component_without_weight_adds_nothing():
    found = road.promise(start({"Sở": [8.0] * 7}, DDCI, "ddci/lao-cai-2019"), "Sở", {"digital": 9.0})

    assert [(False, 0.0)] == [(each.counts, each.gain) for each in found.targets]
    assert 80.0 == pytest.approx(found.after.total)


def test_a_target_of_no_component_is_refused():
    with pytest.raises(ProblemError) as refused:
        road.promise(start(TABLE), "A", {"weather": 9.0})

    assert ["road.no_lever"] == [problem.code for problem in refused.value.problems]
