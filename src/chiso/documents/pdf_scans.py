"""Which pages of a PDF are pictures of text, or text that does not say which letters it is made of."""

from __future__ import annotations

import pypdfium2 as pdfium
from pypdfium2 import raw

from chiso.documents.pdf_sheet import Sheet

_FEW_LETTERS = 8
_STAMPED_LETTERS = 300  # what a digital signature writes on a scan
_MOSTLY = 0.6
_MANY_OUTLINES = 60  # letters drawn as curves
_UNREADABLE_SHARE = 0.25


def is_scan(page: pdfium.PdfPage, sheet: Sheet) -> bool:
    """Whether the page's words must be recognised from its picture."""
    if is_unreadable(sheet):
        return True
    letters = sum(len(line.text) for line in sheet.lines)
    letters += sum(len(cell) for table in sheet.tables for row in table.rows for cell in row.cells)
    if letters >= _STAMPED_LETTERS:
        return False
    if _pictured_share(page) >= _MOSTLY:
        return True
    return letters < _FEW_LETTERS and (_pictured_share(page) > 0 or _has_outlines(page))


def is_unreadable(sheet: Sheet) -> bool:
    """Whether the page has letters whose font does not say which they are."""
    return sheet.unreadable > _UNREADABLE_SHARE


def _pictured_share(page: pdfium.PdfPage) -> float:
    """The share of the page that pictures cover, at most 1."""
    width, height = page.get_size()
    covered = 0.0
    for picture in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,)):
        left, bottom, right, top = picture.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    return float(min(1.0, covered / max(1.0, width * height)))


def _has_outlines(page: pdfium.PdfPage) -> bool:
    paths = page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,))
    return sum(1 for _, _ in zip(paths, range(_MANY_OUTLINES), strict=False)) == _MANY_OUTLINES
