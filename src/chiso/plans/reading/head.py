"""What stands over and under the text: number, date, kind, title, issuer, signer, recipients."""

from __future__ import annotations

import re

from chiso.documents import Block, BlockKind, Document
from chiso.documents.joining import is_capitals
from chiso.documents.letters import lettered
from chiso.plans import _problems as problems
from chiso.plans.reading.dates import iso
from chiso.plans.reading.drafts import PlanDraft
from chiso.plans.reading.layout_lines import parted_lines
from chiso.plans.reading.passage import Noted, Passage, words

_KINDS = (
    "KẾ HOẠCH|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|ĐỀ ÁN|PHƯƠNG ÁN|THÔNG BÁO|HƯỚNG DẪN|"
    "BÁO CÁO|TỜ TRÌNH|CÔNG ĐIỆN|QUY CHẾ|QUY ĐỊNH|DỰ ÁN"
)
_KIND = re.compile(rf"^(?P<kind>{_KINDS})\s*:?$")
_NUMBER = lettered(
    r"^Số\s*:?\s*(?P<running>[\d.…_\s]*)\s*/\s*(?P<symbol>[:upper:a-z0-9&ƯƠ]+(?:\s?[-–/]\s?[:upper:a-z0-9&ƯƠ]+)*)",
    re.MULTILINE,
)
_NUMBER_ALONE = re.compile(r"^Số\s*:?[\s\d.…_]*$")
_SYMBOL_ALONE = lettered(r"^/\s*(?P<symbol>[:upper:0-9&]+(?:\s?[-–/]\s?[:upper:0-9&]+)*)$")
_PLACED = lettered(
    r"(?:.*Hạnh phúc\W*)?(?P<place>[:upper:][^\d,\n]{1,40}?),?\s*(?P<date>ngày\s*(?P<day>\d{1,2})?[\s.…_]*tháng\s*(?P<month>\d{1,2})?[\s.…_]*"
    r"năm\s*(?P<year>20\d\d))",
)
_PREAMBLE = re.compile(
    r"^(?:căn cứ|thực hiện (?:kế hoạch|quyết định|chương trình|nghị quyết|chỉ thị|công văn)\b|để\b|nhằm\b|trên cơ sở|"
    r"từ kết quả|năm 20\d\d|theo\b|xét\b|qua\b|chỉ số|trong (?:năm|những)|kính gửi|giám đốc|chủ tịch|ủy ban|uỷ ban|sở\b)",
    re.IGNORECASE,
)
_AUTHORITY = re.compile(
    r"^(?:CHỦ TỊCH|GIÁM ĐỐC|TRƯỞNG BAN|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|CHÁNH THANH TRA|HIỆU TRƯỞNG|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|"
    r"BỘ TRƯỞNG|HỘI ĐỒNG NHÂN DÂN|TỔNG GIÁM ĐỐC|VIỆN TRƯỞNG)\b"
)
_RUN_ON = re.compile(
    r"(?<=[\w)”])\s+(?=(?:Căn cứ|Thực hiện|Triển khai|Thi hành)\s+(?:các\s+)?(?:Nghị|Quyết|Kế hoạch số|Chương trình số|Chỉ thị số|Công văn|Luật)\b)"
)
_DECIDING = ("QUYẾT ĐỊNH", "NGHỊ QUYẾT")
_PLANNING = ("KẾ HOẠCH", "CHƯƠNG TRÌNH", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "ĐỀ ÁN", "PHƯƠNG ÁN")
_ADDRESSED = re.compile(r"kính gửi", re.IGNORECASE)
_ATTACHED = re.compile(r"^\(?\s*(?:ban hành )?kèm theo", re.IGNORECASE)
_ISSUING = re.compile(
    r"(?P<issuer>(?:Sở|Ban|Cục|Chi cục|Thanh tra|Văn phòng|Bảo hiểm|Công an|Trung tâm|UBND|Ủy ban|Uỷ ban)\b[^,.;:()]{2,90}?)\s+"
    r"(?:xây dựng|ban hành)\s+(?:k|K|c|C)(?:ế hoạch|hương trình)",
)
_OF_ISSUER = re.compile(
    r"\b(?:của|tại)\s+(?P<issuer>(?:Sở|Ban|Cục|Chi cục|Thanh tra|Văn phòng|UBND|Ủy ban|Uỷ ban)\s[^,.;:()\d]{2,80}?)"
    r"(?=\s+(?:năm|giai đoạn|trong|và các năm)|\s*$)"
)
_BODIES = re.compile(
    r"^(?:SỞ|UBND|ỦY BAN|UỶ BAN|BAN|VĂN PHÒNG|CỤC|CHI CỤC|BỘ|TRUNG TÂM|THANH TRA|BẢO HIỂM|KHO BẠC|NGÂN HÀNG|CÔNG AN|"
    r"ĐẢNG|HỘI|TỔNG CỤC|TRƯỜNG (?:ĐẠI|CAO|TRUNG|CHÍNH|TIỂU|MẦM|THPT|THCS|PT)|BỆNH VIỆN|VIỆN|PHÒNG|HĐND|TỈNH ỦY|THUẾ|TÒA|BQL)\b"
)
_NATION = re.compile(r"CỘNG\s+H[ÒO][AÀ]|Độc lập|VIỆT NAM$", re.IGNORECASE)
_RULE = re.compile(r"[\s_-]{4,}$")  # the line that a page draws under the title
_MOST_HEAD_LINE = 60
_EDGES = " .,;:"


