from datetime import date
from decimal import Decimal

import polars as pl
import pytest
from tests.editions import edition, rule, written

from chiso.problems import ProblemError
from chiso.scoring import read, score

DATA = pl.DataFrame(
    {"unit": ["A", "A", "A", "B"], "node": ["first", "left", "right", "first"], "value": [7.95, 3.0, 4.5, 8.0]}
)


def test_a_trace_holds_the_formula_with_its_numbers():
    lines = score(edition(), DATA).trace("A").lines("vi")

    assert "Công thức: 10 × (25 × 7,95 + 75 × 7,5) / 100 = 76,125" in lines
    assert "Tổng của A: 76,13 (thang 0–100)" == lines[0]


def test_a_trace_speaks_english_too():
    lines = score(edition(), DATA).trace("A", "second").lines("en")

    assert "Formula: 3 + 4.5 = 7.5" in lines
    assert "Source: 01/QĐ-UBND – Name (stated in the source)." in lines


def test_a_trace_of_a_share_shows_the_maxima():
    share = edition(rules=rule("second", method="share_of_maximum", multiplier=10))

    assert "Formula: 10 × (3 + 4.5) / (4 + 6) = 7.5" in score(share, DATA).trace("A", "second").lines("en")


def test_a_trace_says_what_is_missing():
    trace = score(edition(), DATA).trace("B")

    assert ["second"] == [each.node.code for each in trace.lacking]
    assert "Thiếu: Hai. Thiếu số liệu không phải là 0 điểm." in trace.lines("vi")
    assert trace.printed is None


def test_a_trace_names_what_does_not_count():
    without_first = edition(rules=rule("total", weights={"second": 100}))

    trace = score(without_first, DATA).trace("A")

    assert ["first"] == [each.node.code for each in trace.not_counted]
    assert "Không tính vào điểm này: Một (7,95)." in trace.lines("vi")


def test_a_trace_carries_the_edition_and_its_hash():
    small = edition()

    trace = score(small, DATA).trace("A")

    assert f"Phiên bản: small/2020, mã nội dung {small.content_hash[:12]}." == trace.lines("vi")[-1]
    assert Decimal("76.13") == trace.printed


def test_a_trace_of_an_observed_node_tells_how_its_value_came_about():
    disputed = DATA.with_columns(status=pl.Series(["disputed", "observed", "observed", "observed"]))

    lines = score(edition(), disputed).trace("A", "first").lines("vi")

    assert "Nguồn số liệu: theo số liệu đang được xem xét lại." in lines


def test_an_announced_score_tells_why_it_is_not_computed():
    why = [
        {
            "node": "total",
            "what": {"vi": "Công thức", "en": "Formula"},
            "why": {"vi": "Không nguồn nào nêu", "en": "No source"},
        }
    ]
    announced = {"from": "2020-01-01", "source": "decision", "method": "announced"}

    trace = score(edition(rules={"total": [announced]}, absent=why), DATA).trace("A")

    assert "  Công thức: Không nguồn nào nêu" in trace.lines("vi")


@pytest.mark.parametrize(
    ("unit", "node", "expected"), [("C", "total", "scoring.no_such_unit"), ("A", "third", "scoring.unknown_code")]
)
def test_what_is_not_in_the_scorecard_cannot_be_explained(unit, node, expected):
    with pytest.raises(ProblemError) as caught:
        score(edition(), DATA).trace(unit, node)

    assert [expected] == [problem.code for problem in caught.value.problems]


def test_a_score_on_an_open_scale_has_no_ends():
    nodes = written()["nodes"]
    nodes[0]["scale"] = "open"

    assert "Tổng của A: 76,13" == score(edition(nodes=nodes), DATA).trace("A").lines("vi")[0]


def test_what_does_not_apply_is_not_said_to_be_missing():
    lenient = edition(rules=rule("second", when_not_applicable="left_out"))
    without = DATA.with_columns(
        value=pl.when(pl.col("node") == "right").then(None).otherwise("value"),
        status=pl.when(pl.col("node") == "right").then(pl.lit("not_applicable")).otherwise(pl.lit("observed")),
    )

    trace = score(lenient, without).trace("A", "second")

    assert () == trace.lacking
    assert "  … – Phải (không áp dụng)" in trace.lines("vi")


