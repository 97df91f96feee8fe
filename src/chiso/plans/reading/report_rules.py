"""Which reports a sentence asks for, how often and by which day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chiso.documents.document import Place
from chiso.plans.plan import ReportPeriod
from chiso.plans.reading.deadlines import Deadline, deadlines_in, put_deadline
from chiso.plans.reading.drafts import RuleDraft
from chiso.plans.reading.passage import Noted, Passage

GATHER = re.compile(r"\btổng hợp\b|\bđể (?:trình|báo cáo)\b", re.IGNORECASE)
REPORTS = re.compile(r"báo cáo", re.IGNORECASE)
_PERIODS = (
    (ReportPeriod.NINE_MONTHLY, r"\b0?9\s+tháng(?!\s*(?:/|\d))|\bchín tháng"),
    (ReportPeriod.HALF_YEARLY, r"\b0?6\s+tháng(?!\s*\d)|\bsáu tháng|\bnửa năm|\bbán niên"),
    (
        ReportPeriod.QUARTERLY,
        r"\bquý\b(?!\s+(?:sau|tiếp|kế|trước(?!\s+(?:ngày|\d))|[IV]+\b|\d))|\bbáo cáo quý\b(?!\s+(?:sau|tiếp|kế))",
    ),
    (
        ReportPeriod.MONTHLY,
        r"(?:\bh[àằ]ng|\bmỗi|\bbáo cáo|\bđịnh kỳ|,)\s+tháng\b(?!\s*(?:\d|cuối|đầu|sau|tiếp|kế|rà soát|kiểm tra|đôn đốc|giao ban|họp|tổ chức))",
    ),
    (
        ReportPeriod.YEARLY,
        r"(?:(?:\bh[àằ]ng|\bmỗi|\bbáo cáo|\bkết quả|\bvà|,|\bcả|\bđịnh kỳ|\bcuối)\s+(?:1\s+)?|^)năm\b(?!\s*(?:20\d\d|sau|tiếp|nay))",
    ),
)
PERIOD = re.compile("|".join(f"(?P<p{n}>{words})" for n, (_, words) in enumerate(_PERIODS)), re.IGNORECASE)
_ONE_QUARTER = r"(?:IV|I{1,3})\b"
_QUARTERS = re.compile(
    rf"\bquý\s+(?:{_ONE_QUARTER}|[1-4]\b)(?:\s*(?:,|;|và)\s*(?:quý\s+)?{_ONE_QUARTER})*", re.IGNORECASE
)
_NUMERAL = re.compile(rf"\b(?:{_ONE_QUARTER}|[1-4]\b)", re.IGNORECASE)
_PAUSE = re.compile(r"[,;.]")
_EVERY_MONTH = re.compile(r"\bh[àằ]ng tháng|\bmỗi tháng", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Mention:
    """Words [start, end) that name a period; `is_quarter` where they name one quarter of the year: `quý I`."""

    start: int
    end: int
    period: ReportPeriod
    is_quarter: bool = False


def rules_in(text: Passage) -> list[RuleDraft]:
    """The reporting rules that a sentence states, in their order; a period has several where its deadlines differ."""
    deadlines = [deadline for deadline in deadlines_in(text) if not _is_of_other_work(text, deadline)]
    covered = [(d.passage.start - text.start, d.passage.start - text.start + len(d.passage.text)) for d in deadlines]
    mentions = _periods_in(text.text, covered)
    rules: list[RuleDraft] = []
    for mention in mentions:
        _rule_of(rules, mention.period, text.part(mention.start, mention.end).place)
    quarters = _quarters_in(text.text, covered)
    done = 0
    for deadline, span in zip(deadlines, covered, strict=True):
        fresh = _fresh(text.text, [*mentions, *quarters], done, span[0])
        is_passed_on = bool(GATHER.search(text.text[done : span[0]]))  # the gathered report is no further one
        again = set() if is_passed_on else {mention.period for mention in fresh}
        if _sets_each(deadline, fresh):
            served: list[tuple[ReportPeriod, int | None]] = [(each.period, n) for n, each in enumerate(fresh)]
        elif fresh and fresh[-1].is_quarter:
            served = [(ReportPeriod.QUARTERLY, None)]
        else:
            leads = _leads(text.text, span, mentions, rules)
            served = _periods_of_deadline(deadline, span[0], mentions, rules, leads=leads)
        for period, number in served:
            _put(rules, period, deadline, number, again=period in again)
        done = span[1]
    _note_own_month(text, rules)
    return sorted(rules, key=lambda rule: rule.period.places[0].start)


def _periods_in(text: str, covered: list[tuple[int, int]]) -> list[_Mention]:
    """The periods that the words name outside their deadlines."""
    found = [_Mention(match.start(), match.end(), _period_of(match)) for match in PERIOD.finditer(text)]
    return [each for each in found if not any(a <= each.start < b and each.end <= b for a, b in covered)]


def _quarters_in(text: str, covered: list[tuple[int, int]]) -> list[_Mention]:
    """The quarters by number that a report is for: three in `báo cáo quý I, II và quý III`."""
    reports = REPORTS.search(text)
    lists = _QUARTERS.finditer(text, reports.end()) if reports else ()
    numbers = [each for match in lists for each in _NUMERAL.finditer(text, match.start(), match.end())]
    found = [_Mention(each.start(), each.end(), ReportPeriod.QUARTERLY, is_quarter=True) for each in numbers]
    return [each for each in found if not any(a <= each.start < b for a, b in covered)]


def _fresh(text: str, mentions: list[_Mention], start: int, end: int) -> list[_Mention]:
    """The periods named since the deadline before, in their order; a quarter counts in its own clause only, once."""
    own = sorted((m for m in mentions if start <= m.start and m.end <= end), key=lambda m: m.start)
    clause = max(text.rfind(mark, start, end) for mark in ".;")
    own = [m for m in own if not m.is_quarter or m.start > clause]
    return [m for m, after in zip(own, [*own[1:], None], strict=False) if not (after and _is_numbered(text, m, after))]


def _is_numbered(text: str, mention: _Mention, after: _Mention) -> bool:
    """Whether a period is the word before its number: `báo cáo quý` before `I`."""
    return after.is_quarter and not mention.is_quarter and not text[mention.end : after.start].strip()


def _sets_each(deadline: Deadline, fresh: list[_Mention]) -> bool:
    """Whether the deadline has a date for each of the periods: `quý I, quý II và năm trước ngày 20/3, 20/6 và 05/12`."""
    are_dates = len(deadline.days) == len(deadline.months) > 1
    return are_dates and len(fresh) == len(deadline.days) and any(mention.is_quarter for mention in fresh)


def _rule_of(rules: list[RuleDraft], period: ReportPeriod, place: Place) -> RuleDraft:
    """The first rule of a period, made where there is none."""
    for rule in rules:
        if rule.period.value is period:
            return rule
    rules.append(RuleDraft(period=Noted(period, (place,))))
    return rules[-1]


def _put(rules: list[RuleDraft], period: ReportPeriod, deadline: Deadline, number: int | None, *, again: bool) -> None:
    """Write a deadline into the rule of its period.

    again: whether the period was named anew, so that a rule which has another deadline gets further months or a fellow
    """
    rule = _rule_of(rules, period, deadline.passage.place)
    if rule.due_day is None or not again:
        put_deadline(rule, deadline, number)
        return
    further = RuleDraft(period=Noted(period, (deadline.passage.place,)))
    put_deadline(further, deadline, number)
    own = [each for each in rules if each.period.value is period]
    if not any(_due(further) == _due(each) or _adds_months(each, further) for each in own):
        rules.append(further)


def _adds_months(rule: RuleDraft, further: RuleDraft) -> bool:
    """Whether both tell one day in months by number, so that one rule holds both; then it does."""
    if rule.due_day is None or further.due_day is None or rule.due_day.value != further.due_day.value:
        return False
    if rule.due_months is None or further.due_months is None or rule.due_date or further.due_date:
        return False
    months = dict.fromkeys((*rule.due_months.value, *further.due_months.value))
    places = dict.fromkeys((*rule.due_months.places, *further.due_months.places))
    rule.due_months = Noted(tuple(months), tuple(places))
    return True


def _due(rule: RuleDraft) -> tuple[object, ...]:
    return tuple(noted and noted.value for noted in (rule.due_day, rule.due_months, rule.due_date))


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


def _leads(text: str, span: tuple[int, int], mentions: list[_Mention], rules: list[RuleDraft]) -> bool:
    """Whether a deadline stands before its period: `báo cáo quý …, chậm nhất ngày 10/12 gửi báo cáo năm`."""
    before = next((m for m in reversed(mentions) if m.end <= span[0]), None)
    after = next((m for m in mentions if m.start >= span[1]), None)
    if before is None or after is None or _PAUSE.search(text[span[1] : after.start]):
        return False
    return not _is_open(rules, before.period) or bool(_PAUSE.search(text[before.end : span[0]]))


def _is_open(rules: list[RuleDraft], period: ReportPeriod) -> bool:
    """Whether no rule of the period has a day yet."""
    return all(rule.due_day is None for rule in rules if rule.period.value is period)


def _note_own_month(text: Passage, rules: list[RuleDraft]) -> None:
    """A day with `hằng tháng` alone is a day of that very month."""
    match = _EVERY_MONTH.search(text.text)
    for rule in rules if match else ():
        is_monthly = rule.period.value is ReportPeriod.MONTHLY and rule.due_day
        if match and is_monthly and not rule.due_month_offset and not rule.due_months:
            rule.due_month_offset = Noted(0, (text.group(match).place,))


def _period_of(match: re.Match[str]) -> ReportPeriod:
    return next(period for n, (period, _) in enumerate(_PERIODS) if match[f"p{n}"])


def _periods_of_deadline(
    deadline: Deadline, start: int, mentions: list[_Mention], rules: list[RuleDraft], *, leads: bool
) -> list[tuple[ReportPeriod, int | None]]:
    """Which periods a deadline is for: the one it names, else the mention before it, else after it."""
    before = [mention.period for mention in mentions if mention.start < start]
    if deadline.period is not None:
        longer = _longer_than_quarters(deadline, before, rules)
        return [(period, None) for period in longer or (deadline.period,)]
    after = [mention.period for mention in mentions if mention.start > start]
    if after and (leads or not before):
        return [(after[0], None)]
    if not before:
        return []
    if len(deadline.months) > 1 and len(dict.fromkeys(before)) == len(deadline.months):
        return [(period, number) for number, period in enumerate(dict.fromkeys(before))]
    if len(deadline.days) > 1 and len(before) >= len(deadline.days) and len(set(before[-len(deadline.days) :])) > 1:
        return [(period, number) for number, period in enumerate(before[-len(deadline.days) :])]
    holds_for_all = not deadline.months and not any(deadline.dates)
    open_ones = [period for period in dict.fromkeys(before) if holds_for_all and _is_open(rules, period)]
    return [(period, None) for period in open_ones or before[-1:]]


def _longer_than_quarters(deadline: Deadline, before: list[ReportPeriod], rules: list[RuleDraft]) -> list[ReportPeriod]:
    """The half-yearly and longer reports named before, where a quarter only tells the month: `tháng đầu quý sau`."""
    if deadline.period is not ReportPeriod.QUARTERLY or deadline.is_every or ReportPeriod.QUARTERLY in before:
        return []
    return [each for each in dict.fromkeys(before) if each is not ReportPeriod.MONTHLY and _is_open(rules, each)]
