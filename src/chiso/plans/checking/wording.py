"""Checks of wording: doubled words, scanning faults, punctuation, decimal marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA

from chiso.documents.document import Place
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.names import component_spellings, unit_misspelt
from chiso.plans.checking.scanning import slips
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import joined, listed, quoted
from chiso.plans.checking.words import Word, span
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

_STRAY: Final = re.compile(
    r"(?<!\.)\.\.(?!\.)|,\.|;\.|,,|;;|:\.|,;"  # doubled
    r"|(?<=\w) [,;](?!\S)|(?<=[\w%)]) \.(?![\S.])"  # after a space
    r"|(?<=\w)\\(?=\w)|(?<=\w)'(?=\s|$)"  # within or behind a word
)
_STRAY_MARKS: Final = ("..", ",.", ";.", ",,", ";;", ":.", ",;", " ,", " ;", " .", "\\", "'")
_BEFORE: Final = 16
_NUMBERED_POINT: Final = re.compile(r"(?:^|[\s;,.])(?:\d{1,2}|[a-zđ])\)")
_BRACKET: Final = re.compile("[()]")
_INDICES: Final = {"PARINDEX": "PAR INDEX", "SIPAS": "SIPAS"}
_CAPITALS: Final = re.compile(r"\b[A-Z]{3,}(?:[ -][A-Z]{4,})?\b")
_WITH_AND: Final = re.compile(r"\b[A-ZĐ]{1,4}(?:&[A-ZĐ]{1,4})+\b")
_SELDOM: Final = 4


def doubled_word(subject: Subject) -> Iterator[Fact]:
    """A word or a pair of words written twice."""
    words = subject.words
    found = []
    for place in range(1, len(words)):
        one, two = words[place - 1], words[place]
        if two.gap != " ":
            continue
        if one.folded == two.folded and two.folded in _LITTLE_WORDS:
            found.append((one, two))
        # A quick look first: this runs for every word of the document.
        elif words[place - 2].text == two.text and place > 2 and _is_pair_doubled(words[place - 3 : place + 1]):  # noqa: PLR2004 (two pairs)
            found.append((words[place - 3], two))
    if found:
        said = [subject.blocks[one.block].text[one.start : two.end] for one, two in found]
        yield Fact(
            Text(f"Lặp từ: {listed(quoted(said)).vi}.", f"Words doubled: {listed(quoted(said)).en}."),
            tuple(span(one, two) for one, two in found),
            given=", ".join(said),
        )


def _is_pair_doubled(four: Sequence[Word]) -> bool:
    first, second, third, fourth = four
    is_running = second.gap == third.gap == fourth.gap == " "
    is_same = (first.text, second.text) == (third.text, fourth.text)  # "Phòng Tổng hợp tổng hợp" is a name and a verb
    return is_running and is_same and first.folded != second.folded and third.text.isalpha() and fourth.text.isalpha()


def scanning_fault(subject: Subject) -> Iterator[Fact]:
    """Words whose accents or letters a scan has lost, each with all its places."""
    found: dict[tuple[str, str], list[Place]] = {}
    named = {place for find in (component_spellings, unit_misspelt) for fact in find(subject) for place in fact.places}
    for slip in slips(subject.words):
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


def punctuation(subject: Subject) -> Iterator[Fact]:
    """Doubled or stray marks, a space before a mark, a bracket without its fellow."""
    found: list[Place] = []
    for number, block in enumerate(subject.blocks):
        if any(mark in block.text for mark in _STRAY_MARKS):
            found += [Place(number, match.start(), match.end()) for match in _STRAY.finditer(block.text)]
        if (bracket := _lone_bracket(block.text)) is not None:
            found.append(Place(number, bracket, bracket + 1))
    if found:
        shown = [_around(subject.blocks[place.block].text, place) for place in found]
        said = listed(quoted(shown))
        yield Fact(
            Text(f"Dấu câu thừa hoặc sai chỗ: {said.vi}.", f"Stray or misplaced marks: {said.en}."),
            tuple(found),
            given=", ".join(shown),
        )


def _around(text: str, place: Place) -> str:
    """A mark with the whole words just before it."""
    before = text[max(0, place.start - _BEFORE) : place.start]
    if place.start > _BEFORE:
        before = before.partition(" ")[2]
    return (before + text[place.start : place.end]).strip()


def _lone_bracket(text: str) -> int | None:
    """Where a bracket stands that is never closed or never opened; points such as "a)" count for nothing."""
    if "(" not in text and ")" not in text:
        return None
    points = {match.end() - 1 for match in _NUMBERED_POINT.finditer(text)}
    is_open: list[int] = []
    for match in _BRACKET.finditer(text):
        if match.group() == "(":
            is_open.append(match.start())
        elif is_open:
            is_open.pop()
        elif match.start() not in points:
            return match.start()
    return is_open[0] if is_open else None


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
    for seldom, count in joined_with_and.items():
        often = [
            known
            for known, times in joined_with_and.items()
            if times >= _SELDOM * count and _lacks_a_letter(seldom, known)
        ]
        if often:
            yield _abbreviation_fact(seldom, often[0], at[seldom])


@lru_cache(maxsize=1024)
def _index_meant(written: str) -> str | None:
    """The index whose abbreviation this nearly is; None where it is right or something else."""
    letters = re.sub("[ -]", "", written)
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


def decimal_mark(subject: Subject) -> Iterator[Fact]:
    """Scores with a decimal point here and a comma there."""
    found: dict[str, list[tuple[str, Place]]] = {".": [], ",": []}
    for path, places in subject.reading.places.items():
        if not path.endswith(("/score", "/scale")):
            continue
        for place in places:
            written = subject.document.text_at(place) if place.block < len(subject.blocks) else ""
            for mark, known in found.items():
                if re.search(rf"\d{re.escape(mark)}\d{{1,2}}(?!\d)", written):
                    known.append((written, place))
    points, commas = found["."], found[","]
    if points and commas:
        yield Fact(
            Text(
                f"Dấu thập phân lúc là chấm ({points[0][0]}), lúc là phẩy ({commas[0][0]}); tiếng Việt dùng dấu phẩy.",
                f"Decimals are written with a point ({points[0][0]}) and with a comma ({commas[0][0]}); Vietnamese uses the comma.",
            ),
            tuple(place for _, place in points),
            tuple(place for _, place in commas[:1]),
            given=joined([text for text, _ in points], "và"),
            expected=joined([text.replace(".", ",") for text, _ in points], "và"),
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
        "wording.punctuation",
        Severity.NOTE,
        Text("Dấu câu thừa, sai chỗ", "Stray marks"),
        Text("Lỗi trình bày.", "A fault of form."),
        Text("“Sở,.”, “kế hoạch .”, “(nếu có”", "“Sở,.”, “kế hoạch .”, “(nếu có”"),
        Text("Sửa dấu câu.", "Correct the marks."),
        punctuation,
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
    CheckKind(
        "wording.decimal_mark",
        Severity.NOTE,
        Text("Dấu thập phân không thống nhất", "Mixed decimal marks"),
        Text("Một văn bản chỉ nên dùng một cách ghi số thập phân.", "One document should write decimals one way."),
        Text("7.5 ở mục 1, 7,5 ở mục 2.", "7.5 in part 1, 7,5 in part 2."),
        Text("Dùng dấu phẩy trong cả văn bản.", "Use the comma throughout."),
        decimal_mark,
    ),
)
