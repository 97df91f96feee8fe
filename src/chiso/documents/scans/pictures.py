"""Pictures of pages: grey, at one resolution, from the pages of a PDF or from image files."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from PIL import Image, ImageSequence

from chiso.documents import _problems as problems

Grey = NDArray[np.uint8]

RESOLUTION = 200  # dots an inch: enough for 11 points, a third of the time that 300 takes
POINTS = 72 / RESOLUTION
_MOST_DOTS = 80_000_000
_LONG_SIDE = 11.69  # inches of A4; what an image file itself says of its size is mostly wrong
_FAULTS_OF_PICTURES = (OSError, ValueError, SyntaxError, EOFError, TypeError, LookupError, OverflowError, MemoryError)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture: dots by row from the top, 0 black, 255 white; `number` from 1."""

    number: int
    dots: Grey


def picture_of(page: pdfium.PdfPage, number: int) -> Picture:
    """A page of a PDF as a picture; a page larger than A3 is made smaller."""
    width, height = page.get_size()
    scale = min(1 / POINTS, (_MOST_DOTS / 4 / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        dots = bitmap.to_numpy().copy()
    finally:
        bitmap.close()
    return Picture(number, dots.reshape(dots.shape[:2]))


def pictures_in(content: bytes, name: str) -> Iterator[Picture]:
    """The pages of an image file (a .tif may have several); raises ProblemError where it is damaged or too large."""
    with _told(name), Image.open(BytesIO(content)) as file:
        for number, frame in enumerate(ImageSequence.Iterator(file), start=1):
            if frame.width * frame.height > _MOST_DOTS:
                given = f"{frame.width} × {frame.height}"
                problems.TOO_MANY_DOTS.stop(where=name, given=given, wanted=_MOST_DOTS // 1_000_000)
            yield Picture(number, _as_a4(frame))


def count_in(content: bytes, name: str) -> int:
    """How many pages an image file has."""
    with _told(name), Image.open(BytesIO(content)) as file:
        return getattr(file, "n_frames", 1)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Whatever a mutilated picture makes the library stumble over is one and the same to its owner."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the library warns of sizes and odd tags that are judged here
            yield
    except (*_FAULTS_OF_PICTURES, Image.DecompressionBombError):
        problems.DAMAGED.stop(where=name)


def _as_a4(frame: Image.Image) -> Grey:
    """The picture in grey with transparent parts white, its longer side that of A4 at our resolution."""
    if "transparency" in frame.info or frame.mode in {"RGBA", "LA", "PA"}:
        whole = frame.convert("RGBA")
        paper = Image.new("RGBA", whole.size, "white")
        frame = Image.alpha_composite(paper, whole)
    grey = frame.convert("L")
    scale = _LONG_SIDE * RESOLUTION / max(grey.size)
    size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
    return np.asarray(grey.resize(size, Image.Resampling.LANCZOS if scale < 1 else Image.Resampling.BICUBIC))
