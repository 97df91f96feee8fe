"""All draws at once give what each gives alone."""

import numpy as np
import polars as pl
import pytest
from tests.unit.robustness.scored import CODES, framework, measured, start, table

from chiso.problems import ProblemError
from chiso.robustness import (
    Alternatives,
    Dropping,
    Ground,
    Replicates,
    StandardErrors,
    Weights,
    WeightSets,
    pools,
    read_errors,
    read_replicates,
    removal,
    replayed,
    sensitivity,
    uncertainty,
)
from chiso.scoring import score

PARENTS = {"a": "left", "b": "left", "c": "right", "d": "right", "left": "all", "right": "all", "all": ""}
RECIPE = {"treat": {"method": "winsorise", "most": 5}, "normalise": {"method": "minmax", "lower": 1, "upper": 100}}
COUNT = 12
NORMALISATIONS = ({"method": "minmax", "lower": 1, "upper": 100}, {"method": "zscore", "mean": 10, "deviation": 2})
TREATMENTS = ("none", {"method": "winsorise", "most": 2})
MEANS = ("weighted_mean", "geometric_mean")


@pytest.fixture
def card():
    rng = np.random.default_rng(4)
    values = {code: rng.lognormal(0, 1, COUNT).tolist() for code in "abcd"}
    return measured(framework(PARENTS, RECIPE, weights={"left": 2, "a": 3}), values)


@pytest.fixture
def ground(card):
    return Ground.of(card)


def alone(card, changes):
    """The headline by a recipe that is changed and run on its own."""
    found = score(card.edition, card.table, recipe=card.recipe.with_(**changes))
    return found.frame.filter(pl.col("node") == "all")["score"].to_list()


def test_each_draw_is_what_its_recipe_gives_alone(card, ground):
    assumptions = [
        Alternatives("treat", TREATMENTS),
        Alternatives("normalise", NORMALISATIONS),
        Weights(0.5),
        Alternatives("aggregate", MEANS),
    ]

    found = uncertainty(ground, assumptions, 40, np.random.default_rng(1))

    codes = card.edition.codes
    for draw in (0, 7, 39):
        treat, normalise, weights, aggregate = found.choices[draw]
        factors = found.pools[2].factors[weights]
        changes = {
            "treat": TREATMENTS[treat],
            "normalise": NORMALISATIONS[normalise],
            "aggregate": MEANS[aggregate],
            "weights": {code: weight * factors[codes.index(code)] for code, weight in ground.weights.items()},
        }
        assert alone(card, changes) == pytest.approx(found.scores[draw].tolist(), rel=1e-12)


def test_weights_stay_within_their_share(ground):
    found = uncertainty(ground, [Weights(0.25)], 500, np.random.default_rng(1))

    factors = found.pools[0].factors
    varied = [ground.edition.codes.index(code) for code in ground.weights]
    assert 0.75 <= factors[:, varied].min() < 0.76
    assert 1.24 < factors[:, varied].max() <= 1.25
    assert list(range(500)) == found.choices[:, 0].tolist()


def test_only_the_weights_named_vary(card, ground):
    found = uncertainty(ground, [Weights(0.25, ("left", "right"))], 20, np.random.default_rng(1))

    assert (found.pools[0].factors[:, card.edition.codes.index("a")] == 1).all()


def test_saved_weights_stand_in_place_of_those_of_the_edition(card, ground):
    sets = WeightSets(("a", "b", "left"), np.array([[1.0, 4.0, 1.0], [0.0, 1.0, 5.0]]))

    found = replayed(ground, pools([sets], ground, 1, np.random.default_rng(1)), np.array([[0], [1]]))

    assert alone(card, {"weights": {"a": 1, "b": 4, "left": 1}}) == pytest.approx(found.scores[0].tolist())
    assert alone(card, {"weights": {"a": 0, "b": 1, "left": 5}}) == pytest.approx(found.scores[1].tolist())


@pytest.mark.parametrize("missing", [False, True])
def test_a_node_left_out_is_as_if_it_had_never_been(missing):
    rng = np.random.default_rng(4)
    values = {code: rng.uniform(1, 5, COUNT).tolist() for code in "abcd"}
    values["b"][3] = None if missing else values["b"][3]
    edition = framework(PARENTS, {**RECIPE, "least_share": 0.5})
    card = measured(edition, values)

    found = removal(Ground.of(card), ["a", "b", "right"])

    for place, code in enumerate(("a", "b", "right")):
        assert alone(card, {"drop": [code]}) == pytest.approx(found.scores[place].tolist())
    changed = np.abs(found.ranks - found.nominal_ranks).mean(axis=1)
    assert found.shift.tolist() == changed.tolist()


