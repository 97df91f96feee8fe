import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.editions import edition, written

from chiso.frameworks import parse_formula
from chiso.problems import ProblemError
from chiso.scoring import score
from chiso.scoring.rubric import answers, counts, ratios
from chiso.scoring.rubric.formula import evaluated

NONE = float("nan")
whole = st.integers(0, 1000)


def column(*values):
    return np.array(values, dtype=float)[:, None]


def test_yes_is_the_maximum_and_no_is_nothing():
    assert [2.0, 0.0] == counts.yes_no(column(1, 0, NONE), 2)[:2].tolist()
    assert np.isnan(counts.yes_no(column(NONE), 2)[0])


def test_a_count_is_capped():
    assert [0.0, 1.0, 2.0, 2.0] == counts.capped_count(column(0, 2, 4, 9), 0.5, 2).tolist()
    assert [1.5] == counts.capped_count(np.array([[1.0, 2.0]]), 0.5, 2).tolist()


def test_a_deduction_stops_at_its_floor():
    assert [3.0, 2.5, 0.0] == counts.deduction(column(0, 1, 9), 3, 0.5, 0).tolist()


def test_bonus_and_penalty_keep_within_their_caps():
    base, bonus, penalty = np.array([[10.0]]), np.array([[2.0, 3.0]]), np.array([[4.0]])

    assert [9.0] == counts.bonus_and_penalty(base, bonus, penalty, 3, 10).tolist()
    assert [14.0] == counts.bonus_and_penalty(base, bonus, penalty, 9, 1).tolist()


def test_another_index_is_imported_by_its_share():
    assert [pytest.approx(8.394)] == counts.imported(column(83.94), 100, 10).tolist()


def test_steps_give_the_points_of_the_highest_bound_reached():
    found = ratios.steps(np.array([1.0, 0.99, 0.8, 0.79, NONE]), np.array([1.0, 0.8]), np.array([2.0, 1.0]), 0)

    assert [2.0, 1.0, 1.0, 0.0] == found[:4].tolist()
    assert np.isnan(found[4])


def test_a_share_counts_from_its_threshold_on():
    assert [0.0, 1.6, 2.0, 2.0] == ratios.share_over_threshold(np.array([0.79, 0.8, 1.0, 1.2]), 2, 0.8).tolist()


def test_a_proportion_to_a_target_is_full_at_the_target():
    assert [1.0, 2.0, 2.0] == ratios.proportion_to_target(np.array([0.4, 0.8, 1.0]), 2, 0.8).tolist()


def test_a_ratio_of_nothing_is_what_the_rule_says():
    assert [0.5, 1.0] == ratios.ratio(np.array([[1.0, 2.0], [0.0, 0.0]]), 1.0).tolist()
    assert np.isnan(ratios.ratio(np.array([[0.0, 0.0]]), NONE)[0])


def test_answers_are_shares_and_means():
    tally = np.array([[1.0, 2.0, 7.0], [0.0, 0.0, 0.0]])

    assert 70.0 == pytest.approx(answers.share_of_answers(tally, np.array([False, False, True]), 100)[0])
    assert 1.6 == pytest.approx(answers.mean_of_scale(tally, np.array([0.0, 1.0, 2.0]))[0])
    assert np.isnan(answers.mean_of_scale(tally, np.array([0.0, 1.0, 2.0]))[1])


@given(whole, whole, whole, st.sampled_from([0.1, 0.5, 2.5]))
def test_more_never_gives_fewer_points_and_never_more_than_the_maximum(few, more, faults, each):
    low, high = sorted([few, more])

    points = counts.capped_count(column(low, high), each, 10)
    left = counts.deduction(column(low, high), 10, each, 1)

    assert 0 <= points[0] <= points[1] <= 10
    assert 10 >= left[0] >= left[1] >= 1
    assert np.isnan(counts.capped_count(column(NONE), each, 10)[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("8 / 4 / 2", 1.0),
        ("8 - 4 - 2", 2.0),
        ("-a + 1", -2.0),
        ("min(2, a, 5)", 2.0),
        ("max(2, a)", 3.0),
        ("ratio(a, b, 1)", 1.5),
        ("ratio(a, zero, 1)", 1.0),
        ("2.5e-1 * a", 0.75),
    ],
)
def test_a_formula_is_worked_out_as_written(text, expected):
    terms = {"a": np.array([3.0]), "b": np.array([2.0]), "zero": np.array([0.0])}

    assert expected == evaluated(parse_formula(text), terms)


