"""PAR INDEX of Lào Cai's departments 2021, as told in the plan 2022 of its Department of Science and Technology."""

import json
from decimal import Decimal
from itertools import chain, combinations

import polars as pl
import pytest

from chiso import packs
from chiso.scoring import score


@pytest.fixture
def gold(shared):
    return json.loads((shared / "plans" / "gold" / "003.json").read_text(encoding="utf-8"))


@pytest.fixture
def edition():
    found = packs.find("PARINDEX", "Lào Cai", 2022, "department")
    assert found is not None
    return found


def observations(edition, gold, **more):
    points = {
        node.code: component["baseline"]["score"]
        for node, component in zip(edition.components, gold["components"], strict=True)
    }
    values = {code: str(value) for code, value in {**points, **more}.items()}
    return pl.DataFrame({"unit": ["Sở"] * len(values), "node": list(values), "value": list(values.values())})


def test_the_maxima_are_those_of_the_plan(edition, gold):
    maxima = [Decimal(str(component["baseline"]["scale"])) for component in gold["components"]]

    assert maxima == [node.scale.maximum for node in edition.components]


def test_the_total_cannot_be_computed_and_the_trace_says_why(edition, gold):
    trace = score(edition, observations(edition, gold)).trace("Sở")

    assert trace.score is None
    assert any("118" in line and "102,73" in line for line in trace.lines("vi"))


def test_no_group_of_components_gives_the_total_or_its_appraised_part(edition, gold):
    pairs = [
        (Decimal(str(each["baseline"]["score"])), Decimal(str(each["baseline"]["scale"])))
        for each in gold["components"]
    ]
    groups = chain.from_iterable(combinations(pairs, size) for size in range(1, len(pairs) + 1))
    sums = {(sum(points for points, _ in group), sum(maximum for _, maximum in group)) for group in groups}

    assert not sums & {(Decimal("89.08"), Decimal(100)), (Decimal("71.43"), Decimal(80))}
    assert (Decimal("102.73"), Decimal(118)) in sums


def test_the_announced_total_is_kept_exactly(edition, gold):
    data = observations(edition, gold, total=gold["baseline"]["score"], appraised=71.43, survey=17.65)

    card = score(edition, data)

    assert Decimal("89.08") == card.row("Sở", "total")["score"]
    assert card.row("Sở", "total")["score"] == card.row("Sở", "appraised")["score"] + card.row("Sở", "survey")["score"]
