"""Which reports a sentence asks for, how often and by which day."""

from __future__ import annotations

import re

from chiso.plans.plan import ReportPeriod
from chiso.plans.reading.deadlines import Deadline, deadlines_in, put_deadline
from chiso.plans.reading.drafts import RuleDraft
from chiso.plans.reading.passage import Noted, Passage

REPORTS = re.compile(r"báo cáo", re.IGNORECASE)
_PERIODS = (
    (ReportPeriod.NINE_MONTHLY, r"\b0?9\s+tháng(?!\s*(?:/|\d))|\bchín tháng"),
    (ReportPeriod.HALF_YEARLY, r"\b0?6\s+tháng(?!\s*\d)|\bsáu tháng|\bnửa năm|\bbán niên"),
    (
        ReportPeriod.QUARTERLY,
        r"\bquý\b(?!\s+(?:sau|tiếp|kế|trước(?!\s+(?:ngày|\d))|[IV]+\b|\d))|\bbáo cáo quý\b(?!\s+(?:sau|tiếp|kế))",
    ),
    (ReportPeriod.MONTHLY, r"(?:\bh[àằ]ng|\bmỗi|\bbáo cáo|\bđịnh kỳ|,)\s+tháng\b(?!\s*(?:\d|cuối|đầu|sau|tiếp|kế))"),
    (
        ReportPeriod.YEARLY,
        r"(?:(?:\bh[àằ]ng|\bmỗi|\bbáo cáo|\bkết quả|\bvà|,|\bcả|\bđịnh kỳ|\bcuối)\s+(?:1\s+)?|^)năm\b(?!\s*(?:20\d\d|sau|tiếp|nay))",
    ),
)
PERIOD = re.compile("|".join(f"(?P<p{n}>{words})" for n, (_, words) in enumerate(_PERIODS)), re.IGNORECASE)
_PAUSE = re.compile(r"[,;.]")
_EVERY_MONTH = re.compile(r"\bh[àằ]ng tháng|\bmỗi tháng", re.IGNORECASE)


def rules_in(text: Passage) -> list[RuleDraft]:
    """The reporting rules that a sentence states, in their order."""
    deadlines = [deadline for deadline in deadlines_in(text) if not _is_of_other_work(text, deadline)]
    covered = [(d.passage.start - text.start, d.passage.start - text.start + len(d.passage.text)) for d in deadlines]
    mentions = [
        m
        for m in PERIOD.finditer(text.text)
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
        bool(closes) and not REPORTS.search(told) and not PERIOD.search(told) and bool(REPORTS.search(text.text[end:]))
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
