"""Word documents (.docx): paragraphs, tables and text boxes in reading order, with the numbers that Word prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError

from chiso.documents import _problems as problems
from chiso.documents import archives
from chiso.documents.document import Block, BlockKind
from chiso.documents.joining import is_capitals, joined
from chiso.documents.markers import split_marker
from chiso.documents.word_numbering import Numbering
from chiso.documents.word_styles import Styles
from chiso.documents.word_tables import rows_of
from chiso.documents.word_text import Words, boxes, words_of
from chiso.documents.word_xml import child, is_deleted_mark, name_of, value

_FAULTS_OF_FILES = (PackageNotFoundError, SyntaxError, AttributeError, TypeError, *archives.FAULTS)
_CENTRED = {"center", "both-center"}


def blocks_of_word(content: bytes, name: str) -> tuple[Block, ...]:
    """The blocks of a .docx that `archives` let pass; raises ProblemError where it is damaged or nested too deeply."""
    try:
        document = docx.Document(BytesIO(content))
        reader = _Reader(Styles(_part(document, "styles")), Numbering(_part(document, "numbering")))
        return joined(reader.read(document.element.body))
    except _FAULTS_OF_FILES as fault:
        # XML faults come as SyntaxError. Whatever a mutilated package makes the library stumble over is one and the same to its owner.
        is_deep = isinstance(fault, RecursionError) or "depth" in str(fault)
        (problems.TOO_DEEP if is_deep else problems.DAMAGED).stop(where=name)


def _part(document: Any, kind: str) -> Any:  # noqa: ANN401 (the library's elements carry no types)
    """The root element of the styles or numbering part, None where the package has none."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
            return relation.target_part.element
    return None


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """One paragraph: its words, the number that Word prints before them, and its looks."""

    words: Words
    printed: str
    level: int
    heading: int
    centred: bool
    number: int
    goes_on: bool


class _Reader:
    """Walks the body once, counting list numbers and paragraphs as it goes."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._paragraph = 0
        self._table = -1
        self._cells = 0

    def read(self, body: Any) -> Iterator[Block]:  # noqa: ANN401 (see _part)
        """The blocks of a body or of a cell that is read as a body."""
        held: _Paragraph | None = None
        for element in body:
            kind = name_of(element)
            if kind == "p":
                paragraph = self._read_paragraph(element)
                if held is not None:
                    paragraph = replace(held, words=held.words.followed_by(paragraph.words), goes_on=paragraph.goes_on)
                held = paragraph if paragraph.goes_on else None
                if held is None:
                    yield from self._blocks(paragraph)
                yield from self._boxes(element)
            elif kind == "tbl":
                yield from self._rows(element)
            elif kind in {"sdt", "ins", "moveTo", "customXml", "smartTag"}:
                yield from self.read(child(element, "sdtContent") if kind == "sdt" else element)
        if held is not None:
            yield from self._blocks(held)

    def _read_paragraph(self, element: Any) -> _Paragraph:  # noqa: ANN401 (see _part)
        self._paragraph += 1
        properties = child(element, "pPr")
        style = value(child(properties, "pStyle"))
        words = words_of(element, self._styles, style)
        list_number = self._styles.list_of(properties, style)
        printed = self._numbering.next(*list_number) if list_number else ""
        return _Paragraph(
            words=words,
            printed=printed,
            level=list_number[1] if list_number else 0,
            heading=self._styles.heading_level(properties, style),
            centred=self._styles.alignment(properties, style) in _CENTRED,
            number=self._paragraph,
            goes_on=is_deleted_mark(properties),
        )

    def _blocks(self, paragraph: _Paragraph) -> Iterator[Block]:
        """One block, or one for each line of a title or signature that is broken by hand."""
        broken = paragraph.words.text.split("\n")
        folded = [" ".join(piece.split()) for piece in broken]
        for number, text in enumerate(folded if self._cells else _lines(folded)):
            if not text and not (paragraph.printed and number == 0):
                continue
            printed = f"{paragraph.printed} {text}".strip() if number == 0 else text
            yield self._block(paragraph, printed)

    def _block(self, paragraph: _Paragraph, printed: str) -> Block:
        marker, text = split_marker(printed)
        kind = BlockKind.HEADING if paragraph.heading else BlockKind.ITEM if marker else BlockKind.PARAGRAPH
        return Block(
            kind=kind,
            text=text.strip(),
            marker=marker,
            level=paragraph.heading or paragraph.level,
            bold=paragraph.words.bold,
            italic=paragraph.words.italic,
            centred=paragraph.centred,
            line=paragraph.number,
            last_line=paragraph.number,
        )

    def _boxes(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 (see _part)
        for box in boxes(element):
            yield from self.read(box)

    def _rows(self, element: Any) -> Iterator[Block]:  # noqa: ANN401 (see _part)
        grid = rows_of(element, self._cell)
        if grid.width == 1:
            for row in grid.elements:
                yield from self.read(row)
            return
        self._table += 1
        yield from grid.blocks(self._table)

    def _cell(self, element: Any) -> tuple[list[str], bool, int]:  # noqa: ANN401 (see _part)
        """The lines of a cell, whether all are bold, and the number of its first paragraph."""
        lines: list[str] = []
        bold: list[bool] = []
        first = self._paragraph + 1
        self._cells += 1  # inside cells every break by hand counts
        for block in self.read(element):
            lines.append(_printed(block))
            bold.append(block.bold)
        self._cells -= 1
        return [line for line in lines if line], bool(bold) and all(bold), first


def _printed(block: Block) -> str:
    """A block as one line of a cell, its number before it; rows of a nested table by their cells."""
    if block.kind is BlockKind.ROW:
        return " ".join(cell.replace("\n", " ") for cell in block.cells if cell)
    if not block.marker:
        return block.text
    bracket = ")" if block.marker.isalpha() and block.marker.islower() else ""
    dot = "." if block.marker.isdigit() and block.text else ""
    return f"{block.marker}{bracket}{dot} {block.text}".strip()


def _lines(pieces: list[str]) -> list[str]:
    """The lines of a paragraph: a break by hand counts in titles and before marks, else it is a space."""
    lines: list[str] = []
    for piece in pieces:
        stands_alone = is_capitals(piece) or bool(split_marker(piece)[0])
        if lines and lines[-1] and not stands_alone and not is_capitals(lines[-1]):
            lines[-1] = f"{lines[-1]} {piece}".strip()
        else:
            lines.append(piece)
    return lines
