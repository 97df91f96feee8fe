"""Recipes: steps of an edition, edited and run again."""

from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from tests.editions import edition, rule, written

from chiso.problems import ProblemError
from chiso.scoring import Recipe, read, read_history, score

DATED = {"from": "2020-01-01", "until": "2021-01-01", "source": "decision"}


def measured(**steps):
    """The small edition with its two criteria as indicators, the right one better the lower it is."""
    nodes = written()["nodes"]
    for node in nodes[3:]:
        node |= {"kind": "indicator", "scale": [0, 10]}
    nodes[4]["direction"] = "negative"
    mean = {"method": "weighted_mean", "multiplier": 1, "weights": {"left": 50, "right": 50}, "parts": None}
    changed = {"normalise": {"method": "minmax", "lower": 0, "upper": 10}, **steps}
    attributes = {"region": {"vi": "Vùng", "en": "Region"}}
    return edition(nodes=nodes, rules=rule("second", **mean), steps=[{**DATED, **changed}], attributes=attributes)


DATA = pl.DataFrame({"unit": ["A", "B", "C"], "left": [10.0, 30.0, 20.0], "right": [1.0, 5.0, 3.0]})


def scores(of, data=DATA, node="second", **options):
    card = score(of, read(data, of), as_of=date(2020, 12, 31), **options)
    return card.frame.filter(pl.col("node") == node)["score"].to_list()


def test_indicators_are_normalised_in_their_own_direction():
    assert [0.0, 10.0, 5.0] == scores(measured(), node="left")
    assert [10.0, 0.0, 5.0] == scores(measured(), node="right")
    assert [5.0, 5.0, 5.0] == scores(measured())


def test_the_reverse_of_one_to_ten_is_eleven_less_the_score():
    small = measured(normalise={"method": "minmax", "lower": 1, "upper": 10})

    forward = [1 + 9 * (x - 1) / 4 for x in (1, 5, 3)]
    assert [11 - each for each in forward] == pytest.approx(scores(small, node="right"))


def test_where_all_units_are_equal_there_is_no_score_unless_the_edition_says():
    equal = DATA.with_columns(left=pl.lit(7.0))
    said = measured(normalise={"method": "minmax", "lower": 0, "upper": 10, "when_equal": 10})

    assert [None, None, None] == scores(measured(), equal, node="left")
    assert [10.0, 10.0, 10.0] == scores(said, equal, node="left")


def test_extremes_run_since_a_base_year():
    small = measured(normalise={"method": "minmax", "lower": 0, "upper": 10, "extremes": "running", "since": 2019})
    earlier = pl.DataFrame({"unit": ["A", "B"], "period": ["2018", "2019"], "left": [999.0, 50.0], "right": [1.0, 5.0]})

    history = read_history(earlier, small)

    assert [0.0, 5.0, 2.5] == scores(small, node="left", history=history)


def test_extremes_of_a_window_forget_what_is_older():
    small = measured(normalise={"method": "minmax", "lower": 0, "upper": 10, "extremes": "window", "years": 2})
    earlier = pl.DataFrame({"unit": ["A", "A"], "period": ["2018", "2019"], "left": [999.0, 50.0], "right": [1.0, 5.0]})

    assert [0.0, 5.0, 2.5] == scores(small, node="left", history=read_history(earlier, small))


def test_extremes_given_by_the_edition_are_used():
    given = {"minima": {"left": 0, "right": 0}, "maxima": {"left": 40, "right": 10}}
    small = measured(normalise={"method": "minmax", "lower": 0, "upper": 10, "extremes": "given", **given})

    assert [2.5, 7.5, 5.0] == scores(small, node="left")
    assert [9.0, 5.0, 7.0] == scores(small, node="right")


def test_extremes_of_years_that_nobody_knows_are_an_error():
    small = measured(normalise={"method": "minmax", "lower": 0, "upper": 10, "extremes": "running", "since": 2013})

    with pytest.raises(ProblemError) as caught:
        scores(small)

    assert ["scoring.no_history"] == [problem.code for problem in caught.value.problems]


