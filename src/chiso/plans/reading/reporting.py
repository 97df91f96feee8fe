"""Reporting duties: how often, by which day, to whom, and where it goes from there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from chiso.documents.letters import lettered
from chiso.plans.plan import ReportPeriod
from chiso.plans.reading.body import Body
from chiso.plans.reading.deadlines import Deadline, deadlines_in, put_deadline
from chiso.plans.reading.drafts import PlanDraft, RuleDraft
from chiso.plans.reading.facets import Facet, facet_of
from chiso.plans.reading.outline import Line
from chiso.plans.reading.passage import Noted, Passage, words
from chiso.plans.reading.units import looks_like_unit, unit_list, unit_only
from chiso.plans.reading.words import folded

_REPORTS = re.compile(r"báo cáo", re.IGNORECASE)
_PERIODS = (
    (ReportPeriod.NINE_MONTHLY, r"\b0?9\s+tháng(?!\s*(?:/|\d))|\bchín tháng"),
    (ReportPeriod.HALF_YEARLY, r"\b0?6\s+tháng(?!\s*\d)|\bsáu tháng|\bnửa năm|\bbán niên"),
    (
        ReportPeriod.QUARTERLY,
        r"\bquý\b(?!\s+(?:sau|tiếp|kế|trước(?!\s+(?:ngày|\d))|I|V|\d))|\bbáo cáo quý\b(?!\s+(?:sau|tiếp|kế))",
    ),
    (ReportPeriod.MONTHLY, r"(?:\bh[àằ]ng|\bmỗi|\bbáo cáo|\bđịnh kỳ|,)\s+tháng\b(?!\s*(?:\d|cuối|đầu|sau|tiếp|kế))"),
    (
        ReportPeriod.YEARLY,
        r"(?:(?:\bh[àằ]ng|\bmỗi|\bbáo cáo|\bkết quả|\bvà|,|\bcả|\bđịnh kỳ|\bcuối)\s+(?:1\s+)?|^)năm\b(?!\s*(?:20\d\d|sau|tiếp|nay))",
    ),
)
_PERIOD = re.compile("|".join(f"(?P<p{n}>{words})" for n, (_, words) in enumerate(_PERIODS)), re.IGNORECASE)
_SEND = lettered(
    r"(?P<verb>gửi(?:\s+(?:báo cáo|kết quả))*(?:\s+(?:về|cho|đến|tới|qua))*|báo cáo(?:\s+(?:kết quả|tình hình|về|với|cho)(?:\s+[:lower:]+){0,4}?)?"
    r"(?:\s+(?:với|cho|về|gửi))?|trình|về|với|tham mưu(?:\s+cho)?)\s+"
    r"(?=(?:Sở|UBND|Ủy ban|Uỷ ban|Văn phòng|Phòng|Ban|Bộ|Chi cục|Cục|Trung tâm|Thanh tra|Lãnh đạo|Giám đốc|Chủ tịch|Tổ|Đội|Hạt|Trạm|Công chức|Công an|Bộ phận|Kho bạc|Hội|Viện|Trường|Khoa|văn phòng|phòng|"
    r"cơ quan có thẩm quyền|Hội đồng|Thường trực|Đảng|Tỉnh)\b)"
)
_PAUSE = re.compile(r"[,;.]")
_EVERY_MONTH = re.compile(r"\bh[àằ]ng tháng|\bmỗi tháng", re.IGNORECASE)
_THROUGH = re.compile(r"\s*\(\s*qua\s+(?P<unit>[^()]{2,80})\)", re.IGNORECASE)
_BARE = re.compile(r"^(?:Sở|Ban|UBND|Lãnh đạo Sở)\s*$")
_GATHER = re.compile(r"\btổng hợp\b", re.IGNORECASE)
_RECIPIENT_CUT = re.compile(
    r"\s*(?:\(|\bđể\b|\btrước\b|\bchậm\b|\bđúng\b|\btheo\b|\bvề (?:tình|kết)\b|\bqua\b|\bvào\b|\btheo dõi\b|\bcùng (?:với )?(?:các )?báo cáo\b|\blồng ghép\b|\bkèm\b|\bđịnh kỳ\b|\bh[àằ]ng (?:tháng|quý|năm)\b|\bmỗi\b|\bxem xét\b|\bchỉ đạo\b|\.|;|$)"
)
_RESPONSIBILITY = re.compile(r"^(?:trách nhiệm (?:của )?|giao (?:cho )?|đối với )", re.IGNORECASE)
_INSIDE_LEADERS = re.compile(r"^(?:lãnh đạo|giám đốc|ban giám đốc)", re.IGNORECASE)


_COLLECTIVE = re.compile(r"(?:các|những|trưởng|thủ trưởng|lãnh đạo các|công chức|cán bộ)\b", re.IGNORECASE)
_ALL_OWE = re.compile(r"\.\s+(?=(?:Các|Thủ trưởng|Trưởng)\s[^.]*\bbáo cáo\b)")
_LEAST_WIDTH = 3


@dataclass(slots=True)
class _Duty:
    """What one paragraph says of reporting."""

    rules: list[RuleDraft] = field(default_factory=list)
    to: Noted[str] | None = None
    onward: list[Noted[str]] = field(default_factory=list)
    subject: Noted[str] | None = None


def read_reporting(body: Body, draft: PlanDraft, inside: set[int]) -> None:
    """Fill the reporting rules from the lines outside the components."""
    lines = [line for line in body.text_lines() if line.number not in inside]
    duties = [duty for line in (*lines, *_rows_of_text(body)) for duty in _duties(body, line)]
    for duty in sorted(duties, key=lambda each: each.subject is not None):  # what the units owe comes first
        for rule in duty.rules:
            _merge(draft.reporting, rule, duty)
    for duty in duties:
        _pass_on(draft.reporting, duty)


def _rows_of_text(body: Body) -> Iterator[Line]:
    """Sentences that a table holds in one cell over its whole width."""
    for line in body.lines[body.start :]:
        cells = line.block.cells
        if line.style == "row" and len(cells) >= _LEAST_WIDTH and cells[0] and not any(cells[1:]):
            text = Passage(cells[0], line.number)
            if text.text.rstrip().endswith((".", ";", "./.")):
                yield replace(line, words=text)


def _duties(body: Body, line: Line) -> list[_Duty]:
    """The duties in a line; what all units owe, told after what one of them does, is a duty of its own."""
    at = _ALL_OWE.search(line.text)
    if at and looks_like_unit(line.text) and not _COLLECTIVE.match(line.text):
        halves = (line.words.part(0, at.start() + 1), line.words.part(at.start() + 1))
        return [duty for half in halves for duty in _duties_of(body, replace(line, words=half))]
    return _duties_of(body, line)


def _duties_of(body: Body, line: Line) -> list[_Duty]:
    if not _REPORTS.search(line.text):
        return []
    facet = body.facet(line)
    if facet in {Facet.PURPOSE, Facet.TARGET, Facet.RESULT, Facet.ASIDE}:
        return []
    duty = _Duty(subject=_subject(body, line))
    hits = _receivers(line.words)
    _note_receivers(duty, hits)
    if facet is Facet.ORGANISATION or _is_duty(line.text):
        duty.rules = _rules(line.words)
    return [duty] if duty.rules or duty.onward else []


def _is_duty(text: str) -> bool:
    asks = re.search(
        r"định kỳ|gửi (?:về|báo cáo)|chế độ báo cáo|báo cáo\b[^.;]*\b(?:trước|chậm nhất|vào) ngày", text, re.IGNORECASE
    )
    return bool(asks and _PERIOD.search(text))


def _subject(body: Body, line: Line) -> Noted[str] | None:
    """The one unit that a paragraph is about: named at its start or in the heading over it."""
    for above in (line, *body.above(line)):
        text = above.words
        asked = _RESPONSIBILITY.match(text.text)
        text = text.part(asked.end()) if asked else text
        if looks_like_unit(text.text) and facet_of(text.text) is None:
            if _COLLECTIVE.match(text.text):
                return None
            named = unit_only(text.part(0, _subject_end(text.text)), in_prose=True)
            return words(named)
    return None


def _subject_end(text: str) -> int:
    match = re.search(r"\s*(?:\(|:|\blà\b|\bcó\b|,|\bđịnh kỳ\b|\bchủ trì\b)", text)
    return match.start() if match else len(text)


def _receivers(text: Passage) -> list[tuple[bool, list[Noted[str]]]]:
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
            gathered = bool(_GATHER.search(text.text[: match.start()]))
            hits.append((gathered, units))
    return hits


def _note_receivers(duty: _Duty, hits: list[tuple[bool, list[Noted[str]]]]) -> None:
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


def _rules(text: Passage) -> list[RuleDraft]:
    deadlines = [deadline for deadline in deadlines_in(text) if not _is_of_other_work(text, deadline)]
    covered = [(d.passage.start - text.start, d.passage.start - text.start + len(d.passage.text)) for d in deadlines]
    mentions = [
        m
        for m in _PERIOD.finditer(text.text)
        if not any(a <= m.start("p0" if m["p0"] else m.lastgroup or 0) + 0 < b and a < m.end() <= b for a, b in covered)
    ]
    found: dict[ReportPeriod, RuleDraft] = {}
    order: list[tuple[int, ReportPeriod]] = []
    for match in mentions:
        period = _period_of(match)
        order.append((match.start(), period))
        found.setdefault(period, RuleDraft(period=Noted(period, (text.group(match).place,))))
    for deadline, span in zip(deadlines, covered, strict=True):
        leads = _leads(text.text, span, mentions, found)
        for rule, number in _receivers_of_deadline(deadline, span[0], order, found, leads=leads):
            put_deadline(rule, deadline, number)
    _note_own_month(text, found)
    return sorted(found.values(), key=lambda rule: rule.period.places[0].start)


def _is_of_other_work(text: Passage, deadline: Deadline) -> bool:
    """Whether a date closes a clause of its own that speaks of no report: `lập kế hoạch trước ngày 5/3; báo cáo …`."""
    start = deadline.passage.start - text.start
    end = start + len(deadline.passage.text)
    clause_start = max(text.text.rfind(mark, 0, start) for mark in ";.") + 1
    told = text.text[clause_start:start]
    closes = re.match(r"\s*[;.]", text.text[end:])
    return (
        bool(closes)
        and not _REPORTS.search(told)
        and not _PERIOD.search(told)
        and bool(_REPORTS.search(text.text[end:]))
    )


def _leads(
    text: str, span: tuple[int, int], mentions: list[re.Match[str]], found: dict[ReportPeriod, RuleDraft]
) -> bool:
    """Whether a deadline stands before its period: `báo cáo quý …, chậm nhất ngày 10/12 gửi báo cáo năm`."""
    before = next((m for m in reversed(mentions) if m.end() <= span[0]), None)
    after = next((m for m in mentions if m.start() >= span[1]), None)
    if before is None or after is None or _PAUSE.search(text[span[1] : after.start()]):
        return False
    is_served = found[_period_of(before)].due_day is not None
    return is_served or bool(_PAUSE.search(text[before.end() : span[0]]))


def _note_own_month(text: Passage, found: dict[ReportPeriod, RuleDraft]) -> None:
    """A day with `hằng tháng` alone is a day of that very month."""
    monthly = found.get(ReportPeriod.MONTHLY)
    if monthly and monthly.due_day and not monthly.due_month_offset and not monthly.due_months:
        match = _EVERY_MONTH.search(text.text)
        if match:
            monthly.due_month_offset = Noted(0, (text.group(match).place,))


def _period_of(match: re.Match[str]) -> ReportPeriod:
    return next(period for n, (period, _) in enumerate(_PERIODS) if match[f"p{n}"])


def _receivers_of_deadline(
    deadline: Deadline,
    start: int,
    order: list[tuple[int, ReportPeriod]],
    found: dict[ReportPeriod, RuleDraft],
    *,
    leads: bool,
) -> list[tuple[RuleDraft, int | None]]:
    """Which rules a deadline sets: that of the period it names, else the mention before it, else after it."""
    if deadline.period is not None:
        rule = found.setdefault(deadline.period, RuleDraft(period=Noted(deadline.period, (deadline.passage.place,))))
        return [(rule, None)]
    before = [period for position, period in order if position < start]
    after = [period for position, period in order if position > start]
    if after and (leads or not before):
        return [(found[after[0]], None)]
    if not before:
        return []
    if len(deadline.months) > 1 and len(dict.fromkeys(before)) == len(deadline.months):
        return [(found[period], number) for number, period in enumerate(dict.fromkeys(before))]
    if len(deadline.days) > 1 and len(before) >= len(deadline.days) and len(set(before[-len(deadline.days) :])) > 1:
        periods = before[-len(deadline.days) :]
        return [(found[period], number) for number, period in enumerate(periods)]
    holds_for_all = not deadline.months and not any(deadline.dates)
    open_ones = [period for period in dict.fromkeys(before) if holds_for_all and found[period].due_day is None]
    return [(found[period], None) for period in open_ones or before[-1:]]


def _merge(rules: list[RuleDraft], rule: RuleDraft, duty: _Duty) -> None:
    """Add a rule, or complete the one already there for its period; clashing deadlines stay apart."""
    rule.to = duty.to if duty.subject is None else duty.subject
    rule.onward_to = list(duty.onward)
    for other in (r for r in rules if r.period.value is rule.period.value):
        clash = rule.due_day is not None and other.due_day is not None and _days(rule) != _days(other)
        if clash and duty.subject is None:
            continue
        if other.due_day is None:
            other.due_day, other.due_months, other.due_date = rule.due_day, rule.due_months, rule.due_date
            other.due_is_inclusive, other.due_month_offset = rule.due_is_inclusive, rule.due_month_offset
        if duty.subject is None and duty.to is not None:
            if other.to and rule.to and folded(other.to.value) != folded(rule.to.value):
                other.onward_to = other.onward_to or [other.to]
            other.to = rule.to
        other.onward_to = other.onward_to or rule.onward_to
        return
    rules.append(rule)


def _days(rule: RuleDraft) -> tuple[object, ...]:
    return (rule.due_day and rule.due_day.value, rule.due_months and rule.due_months.value)


def _is_one(one: str, other: str) -> bool:
    """Whether two names mean one unit: `Văn phòng` is `Văn phòng Sở`."""
    a, b = sorted((folded(one), folded(other)), key=len)
    return a == b or b.startswith(f"{a} ")


def _pass_on(rules: list[RuleDraft], duty: _Duty) -> None:
    """A gathering unit that sends on without naming a period does so for every report that it gathers."""
    if duty.subject is None:
        return
    for rule in rules:
        if rule.to and _is_one(rule.to.value, duty.subject.value) and not rule.onward_to:
            rule.onward_to = list(duty.onward)
