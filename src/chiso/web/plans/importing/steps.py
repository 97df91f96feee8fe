"""Adding, taking out and moving rows of the form, one step a button press."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import ORIGIN, Field, Group, Part, Rows, Typed

_NAMES: Final = ("name", "text", "number")
_PLACE: Final = re.compile(r"[0-9]{1,5}")


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
            if not _PLACE.fullmatch(step) or int(step) >= len(here):
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


@dataclass(frozen=True, slots=True)
class Removed:
    """A row that was taken out, as typed, and the path at which it stood: what is needed to put it back."""

    path: str
    row: Typed

    @property
    def name(self) -> str:
        """The words by which a person knows the row."""
        return next((self.row[key] for key in _NAMES if self.row.get(key)), "")


def move(typed: Typed, path: str, by: int) -> str:
    """Move a row within its list; give its path afterwards, "" where there is no such row."""
    above, here, rows = _row_at(typed, path)
    there = here + by
    if rows is None or not 0 <= there < len(rows):
        return path if rows is not None else ""
    rows[here], rows[there] = rows[there], rows[here]
    return f"{above}/{there}"


def take_out(typed: Typed, path: str) -> Removed | None:
    """Take a row out; None where there is no such row."""
    _, here, rows = _row_at(typed, path)
    return None if rows is None else Removed(path, rows.pop(here))


def put_back(typed: Typed, removed: Removed) -> str:
    """Put a row back where it stood; give its path, "" where its list is gone."""
    above, _, last = removed.path.rpartition("/")
    if (found := rows_at(typed, above)) is None:
        return ""
    place = min(int(last), len(found[1]))
    found[1].insert(place, removed.row)
    return f"{above}/{place}"


def _row_at(typed: Typed, path: str) -> tuple[str, int, list[Typed] | None]:
    above, _, last = path.rpartition("/")
    found = rows_at(typed, above) if _PLACE.fullmatch(last) else None
    if found is None or int(last) >= len(found[1]):
        return above, 0, None
    return above, int(last), found[1]
