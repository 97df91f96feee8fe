"""Adding, taking out and moving rows of the form, one step a button press."""

from __future__ import annotations

from typing import Any, Final

from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import ORIGIN, Field, Group, Part, Rows, Typed

_MOVES: Final = {"up": -1, "down": 1}


def blank(part: Part) -> Any:  # noqa: ANN401 (text, group or rows)
    """The part with nothing typed in it."""
    if isinstance(part, Field):
        return ""
    if isinstance(part, Rows):
        return []
    return {name: blank(inner) for name, inner in part.parts.items()}


def rows_at(typed: Typed, path: str) -> tuple[Group, list[Typed]] | None:
    """The shape and the rows of the list at a path; None where there is no such list."""
    part: Part = PLAN
    here: Any = typed
    for step in path.split("/"):
        if isinstance(part, Rows):
            if not step.isdecimal() or int(step) >= len(here):
                return None
            part, here = part.of, here[int(step)]
        elif isinstance(part, Group) and step in part.parts:
            part, here = part.parts[step], here[step]
        else:
            return None
    return (part.of, here) if isinstance(part, Rows) else None


def add_row(typed: Typed, path: str) -> str:
    """Put an empty row at the end of the list at a path; give the row's path, "" where there is no such list."""
    if (found := rows_at(typed, path)) is None:
        return ""
    group, rows = found
    rows.append({ORIGIN: "", **blank(group)})
    return f"{path}/{len(rows) - 1}"


def change(typed: Typed, step: str) -> str:
    """Do one step (`remove:components/3`, `up:…`, `down:…`); give the path to look at afterwards."""
    verb, _, path = step.partition(":")
    above, _, last = path.rpartition("/")
    found = rows_at(typed, above) if last.isdecimal() else None
    if found is None or int(last) >= len(found[1]):
        return ""
    rows, here = found[1], int(last)
    if verb == "remove":
        del rows[here]
        return above
    there = here + _MOVES.get(verb, 0)
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
        return f"{above}/{there}"
    return path
