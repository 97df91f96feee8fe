"""Ruled lines in the picture of a page: found as long straight runs of ink, and taken out before its words are read.

The search goes over pictures half as fine: of two dots across the line's way the darker one counts, so that a thin line
that a scanner made pale and stepped is whole again; along its way the mean, so that gaps between letters stay gaps.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from chiso.documents.pdf_rules import Rule
from chiso.documents.scans.pictures import POINTS, RESOLUTION, Grey

_HALF = 2
_SHORTEST_ACROSS = int(0.5 * RESOLUTION / _HALF)
_SHORTEST_DOWN = int(0.2 * RESOLUTION / _HALF)  # longer than the stroke of any letter
_THICKEST = 6
_REST = 14  # dots that may be missing between two runs of one line
_MOST_RUNS = 40_000

Mask = NDArray[np.bool_]
_Stroke = tuple[float, float, float]  # row, start, end


def rules_in(dots: Grey, level: int) -> tuple[list[Rule], Mask]:
    """The rules of a page in points, y upwards, and which of its dots belong to them; `level` is the grey of ink."""
    pale = _pale(dots, level)
    across, down = _runs(_halved(dots) <= pale, _SHORTEST_ACROSS), _runs(_halved(dots.T) <= pale, _SHORTEST_DOWN)
    step, height = POINTS * _HALF, across.shape[0]
    rules = [Rule(is_across=True, at=(height - at) * step, start=a * step, end=b * step) for at, a, b in _strokes(across)]
    rules += [
        Rule(is_across=False, at=at * step, start=(height - b) * step, end=(height - a) * step)
        for at, a, b in _strokes(down)
    ]
    covered = _widened(across, 1, axis=0) | _widened(down, 1, axis=0).T
    return rules, _doubled(covered, dots.shape)


def _pale(dots: Grey, level: int) -> int:
    """A grey half way from ink to paper: thin lines are pale in scans."""
    return (level + int(np.median(dots[::8, ::8]))) // 2


def _halved(dots: Grey) -> Grey:
    """Of two rows the darker dot, of two columns the mean."""
    even = dots[: dots.shape[0] // _HALF * _HALF, : dots.shape[1] // _HALF * _HALF]
    rows = np.minimum(even[::2], even[1::2])
    return rows[:, ::2] // 2 + rows[:, 1::2] // 2


def _doubled(mask: Mask, shape: tuple[int, ...]) -> Mask:
    whole = np.zeros(shape, dtype=np.bool_)
    for row in range(_HALF):
        for column in range(_HALF):
            target = whole[row::_HALF, column::_HALF]
            target[: mask.shape[0], : mask.shape[1]] = mask[: target.shape[0], : target.shape[1]]
    return whole


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
    strokes: list[list[float]] = []  # first row, last row, start, end
    open_from = 0
    for row, start, end in zip(rows[:_MOST_RUNS], starts, ends, strict=False):
        while open_from < len(strokes) and strokes[open_from][1] < row - _THICKEST:
            open_from += 1
        touched = next((s for s in strokes[open_from:] if _touches(s, row, start, end)), None)
        if touched is None:
            strokes.append([row, row, start, end])
        else:
            touched[1], touched[2], touched[3] = row, min(touched[2], start), max(touched[3], end)
    return [((first + last + 1) / 2, start, end) for first, last, start, end in strokes]


def _touches(stroke: list[float], row: int, start: int, end: int) -> bool:
    return row - stroke[1] <= _HALF and start <= stroke[3] + _REST and stroke[2] <= end + _REST


def without(dots: Grey, mask: Mask) -> Grey:
    """The picture with the dots of a mask as white as paper."""
    return np.where(mask, np.uint8(255), dots)