def read_head(document: Document, draft: PlanDraft) -> int:
    """Fill the head's fields; return the number of the first block after the title."""
    start = _kind_at(document)
    lines = _head_lines(document, start)
    for line, below in zip(lines, [*lines[1:], None], strict=False):
        _note_number(line, draft)
        _note_number_below(line, below, draft)
        _note_place(line, draft)
    for line in _lines_under(document, start):
        _note_number(line, draft)
        _note_place(line, draft)
    issuer = _issuer_in_head(lines)
    if issuer:
        draft.head["issuer"] = issuer
    after = _note_title(document, start, draft)
    _note_issuer_from_text(document, after, draft)
    return after


def _kind_at(document: Document) -> int | None:
    return next((n for n, b in enumerate(document.blocks) if _KIND.match(b.text.strip())), None)


def _head_lines(document: Document, start: int | None) -> list[Passage]:
    """The lines before the kind, the cells of a layout table taken apart."""
    end = start if start is not None else min(12, len(document.blocks))
    return [line for number in range(end) for line in parted_lines(document.blocks[number], number)]


def _lines_under(document: Document, start: int | None) -> list[Passage]:
    """The short lines right under the kind, where some put the number and the day."""
    if start is None:
        return []
    end = min(start + 7, len(document.blocks))
    under = (line for number in range(start + 1, end) for line in parted_lines(document.blocks[number], number))
    return [
        line
        for line in under
        if (len(line.text) < _MOST_HEAD_LINE and _NUMBER.match(line.text)) or _PLACED.fullmatch(line.text)
    ]


def _note_number(line: Passage, draft: PlanDraft) -> None:
    match = _NUMBER.search(line.text)
    if match and "number" not in draft.head:
        running = re.sub(r"\D", "", match["running"])
        symbol = re.sub(r"\s", "", match["symbol"])
        place = line.part(match.start("running"), match.end()).place
        draft.head["number"] = Noted(f"{running}/{symbol}", (place,))


def _note_number_below(line: Passage, after: Passage | None, draft: PlanDraft) -> None:
    """A blank number whose symbol a page printed below it: `Số:` over `/KH-UBND`."""
    symbol = _SYMBOL_ALONE.match(after.text) if after else None
    if after and symbol and _NUMBER_ALONE.match(line.text) and "number" not in draft.head:
        running = re.sub(r"\D", "", line.text)
        printed = re.sub(r"\s", "", symbol["symbol"])
        draft.head["number"] = Noted(f"{running}/{printed}", (line.place, after.place))


def _note_place(line: Passage, draft: PlanDraft) -> None:
    match = _PLACED.search(line.text)
    if match and "date" not in draft.head:
        draft.head["place"] = words(line.group(match, "place").trimmed(_EDGES))
        date = iso(match["year"], match["month"], match["day"] if match["month"] else None)
        draft.head["date"] = Noted(date, (line.group(match, "date").place,))


def _issuer_in_head(lines: list[Passage]) -> Noted[str] | None:
    """The last body named in capitals before the number: a name over several lines is one."""
    bodies: list[list[Passage]] = []
    for line in lines:
        text = line.text.strip()
        if text.startswith("Số") and bodies:
            break
        if not is_capitals(text) or _NATION.search(text) or _NUMBER.search(text):
            continue
        if _BODIES.match(text) or not bodies:
            bodies.append([line])
        else:
            bodies[-1].append(line)
    if not bodies or not _BODIES.match(bodies[-1][0].text.strip()):
        return None
    last = bodies[-1]
    return Noted(" ".join(part.text.strip() for part in last), tuple(part.place for part in last))


