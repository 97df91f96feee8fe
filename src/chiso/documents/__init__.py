"""Documents: from the bytes of a file to blocks that know their place, and from an official document to a file."""

from chiso.documents.document import Block, BlockKind, Document, Place
from chiso.documents.reader import KINDS, MAXIMUM_BYTES, read
from chiso.documents.workbook import CELL_ERRORS, Sheet, read_workbook
from chiso.documents.writing import OfficialDocument, write_docx, write_pdf
from chiso.documents.writing.workbook import Page, write_workbook

__all__ = [
    "CELL_ERRORS",
    "KINDS",
    "MAXIMUM_BYTES",
    "Block",
    "BlockKind",
    "Document",
    "OfficialDocument",
    "Page",
    "Place",
    "Sheet",
    "read",
    "read_workbook",
    "write_docx",
    "write_pdf",
    "write_workbook",
]
