"""Where a sentence begins to tell of another year or of an aim."""

from __future__ import annotations

import re

from chiso.plans.reading.figures import NUMBER
from chiso.plans.reading.passage import Noted, Passage

STRIVE = r"ph[ấầ]n\s+đ[ấầ]u"
_YEAR = re.compile(
    r"(?P<not>(?:so với|với|hơn|bằng|của|từ|hết|như)\s+(?:kết quả\s+)?)?\bnăm\s+(?P<year>20\d\d)", re.IGNORECASE
)
_COMPARED = re.compile(r"(?:so với|bằng|hơn) năm\s+(?P<year>20\d\d)\s*(?P<bracket>\((?!\s*năm)[^()]*\))", re.IGNORECASE)
_STATED = r"[^.;:(]{0,50}?(?:\d|nhóm|loại|mức)(?:[.,]\d|[^.;:,()]){0,60}?"
_IN_YEAR = r"\s*\(?(?:(?:của|trong|vào)\s+)?năm\s+(?P<{name}>20\d\d)\s*\)?"
_FROM_TO = re.compile(
    rf"\btừ\s+(?P<one>{_STATED})(?:{_IN_YEAR.format(name='year')})?,?\s*"
    rf"(?P<to>(?:tăng |vươn |nâng )?(?<!trở )(?:lên|xuống|thành)\s+{_STATED})(?:{_IN_YEAR.format(name='then')}|(?=[;:]|[.,](?!\d)|$))",
    re.IGNORECASE,
)
_FROM_ALONE = re.compile(
    r"(?:^|,\s*)từ\s+(?P<one>(?:mức|vị trí|hạng|thứ hạng|thứ)\s[^.;:()]{0,20}?\d[^;:()]{0,60}?)\s+của năm (?P<year>20\d\d)(?P<end>\s*,)",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(
    rf"(?<![\d.,/])(?P<figure>(?:(?:hạng|thứ|vị trí)\s+){{0,3}}(?:{NUMBER})(?:\s*/\s*(?:{NUMBER}))?\s*(?:điểm|%)?)\s*"
    r"\(\s*(?:năm\s+)?(?P<year>20\d\d)\s*\)",
    re.IGNORECASE,
)
AIM = re.compile(
    rf"\b(?:{STRIVE}|mục tiêu|chỉ tiêu(?!\s+chí)|kế hoạch (?:đạt|(?:là|giao|được giao)\s*:?\s*(?=\d)|(?=\d[\d.,]*\s*điểm))|kế hoạch(?=:\s*\d)|cam kết|đặt ra|nâng lên|quyết tâm|kỳ vọng|phải đạt|hướng (?:tới|đến) (?:đạt|mức|vị trí|thứ hạng|nhóm))\b",
    re.IGNORECASE,
)
Opening = tuple[int, str, Noted[int] | None]
"""Where, what ("year", "aim", "aim of then", "result", "missed", "inside", "bracket" or "close"), and the year."""
_RESULT = re.compile(r"\b(?:kết quả|thực tế|thực hiện(?: được\b|(?=\s+\d[\d.,]*\s*điểm)))", re.IGNORECASE)
_MISSED = re.compile(
    r"\b(?:nhưng|song|tuy nhiên)\b(?:(?!không|chưa)[^.;:\d]){0,30}?\bđạt\b|\b(?:chỉ|mới) (?:mới )?đạt\b", re.IGNORECASE
)
_BELOW_AIM = re.compile(
    rf"(?:(?:chưa|không) (?:đạt|hoàn thành)(?: được)?|so với|vượt|thấp hơn|cao hơn|kém)\s+(?:các\s+|những\s+)?"
    rf"(?P<aim>{AIM.pattern})(?:[^,;.()]|[.,]\d)*",
    re.IGNORECASE,
)
_OF_THEN = re.compile(r"(?:không|chưa) đạt|vượt|hoàn thành|đề ra|đặt ra|giao\b", re.IGNORECASE)
_OWN_AIM = re.compile(rf"{AIM.pattern}[^.;]*?(?:điểm|hạng|thứ|nhóm|\btop|\btốp|%)", re.IGNORECASE)


def years_in(passage: Passage) -> Noted[int] | None:
    """The first year that the words name."""
    match = re.search(r"\b(20\d\d)\b", passage.text)
    return Noted(int(match[1]), (passage.group(match).place,)) if match else None


def openings(passage: Passage) -> list[Opening]:
    """Where another year, an aim, a result or a bracket about another year or aim begins, in their order."""
    found: list[Opening] = [
        (match.start(), "year", _year(passage, match, "year"))
        for match in _YEAR.finditer(passage.text)
        if not match["not"] or match["not"].lower().startswith(("của", "từ"))
    ]
    for match in _COMPARED.finditer(passage.text):
        found.append((match.start("bracket"), "bracket", _year(passage, match, "year")))
        found.append((match.end() - 1, "close", None))
    found = _within_brackets(passage.text, _years_after(passage, found))
    for match in AIM.finditer(passage.text):
        found += _aim(passage.text, match.start())
    found += [(match.start(), "result", None) for match in _RESULT.finditer(passage.text)]
    found += [(match.start(), "missed", None) for match in _MISSED.finditer(passage.text)]
    return sorted(found, key=lambda each: each[0])


def _aim(text: str, at: int) -> list[Opening]:
    """The opening of an aim; one in brackets, or that a result is held against, ends with those words.

    In brackets after a past result an aim is of that year where the words say so or another aim follows.
    """
    below = next((each for each in _BELOW_AIM.finditer(text) if each.start("aim") == at), None)
    if below:
        return [(at, "inside", None), (at, "aim", None), (below.end(), "close", None)]
    start, end = text.rfind("(", 0, at), text.find(")", at)
    if start < 0 or end < 0 or ")" in text[start:at] or not re.search(r"\d", text[at:end]):
        return [(at, "aim", None)]
    is_of_then = _OF_THEN.search(text[start:end]) or _OWN_AIM.search(text[end:])
    return [(at, "inside", None), (at, "aim of then" if is_of_then else "aim", None), (end, "close", None)]


def _years_after(passage: Passage, found: list[Opening]) -> list[Opening]:
    """The openings with those of years told after their figures moved before them: `từ 6,2 điểm năm 2021 lên …`."""
    for match in _FROM_TO.finditer(passage.text):
        found = [each for each in found if not match.start("one") <= each[0] < match.end()]
        if match["year"]:
            found.append((match.start("one"), "bracket", _year(passage, match, "year")))
            found.append((match.start("to"), "close", None))
        if match["then"]:
            at = match.start("to") if match["year"] else _clause_start(passage.text, match.start())
            found.append((at, "year", _year(passage, match, "then")))
    for match in _FROM_ALONE.finditer(passage.text):
        found = [each for each in found if not match.start() <= each[0] < match.end()]
        found.append((match.start("one"), "bracket", _year(passage, match, "year")))
        found.append((match.start("end"), "close", None))
    for match in _YEAR_AFTER.finditer(passage.text):
        found = [each for each in found if not match.start() <= each[0] < match.end()]
        found.append((match.start("figure"), "bracket", _year(passage, match, "year")))
        found.append((match.end() - 1, "close", None))
    return found


def _within_brackets(text: str, found: list[Opening]) -> list[Opening]:
    """The openings, the first year inside a pair of brackets holding up to their end alone."""
    result: list[Opening] = []
    closed_at = -1
    for opening in sorted(found, key=lambda each: each[0]):
        at, what, year = opening
        start = text.rfind("(", 0, at)
        end = text.find(")", at)
        if what == "year" and closed_at < at and start >= 0 and end >= 0 and ")" not in text[start:at]:
            result += [(at, "bracket", year), (end, "close", None)]
            closed_at = end
        else:
            result.append(opening)
    return result


def _clause_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, at) for mark in ".;,:(") + 1


def _year(passage: Passage, match: re.Match[str], name: str) -> Noted[int]:
    return Noted(int(match[name]), (passage.group(match, name).place,))
