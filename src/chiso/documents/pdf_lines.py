"""One page of a PDF: its characters gathered into lines and into the cells of ruled tables."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw

from chiso.documents.markers import split_marker
from chiso.documents.old_fonts import of_font, runs_in_unicode
from chiso.documents.pdf_rules import Grid, Rule, grids_of, rules_of
from chiso.documents.word_numbering import PRIVATE_MARKS

_BOLD = 600
_BELOW, _ABOVE = 0.22, 0.74  # of its size, how far a font reaches below and above the base line
_RAISED_SIZE = 0.78
_WIDE_GAP = 2.2
_SAME_LINE = 0.45
_BREAKS = "\r\n"
_LINE_END_HYPHENS = ("\x02", "\ufffe")  # what PDFium makes of a hyphen at the end of a line


@dataclass(slots=True)
class TextLine:
    """One printed line: its words and box, y upwards; `size` is the height of its letters."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool = False


@dataclass(slots=True)
class Table:
    """A ruled table on a page: its cells as printed, and which go on with the cell above."""

    cells: list[list[str]]
    merged: list[list[bool]]
    bold: list[bool]
    top: float
    xs: tuple[float, ...]


@dataclass(slots=True)
class Sheet:
    """A page as read; `unreadable` is the share of its letters whose font does not say which they are."""

    number: int
    width: float
    height: float
    lines: list[TextLine] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    unreadable: float = 0.0


@dataclass(frozen=True, slots=True)
class _Letter:
    character: str
    left: float
    right: float
    bottom: float
    top: float
    index: int

    @property
    def size(self) -> float:
        return self.top - self.bottom


def read_sheet(page: pdfium.PdfPage, number: int) -> Sheet:
    """The lines and ruled tables of a page, in the order in which the page writes them."""
    width, height = page.get_size()
    rules = rules_of(page)
    sheet = Sheet(number, width, height, rules=rules)
    grids = grids_of(rules)
    text = page.get_textpage()
    try:
        letters = _letters(text)
        sheet.unreadable = sum(_is_unreadable(letter.character) for letter in letters) / max(1, len(letters))
        outside, inside = _parted(letters, grids)
        sheet.lines = [line for line in _lines(outside, text) if line.text]
        sheet.tables = [table for grid, own in zip(grids, inside, strict=True) if (table := _table(grid, own, text))]
    finally:
        text.close()
    return sheet


def _letters(text: pdfium.PdfTextPage) -> list[_Letter]:
    box, places = raw.FS_RECTF(), _Places(text)
    letters: list[_Letter] = []
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
        letters.append(_Letter(character, box.left, box.right, base - _BELOW * size, base + _ABOVE * size, index))
    return letters


def _is_unreadable(character: str) -> bool:
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


def _parted(letters: list[_Letter], grids: list[Grid]) -> tuple[list[_Letter], list[list[_Letter]]]:
    """The letters outside the tables, and those inside each."""
    if not grids:
        return letters, []
    outside: list[_Letter] = []
    inside: list[list[_Letter]] = [[] for _ in grids]
    last: list[_Letter] = outside
    for letter in letters:
        if letter.character not in _BREAKS and not letter.character.isspace():
            x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
            at = next((n for n, grid in enumerate(grids) if grid.holds(x, y)), None)
            last = outside if at is None else inside[at]
        last.append(letter)
    return outside, inside


def _lines(letters: Iterable[_Letter], text: pdfium.PdfTextPage) -> list[TextLine]:
    lines: list[TextLine] = []
    run: list[_Letter] = []
    for letter in letters:
        if run and _breaks(run, letter):
            lines.append(_line(run, text))
            run = []
        if letter.character not in _BREAKS and (run or not letter.character.isspace()):
            run.append(letter)
    if run:
        lines.append(_line(run, text))
    return _with_marks_joined(lines)


