"""Checks of wording: doubled words, scanning faults, abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import eq
from typing import Final

from rapidfuzz.distance import OSA

from chiso.documents.document import Place
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.names import component_spellings, unit_misspelt
from chiso.plans.checking.scanning import slips
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import listed, quoted
from chiso.plans.checking.words import Word, Words, span
from chiso.problems import Text

_LITTLE_WORDS: Final = frozenset(
    [
        "các",
        "cho",
        "còn",
        "có",
        "cùng",
        "của",
        "do",
        "để",
        "đã",
        "được",
        "đến",
        "hoặc",
        "khi",
        "không",
        "là",
        "mà",
        "một",
        "này",
        "như",
        "những",
        "phải",
        "sẽ",
        "tại",
        "theo",
        "thì",
        "trên",
        "trong",
        "và",
        "về",
        "với",
        "vào",
        "từng",
    ]
)
"""Words that nothing ends or begins with: content words meet by chance, as in "giao ban, ban hành" or "hành vi vi phạm"."""

_QUANTIFIERS: Final = frozenset(["mọi", "toàn", "tất"])
_SAID_TWICE: Final = frozenset(
    [
        "ai",
        "dần",
        "đêm",
        "đều",
        "đời",
        "song",
        "xa",
        "đâu",
        "lâu",
        "luôn",
        "mãi",
        "mỗi",
        "năm",
        "ngày",
        "nơi",
        "người",
        "thường",
        "thỉnh",
        "từ",
    ]
)
"""Words that Vietnamese says twice on purpose, and "năm năm"."""

_INDICES: Final = {"PARINDEX": "PAR INDEX", "SIPAS": "SIPAS", "DDCI": "DDCI", "PAPI": "PAPI"}
_SHORTEST: Final = 4
_CAPITALS: Final = re.compile(r"[A-Z](?<!\w[A-Z])[A-Z]{2,}(?:[ -][A-Z]{4,})?\b")  # begins with a letter: \b is slow
_WITH_AND: Final = re.compile(r"\b[A-ZĐ]{1,4}(?:&[A-ZĐ]{1,4})+\b")
_SELDOM: Final = 4


def doubled_word(subject: Subject) -> Iterator[Fact]:
    """A word or a pair of words written twice."""
    found = [(subject.words[first], subject.words[last]) for first, last in _doubled(subject.words)]
    if found:
        said = [subject.blocks[one.block].text[one.start : two.end] for one, two in found]
        yield Fact(
            Text(f"Lặp từ: {listed(quoted(said)).vi}.", f"Words doubled: {listed(quoted(said)).en}."),
            tuple(span(one, two) for one, two in found),
            given=", ".join(said),
        )


def _doubled(words: Words) -> Iterator[tuple[int, int]]:
    """The first and last places of what stands twice."""
    same_words = set(compress(count(1), map(eq, words.folded, words.folded[1:])))
    same_pairs = set(compress(count(3), map(eq, words.texts[1:], words.texts[3:])))
    for at in sorted(at for at in same_words | same_pairs if words.gaps[at] == " "):
        if at in same_words and (words.folded[at] in _LITTLE_WORDS or _ends_a_word(words, at)):
            yield at - 1, at
        elif at in same_pairs and _is_pair_doubled(words[at - 3 : at + 1]):
            yield at - 3, at


def _ends_a_word(words: Words, place: int) -> bool:
    """Whether a word that stands twice cannot begin another, because a little word or a mark follows it."""
    word = words[place]
    if not word.text.islower() or len(word.text) == 1 or word.folded in _SAID_TWICE:
        return False
    after = words[place + 1] if place + 1 < len(words) else None
    return after is None or after.gap != " " or after.text.isdigit() or after.folded in _LITTLE_WORDS | _QUANTIFIERS


def _is_pair_doubled(four: Sequence[Word]) -> bool:
    first, second, third, fourth = four
    is_running = second.gap == third.gap == fourth.gap == " "
    is_same = (first.text, second.text) == (third.text, fourth.text)  # "Phòng Tổng hợp tổng hợp" is a name and a verb
    return is_running and is_same and first.folded != second.folded and third.text.isalpha() and fourth.text.isalpha()


def _told_as_names(subject: Subject) -> set[Place]:
    return {place for find in (component_spellings, unit_misspelt) for fact in find(subject) for place in fact.places}


def scanning_fault(subject: Subject) -> Iterator[Fact]:
    """Words whose accents or letters a scan has lost, each with all its places."""
    found: dict[tuple[str, str], list[Place]] = {}
    known = slips(subject.words)
    named = _told_as_names(subject) if known else set()
    for slip in known:
        if any(slip.place.block == place.block and place.start <= slip.place.start < place.end for place in named):
            continue  # told as a name already
        written = subject.blocks[slip.place.block].text[slip.place.start : slip.place.end]
        found.setdefault((written.lower(), slip.right), []).append(slip.place)
    if found:
        said = [
            f"“{given}” → “{right}”{f' ({len(at)} chỗ)' if len(at) > 1 else ''}" for (given, right), at in found.items()
        ]
        said_en = [
            f"“{given}” → “{right}”{f' ({len(at)} times)' if len(at) > 1 else ''}"
            for (given, right), at in found.items()
        ]
        yield Fact(
            Text(
                f"Có thể là lỗi quét hoặc gõ: {'; '.join(said)}.",
                f"Probably faults of scanning or typing: {'; '.join(said_en)}.",
            ),
            tuple(place for at in found.values() for place in at),
            given=", ".join(given for given, _ in found),
            expected=", ".join(right for _, right in found),
        )


def abbreviation(subject: Subject) -> Iterator[Fact]:
    """Abbreviations wrong by a letter."""
    joined_with_and = Counter[str]()
    at: dict[str, list[Place]] = {}
    for number, block in enumerate(subject.blocks):
        for match in _WITH_AND.finditer(block.text) if "&" in block.text else ():
            joined_with_and[match.group()] += 1
            at.setdefault(match.group(), []).append(Place(number, match.start(), match.end()))
        for match in _CAPITALS.finditer(block.text):
            if right := _index_meant(match.group()):
                yield _abbreviation_fact(match.group(), right, [Place(number, match.start(), match.end())])
    for seldom, seen in joined_with_and.items():
        often = [
            known
            for known, times in joined_with_and.items()
            if times >= _SELDOM * seen and _lacks_a_letter(seldom, known)
        ]
        if often:
            yield _abbreviation_fact(seldom, often[0], at[seldom])


@lru_cache(maxsize=1024)
def _index_meant(written: str) -> str | None:
    """The index whose abbreviation this nearly is; None where it is right or something else."""
    letters = re.sub("[ -]", "", written)
    if len(letters) < _SHORTEST or letters in _INDICES:
        return None
    return next((name for known, name in _INDICES.items() if OSA.distance(letters, known) == 1), None)


def _lacks_a_letter(short: str, known: str) -> bool:
    return len(short) == len(known) - 1 and OSA.distance(short, known) == 1


def _abbreviation_fact(given: str, right: str, places: list[Place]) -> Fact:
    return Fact(
        Text(f"“{given}” có lẽ là {right}.", f"“{given}” is probably {right}."),
        tuple(places),
        given=given,
        expected=right,
    )


CHECKS: Final = (
    CheckKind(
        "wording.doubled_word",
        Severity.WARNING,
        Text("Lặp từ", "Doubled words"),
        Text("Lỗi gõ dễ thấy nhất khi văn bản đã phát hành.", "The slip that everybody sees once it is issued."),
        Text("“của của”, “phối hợp phối hợp”", "“của của”, “phối hợp phối hợp”"),
        Text("Xóa từ thừa.", "Delete one."),
        doubled_word,
    ),
    CheckKind(
        "wording.scanning_fault",
        Severity.WARNING,
        Text("Lỗi quét, lỗi gõ", "Faults of scanning or typing"),
        Text(
            "Sai dấu làm sai nghĩa, có khi sai cả tên riêng.", "A wrong accent changes the meaning, sometimes a name."
        ),
        Text("“chất luợng”, “phần đấu”", "“chất luợng”, “phần đấu”"),
        Text("Đối chiếu bản gốc và sửa.", "Compare with the original and correct."),
        scanning_fault,
    ),
    CheckKind(
        "wording.abbreviation",
        Severity.WARNING,
        Text("Chữ viết tắt sai", "Wrong abbreviation"),
        Text("Thiếu hay sai một chữ thành tên khác.", "A letter lost or wrong makes another name."),
        Text(
            "“PAR INDEZ”, “VH&T” trong khi nơi khác là “VH&TT”.", "“PAR INDEZ”; “VH&T” where elsewhere it is “VH&TT”."
        ),
        Text("Sửa theo cách viết tắt đúng.", "Correct it."),
        abbreviation,
    ),
)
