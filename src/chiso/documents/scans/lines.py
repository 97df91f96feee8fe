"""Recognised words put into printed lines, with sizes and weights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from chiso.documents.markers import split_marker
from chiso.documents.pdf_lines import TextLine
from chiso.documents.scans.doubts import signed
from chiso.documents.scans.pictures import POINTS
from chiso.documents.scans.tesseract import Word

_WIDE_GAP = 1.6
_SAME_SIZE = 0.14
_DOUBTFUL = 60
_HEAVIER = 1.22
_LONG = 25

Mask = NDArray[np.bool_]


@dataclass(slots=True)
class Piece:
    """Words that stand side by side without a wide gap; `weight` is how thick its strokes are for its size."""

    words: list[Word]
    weight: float = 0.0

    @property
    def left(self) -> int:
        """Its left edge in dots."""
        return self.words[0].left

    @property
    def right(self) -> int:
        """Its right edge in dots."""
        return max(word.right for word in self.words)

    @property
    def middle(self) -> float:
        """The height of its middle in dots from above."""
        return median((word.top + word.bottom) / 2 for word in self.words)

    @property
    def size(self) -> float:
        """The height of its letters in dots."""
        return median(word.size for word in self.words)


def pieces_of(words: Iterable[Word], ink: Mask) -> list[Piece]:
    """The words in pieces of lines, marks with what they mark."""
    pieces: list[Piece] = []
    for _, line in groupby(words, key=lambda word: word.line):
        ordered = sorted(line, key=lambda word: word.left)
        current = Piece(ordered[:1])
        for before, word in pairwise(ordered):
            is_mark = len(current.words) == 1 and not split_marker(f"{current.words[0].text} X")[1][1:]
            if word.left - before.right > _WIDE_GAP * word.size and not is_mark:
                pieces.append(current)
                current = Piece([])
            current.words.append(word)
        pieces.append(current)
    for piece in pieces:
        piece.weight = _weight(piece, ink)
    return pieces


def _weight(piece: Piece, ink: Mask) -> float:
    """The mean length of runs of ink across the piece, as a share of its letters' size."""
    top, bottom = min(word.top for word in piece.words), max(word.bottom for word in piece.words)
    own = ink[max(0, top) : bottom, max(0, piece.left) : piece.right]
    begun = np.count_nonzero(own[:, 1:] & ~own[:, :-1]) if own.size else 0
    return float(np.count_nonzero(own) / begun / max(1.0, piece.size)) if begun else 0.0


def usual(pieces: Iterable[Piece]) -> tuple[float, float]:
    """The size and weight of most letters."""
    long = [piece for piece in pieces if sum(len(word.text) for word in piece.words) >= _LONG]
    if not long:
        return 0.0, 0.0
    return median(piece.size for piece in long), median(piece.weight for piece in long)


def line_of(piece: Piece, height: int, size: float, weight: float) -> TextLine:
    """A piece as a printed line in points, y upwards; a size near the usual one is the usual one."""
    own = size if size and abs(piece.size - size) <= _SAME_SIZE * size else piece.size
    middle = height - piece.middle
    return TextLine(
        text=" ".join(signed(word.text, is_doubtful=word.certainty < _DOUBTFUL) for word in piece.words),
        left=piece.left * POINTS,
        right=piece.right * POINTS,
        bottom=(middle - own / 2) * POINTS,
        top=(middle + own / 2) * POINTS,
        size=own * POINTS,
        bold=bool(weight) and piece.weight > _HEAVIER * weight,
    )
