"""The documents that a plan cites, each time it does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Final

from chiso.documents.document import Block, Place
from chiso.plans.checking.document_kinds import ABBREVIATIONS
from chiso.plans.reading.dates import iso_date

_KIND: Final = "|".join(sorted((*ABBREVIATIONS, "công văn"), key=len, reverse=True))
_SYMBOL: Final = r"[A-ZĐ][A-Za-zĐđ&]*\d{0,3}(?:\s?-\s?[A-ZĐ][A-Za-zĐđ&0-9]*)+"
_DAY: Final = r"ngày\s*\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4}"
_CITED: Final = re.compile(
    rf"(?<![\d/])(?P<number>(?P<running>\d{{1,5}})\s?/\s?(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?(?P<symbol>{_SYMBOL}))"
    rf"(?:[\s,]*(?:ban hành\s+)?(?P<day>(?i:{_DAY})))?",
)
_BEFORE: Final = re.compile(rf"(?:(?P<kind>{_KIND})\s+)?(?:số\s*:?\s*)?$", re.IGNORECASE)
_REACH: Final = 24
_TOPIC_YEAR: Final = re.compile(r"(?P<before>(?:đến|hướng|nhìn)\s+)?năm\s+(?P<year>20\d\d)")
_AFTER: Final = 220
_ANNOUNCES: Final = re.compile(r"[^;.]{0,60}?\bcông bố\b[^;.]{0,60}?\b(?:kết quả|chỉ số)\b", re.IGNORECASE)
_STANDARDS: Final = re.compile("TCVN|ISO|QCVN")


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation.

    kind:       the word before the number, in lower case
    number:     as printed, without spaces
    running:    the running number; `symbol` what follows it
    has_year:   whether the number itself holds the year
    day:        the day with it, if any
    topic_year: the year that the words after it name, such as 2023 in "… ngày 10/01/2023 về … năm 2023"
    announces:  whether these words say that it announces results
    """

    kind: str | None
    number: str
    running: int
    symbol: str
    has_year: bool
    day: date | None
    topic_year: int | None
    announces: bool
    place: Place

    @property
    def family(self) -> tuple[int, str]:
        """Equal for spellings of one number: case, "&", "-" and doubled letters set aside."""
        letters = re.sub(r"[^A-ZĐ0-9]", "", self.symbol.upper())
        return self.running, re.sub(r"([A-ZĐ])\1+", r"\1", letters)


def citations(blocks: Sequence[Block], own: str | None) -> tuple[Cited, ...]:
    """Every citation in the blocks; the document's own number and standards are none."""
    return tuple(
        cited
        for number, block in enumerate(blocks)
        if "/" in block.text
        for cited in _in_text(block.text, number)
        if cited.number != own
    )


def _in_text(text: str, block: int) -> Iterator[Cited]:
    found = [match for match in _CITED.finditer(text) if not _STANDARDS.search(match["symbol"])]
    for match, following in zip_longest(found, found[1:]):
        end = following.start() if following else len(text)
        before = _BEFORE.search(text, max(0, match.start() - _REACH), match.start())
        kind = before["kind"] if before else None
        after = text[match.end() : min(end, match.end() + _AFTER)]
        yield Cited(
            kind=kind.lower() if kind else None,
            number=re.sub(r"\s", "", match["number"]),
            running=int(match["running"]),
            symbol=re.sub(r"\s", "", match["symbol"]),
            has_year=match["year"] is not None,
            day=_day(match["day"]),
            topic_year=_topic_year(after),
            announces=bool(_ANNOUNCES.match(after)),
            place=Place(block, before.start() if before else match.start(), match.end()),
        )


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(iso_date(words) or "") if words else None
    except ValueError:
        return None


def _topic_year(words: str) -> int | None:
    """The first year named; None where the document is about a span of years."""
    first = words.split(";", maxsplit=1)[0]
    years = (found for found in _TOPIC_YEAR.finditer(first) if not found["before"])
    found = next(years, None)
    return None if found is None or "giai đoạn" in first[: found.start()].lower() else int(found["year"])
