"""Writing an iCalendar file (RFC 5545): whole-day events, nothing more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

_LONGEST: Final = 75  # octets of a content line, the line break not counted (RFC 5545, 3.1)
_ESCAPED: Final = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day with what is due on it; `uid` stays the same from one export to the next."""

    uid: str
    day: date
    summary: str
    description: str = ""
    address: str = ""


def written(name: str, occasions: Iterable[Occasion], *, now: datetime) -> str:
    """The calendar as text with CRLF line ends; now: when it was made."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Chi So//Lich//VI",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    for occasion in occasions:
        lines += _event(occasion, f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(occasion: Occasion, stamp: str) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(occasion.uid)}",
        f"DTSTAMP:{stamp}",
        f"DTSTART;VALUE=DATE:{occasion.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{occasion.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(occasion.summary)}",
        *([f"DESCRIPTION:{_text(occasion.description)}"] if occasion.description else []),
        *([f"URL:{occasion.address}"] if occasion.address else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(value: str) -> str:
    return value.translate(_ESCAPED)


def folded(line: str) -> str:
    r"""The line broken so that no piece is longer than 75 octets of UTF-8, never inside a letter.

    >>> folded("SUMMARY:" + "ở" * 30).split("\r\n ")[1]
    'ởởởởởởởở'
    """
    pieces, piece, room = [], "", _LONGEST
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _LONGEST - 1  # the space that marks a continued line counts
        piece += letter
        room -= size
    return "\r\n ".join([*pieces, piece])
