"""The five specification plans against their gold files, counted as the comparison beside them counts."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from chiso.documents import read as read_document
from chiso.plans import from_json, read, to_json

NAMES = ("000", "001", "002", "003", "004")
EXACT = ("components", "component scores", "component assignment")
FLOOR = 0.995


@pytest.fixture(scope="module")
def comparison(shared: Path):
    spec = importlib.util.spec_from_file_location("compare_plans", shared / "plans" / "compare.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def readings(shared: Path):
    paths = {name: next((shared / "seeds").glob(f"{name}_*.txt")) for name in NAMES}
    return {name: read(read_document(path.read_bytes(), path.name)) for name, path in paths.items()}


@pytest.fixture(scope="module")
def counted(shared: Path, comparison, readings):
    """Facts read, in the gold file, and in both, by group."""
    read_facts, gold_facts, hits = Counter(), Counter(), Counter()
    for name, reading in readings.items():
        gold = json.loads((shared / "plans" / "gold" / f"{name}.json").read_text("utf-8"))
        ours, theirs = (side.counts for side in comparison.facts(to_json(reading.plan), gold))
        for fact in ours | theirs:
            read_facts[fact[0]] += ours[fact]
            gold_facts[fact[0]] += theirs[fact]
            hits[fact[0]] += min(ours[fact], theirs[fact])
    return read_facts, gold_facts, hits


@pytest.mark.parametrize("group", EXACT)
def test_components_their_scores_and_their_assignment_are_read_without_a_miss(counted, group):
    read_facts, gold_facts, hits = counted

    assert (gold_facts[group], gold_facts[group]) == (read_facts[group], hits[group])


def test_all_facts_together_reach_the_floor(counted):
    read_facts, gold_facts, hits = counted

    assert 2 * hits.total() / (read_facts.total() + gold_facts.total()) >= FLOOR


@pytest.mark.parametrize("name", NAMES)
def test_a_reading_fits_the_schema(shared, readings, name):
    schema = json.loads((shared / "plans" / "plan.schema.json").read_text("utf-8"))

    assert [] == list(jsonschema.Draft202012Validator(schema).iter_errors(to_json(readings[name].plan)))


@pytest.mark.parametrize("name", NAMES)
def test_a_gold_file_survives_the_way_through_the_plan(shared, name):
    gold = json.loads((shared / "plans" / "gold" / f"{name}.json").read_text("utf-8"))

    assert gold == {key: value for key, value in to_json(from_json(gold)).items() if key in gold}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_stands_at_its_place(shared, readings, name):
    path = next((shared / "seeds").glob(f"{name}_*.txt"))
    document = read_document(path.read_bytes(), path.name)
    reading = readings[name]
    for number, component in enumerate(reading.plan.components):
        (place,) = reading.places[f"components/{number}/name"]
        assert component.name == document.text_at(place)
        for n, task in enumerate(component.tasks):
            (place,) = reading.places[f"components/{number}/tasks/{n}/text"]
            assert task.text == document.text_at(place)
