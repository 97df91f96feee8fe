"""What may be wrong with the framework table of COINr (iMeta) and with a recipe for it, all of it told at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from chiso.packs._problems import (
    COIN_COLUMNS,
    COIN_NO_AGGREGATE,
    COIN_NO_TREE,
    COIN_NOTHING_UNDER,
    COIN_RECIPE_KEY,
    COIN_VALUE,
)
from chiso.problems import Problem, ProblemError

Row = Mapping[str, str]

_NEEDED: Final = ("iCode", "Parent", "Weight", "Direction", "Type")
_TYPES: Final = ("Indicator", "Aggregate", "Group", "Denominator", "Other")
_RECIPE_KEYS: Final = ("denominate", "screen", "impute", "treat", "normalise", "aggregate", "least_share", "weigh")
_WEIGHINGS: Final = ("given", "equal", "first_component")
_NOTHING: Final = {"", "NA"}


def check(rows: Sequence[Row], recipe: Mapping[str, Any]) -> None:
    """Refuse a table or a recipe that says nothing, or something else than it may, all faults at once.

    Raises ProblemError packs.coin_columns, packs.coin_value, packs.coin_no_tree, packs.coin_nothing_under,
    packs.coin_recipe_key, packs.coin_no_aggregate.
    """
    missing = [name for name in _NEEDED if rows and name not in rows[0]] if rows else list(_NEEDED)
    if missing:
        COIN_COLUMNS.stop(given=", ".join(missing))
    faults = [*_faults_of_values(rows), *_faults_of_recipe(rows, recipe)]
    tops = [row["iCode"] for row in tree(rows) if not parent(row)]
    if len(tops) != 1:
        faults.append(COIN_NO_TREE(given=", ".join(tops) or "–"))
    if not faults:
        faults += _faults_of_aggregates(rows)
    if faults:
        raise ProblemError(faults)


def tree(rows: Sequence[Row]) -> list[Row]:
    """The rows that are nodes of the index."""
    return [row for row in rows if row["Type"] in {"Indicator", "Aggregate"}]


def parent(row: Row) -> str:
    """The code of the node above; empty of the top."""
    return "" if row["Parent"] in _NOTHING else row["Parent"]


def number(row: Row, column: str) -> float | None:
    """The number in a cell; None where there is nothing."""
    return None if row.get(column, "") in _NOTHING else float(row[column])


def weight(row: Row) -> float:
    """The weight of a node among its siblings; 1 where the table says nothing."""
    found = number(row, "Weight")
    return 1.0 if found is None else found


def _faults_of_values(rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        if row["Type"] not in _TYPES:
            yield COIN_VALUE(where=f"{row['iCode']}, Type", given=row["Type"], wanted=", ".join(_TYPES))
    for row in tree(rows):
        if not _is_number(row, "Weight") or weight(row) < 0:
            yield COIN_VALUE(where=f"{row['iCode']}, Weight", given=row["Weight"], wanted="0, 1, 2.5 …")
        if row["Type"] == "Indicator" and not (
            _is_number(row, "Direction") and number(row, "Direction") in {None, 1, -1}
        ):
            yield COIN_VALUE(where=f"{row['iCode']}, Direction", given=row["Direction"], wanted="1, -1")
        if not _is_number(row, "Target"):
            yield COIN_VALUE(where=f"{row['iCode']}, Target", given=row["Target"], wanted="0, 1, 2.5 …")


def _is_number(row: Row, column: str) -> bool:
    try:
        number(row, column)
    except ValueError:
        return False
    return True


def _faults_of_recipe(rows: Sequence[Row], recipe: Mapping[str, Any]) -> Iterator[Problem]:
    for name in recipe:
        if name not in _RECIPE_KEYS:
            yield COIN_RECIPE_KEY(given=name, wanted=", ".join(_RECIPE_KEYS))
    if recipe.get("weigh", "given") not in _WEIGHINGS:
        yield COIN_VALUE(where="weigh", given=recipe["weigh"], wanted=", ".join(_WEIGHINGS))
    chosen = recipe.get("aggregate")
    if isinstance(chosen, Mapping) and "method" not in chosen:
        known = [row["iCode"] for row in rows if row["Type"] == "Aggregate"]
        yield from (COIN_NO_AGGREGATE(given=code, wanted=", ".join(known)) for code in chosen if code not in known)


def _faults_of_aggregates(rows: Sequence[Row]) -> Iterator[Problem]:
    weighty = {parent(row) for row in tree(rows) if weight(row) > 0}
    for row in rows:
        if row["Type"] == "Aggregate" and row["iCode"] not in weighty:
            yield COIN_NOTHING_UNDER(given=row["iCode"])
