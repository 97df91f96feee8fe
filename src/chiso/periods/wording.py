"""A rule for due days said in words, Vietnamese and English."""

from __future__ import annotations

from typing import Final

from chiso.periods.due import DueRule
from chiso.periods.partial_date import PartialDate
from chiso.periods.period import PeriodKind
from chiso.problems import Text

_NO_DAY: Final = Text("chưa quy định ngày", "no day stated")
_DAY: Final = Text("ngày {day:02}", "day {day}")
_BEFORE: Final = Text("trước {day}", "before {day}")
_AT_THE_LATEST: Final = Text("chậm nhất {day}", "{day} at the latest")
_IN_MONTHS: Final = Text("{day} các tháng {months}", "{day} of months {months}")
_IN_MONTH: Final = Text("{day} tháng {months}", "{day} of month {months}")
_LAST_MONTH: Final = {
    PeriodKind.MONTH: Text("{day} hằng tháng", "{day} of each month"),
    PeriodKind.QUARTER: Text("{day} tháng cuối quý", "{day} of the quarter's last month"),
    PeriodKind.HALF_YEAR: Text("{day} tháng cuối của kỳ 6 tháng", "{day} of the half-year's last month"),
    PeriodKind.NINE_MONTHS: Text("{day} tháng 9", "{day} of September"),
    PeriodKind.YEAR: Text("{day} tháng 12", "{day} of December"),
}
_MONTH_AFTER: Final = {
    PeriodKind.MONTH: Text("{day} tháng sau", "{day} of the next month"),
    PeriodKind.QUARTER: Text("{day} tháng đầu quý sau", "{day} of the next quarter's first month"),
    PeriodKind.HALF_YEAR: Text("{day} tháng đầu của kỳ 6 tháng sau", "{day} of the next half-year's first month"),
    PeriodKind.NINE_MONTHS: Text("{day} tháng 10", "{day} of October"),
    PeriodKind.YEAR: Text("{day} tháng 01 năm sau", "{day} of the next January"),
}
_LATER: Final = Text("{day}, {offset} tháng sau tháng cuối kỳ", "{day}, {offset} months after the period's last")


def stated_as(rule: DueRule, language: str = "vi") -> str:
    """The rule as an office would write it.

    >>> stated_as(DueRule(PeriodKind.QUARTER, day=20, is_inclusive=False, month_offset=0))
    'trước ngày 20 tháng cuối quý'
    """
    words = _words(rule, language)
    if rule.is_inclusive is None or words == _NO_DAY.in_language(language):
        return words
    form = _AT_THE_LATEST if rule.is_inclusive else _BEFORE
    return form.in_language(language).format(day=words)


def _words(rule: DueRule, language: str) -> str:
    if rule.due_date:
        return _date_in_words(PartialDate.parse(rule.due_date), language)
    if rule.day is None:
        return _NO_DAY.in_language(language)
    day = _DAY.in_language(language).format(day=rule.day)
    form = _form(rule).in_language(language)
    return form.format(day=day, months=", ".join(map(str, sorted(rule.months))), offset=rule.month_offset)


def _form(rule: DueRule) -> Text:
    if rule.months:
        return _IN_MONTHS if len(rule.months) > 1 else _IN_MONTH
    match rule.month_offset:
        case None | 0:
            return _LAST_MONTH[rule.frequency]
        case 1:
            return _MONTH_AFTER[rule.frequency]
        case _:
            return _LATER


def _date_in_words(written: PartialDate, language: str) -> str:
    parts = [f"{part:02}" for part in (written.day, written.month) if part] + [str(written.year)]
    kind = ("năm", "year") if written.month is None else ("tháng", "month") if written.day is None else ("ngày", "day")
    return f"{Text(*kind).in_language(language)} {'/'.join(parts)}"
