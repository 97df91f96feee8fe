"""The five specification plans against their gold files, counted as the comparison beside them counts."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from tests.golden.plan_facts import comparison, counted, f1

from chiso.documents import read as read_document
from chiso.plans import from_json, read, to_json

NAMES = ("000", "001", "002", "003", "004")
EXACT = ("components", "component scores", "component assignment")
FLOOR = 0.995


@pytest.fixture(scope="module")
def readings(shared: Path):
    paths = {name: next((shared / "seeds").glob(f"{name}_*.txt")) for name in NAMES}
    return {name: read(read_document(path.read_bytes(), path.name)) for name, path in paths.items()}


@pytest.fixture(scope="module")
def counts(shared: Path, readings):
    """Facts read, in the gold file, and in both, by group."""
    pairs = [
        (to_json(reading.plan), json.loads((shared / "plans" / "gold" / f"{name}.json").read_text("utf-8")))
        for name, reading in readings.items()
    ]
    return counted(comparison(shared), pairs)


@pytest.mark.parametrize("group", EXACT)
def test_components_their_scores_and_their_assignment_are_read_without_a_miss(counts, group):
    read_facts, gold_facts, hits = counts

    assert (gold_facts[group], gold_facts[group]) == (read_facts[group], hits[group])


def test_all_facts_together_reach_the_floor(counts):
    assert f1(counts) >= FLOOR


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
