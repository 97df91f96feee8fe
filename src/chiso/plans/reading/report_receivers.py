"""Whom reports go to: who gathers them, and where they go from there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chiso.documents.letters import lettered
from chiso.plans.reading.body import Body
from chiso.plans.reading.drafts import RuleDraft
from chiso.plans.reading.facets import facet_of
from chiso.plans.reading.outline import Line
from chiso.plans.reading.passage import Noted, Passage, words
from chiso.plans.reading.report_rules import GATHER
from chiso.plans.reading.units import looks_like_unit, unit_list, unit_only

_SEND = lettered(
    r"(?P<verb>gửi(?:\s+(?:báo cáo|kết quả))*(?:\s+(?:về|cho|đến|tới|qua))*|báo cáo(?:\s+(?:kết quả|tình hình|về|với|cho)(?:\s+[:lower:]+){0,4}?)?"
    r"(?:\s+(?:với|cho|về|gửi))?|trình|về|với|tham mưu(?:\s+cho)?)\s+"
    r"(?=(?:Sở|UBND|Ủy ban|Uỷ ban|Văn phòng|Phòng|Ban|Bộ|Chi cục|Cục|Tổng cục|Trung tâm|Thanh tra|Lãnh đạo|Giám đốc|Chủ tịch|Tổ|Đội|Hạt|Trạm|Công chức|Công an|Bộ phận|Kho bạc|Hội|Viện|Trường|Khoa|văn phòng|phòng|"
    r"cơ quan có thẩm quyền|Hội đồng|Thường trực|Đảng|Tỉnh)\b)"
)
_THROUGH = re.compile(r"\s*\(\s*qua\s+(?P<unit>[^()]{2,80})\)", re.IGNORECASE)
_BARE = re.compile(r"^(?:Sở|Ban|UBND|Lãnh đạo Sở)\s*$")
_AND = re.compile(r"\svà\s+$", re.IGNORECASE)  # `trình X và báo cáo Y`
_RECIPIENT_CUT = re.compile(
    r"\s*(?:\(|\bđể\b|\btrước\b|\bchậm\b|\bđúng\b|\btheo\b|\bvề (?:tình|kết)\b|\bqua\b|\bvào\b|\btheo dõi\b|\bcùng (?:với )?(?:các )?báo cáo\b|\blồng ghép\b|\bkèm\b|\bđịnh kỳ\b|\bh[àằ]ng (?:tháng|quý|năm)\b|\bmỗi\b|\bxem xét\b|\bbáo cáo\b|\bchỉ đạo\b|\.|;|$)"
)
_RESPONSIBILITY = re.compile(r"^(?:trách nhiệm (?:của )?|giao (?:cho )?|đối với )", re.IGNORECASE)
_INSIDE_LEADERS = re.compile(r"^(?:lãnh đạo|giám đốc|ban giám đốc|(?:chi )?cục trưởng|trưởng ban)\b", re.IGNORECASE)
COLLECTIVE = re.compile(r"(?:các|những|trưởng|thủ trưởng|lãnh đạo các|công chức|cán bộ)\b", re.IGNORECASE)


@dataclass(slots=True)
class Duty:
    """What one paragraph says of reporting, `subject` the one unit that it is about."""

    line: int = 0
    rules: list[RuleDraft] = field(default_factory=list)
    to: Noted[str] | None = None
    onward: list[Noted[str]] = field(default_factory=list)
    subject: Noted[str] | None = None


def subject_of(body: Body, line: Line) -> Noted[str] | None:
    """The one unit that a paragraph is about: named at its start or in the heading over it."""
    for above in (line, *body.above(line)):
        text = above.words
        asked = _RESPONSIBILITY.match(text.text)
        text = text.part(asked.end()) if asked else text
        if looks_like_unit(text.text) and facet_of(text.text) is None:
            if COLLECTIVE.match(text.text):
                return None
            named = unit_only(text.part(0, _subject_end(text.text)), in_prose=True)
            return words(named)
    return None


def _subject_end(text: str) -> int:
    match = re.search(r"\s*(?:\(|:|\blà\b|\bcó\b|,|\bđịnh kỳ\b|\bchủ trì\b)", text)
    return match.start() if match else len(text)


def receivers_in(text: Passage) -> list[tuple[bool, list[Noted[str]]]]:
    """The units that reports go to, in order, each with whether it comes after a gathering."""
    hits: list[tuple[bool, list[Noted[str]]]] = []
    for match in _SEND.finditer(text.text):
        after = text.text[match.end() :]
        cut = _RECIPIENT_CUT.search(after)
        listed = text.part(match.end(), match.end() + (cut.start() if cut else len(after)))
        through = _THROUGH.match(after[cut.start() :]) if cut else None
        if cut and through and _BARE.match(listed.text):
            start = match.end() + cut.start()
            listed = text.part(start + through.start("unit"), start + through.end("unit"))
        units = [words(unit) for unit in unit_list(listed, in_prose=True)]
        if units and re.search(r"báo cáo|gửi|trình|với|về", match["verb"], re.IGNORECASE):
            if hits and hits[-1][0] and _AND.search(text.text[: match.start()]):
                hits[-1][1].extend(units)
                continue
            gathered = bool(GATHER.search(text.text[: match.start()]))
            hits.append((gathered, units))
    return hits


def note_receivers(duty: Duty, hits: list[tuple[bool, list[Noted[str]]]]) -> None:
    """The first receiver gathers, later ones get it onward; what a gathering unit sends goes onward."""
    if not hits:
        return
    if duty.subject is not None:
        outside = [[unit for unit in units if not _INSIDE_LEADERS.match(unit.value)] for _, units in hits]
        duty.onward = next((units for units in reversed(outside) if units), [])
        return
    duty.to = hits[0][1][0]
    rest = [unit for gathered, units in hits[1:] if gathered for unit in units]
    duty.onward = [unit for unit in (*hits[0][1][1:], *rest) if not _INSIDE_LEADERS.match(unit.value)]
