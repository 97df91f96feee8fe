"""The end of the document: recipients on the left, capacity, position and name of the signer on the right."""

from __future__ import annotations

import re

from chiso.documents import Block, BlockKind, Document
from chiso.documents.joining import is_capitals
from chiso.documents.letters import lettered
from chiso.documents.markers import split_marker
from chiso.plans.reading.drafts import PlanDraft
from chiso.plans.reading.layout_lines import parted_lines
from chiso.plans.reading.passage import Noted, Passage, words

_RECIPIENTS = re.compile(r"^Nơi\s+nhận\s*:?\s*", re.IGNORECASE)
_CAPACITY = re.compile(r"^(?P<capacity>TM|KT|TL|TUQ|Q)\s*\.\s*(?P<rest>.*)$")
_POSITION_WORDS = (
    r"(?:PHÓ\s+|QUYỀN\s+)?(?:GIÁM ĐỐC|CHỦ TỊCH|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|TRƯỞNG BAN|CHÁNH THANH TRA|"
    r"BÍ THƯ|VỤ TRƯỞNG|TỔNG CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|CHÁNH VP)"
    r"(?:\s+(?:THƯỜNG TRỰC|SỞ(?: [:upper:]+){0,7}|PHỤ TRÁCH))*$"
)
_POSITION = lettered(rf"^{_POSITION_WORDS}")
_POSITION_AT_END = lettered(rf"(?<=\s){_POSITION_WORDS}")
_FURTHER = re.compile(r"\s(?P<capacity>KT|TL|TUQ|Q)\s*\.")
_NAME = lettered(r"^(?=.*[:lower:])(?:[:upper:]['’]?[:upper:]?[:lower:]*\s+){1,5}[:upper:][:lower:]*$")
_SIGNED = re.compile(r"^\(?\s*(?:đã ký|ký tên|chữ ký|\[.*\])", re.IGNORECASE)
_ANNEX = re.compile(r"^(?:Phụ lục|PHỤ LỤC)(?:\s+(?:số\s+)?[IVXLC\d]+)?\s*[.:]?(?:$|\s+[–-])")
_LAST = re.compile(r"^Lưu\b", re.IGNORECASE)
_LISTED = re.compile(r"^[-–+*•]|^.*[;.]$")
_HONOURS = re.compile(r"^(?:TS|ThS|PGS|GS|BS|KS|CN)\b\s*\.?\s*(?:TS\s*\.?\s*)?", re.IGNORECASE)
_EDGES = " .,;:"
_LEAST_COLUMNS = 3


def read_signature(document: Document, draft: PlanDraft, after: int) -> tuple[int, int]:
    """Fill signer and recipients; return the blocks [start, end) that the first signature block covers."""
    start = _start(document, after)
    if start is None:
        return len(document.blocks), len(document.blocks)
    lines = _lines(document, start)
    _note_recipients(document, lines, draft)
    last = _note_signer(lines, draft)
    return start, max(start, last, *(r.places[0].block for r in draft.recipients), start) + 1


def _start(document: Document, after: int) -> int | None:
    for number in range(after, len(document.blocks)):
        if _heads_columns(document.blocks[number]):
            continue
        for line in parted_lines(document.blocks[number], number):
            text = line.text.strip()
            if _RECIPIENTS.match(text) or _POSITION.match(text) or _CAPACITY.match(text):
                return number
    return None


def _heads_columns(block: Block) -> bool:
    """Whether `Nơi nhận` is the head of a column, beside heads of others."""
    filled = [text.strip() for text in block.cells if text.strip()]
    return len(filled) >= _LEAST_COLUMNS and any(_RECIPIENTS.fullmatch(text) for text in filled)


def _lines(document: Document, start: int) -> list[Passage]:
    """The lines of the signature block, up to the first annex."""
    last = min(start + 60, len(document.blocks))
    end = next((n for n in range(start + 1, last) if _ANNEX.match(document.blocks[n].text)), last)
    return [line for n in range(start, end) for line in parted_lines(document.blocks[n], n)]


def _note_recipients(document: Document, lines: list[Passage], draft: PlanDraft) -> None:
    inside = False
    for line in lines:
        heading = _RECIPIENTS.match(line.text.strip())
        if heading and not draft.recipients:
            inside = True
            rest = line.part(heading.end())
            _add_recipient(rest, draft)
            continue
        if not inside:
            continue
        text = line.text.strip()
        if _CAPACITY.match(text) or _POSITION.match(text) or (is_capitals(text) and not _is_listed(document, line)):
            continue
        ends_in_letter = text[-2:-1] == " "  # `Lê A` signs, but `- Phòng A` is a recipient
        is_named = _NAME.match(text) and not text.startswith(("Lưu", "Sở", "Ban", "Như"))
        if is_named and not (ends_in_letter and _is_listed(document, line)):
            continue
        _add_recipient(line, draft)
        if _LAST.match(split_marker(text)[1]):
            break


def _is_listed(document: Document, line: Passage) -> bool:
    return bool(document.blocks[line.block].marker or _LISTED.match(line.text.strip()))


def _add_recipient(line: Passage, draft: PlanDraft) -> None:
    marker, rest = split_marker(line.text)
    recipient = line.part(len(line.text) - len(rest)).trimmed(_EDGES) if marker else line.trimmed(_EDGES)
    if recipient and not _SIGNED.match(recipient.text):
        draft.recipients.append(words(recipient))


def _note_signer(lines: list[Passage], draft: PlanDraft) -> int:
    """Write the signer; return the block of the last line used."""
    last = -1
    for printed in lines:
        line = _without_capacity(printed, draft)
        if _POSITION.match(line.text):
            draft.head["signer/position"] = words(line.trimmed(_EDGES))
            last = line.block
        elif _is_name(line.text) and "signer/position" in draft.head:
            honours = _HONOURS.match(line.text)
            draft.head["signer/name"] = words(line.part(honours.end() if honours else 0).trimmed(_EDGES))
            return line.block
    return last


def _without_capacity(line: Passage, draft: PlanDraft) -> Passage:
    """The line without `KT.` and the like before it, which is written down; the last one stands."""
    capacity = _CAPACITY.match(line.text)
    if capacity is None:
        return line.part(0)
    last = [capacity, *_FURTHER.finditer(line.text)][-1]  # a page may print the lines of a signature as one
    draft.head["signer/capacity"] = Noted(f"{last['capacity']}.", (line.group(last, "capacity").place,))
    rest = line.group(capacity, "rest")
    position = None if _POSITION.match(rest.text) else _POSITION_AT_END.search(rest.text)
    return rest.part(position.start()) if position else rest


def _is_name(text: str) -> bool:
    honours = _HONOURS.match(text)
    return bool(_NAME.match(text[honours.end() :] if honours else text)) and not _RECIPIENTS.match(text)


def is_signature_row(document: Document, number: int) -> bool:
    """Whether a row lays out recipients and signer rather than a table."""
    block = document.blocks[number]
    if block.kind is not BlockKind.ROW or _heads_columns(block):
        return False
    return any(_RECIPIENTS.match(line.text.strip()) for line in parted_lines(block, number))
