"""The document between title and signature as the readers of its parts share it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chiso.documents import BlockKind, Document
from chiso.plans.reading.facets import Facet, section_facet
from chiso.plans.reading.index_named import frameworks_in
from chiso.plans.reading.outline import Line, outline

_MOST_TITLE = 110
_CAPTION = re.compile(r"(?:bảng|biểu(?! (?:dương|diễn|quyết)))\b.*(?<![.;])", re.IGNORECASE)
CLOSING = re.compile(
    r"^(?:trên đây là|(?:yêu cầu|đề nghị) (?:các|trưởng|thủ trưởng|lãnh đạo)|trong quá trình (?:triển khai|thực hiện|tổ chức)|"
    r"căn cứ (?:nội dung )?kế hoạch này|kế hoạch này (?:được|thay thế|có hiệu lực)|"
    r"(?:các|trưởng|thủ trưởng|giám đốc|chủ tịch) [^.;:]{2,90}?\b(?:báo cáo|gửi báo cáo) (?:kết quả|tình hình)[^.;:]{0,60}\b(?:về|gửi|cho) )",
    re.IGNORECASE,
)


_ANNEX = re.compile(r"^(?:phụ lục|biểu|bảng|danh mục|kế hoạch|chương trình|đề án|phương án)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """The outline of the document; `start` is the first block after the title, [signed, resumed) the signature.

    work: headings that announce work whatever their words say
    """

    document: Document
    lines: list[Line]
    start: int
    signed: int
    resumed: int
    plan_year: int | None
    framework: str | None
    work: frozenset[int] = frozenset()

    def __contains__(self, number: int) -> bool:
        return self.start <= number < self.signed or number >= self.resumed

    def text_lines(self, start: int | None = None, end: int | None = None) -> Iterator[Line]:
        """The lines outside tables, title and signature."""
        first, last = start if start is not None else self.start, end if end is not None else len(self.lines)
        return (line for line in self.lines[first:last] if line.style != "row" and line.text and line.number in self)

    def is_caption(self, line: Line) -> bool:
        """Whether a line only names the table right under it: `Bảng mục tiêu`."""
        below = self.lines[line.number + 1] if line.number + 1 < len(self.lines) else None
        if below is None or below.block.kind is not BlockKind.ROW or len(line.text) > _MOST_TITLE:
            return False
        return _CAPTION.fullmatch(line.text) is not None

    def above(self, line: Line) -> Iterator[Line]:
        """The lines that this one stands under, the nearest first."""
        while line.parent >= 0:
            line = self.lines[line.parent]
            yield line

    def facet(self, line: Line) -> Facet | None:
        """What the headings above a line announce: organisation and purpose from any, else the nearest."""
        found = [facet for facet in map(self.announced, self.above(line)) if facet]
        if Facet.ORGANISATION in found:
            return Facet.ORGANISATION
        return found[0] if found else None

    def other_index(self, line: Line) -> str | None:
        """The other index that a heading above a line (or the line itself) is about."""
        for above in (line, *self.above(line)):
            named = frameworks_in(above.text) if above.end > above.number + 1 and len(above.text) < _MOST_TITLE else []
            if len(named) == 1:
                return named[0] if named[0] != self.framework else None
        return None

    def section(self, line: Line) -> Facet | None:
        """What the outermost heading above a line (or the line itself) announces."""
        above = [*self.above(line)]
        return self.announced(above[-1] if above else line)

    def announced(self, heading: Line) -> Facet | None:
        """What a heading of a section announces."""
        return Facet.WORK if heading.number in self.work else section_facet(heading.text)


def body_of(document: Document, span: tuple[int, int, int], plan_year: int | None, framework: str | None) -> Body:
    """The body of a document whose title ends and whose signature begins and ends at `span`."""
    start, signed, resumed = span
    after = resumed if _goes_on(document, resumed) else len(document.blocks)
    return Body(document, outline(document, start), start, signed, after, plan_year, framework)


def _goes_on(document: Document, resumed: int) -> bool:
    """Whether an annex, a plan or a table follows the signature, not the links of a web page."""
    rest = document.blocks[resumed:]
    return any(
        block.kind in {BlockKind.ROW, BlockKind.HEADING} or block.marker or _ANNEX.match(block.text) for block in rest
    )