def test_without_names_each_part_of_the_headline_is_left_out(ground):
    assert ("left", "right") == removal(ground).codes


def test_one_of_several_or_none_is_left_out(ground):
    found = uncertainty(ground, [Dropping(("a", "right"))], 300, np.random.default_rng(1))

    assert {"none", "a", "right"} == set(found.parameters()["drop"])
    whole = found.scores[found.choices[:, 0] == 0]
    assert found.nominal.tolist() == pytest.approx(whole[0].tolist())


def test_the_same_seed_gives_the_same_draws(ground):
    twice = [uncertainty(ground, [Weights(0.25)], 30, np.random.default_rng(9)).scores.tolist() for _ in range(2)]

    assert twice[0] == twice[1]


def test_any_draw_can_be_made_again_from_its_parameters(ground):
    found = uncertainty(ground, [Alternatives("aggregate", MEANS), Weights(0.25)], 30, np.random.default_rng(9))

    again = replayed(ground, found.pools, found.choices[[3, 17]])

    assert found.scores[[3, 17]].tolist() == again.scores.tolist()
    drawn = found.parameters()
    assert ["draw", "aggregate", "weights", *(f"weight_{code}" for code in ground.weights)] == drawn.columns
    weights = next(pool for pool in found.pools if pool.name == "weights")
    left = ground.edition.codes.index("left")
    assert drawn["weight_left"].to_list() == weights.factors[found.choices[:, 1], left].tolist()
    assert set(found.parameters()["aggregate"]) == set(MEANS)


def test_intervals_and_probabilities_are_those_of_the_draws(ground):
    found = uncertainty(ground, [Weights(0.9)], 200, np.random.default_rng(9))

    row = found.intervals().row(2, named=True)
    assert np.quantile(found.scores[:, 2], [0.05, 0.5, 0.95]).tolist() == pytest.approx(
        [row["score_low"], row["score_median"], row["score_high"]]
    )
    assert found.ranks[:, 2].mean() == pytest.approx(row["rank_mean"])
    assert (found.ranks[:, 2] <= 4).mean() == found.at_or_above(4)[2]
    assert (found.scores[:, 2] >= found.nominal[2]).mean() == pytest.approx(found.at_least(found.nominal[2])[2])


def test_bands_have_probabilities_where_somebody_has_stated_them():
    card = table(
        {"Sở A": [8.1] * 5, "Sở B": [7.0] * 5},
        ("regulations", "services", "transparency", "proactivity", "informal"),
        "ddci/lao-cai-2019",
    )
    errors = np.zeros(card.table.values.shape)
    errors[0, card.edition.codes.index("services")] = 0.5

    found = uncertainty(Ground.of(card), [StandardErrors(errors)], 400, np.random.default_rng(9)).bands()

    sums = found.select(pl.sum_horizontal(pl.exclude("unit"))).to_series().to_list()
    assert [1.0, 1.0] == pytest.approx(sums)
    assert 0 < found["good"][0] < 0.2
    assert 1.0 == found["no_band"][1]


def test_without_bands_there_are_no_columns_for_them(ground):
    assert ["unit"] == uncertainty(ground, [Weights(0.25)], 2, np.random.default_rng(9)).bands().columns


def test_a_standard_error_of_a_component_spreads_the_total_by_its_weight():
    card = table({"A": [6.0] * 10, "B": [6.1] * 10})
    errors = np.zeros(card.table.values.shape)
    errors[0, card.edition.codes.index("support")] = 0.2

    found = uncertainty(Ground.of(card), [StandardErrors(errors)], 20_000, np.random.default_rng(9))

    assert 60.0 == pytest.approx(found.scores[:, 0].mean(), abs=0.02)
    assert 0.4 == pytest.approx(found.scores[:, 0].std(), rel=0.02)
    assert 0.0 == found.scores[:, 1].std()
    assert 0.0062 == pytest.approx(found.at_or_above(1)[0], abs=0.002)


def test_sampling_errors_go_through_the_whole_chain(card, ground):
    errors = np.zeros(ground.given.values.shape)
    errors[2, 3] = 0.3

    found = uncertainty(ground, [StandardErrors(errors)], 5, np.random.default_rng(9))

    for draw in range(5):
        values = card.table.values + found.pools[0].noise[draw] * errors
        moved = measured(card.edition, {code: values[:, card.edition.codes.index(code)].tolist() for code in "abcd"})
        expected = moved.frame.filter(pl.col("node") == "all")["score"].to_list()
        assert expected == pytest.approx(found.scores[draw].tolist())


