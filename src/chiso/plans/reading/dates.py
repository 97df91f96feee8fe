"""Dates as offices write them."""

from __future__ import annotations

import re

_SLASHED = re.compile(r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>20\d\d|19\d\d)")
_WORDED = re.compile(
    r"(?:ngày\s*(?P<day>\d{1,2})?[\s.…_]*)?tháng\s*(?P<month>\d{1,2})?[\s.…_]*năm\s*(?P<year>20\d\d|19\d\d)",
    re.IGNORECASE,
)
_MONTHS = 12
_DAYS = 31
DATE = rf"(?:ngày\s*)?(?:{_SLASHED.pattern.replace('?P<day>', '').replace('?P<month>', '').replace('?P<year>', '')})"


def iso_date(text: str) -> str | None:
    """The first date in the words as ISO 8601, as far as it is filled in (`2020-07` where the day is blank).

    >>> iso_date("ngày 08/8/2013"), iso_date("Lào Cai, ngày tháng 7 năm 2020")
    ('2013-08-08', '2020-07')
    """
    match = _SLASHED.search(text) or _WORDED.search(text)
    return iso(match["year"], match["month"], match["day"]) if match else None


def iso(year: str | int, month: str | int | None = None, day: str | int | None = None) -> str:
    """The parts that are there and can be, joined."""
    if not month or not 1 <= int(month) <= _MONTHS:
        return f"{year}"
    if not day or not 1 <= int(day) <= _DAYS:
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"
