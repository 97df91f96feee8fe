"""Documents: from the bytes of a file to blocks that know their place, and from an official document to a file."""

from chiso.documents.document import Block, BlockKind, Document, Place
from chiso.documents.reader import KINDS, MAXIMUM_BYTES, read
from chiso.documents.writing import OfficialDocument, write_docx, write_pdf

__all__ = [
    "KINDS",
    "MAXIMUM_BYTES",
    "Block",
    "BlockKind",
    "Document",
    "OfficialDocument",
    "Place",
    "read",
    "write_docx",
    "write_pdf",
]
