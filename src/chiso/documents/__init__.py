"""Documents: from the bytes of a file to blocks that know their place."""

from chiso.documents.document import Block, BlockKind, Document, Place
from chiso.documents.reader import KINDS, MAXIMUM_BYTES, read

__all__ = ["KINDS", "MAXIMUM_BYTES", "Block", "BlockKind", "Document", "Place", "read"]
