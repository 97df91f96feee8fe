"""A document as read: its blocks in reading order, each of which knows its place in the source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block is in the layout of the document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table row.

    text:   NFC, white space folded to single spaces, markup removed; of a row its cells joined by " | "
    marker: the list mark or number as printed, without final dot or bracket ("1.1", "a", "-", "+", "*"), else ""
    level:  depth of a heading or item in the source's own outline, 0 where it has none
    cells:  of a row its cells from left to right (a merged cell stands in its first place, "" in the others);
            the paragraphs of one cell are parted by line feeds, which are spaces in `text`
    merged: of a row which cells go on with the cell above them, where the source tells; else empty
    table:  number of the table that a row belongs to, from 0
    line, last_line: first and last line in a text source, from 1; in .docx the number of the paragraph
    page:   page of the source, from 1, where the source has pages
    doubtful: spans [start, end) of `text` whose words were recognised in a scan without certainty
    """

    kind: BlockKind
    text: str
    marker: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    cells: tuple[str, ...] = ()
    merged: tuple[bool, ...] = ()
    table: int | None = None
    is_table_head: bool = False
    line: int | None = None
    last_line: int | None = None
    page: int | None = None
    doubtful: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A span of characters [start, end) in the text of block number `block`."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document of any kind, ready to be understood."""

    name: str
    kind: str
    blocks: tuple[Block, ...]

    def text_at(self, place: Place) -> str:
        """The characters at a place."""
        return self.blocks[place.block].text[place.start : place.end]

    def is_doubtful(self, place: Place) -> bool:
        """Whether a word at a place was recognised without certainty."""
        return any(start < place.end and place.start < end for start, end in self.blocks[place.block].doubtful)
