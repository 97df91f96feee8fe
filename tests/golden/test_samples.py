"""The sample plans, read from their Word documents, against what a person reads in them (samples/plans/*.json)."""

from functools import cache
from typing import Any

import pytest

from chiso import documents
from chiso import plans as reader
from chiso.samples import SamplePlan, sample_plans

plans = pytest.mark.parametrize("plan", sample_plans(), ids=lambda plan: plan.key)


@cache
def read(plan: SamplePlan) -> dict[str, Any]:
    document = documents.read(plan.content(), plan.file_name)
    return reader.to_json(reader.read(document).plan)


@plans
def test_number_date_issuer_title_and_signer_are_read(plan):
    keys = ("kind", "number", "place", "date", "title", "signer")
    expected, actual = plan.facts()["document"], read(plan)["document"]
    assert [expected[key] for key in keys] == [actual[key] for key in keys]
    assert expected["issuer"].casefold() == actual["issuer"].casefold()


@plans
def test_recipients_are_read(plan):
    assert plan.facts()["document"]["recipients"] == read(plan)["document"]["recipients"]


@plans
def test_cited_documents_are_read(plan):
    assert plan.facts()["document"]["based_on"] == read(plan)["document"]["based_on"]


@plans
def test_index_province_and_year_are_read(plan):
    assert plan.facts()["index"] == read(plan)["index"]


@plans
def test_result_and_target_of_the_whole_index_are_read(plan):
    expected, actual = plan.facts(), read(plan)
    for part in ("baseline", "target"):
        assert score(expected[part]) == score(actual[part])


@plans
def test_components_are_read(plan):
    assert named(plan.facts()) == named(read(plan))


@plans
def test_results_of_components_are_read(plan):
    assert scores(plan.facts(), "baseline") == scores(read(plan), "baseline")


@plans
def test_targets_of_components_are_read(plan):
    assert scores(plan.facts(), "target") == scores(read(plan), "target")


@plans
def test_who_answers_for_components_and_when_is_read(plan):
    assert charged(plan.facts()) == charged(read(plan))


@plans
def test_every_task_is_read_and_none_besides(plan):
    assert [(place, task["code"], task["text"]) for place, task in tasks(plan.facts())] == [
        (place, task["code"], task["text"]) for place, task in tasks(read(plan))
    ]


@plans
def test_who_does_each_task_is_read(plan):
    assert by_text(plan.facts(), "assignment") == by_text(read(plan), "assignment")


@plans
def test_when_each_task_is_due_is_read(plan):
    assert by_text(plan.facts(), "timing") == by_text(read(plan), "timing")


@plans
def test_what_each_task_promises_is_read(plan):
    assert promises(plan.facts()) == promises(read(plan))


@plans
def test_reporting_duties_are_read(plan):
    assert by_period(plan.facts()) == by_period(read(plan))


def score(given: dict[str, Any] | None) -> dict[str, Any] | None:
    """A score; of its parts the figures, since no rule says how much of a part's name is to be quoted."""
    return given and {**given, "parts": [(part["score"], part["scale"]) for part in given["parts"]]}


def named(facts: dict[str, Any]) -> list[tuple[str, ...]]:
    """Code, group and name of each component."""
    return [(c["code"], c["group"], c["name"]) for c in facts["components"]]


def scores(facts: dict[str, Any], part: str) -> dict[str, Any]:
    """Baseline or target of each component by its code."""
    return {c["code"]: score(c[part]) for c in facts["components"]}


def charged(facts: dict[str, Any]) -> dict[str, Any]:
    """Assignment and timing of each component by its code."""
    return {c["code"]: (c["assignment"], c["timing"]) for c in facts["components"]}


def tasks(facts: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """All tasks with the code of their component, general ones last."""
    found = [(component["code"], task) for component in facts["components"] for task in component["tasks"]]
    return found + [("general", task) for task in facts["general_tasks"]]


def by_text(facts: dict[str, Any], key: str) -> dict[tuple[str, str], Any]:
    """One side of every task by its component's code and its words."""
    return {(place, task["text"]): task[key] for place, task in tasks(facts)}


def promises(facts: dict[str, Any]) -> dict[tuple[str, str], Any]:
    """The quantities of every task that has any; of their words only that they stand there."""
    return {
        (place, task["text"]): [(q["operator"], q["value"], q["upper"], q["unit"]) for q in task["quantities"]]
        for place, task in tasks(facts)
        if task["quantities"]
    }


def by_period(facts: dict[str, Any]) -> dict[str, Any]:
    """The reporting duties by how often they come; each sample has one of a kind."""
    return {rule["period"]: rule for rule in facts["reporting"]}
