"""Recognised words put into printed lines, with sizes and weights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from statistics import median

import numpy as np
from numpy.typing import NDArray

from chiso.documents.pdf_lines import TextLine
from chiso.documents.scans.doubts import signed
from chiso.documents.scans.misreadings import mended
from chiso.documents.scans.pictures import POINTS
from chiso.documents.scans.tesseract import Word

_SAME_SIZE = 0.2
_DOUBTFUL = 60
_HEAVIER = 1.22
_LONG = 25

Mask = NDArray[np.bool_]


@dataclass(slots=True)
class Piece:
    """A printed line; `weight` is how thick its strokes are in dots."""

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
    """The words in printed lines."""
    pieces = []
    for _, line in groupby(words, key=lambda word: word.line):
        piece = Piece(sorted(line, key=lambda word: word.left))
        piece.weight = _weight(piece, ink)
        pieces.append(piece)
    return pieces


def _weight(piece: Piece, ink: Mask) -> float:
    """How thick the strokes of the piece are, in the half where they are thinner: bold means all of it."""
    top, bottom = max(0, min(word.top for word in piece.words)), max(word.bottom for word in piece.words)
    middle = (piece.left + piece.right) // 2
    halves = ink[top:bottom, max(0, piece.left) : middle], ink[top:bottom, max(0, middle) : piece.right]
    return min(_run_length(half) for half in halves)


def _run_length(ink: Mask) -> float:
    """The mean length of runs of ink across a picture, 0 where there is none."""
    begun = np.count_nonzero(ink[:, 1:] & ~ink[:, :-1])
    return float(np.count_nonzero(ink)) / begun if begun else 0.0


def usual(pieces: Iterable[Piece]) -> tuple[float, float]:
    """The size and weight of most letters."""
    long = [piece for piece in pieces if sum(len(word.text) for word in piece.words) >= _LONG]
    if not long:
        return 0.0, 0.0
    return median(piece.size for piece in long), median(piece.weight for piece in long)


def line_of(piece: Piece, height: int, size: float, weight: float) -> TextLine:
    """A piece as a printed line in points, y upwards; a size near the usual one is the usual one."""
    own = size if size and abs(piece.size - size) <= _SAME_SIZE * size else piece.size
    thickness = piece.weight * (size / own if size and own else 1)
    middle = height - piece.middle
    return TextLine(
        text=_text(piece.words),
        left=piece.left * POINTS,
        right=piece.right * POINTS,
        bottom=(middle - own / 2) * POINTS,
        top=(middle + own / 2) * POINTS,
        size=own * POINTS,
        bold=bool(weight) and thickness > _HEAVIER * weight,
    )


def _text(words: list[Word]) -> str:
    """The words of a line, what is known to be misread mended, the doubtful ones signed."""
    parts = mended(" ".join(word.text for word in words)).split(" ")
    if len(parts) != len(words):  # a number was parted from the word it stuck to
        parts = [" ".join(parts[: len(parts) - len(words) + 1]), *parts[len(parts) - len(words) + 1 :]]
    doubts = [word.certainty < _DOUBTFUL for word in words]
    return " ".join(signed(part, is_doubtful=doubt) for part, doubt in zip(parts, doubts, strict=True))
