"""Deadlines of reports: a day of the month, a date, and which month the words mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chiso.plans.plan import ReportPeriod
from chiso.plans.reading.dates import iso
from chiso.plans.reading.drafts import RuleDraft
from chiso.plans.reading.passage import Noted, Passage

_DAY = r"\d{1,2}"
_ONE = rf"(?:ngày\s*)?{_DAY}(?:\s*/\s*\d{{1,2}}(?:\s*/\s*20\d\d)?|\s+tháng\s+\d{{1,2}}(?:\s+năm\s+20\d\d)?)?"
_DEADLINE = re.compile(
    rf"(?P<word>trước|chậm nhất|muộn nhất|vào|đến|\(|xong)(?:\s+(?:là|vào|trước|hết))*\s*(?:các\s+)?"
    rf"(?P<dates>(?:ngày\s*)?{_ONE}(?:\s*(?:,|và|;)\s*{_ONE}(?!\d|\s*tháng\b(?!\s*\d)))*)"
    rf"(?P<of>\s*(?:của\s+)?(?:(?:các\s+)?tháng\s+(?:cuối|đầu)(?:\s+(?:của|mỗi|kỳ|h[àằ]ng))*(?:\s+(?:quý|kỳ(?:\s+báo cáo)?))?"
    rf"(?:\s+(?:sau|tiếp theo|kế tiếp|tiếp))?|(?:h[àằ]ng|mỗi)\s+tháng|tháng\s+(?:liền\s+)?(?:sau|kế tiếp|tiếp theo)|"
    rf"(?:h[àằ]ng|mỗi)\s+(?:quý|năm)|năm\s+(?:sau|liền kề|kế tiếp)))?"
    rf"(?P<months>\s*\(?\s*(?:của\s+)?(?:các\s+)?tháng\s+\d{{1,2}}(?:\s*(?:,|và|;)\s*(?:tháng\s+)?\d{{1,2}})*)?",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?P<day>\d{1,2})(?:\s*/\s*(?P<month>\d{1,2})(?:\s*/\s*(?P<year>20\d\d))?|\s+tháng\s+(?P<m2>\d{1,2})(?:\s+năm\s+(?P<y2>20\d\d))?)?",
    re.IGNORECASE,
)

_EVERY = re.compile(r"\b(?:h[àằ]ng|mỗi)\b", re.IGNORECASE)


@dataclass(slots=True)
class Deadline:
    """A day, month or date, what it says of the month, and the period that its own words name.

    is_every: whether they say every such period (`hằng quý`), not only which month (`tháng cuối quý`)
    """

    passage: Passage
    days: list[Noted[int]]
    months: list[int]
    dates: list[str | None]
    offset: int | None
    inclusive: bool | None
    period: ReportPeriod | None
    is_every: bool = False


def put_deadline(rule: RuleDraft, deadline: Deadline, number: int | None) -> None:
    """Write a deadline into a rule that has none yet; `number` picks one of several days."""
    if rule.due_day is not None:
        return
    place = (deadline.passage.place,)
    rule.due_day = deadline.days[min(number or 0, len(deadline.days) - 1)]
    months = deadline.months if number is None else deadline.months[number : number + 1]
    if months:
        rule.due_months = Noted(tuple(months), place)
    full = deadline.dates[min(number or 0, len(deadline.dates) - 1)] if deadline.dates else None
    if full:
        rule.due_date = Noted(full, place)
    if deadline.offset is not None and not months:
        rule.due_month_offset = Noted(deadline.offset, place)
    if deadline.inclusive is not None:
        rule.due_is_inclusive = Noted(deadline.inclusive, place)


def deadlines_in(text: Passage) -> list[Deadline]:
    """Every deadline in the words, in their order."""
    return [found for match in _DEADLINE.finditer(text.text) if (found := _deadline(text, match))]


def _deadline(text: Passage, match: re.Match[str]) -> Deadline | None:
    dates = list(_DATE.finditer(match["dates"]))
    plain = match["word"] in {"(", "đến", "vào", "xong"}
    has_month = any(d["month"] or d["m2"] for d in dates)
    if plain and not has_month and not match["of"] and not re.search(r"ngày", match.group(), re.IGNORECASE):
        return None
    shift = match.start("dates")
    days = [Noted(int(d["day"]), (text.part(shift + d.start("day"), shift + d.end("day")).place,)) for d in dates]
    months = [int(d["month"] or d["m2"]) for d in dates if d["month"] or d["m2"]]
    if match["months"]:
        months = [int(m) for m in re.findall(r"\d+", match["months"])]
    full = [iso(d["year"] or d["y2"], d["month"] or d["m2"], d["day"]) if d["year"] or d["y2"] else None for d in dates]
    offset, period = _of(match["of"] or "")
    word = match["word"].lower()
    inclusive = (
        False if "trước" in match.group(0).lower().split(match["dates"].lower())[0] else None if word == "(" else True
    )
    return Deadline(
        text.group(match), days, months, full, offset, inclusive, period, bool(_EVERY.search(match["of"] or ""))
    )


def _of(words_after: str) -> tuple[int | None, ReportPeriod | None]:
    """What the words after the day say of the month, and the period that they name."""
    text = words_after.lower()
    period = None
    if "quý" in text:
        period = ReportPeriod.QUARTERLY
    elif re.search(r"(?:hàng|hằng|mỗi) tháng", text):
        period = ReportPeriod.MONTHLY
    if not text or re.search(r"năm (?:sau|liền|kế)", text):
        return None, None
    if re.search(r"\b(?:sau|tiếp|kế)", text):
        return 1, period
    return (0, period) if re.search(r"cuối|hàng tháng|hằng tháng|mỗi tháng", text) else (None, period)
