"""People whose names a plan writes in several ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from typing import Final

from rapidfuzz.distance import OSA

from chiso.documents.document import Place
from chiso.plans.checking.finding import Fact
from chiso.plans.checking.subject import Subject
from chiso.plans.reading.words import bare, folded
from chiso.problems import Text

_NEXT_WORD: Final = r" +[^\W\d_]+"


def person_spellings(subject: Subject) -> Iterator[Fact]:
    """People's names that differ by an accent or a letter."""
    named = _named(subject)
    for one, other in combinations(named, 2):
        if folded(one) != folded(other) and OSA.distance(bare(one), bare(other)) <= 1:
            seldom, often = sorted((one, other), key=lambda name: len(named[name]))
            yield _fact(subject, seldom, often, named)
    yield from _otherwise_in_text(subject, named)


def _named(subject: Subject) -> Mapping[str, list[str]]:
    """The paths of each leader's and the signer's name."""
    named: dict[str, list[str]] = defaultdict(list)
    signer = subject.plan.document.signer
    if signer and signer.name:
        named[signer.name].append("document/signer/name")
    for path, assignment in subject.assignments():
        if assignment.leader:
            named[assignment.leader].append(f"{path}/leader")
    return named


def _fact(
    subject: Subject, given: str, expected: str, named: Mapping[str, list[str]], places: tuple[Place, ...] = ()
) -> Fact:
    return Fact(
        Text(
            f"Tên người ghi hai cách: “{given}” và “{expected}”.",
            f"One person in two spellings: “{given}” and “{expected}”.",
        ),
        places or subject.places(*named[given]),
        subject.places(*named[expected]),
        given=given,
        expected=expected,
    )


def _otherwise_in_text(subject: Subject, named: Mapping[str, list[str]]) -> Iterator[Fact]:
    """Names that stand in the text with other accents than those read, each once."""
    known = {folded(name) for name in named}
    found: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for name in named:
        first, words, plain = name.split()[0], _as_long_as(name), bare(name)
        for number, block in enumerate(subject.blocks):
            for match in words.finditer(block.text) if first in block.text else ():
                written = match.group()
                if written.istitle() and bare(written) == plain and folded(written) not in known:
                    found[written, name].append(Place(number, match.start(), match.end()))
    for (written, name), places in found.items():
        yield _fact(subject, written, name, named, tuple(places))


@cache
def _as_long_as(name: str) -> re.Pattern[str]:
    """The first syllable of a name with as many words after it as the name has; never found of a single one."""
    first, *rest = name.split()
    return re.compile(rf"\b{re.escape(first)}(?:{_NEXT_WORD}){{{len(rest)}}}\b" if rest else r"(?!)")
