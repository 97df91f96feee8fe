"""PDF documents: pages to lines and ruled tables, scanned pages through recognition, lines to paragraphs."""

from __future__ import annotations

import pypdfium2 as pdfium

from chiso.documents import _problems as problems
from chiso.documents.document import Block
from chiso.documents.joining import joined
from chiso.documents.pdf_furniture import without_furniture
from chiso.documents.pdf_paragraphs import blocks_of_sheets
from chiso.documents.pdf_scans import is_scan, is_unreadable
from chiso.documents.pdf_sheet import Sheet, read_sheet
from chiso.documents.progress import Progress, unseen

_MOST_PAGES = 1_500
_MOST_SCANS = 300


def blocks_of_pdf(content: bytes, name: str, progress: Progress = unseen) -> tuple[Block, ...]:
    """The blocks of a PDF; raises ProblemError where it has a password, is damaged, too long or cannot be recognised."""
    document = _opened(content, name)
    try:
        if len(document) > _MOST_PAGES:
            problems.TOO_MANY_PAGES.stop(where=name, given=len(document), wanted=_MOST_PAGES)
        sheets, scans = _sheets(document)
        if not scans:
            return joined(blocks_of_sheets(without_furniture(sheets)))
        return _with_scans(document, sheets, scans, name, progress)
    except pdfium.PdfiumError:
        problems.DAMAGED.stop(where=name)
    finally:
        document.close()


def _opened(content: bytes, name: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            problems.ENCRYPTED.stop(where=name)
        problems.DAMAGED.stop(where=name)


def _sheets(document: pdfium.PdfDocument) -> tuple[list[Sheet], list[int]]:
    """The pages as they stand, and which of them (from 0) are pictures of text."""
    sheets: list[Sheet] = []
    scans: list[int] = []
    for number in range(len(document)):
        page = document[number]
        try:
            sheets.append(read_sheet(page, number + 1))
            if is_scan(page, sheets[-1]):
                scans.append(number)
        finally:
            page.close()
    return sheets, scans


def _with_scans(
    document: pdfium.PdfDocument, sheets: list[Sheet], scans: list[int], name: str, progress: Progress
) -> tuple[Block, ...]:
    # Loaded only here, so that a PDF with text is read without them.
    from chiso.documents.scans.doubts import told  # noqa: PLC0415 (see above)
    from chiso.documents.scans.pictures import picture_of  # noqa: PLC0415
    from chiso.documents.scans.reading import sheets_of_pictures  # noqa: PLC0415
    from chiso.documents.scans.tesseract import is_present  # noqa: PLC0415

    if any(is_unreadable(sheets[number]) for number in scans) and not is_present():
        problems.UNREADABLE_FONT.stop(where=name)
    if len(scans) > _MOST_SCANS:
        problems.TOO_MANY_SCANS.stop(where=name, given=len(scans), wanted=_MOST_SCANS)
    pictures = (picture_of(document[number], number + 1) for number in scans)
    for number, sheet in zip(scans, sheets_of_pictures(pictures, len(scans), name, progress), strict=True):
        sheets[number] = sheet
    return told(joined(blocks_of_sheets(without_furniture(sheets))))
