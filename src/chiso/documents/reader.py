"""The one way in: bytes and a file name to a `Document`; the heavy readers load only when their kind comes."""

from __future__ import annotations

from pathlib import PurePath

from chiso.documents import _problems as problems
from chiso.documents.document import Block, Document
from chiso.documents.kinds import kind_of

KINDS = ("txt", "md", "docx", "pdf")
MAXIMUM_BYTES = 60_000_000


def read(content: bytes, name: str) -> Document:
    """The document in `content`, whose file is called `name`.

    Text is NFC with white space folded; a paragraph or row that a page breaks is one block.
    Raises ProblemError (codes `documents.*`) where the file is empty, of a kind that cannot be read,
    encrypted, damaged, too large, or a scan without text.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        problems.EMPTY.stop(where=name)
    if len(content) > MAXIMUM_BYTES:
        limit = f"{MAXIMUM_BYTES // 1_000_000} MB"
        problems.TOO_LARGE.stop(where=name, given=f"{len(content) // 1_000_000} MB", wanted=limit)
    kind = kind_of(content, PurePath(name))
    blocks = _blocks(content, kind, name)
    if not blocks:
        problems.EMPTY.stop(where=name)
    return Document(name=name, kind=kind, blocks=blocks)


def _blocks(content: bytes, kind: str, name: str) -> tuple[Block, ...]:
    # Each reader is imported where its kind comes, so that text is read without loading the others.
    if kind == "docx":
        from chiso.documents.word import blocks_of_word  # noqa: PLC0415 (see above)

        return blocks_of_word(content, name)
    if kind == "pdf":
        from chiso.documents.pdf import blocks_of_pdf  # noqa: PLC0415 (see above)

        return blocks_of_pdf(content, name)
    from chiso.documents.plain import blocks_of_text  # noqa: PLC0415 (see above)

    return blocks_of_text(content, name)
