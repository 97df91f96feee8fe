"""Reporting duties: how often, by which day, to whom, and where it goes from there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chiso.plans.reading.body import Body
from chiso.plans.reading.drafts import PlanDraft, RuleDraft
from chiso.plans.reading.facets import Facet
from chiso.plans.reading.outline import Line
from chiso.plans.reading.passage import Passage
from chiso.plans.reading.report_receivers import COLLECTIVE, Duty, note_receivers, receivers_in, subject_of
from chiso.plans.reading.report_rules import PERIOD, REPORTS, rules_in
from chiso.plans.reading.report_tables import listed_rules, parted_rules
from chiso.plans.reading.units import looks_like_unit
from chiso.plans.reading.words import folded

_ALL_OWE = re.compile(r"\.\s+(?=(?:Các|Thủ trưởng|Trưởng)\s[^.]*\bbáo cáo\b)")
_ONE_GATHERS = re.compile(
    r";\s+(?=(?:giao\s+)?(?:Sở|Phòng|Văn phòng|Ban|Chi cục|Cục|Trung tâm|Thanh tra|Bộ phận|Tổ|Công chức)\s[^;.]{2,80}?\btổng hợp\b)"
)
_LEAST_WIDTH = 3


def read_reporting(body: Body, draft: PlanDraft, inside: set[int]) -> None:
    """Fill the reporting rules from the lines outside the components."""
    lines = [line for line in body.text_lines() if line.number not in inside]
    told = [duty for line in (*lines, *_rows_of_text(body)) for duty in _duties(body, line)]
    duties = _with_receivers([*told, *listed_rules(body), *parted_rules(lines)])
    for duty in sorted(duties, key=lambda each: each.subject is not None):  # what the units owe comes first
        known = list(draft.reporting)
        for rule in duty.rules:
            if not _merged(known, rule, duty):
                draft.reporting.append(rule)
    for duty in duties:
        _pass_on(draft.reporting, duty)


def _with_receivers(duties: list[Duty]) -> list[Duty]:
    """The duties in their order, each list of reports with the receivers told before it: `… gửi về Văn phòng:`."""
    ordered = sorted(duties, key=lambda duty: duty.line)
    told = Duty()
    for duty in ordered:
        if duty.subject is not None:
            continue
        if duty.to is not None:
            told = duty if not duty.rules else Duty()
        elif duty.rules:
            duty.to, duty.onward = told.to, duty.onward or told.onward
    return ordered


def _rows_of_text(body: Body) -> Iterator[Line]:
    """Sentences that a table holds in one cell over its whole width."""
    for line in body.lines[body.start :]:
        cells = line.block.cells
        if line.style == "row" and len(cells) >= _LEAST_WIDTH and cells[0] and not any(cells[1:]):
            text = Passage(cells[0], line.number)
            if text.text.rstrip().endswith((".", ";", "./.")):
                yield replace(line, words=text)


def _duties(body: Body, line: Line) -> list[Duty]:
    """The duties in a line; what all units owe and what one of them does with it are duties of their own."""
    if not REPORTS.search(line.text):
        return []
    one = looks_like_unit(line.text) and not COLLECTIVE.match(line.text)
    at = _ALL_OWE.search(line.text) if one else _ONE_GATHERS.search(line.text)
    if at and (one or not PERIOD.search(line.text[: at.start()])):
        halves = (line.words.part(0, at.start() + 1), line.words.part(at.start() + 1))
        return [duty for half in halves for duty in _duties_of(body, replace(line, words=half))]
    return _duties_of(body, line)


def _duties_of(body: Body, line: Line) -> list[Duty]:
    facet = body.facet(line)
    if facet in {Facet.PURPOSE, Facet.TARGET, Facet.RESULT, Facet.ASIDE}:
        return []
    duty = Duty(line=line.number, subject=subject_of(body, line))
    hits = receivers_in(line.words)
    note_receivers(duty, hits)
    if facet is Facet.ORGANISATION or _is_duty(line.text):
        duty.rules = rules_in(line.words)
    return [duty] if duty.rules or duty.onward or duty.to else []


def _is_duty(text: str) -> bool:
    asks = re.search(
        r"định kỳ|gửi (?:về|báo cáo)|chế độ báo cáo|báo cáo\b[^.;]*\b(?:trước|chậm nhất|vào) ngày", text, re.IGNORECASE
    )
    return bool(asks and PERIOD.search(text))


def _merged(rules: list[RuleDraft], rule: RuleDraft, duty: Duty) -> bool:
    """Whether a rule told before for its period is completed by this one; clashing deadlines stay apart."""
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
        return True
    return False


def _days(rule: RuleDraft) -> tuple[object, ...]:
    return (rule.due_day and rule.due_day.value, rule.due_months and rule.due_months.value)


def _is_one(one: str, other: str) -> bool:
    """Whether two names mean one unit: `Văn phòng` is `Văn phòng Sở`."""
    a, b = sorted((folded(one), folded(other)), key=len)
    return a == b or b.startswith(f"{a} ")


def _pass_on(rules: list[RuleDraft], duty: Duty) -> None:
    """A gathering unit that sends on without naming a period does so for every report that it gathers."""
    if duty.subject is None:
        return
    for rule in rules:
        if rule.to and _is_one(rule.to.value, duty.subject.value) and not rule.onward_to:
            rule.onward_to = list(duty.onward)
