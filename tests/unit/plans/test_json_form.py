"""Plans and readings to JSON and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.documents import Place
from chiso.plans import (
    Assignment,
    Component,
    Operator,
    Plan,
    Quantity,
    Reading,
    Score,
    ScorePart,
    Task,
    Timing,
    TimingKind,
    from_json,
    reading_from_json,
    reading_to_json,
    to_json,
)
from chiso.problems import ProblemError

words = st.text(alphabet="aăâbcđeêghiklmnoôơpqrstuưvxyAĐ -,0123456789", min_size=1, max_size=20)
figures = st.floats(min_value=0, max_value=1000, allow_nan=False).map(lambda value: round(value, 3))
quantities = st.builds(Quantity, st.sampled_from(Operator), figures, words, words, st.none() | figures)
timings = st.builds(
    Timing, st.sampled_from(TimingKind), words, st.none() | st.just("2024-09"), st.none() | st.booleans()
)
assignments = st.builds(Assignment, st.none() | words, st.lists(words, max_size=3).map(tuple), st.none() | words)
tasks = st.builds(
    Task, words, st.none() | words, assignments, st.none() | timings, st.lists(quantities, max_size=2).map(tuple)
)
scores = st.builds(
    Score,
    year=st.none() | st.integers(2010, 2030),
    score=st.none() | figures,
    rank=st.none() | st.integers(1, 63),
    parts=st.lists(st.builds(ScorePart, words, figures, st.none() | figures), max_size=2).map(tuple),
)
components = st.builds(
    Component, words, baseline=st.none() | scores, assignment=assignments, tasks=st.lists(tasks, max_size=2).map(tuple)
)
plans = st.builds(Plan, components=st.lists(components, max_size=3).map(tuple), target=st.none() | scores)


@given(plans)
def test_a_plan_written_as_json_is_the_same_plan_again(plan):
    assert plan == from_json(to_json(plan))


def test_every_key_of_a_plan_is_written():
    keys = set(to_json(Plan()))

    assert {
        "document", "index", "baseline", "target", "components", "general_tasks", "reporting", "other_indices",
    } == keys  # fmt: skip


def test_keys_left_out_are_taken_as_not_stated():
    assert Plan(components=(Component(name="Chi phí thời gian"),)) == from_json(
        {"components": [{"name": "Chi phí thời gian"}]}
    )


def test_a_reading_keeps_its_places_and_doubts():
    reading = Reading(
        plan=Plan(components=(Component("Tính minh bạch"),)),
        places={"components/0/name": (Place(3, 8, 22),)},
        doubts={"components/0/name": "plans.component_by_layout"},
    )

    assert reading == reading_from_json(reading_to_json(reading))


@pytest.mark.parametrize(
    ("given_json", "where"),
    [
        ({"components": [{"code": "1"}]}, "/components/0"),
        ({"components": "không"}, "/components"),
        ({"components": [{"name": 7}]}, "/components/0/name"),
        ({"reporting": [{"period": "daily"}]}, "/reporting/0/period"),
        ({"surprise": 1}, "/"),
    ],
)
def test_json_that_does_not_fit_is_refused_with_its_path(given_json, where):
    with pytest.raises(ProblemError) as caught:
        from_json(given_json)

    assert ("plans.bad_json", where) == (caught.value.problems[0].code, caught.value.problems[0].where)
