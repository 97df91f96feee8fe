"""A page laid out anew in one column: its columns, then the cells of its tables, one below the other.

Tesseract reads what stands side by side as one line, and passes over numbers that stand alone in a narrow column. In one
column it reads every part in our order, and each word is taken back to where it stood.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from chiso.documents.pdf_rules import Grid
from chiso.documents.scans.pictures import POINTS, RESOLUTION, Grey
from chiso.documents.scans.tesseract import Word

_GUTTER = int(0.2 * RESOLUTION)
_STILL_GUTTER = int(0.12 * RESOLUTION)  # further down, where a longer line comes near
_LEAST_COLUMN = int(0.5 * RESOLUTION)  # a number before a tab is no column
_NARROW = int(0.8 * RESOLUTION)
_SPECKS = 2
_ACCENT = 4  # rows that may be empty between a letter and its accent
_PAD = 3
_CENTRED = 0.04
_LEAST_INK = 12
_APART = 24
_MARGIN = 40
_INSIDE = 3

Mask = NDArray[np.bool_]
Cell = tuple[int, int, int]  # grid, row, column


@dataclass(frozen=True, slots=True)
class Part:
    """A box of the page in dots, of a cell where `cell` is given; `at` is the row of the new layout where it begins."""

    left: int
    top: int
    right: int
    bottom: int
    cell: Cell | None = None
    at: int = 0


def parts_of(ink: Mask, grids: list[Grid]) -> list[Part]:
    """The parts of a page in reading order: text outside the tables, then the cells."""
    outside = ink & ~covered(ink.shape, grids)
    cells = [cell for number, grid in enumerate(grids) for cell in _cells(grid, number, ink.shape[0])]
    return [*_columns(outside), *(cell for cell in cells if _ink_in(ink, cell) >= _LEAST_INK)]


def covered(shape: tuple[int, ...], grids: list[Grid]) -> Mask:
    """Which dots of a page lie in its tables, rules included."""
    mask = np.zeros(shape, dtype=np.bool_)
    for grid in grids:
        left, right = round(min(grid.xs) / POINTS) - _INSIDE, round(max(grid.xs) / POINTS) + _INSIDE
        top, bottom = shape[0] - round(max(grid.ys) / POINTS), shape[0] - round(min(grid.ys) / POINTS)
        mask[max(0, top - _INSIDE) : bottom + _INSIDE, max(0, left) : right] = True
    return mask


def sheaves(parts: list[Part]) -> list[list[Part]]:
    """The parts for one layout each: wide ones, and narrow cells, whose numbers are taken for words between words."""
    narrow = [part for part in parts if part.right - part.left < _NARROW]
    wide = [part for part in parts if part.right - part.left >= _NARROW]
    return [_placed(sheaf) for sheaf in (wide, narrow) if sheaf]


def _placed(parts: list[Part]) -> list[Part]:
    placed: list[Part] = []
    at = _MARGIN
    for part in parts:
        placed.append(replace(part, at=at))
        at += part.bottom - part.top + _APART
    return placed


def _cells(grid: Grid, number: int, height: int) -> Iterator[Part]:
    """The cells of a table in dots, merged fields as one, without the rules at their edges."""
    fields: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for row in range(len(grid.ys) - 1):
        for column in range(len(grid.xs) - 1):
            fields.setdefault(grid.first_of(row, column), []).append((row, column))
    for (row, column), own in fields.items():
        left, right = grid.xs[column], grid.xs[max(c for _, c in own) + 1]
        top, bottom = grid.ys[row], grid.ys[max(r for r, _ in own) + 1]
        yield Part(
            left=max(0, round(left / POINTS) + _INSIDE),
            top=max(0, height - round(top / POINTS) + _INSIDE),
            right=round(right / POINTS) - _INSIDE,
            bottom=height - round(bottom / POINTS) - _INSIDE,
            cell=(number, row, column),
        )


def _ink_in(ink: Mask, part: Part) -> int:
    return int(np.count_nonzero(ink[part.top : part.bottom, part.left : part.right]))


def _columns(ink: Mask) -> Iterator[Part]:
    """The text in boxes: strips of print over the whole width, or columns where a gutter runs down through them."""
    strips = _stretches(np.count_nonzero(ink, axis=1) > _SPECKS, _ACCENT)
    middle = _middle(ink) if strips else 0.0
    at = 0
    while at < len(strips):
        top, end = strips[at][0], at + 1
        gutter = _gutter(ink[slice(*strips[at])], _GUTTER)
        if not gutter:
            while end < len(strips) and not _gutter(ink[slice(*strips[end])], _GUTTER):
                end += 1
        while gutter and end < len(strips) and not _is_centred(ink[slice(*strips[end])], middle):
            if not (wider := _gutter(ink[top : strips[end][1]], _STILL_GUTTER)):
                break
            end, gutter = end + 1, wider
        bottom = strips[end - 1][1]
        edges = (0, gutter, ink.shape[1]) if gutter else (0, ink.shape[1])
        for left, right in pairwise(edges):
            rows = np.flatnonzero(ink[top:bottom, left:right].any(axis=1))
            yield Part(left, max(0, top + int(rows[0]) - _PAD), right, top + int(rows[-1]) + 1 + _PAD)
        at = end


def _middle(ink: Mask) -> float:
    columns = np.flatnonzero(np.count_nonzero(ink, axis=0) > _SPECKS)
    return float(columns[0] + columns[-1]) / 2 if len(columns) else ink.shape[1] / 2


def _is_centred(strip: Mask, middle: float) -> bool:
    """Whether a strip is a title in the middle of the page, which belongs to no column."""
    return abs(_middle(strip) - middle) <= _CENTRED * strip.shape[1] and not _gutter(strip, _STILL_GUTTER)


def _gutter(ink: Mask, least: int) -> int:
    """The middle of the widest empty gap with a column of print on either side, 0 where there is none."""
    inked = _stretches(np.count_nonzero(ink, axis=0) > 0, least)
    best = (0, 0)
    for (_, before), (after, _) in pairwise(inked):
        is_column = before - inked[0][0] >= _LEAST_COLUMN and inked[-1][1] - after >= _LEAST_COLUMN
        if is_column:
            best = max(best, (after - before, (before + after) // 2))
    return best[1]


def _stretches(flags: NDArray[np.bool_], least_gap: int) -> list[tuple[int, int]]:
    """Where flags are set, as half-open stretches; gaps shorter than `least_gap` do not part them."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], flags, [False])).astype(np.int8)))
    found: list[tuple[int, int]] = []
    for start, end in edges.reshape(-1, 2).tolist():
        if found and start - found[-1][1] < least_gap:
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return found


