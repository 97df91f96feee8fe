"""Rules and steps of every method: what they need, and what is refused."""

import pytest
from tests.editions import edition, rule, written

from chiso.frameworks import Method
from chiso.frameworks.signatures import RULES
from chiso.problems import ProblemError

DATED = {"from": "2020-01-01", "until": "2021-01-01", "source": "decision"}
MINMAX = {"method": "minmax", "lower": 0, "upper": 1}
FACTS = [{"code": code, "name": {"vi": code, "en": code}, "source": "decision"} for code in ("done", "due")]


def codes_of(**changes):
    with pytest.raises(ProblemError) as caught:
        edition(**changes)
    return [problem.code for problem in caught.value.problems]


def awarding(**entry):
    return {"facts": FACTS, "rules": {**written()["rules"], "first": [{**DATED, **entry}]}}


def stepped(**steps):
    nodes = written()["nodes"]
    nodes[3]["kind"] = nodes[4]["kind"] = "indicator"
    return {"nodes": nodes, "steps": [{**DATED, **steps}]}


def test_every_method_says_what_it_needs():
    assert set(Method) == set(RULES)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"method": "yes_no", "parts": ["done"]}, "frameworks.missing_key"),
        ({"method": "yes_no", "parts": ["done", "due"], "maximum": 1}, "frameworks.too_many_parts"),
        ({"method": "yes_no", "parts": ["gone"], "maximum": 1}, "frameworks.no_such_node"),
        ({"method": "yes_no", "parts": ["done"], "maximum": 1, "target": 2}, "frameworks.unknown_key"),
        ({"method": "yes_or_no", "parts": ["done"]}, "frameworks.not_one_of"),
        ({"method": "steps", "parts": ["done"], "steps": [[0.8, 1], [1, 2]]}, "frameworks.steps_descend"),
        ({"method": "formula", "parts": ["done"], "formula": "done +"}, "frameworks.bad_formula"),
        ({"method": "formula", "parts": ["done"], "formula": "done / due"}, "frameworks.formula_names"),
        ({"method": "share_of_answers", "parts": ["done"], "chosen": ["due"]}, "frameworks.no_such_node"),
        ({"method": "mean_of_scale", "points": {"gone": 1}}, "frameworks.no_such_node"),
    ],
)
def test_a_rule_that_its_method_cannot_take_is_refused(entry, expected):
    assert expected in codes_of(**awarding(**entry))


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ({"normalise": {"method": "minimax", "lower": 0, "upper": 1}}, "frameworks.not_one_of"),
        ({"normalise": {"method": "minmax", "lower": 0}}, "frameworks.missing_key"),
        ({"normalise": {"method": "rank", "lower": 0}}, "frameworks.unknown_key"),
        ({"normalise": {"method": "minmax", "lower": 0, "upper": 1, "extremes": "ever"}}, "frameworks.not_one_of"),
        ({"normalise": {"method": "rank", "nodes": ["gone"]}}, "frameworks.no_such_node"),
        ({"impute": {"method": "mean_of_group", "group": "region"}}, "frameworks.no_such_attribute"),
        ({"treat": {"method": "winsorise", "then": "log"}}, "frameworks.not_one_of"),
        ({"denominate": {"left": "gone"}}, "frameworks.no_such_node"),
        ({"normalise": {"method": "minmax", "lower": 0, "uper": 1}}, "frameworks.unknown_key"),
        ({"normalise": {"method": "minmax", "lower": "a", "upper": 1}}, "frameworks.wrong_shape"),
        ({"normalise": {**MINMAX, "extremes": "window"}}, "frameworks.missing_key"),
        ({"normalise": {**MINMAX, "extremes": "given", "minima": {"left": 0}}}, "frameworks.missing_key"),
        ({"normalise": {**MINMAX, "since": 2013}}, "frameworks.unknown_key"),
        ({"normalise": {**MINMAX, "extremes": "running", "years": 3}}, "frameworks.unknown_key"),
        ({"treat": {"method": "winsorise", "exponent": 0.5}}, "frameworks.unknown_key"),
        ({"normalise": {**MINMAX, "nodes": ["second"]}}, "frameworks.step_on_computed"),
        (
            {"normalise": [{**MINMAX, "nodes": ["left"]}, {"method": "rank", "nodes": ["left"]}]},
            "frameworks.step_twice",
        ),
        ({"normalise": [MINMAX, {"method": "rank"}]}, "frameworks.step_twice"),
        ({"normalise": {"method": "goalposts", "low": 8, "high": 2}}, "frameworks.ends_clash"),
        ({"normalise": {"method": "goalposts", "low": {"left": 8, "right": 1}, "high": 5}}, "frameworks.ends_clash"),
        ({"normalise": {"method": "minmax", "lower": 5, "upper": 5}}, "frameworks.ends_clash"),
        (
            {"normalise": {**MINMAX, "extremes": "given", "minima": {"left": 2}, "maxima": {"left": 1}}},
            "frameworks.ends_clash",
        ),
        ({"normalise": {"method": "scale", "divide": 0}}, "frameworks.bad_option"),
        ({"normalise": {"method": "distance_to_target", "targets": {"gone": 1}}}, "frameworks.no_such_node"),
    ],
)
def test_a_misspelt_step_is_an_error_and_never_a_warning(steps, expected):
    assert expected in codes_of(**stepped(**steps))


def test_a_mean_is_taken_once_where_no_multiplier_is_said():
    assert 1 == edition(rules=rule("total", multiplier=None)).rule("total").multiplier


def test_relative_weights_need_not_add_up_to_a_hundred():
    small = edition(rules=rule("total", weights={"first": 1, "second": 2}, weights_are="relative"))

    assert 2 == small.node("second").weight


def test_a_code_is_a_node_or_a_fact_and_not_both():
    clash = [{**FACTS[0], "code": "left"}]

    assert "frameworks.code_twice" in codes_of(facts=clash)


def test_ranks_within_an_attribute_need_the_attribute():
    ranking = [{**DATED, "together": {"vi": "a", "en": "a"}, "within": "table"}]

    assert ["frameworks.no_such_attribute"] == codes_of(ranking=ranking)
