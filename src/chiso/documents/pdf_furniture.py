"""What a PDF repeats around its text: page numbers, running heads, footnotes."""

from __future__ import annotations

import re
from collections import Counter

from chiso.documents.pdf_lines import TextLine
from chiso.documents.pdf_sheet import Sheet

_PAGE_NUMBER = re.compile(r"^(?:trang|page)?\s*[-–—]*\s*\d{1,4}\s*(?:[-–—/]\s*\d{0,4})?\s*[-–—]*$", re.IGNORECASE)
_EDGE_SHARE = 0.09
_FOOT_SHARE = 0.45
_LEAST_PAGES = 3
_SHORT_RULE = (40.0, 260.0)
_SMALLER = 0.95


def without_furniture(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets without page numbers, running heads and footnotes."""
    repeated = _repeated(sheets)
    body = _body_size(sheets)
    for sheet in sheets:
        notes = _note_top(sheet, body)
        sheet.lines = [
            line
            for line in sheet.lines
            if not (_is_at_edge(sheet, line) and (_PAGE_NUMBER.match(line.text) or _shape(line) in repeated))
            and not (line.top <= notes and line.size < _SMALLER * body)
        ]
    return sheets


def _is_at_edge(sheet: Sheet, line: TextLine) -> bool:
    share = sheet.height * _EDGE_SHARE
    return line.bottom >= sheet.height - share or line.top <= share


def _shape(line: TextLine) -> str:
    return re.sub(r"\d+", "#", line.text.lower())


def _repeated(sheets: list[Sheet]) -> set[str]:
    """The lines that stand at the edge of most pages."""
    counts = Counter(shape for sheet in sheets for shape in {_shape(n) for n in sheet.lines if _is_at_edge(sheet, n)})
    least = max(_LEAST_PAGES, len(sheets) // 2)
    return {shape for shape, count in counts.items() if count >= least}


def _body_size(sheets: list[Sheet]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for line in sheet.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _note_top(sheet: Sheet, body: float) -> float:
    """The height of the short line over footnotes, 0 where there is none with small print under it."""
    for rule in sheet.rules:
        is_short = _SHORT_RULE[0] <= rule.end - rule.start <= _SHORT_RULE[1]
        if not rule.is_across or not is_short or rule.at > sheet.height * _FOOT_SHARE:
            continue
        below = [line for line in sheet.lines if line.top <= rule.at + 1 and not _PAGE_NUMBER.match(line.text)]
        if below and all(line.size < _SMALLER * body for line in below) and below[0].text[:1].isdigit():
            return rule.at + 1
    return 0.0
