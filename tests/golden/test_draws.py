"""Every draw of every assumption, made once more by the handbook's formulas in plain Python, one draw at a time."""

import copy
from datetime import date

import numpy as np
import pytest
from tests.golden.handbook.index import ranks, scores
from tests.golden.handbook.statistics import NOT_APPLICABLE, is_number, quantile
from tests.golden.synthetic import LEFT_OUT, REGIONS, UNITS, data, edition_of, means, read_as, written

from chiso.robustness import (
    Alternatives,
    Dropping,
    Ground,
    Replicates,
    StandardErrors,
    Weights,
    WeightSets,
    uncertainty,
)
from chiso.robustness import removal as without_each
from chiso.robustness.pools import Pool
from chiso.robustness.sensitivity import design, indices
from chiso.scoring import score

EXACT = 1e-12
DRAWS = 40
ON = "2024-12-31"
MEASURED = ("a1", "a2", "b1", "b21", "b22")
ANSWERS = ("no", "rather", "yes")
SURVEY = {"method": "share_of_answers", "parts": list(ANSWERS), "chosen": ["yes"]}
STEPS = {
    "impute": {"method": "mean_of_group", "group": "region"},
    "treat": {"method": "winsorise", "most": 3},
    "normalise": {"method": "minmax", "lower": 1, "upper": 100},
}
IMPUTATIONS = ("none", {"method": "mean"}, {"method": "median_of_group", "group": "region"})
TREATMENTS = ("none", {"method": "winsorise", "most": 1}, {"method": "winsorise", "most": 4, "then": "log_ct"})
NORMALISATIONS = (STEPS["normalise"], {"method": "zscore", "mean": 50, "deviation": 5}, "rank")
MEANS = (
    "weighted_mean",
    "geometric_mean",
    {"method": "power_mean", "exponent": -1},
    {"b": "harmonic_mean", "total": "geometric_mean"},
)


def observations():
    """Outliers, missing values, one that does not apply, and an indicator that comes out of counted answers."""
    found = data(MEASURED, seed=4, missing=0.08)
    counted = data(ANSWERS, seed=5, low=5, high=40)
    found[UNITS[0]]["a1"], found[UNITS[1]]["b22"], found[UNITS[2]]["a2"] = 300.0, 500.0, NOT_APPLICABLE
    return {unit: {**found[unit], **counted[unit]} for unit in UNITS}


OBSERVED = observations()
WRITTEN = written({**means({"b": "geometric_mean"}, LEFT_OUT), "a3": SURVEY}, STEPS, facts=ANSWERS)
EDITION = edition_of(WRITTEN)


@pytest.fixture(scope="module")
def ground():
    return Ground.of(score(EDITION, read_as(EDITION, OBSERVED), as_of=date.fromisoformat(ON)))


def table(values):
    """Numbers by code in all units as units × codes, where there is a value."""
    found = np.zeros((len(UNITS), len(EDITION.codes)))
    for row, unit in enumerate(UNITS):
        for code, number in values.items():
            found[row, EDITION.codes.index(code)] = number if is_number(OBSERVED[unit][code]) else 0
    return found


def replicates():
    """What twelve sets of replicate weights might make of three indicators."""
    drawn, values = np.random.default_rng(7), np.full((12, len(UNITS), len(EDITION.codes)), np.nan)
    known = table(dict.fromkeys((*MEASURED, *ANSWERS), 1)) > 0
    for row, unit in enumerate(UNITS):
        for code in ("a1", "b1", "yes"):
            place = EDITION.codes.index(code)
            if known[row, place]:
                values[:, row, place] = OBSERVED[unit][code] + drawn.normal(0, 0.03, 12)
    return Replicates(values, np.full(12, 1 / 11))


ERRORS = StandardErrors(table({"a1": 0.05, "b1": 0.1, "yes": 0.5}))
SETS = WeightSets(("a1", "b"), np.random.default_rng(3).uniform(1, 50, (7, 2)))
CASES = {
    "weights": [Weights(0.25)],
    "some weights": [Weights(0.5, ("a1", "b"))],
    "sets of weights": [SETS],
    "imputation": [Alternatives("impute", IMPUTATIONS)],
    "treatment": [Alternatives("treat", TREATMENTS)],
    "normalisation": [Alternatives("normalise", NORMALISATIONS)],
    "aggregation": [Alternatives("aggregate", MEANS)],
    "dropping": [Dropping(("a", "b1", "a2", "b22", "a3"))],
    "standard errors": [ERRORS],
    "replicates": [replicates()],
    "all of them": [
        Weights(0.25),
        Alternatives("impute", IMPUTATIONS),
        Alternatives("treat", TREATMENTS),
        Alternatives("normalise", NORMALISATIONS),
        Alternatives("aggregate", MEANS[:2]),
        Dropping(("a1", "b21")),
        ERRORS,
    ],
}


def drawn_again(found, assumptions, draw):
    """The scores of one draw, from what is kept of it."""
    entry, observed = copy.deepcopy(WRITTEN), copy.deepcopy(OBSERVED)
    for assumption, pool, case in zip(assumptions, found.pools, found.choices[draw], strict=True):
        match assumption:
            case Weights():
                _reweigh(entry, dict(zip(EDITION.codes, pool.factors[case], strict=True)))
            case WeightSets():
                _replace(entry, dict(zip(assumption.codes, assumption.sets[case], strict=True)))
            case Dropping() if case:
                _drop(entry, assumption.codes[case - 1])
            case StandardErrors():
                _move(observed, pool.noise[case] * assumption.errors)
            case Replicates():
                away = np.nan_to_num(assumption.values - found.ground.given.values)
                roots = np.sqrt(assumption.scales)
                _move(
                    observed, sum(z * root * each for z, root, each in zip(pool.noise[case], roots, away, strict=True))
                )
            case Alternatives(step="aggregate"):
                _aggregate(entry, assumption.choices[case])
            case Alternatives():
                entry["steps"][0][assumption.step] = _named(assumption.choices[case])
    made = scores(entry, observed, on=ON, attributes=REGIONS)
    return [made[unit]["total"] for unit in UNITS]


