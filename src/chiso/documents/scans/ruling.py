"""Ruled lines in the picture of a page: found as long straight runs of ink, and taken out before its words are read.

The search goes over pictures half as fine: of two dots across the line's way the darker one counts, so that a thin line
that a scanner made pale and stepped is whole again; along its way the mean, so that gaps between letters stay gaps.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from chiso.documents.pdf_rules import Rule
from chiso.documents.scans.pictures import POINTS, RESOLUTION, Grey

_HALF = 2
_SHORTEST_ACROSS = int(0.5 * RESOLUTION / _HALF)
_SHORTEST_DOWN = int(0.2 * RESOLUTION / _HALF)  # the height of a row of one line, where it meets a line across
_SHORTEST_ALONE = int(0.4 * RESOLUTION / _HALF)  # longer than the stroke of any letter
_THICKEST = 6
_REST = 14  # dots that may be missing between two runs of one line
_MOST_RUNS = 40_000

Mask = NDArray[np.bool_]


@dataclass(slots=True)
class _Stroke:
    """A straight run of ink: its first and last row, where it starts and ends in them."""

    first: int
    last: int
    start: int
    end: int

    @property
    def at(self) -> float:
        return (self.first + self.last + 1) / 2

    @property
    def length(self) -> int:
        return self.end - self.start

    def touches(self, row: int, start: int, end: int) -> bool:
        """Whether a run in a row further down belongs to it."""
        return row - self.last <= _HALF and start <= self.end + _REST and self.start <= end + _REST


def rules_in(dots: Grey, level: int) -> tuple[list[Rule], Mask]:
    """The rules of a page in points, y upwards, and which of its dots belong to them; `level` is the grey of ink."""
    pale = _pale(dots, level)
    across = _strokes(_runs(_halved(dots) <= pale, _SHORTEST_ACROSS))
    down = [
        stroke
        for stroke in _strokes(_runs(_halved(dots.T) <= pale, _SHORTEST_DOWN))
        if stroke.length >= _SHORTEST_ALONE or any(_meet(stroke, other) for other in across)
    ]
    step, height = POINTS * _HALF, dots.shape[0] // _HALF
    rules = [Rule(is_across=True, at=(height - s.at) * step, start=s.start * step, end=s.end * step) for s in across]
    rules += [
        Rule(is_across=False, at=s.at * step, start=(height - s.end) * step, end=(height - s.start) * step)
        for s in down
    ]
    return rules, _covered(dots.shape, across, down)


def _meet(down: _Stroke, across: _Stroke) -> bool:
    is_level = any(abs(end - across.at) <= _THICKEST for end in (down.start, down.end))
    return is_level and across.start - _THICKEST <= down.at <= across.end + _THICKEST


def _covered(shape: tuple[int, ...], across: list[_Stroke], down: list[_Stroke]) -> Mask:
    mask = np.zeros(shape, dtype=np.bool_)
    for strokes, turned in ((across, mask), (down, mask.T)):
        for stroke in strokes:
            first, last = (stroke.first - 1) * _HALF, (stroke.last + 2) * _HALF
            turned[max(0, first) : last, stroke.start * _HALF : stroke.end * _HALF] = True
    return mask


def _pale(dots: Grey, level: int) -> int:
    """A grey half way from ink to paper: thin lines are pale in scans."""
    return (level + int(np.median(dots[::8, ::8]))) // 2


def _halved(dots: Grey) -> Grey:
    """Of two rows the darker dot, of two columns the mean."""
    even = dots[: dots.shape[0] // _HALF * _HALF, : dots.shape[1] // _HALF * _HALF]
    rows: Grey = np.minimum(even[::2], even[1::2])
    halved: Grey = rows[:, ::2] // 2 + rows[:, 1::2] // 2
    return halved


def _runs(ink: Mask, length: int) -> Mask:
    """The ink of each row that lies in runs of at least `length`, save in blots thicker than a rule."""
    half = length // 2
    runs = _widened(_eroded(ink, half), half, axis=1)
    thick = _widened(_eroded(runs.T, _THICKEST // 2).T, _THICKEST // 2, axis=0)
    return runs & ~thick


def _eroded(ink: Mask, half: int) -> Mask:
    """The dots all of whose neighbours in the row, `half` to each side, are ink."""
    return ~_widened(~ink, half, axis=1)


def _widened(ink: Mask, half: int, *, axis: int) -> Mask:
    """The ink grown by `half` dots to both sides along an axis."""
    if axis == 0:
        return _widened(ink.T, half, axis=1).T
    sums = np.zeros((ink.shape[0], ink.shape[1] + 2 * half + 1), dtype=np.int32)
    np.cumsum(ink, axis=1, out=sums[:, half + 1 : half + 1 + ink.shape[1]])
    sums[:, half + 1 + ink.shape[1] :] = sums[:, [half + ink.shape[1]]]
    return sums[:, 2 * half + 1 :] > sums[:, : ink.shape[1]]


def _strokes(mask: Mask) -> list[_Stroke]:
    """The runs in a mask as lines: those of neighbouring rows that touch, and those in a row with a small gap, are one."""
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    strokes: list[_Stroke] = []
    open_from = 0
    for row, start, end in zip(rows[:_MOST_RUNS].tolist(), starts.tolist(), ends.tolist(), strict=False):
        while open_from < len(strokes) and strokes[open_from].last < row - _THICKEST:
            open_from += 1
        touched = next((stroke for stroke in strokes[open_from:] if stroke.touches(row, start, end)), None)
        if touched is None:
            strokes.append(_Stroke(row, row, start, end))
        else:
            touched.last, touched.start, touched.end = row, min(touched.start, start), max(touched.end, end)
    return strokes


def without(dots: Grey, mask: Mask) -> Grey:
    """The picture with the dots of a mask as white as paper."""
    return np.where(mask, np.uint8(255), dots)
