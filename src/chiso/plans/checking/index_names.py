"""The index's own name as a plan writes it: its abbreviation, and its name in full."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from chiso.documents.document import Place
from chiso.plans.checking.finding import Fact
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import joined, quoted
from chiso.plans.reading.words import folded
from chiso.problems import Text

_IN_FULL: Final[Mapping[str, tuple[str, re.Pattern[str]]]] = {
    "DDCI": (
        "năng lực cạnh tranh",
        re.compile(
            r"năng lực (?:cạnh tranh|điều hành)(?= (?:kinh tế )?(?:giữa |của |cấp |các ){0,2}sở\b)", re.IGNORECASE
        ),
    ),
    "PCI": ("năng lực cạnh tranh", re.compile(r"năng lực (?:cạnh tranh|điều hành)(?= cấp tỉnh\b)", re.IGNORECASE)),
    "PAPI": (
        "hiệu quả quản trị và hành chính công",
        re.compile(r"hiệu quả quản trị(?:,| và|) hành chính công", re.IGNORECASE),
    ),
}
"""The official words of each name, and every way in which plans write them."""


def index_spellings(subject: Subject) -> Iterator[Fact]:
    """The index's abbreviation, or its full name, written in several ways."""
    name = subject.plan.index.framework
    if not name:
        return
    yield from _several(_found(subject, _abbreviation(name)), name)
    if name in _IN_FULL:
        official, pattern = _IN_FULL[name]
        yield from _several([(folded(words), place) for words, place in _found(subject, pattern)], official)


@cache
def _abbreviation(name: str) -> re.Pattern[str]:
    """The abbreviation in capitals or not, its words joined or apart."""
    first, *others = (
        f"[{re.escape(each.upper())}{re.escape(each.lower())}]" if each != " " else "[ -]?"
        for each in " ".join(name.split())
    )
    # A pattern that begins with its letters, and not with \b, is found three times as quickly.
    return re.compile(rf"{first}(?<!\w{first}){''.join(others)}\b")


def _found(subject: Subject, pattern: re.Pattern[str]) -> list[tuple[str, Place]]:
    return [
        (match.group(), Place(number, match.start(), match.end()))
        for number, block in enumerate(subject.blocks)
        for match in pattern.finditer(block.text)
    ]


def _several(found: list[tuple[str, Place]], right: str) -> Iterator[Fact]:
    counts = Counter(spelling for spelling, _ in found)
    if len(counts) > 1:
        yield Fact(
            Text(
                f"Tên chỉ số ghi {len(counts)} cách: {joined(quoted(counts), 'và')}.",
                f"The index is written in {len(counts)} ways: {joined(quoted(counts), 'and')}.",
            ),
            tuple(place for spelling, place in found if spelling != right),
            tuple(place for spelling, place in found if spelling == right),
            given=", ".join(spelling for spelling in counts if spelling != right),
            expected=right,
        )
