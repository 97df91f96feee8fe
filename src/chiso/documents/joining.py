"""Paragraphs and table rows that a page break tore apart, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from chiso.documents.document import Block, BlockKind
from chiso.documents.letters import lettered

_ENDED = re.compile(r"[.;:!?…”\"/)]\s*$")
_OPEN_END = re.compile(
    r"(?:,|\b(?:của|và|hoặc|tại|theo|với|các|những|cho|về|là|để|trong|từ|đến|được|do|bởi|Sở|UBND|tỉnh))$"
)
_OPEN_NUMBER = re.compile(r"\bsố$")  # "Quyết định số", but not "chính quyền số"
_BEGINS_ANEW = re.compile(
    r"^(?:Năm|Kết quả|Mục tiêu|Phấn đấu|Đơn vị|Cơ quan|Bộ phận|Chủ trì|Phối hợp|Thời (?:gian|hạn)|Nhiệm vụ|Nội dung|Giải pháp|Biện pháp|Lãnh đạo|Giao|Các|Trong|Đến|Theo)\b"
)
_RUNS_ON = lettered(r"^(?:[:lower:]|\d+(?:[.,]\d+)?\s*%)")
_OPEN_LIST = re.compile(r":[^:]*;[^:]*;$")
_TORN_AT_SLASH = re.compile(r"\w/$")
_TORN_NUMBER = re.compile(r"\d/[A-ZĐ]+-$|/[A-ZĐ]{2,}-$")  # "54/KH-" at the end of a line goes on with "UBND"
_LETTER_SHARE = 0.8
_LONG_LINE = 40
_ACRONYM = 8
_MOST_HEADS = 3


def joined(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, each torn one joined with its rest by a single space."""
    whole: list[Block] = []
    for block in blocks:
        if whole and _continues(whole[-1], block):
            whole[-1] = _together(whole[-1], block)
        else:
            whole.append(block)
    return tuple(whole)


def is_capitals(text: str) -> bool:
    """Whether the words are printed in capitals, as titles are."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) >= _LETTER_SHARE * len(letters)


def is_torn_word(text: str, more: str) -> bool:
    """Whether a line breaks off in a word: after a slash, or after the hyphen of a document's number.

    >>> is_torn_word("Kế hoạch số 54/KH-", "UBND"), is_torn_word("02 buổi/", "tháng"), is_torn_word("và /", "hoặc")
    (True, True, False)
    """
    if not more[:1].isalnum():
        return False
    return bool(_TORN_AT_SLASH.search(text)) or (bool(_TORN_NUMBER.search(text)) and more[:1].isupper())


def run_on(text: str, more: str) -> str:
    """Words and those of the printed line after them, with a blank between them unless a word was torn."""
    return text + more if is_torn_word(text, more) else f"{text} {more}"


def is_open(text: str) -> bool:
    """Whether no mark ends the words, so that they may go on."""
    return not _ENDED.search(text)


def goes_on(text: str, more: str) -> bool:
    """Whether words without an end before them begin in mid-sentence, or those before them break off in it."""
    if _RUNS_ON.match(more) or (_OPEN_NUMBER.search(text) and more[:1].isdigit()):
        return True
    is_anew = text[-1:] != "," and (_BEGINS_ANEW.match(more) or (more.endswith(":") and len(more) < _LONG_LINE))
    return bool(_OPEN_END.search(text)) and not is_anew


def _continues(before: Block, block: Block) -> bool:
    flowing = (BlockKind.PARAGRAPH, BlockKind.ITEM)
    if block.kind is not BlockKind.PARAGRAPH or before.kind not in flowing:
        return False
    if is_capitals(before.text) or len(before.text) < _LONG_LINE or _is_title(block):
        return False
    if before.bold and not block.bold and block.text[:1].isupper():
        return False
    if (_OPEN_LIST.search(before.text) and not before.marker and not block.bold) or _is_second_half(before, block):
        return True
    if not is_open(before.text):
        return False
    return goes_on(before.text, block.text)


def _is_second_half(before: Block, block: Block) -> bool:
    """Whether a line in small letters goes on with an item that breaks off after a semicolon."""
    is_label = ":" in block.text[:_LONG_LINE]
    return bool(before.marker) and before.text.endswith(";") and block.text[:1].islower() and not is_label


def _is_title(block: Block) -> bool:
    return len(block.text) > _ACRONYM and is_capitals(block.text)


def _together(before: Block, block: Block) -> Block:
    return replace(before, text=f"{before.text} {block.text}", last_line=block.last_line or before.last_line)


def rows_joined(rows: Iterable[Block]) -> tuple[Block, ...]:
    """The rows of one table without repeated heads, each row that a page tore apart in one piece."""
    whole: list[Block] = []
    head: tuple[str, ...] | None = None
    after_break = False
    heads: list[tuple[str, ...]] = []
    page: int | None = None
    for row in rows:
        if head is None:
            head = row.cells
        elif _same_head(row.cells, head):
            after_break = True
            continue
        elif after_break and any(_same_head(row.cells, second) for second in heads):
            continue  # the second row of a head over two
        if len(heads) < _MOST_HEADS:
            heads.append(row.cells)
        turned = bool(whole and row.page is not None and page != row.page)
        page = row.page
        if whole and (after_break or turned) and _is_rest(row.cells):
            whole[-1] = _row_together(whole[-1], row)
        else:
            whole.append(row)
        after_break = False
    return tuple(whole)


def _same_head(cells: tuple[str, ...], head: tuple[str, ...]) -> bool:
    return [c.casefold() for c in cells] == [c.casefold() for c in head]


def _is_rest(cells: tuple[str, ...]) -> bool:
    """A row without its number that starts in mid-sentence or leaves most columns empty."""
    if not cells or cells[0]:
        return False
    filled = [cell for cell in cells if cell]
    return any(cell[0].islower() for cell in filled) or len(filled) < len(cells) - 1


def _row_together(before: Block, row: Block) -> Block:
    pairs = zip(before.cells, row.cells, strict=False)
    cells = tuple(f"{above} {below}".strip() for above, below in pairs)
    return replace(before, cells=cells, text=row_text(cells), last_line=row.last_line)


def row_text(cells: Iterable[str]) -> str:
    """The text of a row: its cells joined by " | ", each line break inside a cell a space.

    Offsets in a cell and in the text agree, so that a span of a cell has its place in the block.
    """
    return " | ".join(cells).replace("\n", " ")
