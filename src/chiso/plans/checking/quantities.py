"""Checks of the figures that tasks promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from chiso.documents.document import Place
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import shortened
from chiso.plans.plan import Operator, Quantity
from chiso.problems import Text

_WHOLE: Final = 100
_OR_MORE: Final = ("trở lên", "trên", "hơn", "ít nhất", "tối thiểu")
_OF_A_PLAN: Final = re.compile(r"kế hoạch|dự toán|chỉ tiêu", re.IGNORECASE)
_GROWTH: Final = re.compile(r"tăng|gấp|so với", re.IGNORECASE)
_RATE: Final = re.compile(r"(?:phấn đấu|phần đầu|bảo đảm|đảm bảo|đạt)\s+(?:tỷ|tỉ) lệ\s[^.;:]*", re.IGNORECASE)
_FIGURE: Final = re.compile(r"\d+\s*(?:[.,]\d+)?\s*%|\btoàn bộ\b|\btất cả\b|tối đa|\d+\s*phần trăm", re.IGNORECASE)
_BARE_PERCENT: Final = re.compile(r"(?<![\d\w.…])\s?(?:\.{2,}|…)?\s?%")
_BOUND: Final = r"từ|trên|dưới|ít nhất|tối thiểu|tối đa"
_GAP: Final = re.compile(
    rf"\b(?:đạt|{_BOUND})\s+trở (?:lên|xuống)\b"
    rf"|\bđạt\s+(?:{_BOUND})(?=\s*(?:[.,;]|$)|\s+trong (?:năm|quý|tháng)\b)"
    r"|\b(?:tỷ|tỉ) lệ\b[^.;:]*\bđạt(?=\s*(?:[.;]|$))",
    re.IGNORECASE,
)
"""Where a figure must stand and none does: "đạt trở lên", "đạt trên trong năm 2023"."""
_PROMISING: Final = ("đạt", "trở", "lệ", "%")
_COMPARED_BY: Final = re.compile(r"\b(?:cao hơn|vượt|tăng|giảm|bằng)\b", re.IGNORECASE)


def impossible(subject: Subject) -> Iterator[Fact]:
    """A figure that cannot be: over 100 %, from more to less, or a range "or more"."""
    for task in subject.tasks:
        for number, quantity in enumerate(task.task.quantities):
            if reason := _why_impossible(quantity, task.task.text):
                yield Fact(
                    Text(f"“{quantity.text}”: {reason.vi}.", f"“{quantity.text}”: {reason.en}."),
                    subject.places(f"{task.path}/quantities/{number}") or subject.task_places([task]),
                    component=task.component,
                    task=task.index,
                    given=quantity.text,
                    key=(quantity.text, task.task.text[:60]),
                )


def _why_impossible(quantity: Quantity, text: str) -> Text | None:
    if quantity.operator is Operator.RANGE and quantity.upper is not None:
        return _why_no_range(quantity, quantity.upper)
    if quantity.unit != "%" or _GROWTH.search(text):
        return None
    if quantity.value > _WHOLE:
        return Text("tỷ lệ lớn hơn 100%", "a rate over 100%")
    is_or_more = "trở lên" in quantity.text.lower() and not _OF_A_PLAN.search(text)
    if quantity.value == _WHOLE and (quantity.operator is Operator.MORE_THAN or is_or_more):
        return Text("không có gì trên 100%", "there is nothing above 100%")
    return None


def _why_no_range(quantity: Quantity, upper: float) -> Text | None:
    if quantity.value > upper:
        return Text("khoảng từ lớn đến nhỏ", "a range from more to less")
    if quantity.unit == "%" and upper > _WHOLE:
        return Text("tỷ lệ lớn hơn 100%", "a rate over 100%")
    if not any(word in quantity.text.lower() for word in _OR_MORE):
        return None
    if quantity.unit == "%" and upper == _WHOLE:
        return Text("đã đến 100% thì không thể “trở lên”", "there is nothing above 100%")
    return Text("vừa là khoảng vừa là “trở lên”, không rõ mức nào", "both a range and “or more”: which?")


def left_out(subject: Subject) -> Iterator[Fact]:
    """A rate or a threshold is promised, but the figure is missing."""
    for task in subject.tasks:
        may_lack = any(word in task.task.text for word in _PROMISING)
        for part in _sentences(task.task.text) if may_lack else ():
            if said := _said_without_figure(part):
                is_rate = "lệ" in part or "%" in part
                what = Text("con số tỷ lệ", "the figure of the rate") if is_rate else Text("con số", "the figure")
                yield Fact(
                    Text(f"“{said}”: thiếu {what.vi}.", f"“{said}”: {what.en} is missing."),
                    _place_of(subject, task.path, part),
                    component=task.component,
                    task=task.index,
                    given=said,
                    expected="…%" if is_rate else "",
                )


def _said_without_figure(part: str) -> str | None:
    """The words of a sentence that promise a figure without giving it."""
    found = _RATE.search(part) if "lệ" in part else None
    is_left_out = found and not _FIGURE.search(part) and not _COMPARED_BY.search(part)
    has_gap = ("đạt" in part or "trở" in part) and _GAP.search(part)
    if not is_left_out and not has_gap and not ("%" in part and _BARE_PERCENT.search(part)):
        return None
    return shortened((found.group() if found else part).strip(), 90)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.;])\s+", text)


def _place_of(subject: Subject, path: str, part: str) -> tuple[Place, ...]:
    """Where a part of a task's text stands, as near as can be told."""
    places = subject.places(f"{path}/text")
    for place in places:
        start = subject.blocks[place.block].text.find(part)
        if start >= 0:
            return (Place(place.block, start, start + len(part)),)
    return places


CHECKS: Final = (
    CheckKind(
        "quantities.impossible",
        Severity.ERROR,
        Text("Con số không thể có", "Impossible figure"),
        Text(
            "Chỉ tiêu phải hiểu được một cách duy nhất và có thể đạt.",
            "A promise must have one meaning and be reachable.",
        ),
        Text("“từ 90% - 100% trở lên”", "“từ 90% - 100% trở lên”"),
        Text("Ghi một mức: “từ 90% trở lên” hoặc “100%”.", "Write one: “90% or more”, or “100%”."),
        impossible,
    ),
    CheckKind(
        "quantities.left_out",
        Severity.WARNING,
        Text("Thiếu con số", "Figure left out"),
        Text(
            "Câu văn hứa một tỷ lệ, một mức nhưng không ghi bao nhiêu.",
            "The sentence promises a rate or a threshold without saying which.",
        ),
        Text("“Phấn đấu tỷ lệ trả kết quả sớm hạn.”", "“Phấn đấu tỷ lệ trả kết quả sớm hạn.”"),
        Text("Bổ sung con số.", "Add the figure."),
        left_out,
    ),
)
