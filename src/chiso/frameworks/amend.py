"""Filling in an edition of one's own, piece by piece: from what it says so far to what it says then.

`own` is what the derived edition says itself, `full` what it says together with its base (`derive.merged`). All values
are as packs write them; nothing given is changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Final

from chiso.frameworks.derive import Written, bands_without, codes_under

_NEVER: Final = "9999-99-99"
_WHOLE: Final = {"bands": ("bands", "band_names")}


def overlaid(entries: Iterable[Written], new: Written) -> list[Written]:
    """Dated entries with a new one among them: for its time it takes the place of the others, outside it they stay.

    >>> [each["from"] for each in overlaid([{"from": "2020-01-01"}], {"from": "2021-01-01", "until": "2022-01-01"})]
    ['2020-01-01', '2021-01-01', '2022-01-01']
    """
    start, end = new["from"], new.get("until", _NEVER)
    kept = [new]
    for entry in entries:
        until = entry.get("until", _NEVER)
        if entry["from"] < start:
            kept.append(entry if until <= start else {**entry, "until": start})
        if until > end:
            kept.append(entry if entry["from"] >= end else {**entry, "from": end})
    return sorted(kept, key=lambda entry: str(entry["from"]))


def with_source(own: Written, key: str, source: Written) -> dict[str, Any]:
    """With a source under a key."""
    return {**own, "sources": {**own.get("sources", {}), key: dict(source)}}


def with_rule(own: Written, full: Written, code: str, entry: Written) -> dict[str, Any]:
    """With a rule of a node for its time."""
    entries = overlaid(full["rules"].get(code, ()), entry)
    return {**own, "rules": {**own.get("rules", {}), code: entries}}


def with_ranking(own: Written, full: Written, entry: Written) -> dict[str, Any]:
    """With a ranking rule for its time."""
    return {**own, "ranking": overlaid(full["ranking"], entry)}


def with_node(own: Written, entry: Written) -> dict[str, Any]:
    """With a node of that code, new or changed in what the entry names."""
    nodes = [dict(node) for node in own.get("nodes", ())]
    known = next((node for node in nodes if node["code"] == entry["code"]), None)
    if known is None:
        nodes.append(dict(entry))
    else:
        known |= entry
    return {**own, "nodes": nodes}


def without_node(own: Written, full: Written, code: str, reason: Written | None) -> dict[str, Any]:
    """Without a node and all under it.

    reason: `why` and `source` by which a node of the base is dropped; None for one that the edition has added itself
    """
    gone = codes_under(full["nodes"], {code})
    found = {**own, "nodes": [node for node in own.get("nodes", ()) if node["code"] not in gone]}
    found["rules"] = {of: entries for of, entries in own.get("rules", {}).items() if of not in gone}
    if "bands" in own:
        found["bands"] = bands_without(own["bands"], gone)
    if any(absence.get("node") in gone for absence in full.get("absent", ())):
        found["absent"] = [absence for absence in full["absent"] if absence.get("node") not in gone]
    if reason is not None:
        found["drop"] = [*own.get("drop", ()), {"code": code, **reason}]
    return _without_empty(found)


def with_bands(
    own: Written, full: Written, names: Sequence[Written], nodes: Collection[str], value: Written
) -> dict[str, Any]:
    """With the names of all bands, best first, and for some nodes the bounds of a time."""
    timelines: dict[str, list[Written]] = {
        code: list(entry["values"]) for entry in full.get("bands", ()) for code in entry["nodes"]
    }
    for code in nodes:
        timelines[code] = overlaid(timelines.get(code, ()), value)
    grouped: list[dict[str, Any]] = []
    for code in (node["code"] for node in full["nodes"] if node["code"] in timelines):
        alike = next((entry for entry in grouped if entry["values"] == timelines[code]), None)
        if alike is None:
            grouped.append({"nodes": [code], "values": timelines[code]})
        else:
            alike["nodes"].append(code)
    return {**own, "band_names": [dict(name) for name in names], "bands": grouped}


def with_head(own: Written, name: Written, years: tuple[int, int]) -> dict[str, Any]:
    """With a name and the first and last year whose results it makes."""
    return {**own, "name": dict(name), "years": list(years)}


def without_absences(own: Written, full: Written, filled: Collection[str]) -> dict[str, Any]:
    """Without the absences that are filled in by now, told by their Vietnamese words."""
    if not filled:
        return dict(own)
    return {**own, "absent": [each for each in full.get("absent", ()) if each["what"]["vi"] not in filled]}


def as_in_the_base(own: Written, part: str, code: str = "") -> dict[str, Any]:
    """Without what the edition says itself of a part: of a node's rule, a node, a source, a drop, the bands, the ranking."""
    kept = dict(own)
    if part in {"rules", "sources"}:
        kept[part] = {key: value for key, value in own.get(part, {}).items() if key != code}
    elif part in {"nodes", "drop"}:
        kept[part] = [entry for entry in own.get(part, ()) if _code(entry) != code]
    else:
        for name in _WHOLE.get(part, (part,)):
            kept.pop(name, None)
    return _without_empty(kept)


def _code(entry: Any) -> Any:  # noqa: ANN401 - a code or an entry with one
    return entry["code"] if isinstance(entry, Mapping) else entry


def _without_empty(own: Written) -> dict[str, Any]:
    """Without parts that say nothing; an empty list of absences says that nothing is absent."""
    return {key: value for key, value in own.items() if value or key == "absent"}
