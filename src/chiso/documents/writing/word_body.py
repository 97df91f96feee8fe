"""The blocks of a body or annex as Word's paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chiso.documents.writing import form
from chiso.documents.writing.official import (
    BodyBlock,
    Clause,
    Column,
    Heading,
    Item,
    Paragraph,
    Row,
    Table,
    printed_number,
)
from chiso.documents.writing.word_elements import Element, cell, element, list_number, paragraph, row, run, table, twips
from chiso.documents.writing.word_lists import LISTED_LEVELS, Counter
from chiso.documents.writing.word_styles import HEADINGS

_ITEMS = {1: "GachDauDong", 2: "DauCong"}


def body(blocks: Iterable[BodyBlock], room: float) -> Iterator[Element]:
    """The elements of the blocks, `room` millimetres wide; numbers are Word's own where Word counts the same."""
    counter = Counter()
    for block in blocks:
        match block:
            case Heading():
                yield _heading(block, counter)
            case Clause():
                yield _clause(block, counter)
            case Paragraph():
                lead = [run(f"{block.lead} ", bold=True)] if block.lead else []
                yield paragraph("NoiDung", *lead, block.text)
            case Item():
                yield paragraph(_ITEMS[block.level], block.text)
            case Table():
                yield from _table(block, room)


def _heading(heading: Heading, counter: Counter) -> Element:
    style = f"Heading{heading.level}"
    if counter.counts_to(heading.level, heading.number):
        return paragraph(style, heading.text)
    words = f"{printed_number(heading.level, heading.number)} {heading.text}" if heading.number else heading.text
    off = (list_number(0),) if heading.level <= LISTED_LEVELS else ()
    return paragraph(style, words, properties=(*off, element("ind", left=0, firstLine=twips(form.INDENT))))


def _clause(clause: Clause, counter: Counter) -> Element:
    if counter.counts_to(clause.level, clause.number):
        return paragraph("Khoan", clause.text, properties=(list_number(HEADINGS, clause.level - 1),))
    return paragraph("Khoan", f"{printed_number(clause.level, clause.number)} {clause.text}")


def _table(block: Table, room: float) -> Iterator[Element]:
    if block.title:
        yield paragraph("TenBang", block.title)
    whole = sum(column.width for column in block.columns)
    widths = [twips(room * column.width / whole) for column in block.columns]
    heads = (
        cell(w, [paragraph("DauBang", c.head)], vertical="center") for w, c in zip(widths, block.columns, strict=True)
    )
    rows = (_row(each, block.columns, widths) for each in block.rows)
    yield table(widths, (row(heads, is_head=True), *rows), style="TableGrid")


def _row(each: Row, columns: tuple[Column, ...], widths: list[int]) -> Element:
    if each.is_title:
        return row(_title_cells(each.cells[0], each.cells[1], widths))
    return row(
        cell(width, [_cell_paragraph(line, column) for line in text.split("\n")])
        for width, column, text in zip(widths, columns, each.cells, strict=True)
    )


def _title_cells(number: str, title: str, widths: list[int]) -> Iterator[Element]:
    """A number and the title over the other columns; the title over all of them where there is no number."""
    if number:
        kept = [paragraph("DauBang", number, properties=(element("keepNext"),))]
        yield cell(widths[0], kept, vertical="center")
    rest = widths[1:] if number else widths
    yield cell(sum(rest), [paragraph("OBangDam", title)], span=len(rest))


def _cell_paragraph(line: str, column: Column) -> Element:
    return paragraph("OBangGiua" if column.is_centred else "OBang", line)