def _breaks(run: list[_Letter], letter: _Letter) -> bool:
    """Whether a letter starts another line: lower or higher, back to the left, or far to the right."""
    if letter.character in _BREAKS or letter.character.isspace():
        return False
    last = next((each for each in reversed(run) if not each.character.isspace()), run[-1])
    size = max(last.size, letter.size)
    if size <= 0:
        return False
    apart = abs((last.bottom + last.top) - (letter.bottom + letter.top)) / 2
    if apart > _SAME_LINE * size:
        return True
    return letter.left < last.left - size or letter.left - last.right > _WIDE_GAP * size


def _line(run: list[_Letter], text: pdfium.PdfTextPage) -> TextLine:
    solid = [letter for letter in run if not letter.character.isspace()]
    size = sorted(letter.size for letter in solid)[len(solid) // 2]
    kept = [letter for letter in run if not _is_raised(letter, size, solid[0])]
    probes = [solid[0], solid[len(solid) // 2], solid[-1]]
    if any(of_font(_font(text, probe.index)) for probe in probes):
        words = runs_in_unicode((letter.character, of_font(_font(text, letter.index))) for letter in kept)
    else:
        words = "".join(letter.character for letter in kept)
    return TextLine(
        text=" ".join(unicodedata.normalize("NFC", words).replace("\0", "").split()),
        left=solid[0].left,
        right=solid[-1].right,
        bottom=min(letter.bottom for letter in solid),
        top=max(letter.top for letter in solid),
        size=size,
        bold=all(_is_bold(text, letter.index) for letter in probes),
    )


def _is_raised(letter: _Letter, size: float, first: _Letter) -> bool:
    """A small digit above the line is the mark of a footnote."""
    return letter is not first and letter.character.isdigit() and 0 < letter.size < _RAISED_SIZE * size


def _is_bold(text: pdfium.PdfTextPage, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(text.raw, index) >= _BOLD:
        return True
    return "bold" in _font(text, index).lower()


def _font(text: pdfium.PdfTextPage, index: int) -> str:
    """The name of a letter's font."""
    name = ctypes.create_string_buffer(96)
    raw.FPDFText_GetFontInfo(text.raw, index, name, len(name), ctypes.c_int())
    return name.value.decode("utf-8", "replace")


def _with_marks_joined(lines: list[TextLine]) -> list[TextLine]:
    """A number or mark that a tab parts from its words is on one line with them."""
    whole: list[TextLine] = []
    for line in lines:
        before = whole[-1] if whole else None
        if (
            before
            and _is_level(before, line)
            and before.right <= line.left
            and not split_marker(f"{before.text} X")[1][1:]
        ):
            before.text = f"{before.text} {line.text}"
            before.right, before.bold = line.right, line.bold
        else:
            whole.append(line)
    return whole


def _is_level(one: TextLine, other: TextLine) -> bool:
    return abs((one.bottom + one.top) - (other.bottom + other.top)) / 2 <= _SAME_LINE * max(one.size, other.size)


def _table(grid: Grid, letters: list[_Letter], text: pdfium.PdfTextPage) -> Table | None:
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    parts: dict[tuple[int, int], list[_Letter]] = {}
    at = (0, 0)
    for letter in letters:
        if letter.character not in _BREAKS and not letter.character.isspace():
            at = grid.cell_at((letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2)
        parts.setdefault(at, []).append(letter)
    lines = {place: _lines(own, text) for place, own in parts.items()}
    if not any(lines.values()):
        return None
    cells = [[cell_text(lines.get((row, column), [])) for column in range(columns)] for row in range(rows)]
    merged = [[grid.goes_on(row, column) for column in range(columns)] for row in range(rows)]
    bold = [all(line.bold for column in range(columns) for line in lines.get((row, column), [])) for row in range(rows)]
    return Table(cells, merged, bold, grid.ys[0], grid.xs)


def cell_text(lines: list[TextLine]) -> str:
    """The words of a cell; a printed line that starts with a mark starts a paragraph of its own."""
    text = ""
    for line in sorted(lines, key=lambda line: (-round(line.top), line.left)):
        if not line.text:
            continue
        starts = bool(split_marker(line.text)[0]) and (not text or text.endswith((".", ";", ":", ",")) or "\n" in text)
        text = f"{text}\n{line.text}" if text and starts else f"{text} {line.text}".strip()
    return text
