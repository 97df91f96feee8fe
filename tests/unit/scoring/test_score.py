from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.editions import edition, rule

from chiso.legal import NotInForce
from chiso.scoring import score

SMALL = edition()


def observed(**units):
    rows = [(unit, node, value) for unit, values in units.items() for node, value in values.items()]
    return pl.DataFrame(rows, schema={"unit": pl.String, "node": pl.String, "value": pl.Float64}, orient="row")


def with_status(*rows):
    schema = {"unit": pl.String, "node": pl.String, "value": pl.Float64, "status": pl.String}
    return pl.DataFrame(rows, schema=schema, orient="row")


def totals(small, observations, column="score", node="total"):
    frame = score(small, observations).frame.filter(pl.col("node") == node)
    return dict(frame.select("unit", column).rows())


def test_a_weighted_mean_of_a_component_and_a_sum_of_points():
    data = observed(A={"first": 8, "left": 3, "right": 4})

    assert {"A": pytest.approx(10 * (25 * 8 + 75 * 7) / 100)} == totals(SMALL, data)
    assert {"A": 7.0} == totals(SMALL, data, node="second")


def test_a_share_of_the_maximum_leaves_out_on_both_sides_what_does_not_apply():
    share = edition(rules=rule("second", method="share_of_maximum", multiplier=10, when_not_applicable="left_out"))
    data = with_status(
        ("A", "left", 3, "observed"),
        ("A", "right", None, "not_applicable"),
        ("B", "left", 3, "observed"),
        ("B", "right", 6, "observed"),
    )

    assert {"A": 7.5, "B": 9.0} == totals(share, data, node="second")


def test_a_missing_part_makes_the_whole_missing():
    data = observed(A={"first": 8, "left": 3}, B={"first": 8, "left": 3, "right": 4})

    assert {"A": None, "B": pytest.approx(72.5)} == totals(SMALL, data)
    assert {"A": None, "B": 1} == totals(SMALL, data, "rank")
    assert {"A": 1, "B": 1} == totals(SMALL, data, "rank_of")


def test_a_missing_part_is_left_out_where_the_edition_says_so():
    lenient = edition(rules=rule("total", when_missing="left_out"))

    assert {"A": 80.0} == totals(lenient, observed(A={"first": 8}))


def test_without_any_part_there_is_no_score_even_where_parts_may_be_left_out():
    lenient = edition(rules=rule("second", when_missing="left_out"))
    data = observed(A={"first": 8}, B={"first": 8, "left": 0})

    assert {"A": None, "B": 0.0} == totals(lenient, data, node="second")


def test_what_is_not_applicable_in_all_parts_is_not_applicable_as_a_whole():
    rules = rule("second", when_not_applicable="left_out") | {
        "total": rule("total", when_not_applicable="left_out")["total"]
    }
    data = with_status(
        ("A", "first", 8, "observed"), ("A", "left", None, "not_applicable"), ("A", "right", None, "not_applicable")
    )

    assert {"A": 80.0} == totals(edition(rules=rules), data)


def test_the_observed_share_counts_what_was_observed():
    data = with_status(("A", "first", 8, "observed"), ("A", "left", 3, "imputed"), ("A", "right", 4, "disputed"))

    assert {"A": pytest.approx(0.25 + 0.75 * 0.6)} == totals(SMALL, data, "observed_share")


def test_ties_share_the_lower_number_though_float64_tells_them_apart():
    data = observed(
        A={"first": 0.1, "left": 0.7},
        B={"first": 0.1, "left": 0.7},
        C={"first": 0.1, "left": 0.1},
        D={"first": 0.1, "left": 0.9},
    )
    lenient = edition(rules=rule("second", when_missing="left_out"))

    assert {"A": 2, "B": 2, "C": 4, "D": 1} == totals(lenient, data, "rank")


def test_units_with_the_same_values_in_other_places_share_a_rank():
    even = edition(rules=rule("total", weights={"first": 50, "second": 50}))
    data = observed(A={"first": 0.1, "second": 0.7}, B={"first": 0.7, "second": 0.1})

    assert {"A": 1, "B": 1} == totals(even, data, "rank")


def test_points_add_up_exactly():
    points = edition(arithmetic="points")
    data = observed(A={"left": 0.1, "right": 0.2})

    assert {"A": Decimal("0.3")} == totals(points, data, node="second")


def test_a_computed_node_that_is_given_directly_is_taken_as_given():
    card = score(SMALL, observed(A={"first": 8, "second": 6}))

    assert ["total", "first", "second"] == card.frame["node"].to_list()
    assert 65.0 == pytest.approx(card.row("A", "total")["score"])


def test_units_and_nodes_keep_their_order():
    card = score(SMALL, observed(Z={"first": 1}, A={"left": 1}))

    assert ["Z"] * 5 + ["A"] * 5 == card.frame["unit"].to_list()
    assert ["total", "first", "second", "left", "right"] * 2 == card.frame["node"].to_list()


def test_the_period_gives_the_day_of_the_rules():
    data = observed(A={"first": 8}).with_columns(period=pl.lit("2021"))

    with pytest.raises(NotInForce):
        score(SMALL, data)
    assert date(2020, 12, 31) == score(SMALL, data.with_columns(period=pl.lit("2020"))).as_of


def test_the_day_asked_for_wins_over_the_period():
    data = observed(A={"first": 8}).with_columns(period=pl.lit("2021"))

    assert date(2020, 6, 1) == score(SMALL, data, as_of=date(2020, 6, 1)).as_of


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 16), st.integers(0, 24)), min_size=1, max_size=12))
def test_ranks_are_those_of_exact_arithmetic(quarters):
    data = observed(
        **{f"u{n}": {"first": a / 4, "left": b / 4, "right": c / 4} for n, (a, b, c) in enumerate(quarters)}
    )
    exact = [25 * a + 75 * (b + c) for a, b, c in quarters]

    found = score(SMALL, data).frame.filter(pl.col("node") == "total")

    assert [1 + sum(other > mine for other in exact) for mine in exact] == found["rank"].to_list()
    assert [total / 40 for total in exact] == pytest.approx(found["score"].to_list())