def _reweigh(entry, factors):
    for rule in (rule for [rule] in entry["rules"].values() if "weights" in rule):
        rule["weights"] = {code: weight * factors[code] for code, weight in rule["weights"].items()}


def _replace(entry, weights):
    for rule in (rule for [rule] in entry["rules"].values() if "weights" in rule):
        rule["weights"] |= {code: weight for code, weight in weights.items() if code in rule["weights"]}


def _drop(entry, code):
    gone = {code}
    for node in entry["nodes"]:
        if node.get("parent") in gone:
            gone.add(node["code"])
    entry["nodes"] = [node for node in entry["nodes"] if node["code"] not in gone]
    entry["rules"] = {own: rules for own, rules in entry["rules"].items() if own not in gone}
    for rule in (rule for [rule] in entry["rules"].values() if "weights" in rule):
        rule["weights"] = {own: weight for own, weight in rule["weights"].items() if own not in gone}


def _move(observed, shift):
    for unit, row in zip(UNITS, shift, strict=True):
        for code, by in zip(EDITION.codes, row, strict=True):
            if by:
                observed[unit][code] += by


def _aggregate(entry, choice):
    by_code = choice if isinstance(choice, dict) and "method" not in choice else dict.fromkeys(means(), choice)
    for code, mean in by_code.items():
        entry["rules"][code][0] |= _named(mean)


def _named(method):
    return {"method": method} if isinstance(method, str) else dict(method)


@pytest.mark.parametrize("name", CASES)
def test_every_draw_is_what_the_handbook_makes_of_its_parameters(name, ground):
    found = uncertainty(ground, CASES[name], DRAWS, np.random.default_rng(11))

    again = [drawn_again(found, CASES[name], draw) for draw in range(DRAWS)]

    assert found.scores == pytest.approx(np.array(again), rel=EXACT)
    assert [[rank for rank, _ in ranks(row)] for row in again] == found.ranks.tolist()


def test_intervals_and_probabilities_are_those_of_the_draws(ground):
    found = uncertainty(ground, CASES["all of them"], DRAWS, np.random.default_rng(12))
    table = found.intervals()

    for name, share in (("low", 0.05), ("median", 0.5), ("high", 0.95)):
        assert [quantile(column, share) for column in found.scores.T] == pytest.approx(table[f"score_{name}"].to_list())
        assert [quantile(column, share) for column in found.ranks.T] == pytest.approx(table[f"rank_{name}"].to_list())
    assert [sum(column <= 3) / DRAWS for column in found.ranks.T] == pytest.approx(found.at_or_above(3).tolist())


@pytest.mark.parametrize("codes", [("a", "b"), ("a1", "b2", "b22", "a3")])
def test_each_component_is_taken_out_as_if_it_had_never_been(codes, ground):
    found = without_each(ground, codes)
    before = [
        rank
        for rank, _ in ranks([scores(WRITTEN, OBSERVED, on=ON, attributes=REGIONS)[unit]["total"] for unit in UNITS])
    ]

    for place, code in enumerate(codes):
        entry = copy.deepcopy(WRITTEN)
        _drop(entry, code)
        made = scores(entry, OBSERVED, on=ON, attributes=REGIONS)
        column = [made[unit]["total"] for unit in UNITS]
        moved = [abs(now - then) for (now, _), then in zip(ranks(column), before, strict=True)]
        assert found.scores[place] == pytest.approx(column, rel=EXACT)
        assert found.shift[place] == pytest.approx(sum(moved) / len(UNITS))


POINTS = 2**13


def _sampled():
    """The cases of three assumptions as numbers from −π to π."""
    pools = [Pool(name, tuple(map(str, range(POINTS)))) for name in "xyz"]
    return -np.pi + 2 * np.pi * (design(pools, POINTS, np.random.default_rng(3)) + 0.5) / POINTS


def test_the_indices_of_a_sum_are_the_shares_of_its_variance():
    x = _sampled()

    first, total = indices(4 * x[:, 0] + 2 * x[:, 1] + x[:, 2], POINTS)

    assert [16 / 21, 4 / 21, 1 / 21] == pytest.approx(first.tolist(), abs=2e-3)
    assert [16 / 21, 4 / 21, 1 / 21] == pytest.approx(total.tolist(), abs=2e-3)


def test_the_indices_of_the_function_of_ishigami_are_those_known():
    x = _sampled()
    a, b = 7, 0.1
    variances = [0.5 * (1 + b * np.pi**4 / 5) ** 2, a**2 / 8, b**2 * np.pi**8 * (1 / 18 - 1 / 50)]
    whole = sum(variances)

    first, total = indices(np.sin(x[:, 0]) + a * np.sin(x[:, 1]) ** 2 + b * x[:, 2] ** 4 * np.sin(x[:, 0]), POINTS)

    assert [variances[0] / whole, variances[1] / whole, 0] == pytest.approx(first.tolist(), abs=5e-3)
    together = [variances[0] + variances[2], variances[1], variances[2]]
    assert [each / whole for each in together] == pytest.approx(total.tolist(), abs=5e-3)