def test_a_missing_value_is_imputed_from_its_group_and_does_not_count_as_observed():
    small = measured(impute={"method": "mean_of_group", "group": "region"})
    data = pl.DataFrame(
        {
            "unit": list("ABCD"),
            "region": ["x", "x", "y", "y"],
            "left": [10.0, None, 30.0, 20.0],
            "right": [1.0, 5.0, 3.0, 2.0],
        }
    )

    card = score(small, read(data, small))

    assert 0.0 == card.row("B", "left")["score"]
    assert (0.0, 0.5) == (card.row("B", "left")["observed_share"], card.row("B", "second")["observed_share"])


def test_a_column_of_groups_that_is_not_there_is_an_error():
    with pytest.raises(ProblemError) as caught:
        scores(measured(impute={"method": "median_of_group", "group": "region"}))

    assert ["scoring.no_attribute"] == [problem.code for problem in caught.value.problems]


def test_a_recipe_is_edited_and_leaves_the_first_one_as_it_was():
    small = measured()
    first = Recipe.of(small, date(2020, 12, 31))

    second = first.with_(weights={"left": 3, "right": 1}, normalise="rank", drop=["first"])

    assert [1.5, 2.5, 2.0] == pytest.approx(scores(small, recipe=second))
    assert Decimal(50) == first.rules["second"].weight("left")
    assert ("left", "right") == first.indicators


def test_a_node_taken_out_is_neither_counted_nor_shown():
    small = measured()
    recipe = Recipe.of(small).with_(drop=["right"])

    card = score(small, read(DATA, small), recipe=recipe)

    assert ["total", "first", "second", "left"] == card.frame["node"].unique(maintain_order=True).to_list()
    assert [0.0, 10.0, 5.0] == card.frame.filter(pl.col("node") == "second")["score"].to_list()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"normalise": "minimax"}, "frameworks.not_one_of"),
        ({"normalise": {"method": "minmax"}}, "frameworks.missing_key"),
        ({"aggregate": "mean"}, "scoring.unknown_method"),
        ({"aggregate": "power_mean"}, "scoring.unknown_method"),
        ({"aggregate": {"left": "weighted_mean"}}, "scoring.unknown_code"),
        ({"weights": {"lfet": 1}}, "scoring.weight_without_effect"),
        ({"weights": {"left": -1}}, "scoring.bad_weight"),
        ({"weights": {"left": 0, "right": 0}}, "scoring.bad_weight"),
        ({"weigh": "expert"}, "scoring.unknown_method"),
        ({"drop": ["lfet"]}, "scoring.unknown_code"),
        ({"denominate": {"left": "gone"}}, "scoring.unknown_code"),
    ],
)
def test_a_misspelt_change_is_an_error_when_the_recipe_is_made(change, expected):
    with pytest.raises(ProblemError) as caught:
        Recipe.of(measured()).with_(**change)

    assert expected in [problem.code for problem in caught.value.problems]


def test_different_nodes_may_have_different_means():
    small = measured()
    data = pl.DataFrame({"unit": ["A", "B", "C"], "left": [4.0, 0.0, 10.0], "right": [1.0, 10.0, 0.0]})
    recipe = Recipe.of(small).with_(aggregate={"second": "geometric_mean"})

    card = score(small, read(data, small), recipe=recipe)

    assert [6.0, 0.0, 10.0] == pytest.approx(card.frame.filter(pl.col("node") == "second")["score"].to_list())
    assert "exp((50 × ln 4 + 50 × ln 9) / 100)" in "\n".join(card.trace("A", "second").lines("en"))


def test_the_trace_of_an_indicator_tells_its_steps():
    lines = score(measured(), read(DATA, measured())).trace("C", "left").lines("vi")

    assert "  Giá trị đo được: 20" in lines
    assert "  Chuẩn hóa: kém nhất 10, tốt nhất 30: 0 + (10 − 0) × (20 − 10) / (30 − 10) = 5" in lines


