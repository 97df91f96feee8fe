"""Plain text and Markdown: lines to blocks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise

from chiso.documents import _problems as problems
from chiso.documents.document import Block, BlockKind
from chiso.documents.joining import is_capitals, joined, row_text
from chiso.documents.markers import split_marker
from chiso.documents.old_fonts import guessed, in_unicode, is_vietnamese
from chiso.documents.plain_tables import with_whole_tables

_HEADING = re.compile(r"^(#{1,6})\s+")
_TAGS = re.compile(r"</?(?:b|i|u|em|strong|br|sup|sub)\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"<((?:https?|mailto)[^<>\s]*)>")
_PIPES = re.compile(r"^\|.*\|$")
_HALF_PIPES = re.compile(r"^[^|]*[^|\s][^|]*(?:\|[^|]*)+\|$")  # as sites of legal texts print rows
_CODED = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[A-ZĐa-zđ])[.)]?\t")
_PAGE = re.compile(r"^\s*[-–]?\s*\d{1,3}\s*[-–]?\s*$")
_PIPE_RULE = re.compile(r"^\|(?:\s*:?-{2,}:?\s*\|)+$")
_RULE = re.compile(r"^[-_=*~.\s]{3,}$")
_ENDED = re.compile(r"[.;:!?…]\W*$")
_TAB_STOPS = 2
_WRAPPED_SHARE = 0.1
_FULL_SHARE = 0.75
_WIDEST = 140
_PROSE_WIDTH = 40
_ACRONYM = 12
_MOST_BYTES = 10_000_000
_LEAST_TORN = 3
_TORN_SHARE = 0.8
_MOST_TORN = 0.9
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_COLUMNS = re.compile(r"(?<!Số:)(?<!ngày)(?<!tháng)(?<!năm)(?<=\S)(?: {6,}|(?<=[^\s.)\d])\t)(?=\S)(?!/)")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the file: its number, its words without markup, and what the markup said."""

    number: int
    raw: str
    text: str
    level: int
    heading: int
    bold: bool
    italic: bool
    breaks: bool
    after_blank: bool


def blocks_of_text(content: bytes, name: str) -> tuple[Block, ...]:
    """The blocks of a text file; raises ProblemError where its encoding is unknown."""
    lines = _lines(_decoded(content, name))
    return with_whole_tables(joined(_gathered(_with_whole_rows(lines))))


def _decoded(content: bytes, name: str) -> str:
    if len(content) > _MOST_BYTES:
        given, wanted = f"{len(content) // 1_000_000} MB", f"{_MOST_BYTES // 1_000_000} MB"
        problems.TOO_LARGE.stop(where=name, given=given, wanted=wanted)
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = _decoded_old(content, name)
    if "\x00" in text:
        problems.NOT_TEXT.stop(where=name)
    font = guessed(text)
    return in_unicode(text, font) if font else unicodedata.normalize("NFC", text)


def _decoded_old(content: bytes, name: str) -> str:
    """A file from before Unicode: bytes for an old font, or Vietnamese Windows (1258)."""
    for text in (content.decode("cp1252", "replace"), content.decode("latin-1")):
        if guessed(text):
            return text
    text = unicodedata.normalize("NFC", content.decode("cp1258", "replace"))
    return text if is_vietnamese(text) else problems.NOT_TEXT.stop(where=name)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    blank, in_table = True, False
    printed = text.split("\n")
    for number, raw in enumerate(printed, start=1):
        if (
            not raw.strip()
            or (_RULE.match(raw.strip()) and not raw.strip().startswith("**"))
            or _is_page(printed, number)
        ):
            blank, in_table = True, False
            continue
        in_table = raw.count("\t") >= _TAB_STOPS or (in_table and "\t" in raw)
        for column in [raw.rstrip("\r")] if in_table else _columns(raw.rstrip("\r")):
            lines.append(_line(number, column, blank=blank))
            blank = False
    return lines


def _is_page(printed: list[str], number: int) -> bool:
    """Whether a line is the number of a page: it stands alone between blank lines."""
    around = [printed[n].strip() for n in (number - 2, number) if 0 <= n < len(printed)]
    return bool(_PAGE.match(printed[number - 1])) and not any(around)


