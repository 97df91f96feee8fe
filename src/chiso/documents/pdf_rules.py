"""The ruled lines of a PDF page, and the grids that they make."""

from __future__ import annotations

import ctypes
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

_THIN = 2.5
_NEAR = 3.0
_SHORTEST = 6.0
_MOST_RULES = 5_000
_MOST_FIELDS = 10_000


@dataclass(frozen=True, slots=True)
class Rule:
    """A line on the page: across where `is_across`, at `at`, from `start` to `end`."""

    is_across: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the x of its column borders from the left, the y of its row borders from the top.

    `firsts` remembers of which cell each field of the grid is a part.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rules: tuple[Rule, ...]
    firsts: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[-1] - 1 <= y <= self.ys[0] + 1

    def cell_at(self, x: float, y: float) -> tuple[int, int]:
        """The row and column of a point, borders that are not drawn passed over to the left and up."""
        column = max((n for n, left in enumerate(self.xs[:-1]) if left <= x + 1), default=0)
        row = max((n for n, top in enumerate(self.ys[:-1]) if top >= y - 1), default=0)
        return self.first_of(row, column)

    def first_of(self, row: int, column: int) -> tuple[int, int]:
        """The first field, from the left and above, of the cell that a field of the grid belongs to."""
        if (row, column) not in self.firsts:
            self.firsts[row, column] = self._first(row, column)
        return self.firsts[row, column]

    def _first(self, row: int, column: int) -> tuple[int, int]:
        while column > 0 and not self._is_drawn(column, row, across=False):
            column -= 1
        while row > 0 and not self._is_drawn(column, row, across=True):
            row -= 1
        return row, column

    def goes_on(self, row: int, column: int) -> bool:
        """Whether a cell is one with the cell above it."""
        return row > 0 and not self._is_drawn(column, row, across=True)

    def _is_drawn(self, column: int, row: int, *, across: bool) -> bool:
        """Whether the cell's upper border (`across`) or left border is ruled at its middle."""
        if across:
            at, middle = self.ys[row], (self.xs[column] + self.xs[column + 1]) / 2
        else:
            at, middle = self.xs[column], (self.ys[row] + self.ys[row + 1]) / 2
        return any(
            rule.is_across is across and abs(rule.at - at) <= _NEAR and rule.start - 1 <= middle <= rule.end + 1
            for rule in self.rules
        )


def rules_of(page: pdfium.PdfPage) -> list[Rule]:
    """The horizontal and vertical lines of a page, thin rectangles among them."""
    rules: list[Rule] = []
    for shape in page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,)):
        rules += _rules_of_path(shape)
        if len(rules) > _MOST_RULES:  # a drawing
            return []
    return rules


def _rules_of_path(shape: pdfium.PdfObject) -> Iterator[Rule]:
    left, bottom, right, top = shape.get_bounds() if hasattr(shape, "get_bounds") else shape.get_pos()
    if right - left <= _THIN or top - bottom <= _THIN:
        yield from _rule((left, bottom), (right, top))
        return
    if not _is_stroked(shape):
        return
    points = _points(shape)
    for (kind, *end), (_, *start) in zip(points[1:], points, strict=False):
        if kind == raw.FPDF_SEGMENT_LINETO:
            yield from _rule((start[0], start[1]), (end[0], end[1]))
    if len(points) == 4:  # noqa: PLR2004 (a rectangle that is closed without a fifth point)
        yield from _rule((points[3][1], points[3][2]), (points[0][1], points[0][2]))


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    if y1 - y0 <= _THIN and x1 - x0 >= _SHORTEST:
        yield Rule(is_across=True, at=(y0 + y1) / 2, start=x0, end=x1)
    elif x1 - x0 <= _THIN and y1 - y0 >= _SHORTEST:
        yield Rule(is_across=False, at=(x0 + x1) / 2, start=y0, end=y1)


def _is_stroked(shape: pdfium.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape.raw, fill, stroke)
    return bool(stroke.value)


def _points(shape: pdfium.PdfObject) -> list[tuple[int, float, float]]:
    matrix = shape.get_matrix()
    points: list[tuple[int, float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(raw.FPDFPath_CountSegments(shape.raw)):
        segment = raw.FPDFPath_GetPathSegment(shape.raw, number)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((raw.FPDFPathSegment_GetType(segment), *matrix.on_point(x.value, y.value)))
    return points


def grids_of(rules: list[Rule]) -> list[Grid]:
    """The tables that touching lines make: at least two columns and one row; finer nets are drawings."""
    grids: list[Grid] = []
    for group in _touching(rules):
        across = [rule for rule in group if rule.is_across]
        down = [rule for rule in group if not rule.is_across]
        # The ends count too: a row torn by the page end, or a table open at its sides, lacks its last line.
        xs = _positions([rule.at for rule in down] + list(_ends(across)))
        ys = _positions([rule.at for rule in across] + list(_ends(down)))
        if len(xs) > 2 and len(ys) > 1 and len(xs) * len(ys) <= _MOST_FIELDS:  # noqa: PLR2004 (two columns have three borders)
            grids.append(Grid(tuple(xs), tuple(reversed(ys)), tuple(group)))
    return sorted(grids, key=lambda grid: -grid.ys[0])


def _ends(rules: list[Rule]) -> Iterator[float]:
    """Where lines of one direction begin and end; not within another on the same line, as scans show one line twice."""
    ordered = sorted(rules, key=lambda rule: rule.at)
    places = [rule.at for rule in ordered]
    for rule in ordered:
        beside = ordered[bisect_left(places, rule.at - _NEAR) : bisect_right(places, rule.at + _NEAR)]
        for end in (rule.start, rule.end):
            if not any(other.start + _NEAR < end < other.end - _NEAR for other in beside):
                yield end


def _touching(rules: list[Rule]) -> list[list[Rule]]:
    """Lines in groups: those that cross or meet, or that carry one another on, are together."""
    across = sorted((rule for rule in rules if rule.is_across), key=lambda rule: rule.at)
    down = sorted((rule for rule in rules if not rule.is_across), key=lambda rule: rule.at)
    groups: dict[int, list[Rule]] = {id(rule): [rule] for rule in rules}
    for ordered, others in ((across, across), (down, down), (down, across)):
        places = [other.at for other in others]
        for rule in ordered:
            low, high = (rule.at, rule.at) if ordered is others else (rule.start, rule.end)
            for other in others[bisect_left(places, low - _NEAR) : bisect_right(places, high + _NEAR)]:
                if groups[id(rule)] is not groups[id(other)] and _meet(rule, other):
                    _unite(groups, rule, other)
    return list({id(group): group for group in groups.values()}.values())


def _unite(groups: dict[int, list[Rule]], one: Rule, other: Rule) -> None:
    larger, smaller = sorted((groups[id(one)], groups[id(other)]), key=len, reverse=True)
    larger += smaller
    for rule in smaller:
        groups[id(rule)] = larger


def _meet(one: Rule, other: Rule) -> bool:
    if one.is_across == other.is_across:
        return abs(one.at - other.at) <= _NEAR and one.start <= other.end + _NEAR and other.start <= one.end + _NEAR
    return other.start - _NEAR <= one.at <= other.end + _NEAR and one.start - _NEAR <= other.at <= one.end + _NEAR


def _positions(values: list[float]) -> list[float]:
    """The values in order, those nearer than a line's thickness taken as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found
