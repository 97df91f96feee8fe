"""A document in the form in which a draft keeps it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from chiso.documents import Document


def document_json(document: Document) -> dict[str, Any]:
    """Name, kind and the blocks without what is empty in them."""
    blocks = [
        {name: value for name, value in asdict(block).items() if value not in (None, "", (), False)}
        for block in document.blocks
    ]
    return {"name": document.name, "kind": document.kind, "blocks": blocks}
