"""Printed lines put together into paragraphs, over columns and pages, with the tables where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from chiso.documents.document import Block, BlockKind
from chiso.documents.joining import is_capitals, is_torn_word, run_on
from chiso.documents.markers import split_marker
from chiso.documents.pdf_leading import ENDS, PARTED, leading_of
from chiso.documents.pdf_lines import TextLine
from chiso.documents.pdf_rows import PlacedTable, blocks_of_tables
from chiso.documents.pdf_sheet import Sheet
from chiso.documents.pdf_tables import Table

_INDENT = 9.0
_SHORT_OF_EDGE = 0.09
_GAP = 1.55
_CENTRE = 6.0
_HALF = 0.5
_LEVEL = 2.0
_MOST = 0.9
_LEAST_RIGHT = 0.8  # no margin on the right is wider than a fifth of the page
_OTHER_SIZE = 0.12
_Edges = tuple[float, float, float, float | None]


@dataclass(slots=True)
class _Paragraph:
    lines: list[TextLine]
    sheet: Sheet

    @property
    def text(self) -> str:
        text = self.lines[0].text
        for line in self.lines[1:]:
            text = run_on(text, line.text)
        return text


def blocks_of_sheets(sheets: list[Sheet]) -> Iterator[Block]:
    """The blocks of all pages in reading order."""
    pieces = [piece for sheet in sheets for piece in _in_order(sheet)]
    lowest, edges = _lowest(sheets), _all_edges(sheets)
    tables = 0
    for is_table, group in groupby(pieces, key=lambda piece: isinstance(piece[0], Table)):
        if not is_table:
            yield from _paragraphs([(part, sheet) for part, sheet in group if isinstance(part, TextLine)], edges)
            continue
        placed = [PlacedTable(part, sheet, lowest[sheet.height]) for part, sheet in group if isinstance(part, Table)]
        for rows in blocks_of_tables(placed, tables):
            yield from rows
            tables += 1


def _lowest(sheets: list[Sheet]) -> dict[float, float]:
    """How far down the pages of each height are filled."""
    lowest: dict[float, float] = {}
    for sheet in sheets:
        feet = [line.bottom for line in sheet.lines] + [table.bottom for table in sheet.tables]
        lowest[sheet.height] = min([lowest.get(sheet.height, sheet.height), *feet])
    return lowest


def _in_order(sheet: Sheet) -> Iterator[tuple[TextLine | Table, Sheet]]:
    """Lines in the page's own order, each table before the first line under it."""
    waiting = list(sheet.tables)
    for line in sheet.lines:
        while waiting and line.top < waiting[0].top:
            yield waiting.pop(0), sheet
        yield line, sheet
    for table in waiting:
        yield table, sheet


def _paragraphs(lines: list[tuple[TextLine, Sheet]], edges: dict[float, _Edges]) -> Iterator[Block]:
    current: _Paragraph | None = None
    for line, sheet in lines:
        if current is not None and not _starts(current, line, sheet, edges[sheet.width]):
            current.lines.append(line)
            continue
        if current is not None:
            yield _block(current)
        current = _Paragraph([line], sheet)
    if current is not None:
        yield _block(current)


def _all_edges(sheets: list[Sheet]) -> dict[float, _Edges]:
    """The edges of the pages of each width."""
    filled = [sheet for sheet in sheets if sheet.lines]
    widths = {sheet.width for sheet in filled}
    return {width: _edges([sheet for sheet in filled if sheet.width == width]) for width in widths}


def _edges(sheets: list[Sheet]) -> _Edges:
    """The left and right edge of the text on pages of one width, the usual distance from line to line, and its leading."""
    lines = [line for sheet in sheets for line in sheet.lines]
    left = min(line.left for line in lines)
    right = max(sorted(line.right for line in lines)[int(len(lines) * _MOST)], _LEAST_RIGHT * sheets[0].width)
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 4 * a.size]
    return left, right, median(steps) if steps else 20.0, leading_of(sheets)


def _starts(current: _Paragraph, line: TextLine, sheet: Sheet, edges: _Edges) -> bool:
    """Whether a line starts a paragraph: by the file's own tags, else by its mark, or as it stands on the page."""
    left, right, _, _ = edges
    last = current.lines[-1]
    if last.tag and line.tag:
        return last.tag.paragraph != line.tag.paragraph or _is_broken_by_hand(last, line, right)
    if is_torn_word(last.text, line.text):
        return False
    if split_marker(line.text)[0]:
        return not _is_mid_sentence(current, line, left, right)
    return _stands_apart(current, line, sheet, edges)


