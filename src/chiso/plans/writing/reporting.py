"""Reporting duties in the sentences of TỔ CHỨC THỰC HIỆN, one for each."""

from __future__ import annotations

from chiso.plans.plan import ReportingRule, ReportPeriod
from chiso.plans.writing.figures import day_in_words

_PERIODS = {
    ReportPeriod.MONTHLY: "tháng",
    ReportPeriod.QUARTERLY: "quý",
    ReportPeriod.HALF_YEARLY: "6 tháng",
    ReportPeriod.NINE_MONTHLY: "9 tháng",
    ReportPeriod.YEARLY: "năm",
}
_OWN_MONTH = {ReportPeriod.MONTHLY: "hằng tháng", ReportPeriod.QUARTERLY: "tháng cuối quý"}
_NEXT_MONTH = {ReportPeriod.MONTHLY: "tháng sau", ReportPeriod.QUARTERLY: "tháng đầu quý sau"}
_WORDS = {False: "trước ", True: "chậm nhất "}
_FIRST_MONTHS = 2


def duty(rule: ReportingRule) -> str:
    """One duty: how often, who sends it to whom by which day, and where it goes from there."""
    day = _deadline(rule)
    in_brackets = day and rule.due_is_inclusive is None
    heading = f"Báo cáo {_PERIODS[rule.period]}" + (f" ({day})" if in_brackets else "")
    to = f" {rule.to}" if rule.to else ""
    by = f" {_WORDS[bool(rule.due_is_inclusive)]}{day}" if day and not in_brackets else ""
    onward = f"; {rule.to} tổng hợp, gửi {', '.join(rule.onward_to)}" if rule.to and rule.onward_to else ""
    return f"{heading}: các phòng, đơn vị gửi{to}{by}{onward}."


def _deadline(rule: ReportingRule) -> str:
    """The day in words; "" where no day is stated."""
    if rule.due_date:
        return day_in_words(rule.due_date)
    if rule.due_day is None:
        return ""
    return f"ngày {rule.due_day:02d}{_month(rule)}"


def _month(rule: ReportingRule) -> str:
    if len(rule.due_months) == 1:
        return f"/{rule.due_months[0]:02d}" if rule.due_months[0] <= _FIRST_MONTHS else f"/{rule.due_months[0]}"
    if rule.due_months:
        return f" các tháng {', '.join(map(str, rule.due_months))}"
    if rule.due_month_offset is None:
        return ""
    words = (
        _NEXT_MONTH.get(rule.period, "tháng đầu kỳ sau")
        if rule.due_month_offset
        else _OWN_MONTH.get(rule.period, "tháng cuối kỳ báo cáo")
    )
    return f" {words}"
