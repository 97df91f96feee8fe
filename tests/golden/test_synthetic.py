"""Synthetic indices, every score and rank against the handbook's formulas in plain Python (tests/golden/handbook)."""

from datetime import date

import pytest
from tests.golden.handbook.index import observed_shares, ranks, scores
from tests.golden.handbook.statistics import NOT_APPLICABLE, is_number
from tests.golden.synthetic import (
    BLOCKS,
    INDICATORS,
    LEFT_OUT,
    REGIONS,
    UNITS,
    data,
    edition_of,
    means,
    read_as,
    written,
)

from chiso.scoring import read_history, score

EXACT = 1e-9
ON = "2024-12-31"
TO_TEN = {"method": "minmax", "lower": 1, "upper": 10}
BY_CODE = {"targets": {"a1": 12, "a2": 0.5, "a3": 11, "b1": 9, "b21": 3, "b22": 12}}
NORMALISATIONS = [
    {"method": "minmax", "lower": 0, "upper": 1},
    TO_TEN,
    {"method": "minmax", "lower": 10, "upper": 1},
    {"method": "minmax", "lower": 0, "upper": 100},
    {**TO_TEN, "extremes": "given", "minima": dict.fromkeys(INDICATORS, 0), "maxima": dict.fromkeys(INDICATORS, 11)},
    {"method": "zscore"},
    {"method": "zscore", "mean": 10, "deviation": 2},
    {"method": "rank"},
    {"method": "borda"},
    {"method": "percentile"},
    {"method": "distance_to_maximum"},
    {"method": "distance_to_reference", "reference": "Sở 03"},
    {"method": "distance_to_target", **BY_CODE},
    {"method": "distance_to_target", **BY_CODE, "cap": True},
    {"method": "fraction_of_maximum"},
    {"method": "goalposts", "low": 2, "high": 8},
    {"method": "goalposts", "low": 2, "high": 8, "lower": 1, "upper": 10, "cut": False},
    {"method": "goalposts", "low": dict.fromkeys(INDICATORS, 3), "high": dict.fromkeys(INDICATORS, 9), "upper": 1},
    {"method": "scale", "centre": 5, "divide": 2},
    {"method": "none"},
]
IMPUTATIONS = [
    {"method": "none"},
    {"method": "mean"},
    {"method": "median"},
    {"method": "mean_of_group", "group": "region"},
    {"method": "median_of_group", "group": "region"},
    {"method": "constant", "value": 4.5},
    [{"method": "mean", "nodes": ["a1", "a2"]}, {"method": "constant", "value": 1, "nodes": ["b1", "b21"]}],
    [{"method": "median", "nodes": ["a1"]}, {"method": "constant", "value": 2}],
]
TREATMENTS = [
    {"method": "none"},
    {"method": "winsorise"},
    {"method": "winsorise", "most": 1},
    {"method": "winsorise", "most": 1, "then": "log_ct"},
    {"method": "winsorise", "most": 0, "then": "log_ct_orig"},
    {"method": "winsorise", "most": 1, "then": "log_gii"},
    {"method": "winsorise", "most": 1, "then": "box_cox", "exponent": 0.3},
    {"method": "winsorise", "most": 2, "then": "log_ct", "combine": True, "skewness": 1, "kurtosis": 1},
]
MEANS = [
    "geometric_mean",
    "harmonic_mean",
    {"method": "power_mean", "exponent": 0.5},
    {"method": "power_mean", "exponent": -2},
    {"total": "geometric_mean", "a": "harmonic_mean", "b2": {"method": "power_mean", "exponent": 2}},
]


