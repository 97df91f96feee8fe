"""Small steps through the XML of a Word document."""

from __future__ import annotations

from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = {"0", "false", "off", "none"}


def name_of(element: Any) -> str:  # noqa: ANN401 (lxml's elements carry no types)
    """The tag without its namespace, "" for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Any, *names: str) -> Any:  # noqa: ANN401 (see name_of)
    """The element at a path of child names, None where there is none."""
    for name in names:
        if element is None:
            return None
        element = element.find(f"{W}{name}")
    return element


def value(element: Any, name: str = "val") -> str | None:  # noqa: ANN401 (see name_of)
    """An attribute of an element, None where either is missing."""
    return None if element is None else element.get(f"{W}{name}")


def is_on(element: Any) -> bool | None:  # noqa: ANN401 (see name_of)
    """Whether a switch such as `<w:b/>` is on; None where it is not there."""
    if element is None:
        return None
    given = value(element)
    return given is None or given.lower() not in _OFF


def is_deleted_mark(properties: Any) -> bool:  # noqa: ANN401 (see name_of)
    """Whether a tracked change takes the paragraph's end away, so that the next paragraph goes on with it."""
    return child(properties, "rPr", "del") is not None