def test_replicates_move_values_of_one_sample_together():
    card = table({"A": [6.0] * 10, "B": [6.0] * 10})
    rng = np.random.default_rng(2)
    values = np.full((50, *card.table.values.shape), np.nan)
    columns = [card.edition.codes.index(code) for code in CODES]
    common = 0.1 * rng.standard_normal((50, 1, 1))
    values[:, :, columns] = 6.0 + common
    scales = np.full(50, 1 / 49)

    found = uncertainty(Ground.of(card), [Replicates(values, scales)], 4000, rng)

    spread = np.sqrt((common**2).sum() / 49)
    assert 10 * spread == pytest.approx(found.scores[:, 0].std(), rel=0.05)
    assert found.scores[:, 0].tolist() == pytest.approx(found.scores[:, 1].tolist())


def errors_of(card, code, error=0.1, row=0):
    errors = np.zeros(card.table.values.shape)
    errors[row, card.edition.codes.index(code)] = error
    return StandardErrors(errors)


@pytest.mark.parametrize(
    ("assumption", "code"),
    [
        (Weights(0.0), "robustness.bad_share"),
        (Weights(1.5), "robustness.bad_share"),
        (Weights(0.5, ("all",)), "robustness.no_weight"),
        (WeightSets(("a",), np.ones((3, 2))), "robustness.wrong_shape"),
        (WeightSets(("a",), -np.ones((3, 1))), "robustness.negative_weight"),
        (Alternatives("normalise", ("zscore",)), "robustness.no_choice"),
        (Alternatives("normalise", ("zscore", "minmaks")), "frameworks.not_one_of"),
        (Alternatives("colour", ("red", "blue")), "robustness.no_such_step"),
        (Alternatives("impute", ("mean", "median")), "robustness.nothing_to_impute"),
        (Alternatives("aggregate", ("weighted_mean", "median")), "scoring.unknown_method"),
        (Dropping(("all",)), "robustness.no_part"),
        (Dropping(()), "robustness.no_choice"),
        (StandardErrors(np.ones((2, 2))), "robustness.wrong_shape"),
    ],
)
def test_an_assumption_that_cannot_apply_is_an_error(ground, assumption, code):
    with pytest.raises(ProblemError) as refused:
        uncertainty(ground, [assumption], 5, np.random.default_rng(1))

    assert code in {problem.code for problem in refused.value.problems}


@pytest.mark.parametrize(
    ("code", "error", "problem"),
    [
        ("a", -0.1, "robustness.negative_error"),
        ("a", 0.0, "robustness.no_errors"),
        ("left", 0.1, "robustness.error_without_value"),
    ],
)
def test_errors_that_no_value_has_are_refused(card, ground, code, error, problem):
    with pytest.raises(ProblemError) as refused:
        uncertainty(ground, [errors_of(card, code, error)], 5, np.random.default_rng(1))

    assert problem in {each.code for each in refused.value.problems}


def test_all_that_cannot_apply_is_told_at_once(ground):
    with pytest.raises(ProblemError) as refused:
        uncertainty(ground, [Weights(2), Weights(0.1), Dropping(("x",))], 5, np.random.default_rng(1))

    assert ["robustness.bad_share", "robustness.no_part", "robustness.assumed_twice"] == [
        problem.code for problem in refused.value.problems
    ]


def test_steps_that_the_edition_does_not_take_cannot_vary():
    ground = Ground.of(table({"A": [6.0] * 10, "B": [6.1] * 10}))

    with pytest.raises(ProblemError) as refused:
        uncertainty(ground, [Alternatives("normalise", NORMALISATIONS)], 5, np.random.default_rng(1))

    assert ["robustness.no_indicators"] == [problem.code for problem in refused.value.problems]


def test_points_that_are_added_have_no_weights_to_vary():
    edition = framework({"a": "all", "b": "all", "all": ""}, RECIPE)
    card = measured(edition, {"a": [1.0, 2.0], "b": [2.0, 1.0]})
    papi = table({"A": [5.0] * 8, "B": [6.0] * 8}, tuple(f"dim{n}" for n in range(1, 9)), "papi/2021-2024")

    assert Ground.of(card).weights == {"a": 1.0, "b": 1.0}
    with pytest.raises(ProblemError) as refused:
        uncertainty(Ground.of(papi), [Weights(0.25)], 5, np.random.default_rng(1))
    assert ["robustness.nothing_weighs"] == [problem.code for problem in refused.value.problems]


