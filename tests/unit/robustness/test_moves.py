"""What is learnt from the past, and what may come of it."""

import numpy as np
import pytest
from tests.unit.robustness.scored import start

from chiso.problems import ProblemError
from chiso.robustness import road


def years(shift, pull=0.0, noise=0.0, count=40):
    """Two years of units that all move by `shift`, fall back by `pull` of their distance, and by chance."""
    rng = np.random.default_rng(5)
    before = rng.uniform(4, 8, size=(count, 10))
    after = before + shift - pull * (before - before.mean(axis=0)) + noise * rng.standard_normal(before.shape)
    return {
        2016: start({f"u{n}": row.tolist() for n, row in enumerate(before)}),
        2017: start({f"u{n}": row.tolist() for n, row in enumerate(after)}),
    }


def test_drift_and_falling_back_are_told_apart():
    moves = road.learnt(years(0.3, pull=0.4))

    assert [0.3] * 10 == pytest.approx(moves.drift[0].tolist())
    assert [-0.4] * 10 == pytest.approx(moves.reversion.tolist())
    assert 0.0 == pytest.approx(np.abs(moves.rest).max(), abs=1e-12)
    assert (40, ((2016, 2017),)) == (moves.count, moves.pairs)


def test_units_that_run_away_from_the_middle_are_not_taken_for_a_law():
    assert [0.0] * 10 == road.learnt(years(0.0, pull=-0.2)).reversion.tolist()


def test_only_years_that_follow_each_other_are_compared():
    both = years(0.3)
    three = {2016: both[2016], 2017: both[2017], 2020: both[2016]}

    assert ((2016, 2017),) == road.learnt(three).pairs
    with pytest.raises(ProblemError) as refused:
        road.learnt({2016: both[2016], 2018: both[2017]})
    assert ["road.no_moves"] == [problem.code for problem in refused.value.problems]


def test_units_are_matched_whatever_their_spelling():
    before = start({"TT- Huế": [5.0] * 10, "Hà Nội": [6.0] * 10, "Cà Mau": [7.0] * 10, "Hà Tây": [5.0] * 10})
    after = start({"Thừa Thiên Huế": [6.0] * 10, "HÀ NỘI": [6.0] * 10, "Ca Mau": [7.5] * 10})

    moves = road.learnt({2016: before, 2017: after}, {"TT Huế": "Thừa Thiên Huế", "Ca Mau": "Cà Mau"})

    assert 3 == moves.count
    assert ("Hà Tây",) == moves.unmatched


def test_two_units_are_too_few():
    few = {year: start({"A": [5.0] * 10, "B": [6.0] * 10}) for year in (2016, 2017)}

    with pytest.raises(ProblemError) as refused:
        road.learnt(few)

    assert ["road.too_few_moves"] == [problem.code for problem in refused.value.problems]


def test_where_nothing_is_left_to_chance_the_future_is_the_drift():
    both = years(0.25)
    moves = road.learnt(both)
    now = both[2016].totals(both[2016].scores)

    found = road.future(both[2016], "u0", moves, 20, np.random.default_rng(1), drifts=True)
    staying = road.future(both[2016], "u0", moves, 20, np.random.default_rng(1))

    assert [now[0] + 2.5] * 20 == pytest.approx(found.totals.tolist())
    assert [now[0]] * 20 == pytest.approx(staying.totals.tolist())
    assert [sorted(now[1:])[-3] + 2.5] * 20 == pytest.approx(found.bar(3).tolist())


def test_a_total_is_as_sure_as_the_share_of_futures_in_which_it_suffices():
    both = years(0.1, pull=0.3, noise=0.4)
    found = road.future(both[2017], "u3", road.learnt(both), 400, np.random.default_rng(1))

    for probability in (0.1, 0.5, 0.9):
        total = found.enough(10, probability)
        assert probability <= found.suffices(total, 10) <= probability + 1 / 400
        ranks = found.ranks_of(total)
        assert found.suffices(total, 10) == np.mean(ranks <= 10)
    assert 1.0 == found.suffices(0.0, 40)


def test_the_same_seed_gives_the_same_future():
    both = years(0.1, noise=0.4)
    moves = road.learnt(both)
    twice = [road.future(both[2017], "u3", moves, 50, np.random.default_rng(7)).totals.tolist() for _ in range(2)]

    assert twice[0] == twice[1]


def test_chances_tell_both_what_suffices_and_what_comes_of_itself():
    both = years(0.1, noise=0.4)
    found = road.future(both[2017], "u3", road.learnt(both), 100, np.random.default_rng(7))

    [sure, never] = road.chances(found, 40, [0.0, 101.0])

    assert (1.0, 1.0) == (sure.suffices, sure.reached)
    assert 0.0 == never.reached


@pytest.mark.parametrize("probability", [0.0, 1.0, 80])
def test_what_is_no_probability_is_refused(probability):
    both = years(0.1, noise=0.4)
    found = road.future(both[2017], "u3", road.learnt(both), 10, np.random.default_rng(7))

    with pytest.raises(ProblemError) as refused:
        found.enough(10, probability)

    assert ["road.bad_probability"] == [problem.code for problem in refused.value.problems]
