"""A component's name inside its heading, and whether two names mean the same component."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from chiso.plans.names import Names
from chiso.plans.reading.passage import Passage
from chiso.plans.reading.words import bare, folded

_ACT = r"(?:(?:về|đối với|với|riêng|nhóm|nâng cao|cải thiện|duy trì|củng cố|tăng|phát huy|giữ vững|và|,|điểm|thứ hạng|các)\s+)*"
_WORD = (
    r"(?:chỉ\s+số(?:\s+(?:thành\s+phần|nội\s+dung|lĩnh\s+vực))?|trục\s+nội\s+dung|nội\s+dung|lĩnh\s+vực|tiêu\s+chí(?:\s+thành\s+phần)?|"
    r"trục|CSTP|nội\s+dung\s+thành\s+phần|yếu\s+tố|khía\s+cạnh|nhân\s+tố)"
)
_ORDINAL = r"(?:\s+(?:số|thứ))?(?:\s+\d{1,2}(?=\s*[:.–-]))?\s*[:.–-]?\s*"
_CAPTION = (
    r"(?:(?:bảng|biểu|danh mục|phụ lục)(?:\s+(?:số\s+)?[\dIVX]{1,4})?\s*[.:–-]?\s*(?:(?:các|nhiệm vụ|giải pháp|công việc|kế hoạch|và|,|thực hiện|"
    r"cải thiện|nâng cao|của|đối với|cho)\s+)*)?"
)
_QUOTED = re.compile(
    rf"^{_CAPTION}{_ACT}(?:(?:{_WORD}|thành\s+phần){_ORDINAL}(?:về\s+)?)?[“\"‘'«]\s*(?P<name>[^”\"’»]{{3,150}}?)\s*[”\"’'»]",
    re.IGNORECASE,
)
_EXPLICIT = re.compile(
    rf"^{_ACT}(?:{_WORD}|thành\s+phần(?=\s+(?:số\s+|thứ\s+)?\d{{1,2}}\s*[:.–-]|\s*:)){_ORDINAL}(?:về\s+)?(?P<name>[^:(;.]{{3,150}})",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"^(?:(?:về|đối với)\s+)?(?P<name>[^:(;]{3,150})", re.IGNORECASE)
_GROUP = re.compile(
    r"\(\s*\d+\s*(?:chỉ số|tiêu chí|lĩnh vực|nội dung)|^(?:các|những|nhóm)\s+(?:chỉ số|tiêu chí)|\bcác chỉ số\b|"
    r"chỉ số thành phần (?:cốt lõi|mở rộng)|từng (?:chỉ số|tiêu chí|nội dung|lĩnh vực)",
    re.IGNORECASE,
)
_NAMED_GROUP = re.compile(
    r"^nhóm\s+(?:chỉ số|tiêu chí)(?:\s+(?:thành phần|số|thứ))?(?:\s+\d{1,2})?\s*(?::|về\s|[“\"‘])", re.IGNORECASE
)
_EDGES = " .,;:“”\"'*"
_ALIKE = 84.0
_ALIKE_WITH_CODE = 50.0
_KNOWN = 86.0
_RANK_ROW = re.compile(r"^(?:xếp hạng|xếp thứ|thứ hạng|vị thứ|vị trí xếp hạng)\b", re.IGNORECASE)
_WHOLE_INDEX = re.compile(
    r"^(?:tổng(?: cộng| điểm| số| hợp)?\b|chỉ số (?:chung|tổng hợp)|điểm tổng|toàn (?:tỉnh|ngành|bộ)|cộng\b|"
    r"(?:tỷ lệ|mức độ|chỉ số|kết quả|sự) (?:\S+ ){0,5}(?:chung|tổng hợp)$|"
    r"(?:(?:chỉ số|điểm(?: số)?|kết quả)\s+)?(?:DDCI|PCI|PAPI|PAR[\s-]?INDEX|SIPAS)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a heading: how sure, and the passage after it on the same line."""

    name: Passage
    rest: Passage
    is_explicit: bool
    is_known: bool


def is_group_title(text: str) -> bool:
    """Whether a heading speaks of several components (`Các chỉ số thấp điểm`, `… (05 chỉ số)`)."""
    return bool(_GROUP.search(text)) and not _NAMED_GROUP.match(text)


def is_whole_index(text: str) -> bool:
    """Whether a row's name means the index as a whole."""
    return bool(_WHOLE_INDEX.match(text.strip()))


def is_rank_row(text: str) -> bool:
    """Whether a row's name means the rank of the index as a whole: `Xếp hạng toàn quốc`."""
    return bool(_RANK_ROW.match(text.strip()))


def named_in(heading: Passage, names: Names, framework: str | None) -> Named | None:
    """The component's name in a heading; None where the words cannot be one."""
    for pattern, explicit in ((_QUOTED, True), (_EXPLICIT, True), (_PLAIN, False)):
        match = pattern.match(heading.text)
        if match:
            name = heading.group(match, "name").trimmed(_EDGES)
            rest = heading.part(match.end()).trimmed(' :;,.”"')
            if name and (pattern is not _PLAIN or not re.match(r"[“\"]", heading.text)):
                known = is_known(name.text, names, framework)
                return Named(name, rest, explicit, known)
    return None


def is_known(text: str, names: Names, framework: str | None) -> bool:
    """Whether the pack, or a table of the document, names a component so or nearly so, accents set aside."""
    wanted = bare(text)
    known = names.components.get(framework or "", ())
    return any(fuzz.ratio(wanted, bare(spelling)) >= _KNOWN for each in known for spelling in each.all)


def is_same(one: str, other: str, *, same_code: bool = False) -> bool:
    """Whether two spellings mean one component; a shared number makes up for a looser likeness."""
    a, b = folded(one), folded(other)
    if a == b:
        return True
    if min(len(a), len(b)) >= 8 and (f" {b} ".find(f" {a} ") >= 0 or f" {a} ".find(f" {b} ") >= 0):  # noqa: PLR2004
        return True
    return fuzz.token_sort_ratio(a, b) >= (_ALIKE_WITH_CODE if same_code else _ALIKE)


def mentions(text: str, name: str) -> bool:
    """Whether a sentence names the component."""
    return f" {folded(name)} " in f" {folded(text)} "
