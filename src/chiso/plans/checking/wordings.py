"""Figures and lists as they stand in messages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from chiso.periods import PartialDate
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


def partial_day(value: PartialDate) -> Text:
    """A day of which the day or the month may be lacking.

    >>> partial_day(PartialDate.parse("2024-03")).vi, partial_day(PartialDate.parse("2024-03-20")).vi
    ('tháng 3/2024', '20/03/2024')
    """
    if value.day:
        return day(value.first_day)
    return Text(f"tháng {value.month}/{value.year}" if value.month else f"năm {value.year}", str(value))


def opening(words: Text) -> Text:
    """Words as they begin a sentence."""
    return Text(words.vi[:1].upper() + words.vi[1:], words.en[:1].upper() + words.en[1:])


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