def test_a_mean_that_the_values_do_not_have_is_told_with_the_choices_behind_it(ground):
    with pytest.raises(ProblemError) as refused:
        uncertainty(
            ground,
            [Alternatives("normalise", ("zscore", "rank")), Alternatives("aggregate", MEANS)],
            50,
            np.random.default_rng(1),
        )

    choices, fault = refused.value.problems
    assert ("robustness.not_with", "scoring.below_zero") == (choices.code, fault.code)
    assert "normalise: zscore; aggregate: geometric_mean" in choices.message("en")


def test_a_choice_that_leaves_a_unit_without_a_score_is_told_with_its_unit(ground):
    none = WeightSets(tuple(ground.weights), np.zeros((1, len(ground.weights))))

    with pytest.raises(ProblemError) as refused:
        uncertainty(ground, [none], 5, np.random.default_rng(1))

    [problem] = refused.value.problems
    assert ("robustness.no_score", ground.units[0]) == (problem.code, problem.where)


def test_a_node_that_nothing_is_computed_of_cannot_be_asked(card):
    with pytest.raises(ProblemError) as refused:
        Ground.of(card, "a")

    assert ["robustness.not_computed"] == [problem.code for problem in refused.value.problems]


def test_a_component_may_be_asked_instead_of_the_headline(card):
    found = uncertainty(Ground.of(card, "left"), [Weights(0.25)], 20, np.random.default_rng(1))

    expected = card.frame.filter(pl.col("node") == "left")["score"].to_list()
    assert expected == pytest.approx(found.nominal.tolist())
    assert {"a", "b"} == set(found.ground.weights)


def test_errors_are_read_from_a_table(ground):
    found = read_errors(pl.DataFrame({"unit": ["u2"], "node": ["a"], "error": ["0.25"]}), ground)

    assert 0.25 == found.errors[1, ground.edition.codes.index("a")]
    assert 0.25 == found.errors.sum()


def test_all_that_is_wrong_with_a_table_of_errors_is_told_at_once(ground):
    wrong = pl.DataFrame({"unit": ["u2", "x"], "node": ["z", "a"], "error": ["lớn", "1"]})

    with pytest.raises(ProblemError) as refused:
        read_errors(wrong, ground)

    assert ["robustness.unknown_unit", "robustness.unknown_node", "robustness.not_a_number"] == [
        problem.code for problem in refused.value.problems
    ]


def test_an_error_stands_once_for_a_unit_and_code(ground):
    twice = pl.DataFrame({"unit": ["u2", "u2"], "node": ["a", "a"], "error": ["1", "2"]})

    with pytest.raises(ProblemError) as refused:
        read_errors(twice, ground)

    assert [("robustness.error_twice", "u2, a", "2")] == [
        (each.code, each.where, each.given) for each in refused.value.problems
    ]


@pytest.mark.parametrize(("reads", "names"), [(read_errors, "error"), (read_replicates, "value")])
def test_a_table_without_errors_is_told_to_have_none(ground, reads, names):
    heads = ["unit", "node", names] if names == "error" else ["replicate", "unit", "node", names]
    empty = pl.DataFrame(schema=dict.fromkeys(heads, pl.String))

    with pytest.raises(ProblemError) as refused:
        uncertainty(ground, [reads(empty, ground)], 5, np.random.default_rng(1))

    assert ["robustness.no_errors"] == [problem.code for problem in refused.value.problems]


def replicated(**columns):
    """A table of two replicates of two values."""
    rows = {
        "replicate": ["1", "1", "2", "2"],
        "unit": ["u1", "u2"] * 2,
        "node": ["a"] * 4,
        "value": ["1", "2", "3", "4"],
    }
    return pl.DataFrame({**rows, **columns})


def test_values_by_replicate_weights_are_read_from_a_table(ground):
    found = read_replicates(replicated(), ground)
    jackknife = read_replicates(replicated(scale=["0.5", "0.5", "0.25", "0.25"]), ground)

    column = ground.edition.codes.index("a")
    assert [[1.0, 2.0], [3.0, 4.0]] == found.values[:, :2, column].tolist()
    assert np.isnan(found.values[:, 2:]).all()
    assert [1.0, 1.0] == found.scales.tolist()
    assert [0.5, 0.25] == jackknife.scales.tolist()


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ({"unit": ["u1", "u1", "u1", "u2"]}, "robustness.error_twice"),
        ({"unit": ["u1", "u2", "u1", "u3"]}, "robustness.replicate_lacks"),
        ({"scale": ["1", "2", "1", "1"]}, "robustness.bad_scale"),
        ({"scale": ["1", "1", "-1", "-1"]}, "robustness.bad_scale"),
        ({"node": ["a", "z", "a", "z"]}, "robustness.unknown_node"),
        ({"weight": ["1"] * 4}, "robustness.error_columns"),
    ],
)
def test_replicates_that_do_not_fit_are_refused(ground, columns, code):
    with pytest.raises(ProblemError) as refused:
        read_replicates(replicated(**columns), ground)

    assert {code} == {problem.code for problem in refused.value.problems}