NAMES = ("f1", "f2", "f3")
AWARDS = [
    ({"method": "yes_no", "parts": ["said"], "maximum": 5}, "5 × 1 = 5"),
    ({"method": "capped_count", "parts": ["f1", "f2"], "each": 0.5, "maximum": 4}, "min(4, 0.5 × (3 + 4)) = 3.5"),
    ({"method": "deduction", "parts": ["f1"], "each": 0.5, "maximum": 4}, "max(0, 4 − 0.5 × (3)) = 2.5"),
    ({"method": "steps", "parts": ["f1", "f2"], "steps": [[0.7, 2]]}, "points by steps of (3 / 4) = 2"),
    (
        {"method": "share_over_threshold", "parts": ["f1", "f2"], "threshold": 0.5, "maximum": 4},
        "4 × min(1, (3 / 4)) = 3",
    ),
    (
        {"method": "share_over_threshold", "parts": ["f1", "f2"], "threshold": 0.8, "maximum": 4},
        "4 × 0 (for (3 / 4) is below 0.8) = 0",
    ),
    (
        {"method": "proportion_to_target", "parts": ["f1", "f2"], "target": 1.5, "maximum": 4},
        "4 × min(1, (3 / 4) / 1.5) = 2",
    ),
    (
        {"method": "bonus_and_penalty", "parts": [*NAMES], "bonus": {"f1": 1}, "penalty": {"f2": 0.5}, "most_bonus": 2},
        "5 + min(2, 1 × 3) − (0.5 × 4) = 5",
    ),
    ({"method": "share_of_answers", "parts": [*NAMES], "chosen": ["f1"]}, "100 × (3) / (3 + 4 + 5) = 25"),
    ({"method": "mean_of_scale", "points": {"f1": 1, "f3": 5}}, "(1 × 3 + 5 × 5) / (3 + 5) = 3.5"),
    (
        {"method": "imported", "parts": ["f3"], "edition": "a/b", "node": "c", "out_of": 10, "maximum": 4},
        "4 × 5 / 10 = 2",
    ),
]


@pytest.mark.parametrize(("entry", "formula"), AWARDS)
def test_an_award_is_told_with_its_numbers(entry, formula):
    facts = [{"code": code, "name": {"vi": code, "en": code}, "source": "decision"} for code in (*NAMES, "said")]
    nodes = written()["nodes"]
    nodes[1]["scale"] = "open"
    awarding = edition(
        nodes=nodes,
        facts=facts,
        rules={**written()["rules"], "first": [{"from": "2020-01-01", "source": "decision", **entry}]},
    )
    observed = pl.DataFrame({"unit": ["A"] * 4, "node": [*NAMES, "said"], "value": [3.0, 4.0, 5.0, 1.0]})

    assert f"Formula: {formula}" in score(awarding, observed).trace("A", "first").lines("en")


SCALES = [
    (
        {"method": "minmax", "lower": 1, "upper": 10},
        "less is better, worst 5, best 1: 1 + (10 − 1) × (2 − 5) / (1 − 5) = 7.75",
    ),
    (
        {"method": "goalposts", "low": 0, "high": 4},
        "less is better, worst 4, best 0: 0 + (100 − 0) × (2 − 4) / (0 − 4), cut off at the ends = 50",
    ),
    (
        {"method": "distance_to_target", "targets": {"first": 9, "left": 9, "right": 0}},
        "less is better, worst 5, target 0: (2 − 5) / (0 − 5) = 0.6",
    ),
    (
        {"method": "zscore"},
        (
            "less is better, mean 2.666666667, standard deviation 2.081665999 of the units: "
            "0 + 1 × (2.666666667 − 2) / 2.081665999 = 0.320256308"
        ),
    ),
    ({"method": "borda"}, "less is better, number of units that are worse = 1"),
]


