"""Figures and lists as they stand in messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from chiso.problems import Text

_MOST: Final = 6


def number(value: float) -> Text:
    """A figure, with the decimal comma in Vietnamese.

    >>> number(80.56).vi, number(80.56).en, number(8.0).vi
    ('80,56', '80.56', '8')
    """
    english = f"{round(value, 4):.10g}"
    return Text(english.replace(".", ","), english)


def day(value: date) -> Text:
    """A day as offices write it."""
    return Text(f"{value:%d/%m/%Y}", f"{value:%Y-%m-%d}")


def listed(values: Iterable[str], most: int = _MOST) -> Text:
    """Several things in one phrase, the rest counted.

    >>> listed(["a", "b", "c"], most=2).vi
    'a, b và 1 mục khác'
    """
    known = list(values)
    if len(known) <= most:
        return Text(joined(known, "và"), joined(known, "and"))
    shown, rest = ", ".join(known[:most]), len(known) - most
    return Text(f"{shown} và {rest} mục khác", f"{shown} and {rest} more")


def joined(values: Sequence[str], last: str) -> str:
    """The values with commas, and a word before the last."""
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} {last} {values[-1]}" if values else ""


def quoted(values: Iterable[str]) -> list[str]:
    """Each value in quotation marks."""
    return [f"“{value}”" for value in values]


def shortened(text: str, most: int = 70) -> str:
    """The beginning of a text, cut at a word."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
