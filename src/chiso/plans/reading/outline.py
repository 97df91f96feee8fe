"""The lines of a document with their depth, by the numbering habits of offices."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from chiso.documents import Block, BlockKind, Document
from chiso.documents.joining import is_capitals
from chiso.documents.letters import lettered
from chiso.plans.reading.passage import Passage

_RANKS = (
    ("part", 10, re.compile(r"phần\b", re.IGNORECASE)),
    ("chapter", 20, re.compile(r"chương\b", re.IGNORECASE)),
    ("section", 25, re.compile(r"mục\b", re.IGNORECASE)),
    ("subsection", 28, re.compile(r"tiểu mục\b", re.IGNORECASE)),
    ("article", 40, re.compile(r"điều\b", re.IGNORECASE)),
    ("roman", 30, re.compile(r"[IVXLC]+$")),
    ("capital", 22, re.compile(r"[A-ZĐ]$")),
    ("decimal4", 58, re.compile(r"\d+\.\d+\.\d+\.\d+$")),
    ("decimal3", 56, re.compile(r"\d+\.\d+\.\d+$")),
    ("decimal2", 54, re.compile(r"\d+\.\d+$")),
    ("decimal1", 50, re.compile(r"\d+$")),
    ("inner", 65, re.compile(r"\(\w{1,4}\)$")),
    ("letter", 60, re.compile(r"[a-zđ]\d?$")),
    ("star", 70, re.compile(r"[*❖➢✓✔]$")),
    ("bullet", 75, re.compile(r"[•▪●]$")),
    ("dash", 75, re.compile(r"-$")),
    ("plus", 80, re.compile(r"[+◦»]$")),
)
_ARTICLE = 40
_ROMAN = 30
_UNDER_ROMAN = 35
_UNPARTED = lettered(r"^(?P<mark>[IVX]{1,5})\s*[.:)]\s+(?=[:upper:]{2})")
_INDEX_TITLE = re.compile(
    r"(?:Chỉ số|Tiêu chí|Lĩnh vực|Yếu tố|Nội dung)(?:\s+(?:thành phần|nội dung|số \d+))?\s*:?\s+(?:[“\"][^“”\"]{3,120}[”\"]|[A-ZĐ][^\d.;:,]{3,70})$"
)
_NAMED_NUMBER = re.compile(r"^(?:phần|chương|mục|tiểu mục|điều)\s+(?:thứ\s+)?", re.IGNORECASE)
PROSE = 95
_BARE_HEADING = 90
_LETTER = 60
_MOST_TITLE = 160
_MOST_BARE = 90
_MOST_PART = 220
_PART_OF_INDEX = lettered(
    r"(?:Chỉ số|Tiêu chí|Lĩnh vực|Yếu tố|Nội dung|Trục nội dung|Trục|Thành phần)(?:\s+(?:thành phần|nội dung))?(?:\s+(?:số\s+)?\d{1,2})?\s*[:.–-]?\s+"
    r"(?!(?:DDCI|PCI|PAPI|PAR|SIPAS|DTI)\b|(?:này|của|trên|sau|công việc|thực hiện|cụ thể)\b)(?:[“\"]|[:upper:]|[:lower:])"
)
_WORDS_ALONE = lettered(r"[:upper:][^\d.;:!?]{2,}(?:[:lower:]|[)”\"])")
_RESULT = re.compile(r"\(?(?:kết quả\b[^.;:]{0,40}?)?năm\s+20\d\d\b[^.;]{0,60}\d", re.IGNORECASE)
_END_OF_SENTENCE = re.compile(r"[.;]$")


@dataclass(slots=True)
class Line:
    """One block in the outline.

    style:   numbering habit ("roman", "decimal2", "dash", "title" for a heading without number, "prose", "row")
    rank:    how deep that habit stands by custom, the smaller the higher
    end:     number of the first later line that is not below this one
    parent:  number of the line that this one stands under, -1 at the top
    """

    number: int
    block: Block
    words: Passage
    style: str
    rank: int
    end: int = 0
    parent: int = -1
    marker: str = ""

    @property
    def text(self) -> str:
        """The words of the line without its number or mark."""
        return self.words.text

    @property
    def code(self) -> Passage:
        """Its number without the word before it or the brackets around it: `5` of `Điều 5`."""
        return Passage(_NAMED_NUMBER.sub("", self.marker).strip("()"), self.number)

    @property
    def is_numbered(self) -> bool:
        """Whether it carries a number or letter, not merely a mark."""
        return self.style in _NUMBERED


_NUMBERED = {name for name, _, _ in _RANKS} - {"star", "bullet", "dash", "plus"}


def outline(document: Document, start: int = 0) -> list[Line]:
    """The lines of the document in order, each under the line above it that its numbering belongs to.

    Lines before block `start` (head and title) stand by themselves.
    """
    lines = [_line(number, block) for number, block in enumerate(document.blocks)]
    _numbers_over_titles(lines[start:])
    _titles_by_use(lines[start:])
    _romans_by_sequence(lines)
    _capitals_under_romans(lines[start:])
    open_lines: list[Line] = []
    for line in lines[:start]:
        line.end = line.number + 1
    for line in lines[start:]:
        while open_lines and _closes(open_lines, line):
            open_lines.pop().end = line.number
        line.parent = open_lines[-1].number if open_lines else -1
        if line.style not in {"prose", "row"}:
            open_lines.append(line)
        else:
            line.end = line.number + 1
    for line in open_lines:
        line.end = len(lines)
    return lines


def _line(number: int, block: Block) -> Line:
    numeral = _UNPARTED.match(block.text) if block.kind is not BlockKind.ROW and not block.marker else None
    if numeral:  # the number of a title that the page did not give as one
        words = Passage(block.text, number).part(numeral.end())
        return Line(number, block, words, "roman", _ROMAN, marker=numeral["mark"])
    style, rank = _style(block)
    return Line(number, block, Passage(block.text, number), style, rank, marker=block.marker)


def _style(block: Block) -> tuple[str, int]:
    if block.kind is BlockKind.ROW:
        return "row", PROSE
    if block.marker:
        for name, rank, pattern in _RANKS:
            if pattern.match(block.marker):
                return name, rank
        return "dash", 75
    looks_like_title = len(block.text) <= _MOST_TITLE and not _END_OF_SENTENCE.search(block.text)
    stands_out = (
        block.kind is BlockKind.HEADING or block.bold or is_capitals(block.text) or _INDEX_TITLE.match(block.text)
    )
    if looks_like_title and stands_out:
        return "title", _BARE_HEADING
    return "prose", PROSE


def _numbers_over_titles(lines: list[Line]) -> None:
    """`Phần I` on a line of its own is the number of the title under it."""
    for line, title in pairwise(lines):
        if line.rank <= _ARTICLE and line.marker and not line.text and title.style in {"title", "prose"} and title.text:
            title.style, title.rank, title.marker = line.style, line.rank, line.marker
            line.style, line.rank, line.marker = "prose", PROSE, ""


def _titles_by_use(lines: list[Line]) -> None:
    """Lines without number or look of their own are titles where several do the same.

    Words alone over a line of results (`Chi phí thời gian` over `Năm 2023: 6,1 điểm`), and lines that begin with
    `Chỉ số` or the like over marked lines.
    """
    told = [line for line in lines if line.text]
    over = [line for line, below in pairwise(told) if line.style == "prose" and _RESULT.match(below.text)]
    bare = [line for line in over if len(line.text) <= _MOST_BARE and _WORDS_ALONE.fullmatch(line.text)]
    parts = [
        line
        for line, below in pairwise(told)
        if line.style == "prose" and len(line.text) <= _MOST_PART and _PART_OF_INDEX.match(line.text) and below.marker
    ]
    for titles in (bare, parts):
        for line in titles if len(titles) > 1 else ():
            line.style, line.rank = "title", _BARE_HEADING


def _romans_by_sequence(lines: list[Line]) -> None:
    """A lone C or D after B is the next capital letter, not a hundred or five hundred; I after H too."""
    last = ""
    for line in lines:
        is_letter = len(line.marker) == 1 and line.style in {"roman", "capital"}
        if is_letter and last and ord(line.marker) == ord(last) + 1:
            line.style, line.rank = "capital", 22
        if line.style == "capital":
            last = line.marker


def _capitals_under_romans(lines: list[Line]) -> None:
    """Capital letters that come after a roman number, which goes on counting after them, divide its part."""
    marks = [line for line in lines if line.style in {"roman", "capital"}]
    first = next((n for n, line in enumerate(marks) if line.style == "capital"), 0)
    after = next((line.marker for line in marks[first:] if line.style == "roman"), "")
    if first and after != "I":
        for line in marks:
            if line.style == "capital":
                line.rank = _UNDER_ROMAN


def _closes(open_lines: list[Line], line: Line) -> bool:
    """Whether `line` ends the innermost open line.

    A numbered or marked line ends everything down to the last line of its own habit; a title without
    number ends only titles without number and what stands under them.
    """
    top = open_lines[-1]
    if line.style in {"prose", "row"}:
        return False
    if line.style == "title":
        if any(other.style == "title" and _same_look(other, line) for other in open_lines):
            return True
        return top.rank > _LETTER and top.style != "title"
    if any(other.style == line.style for other in open_lines):
        return True
    if top.style == "title":
        return any(other.rank > line.rank for other in open_lines if other.style != "title")
    return top.rank > line.rank


def _same_look(one: Line, other: Line) -> bool:
    return one.block.level == other.block.level and is_capitals(one.text) == is_capitals(other.text)


def title_of(line: Line) -> Passage:
    """The line's words as a title, without the punctuation at its end."""
    return line.words.trimmed(" .,;:")


def children(lines: list[Line], parent: Line | None) -> list[Line]:
    """The lines that stand directly under `parent` (the top of the document for None)."""
    number = parent.number if parent else -1
    start, end = (parent.number + 1, parent.end) if parent else (0, len(lines))
    return [line for line in lines[start:end] if line.parent == number]
