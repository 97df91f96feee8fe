"""The letters of a PDF page: which they are, where they stand, how they look."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from chiso.documents.word_numbering import PRIVATE_MARKS

_BOLD = 600
_BELOW, _ABOVE = 0.22, 0.74  # of its size, how far a font reaches below and above the base line
_LINE_END_HYPHENS = ("\x02", "\ufffe")  # what PDFium makes of a hyphen at the end of a line


@dataclass(frozen=True, slots=True)
class Letter:
    """One character, its box with y upwards, and its number in the page's text."""

    character: str
    left: float
    right: float
    bottom: float
    top: float
    index: int

    @property
    def size(self) -> float:
        """The height of its font."""
        return self.top - self.bottom


def letters_of(text: pdfium.PdfTextPage) -> list[Letter]:
    """The letters of a page in the order in which it writes them."""
    box, places = raw.FS_RECTF(), _Places(text)
    letters: list[Letter] = []
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        character = chr(code) if code < 0x110000 else ""  # noqa: PLR2004 (the end of Unicode)
        if character in _LINE_END_HYPHENS:
            character = "-"
        if not character or character == "\u200b":
            continue
        character = PRIVATE_MARKS.get(character, character)
        raw.FPDFText_GetLooseCharBox(text.raw, index, box)
        base, size = places.base_and_size(index)
        letters.append(Letter(character, box.left, box.right, base - _BELOW * size, base + _ABOVE * size, index))
    return letters


def is_unreadable(character: str) -> bool:
    """Whether a character is none, because its font does not say which it is."""
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or (character < " " and character not in "\r\n\t")


class _Places:
    """Base lines and sizes of letters; a letter's own box tells neither, where a font says nothing of its height."""

    def __init__(self, text: pdfium.PdfTextPage) -> None:
        self._text = text.raw
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def base_and_size(self, index: int) -> tuple[float, float]:
        """The height of a letter's base line on the page, and the size at which its font is set."""
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        raw.FPDFText_GetMatrix(self._text, index, self._matrix)
        size = raw.FPDFText_GetFontSize(self._text, index) * math.hypot(self._matrix.c, self._matrix.d)
        return self._y.value, size


def is_bold(text: pdfium.PdfTextPage, index: int) -> bool:
    """Whether the letter number `index` is set in bold."""
    if raw.FPDFText_GetFontWeight(text.raw, index) >= _BOLD:
        return True
    return "bold" in font_name(text, index).lower()


def font_name(text: pdfium.PdfTextPage, index: int) -> str:
    """The name of a letter's font."""
    name = ctypes.create_string_buffer(96)
    raw.FPDFText_GetFontInfo(text.raw, index, name, len(name), ctypes.c_int())
    return name.value.decode("utf-8", "replace")
