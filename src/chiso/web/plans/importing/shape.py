"""The shape of a form that mirrors nested JSON: fields in groups and rows; from JSON to typed text and back.

Nothing here knows of plans. A path is `components/0/target/score`; the same with hyphens is the name of its field. What
was typed is kept as text in a tree of the same shape (`Typed`), so that a form with faults can be shown again as it
was. A row remembers in `ORIGIN` at which path it stood when the document was read, "" for one added by a person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Final

from chiso.problems import Problem, ProblemError
from chiso.web.plans import _problems as problems
from chiso.web.plans.importing.kinds import Kind, Words

Typed = dict[str, Any]
Json = dict[str, Any]
ORIGIN: Final = "origin"
_DEEPEST: Final = 10
_PATH: Final = re.compile(r"[a-z_0-9/]{1,100}")
_ROW: Final = re.compile(r"[0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class Field:
    """One value: its kind, its label, and whether its group cannot do without it."""

    kind: Kind
    label: Words
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Values that belong together; an optional one is null where nothing is typed in it.

    key: the field at which something said of the whole group is shown
    """

    parts: Mapping[str, Field | Group | Rows]
    key: str = ""
    is_optional: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """A list of groups; one in which nothing is typed is left out."""

    of: Group


Part = Field | Group | Rows


@dataclass(slots=True)
class Taken:
    """What a typed form amounts to: its JSON, its faults by path as typed, and the origins of its rows by path."""

    value: Json
    faults: dict[str, tuple[Problem, ...]] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)


def shown(part: Part, value: Any, origins: Mapping[str, str], path: str = "") -> Any:  # noqa: ANN401 (walks JSON)
    """The JSON value as it is typed in the form."""
    if isinstance(part, Field):
        return part.kind.shown(value)
    if isinstance(part, Rows):
        return [_shown_row(part.of, row, origins, f"{path}/{n}".lstrip("/")) for n, row in enumerate(value or ())]
    own = value or {}
    return {
        name: shown(inner, own.get(name), origins, f"{path}/{name}".lstrip("/")) for name, inner in part.parts.items()
    }


def _shown_row(group: Group, row: Json, origins: Mapping[str, str], path: str) -> Typed:
    return {ORIGIN: origins.get(path, ""), **shown(group, row, origins, path)}


def origins_as_read(part: Part, value: Any, path: str = "") -> dict[str, str]:  # noqa: ANN401 (walks JSON)
    """The origin of every row of what was just read: its own path."""
    found: dict[str, str] = {}
    if isinstance(part, Rows):
        for n, row in enumerate(value or ()):
            here = f"{path}/{n}"
            found |= {here: here} | origins_as_read(part.of, row, here)
    elif isinstance(part, Group):
        for name, inner in part.parts.items():
            found |= origins_as_read(inner, (value or {}).get(name), f"{path}/{name}".lstrip("/"))
    return found


def posted(part: Group, form: Mapping[str, str]) -> Typed:
    """What was typed, out of the fields of a POST; names that are no fields of the form are left aside."""
    tree: Typed = {}
    for name, text in form.items():
        *above, last = name.split("-")
        here = tree
        if len(above) < _DEEPEST:
            for step in above:
                below = here.setdefault(step, {})
                here = below if isinstance(below, dict) else {}
            here.setdefault(last, text)
    return _typed_group(part, tree)


def _typed_group(group: Group, tree: Typed) -> Typed:
    return {name: _typed(inner, tree.get(name)) for name, inner in group.parts.items()}


def _typed(part: Part, tree: object) -> Any:  # noqa: ANN401 (text, group or rows)
    if isinstance(part, Field):
        return tree.replace("\0", "") if isinstance(tree, str) else ""
    below = tree if isinstance(tree, dict) else {}
    if isinstance(part, Group):
        return _typed_group(part, below)
    rows = [(int(n), row) for n, row in below.items() if _ROW.fullmatch(n) and isinstance(row, dict)]
    numbered = sorted(rows, key=itemgetter(0))
    return [{ORIGIN: _origin(row.get(ORIGIN)), **_typed_group(part.of, row)} for _, row in numbered]


def _origin(given: object) -> str:
    return given if isinstance(given, str) and _PATH.fullmatch(given) else ""


def is_blank(part: Part, typed: Any) -> bool:  # noqa: ANN401 (text, group or rows)
    """Whether nothing is typed in it."""
    if isinstance(part, Field):
        return not typed.strip()
    if isinstance(part, Rows):
        return all(is_blank(part.of, row) for row in typed)
    return all(is_blank(inner, typed[name]) for name, inner in part.parts.items())


def taken(group: Group, typed: Typed) -> Taken:
    """The JSON of what was typed, with every fault."""
    whole = Taken(value={})
    whole.value = _taken_group(group, typed, "", "", whole)
    return whole


def _taken(part: Part, typed: Any, path: str, kept: str, whole: Taken) -> Any:  # noqa: ANN401 (any JSON)
    if isinstance(part, Field):
        return _taken_field(part, typed, path, whole)
    if isinstance(part, Group):
        return None if part.is_optional and is_blank(part, typed) else _taken_group(part, typed, path, kept, whole)
    rows: list[Json] = []
    for n, row in enumerate(typed):
        if not is_blank(part.of, row):
            place = f"{kept}/{len(rows)}"
            if row[ORIGIN]:
                whole.origins[place] = row[ORIGIN]
            rows.append(_taken_group(part.of, row, f"{path}/{n}", place, whole))
    return rows


def _taken_group(group: Group, typed: Typed, path: str, kept: str, whole: Taken) -> Json:
    return {
        name: _taken(inner, typed[name], f"{path}/{name}".lstrip("/"), f"{kept}/{name}".lstrip("/"), whole)
        for name, inner in group.parts.items()
    }


def _taken_field(field: Field, text: str, path: str, whole: Taken) -> object:
    try:
        if field.is_required and not text.strip():
            problems.VALUE_NEEDED.stop(where=str(field.label))
        return field.kind.taken(text)
    except ProblemError as error:
        whole.faults[path] = error.problems
        return None


def field_path(part: Part, path: str) -> str:
    """The path of the field at which something said of `path` is shown; "" where the form has none."""
    steps = path.split("/")
    here: Part = part
    for n, step in enumerate(steps):
        if isinstance(here, Field):
            return "/".join(steps[:n])
        below = here.of if isinstance(here, Rows) else here.parts.get(step)
        if below is None:
            return ""
        here = below
    while not isinstance(here, Field):
        if isinstance(here, Rows) or not here.key:
            return ""
        steps.append(here.key)
        here = here.parts[here.key]
    return "/".join(steps)