def _note_title(document: Document, start: int | None, draft: PlanDraft) -> int:
    """The kind and the lines of the title under it; a letter without kind has its `V/v` line as title."""
    if start is None:
        return _note_subject(document, draft)
    kind = Passage(document.blocks[start].text, start).trimmed(_EDGES)
    draft.head["kind"] = words(kind)
    at = start + 1
    lines: list[Passage] = []
    while at < len(document.blocks) and _is_title_line(document.blocks[at], document, start, lines):
        lines.append(Passage(document.blocks[at].text, at))
        at += 1
    run_on = _RUN_ON.search(lines[-1].text) if lines else None
    if run_on:  # the page printed no gap between the title and the text
        lines[-1] = lines[-1].part(0, run_on.start())
        at -= 1
    if lines:
        text = _RULE.sub("", " ".join(line.text for line in lines)).strip(_EDGES)
        draft.head["title"] = Noted(text, tuple(line.trimmed(_EDGES).place for line in lines))
    return at


def attached_plan(document: Document, draft: PlanDraft, after: int) -> int | None:
    """The first block after the title of the plan that a decision issues; None where none is attached."""
    kind = draft.head.get("kind")
    if kind is None or kind.value not in _DECIDING:
        return None
    for number in range(after, len(document.blocks)):
        match = _KIND.match(document.blocks[number].text.strip())
        if match and match["kind"] in _PLANNING:
            at = number + 1
            lines: list[Passage] = []
            while at < len(document.blocks) and _is_title_line(document.blocks[at], document, number, lines):
                lines.append(Passage(document.blocks[at].text, at))
                at += 1
            return at
    return None


def _is_title_line(block: Block, document: Document, start: int, lines: list[Passage]) -> bool:
    text = block.text.strip()
    if block.marker or block.kind is BlockKind.ROW or _ATTACHED.match(text) or _KIND.match(text):
        return False
    if _NUMBER.match(text) or _PLACED.fullmatch(text):
        return False
    if not lines:
        return True
    first = document.blocks[start + 1]
    decides = _AUTHORITY.match(text) and document.blocks[start].text.strip().startswith(_DECIDING)
    moved = first.bold and block.bold and text[:1].islower()  # the page set a line of the title elsewhere
    unlike = block.bold != first.bold or block.centred != first.centred
    if decides or (unlike and not moved) or len(text) > 250:  # noqa: PLR2004 (a long line is text)
        return False
    if first.bold or first.centred:
        return True
    return not _PREAMBLE.match(text) and not text.endswith((".", ":", ";")) and len(lines[-1].text) < 100  # noqa: PLR2004


def _note_subject(document: Document, draft: PlanDraft) -> int:
    for number, block in enumerate(document.blocks[:20]):
        for line in parted_lines(block, number):
            match = re.match(r"(?:V/v|Về việc)\s*:?\s*", line.text.strip())
            if match:
                lines = [line.part(match.end()), *_subject_goes_on(document, number, line)]
                title = " ".join(part.text for part in lines).strip(_EDGES)
                draft.head["title"] = Noted(title, tuple(part.trimmed(_EDGES).place for part in lines))
                return lines[-1].block + 1
    return 0


def _subject_goes_on(document: Document, number: int, first: Passage) -> list[Passage]:
    """The further short lines of a letter's subject."""
    end = min(number + 4, len(document.blocks))
    lines = [line for n in range(number, end) for line in parted_lines(document.blocks[n], n)]
    after = lines[lines.index(first) + 1 :] if first in lines else []
    found: list[Passage] = []
    for line in after[:3]:
        text = line.text.strip()
        if (
            _NATION.search(text)
            or _PLACED.search(text)
            or _NUMBER.search(text)
            or is_capitals(text)
            or _ADDRESSED.match(text)
        ):
            break
        if len(text) > _MOST_HEAD_LINE or document.blocks[line.block].marker:
            break
        found.append(line)
    return found


def _note_issuer_from_text(document: Document, after: int, draft: PlanDraft) -> None:
    if "issuer" in draft.head:
        return
    for number in range(after, min(after + 15, len(document.blocks))):
        text = Passage(document.blocks[number].text, number)
        for match in _ISSUING.finditer(text.text):
            issuer = _innermost(text.group(match, "issuer"))
            draft.head["issuer"] = words(issuer, problems.ISSUER_FROM_TEXT.code)
            return
    _note_issuer_from_title(document, draft)


def _note_issuer_from_title(document: Document, draft: PlanDraft) -> None:
    title = draft.head.get("title")
    for place in title.places if title else ():
        line = Passage(document.blocks[place.block].text, place.block)
        match = _OF_ISSUER.search(line.text)
        if match:
            draft.head["issuer"] = words(line.group(match, "issuer"), problems.ISSUER_FROM_TEXT.code)
            return


def _innermost(issuer: Passage) -> Passage:
    """The last body that starts inside the words: `… của UBND tỉnh, Sở Nội vụ` is the second."""
    starts = [m.start() for m in re.finditer(r"\b(?:Sở|Ban|Cục|Chi cục|UBND|Ủy ban|Uỷ ban)\s+[A-ZĐ]", issuer.text)]
    return issuer.part(starts[-1]) if starts else issuer