def _columns(raw: str) -> list[str]:
    """A line, cut where a wide gap sets recipients beside the signer; rows of tables stay whole."""
    stripped = raw.strip()
    if raw.count("\t") >= _TAB_STOPS or stripped.startswith("|"):
        return [raw]
    parts = _COLUMNS.split(stripped)
    return [raw] if len(parts) == 1 else parts


def _line(number: int, raw: str, *, blank: bool) -> _Line:
    stripped = raw.strip(" \u00a0\ufeff")
    heading = _HEADING.match(stripped)
    body = stripped[heading.end() :] if heading else stripped
    return _Line(
        number=number,
        raw=stripped,
        text=_without_markup(body),
        level=(len(raw) - len(raw.lstrip(" "))) // 2,
        heading=len(heading.group(1)) if heading else 0,
        bold=body.startswith(("**", "<b>", "***")),
        italic=bool(re.match(r"\*(?!\*|\s)|\*{3}|<i>", body)),
        breaks=raw.endswith("  "),
        after_blank=blank,
    )


def _without_markup(text: str) -> str:
    bullet = "* " if re.match(r"\*\s", text) else ""
    text = text[len(bullet) :].replace("\\*", "\x01")
    text = _ADDRESS.sub(r"\1", _TAGS.sub("", text)).replace("*", "").replace("__", "")
    kept = "\t".join(" ".join(part.split()) for part in (bullet + text).replace("\x01", "*").split("\t"))
    return kept if "\t" in kept else kept.strip()


def _gathered(lines: list[_Line]) -> list[Block]:
    """Blocks of the lines; lines of one paragraph together, each table under its own number."""
    wraps = _wrapped_from(lines)
    blanks = _has_blanks(lines)
    blocks: list[Block] = []
    table, ends, before = -1, -1, None
    for line in lines:
        cells = _cells(line)
        if cells is None:
            if (
                before
                and not before.breaks
                and ends < len(blocks)
                and _is_same_paragraph(before, line, wraps=wraps, blanks=blanks)
            ):
                blocks[-1] = replace(blocks[-1], text=f"{blocks[-1].text} {line.text}", last_line=line.number)
            else:
                blocks.append(_block(line))
            before = line
        elif cells:
            if ends != len(blocks):
                table += 1
            blocks.append(_row(line, cells, table))
            ends, before = len(blocks), None
    return blocks


def _with_whole_rows(lines: list[_Line]) -> list[_Line]:
    """The lines, rows between tabs in one piece each: those broken at a width, and headings inside a table."""
    whole: list[_Line] = []
    width = 0
    for line, after in zip(lines, [*lines[1:], None], strict=False):
        stops = line.text.count("\t")
        if whole and not line.after_blank and _is_rest_of_row(whole[-1].text, line.text, width):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {line.text}")
            continue
        width = stops if stops >= _TAB_STOPS and stops > width else width * bool(stops)
        short = 0 < stops < _TAB_STOPS and bool(width and _CODED.match(line.text))
        if short and not (after and _is_rest_of_row(line.text, after.text, width)):
            line = replace(line, text=line.text + "\t" * (width - stops))  # noqa: PLW2901 (the line as a row of the table)
        whole.append(line)
    return whole


def _is_rest_of_row(before: str, text: str, width: int) -> bool:
    """Whether two lines are halves of a row: together they have its stops, and the second has no number of its own."""
    first, second = before.count("\t"), text.count("\t")
    return 0 < first < width and 0 < second < width and first + second == width and not _CODED.match(text)


def _has_blanks(lines: list[_Line]) -> bool:
    """Whether blank lines part the paragraphs of the file."""
    return sum(line.after_blank for line in lines) > _WRAPPED_SHARE * len(lines)