@pytest.mark.parametrize(("entry", "told"), SCALES)
def test_a_normalised_value_is_told_with_its_numbers(entry, told):
    nodes = written()["nodes"]
    nodes[4]["direction"] = "negative"
    steps = [
        {"from": "2020-01-01", "source": "decision", "impute": {"method": "constant", "value": 3}, "normalise": entry}
    ]
    small = edition(nodes=nodes, steps=steps)
    observed = pl.DataFrame({"unit": ["A", "B", "C"], "node": ["right"] * 3, "value": [5.0, 2.0, 1.0]})

    lines = score(small, observed, as_of=date(2020, 12, 31)).trace("B", "right").lines("en")

    assert f"  Normalised: {told}" in lines


def test_what_the_method_put_in_is_told_as_imputed():
    steps = [{"from": "2020-01-01", "source": "decision", "impute": {"method": "mean"}}]
    observed = pl.DataFrame({"unit": ["A", "B", "B"], "node": ["right", "right", "left"], "value": [5.0, None, 3.0]})

    trace = score(edition(steps=steps), observed, as_of=date(2020, 12, 31)).trace("B", "right")

    assert [
        "Where it comes from: imputed for a missing value.",
        "  Imputed for a missing value by the mean of the units: 5",
    ] == trace.lines("en")[1:3]


def test_extremes_of_earlier_years_are_those_that_are_told():
    entry = {"method": "minmax", "lower": 0, "upper": 10, "extremes": "running", "since": 2018}
    small = edition(steps=[{"from": "2020-01-01", "source": "decision", "normalise": entry}])
    frame = pl.DataFrame({"unit": ["A", "B"], "left": [1.0, 3.0], "right": [2.0, 4.0]})
    earlier = {2019: read(frame.with_columns(left=pl.Series([0.0, 5.0])), small)}

    trace = score(small, read(frame, small), as_of=date(2020, 12, 31), history=earlier).trace("B", "left")

    assert "  Normalised: worst 0, best 5: 0 + (10 − 0) × (3 − 0) / (5 − 0) = 6" in trace.lines("en")


def relative(**mean):
    """The small edition with a total by weights that do not add up to a hundred."""
    return edition(rules=rule("total", multiplier=1, weights_are="relative", weights={"first": 1, "second": 2}, **mean))


THREE = pl.DataFrame(
    {
        "unit": [unit for unit in "ABC" for _ in range(3)],
        "node": ["first", "left", "right"] * 3,
        "value": [1.0, 1.0, 1.0, 2.0, 3.0, 2.0, 4.0, 2.0, 2.0],
    }
)


def test_the_weights_of_a_trace_are_those_out_of_the_data_where_they_were_used():
    trace = score(relative(weigh="first_component"), THREE).trace("A")
    first, second = trace.counted

    assert [0.5, 0.5] == pytest.approx([float(first.weight), float(second.weight)])
    assert "Formula: (0.5 × 1 + 0.5 × 2) / 1 = 1.5" in trace.lines("en")
    assert "  1 – Một, trọng số 0,5 trên tổng 1" in trace.lines("vi")
    assert "Trọng số rút từ số liệu: thành phần chính thứ nhất, quy về tổng bằng 1." in trace.lines("vi")


def test_weights_are_percents_only_where_they_add_up_to_a_hundred():
    assert "  7,95 – Một, trọng số 1 trên tổng 3" in score(relative(), DATA).trace("A").lines("vi")
    assert "  7,95 – Một, trọng số 25%" in score(edition(), DATA).trace("A").lines("vi")


def test_a_part_whose_facts_do_not_apply_does_not_apply_either():
    asked = [{"from": "2020-01-01", "source": "decision", "method": "yes_no", "parts": ["f1"], "maximum": 4}]
    nodes, rules = written()["nodes"], rule("second", when_not_applicable="left_out")
    facts = [{"code": "f1", "name": {"vi": "f1", "en": "f1"}, "source": "decision"}]
    small = edition(nodes=nodes, rules={**rules, "left": asked}, facts=facts)
    without = pl.DataFrame(
        {"unit": ["A", "A", "A"], "node": ["first", "f1", "right"], "value": [8.0, None, 3.0]}
    ).with_columns(status=pl.Series(["observed", "not_applicable", "observed"]))

    trace = score(small, without).trace("A", "second")

    assert () == trace.lacking
    assert "  … – Trái (không áp dụng)" in trace.lines("vi")
