"""An edition of one's own on the base of another: what it says itself is put over what the base says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from chiso.frameworks._problems import NOTHING_TO_DROP

_BY_KEY: Final = ("sources", "groups", "attributes", "rules")
_BY_CODE: Final = ("nodes", "facts")

Written = Mapping[str, Any]


def merged(base: Written, own: Written, path: str) -> dict[str, Any]:
    """What a derived edition says in full.

    Sources, groups, attributes and rules are merged by key, nodes and facts by code (a known code changes what it
    names, a new one is added at the end); everything else replaces that of the base. `drop` takes out nodes and facts
    with all that lies under them, their rules and bands. Raises ProblemError frameworks.nothing_to_drop.
    """
    start = _without(base, own.get("drop", ()), path)
    found = {**start, **{key: value for key, value in own.items() if key != "drop"}}
    for key in _BY_KEY:
        if isinstance(own.get(key), Mapping):
            found[key] = {**start.get(key, {}), **own[key]}
    for key in _BY_CODE:
        if isinstance(own.get(key), list):
            found[key] = _by_code(start.get(key, []), own[key])
    return found


def _by_code(base: list[Written], own: list[Written]) -> list[Written]:
    changed = {entry.get("code"): entry for entry in own}
    kept = [{**entry, **changed.pop(entry["code"], {})} for entry in base]
    return [*kept, *changed.values()]


def _without(base: Written, drop: Any, path: str) -> dict[str, Any]:  # noqa: ANN401 - not yet checked
    if not isinstance(drop, list | tuple) or not drop:
        return dict(base)
    known = [entry["code"] for key in _BY_CODE for entry in base.get(key, ())]
    for code in drop:
        if code not in known:
            NOTHING_TO_DROP.stop(where=path, given=code, wanted=", ".join(known))
    gone = set(drop)
    for node in base["nodes"]:  # parents come first
        if node.get("parent") in gone:
            gone.add(node["code"])
    found = {**base, **{key: [each for each in base.get(key, ()) if each["code"] not in gone] for key in _BY_CODE}}
    found["rules"] = {code: entries for code, entries in base["rules"].items() if code not in gone}
    bands = [
        {**entry, "nodes": [code for code in entry["nodes"] if code not in gone]} for entry in base.get("bands", ())
    ]
    found["bands"] = [entry for entry in bands if entry["nodes"]]
    return found
