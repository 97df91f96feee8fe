"""The printed lines of one table cell put together: paragraphs, and words that the column was too narrow for."""

from __future__ import annotations

import re

from chiso.documents.joining import run_on
from chiso.documents.markers import split_marker
from chiso.documents.pdf_lines import TextLine

_PADDING = 11.0  # points at both sides of a cell's words
_SLACK = 4  # letters
_TIGHT = 1.2  # letters
_ENDS = (".", ";", ":", ",")
_SENTENCE_ENDS = (".", ":")
_TORN = re.compile(r"(?:\d+ \d+|[A-ZĐ]+ [BCDĐGHKLMNPQRSTVX]+)")  # "1 0", "ST T": no syllable begins so

_LAST_LETTERS = re.compile(r"(?:ng|nh|ch|[cghmnpt])(?!\w|\)|\.\s)")  # of a syllable: nothing begins and ends so
_DATE = re.compile(r"\d{1,2}/\d{1,2}/(?:19|20)\d\d(?!\d)")


def cell_text(lines: list[TextLine], width: float) -> str:
    """The words of a cell in a column of that width; a line that starts a paragraph stands after a line feed."""
    ordered = sorted(lines, key=lambda line: (-round(line.top), line.left))
    room = max([width - _PADDING, *(line.right - line.left for line in lines)])
    text = ""
    last: TextLine | None = None
    for line in ordered:
        if last is None:
            text = line.text
        elif _is_torn(text, last, line, room):
            text += line.text
        else:
            text = f"{text}\n{line.text}" if _starts(text, last, line, room) else run_on(text, line.text)
        last = line
    return text


def spare_of(lines: list[TextLine], width: float) -> float:
    """How many letters have room beside the last line of a cell; 0 where it has none."""
    last = min(lines, key=lambda line: line.bottom, default=None)
    return last.spare(width - _PADDING) if last else 0.0


def _is_torn(text: str, last: TextLine, line: TextLine, room: float) -> bool:
    """Whether a number, abbreviation, date or syllable goes on under itself, because its column is too narrow."""
    if last.spare(room) >= _TIGHT:
        return False
    if _TORN.fullmatch(f"{text} {line.text}"):
        return True
    if " " in last.text:  # a word goes to the next line as a whole before it is torn
        return False
    if last.text[-1:].isalpha():
        return bool(_LAST_LETTERS.match(line.text))
    return bool(_DATE.match(last.text + line.text)) and not _DATE.match(last.text)


def _starts(text: str, last: TextLine, line: TextLine, room: float) -> bool:
    """Whether a line starts a paragraph: by the file's own tags, else by its mark or the room left before it."""
    if last.tag and line.tag:
        return last.tag.paragraph != line.tag.paragraph
    mark, rest = split_marker(line.text)
    had_room = last.spare(room) > len(line.text.split(" ", 1)[0]) + _SLACK
    if not mark:
        return had_room and text.endswith(_SENTENCE_ENDS) and line.text[:1].isupper()
    if text.endswith(_ENDS) or "\n" in text or had_room:
        return True
    return split_marker(text)[0] == mark and rest[:1].isupper()