def test_units_are_ranked_within_their_table():
    ranking = [{**DATED, "together": {"vi": "a", "en": "a"}, "within": "region"}]
    small = edition(ranking=ranking, attributes={"region": {"vi": "Vùng", "en": "Region"}})
    data = pl.DataFrame({"unit": list("ABC"), "region": ["x", "y", "x"], "total": [50.0, 60.0, 70.0]})

    frame = score(small, read(data, small)).frame

    assert [(2, 2), (1, 1), (1, 2)] == frame.select("rank", "rank_of").rows()


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"normalise": [{"method": "rank"}, {"method": "borda"}]}, "scoring.step_twice"),
        ({"impute": {"method": "mean", "nodes": ["second"]}}, "scoring.step_on_computed"),
    ],
)
def test_a_step_that_says_two_things_or_means_a_computed_node_is_refused(changes, expected):
    with pytest.raises(ProblemError) as refused:
        Recipe.of(measured(), date(2020, 12, 31)).with_(**changes)

    assert [expected] == [problem.code for problem in refused.value.problems]


def test_a_window_of_years_needs_the_year():
    small = measured(normalise={"method": "minmax", "lower": 0, "upper": 10, "extremes": "window", "years": 2})
    earlier = pl.DataFrame({"unit": ["A"], "period": ["2019"], "left": [50.0], "right": [1.0]})

    with pytest.raises(ProblemError) as refused:
        score(small, read(DATA, small), history=read_history(earlier, small))

    assert ["scoring.no_year"] == [problem.code for problem in refused.value.problems]


def test_a_mean_that_values_below_zero_do_not_have_is_an_error():
    small = measured(normalise={"method": "zscore"})
    recipe = Recipe.of(small, date(2020, 12, 31)).with_(aggregate={"second": "geometric_mean"})

    with pytest.raises(ProblemError) as refused:
        scores(small, recipe=recipe)

    assert [("scoring.below_zero", "second", "1")] == [
        (problem.code, problem.where, problem.wanted) for problem in refused.value.problems
    ]


BAD_OPTIONS = [
    ({"normalise": {"method": "minmax", "lower": "a", "upper": 100}}, "frameworks.bad_option"),
    ({"normalise": {"method": "minmax", "lower": 0, "upper": float("inf")}}, "frameworks.bad_option"),
    ({"normalise": {"method": "minmax", "lower": 5, "upper": 5}}, "frameworks.ends_clash"),
    ({"normalise": {"method": "goalposts", "low": 0, "high": 9, "lower": 100}}, "frameworks.ends_clash"),
    ({"normalise": {"method": "goalposts", "low": "a", "high": 9}}, "frameworks.bad_option"),
    ({"normalise": {"method": "zscore", "deviation": 0}}, "frameworks.bad_option"),
    ({"normalise": {"method": "scale", "divide": 0}}, "frameworks.bad_option"),
    ({"normalise": {"method": "distance_to_target", "targets": {"left": "x", "right": 1}}}, "frameworks.bad_option"),
    ({"impute": {"method": "constant", "value": "x"}}, "frameworks.bad_option"),
    ({"treat": {"method": "winsorise", "most": -3}}, "frameworks.bad_option"),
    ({"treat": {"method": "winsorise", "then": "log_ct", "combine": "yes"}}, "frameworks.bad_option"),
    ({"aggregate": {"method": "power_mean", "exponent": "x"}}, "scoring.bad_exponent"),
    ({"aggregate": {"method": "power_mean", "exponent": 0}}, "scoring.bad_exponent"),
    ({"weights": {"first": "heavy"}}, "scoring.bad_weight"),
    ({"least_observed": 7}, "scoring.bad_share"),
    ({"drop": ["first", "second"]}, "scoring.nothing_left"),
    ({"drop": ["first", "left", "right"]}, "scoring.nothing_left"),
]


@pytest.mark.parametrize(("changes", "code"), BAD_OPTIONS)
def test_an_option_that_cannot_be_used_is_an_error_when_the_recipe_is_built(changes, code):
    recipe = Recipe.of(measured(), date(2020, 12, 31))

    with pytest.raises(ProblemError) as caught:
        recipe.with_(**changes)

    assert [code] == [problem.code for problem in caught.value.problems]


def test_a_misspelt_method_is_answered_with_all_methods_the_likeliest_first():
    with pytest.raises(ProblemError) as caught:
        Recipe.of(measured(), date(2020, 12, 31)).with_(normalise="minmaks")

    [problem] = caught.value.problems
    assert problem.wanted.startswith("minmax, ")
    assert "zscore" in problem.wanted