def compare(entry, observed, *, earlier=None, history=None, on=ON, within=None, wide=False):
    """Every node of every unit: score and rank."""
    edition = edition_of(entry)
    card = score(edition, read_as(edition, observed, wide=wide), as_of=date.fromisoformat(on), history=history)
    expected = scores(entry, observed, on=on, attributes=REGIONS, earlier=earlier)
    groups = [REGIONS[unit][within] for unit in UNITS] if within else None
    told = observed_shares(entry, observed, on=on)

    def shares(code):
        return [_number(told[unit][code]) for unit in UNITS]

    for code in (node["code"] for node in entry["nodes"]):
        column = [expected[unit][code] for unit in UNITS]
        rows = [card.row(unit, code) for unit in UNITS]
        found = [_number(row["score"]) for row in rows]
        assert [_number(x) for x in column] == pytest.approx(found, rel=EXACT, abs=EXACT, nan_ok=True), code
        assert shares(code) == pytest.approx([_number(row["observed_share"]) for row in rows], nan_ok=True), code
        assert ranks(column, groups) == [(row["rank"], row["rank_of"]) for row in rows], code


def _number(x):
    return float("nan") if x is None else float(x)


def skewed():
    """Indicators with outliers at either end."""
    found = data(seed=3, low=2, high=4)
    for row, (code, value) in enumerate([("a1", 300.0), ("a1", 350.0), ("b1", 900.0), ("a2", -80.0), ("b22", 400.0)]):
        found[UNITS[row]][code] = value
    return found


def partial():
    """Indicators of which some are missing and some do not apply."""
    found = data(seed=5, missing=0.15)
    for row, code in enumerate(["a1", "b21", "a2", "b22", "b1"]):
        found[UNITS[row]][code] = NOT_APPLICABLE
    return found


@pytest.mark.parametrize("lacking", [LEFT_OUT, BLOCKS])
@pytest.mark.parametrize("normalisation", NORMALISATIONS)
def test_an_index_is_normalised(normalisation, lacking):
    compare(written(means(lacking=lacking), {"normalise": normalisation}), data(missing=0.1))


@pytest.mark.parametrize("kind", ["component", "criterion"])
def test_the_lowest_nodes_are_normalised_whatever_they_are_called(kind):
    compare(written(means(), {"normalise": TO_TEN}, kind=kind), data())
    compare(written(means(), {"normalise": {**TO_TEN, "nodes": ["a1", "b22"]}}, kind=kind), data())


@pytest.mark.parametrize("imputation", IMPUTATIONS)
@pytest.mark.parametrize("wide", [False, True])
def test_what_is_missing_is_imputed_and_what_does_not_apply_is_not(imputation, wide):
    compare(written(means(), {"impute": imputation, "normalise": TO_TEN}), partial(), wide=wide)


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_outliers_are_treated(treatment):
    compare(written(means(), {"treat": treatment, "normalise": TO_TEN}), skewed())


@pytest.mark.parametrize("methods", MEANS)
@pytest.mark.parametrize("options", [{}, {"multiplier": 10, "weights_are": "relative"}])
def test_nodes_are_put_together_each_by_its_own_mean(methods, options):
    compare(written(means(methods, **options), {"normalise": TO_TEN}), data(missing=0.1))


@pytest.mark.parametrize("least", [0.4, 0.6, 1])
def test_a_whole_needs_a_share_of_the_parts_that_apply(least):
    compare(written(means(least_share=least), {"normalise": TO_TEN}), partial())


@pytest.mark.parametrize("least", [0.5, 0.8, 1])
def test_a_unit_that_was_screened_out_stays_out(least):
    steps = {"screen": {"least_observed": least}, "impute": {"method": "mean"}, "normalise": TO_TEN}

    compare(written(means(), steps), partial())


def test_indicators_are_divided_before_all_else():
    observed = data([*INDICATORS, "people"], low=1, high=9)

    compare(written(means(), {"denominate": {"a1": "people"}, "normalise": TO_TEN}, facts=["people"]), observed)


@pytest.mark.parametrize(
    ("extremes", "counting"),
    [
        ({"extremes": "window", "years": 3}, (2022, 2023)),
        ({"extremes": "running", "since": 2020}, (2020, 2021, 2022, 2023)),
    ],
)
@pytest.mark.parametrize("by", [{}, {"a1": "people", "b22": "people"}])
def test_extremes_of_earlier_years_count_as_their_indicators_are_measured(extremes, counting, by):
    codes = [*INDICATORS, "people"]
    entry = written(means(), {"denominate": by, "normalise": {**TO_TEN, **extremes}}, facts=["people"])
    years = {year: data(codes, seed=year, low=-2, high=14) for year in range(2018, 2024)}
    edition = edition_of(entry)
    history = {year: read_as(edition, observed) for year, observed in years.items()}
    rows = [given for year in counting for given in years[year].values()]
    earlier = {code: [row[code] / (row[by[code]] if code in by else 1) for row in rows] for code in INDICATORS}

    compare(entry, data(codes), earlier=earlier, history=history)


