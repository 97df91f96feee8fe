"""Scenarios: sentences beside an edition that say what it must give, and their proof."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from chiso.frameworks import Edition, shape, strict_yaml
from chiso.packs._problems import SCENARIO_FAILS
from chiso.packs.library import Library
from chiso.problems import Problem

if TYPE_CHECKING:
    from chiso.scoring import Scorecard


def failures(library: Library, key: str) -> list[Problem]:
    """All that the scenarios of an edition say and its rules do not give; raises nothing of its own."""
    edition = library.load(key)
    found: list[Problem] = []
    for path, text in library.scenario_texts(key).items():
        written = strict_yaml.read(text, path)
        misshapen = shape.faults(written, library.schema, "scenarios", path)
        found += misshapen or [fault for scenario in written for fault in failures_of(scenario, edition, path)]
    return found


def failures_of(scenario: Mapping[str, Any], edition: Edition, path: str) -> Iterator[Problem]:
    """What one scenario says and the edition does not give."""
    card = _scorecard(scenario["given"], edition)
    for unit, nodes in scenario["expected"].items():
        for node, expected in nodes.items():
            actual = _actual(card, unit, node)
            for what, wanted in expected.items():
                if actual[what] != wanted:
                    where = f"{path}: {scenario['name']} ({unit}, {node}, {what})"
                    yield SCENARIO_FAILS(where=where, given=actual[what], wanted=wanted)


def _scorecard(given: Mapping[str, Any], edition: Edition) -> Scorecard:
    import polars as pl  # noqa: PLC0415 - only scenarios need it, names and texts are read without

    from chiso.scoring import score  # noqa: PLC0415 - as polars

    rows = [(unit, node, value) for unit, nodes in given["values"].items() for node, value in nodes.items()]
    observations = pl.DataFrame(
        {
            "unit": [unit for unit, _, _ in rows],
            "node": [node for _, node, _ in rows],
            "value": [None if isinstance(value, str) else str(value) for _, _, value in rows],
            "status": [value if isinstance(value, str) else "observed" for _, _, value in rows],
        },
        schema_overrides={"value": pl.String},
    )
    attributes = given.get("attributes", {})
    for name in edition.attributes if attributes else ():
        observations = observations.with_columns(
            pl.Series(name, [attributes.get(unit, {}).get(name) for unit, _, _ in rows], dtype=pl.String)
        )
    day = date.fromisoformat(given["day"]) if "day" in given else None
    return score(edition, observations, as_of=day)


def _actual(card: Scorecard, unit: str, node: str) -> dict[str, object]:
    trace = card.trace(unit, node)
    return {
        "score": None if trace.printed is None else float(trace.printed),
        "rank": trace.rank,
        "band": None if trace.band is None else trace.band.vi,
    }
