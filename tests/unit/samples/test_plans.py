"""The sample plans: documents, the facts they hold, and that both belong together."""

import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
from docx import Document
from scripts.build_samples import FOLDER, build, read_source

from chiso import packs
from chiso.plans import from_json, to_json
from chiso.samples import sample_agencies, sample_plans

GOLD = {
    "lao-cai-ddci-2020": "000",
    "lang-son-pci-2022": "001",
    "lang-son-ddci-2023": "002",
    "lao-cai-par-index-2022": "003",
    "quang-tri-papi-2021": "004",
}
plans = pytest.mark.parametrize("plan", sample_plans(), ids=lambda plan: plan.key)


def test_there_are_five_plans_of_four_agencies():
    assert sorted(plan.key for plan in sample_plans()) == sorted(GOLD)
    assert len(sample_agencies()) == 4


@plans
def test_the_document_is_what_its_source_builds(plan):
    source = read_source((FOLDER / f"{plan.key}.md").read_text("utf-8"))
    assert parts(plan.content()) == parts(build(source))


@plans
def test_the_facts_have_the_shape_of_a_plan(plan):
    assert to_json(from_json(plan.facts())) == plan.facts()


@plans
def test_the_facts_fit_the_schema(plan, shared):
    schema = json.loads((shared / "plans" / "plan.schema.json").read_text("utf-8"))
    jsonschema.validate(plan.facts(), schema)


@plans
def test_every_text_of_the_facts_stands_in_the_document(plan):
    words = folded(text_of(plan.content()))
    missing = [text for text in texts_of(plan.facts()) if folded(text) not in words]
    assert missing == []


@plans
def test_every_quantity_stands_in_its_task(plan):
    facts = plan.facts()
    tasks = [task for component in facts["components"] for task in component["tasks"]]
    outside = [q["text"] for task in tasks for q in task["quantities"] if q["text"] not in task["text"]]
    assert outside == []


@plans
def test_its_edition_knows_every_component(plan):
    edition = packs.load(plan.edition)
    unknown = [c["name"] for c in plan.facts()["components"] if edition.find_node(c["name"]) is None]
    assert unknown == []


@plans
def test_the_facts_are_those_of_the_plan_it_stands_for(plan, shared):
    gold = json.loads((shared / "plans" / "gold" / f"{GOLD[plan.key]}.json").read_text("utf-8"))
    assert figures(plan.facts()) == figures(gold)


@plans
def test_no_fourteen_words_in_a_row_are_those_of_a_specification_plan(plan, shared):
    theirs = {run for seed in (shared / "seeds").glob("*.txt") for run in runs(seed.read_text("utf-8"))}
    ours = (FOLDER / f"{plan.key}.md").read_text("utf-8")
    paragraphs = re.split(r"\n\s*\n|\|", ours)
    assert [" ".join(run) for paragraph in paragraphs for run in runs(paragraph) if run in theirs] == []


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a Word file; how they are compressed depends on the machine's zlib."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def text_of(content: bytes) -> str:
    """All that is printed, Word's own numbers aside."""
    word = Document(io.BytesIO(content))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in word.paragraphs] + cells)


def folded(text: str) -> str:
    """Letters and digits only, in lower case."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def texts_of(facts: dict[str, Any]) -> Iterator[str]:
    """The names, titles and wordings among the facts."""
    head = facts["document"]
    yield from (head["title"], head["issuer"], head["signer"]["name"], *head["recipients"])
    yield from (citation["number"] for citation in head["based_on"])
    for component in facts["components"]:
        yield from filter(None, (component["name"], component["group"]))
        yield from names_of(component["assignment"])
    for task in [task for part in (*facts["components"], {"tasks": facts["general_tasks"]}) for task in part["tasks"]]:
        yield task["text"]
        yield from names_of(task["assignment"])
        yield from [task["timing"]["text"]] if task["timing"] else []


def names_of(assignment: dict[str, Any]) -> Iterator[str]:
    """The units and people of an assignment."""
    yield from filter(None, (assignment["lead"], assignment["leader"], *assignment["coordinating"]))


def figures(facts: dict[str, Any]) -> dict[str, Any]:
    """What must be as in the real plan: everything but wordings and people."""
    return {
        "index": facts["index"],
        "date": facts["document"]["date"],
        "recipients": sorted(name for name in facts["document"]["recipients"] if not name.startswith("Lưu")),
        "cited": sorted(citation["date"] or "" for citation in facts["document"]["based_on"]),
        "whole": [without_names(facts["baseline"]), without_names(facts["target"])],
        "components": [
            (c["code"], c["baseline"], c["target"], units(c), c["timing"], [work(task) for task in c["tasks"]])
            for c in facts["components"]
        ],
        "general": [work(task) for task in facts["general_tasks"]],
        "reporting": facts["reporting"],
    }


def without_names(score: dict[str, Any] | None) -> dict[str, Any] | None:
    """A score whose parts are told without their names."""
    return score and {**score, "parts": [(part["score"], part["scale"]) for part in score["parts"]]}


def units(bearer: dict[str, Any]) -> tuple[Any, ...]:
    """Who leads and who coordinates, and whether a leader is in charge."""
    assignment = bearer["assignment"]
    return assignment["lead"], assignment["coordinating"], assignment["leader"] is not None


def work(task: dict[str, Any]) -> tuple[Any, ...]:
    """A task without its wording."""
    promised = [(q["operator"], q["value"], q["upper"], q["unit"].casefold()) for q in task["quantities"]]
    timing = task["timing"] and {**task["timing"], "text": task["timing"]["text"].casefold()}
    return task["code"], units(task), timing, promised


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of fourteen words."""
    words = folded(text).split()
    return {tuple(words[n : n + 14]) for n in range(len(words) - 13)}
