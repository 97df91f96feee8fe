"""Checks of marks: punctuation, brackets, decimal marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from chiso.documents.document import Place
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import joined, listed, quoted
from chiso.problems import Text

_STRAY: Final = re.compile(
    r"(?<!\.)\.\.(?!\.)|,\.|;\.|,,|;;|:\.|,;"  # doubled
    r"|(?<=\w) [,;](?!\S)|(?<=[\w%)]) \.(?![\S.])"  # after a space
    r"|(?<=\w)\\(?=\w)|(?<=\w)'(?=\s|$)"  # within or behind a word
)
_STRAY_MARKS: Final = ("..", ",.", ";.", ",,", ";;", ":.", ",;", " ,", " ;", " .", "\\", "'")
_BEFORE: Final = 16
_NUMBERED_POINT: Final = re.compile(r"(?:^|[\s;,.])(?:\d{1,2}|[a-zđ])\)$")
_LONGEST_POINT: Final = 4
_BRACKET: Final = re.compile("[()]")


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
    is_open: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match.group() == "(":
            is_open.append(at)
        elif is_open:
            is_open.pop()
        elif not _NUMBERED_POINT.search(text, max(0, at + 1 - _LONGEST_POINT), at + 1):
            return at
    return is_open[0] if is_open else None


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
        "wording.punctuation",
        Severity.NOTE,
        Text("Dấu câu thừa, sai chỗ", "Stray marks"),
        Text("Lỗi trình bày.", "A fault of form."),
        Text("“Sở,.”, “kế hoạch .”, “(nếu có”", "“Sở,.”, “kế hoạch .”, “(nếu có”"),
        Text("Sửa dấu câu.", "Correct the marks."),
        punctuation,
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