def test_a_formula_has_no_value_where_a_term_has_none_or_a_denominator_is_zero():
    terms = {"a": np.array([NONE, 1.0]), "b": np.array([1.0, 0.0])}

    assert np.isnan(evaluated(parse_formula("a / b"), terms)).all()
    assert np.isnan(evaluated(parse_formula("ratio(a, b, 1)"), terms)).tolist() == [True, False]


RATIO = {"parts": ["f1", "f2"], "maximum": 4}
IMPOSSIBLE = [
    ({"method": "yes_no", "parts": ["f1"], "maximum": 4}, {"f1": 0.5}, "0, 1"),
    ({"method": "yes_no", "parts": ["f1"], "maximum": 4}, {"f1": 2}, "0, 1"),
    ({"method": "capped_count", "parts": ["f1"], "each": 1, "maximum": 4}, {"f1": -1}, "≥ 0"),
    ({"method": "deduction", "parts": ["f1"], "each": 1, "maximum": 4}, {"f1": -3}, "≥ 0"),
    ({"method": "steps", "parts": ["f1", "f2"], "steps": [[0.5, 4]]}, {"f1": 95, "f2": -100}, "≥ 0"),
    ({"method": "share_over_threshold", **RATIO, "threshold": 0.5}, {"f1": -95, "f2": 100}, "≥ 0"),
    ({"method": "proportion_to_target", **RATIO, "target": 0.9}, {"f1": 95, "f2": -100}, "≥ 0"),
    ({"method": "bonus_and_penalty", "parts": ["f1"], "penalty": {"f1": 1}}, {"f1": -1}, "≥ 0"),
    ({"method": "share_of_answers", "parts": ["f1", "f2"], "chosen": ["f1"]}, {"f1": -1, "f2": 5}, "≥ 0"),
    ({"method": "mean_of_scale", "points": {"f1": 1, "f2": 2}}, {"f1": -1, "f2": 5}, "≥ 0"),
    (
        {"method": "imported", "parts": ["f1"], "edition": "a/b", "node": "c", "out_of": 100, "maximum": 4},
        {"f1": 101},
        "0–100",
    ),
]


def awarding(entry):
    """The small edition with a criterion that is awarded for facts."""
    facts = [{"code": code, "name": {"vi": code, "en": code}, "source": "decision"} for code in ("f1", "f2")]
    dated = {"from": "2020-01-01", "source": "decision"}
    return edition(facts=facts, rules={**written()["rules"], "left": [{**dated, **entry}]})


@pytest.mark.parametrize(("entry", "facts", "wanted"), IMPOSSIBLE)
def test_facts_that_cannot_be_are_refused(entry, facts, wanted):
    observed = pl.DataFrame({"unit": ["A"] * len(facts), "node": list(facts), "value": list(facts.values())})

    with pytest.raises(ProblemError) as caught:
        score(awarding(entry), observed)

    [problem] = caught.value.problems
    assert ("scoring.off_domain", wanted) == (problem.code, problem.wanted)
    assert problem.where in {"A, f1", "A, f2"}


def test_a_ratio_given_as_such_may_be_a_fall():
    entry = {"method": "steps", "parts": ["f1"], "steps": [[0.5, 4]]}

    assert (
        0
        == score(awarding(entry), pl.DataFrame({"unit": ["A"], "node": ["f1"], "value": [-0.2]})).row("A", "left")[
            "score"
        ]
    )
