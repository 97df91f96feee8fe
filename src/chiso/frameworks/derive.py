"""An edition of one's own on the base of another: what it says itself is put over what the base says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from chiso.frameworks._problems import DROPPED_WITHOUT_SOURCE, NOTHING_TO_DROP, WRONG_SHAPE

_BY_KEY: Final = ("sources", "groups", "attributes", "rules")
_BY_CODE: Final = ("nodes", "facts")
_TOLD: Final = ("code", "why", "source")

Written = Mapping[str, Any]


def merged(base: Written, own: Written, path: str) -> dict[str, Any]:
    """What a derived edition says in full.

    Sources, groups, attributes and rules are merged by key, nodes and facts by code (a known code changes what it
    names, a new one is added at the end); everything else replaces that of the base. `drop` takes out nodes and facts
    with all that lies under them, their rules and bands: a code, or `{code, why, source}`, which is then told under
    `dropped`. Raises ProblemError frameworks.nothing_to_drop, frameworks.dropped_without_source or, where nodes and
    facts are not entries with a code or `drop` is no list, frameworks.wrong_shape.
    """
    start = _without(base, own.get("drop", ()), path)
    found = {**start, **{key: value for key, value in own.items() if key != "drop"}}
    for key in _BY_KEY:
        if isinstance(own.get(key), Mapping):
            found[key] = {**start.get(key, {}), **own[key]}
    for key in _BY_CODE:
        if isinstance(own.get(key), list):
            found[key] = _by_code(start.get(key, []), own[key], f"{path}: {key}")
    return found


def codes_under(nodes: list[Written], codes: set[str]) -> set[str]:
    """Codes with those of all nodes under them, at any depth.

    >>> sorted(codes_under([{"code": "a"}, {"code": "b", "parent": "a"}, {"code": "c"}], {"a"}))
    ['a', 'b']
    """
    found = set(codes)
    for node in nodes:  # parents come first
        if node.get("parent") in found:
            found.add(node["code"])
    return found


def _by_code(base: list[Written], own: list[Written], where: str) -> list[Written]:
    for entry in own:
        if not isinstance(entry, Mapping) or not isinstance(entry.get("code"), str):
            WRONG_SHAPE.stop(where=where, given=entry, wanted="{code: …}")
    changed = {entry["code"]: entry for entry in own}
    kept = [{**entry, **changed.pop(entry["code"], {})} for entry in base]
    return [*kept, *changed.values()]


def _without(base: Written, drop: Any, path: str) -> dict[str, Any]:  # noqa: ANN401 - not yet checked
    if not isinstance(drop, list | tuple):
        WRONG_SHAPE.stop(where=f"{path}: drop", given=drop, wanted="[…]")
    if not drop:
        return dict(base)
    names = {entry["code"]: entry["name"] for key in _BY_CODE for entry in base.get(key, ())}
    for entry in drop:
        _check(entry, names, path)
    reasons = [{**entry, "name": names[entry["code"]]} for entry in drop if isinstance(entry, Mapping)]
    gone = codes_under(base["nodes"], {_code(entry) for entry in drop})
    found = {**base, **{key: [each for each in base.get(key, ()) if each["code"] not in gone] for key in _BY_CODE}}
    found["rules"] = {code: entries for code, entries in base["rules"].items() if code not in gone}
    found["bands"] = bands_without(base.get("bands", ()), gone)
    if reasons:
        found["dropped"] = [*base.get("dropped", ()), *reasons]
    return found


def bands_without(bands: Any, gone: set[str]) -> list[dict[str, Any]]:  # noqa: ANN401 - a list as packs write it
    """The entries of `bands` without some nodes; one that holds for no other node is left out."""
    kept = [{**entry, "nodes": [code for code in entry["nodes"] if code not in gone]} for entry in bands]
    return [entry for entry in kept if entry["nodes"]]


def _check(entry: Any, names: Mapping[str, Any], path: str) -> None:  # noqa: ANN401 - not yet checked
    if isinstance(entry, Mapping) and set(entry) != set(_TOLD):
        DROPPED_WITHOUT_SOURCE.stop(where=path, given=entry.get("code", "–"))
    if not isinstance(_code(entry), str) or _code(entry) not in names:
        NOTHING_TO_DROP.stop(where=path, given=_code(entry), wanted=", ".join(names))


def _code(entry: Any) -> Any:  # noqa: ANN401 - not yet checked
    return entry["code"] if isinstance(entry, Mapping) else entry
