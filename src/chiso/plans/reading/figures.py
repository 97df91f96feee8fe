"""Numbers as offices write them: 7,95 and 7.95, 541,46/1.000, 08."""

from __future__ import annotations

import re

NUMBER = r"\d{1,3}(?:\.\d{3}){1,4}(?:,\d{1,6})?|\d{1,9}(?:[.,]\d{1,6})?"  # bounded, so that endless digits cost nothing
_THOUSANDS = re.compile(r"^\d{1,3}(?:\.\d{3})+(?:,\d+)?$")


def number(text: str, *, is_count: bool = False) -> float:
    """The value of a printed number; a point before three digits parts thousands only in counts and round maxima.

    >>> number("7,95"), number("14.30"), number("1.000"), number("67.145"), number("1.234,5")
    (7.95, 14.3, 1000.0, 67.145, 1234.5)
    """
    both = "," in text and "." in text
    if _THOUSANDS.match(text) and (both or is_count or text.endswith("000")):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", "."))