def test_rules_and_steps_are_those_of_the_day():
    early, late = {**means()["a"], "until": "2022-01-01"}, {**means("geometric_mean")["a"], "from": "2022-01-01"}
    steps = [{"until": "2022-01-01", "normalise": TO_TEN}, {"from": "2022-01-01", "normalise": {"method": "rank"}}]
    entry = written({**means(), "a": [early, late]}, steps)

    for on in ("2021-12-31", "2022-01-01"):
        compare(entry, data(), on=on)


def test_units_are_ranked_among_their_own():
    ranking = [
        {"from": "2020-01-01", "source": "decision", "together": {"vi": "Vùng", "en": "Region"}, "within": "region"}
    ]
    observed = {unit: dict.fromkeys(INDICATORS, float(row // 4)) for row, unit in enumerate(UNITS)}

    compare(written(means(), ranking=ranking), observed, within="region")


@pytest.mark.parametrize("arithmetic", ["points", "statistic"])
@pytest.mark.parametrize("wide", [False, True])
def test_points_are_added_and_shares_of_the_maximum_taken_at_different_nodes(arithmetic, wide):
    tree = {"total": "", "p": "total", "q": "total", "p1": "p", "p2": "p", "q1": "q", "q2": "q", "q3": "q"}
    scales = {"total": [0, 160], "p": [0, 60], "q": [0, 100], "p1": [0, 20], "p2": [0, 40]} | {
        code: [0, 10] for code in ("q1", "q2", "q3")
    }
    rules = {
        "total": {"method": "sum_of_points", "parts": ["p", "q"], **BLOCKS},
        "p": {"method": "sum_of_points", "parts": ["p1", "p2"], **LEFT_OUT},
        "q": {"method": "share_of_maximum", "parts": ["q1", "q2", "q3"], "multiplier": 100, **LEFT_OUT},
    }
    observed = data(["p1", "p2", "q1", "q2", "q3"], missing=0.1)
    observed[UNITS[0]]["q2"] = observed[UNITS[1]]["p1"] = NOT_APPLICABLE

    compare(written(rules, tree=tree, scales=scales, arithmetic=arithmetic), observed, wide=wide)


def test_a_part_that_nobody_was_asked_for_is_left_out():
    observed = {unit: {**given, "a3": None} for unit, given in data().items()}

    compare(written(means(lacking=BLOCKS, unasked="left_out"), {"normalise": TO_TEN}), observed)


ANSWERS = ["h1", "h2", "h3"]
RUBRIC = {
    "yes": {"method": "yes_no", "parts": ["f1"], "maximum": 5},
    "count": {"method": "capped_count", "parts": ["f2", "f3"], "each": 0.5, "maximum": 2},
    "less": {"method": "deduction", "parts": ["f3"], "maximum": 4, "each": 0.75, "floor": 1},
    "steps": {"method": "steps", "parts": ["f4", "f5"], "steps": [[1, 6], [0.8, 3], [0.5, 1.5]]},
    "share": {
        "method": "share_over_threshold",
        "parts": ["f4", "f5"],
        "threshold": 0.6,
        "maximum": 3,
        "when_zero": 0.7,
    },
    "target": {"method": "proportion_to_target", "parts": ["f4", "f5"], "target": 0.9, "maximum": 10, "when_zero": 1},
    "bonus": {
        "method": "bonus_and_penalty",
        "parts": ["f2", "f3", "f4"],
        "bonus": {"f3": 1.5},
        "penalty": {"f4": 0.25},
        "most_bonus": 4,
        "most_penalty": 3,
    },
    "answers": {"method": "share_of_answers", "parts": ANSWERS, "chosen": ["h2", "h3"]},
    "mean": {"method": "mean_of_scale", "points": {"h1": 1, "h2": 3, "h3": 5}, "decimals": 1},
    "formula": {
        "method": "formula",
        "parts": ["f2", "f4", "f5"],
        "formula": "6 * ratio(f4, f5, 0) + min(2, 2.5 * f2) + max(0, 1 - f2)",
    },
    "imported": {
        "method": "imported",
        "parts": ["f6"],
        "edition": "sipas/2023-2026",
        "node": "total",
        "out_of": 100,
        "maximum": 10,
    },
}
FACTS = ["f1", "f2", "f3", "f4", "f5", "f6", *ANSWERS]


def facts():
    """Counts for every rule, with what is missing, what does not apply and denominators of zero."""
    drawn = data(FACTS, seed=9, low=0, high=20)
    found = {
        unit: {code: x if code == "f6" else round(x) for code, x in given.items()} | {"f1": row % 2, "f5": 20}
        for row, (unit, given) in enumerate(drawn.items())
    }
    found[UNITS[0]]["f1"] = found[UNITS[1]]["h2"] = NOT_APPLICABLE
    found[UNITS[2]]["f3"] = None
    for unit, (part, whole) in zip(UNITS[3:8], [(0, 0), (20, 20), (16, 20), (12, 20), (10, 20)], strict=True):
        found[unit] |= {"f4": part, "f5": whole}
    return found


@pytest.mark.parametrize("arithmetic", ["points", "statistic"])
@pytest.mark.parametrize("lacking", [LEFT_OUT, BLOCKS])
def test_facts_are_awarded_points_by_every_rule(arithmetic, lacking):
    tree = {"total": "", **dict.fromkeys(RUBRIC, "total")}
    rules = {"total": {"method": "sum_of_points", "parts": list(RUBRIC), **lacking}, **RUBRIC}

    compare(written(rules, tree=tree, facts=FACTS, negative=(), arithmetic=arithmetic), facts())


@pytest.mark.parametrize("step", [{}, {"impute": {"method": "median"}}])
def test_what_is_awarded_is_imputed_and_normalised_like_what_is_measured(step):
    tree = {"total": "", "answers": "total", "mean": "total", "target": "total", "own": "total"}
    weights = {"answers": 40, "mean": 30, "target": 20, "own": 10}
    rules = {code: RUBRIC[code] for code in ("answers", "mean", "target")}
    rules["total"] = {"method": "weighted_mean", "multiplier": 10, "weights": weights, **LEFT_OUT}
    own = data(["own"])
    observed = {unit: {**given, **own[unit]} for unit, given in facts().items()}
    observed[UNITS[9]]["h1"] = None

    compare(written(rules, {**step, "normalise": TO_TEN}, tree, facts=FACTS, negative=("mean",)), observed)


def test_earlier_years_of_awarded_indicators_are_awarded_too():
    tree = {"total": "", "answers": "total"}
    rules = {"answers": RUBRIC["answers"], "total": {"method": "weighted_mean", "weights": {"answers": 100}, **BLOCKS}}
    entry = written(rules, {"normalise": {**TO_TEN, "extremes": "running", "since": 2022}}, tree, facts=ANSWERS)
    now, before = data(ANSWERS, seed=1), data(ANSWERS, seed=2, low=0, high=30)
    edition = edition_of(entry)
    shares = [100 * (given["h2"] + given["h3"]) / sum(given.values()) for given in before.values()]

    compare(entry, now, earlier={"answers": shares}, history={2023: read_as(edition, before)})


def test_history_is_read_out_of_one_table():
    entry = written(means(), {"normalise": {**TO_TEN, "extremes": "window", "years": 2}})
    edition, before = edition_of(entry), data(seed=8, low=-5, high=20)
    table = read_as(edition, before).frame.drop("status").with_columns(period=2023)
    earlier = {code: [given[code] for given in before.values() if is_number(given[code])] for code in INDICATORS}

    compare(entry, data(), earlier=earlier, history=read_history(table, edition))
