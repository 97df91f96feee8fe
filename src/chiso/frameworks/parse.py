"""From the text of a pack to an edition: shape, meaning and cross-references checked, all faults told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from chiso.frameworks import check, shape, signatures, strict_yaml
from chiso.frameworks.bands import Band, BandMethod, BandRule, Interval
from chiso.frameworks.edition import (
    Absence,
    Arithmetic,
    Columns,
    Dropped,
    Edition,
    Framework,
    Node,
    NodeKind,
    SubjectKind,
)
from chiso.frameworks.faults import Faults
from chiso.frameworks.fingerprint import content_hash
from chiso.frameworks.headline import placed
from chiso.frameworks.measured import Collected, Fact, Means, Scale
from chiso.frameworks.rule_entries import decimal, rule_of
from chiso.frameworks.rules import Ranking
from chiso.frameworks.sources import day, sources, text
from chiso.frameworks.steps import Direction, listed, steps_of
from chiso.legal import Dated, Source, Timeline
from chiso.problems import Problem, ProblemError

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an edition may refer to: the schema of packs, its framework, legal sources by key, codes of themes."""

    schema: Mapping[str, Any]
    framework: Framework
    legal: Mapping[str, Source]
    themes: frozenset[str]


def parse(text_of_edition: str, *, path: str, surroundings: Surroundings) -> Edition:
    """The edition in a YAML text; `path` is only told in faults.

    Raises ProblemError with every fault of the shape or, where the shape is right, of the meaning.
    """
    return built(strict_yaml.read(text_of_edition, path), path=path, surroundings=surroundings)


def built(written: Mapping[str, Any], *, path: str, surroundings: Surroundings) -> Edition:
    """The edition that a YAML text says, once it is read. Raises as `parse`."""
    misshapen = shape.faults(written, surroundings.schema, "edition", path) or _unknown_options(written, path)
    if misshapen:
        raise ProblemError(misshapen)
    faults = Faults(path)
    edition = _edition(written, surroundings, faults)
    check.cross_references(edition, surroundings, faults)
    faults.stop_if_any()
    return edition


def _unknown_options(written: Mapping[str, Any], path: str) -> list[Problem]:
    """What rules and steps have wrong for their methods, which the schema does not see."""
    found: list[Problem] = []
    for code, entries in written["rules"].items():
        for place, entry in enumerate(entries):
            found += signatures.faults_of_rule(entry, f"{path}: rules/{code}/{place}")
    for place, entry in enumerate(written.get("steps", ())):
        for step in signatures.STEPS:
            for one in listed(entry.get(step)):
                found += signatures.faults_of_step(step, one, f"{path}: steps/{place}/{step}")
    return found


def _edition(written: Mapping[str, Any], surroundings: Surroundings, faults: Faults) -> Edition:
    rules = {
        code: _timeline(entries, f"{code}", rule_of, faults.at("rules").at(code))
        for code, entries in written["rules"].items()
    }
    bands = tuple(Band(entry["code"], text(entry)) for entry in written.get("band_names", ()))
    own_sources = sources(written.get("sources", {}), faults.at("sources"))
    return Edition(
        key=written["key"],
        framework=surroundings.framework,
        name=text(written["name"]),
        subject_kind=SubjectKind(written["subject"]),
        first_year=written["years"][0],
        last_year=written["years"][1],
        arithmetic=Arithmetic(written["arithmetic"]),
        decimals=written["decimals"],
        nodes=placed(_nodes(written), rules),
        rules=rules,
        bands=_bands(written.get("bands", ()), bands, faults.at("bands")),
        ranking=_timeline(written["ranking"], "ranking", _ranking, faults.at("ranking")),
        sources={**surroundings.legal, **own_sources},
        content_hash=content_hash(written),
        province=written.get("province"),
        absent=tuple(
            Absence(text(entry["what"]), text(entry["why"]), entry.get("node")) for entry in written.get("absent", ())
        ),
        facts=tuple(_fact(entry) for entry in written.get("facts", ())),
        attributes={name: text(entry) for name, entry in written.get("attributes", {}).items()},
        steps=_timeline(written.get("steps", ()), "steps", steps_of, faults.at("steps")),
        columns=_columns(written.get("columns", {})),
        refines=written.get("refines"),
        derived_from=written.get("base"),
        agency=text(written["agency"]) if "agency" in written else None,
        dropped=tuple(
            Dropped(entry["code"], text(entry["name"]), text(entry["why"]), entry["source"])
            for entry in written.get("dropped", ())
        ),
    )


def _nodes(written: Mapping[str, Any]) -> tuple[Node, ...]:
    groups = {key: text(entry) for key, entry in written.get("groups", {}).items()}
    return tuple(
        Node(
            code=entry["code"],
            kind=NodeKind(entry["kind"]),
            name=text(entry["name"]),
            scale=_scale(entry["scale"]),
            source=entry["source"],
            parent=entry.get("parent"),
            aliases=tuple(entry.get("aliases", ())),
            group=groups.get(entry.get("group", "")),
            themes=tuple(entry.get("themes", ())),
            order=order,
            direction=Direction(entry.get("direction", "positive")),
            collected=_collected(entry),
        )
        for order, entry in enumerate(written["nodes"])
    )


def _scale(written: Sequence[float] | str) -> Scale:
    return Scale() if isinstance(written, str) else Scale(decimal(written[0]), decimal(written[1]))


def _collected(entry: Mapping[str, Any]) -> Collected | None:
    written = entry.get("collected")
    if written is None:
        return None
    return Collected(Means(written["by"]), text(written["how"]) if "how" in written else None)


def _fact(entry: Mapping[str, Any]) -> Fact:
    return Fact(entry["code"], text(entry["name"]), entry["source"], _collected(entry))


def _columns(written: Mapping[str, Any]) -> Columns:
    return Columns(
        unit=written.get("unit", "unit"),
        period=written.get("period", "period"),
        ignored=tuple(written.get("ignored", ())),
        missing=tuple(written.get("missing", ())),
    )


def _timeline(entries: Sequence[Mapping[str, Any]], name: str, build: Any, faults: Faults) -> Timeline[Any]:  # noqa: ANN401 - builds whatever the timeline holds
    dated = tuple(
        Dated(
            since=day(entry["from"], faults.at(place)),
            until=day(entry["until"], faults.at(place)) if "until" in entry else None,
            value=build(entry),
            source=entry["source"],
        )
        for place, entry in enumerate(entries)
    )
    return Timeline(name, dated)


def _ranking(entry: Mapping[str, Any]) -> Ranking:
    return Ranking(text(entry["together"]), entry.get("within"))


def _bands(
    entries: Sequence[Mapping[str, Any]], bands: tuple[Band, ...], faults: Faults
) -> dict[str, Timeline[BandRule]]:
    by_node: dict[str, Timeline[BandRule]] = {}
    for place, entry in enumerate(entries):
        timeline = _timeline(entry["values"], "bands", lambda value: _band_rule(value, bands), faults.at(place))
        by_node |= dict.fromkeys(entry["nodes"], timeline)
    return by_node


def _band_rule(entry: Mapping[str, Any], bands: tuple[Band, ...]) -> BandRule:
    return BandRule(
        method=BandMethod(entry["method"]),
        bands=bands,
        intervals=tuple(
            Interval(code, None if low is None else decimal(low), None if high is None else decimal(high))
            for code, (low, high) in entry.get("intervals", {}).items()
        ),
    )
