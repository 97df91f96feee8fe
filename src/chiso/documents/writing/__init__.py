"""Writing official documents: from a value to .docx and PDF after Decree 30/2020/NĐ-CP."""

from chiso.documents.writing.official import (
    Annex,
    BodyBlock,
    Clause,
    Column,
    Heading,
    Item,
    OfficialDocument,
    Paragraph,
    PlaceAndDay,
    Row,
    Signature,
    Table,
)
from chiso.documents.writing.writer import pdf_font, write_docx, write_pdf

__all__ = [
    "Annex",
    "BodyBlock",
    "Clause",
    "Column",
    "Heading",
    "Item",
    "OfficialDocument",
    "Paragraph",
    "PlaceAndDay",
    "Row",
    "Signature",
    "Table",
    "pdf_font",
    "write_docx",
    "write_pdf",
]
