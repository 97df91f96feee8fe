"""The values in which two parts of plans differ, by their paths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from chiso.plans.comparing.comparison import FieldChange


def changes(
    before: object, after: object, *, without: frozenset[str] = frozenset(), path: str = ""
) -> Iterator[FieldChange]:
    """The values that differ between two values of one type; lists are compared as a whole.

    without: names of fields that are compared elsewhere
    """
    if before == after:
        return
    if not (is_dataclass(before) or is_dataclass(after)):
        yield FieldChange(path, before, after)
        return
    shape = before if is_dataclass(before) else after
    for field in fields(shape):  # type: ignore[arg-type]  # one of the two is a value of a dataclass
        if field.name not in without:
            inner = f"{path}/{field.name}" if path else field.name
            yield from changes(_of(before, field.name), _of(after, field.name), path=inner)


def _of(value: object, name: str) -> object:
    """A field of a value; of what is not there, nothing."""
    found = getattr(value, name, None)
    return None if found is False or found == () else found
