"""The framework table of COINr (iMeta) as an edition, so that its users can bring their index.

Columns of iMeta: Level, iCode, iName, Parent, Weight, Direction, Type (Indicator, Aggregate, Group, Denominator, Other),
and where there are Target and Denominator. The tables that go with it have uCode, and uName and Time where there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from chiso.frameworks import Framework, Surroundings, built
from chiso.frameworks.steps import listed
from chiso.packs._problems import COIN_NO_TREE
from chiso.packs.coin_table import Row, number, parent, tree, weight
from chiso.packs.coin_table import check as check_table
from chiso.problems import Text

_SOURCE: Final = "coin"
_SINCE: Final = "1900-01-01"
_DEFAULT_NORMALISATION: Final = {"method": "minmax", "lower": 0, "upper": 100}
_DATED: Final = {"from": _SINCE, "source": _SOURCE}
_OPEN_METHODS: Final = {"minmax", "goalposts"}


def index_entry(key: str) -> dict[str, Any]:
    """The file of the framework of an imported edition."""
    family = key.partition("/")[0]
    return {
        "key": family,
        "abbreviation": family.upper(),
        "name": {"vi": f"Bộ chỉ số {family}", "en": f"The index {family}"},
        "judged_by": {"vi": "Nhập từ COINr", "en": "Imported from COINr"},
    }


def edition_entry(rows: Sequence[Row], key: str, recipe: Mapping[str, Any]) -> dict[str, Any]:
    """The edition that a framework table and a recipe say.

    recipe: denominate, screen, impute, treat, normalise, aggregate, least_share, weigh; what it leaves out is as
            COINr does: indicators divided by their Denominator, min–max 0–100, weighted means of what is there.
    Raises ProblemError as `coin_table.check`.
    """
    check_table(rows, recipe)
    levels = _levels(rows)
    return {
        "key": key,
        "name": {"vi": f"{key}, nhập từ COINr", "en": f"{key}, imported from COINr"},
        "subject": "province",
        "years": [2000, 2100],
        "arithmetic": "statistic",
        "decimals": 2,
        "columns": {
            "unit": "uCode",
            "period": "Time",
            "ignored": ["uName", *(row["iCode"] for row in rows if row["Type"] == "Other")],
            "missing": ["NA"],
        },
        "attributes": {row["iCode"]: _text(row) for row in rows if row["Type"] == "Group"},
        "sources": {_SOURCE: _source()},
        "facts": [
            {"code": row["iCode"], "name": _text(row), "source": _SOURCE}
            for row in rows
            if row["Type"] == "Denominator"
        ],
        "nodes": list(_nodes(rows, levels, recipe)),
        "steps": [_steps(rows, recipe)],
        "rules": dict(_rules(rows, levels, recipe)),
        "ranking": [{**_DATED, "together": {"vi": "Tất cả các đơn vị.", "en": "All units."}}],
        "absent": [],
    }


def check(entry: Mapping[str, Any], path: str) -> None:
    """Refuse an edition that does not hold, as it will be read again; `path` is only told in faults."""
    from chiso import packs  # noqa: PLC0415 - the package itself

    library = packs.built_in()
    family = index_entry(entry["key"])
    framework = Framework(family["key"], family["abbreviation"], Text(**family["name"]), Text(**family["judged_by"]))
    built(entry, path=path, surroundings=Surroundings(library.schema, framework, library.legal, frozenset()))


def _levels(rows: Sequence[Row]) -> dict[str, int]:
    """How far each node is from the top, which is 0."""
    above = {row["iCode"]: parent(row) for row in tree(rows)}
    found: dict[str, int] = {}
    for code in above:
        steps, place = 0, code
        while above.get(place):
            steps, place = steps + 1, above[place]
            if steps > len(above):
                COIN_NO_TREE.stop(given=code)
        found[code] = steps
    return found


def _nodes(rows: Sequence[Row], levels: Mapping[str, int], recipe: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    names = Counter(_name(row).casefold() for row in tree(rows))
    for row in sorted(tree(rows), key=lambda each: levels[each["iCode"]]):
        name = _name(row) if names[_name(row).casefold()] == 1 else f"{_name(row)} ({row['iCode']})"
        node: dict[str, Any] = {
            "code": row["iCode"],
            "kind": _kind(row, levels[row["iCode"]]),
            "name": {"vi": name, "en": name},
            "scale": _scale(recipe),
            "source": _SOURCE,
        }
        if parent(row):
            node["parent"] = parent(row)
        if row["Type"] == "Indicator" and (number(row, "Direction") or 1) < 0:
            node["direction"] = "negative"
        yield node


def _kind(row: Row, level: int) -> str:
    if row["Type"] == "Indicator":
        return "indicator"
    return {0: "headline", 1: "component", 2: "sub_component"}.get(level, "criterion")


def _scale(recipe: Mapping[str, Any]) -> list[float] | str:
    """From the lower to the upper end of the normalisation, where it has ends."""
    normalisation = _entry(recipe.get("normalise", _DEFAULT_NORMALISATION))
    if not isinstance(normalisation, Mapping) or normalisation.get("method") not in _OPEN_METHODS:
        return "open"
    return [normalisation.get("lower", 0), normalisation.get("upper", 100)]


def _steps(rows: Sequence[Row], recipe: Mapping[str, Any]) -> dict[str, Any]:
    steps = {name: _entry(recipe[name]) for name in ("screen", "impute", "treat") if name in recipe}
    if "treat" in steps:
        steps["treat"] = [_treatment(entry) for entry in listed(steps["treat"])]
    by = {row["iCode"]: row.get("Denominator", "") for row in rows if row["Type"] == "Indicator"}
    given = {code: name for code, name in by.items() if name not in {"", "NA"}}
    denominate = recipe.get("denominate", given)
    if denominate not in ({}, "none"):
        steps["denominate"] = denominate
    return {**_DATED, **steps, "normalise": _normalisation(rows, recipe)}


def _treatment(entry: Mapping[str, Any]) -> dict[str, Any]:
    """An entry of the step treat; COINr transforms by log_CT what winsorising does not mend."""
    return {"then": "log_ct", **entry} if entry.get("method") == "winsorise" else dict(entry)


def _normalisation(rows: Sequence[Row], recipe: Mapping[str, Any]) -> Any:  # noqa: ANN401 - an entry or several
    """The normalisation of the recipe, with the targets of the table where it goes by targets and gives none."""
    chosen = _entry(recipe.get("normalise", _DEFAULT_NORMALISATION))
    if isinstance(chosen, Mapping) and chosen.get("method") == "distance_to_target" and "targets" not in chosen:
        targets = {row["iCode"]: number(row, "Target") for row in rows if row["Type"] == "Indicator"}
        return {**chosen, "targets": {code: target for code, target in targets.items() if target is not None}}
    return chosen


def _entry(written: Any) -> Any:  # noqa: ANN401 - as people write it
    """An entry of a step, of which the name of the method may stand alone."""
    return {"method": written} if isinstance(written, str) else written


def _rules(
    rows: Sequence[Row], levels: Mapping[str, int], recipe: Mapping[str, Any]
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    highest = max(levels.values())
    for row in (each for each in tree(rows) if each["Type"] == "Aggregate"):
        code = row["iCode"]
        parts = [each for each in tree(rows) if parent(each) == code]
        is_equal = recipe.get("weigh") == "equal"
        weights = {part["iCode"]: weight(part) for part in parts}
        rule = {
            **_DATED,
            **_mean(recipe.get("aggregate", "weighted_mean"), code, highest - levels[code] - 1),
            "multiplier": 1,
            "weights_are": "relative",
            "weights": {part: 1 if is_equal else given for part, given in weights.items() if given > 0},
            "when_missing": "left_out",
            "when_not_applicable": "left_out",
        }
        asked = ("least_share",) if is_equal else ("least_share", "weigh")
        rule |= {name: recipe[name] for name in asked if name in recipe}
        yield code, [rule]


def _mean(chosen: Any, code: str, level: int) -> dict[str, Any]:  # noqa: ANN401 - as people write it
    """The mean of a node: one for all, one a level from the lowest up, or by code."""
    if isinstance(chosen, list):
        chosen = chosen[min(level, len(chosen) - 1)]
    elif isinstance(chosen, Mapping) and "method" not in chosen:
        chosen = chosen.get(code, "weighted_mean")
    return {"method": chosen} if isinstance(chosen, str) else dict(chosen)


def _name(row: Row) -> str:
    return row.get("iName") or row["iCode"]


def _text(row: Row) -> dict[str, str]:
    return {"vi": _name(row), "en": _name(row)}


def _source() -> dict[str, Any]:
    return {
        "title": {"vi": "Bảng khung chỉ số (iMeta) nhập từ COINr", "en": "Framework table (iMeta) imported from COINr"},
        "standing": "unverified",
    }