def _wrapped_from(lines: list[_Line]) -> int:
    """From which length on a line goes on in the next one by itself; 0 where line breaks end paragraphs.

    In a file broken at a fixed width most lines that another follows at once are nearly as long as the
    longest; in one that parts paragraphs by blank lines a line that ends in mid-sentence goes on.
    """
    followed = [len(a.text) for a, b in pairwise(lines) if not b.after_blank]
    if not followed:
        return 0
    if not _has_blanks(lines):
        return _width_without_blanks(lines)
    longest = max(followed)
    full = sum(length >= _FULL_SHARE * longest for length in followed)
    is_broken_at_width = longest <= _WIDEST and full > len(followed) / 2 and len(followed) > len(lines) / 3
    return max(_PROSE_WIDTH + 1, int(_FULL_SHARE * longest)) if is_broken_at_width else _PROSE_WIDTH


def _width_without_blanks(lines: list[_Line]) -> int:
    """The width that a file without blank lines is broken at; 0 where its line breaks end paragraphs.

    Lines that begin in small letters betray the width: those before them are all nearly as long as the longest.
    """
    followed = ((a, b) for a, b in pairwise(lines) if not b.after_blank and "\t" not in a.text)
    before = [len(a.text) for a, b in followed if _runs_on(b.text)]
    longest = max((len(line.text) for line in lines if "\t" not in line.text), default=0)
    if len(before) < _LEAST_TORN or longest > _WIDEST:
        return 0
    width = int(_TORN_SHARE * longest)
    return longest if sum(length >= width for length in before) >= _MOST_TORN * len(before) else 0


def _runs_on(text: str) -> bool:
    return text[:1].islower() and not split_marker(text)[0]


def _introduces(text: str) -> bool:
    """Whether a line is a few words before a colon: `Nhiệm vụ cụ thể:`."""
    return text.endswith(":") and text[:1].isupper() and len(text) <= _PROSE_WIDTH


def _is_same_paragraph(before: _Line, line: _Line, *, wraps: int, blanks: bool) -> bool:
    marked = bool(split_marker(line.text)[0])
    if line.after_blank or line.heading or before.heading or marked:
        return False
    if is_capitals(before.text) or (is_capitals(line.text) and len(line.text) > _ACRONYM):
        return False
    ended = bool(_ENDED.search(before.text))
    if line.text[:1].islower() and not ended:
        return True
    if wraps == 0 or before.bold != line.bold or (wraps == _PROSE_WIDTH and _introduces(line.text)):
        return False
    if not blanks:  # only where the next word had no room left
        no_room = len(before.text) + 1 + len(line.text.split(" ", 1)[0]) > wraps
        return no_room and (not ended or line.text[:1].islower() or before.text.endswith(";"))
    return len(before.text) >= wraps and (not ended or wraps > _PROSE_WIDTH)


def _cells(line: _Line) -> list[str] | None:
    """The cells of a table row, None where the line is none, [] for the rule under a Markdown head."""
    if line.text.count("\t") >= _TAB_STOPS:
        return [cell.strip() for cell in line.text.split("\t")]
    if not line.raw.endswith("|"):
        return None
    if _PIPE_RULE.match(line.raw):
        return []
    if _PIPES.match(line.raw):
        return [_cell(cell) for cell in line.raw[1:-1].split("|")]
    if _HALF_PIPES.match(line.raw):
        return [_cell(cell) for cell in line.raw[:-1].split("|")]
    return None


def _cell(printed: str) -> str:
    """The words of a Markdown cell, its forced breaks as line breaks."""
    return "\n".join(filter(None, (_without_markup(part.strip()) for part in _BREAK.split(printed))))


def _row(line: _Line, cells: list[str], table: int) -> Block:
    return Block(
        kind=BlockKind.ROW,
        text=row_text(cells),
        cells=tuple(cells),
        table=table,
        bold="<b>" in line.raw or "**" in line.raw,
        line=line.number,
        last_line=line.number,
    )


def _block(line: _Line) -> Block:
    marker, text = split_marker(line.text.replace("\t", " "))
    kind = BlockKind.HEADING if line.heading else BlockKind.ITEM if marker else BlockKind.PARAGRAPH
    return Block(
        kind=kind,
        text=text.strip(),
        marker=marker,
        level=line.heading or line.level,
        bold=line.bold,
        italic=line.italic,
        line=line.number,
        last_line=line.number,
    )