def test_the_values_that_were_drawn_are_among_the_parameters(ground):
    errors = read_errors(pl.DataFrame({"unit": ["u2"], "node": ["a"], "error": ["0.25"]}), ground)

    found = uncertainty(ground, [errors], 5, np.random.default_rng(1))

    pool, column = found.pools[0], ground.edition.codes.index("a")
    shift = pool.shift(found.choices[:, 0].tolist(), ground.given.values.shape)[:, 1, column]
    assert ["draw", "values", "value_u2:a"] == found.parameters().columns
    assert (ground.given.values[1, column] + shift).tolist() == found.parameters()["value_u2:a"].to_list()


def test_the_values_drawn_by_replicates_are_among_the_parameters(ground):
    found = uncertainty(ground, [read_replicates(replicated(), ground)], 5, np.random.default_rng(1))

    pool, column = found.pools[0], ground.edition.codes.index("a")
    shift = pool.shift(found.choices[:, 0].tolist(), ground.given.values.shape)[:, 0, column]
    assert (ground.given.values[0, column] + shift).tolist() == pytest.approx(
        found.parameters()["value_u1:a"].to_list()
    )


@pytest.mark.parametrize("assumption", [Weights(0.5), Alternatives("aggregate", MEANS), Dropping(("a",))])
def test_draws_that_no_memory_holds_are_refused_before_they_are_made(ground, assumption):
    for ask in (
        lambda: uncertainty(ground, [assumption], 10**8, np.random.default_rng(1)),
        lambda: sensitivity(ground, [assumption], 2**27, np.random.default_rng(1)),
    ):
        with pytest.raises(ProblemError) as refused:
            ask()
        assert ["robustness.too_many_draws"] == [problem.code for problem in refused.value.problems]


def test_the_road_and_uncertainty_start_from_the_same_table():
    rows = {"A": [6.0] * 10, "B": [6.1] * 10}

    assert Ground.of(table(rows)).units == start(rows).units


def test_a_part_is_dropped_from_the_share_that_must_be_there():
    edition = framework({"a": "all", "b": "all", "c": "all", "all": ""}, {"least_share": 0.6, "normalise": "none"})
    values = {"a": [1.0, 2.0, 3.0], "b": [None, 1.0, 2.0], "c": [2.0, 3.0, 5.0]}

    with pytest.raises(ProblemError) as refused:
        uncertainty(Ground.of(measured(edition, values)), [Dropping(("a",))], 20, np.random.default_rng(1))

    assert [("robustness.no_score", "u1")] == [(each.code, each.where) for each in refused.value.problems]


@pytest.mark.parametrize("mean", ["geometric_mean", "harmonic_mean"])
def test_a_part_of_zero_is_dropped_as_any_other(mean):
    edition = framework({"a": "all", "b": "all", "c": "all", "all": ""}, {"normalise": "none", "aggregate": mean})
    ground = Ground.of(measured(edition, {"a": [0.0, 2.0], "b": [4.0, 4.0], "c": [4.0, 4.0]}))

    found = uncertainty(ground, [Dropping(("a",))], 20, np.random.default_rng(1))

    dropped = found.choices[:, 0] == 1
    assert [4.0, 4.0] == pytest.approx(found.scores[dropped][0].tolist())
    assert 0.0 == found.scores[~dropped][0, 0]


def test_weights_out_of_the_data_are_those_of_each_draw():
    edition = framework({"a": "all", "b": "all", "c": "all", "all": ""}, {"weigh": "first_component"})
    rng = np.random.default_rng(2)
    common = rng.normal(size=12)
    values = {code: (5 + common + rng.normal(scale=0.5, size=12)).tolist() for code in "abc"}
    ground = Ground.of(measured(edition, values))
    errors = np.zeros(ground.given.values.shape)
    errors[:, edition.codes.index("a")] = 0.3

    found = uncertainty(ground, [StandardErrors(errors)], 6, np.random.default_rng(3))

    for draw, (noise,) in enumerate(zip(found.pools[0].noise, strict=True)):
        moved = ground.given.values + noise * errors
        again = {code: moved[:, edition.codes.index(code)].tolist() for code in "abc"}
        expected = Ground.of(measured(edition, again)).stages.aggregated[:, edition.codes.index("all")]
        assert expected == pytest.approx(found.scores[draw])
