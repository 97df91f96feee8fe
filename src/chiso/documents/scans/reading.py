"""Scans to blocks, page by page."""

from __future__ import annotations

from collections.abc import Iterable

from chiso.documents.document import Block
from chiso.documents.joining import joined
from chiso.documents.pdf_furniture import without_furniture
from chiso.documents.pdf_paragraphs import blocks_of_sheets
from chiso.documents.pdf_sheet import Sheet
from chiso.documents.progress import Progress, unseen
from chiso.documents.scans.doubts import told
from chiso.documents.scans.pictures import Picture, count_in, pictures_in
from chiso.documents.scans.sheets import recognised, sheets_of


def sheets_of_pictures(pictures: Iterable[Picture], count: int, name: str, progress: Progress) -> list[Sheet]:
    """The pages as sheets; `progress` is told before the first page and after each."""
    pages = []
    progress(0, count)
    for picture in pictures:
        pages.append(recognised(picture, name))
        progress(len(pages), count)
    return sheets_of(pages)


def blocks_of_image(content: bytes, name: str, progress: Progress = unseen) -> tuple[Block, ...]:
    """The blocks of an image file; raises ProblemError where it is damaged or Tesseract is absent."""
    sheets = sheets_of_pictures(pictures_in(content, name), count_in(content, name), name, progress)
    return told(joined(blocks_of_sheets(without_furniture(sheets))))
