"""The lines of what is laid out in two columns: head and signature, in cells, with bars or run together."""

from __future__ import annotations

import re

from chiso.documents import Block, BlockKind
from chiso.documents.letters import lettered
from chiso.plans.reading.passage import Passage

_POSITION = (
    r"(?:PHÓ\s+|QUYỀN\s+)?(?:TỔNG\s+)?(?:GIÁM ĐỐC|CHỦ TỊCH|CHÁNH VĂN PHÒNG|(?:CHI\s+)?CỤC TRƯỞNG|TRƯỞNG BAN|CHÁNH THANH TRA|"
    r"HIỆU TRƯỞNG|VIỆN TRƯỞNG|BÍ THƯ)"
)
_CUTS = (
    re.compile(r"\s*\|\s*"),
    re.compile(
        r"\s+(?=CỘNG\s+H[ÒO][AÀ]\s+XÃ\s+HỘI)|(?<=CHỦ NGHĨA VIỆT NAM)\s+|\s+(?=Độc lập\s*[-–])|(?<=[Hh]ạnh phúc)\s+"
    ),
    re.compile(r"\s*[-_]{4,}\s*"),
    lettered(r"(?<=[:upper:])\s+(?=[:upper:][^\d,|]{1,40},\s*ngày\s)"),
    lettered(
        rf"(?<=[;:.,:upper:])\s+(?=(?:TM|KT|TL|TUQ)\s?\.\s+[:upper:]{{2}})|(?<=[;:.])(?<!KT\.)(?<!Q\.)(?<!TL\.)\s+(?={_POSITION}(?:\s|$))"
    ),
)
_RECIPIENTS = re.compile(r"^nơi\s+nhận\s*:?", re.IGNORECASE)
_LISTED = re.compile(r"(?<=[:;.])\s*(?=[-–+]\s+\S)")
_SIGNED = lettered(
    rf"^(?P<body>TM\s?\.\s+[:upper:\s]+?)?\s*(?P<for>KT\s?\.\s+{_POSITION})?\s*(?P<position>{_POSITION})\s+(?P<name>[:upper:](?:[:lower:'’]|\s+[:upper:][:lower:]).*)$"
)


def lines_of(block: Block, number: int) -> list[Passage]:
    """The lines of a block: those inside the cells of a row, left cell first, or the block itself."""
    if block.kind is not BlockKind.ROW:
        return [Passage(block.text, number)]
    lines: list[Passage] = []
    at = 0
    for cell in block.cells:
        for line in cell.split("\n"):
            lines.append(Passage(line, number, at))
            at += len(line) + 1
        at += 2
    return [line for line in lines if line.text.strip()]


def parted_lines(block: Block, number: int) -> list[Passage]:
    """As `lines_of`, with what a page or a web site ran together taken apart."""
    lines = lines_of(block, number)
    for cut in _CUTS:
        lines = [piece for line in lines for piece in _cut(line, cut)]
    return [piece for line in lines for piece in _parted(line)]


def _parted(line: Passage) -> list[Passage]:
    """Recipients on one line, and a signer's lines on one line, each by itself."""
    if _RECIPIENTS.match(line.text):
        return _cut(line, _LISTED)
    signed = _SIGNED.match(line.text)
    if not signed:
        return [line]
    return [line.group(signed, name) for name in ("body", "for", "position", "name") if signed[name]]


def _cut(line: Passage, at: re.Pattern[str]) -> list[Passage]:
    pieces: list[Passage] = []
    start = 0
    for match in at.finditer(line.text):
        pieces.append(line.part(start, match.start()))
        start = match.end()
    pieces.append(line.part(start))
    return [piece for piece in pieces if piece]
