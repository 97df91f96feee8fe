"""Automatic numbering: the numbers and marks that Word prints before paragraphs, counted as Word counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from chiso.documents.word_xml import W, child, is_on, value

_ROMANS = dict(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
PRIVATE_MARKS = {
    "\uf0b7": "•",
    "\uf02d": "-",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✔",
    "\uf02b": "+",
    "\uf076": "❖",
}
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list prints its numbers, such as "%1.%2." in decimals from 1; legal: all in decimals."""

    form: str = "decimal"
    text: str = ""
    start: int = 1
    is_legal: bool = False


@dataclass(slots=True)
class _List:
    """One list with its levels and how far each has counted."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document; lists that share a definition go on counting from one another."""

    def __init__(self, root: Any) -> None:  # noqa: ANN401 (lxml's elements carry no types)
        self._lists: dict[str, _List] = {}
        if root is None:
            return
        definitions = {value(e, "abstractNumId"): e for e in root.findall(f"{W}abstractNum")}
        shared: dict[str, dict[int, int]] = {}
        for number in root.findall(f"{W}num"):
            identity, abstract = value(number, "numId"), value(child(number, "abstractNumId"))
            if identity is None or abstract is None:
                continue
            levels = _levels(definitions.get(abstract))
            overrides = number.findall(f"{W}lvlOverride")
            levels |= _overridden(overrides, levels)
            counts = {} if overrides else shared.setdefault(abstract, {})
            self._lists[identity] = _List(levels, counts)

    def next(self, number: str, level: int) -> str:
        """What Word prints before the next paragraph of a list at a level."""
        listed = self._lists.get(number)
        if listed is None or level not in listed.levels:
            return ""
        own = listed.levels[level]
        listed.counts[level] = listed.counts.get(level, own.start - 1) + 1
        for deeper in [n for n in listed.counts if n > level]:
            del listed.counts[deeper]
        if own.form == "bullet":
            return PRIVATE_MARKS.get(own.text, own.text if own.text and own.text < "\ue000" else "-")
        return re.sub(r"%(\d)", lambda match: _number(listed, int(match[1]) - 1, own), own.text)


def _number(listed: _List, level: int, own: _Level) -> str:
    definition = listed.levels.get(level, _Level())
    count = listed.counts.get(level, definition.start)
    return formatted(count, "decimal" if own.is_legal else definition.form)


def formatted(count: int, form: str) -> str:
    """A count in one of Word's number forms.

    >>> formatted(4, "upperRoman"), formatted(28, "lowerLetter"), formatted(7, "decimalZero")
    ('IV', 'bb', '07')
    """
    if form in {"upperRoman", "lowerRoman"}:
        roman, rest = "", count
        for size, letters in _ROMANS.items():
            roman += letters * (rest // size)
            rest %= size
        return roman.upper() if form == "upperRoman" else roman
    if form in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("a") + (count - 1) % _LETTERS) * (1 + (count - 1) // _LETTERS)
        return letter.upper() if form == "upperLetter" else letter
    if form == "none":
        return ""
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _levels(definition: Any) -> dict[int, _Level]:  # noqa: ANN401 (see Numbering)
    if definition is None:
        return {}
    return {int(value(e, "ilvl") or 0): _level(e) for e in definition.findall(f"{W}lvl")}


def _level(element: Any) -> _Level:  # noqa: ANN401 (see Numbering)
    return _Level(
        form=value(child(element, "numFmt")) or "decimal",
        text=value(child(element, "lvlText")) or "",
        start=int(value(child(element, "start")) or 1),
        is_legal=bool(is_on(child(element, "isLgl"))),
    )


def _overridden(overrides: list[Any], levels: dict[int, _Level]) -> dict[int, _Level]:
    changed: dict[int, _Level] = {}
    for override in overrides:
        number = int(value(override, "ilvl") or 0)
        own = child(override, "lvl")
        level = _level(own) if own is not None else levels.get(number, _Level())
        start = value(child(override, "startOverride"))
        changed[number] = replace(level, start=int(start)) if start else level
    return changed
