"""COINr 1.1.14's own uncertainty, sensitivity and removal of pillars (../shared/golden/asem), with its own parameters."""

import numpy as np
import pytest
from tests.golden import asem

from chiso.robustness import Alternatives, Ground, WeightSets, pools, removal, replayed
from chiso.robustness.sensitivity import indices, outcomes
from chiso.scoring import score

EXACT = 1e-9
NORMALISATIONS = {
    "n_minmax": {"method": "minmax", "lower": 1, "upper": 100},
    "n_zscore": {"method": "zscore", "mean": 10, "deviation": 2},
}
MEANS = {"a_amean": "weighted_mean", "a_gmean": "geometric_mean"}
STATISTICS = {"Nominal": "rank", "Mean": "rank_mean", "Median": "rank_median", "Q5": "rank_low", "Q95": "rank_high"}
PILLARS = ("Physical", "ConEcFin", "Political", "Instit", "P2P", "Environ", "Social", "SusEcFin")
SOBOL_POINTS = 64


@pytest.fixture(scope="module")
def ground(shared):
    edition = asem.edition(shared)
    return Ground.of(score(edition, asem.observations(shared, edition)))


@pytest.fixture(scope="module")
def weight_sets(shared):
    saved = asem.table(shared, "mc_weights")
    draws = [name for name in saved.columns if name.startswith("r_")]
    rows = [row for row in saved.iter_rows(named=True) if row["iCode"] != "Index"]
    return WeightSets(
        tuple(row["iCode"] for row in rows), np.array([[float(row[draw]) for row in rows] for draw in draws])
    )


@pytest.fixture(scope="module")
def ready(ground, weight_sets):
    assumptions = [
        Alternatives("treat", tuple({"method": "winsorise", "most": most, "then": "log_ct"} for most in range(1, 6))),
        Alternatives("normalise", tuple(NORMALISATIONS.values())),
        weight_sets,
        Alternatives("aggregate", tuple(MEANS.values())),
    ]
    return pools(assumptions, ground, 1, np.random.default_rng(0))


def choices(shared, name):
    """The cases of the saved draws, by their numbers."""
    return np.array(
        [
            [
                int(row["winmax"]) - 1,
                list(NORMALISATIONS).index(row["norm"]),
                int(row["weight_set"]) - 1,
                list(MEANS).index(row["agg"]),
            ]
            for row in asem.table(shared, name).iter_rows(named=True)
        ]
    )


def compared(shared, name, found):
    """The largest relative difference of the statistics of ranks."""
    codes, expected = asem.values(shared, name, found.units)
    frame = found.intervals()
    return max(
        asem.worst(expected[:, codes.index(column)], frame[own].to_numpy().astype(float))
        for column, own in STATISTICS.items()
    )


def test_the_200_saved_weight_sets_give_their_scores_and_ranks(shared, ground, weight_sets):
    ready = pools([weight_sets], ground, 1, np.random.default_rng(0))

    found = replayed(ground, ready, np.arange(200)[:, None])

    assert asem.worst(asem.values(shared, "mc_scores", found.units)[1], found.scores.T) < EXACT
    assert asem.values(shared, "mc_ranks", found.units)[1].tolist() == found.ranks.T.tolist()


def test_the_200_draws_over_four_assumptions_give_their_scores_and_statistics(shared, ground, ready):
    found = replayed(ground, ready, choices(shared, "ua_params"))

    _, expected = asem.values(shared, "ua_scores", found.units)
    assert asem.worst(expected[:, 0], found.nominal) < EXACT
    assert asem.worst(expected[:, 1:], found.scores.T) < EXACT
    assert compared(shared, "ua_rankstats", found) < EXACT


def test_the_384_draws_of_the_sobol_design_give_their_scores_and_indices(shared, ground, ready):
    found = replayed(ground, ready, choices(shared, "sa_params"))

    _, expected = asem.values(shared, "sa_scores", found.units)
    assert asem.worst(expected[:, 1:], found.scores.T) < EXACT
    first, total = indices(outcomes(found), SOBOL_POINTS)
    saved = asem.table(shared, "sa_indices")
    assert asem.worst(saved["Si"].cast(float).to_numpy(), first) < EXACT
    assert asem.worst(saved["STi"].cast(float).to_numpy(), total) < EXACT


def test_the_statistics_of_its_ranks_are_those_of_the_two_samples(shared, ground, ready):
    """COINr takes them over A and B alone, the draws in which every assumption varies freely."""
    found = replayed(ground, ready, choices(shared, "sa_params")[: 2 * SOBOL_POINTS])

    assert compared(shared, "sa_rankstats", found) < EXACT


def test_leaving_out_each_pillar_gives_its_scores_ranks_and_mean_change(shared, ground):
    found = removal(ground, PILLARS)

    codes, scores = asem.values(shared, "remove_scores", ground.units)
    assert ["Nominal", *PILLARS] == codes
    assert asem.worst(scores[:, 1:], found.scores.T) < EXACT
    assert asem.worst(scores[:, 0], found.nominal) < EXACT
    assert asem.values(shared, "remove_ranks", ground.units)[1][:, 1:].tolist() == found.ranks.T.tolist()
    saved = dict(asem.table(shared, "remove_meanabsdiff").iter_rows())
    assert asem.worst(np.array([float(saved[code]) for code in PILLARS]), found.shift) < EXACT
