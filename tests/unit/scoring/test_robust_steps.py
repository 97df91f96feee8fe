"""Every method of every step copes with gaps, equal values and single units, and keeps what it must keep."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.frameworks import Step
from chiso.frameworks.signatures import STEPS
from chiso.scoring.arrays import mean, median
from chiso.scoring.extremes import Past
from chiso.scoring.impute import by_average
from chiso.scoring.normalising import _METHODS, Setting, normalised
from chiso.scoring.rank import ranks
from chiso.scoring.treat import Treatment, treated

OPTIONS = {
    "minmax": {"lower": 1, "upper": 10},
    "distance_to_reference": {"reference": "u0"},
    "distance_to_target": {"targets": {"a": 3, "b": 4}},
    "goalposts": {"low": 0, "high": 10},
}
cells = st.one_of(st.just(float("nan")), st.sampled_from([0.0, 1.0, 2.0, 7.5, -3.0, 100.0]))
tables = st.lists(st.tuples(cells, cells), min_size=1, max_size=9).map(np.array)


def setting(x):
    return Setting(["a", "b"], np.array([1.0, -1.0]), [f"u{n}" for n in range(len(x))], Past())


def test_every_method_that_a_pack_may_name_is_there():
    assert set(STEPS["normalise"]) == set(_METHODS)


@pytest.mark.parametrize("method", [*STEPS["normalise"]])
@given(x=tables)
def test_a_normalisation_leaves_gaps_as_gaps_and_turns_no_order_round(method, x):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = normalised(x, Step(method, options=OPTIONS.get(method, {})), setting(x))

    assert np.isnan(found[np.isnan(x)]).all()
    if method not in {"none", "fraction_of_maximum", "distance_to_reference", "distance_to_target"}:
        for column, sign in enumerate((1, -1)):
            known = ~np.isnan(found[:, column])
            order = np.argsort(sign * x[known, column], kind="stable")
            assert (np.diff(found[known, column][order]) >= -1e-12).all()


@given(x=tables)
def test_draws_are_normalised_as_single_tables_are(x):
    step, both = Step("zscore"), np.stack([x, 2 * x + 1])

    found = normalised(both, step, setting(x))

    for draw, single in enumerate(both):
        np.testing.assert_array_equal(found[draw], normalised(single, step, setting(x)))


@given(x=tables, most=st.integers(0, 5), then=st.sampled_from(["none", "log_ct", "log_ct_orig", "box_cox"]))
def test_a_treatment_keeps_the_order_of_the_units(x, most, then):
    found = treated(x, Treatment(most=most, then=then))

    assert (np.isnan(found) == np.isnan(x)).all()
    for column in range(2):
        known = ~np.isnan(x[:, column])
        order = np.argsort(x[known, column], kind="stable")
        assert (np.diff(found[known, column][order]) >= -1e-12).all()


@given(x=tables, average=st.sampled_from([mean, median]))
def test_an_imputation_changes_only_what_was_missing(x, average):
    found = by_average(x, average)

    assert (found[~np.isnan(x)] == x[~np.isnan(x)]).all()
    for column in range(2):
        known = x[~np.isnan(x[:, column]), column]
        expected = np.nan if not len(known) else {mean: np.mean, median: np.median}[average](known)
        assert found[np.isnan(x[:, column]), column].tolist() == pytest.approx(
            [expected] * int(np.isnan(x[:, column]).sum()), nan_ok=True
        )


@given(x=tables)
def test_a_rank_is_one_more_than_the_number_of_higher_scores(x):
    found = ranks(x)

    for column in range(2):
        for row, score in enumerate(x[:, column]):
            expected = np.nan if np.isnan(score) else 1 + (x[:, column] > score).sum()
            assert found[row, column] == pytest.approx(expected, nan_ok=True)
