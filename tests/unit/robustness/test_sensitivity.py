"""Sobol's indices against functions whose indices are known."""

import numpy as np
import pytest
from scipy.stats import qmc
from tests.unit.robustness.scored import framework, measured

from chiso.problems import ProblemError
from chiso.robustness import Alternatives, Ground, Weights, sensitivity
from chiso.robustness.sensitivity import indices, moments

SIZE = 4096


def sampled(function):
    """Outcomes of a function of three uniform numbers over the samples A, B and A with each column of B."""
    points = qmc.Sobol(6, rng=np.random.default_rng(1)).random(SIZE)
    a, b = points[:, :3], points[:, 3:]
    mixed = [np.where(np.arange(3) == column, b, a) for column in range(3)]
    return function(np.concatenate([a, b, *mixed]))


def test_of_a_sum_both_indices_are_the_shares_of_variance():
    first, total = indices(sampled(lambda x: 4 * x[:, 0] + 2 * x[:, 1] + x[:, 2]), SIZE)

    assert [16 / 21, 4 / 21, 1 / 21] == pytest.approx(first.tolist(), abs=0.02)
    assert [16 / 21, 4 / 21, 1 / 21] == pytest.approx(total.tolist(), abs=0.02)


def test_the_indices_are_made_of_their_moments():
    made = moments(np.array([1.0, 3.0, 2.0, 6.0, 2.0, 3.0, 1.0, 6.0]), 2)

    assert ([1.0, 9.0], [0.5, 4.5]) == (made.alone.tolist(), made.together.tolist())
    assert np.var([1, 3, 2, 6], ddof=1) == made.variance


def test_what_acts_only_together_shows_in_the_total_alone():
    first, total = indices(sampled(lambda x: (x[:, 0] - 0.5) * (x[:, 1] - 0.5)), SIZE)

    assert [0.0, 0.0, 0.0] == pytest.approx(first.tolist(), abs=0.02)
    assert [1.0, 1.0, 0.0] == pytest.approx(total.tolist(), abs=0.03)


@pytest.fixture
def ground():
    rng = np.random.default_rng(4)
    values = {code: rng.lognormal(0, 1, 12).tolist() for code in "abc"}
    recipe = {"normalise": {"method": "minmax", "lower": 1, "upper": 100}}
    return Ground.of(measured(framework({"a": "all", "b": "all", "c": "all", "all": ""}, recipe), values))


def test_what_changes_nothing_explains_nothing(ground):
    same = ({"method": "minmax", "lower": 1, "upper": 100}, {"method": "minmax", "lower": 2, "upper": 200})
    assumptions = [Alternatives("normalise", same), Weights(0.5)]

    found = sensitivity(ground, assumptions, 64, np.random.default_rng(1))

    assert ("normalise", "weights") == found.names
    assert 0.0 == found.total[0]
    assert found.total[1] > 0.5
    assert (64, 64 * 4) == (found.size, len(found.outcomes))
    assert (found.moments.together / (2 * found.moments.variance)).tolist() == found.total.tolist()


def test_the_score_of_one_unit_may_be_explained(ground):
    found = sensitivity(
        ground,
        [Weights(0.5), Alternatives("aggregate", ("weighted_mean", "geometric_mean"))],
        64,
        np.random.default_rng(1),
        "u3",
    )

    assert found.draws.scores[:, 2].tolist() == found.outcomes.tolist()


@pytest.mark.parametrize(
    ("size", "unit", "code"),
    [(60, None, "robustness.empty_design"), (0, None, "robustness.empty_design"), (64, "x", "road.no_such_unit")],
)
def test_a_sample_of_no_power_of_two_and_unknown_units_are_refused(ground, size, unit, code):
    with pytest.raises(ProblemError) as refused:
        sensitivity(ground, [Weights(0.5)], size, np.random.default_rng(1), unit)

    assert [code] == [problem.code for problem in refused.value.problems]