def laid_out(dots: Grey, parts: list[Part], tables: Mask) -> Grey:
    """The parts of a page one below the other on white paper; text outside the tables without what lies in them."""
    width = max(part.right - part.left for part in parts) + 2 * _MARGIN
    last = parts[-1]
    paper = np.full((last.at + last.bottom - last.top + _MARGIN, width), 255, dtype=np.uint8)
    for part in parts:
        box = np.s_[part.top : part.bottom, part.left : part.right]
        own = dots[box] if part.cell else np.where(tables[box], np.uint8(255), dots[box])
        paper[part.at : part.at + own.shape[0], _MARGIN : _MARGIN + own.shape[1]] = own
    return paper


def taken_back(words: list[Word], parts: list[Part]) -> Iterator[tuple[Word, Cell | None]]:
    """The words of a page laid out anew where they stand on the page, each with its cell."""
    starts = np.array([part.at - _APART // 2 for part in parts])
    for word in words:
        part = parts[max(0, int(np.searchsorted(starts, (word.top + word.bottom) / 2, side="right")) - 1)]
        right, down = part.left - _MARGIN, part.top - part.at
        moved = replace(
            word, left=word.left + right, right=word.right + right, top=word.top + down, bottom=word.bottom + down
        )
        yield moved, part.cell
