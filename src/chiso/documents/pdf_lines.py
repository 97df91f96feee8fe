"""The letters of a PDF page gathered into printed lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium

from chiso.documents.markers import split_marker
from chiso.documents.old_fonts import of_font, runs_in_unicode
from chiso.documents.pdf_letters import Letter, font_name, is_bold
from chiso.documents.pdf_tags import Tag, Tags

BREAKS = "\r\n"
_RAISED_SIZE = 0.78
_WIDE_GAP = 2.2
_SAME_LINE = 0.45


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
    tag: Tag | None = None

    def spare(self, width: float) -> float:
        """How many of its letters would have room beside it in a column of that width."""
        length = self.right - self.left
        return (width - length) * len(self.text) / length if length > 0 else 0.0


def lines_of(letters: Iterable[Letter], text: pdfium.PdfTextPage, tags: Tags) -> list[TextLine]:
    """The letters, as the page writes them, in lines; those without words left out."""
    lines: list[TextLine] = []
    run: list[Letter] = []
    for letter in letters:
        if run and _breaks(run, letter):
            lines.append(_line(run, text, tags))
            run = []
        if letter.character not in BREAKS and (run or not letter.character.isspace()):
            run.append(letter)
    if run:
        lines.append(_line(run, text, tags))
    return [line for line in _with_marks_joined(lines) if line.text]


def _breaks(run: list[Letter], letter: Letter) -> bool:
    """Whether a letter starts another line: lower or higher, back to the left, or far to the right."""
    if letter.character in BREAKS or letter.character.isspace():
        return False
    last = next((each for each in reversed(run) if not each.character.isspace()), run[-1])
    size = max(last.size, letter.size)
    if size <= 0:
        return False
    apart = abs((last.bottom + last.top) - (letter.bottom + letter.top)) / 2
    if apart > _SAME_LINE * size:
        return True
    return letter.left < last.left - size or letter.left - last.right > _WIDE_GAP * size


def _line(run: list[Letter], text: pdfium.PdfTextPage, tags: Tags) -> TextLine:
    solid = [letter for letter in run if not letter.character.isspace()]
    size = sorted(letter.size for letter in solid)[len(solid) // 2]
    kept = [letter for letter in run if not _is_raised(letter, size, solid[0])]
    probes = [solid[0], solid[len(solid) // 2], solid[-1]]
    if any(of_font(font_name(text, probe.index)) for probe in probes):
        words = runs_in_unicode((letter.character, of_font(font_name(text, letter.index))) for letter in kept)
    else:
        words = "".join(letter.character for letter in kept)
    return TextLine(
        text=" ".join(unicodedata.normalize("NFC", words).replace("\0", "").split()),
        left=solid[0].left,
        right=solid[-1].right,
        bottom=min(letter.bottom for letter in solid),
        top=max(letter.top for letter in solid),
        size=size,
        bold=all(is_bold(text, letter.index) for letter in probes),
        tag=tags.at(text, solid[-1].index),
    )


def _is_raised(letter: Letter, size: float, first: Letter) -> bool:
    """A small digit above the line is the mark of a footnote."""
    return letter is not first and letter.character.isdigit() and 0 < letter.size < _RAISED_SIZE * size


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
            before.right, before.bold, before.tag = line.right, line.bold, line.tag
        else:
            whole.append(line)
    return whole


def _is_level(one: TextLine, other: TextLine) -> bool:
    return abs((one.bottom + one.top) - (other.bottom + other.top)) / 2 <= _SAME_LINE * max(one.size, other.size)
