"""The numbered documents that a plan cites."""

from __future__ import annotations

import re

from chiso.documents import Document
from chiso.plans.reading.dates import iso_date
from chiso.plans.reading.drafts import PlanDraft
from chiso.plans.reading.passage import Noted, Passage

_SYMBOL = r"[A-ZĐƯ][A-Za-zĐđƯư&]*\d{0,3}(?:-[A-ZĐƯ][A-Za-zĐđƯư&0-9]*)+|(?:UBND|VPCP|BNV|BTTTT|CP)(?:-[A-ZĐƯ&0-9]+)+|CP|TTg|NQ|QĐ|(?:UBTV)?QH\d{1,2}"
_NUMBER = re.compile(
    rf"(?<![\d/])(?P<number>\d{{1,5}}(?:-20\d\d)?\s?/\s?(?:(?:19|20)\d\d\s?/\s?)?(?:{_SYMBOL}))(?![\w])"
    rf"(?P<rest>[\s,]*(?:ban hành\s+)?(?:(?:ngày\s*\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*\d{{4}})|"
    rf"(?:ngày\s*\d{{1,2}}\s*tháng\s*\d{{1,2}}\s*năm\s*\d{{4}}))?)",
)
_RESOLUTION = re.compile(
    r"(?:Nghị quyết|Chương trình|Chỉ thị|Kết luận|Kế hoạch|Quy định|Đề án|Thông báo|Công văn|Quyết định|Thông tri)(?: hành động| liên tịch| hướng dẫn)?(?: số:?)?\s+"
    r"(?P<number>\d{1,4}-\s?[A-ZĐƯ][A-ZĐƯa-z]{1,4}/[A-ZĐƯa-z]+)(?P<rest>(?:\s*,?\s*ngày\s*\d{1,2}/\d{1,2}/\d{4})?)"
)
_ISSUED = re.compile(
    r"(?:^|[.;]\s+)(?P<date>[Nn]gày\s*\d{1,2}/\d{1,2}/\d{4}),?\s[^.;]{0,90}?\bban hành\s[^.;\d]{0,60}?(?:số:?\s*)?$"
)
_OWN_KINDS = re.compile(r"TCVN|ISO|QCVN")


def read_citations(document: Document, draft: PlanDraft) -> None:
    """Every numbered document cited, once, in the order of first citation, with a date where any gives one."""
    own = draft.head.get("number")
    seen: dict[tuple[str, str], int] = {}
    for number, block in enumerate(document.blocks):
        passage = Passage(block.text, number)
        found = sorted(
            [*_NUMBER.finditer(block.text), *_RESOLUTION.finditer(block.text)], key=lambda m: m.start("number")
        )
        for match in found:
            _note(passage, match, draft, seen, own.value if own else None)


def _note(
    passage: Passage,
    match: re.Match[str],
    draft: PlanDraft,
    seen: dict[tuple[str, str], int],
    own: str | None,
) -> None:
    printed = re.sub(r"\s", "", match["number"])
    if printed == own or _OWN_KINDS.search(printed) or _is_heading(passage, match):
        return
    noted = _date(passage, match)
    key = _key(printed)
    if key not in seen:
        seen[key] = len(draft.citations)
        place = passage.group(match, "number").place
        draft.citations.append((Noted(printed, (place,)), noted))
    elif noted and draft.citations[seen[key]][1] is None:
        draft.citations[seen[key]] = (draft.citations[seen[key]][0], noted)


def _date(passage: Passage, match: re.Match[str]) -> Noted[str] | None:
    """The date after the number, or the day on which the sentence says that it was issued."""
    issued = None if match["rest"].strip(" ,") else _ISSUED.search(passage.text[: match.start("number")])
    told, name = (issued, "date") if issued else (match, "rest")
    date = iso_date(told[name]) if told[name].strip(" ,") else None
    return Noted(date, (passage.group(told, name).place,)) if date else None


def _is_heading(passage: Passage, match: re.Match[str]) -> bool:
    """The document's own number line (`Số: 07/KH-…`) is no citation."""
    return bool(re.match(r"\s*Số\s*:?\s*$", passage.text[: match.start("number")]))


def _key(number: str) -> tuple[str, str]:
    """Spellings of one document's number: case, `&`, and a letter printed twice set aside."""
    running, _, symbol = number.partition("/")
    letters = re.sub(r"[^A-ZĐƯ0-9/]", "", symbol.upper())
    return running.lstrip("0"), re.sub(r"([A-ZĐƯ])\1+", r"\1", letters)