def _stands_apart(current: _Paragraph, line: TextLine, sheet: Sheet, edges: _Edges) -> bool:
    """Whether a line without a mark starts a paragraph: another look, a gap, an indent, or a short line before it."""
    left, right, step, leading = edges
    last = current.lines[-1]
    looks_different = _looks_different(last, line, is_short=_is_short(last, left, right))
    if looks_different or _is_title_after_text(last, line, sheet):
        return True
    down = last.bottom - line.bottom
    if current.sheet is sheet and (down <= 0 or down > _GAP * step):
        return True
    if current.sheet is sheet and leading is not None:
        if down > PARTED * leading:
            return True
        if not _has_room(last, line, right):
            return False
    if _is_short(last, left, right):
        both_centred = _is_centred(line, sheet) and _is_centred(last, current.sheet)
        return not (both_centred and _is_wrapped_title(current, line))
    return _is_indented(current, line, left)


def _is_broken_by_hand(last: TextLine, line: TextLine, right: float) -> bool:
    """Whether a line with a mark begins a paragraph of its own though its tag joins it to the one before it."""
    return bool(split_marker(line.text)[0]) and last.text.endswith(ENDS) and _has_room(last, line, right)


def _has_room(last: TextLine, line: TextLine, right: float) -> bool:
    """Whether the first word of a line had room at the end of the line before it."""
    first = len(line.text.split(" ", 1)[0]) + 1
    return last.right + first * (last.right - last.left) / max(1, len(last.text)) < right - 1


def _looks_different(last: TextLine, line: TextLine, *, is_short: bool) -> bool:
    if last.bold and is_capitals(last.text) and not is_capitals(line.text):
        return True
    if last.bold != line.bold and (is_capitals(last.text) or is_short or line.bold or _begins_anew(last, line)):
        return True
    return abs(last.size - line.size) > _OTHER_SIZE * last.size


def _begins_anew(last: TextLine, line: TextLine) -> bool:
    return line.text[:1].isupper() and last.text[-1:].isalnum()


def _is_title_after_text(last: TextLine, line: TextLine, sheet: Sheet) -> bool:
    """A line in capitals, bold or centred, under one that is none: the kind of the document under its place and day."""
    return is_capitals(line.text) and not is_capitals(last.text) and (line.bold or _is_centred(line, sheet))


def _is_indented(current: _Paragraph, line: TextLine, left: float) -> bool:
    """Whether a line begins further in than the lines before it, as the first line of a paragraph does."""
    last = current.lines[-1]
    if len(current.lines) == 1 and abs(line.left - last.left) <= _LEVEL and line.left > left + _INDENT:
        return last.text.endswith(ENDS)
    further = line.left > left + _INDENT and line.left > last.left + _INDENT - 1
    return further and len(current.lines) > 1 and current.lines[0].left >= line.left - _LEVEL


def _is_mid_sentence(current: _Paragraph, line: TextLine, left: float, right: float) -> bool:
    """A dash or number at the start of a printed line that only goes on with a full line before it."""
    first, last = current.lines[0], current.lines[-1]
    if last.text.endswith(ENDS) or _has_room(last, line, right) or last.bold != line.bold:
        return False
    wrapped = current.lines[1].left if len(current.lines) > 1 else left
    if abs(line.left - wrapped) <= _LEVEL and line.left < first.left - _INDENT:
        return True  # at the margin, under a first line that is set in: marks would be set in too
    mark, rest = split_marker(line.text)
    return mark in {"-", "•"} and rest[:1].islower()


def _is_short(line: TextLine, left: float, right: float) -> bool:
    return line.right < right - _SHORT_OF_EDGE * (right - left)


def _is_centred(line: TextLine, sheet: Sheet) -> bool:
    return abs((line.left + line.right) / 2 - sheet.width / 2) <= 4 * _CENTRE and line.left > sheet.width * 0.18


def _is_wrapped_title(current: _Paragraph, line: TextLine) -> bool:
    last = current.lines[-1]
    alike = last.bold == line.bold and is_capitals(last.text) == is_capitals(line.text)
    return alike and not last.text.endswith((".", ":")) and last.right - last.left > _HALF * current.sheet.width


def _block(paragraph: _Paragraph) -> Block:
    marker, text = split_marker(paragraph.text)
    first = paragraph.lines[0]
    return Block(
        kind=BlockKind.ITEM if marker else BlockKind.PARAGRAPH,
        text=text.strip(),
        marker=marker,
        bold=all(line.bold for line in paragraph.lines),
        centred=_is_centred(first, paragraph.sheet),
        page=paragraph.sheet.number,
    )
