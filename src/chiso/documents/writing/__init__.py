"""Writing official documents: from a value to .docx and PDF after Decree 30/2020/NĐ-CP."""

from chiso.documents.writing.fonts import Font, pdf_font
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
from chiso.documents.writing.pdf_file import write_pdf
from chiso.documents.writing.word_file import write_docx

__all__ = [
    "Annex",
    "BodyBlock",
    "Clause",
    "Column",
    "Font",
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
