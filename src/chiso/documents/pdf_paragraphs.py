"""Printed lines put together into paragraphs, over columns and pages, with the tables where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from chiso.documents.document import Block, BlockKind
from chiso.documents.joining import is_capitals, row_text, rows_joined
from chiso.documents.markers import split_marker
from chiso.documents.pdf_lines import Sheet, Table, TextLine

_INDENT = 9.0
_SHORT_OF_EDGE = 0.09
_GAP = 1.55
_CENTRE = 6.0
_HALF = 0.5
_MOST = 0.9
_LEAST_RIGHT = 0.8  # no margin on the right is wider than a fifth of the page
_OTHER_SIZE = 0.12
_SAME_GRID = 6.0
_BROKEN_NUMBER = re.compile(r"\d/[A-ZĐ]+-$|\d/$|/[A-ZĐ]{2,}-$")  # "54/KH-" at the end of a line goes on with "UBND"


@dataclass(slots=True)
class _Paragraph:
    lines: list[TextLine]
    sheet: Sheet

    @property
    def text(self) -> str:
        text = self.lines[0].text
        for line in self.lines[1:]:
            text += line.text if _BROKEN_NUMBER.search(text) and line.text[:1].isupper() else f" {line.text}"
        return text


def blocks_of_sheets(sheets: list[Sheet]) -> Iterator[Block]:
    """The blocks of all pages in reading order."""
    pieces = [piece for sheet in sheets for piece in _in_order(sheet)]
    table = -1
    for is_table, group in groupby(pieces, key=lambda piece: isinstance(piece[0], Table)):
        if not is_table:
            yield from _paragraphs([(part, sheet) for part, sheet in group if isinstance(part, TextLine)])
            continue
        for rows in _tables([(part, sheet) for part, sheet in group if isinstance(part, Table)]):
            table += 1
            yield from _rows(rows, table)


def _in_order(sheet: Sheet) -> Iterator[tuple[TextLine | Table, Sheet]]:
    """Lines in the page's own order, each table before the first line under it."""
    waiting = list(sheet.tables)
    for line in sheet.lines:
        while waiting and line.top < waiting[0].top:
            yield waiting.pop(0), sheet
        yield line, sheet
    for table in waiting:
        yield table, sheet


def _paragraphs(lines: list[tuple[TextLine, Sheet]]) -> Iterator[Block]:
    current: _Paragraph | None = None
    edges = {
        width: _edges([sheet for _, sheet in lines if sheet.width == width]) for width in {s.width for _, s in lines}
    }
    for line, sheet in lines:
        if current is not None and not _starts(current, line, sheet, edges[sheet.width]):
            current.lines.append(line)
            continue
        if current is not None:
            yield _block(current)
        current = _Paragraph([line], sheet)
    if current is not None:
        yield _block(current)


def _edges(sheets: list[Sheet]) -> tuple[float, float, float]:
    """The left and right edge of the text on pages of one width, and the usual distance from line to line."""
    lines = [line for sheet in {id(sheet): sheet for sheet in sheets}.values() for line in sheet.lines]
    left = min(line.left for line in lines)
    right = max(sorted(line.right for line in lines)[int(len(lines) * _MOST)], _LEAST_RIGHT * sheets[0].width)
    steps = [a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < 4 * a.size]
    return left, right, median(steps) if steps else 20.0


def _starts(current: _Paragraph, line: TextLine, sheet: Sheet, edges: tuple[float, float, float]) -> bool:
    """Whether a line starts a paragraph: a mark, another look, a gap, an indent, or a short line before it."""
    left, right, step = edges
    last = current.lines[-1]
    if _BROKEN_NUMBER.search(last.text) and line.text[:1].isupper():
        return False
    if split_marker(line.text)[0] and not _is_mid_sentence(last, line, right):
        return True
    looks_different = _looks_different(last, line, is_short=_is_short(last, left, right))
    if looks_different or _is_title_after_text(last, line, sheet):
        return True
    down = last.bottom - line.bottom
    if current.sheet is sheet and (down <= 0 or down > _GAP * step):
        return True
    if _is_short(last, left, right):
        both_centred = _is_centred(line, sheet) and _is_centred(last, current.sheet)
        return not (both_centred and _is_wrapped_title(current, line))
    return _is_indented(current, line, left)


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
    if len(current.lines) == 1 and abs(line.left - last.left) <= 2 and line.left > left + _INDENT:  # noqa: PLR2004 (points)
        return last.text.endswith((".", ";", ":"))
    further = line.left > left + _INDENT and line.left > last.left + _INDENT - 1
    return further and len(current.lines) > 1 and current.lines[0].left >= line.left - 2


def _is_mid_sentence(last: TextLine, line: TextLine, right: float) -> bool:
    """A dash or number at the start of a printed line that only goes on with a full line before it."""
    full = last.right >= right - 0.02 * right
    mark = split_marker(line.text)[0]
    rest = split_marker(line.text)[1]
    return full and mark in {"-", "•"} and rest[:1].islower() and not last.text.endswith((".", ";", ":"))


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


def _tables(parts: list[tuple[Table, Sheet]]) -> Iterator[list[tuple[Table, Sheet]]]:
    """Tables that follow one another with the same columns are one table over several pages."""
    current: list[tuple[Table, Sheet]] = []
    for table, sheet in parts:
        if current and not _is_same_grid(current[-1][0], table):
            yield current
            current = []
        current.append((table, sheet))
    if current:
        yield current


def _is_same_grid(one: Table, other: Table) -> bool:
    if len(one.xs) != len(other.xs):
        return False
    return all(abs(a - b) <= _SAME_GRID for a, b in zip(one.xs, other.xs, strict=True))


def _rows(parts: list[tuple[Table, Sheet]], number: int) -> Iterator[Block]:
    rows = [
        Block(
            kind=BlockKind.ROW,
            text=row_text(cells),
            cells=tuple(cells),
            merged=tuple(merged),
            table=number,
            bold=bold,
            page=sheet.number,
        )
        for table, sheet in parts
        for cells, merged, bold in zip(table.cells, table.merged, table.bold, strict=True)
        if any(cells)
    ]
    whole = rows_joined(rows)
    yield from (row if position else replace(row, is_table_head=True) for position, row in enumerate(whole))
