"""PDF documents with a text layer: pages to lines and ruled tables, lines to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2 as pdfium

from chiso.documents import _problems as problems
from chiso.documents.document import Block
from chiso.documents.joining import joined
from chiso.documents.pdf_furniture import without_furniture
from chiso.documents.pdf_lines import Sheet, read_sheet
from chiso.documents.pdf_paragraphs import blocks_of_sheets

_MOST_PAGES = 1_500
_LEAST_LETTERS_A_PAGE = 8


def blocks_of_pdf(content: bytes, name: str) -> tuple[Block, ...]:
    """The blocks of a PDF; raises ProblemError where it has a password, is damaged, too long, or a scan."""
    document = _opened(content, name)
    try:
        if len(document) > _MOST_PAGES:
            problems.TOO_LARGE.stop(where=name, given=f"{len(document)} trang", wanted=f"{_MOST_PAGES} trang")
        sheets = list(_sheets(document))
    except pdfium.PdfiumError:
        problems.DAMAGED.stop(where=name)
    finally:
        document.close()
    letters = sum(len(line.text) for sheet in sheets for line in sheet.lines)
    letters += sum(len(cell) for sheet in sheets for table in sheet.tables for row in table.cells for cell in row)
    if letters < _LEAST_LETTERS_A_PAGE * max(1, len(sheets)):
        problems.NO_TEXT_LAYER.stop(where=name)
    return joined(blocks_of_sheets(without_furniture(sheets)))


def _opened(content: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            problems.ENCRYPTED.stop(where=name)
        problems.DAMAGED.stop(where=name)


def _sheets(document: pdfium.PdfDocument) -> Iterator[Sheet]:
    for number in range(len(document)):
        page = document[number]
        try:
            yield read_sheet(page, number + 1)
        finally:
            page.close()
