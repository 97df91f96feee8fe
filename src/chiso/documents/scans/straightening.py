"""Straightening a scanned page by the angle at which its lines of print stand out most; cleaning one full of specks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from chiso.documents.scans.pictures import Grey

_COARSE = 4  # the angle is looked for in a picture a quarter as wide
_WIDEST = 5.0
_STEPS = (0.5, 0.1, 0.02)
_LEAST_INK = 200
_LEAST_ANGLE = 0.03
_LEVELS = 256
_SPECKS_SHARE = 0.04
_DARKER = 0.75
_MORE_TIMES = 4
_MOST_SPOTS = 8_000  # a page of 11 points has about a thousand
_MOST_CORNERS = 300_000  # and of corners thirty thousand


def ink_level(dots: Grey) -> int:
    """The grey that best parts ink from paper, after Otsu (1979), but clearly darker than the paper.

    On a page with little print the two kinds of grey that part best are light and dark specks of paper.
    """
    counts = np.bincount(dots.ravel(), minlength=_LEVELS).astype(np.float64)
    below = np.cumsum(counts)
    weighted = np.cumsum(counts * np.arange(_LEVELS))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        between = below * above * (weighted / below - (weighted[-1] - weighted) / above) ** 2
    best = int(np.argmax(np.where(np.isfinite(between), between, -1)))
    paper = int(np.searchsorted(below, below[-1] / 2))
    return min(best, int(_DARKER * paper))


def straightened(dots: Grey) -> Grey:
    """The page turned so that its lines lie level."""
    angle = skew(dots)
    if abs(angle) < _LEAST_ANGLE:
        return dots
    turned = Image.fromarray(dots).rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(turned)


def skew(dots: Grey) -> float:
    """By how many degrees the lines of print fall to the right (negative: rise), within five."""
    small = dots[: dots.shape[0] // _COARSE * _COARSE, : dots.shape[1] // _COARSE * _COARSE]
    small = small.reshape(small.shape[0] // _COARSE, _COARSE, -1, _COARSE).mean(axis=(1, 3)).astype(np.uint8)
    down, along = np.nonzero(small <= ink_level(small))
    if len(down) < _LEAST_INK:
        return 0.0
    best = 0.0
    reach = _WIDEST
    for step in _STEPS:
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _sharpness(down, along, angle)))
        reach = step
    return best


def _sharpness(down: NDArray[np.int64], along: NDArray[np.int64], angle: float) -> float:
    """How much the count of ink differs from row to row if the page were turned by an angle."""
    rows = np.rint(down - along * np.tan(np.radians(angle))).astype(np.int64)
    counts = np.bincount(rows - rows.min())
    return float(np.square(np.diff(counts)).sum())


def cleaned(dots: Grey, level: int) -> Grey:
    """The page with its paper white, and each dot the median of its neighbours where specks are many.

    Tesseract takes specks for letters and drowns in them; the median is taken again as long as they are too many.
    """
    ink = np.pad(dots <= level, 1)
    inner = ink[1:-1, 1:-1]
    alone = inner & ~(ink[:-2, 1:-1] | ink[2:, 1:-1] | ink[1:-1, :-2] | ink[1:-1, 2:])
    if int(np.count_nonzero(alone)) > _SPECKS_SHARE * int(np.count_nonzero(inner)):
        dots = _smoothed(dots)
    for _ in range(_MORE_TIMES):
        if not is_noise(dots <= level):
            break
        dots = _smoothed(dots)
    return np.where(dots > (level + np.median(dots[::8, ::8])) / 2, np.uint8(255), dots)


def _smoothed(dots: Grey) -> Grey:
    return np.asarray(Image.fromarray(dots).filter(ImageFilter.MedianFilter(3)))


def is_noise(ink: NDArray[np.bool_]) -> bool:
    """Whether a page has more spots, holes or corners of ink than a page of small print.

    Spots less holes are Euler's number of the picture, a quarter of its outer corners less its inner ones (Gray 1971).
    """
    dots = np.pad(ink, 1).astype(np.int8)
    fours = dots[:-1, :-1] + dots[:-1, 1:] + dots[1:, :-1] + dots[1:, 1:]
    crossed = (dots[:-1, :-1] == dots[1:, 1:]) & (dots[:-1, :-1] != dots[:-1, 1:]) & (fours == 2)  # noqa: PLR2004 (of four dots)
    corners = int(np.count_nonzero(fours == 1))
    euler = corners - int(np.count_nonzero(fours == 3)) - 2 * int(np.count_nonzero(crossed))  # noqa: PLR2004
    return abs(euler) > 4 * _MOST_SPOTS or corners > _MOST_CORNERS
