"""The distance from line to line within the paragraphs of a document whose paragraphs stand further apart than that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from chiso.documents.markers import split_marker
from chiso.documents.pdf_lines import TextLine
from chiso.documents.pdf_sheet import Sheet

ENDS = (".", ";", ":")
PARTED = 1.25
"""How many times the leading stand between two paragraphs at the least."""
_LEAST_INSIDE = 2
_LEAST_BETWEEN = 5
_FARTHEST = 4
_MOST_ALIKE = 1.1
_MOST = 0.9


def leading_of(sheets: Iterable[Sheet]) -> float | None:
    """The leading of such a document in points; None where its paragraphs follow without a gap, or too little tells."""
    inside: list[float] = []
    between: list[float] = []
    for last, line in _neighbours(sheets):
        is_marked, has_ended = bool(split_marker(line.text)[0]), last.text.endswith(ENDS)
        down = last.bottom - line.bottom
        if is_marked and has_ended:
            between.append(down)
        elif line.text[:1].islower() and not is_marked and not has_ended:
            inside.append(down)
    if len(inside) < _LEAST_INSIDE or len(between) < _LEAST_BETWEEN:
        return None
    leading = median(inside)
    even = sum(down <= _MOST_ALIKE * leading for down in inside)
    parted = sum(down > PARTED * leading for down in between)
    return leading if even >= _MOST * len(inside) and parted >= _MOST * len(between) else None


def _neighbours(sheets: Iterable[Sheet]) -> Iterator[tuple[TextLine, TextLine]]:
    """Each two lines of one size, one under the other."""
    for sheet in sheets:
        for last, line in pairwise(sheet.lines):
            if 0 < last.bottom - line.bottom < _FARTHEST * line.size and abs(last.size - line.size) < 1:
                yield last, line
