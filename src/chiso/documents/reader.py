"""The one way in: bytes and a file name to a `Document`; the heavy readers load only when their kind comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from chiso.documents import _problems as problems
from chiso.documents.document import Block, BlockKind, Document
from chiso.documents.joining import row_text
from chiso.documents.kinds import kind_of
from chiso.documents.old_fonts import blocks_in_unicode
from chiso.documents.progress import Progress, unseen

KINDS = ("docx", "pdf", "txt", "md", "png", "jpg", "tif", "doc", "odt", "rtf")
MAXIMUM_BYTES = 60_000_000
_LONGEST_PARAGRAPH = 20_000  # characters; ten pages without a break
_PICTURES = ("png", "jpg", "tif")
_FOREIGN = ("doc", "odt", "rtf")


def read(content: bytes, name: str, *, progress: Progress = unseen) -> Document:
    """The document in `content`, whose file is called `name`; `progress` is told of every page recognised in a scan.

    Text is NFC with white space folded; a paragraph or row that a page breaks is one block.
    Raises ProblemError (codes `documents.*`) where the file is empty, of a kind that cannot be read,
    encrypted, damaged or too large, or where the program that its kind needs (Tesseract, LibreOffice) is not there.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        problems.EMPTY.stop(where=name)
    if len(content) > MAXIMUM_BYTES:
        limit = f"{MAXIMUM_BYTES // 1_000_000} MB"
        problems.TOO_LARGE.stop(where=name, given=f"{len(content) // 1_000_000} MB", wanted=limit)
    kind = kind_of(content, PurePath(name))
    blocks = _blocks(content, kind, name, progress)
    if not blocks:
        problems.EMPTY.stop(where=name)
    whole = blocks_in_unicode(blocks)
    return Document(name=name, kind=kind, blocks=tuple(piece for block in whole for piece in _pieces(block)))


def _pieces(block: Block) -> Iterator[Block]:
    """The block, or a paragraph or row without end cut at spaces, so that no pattern that looks through it runs away."""
    while max(map(len, block.cells or (block.text,))) > _LONGEST_PARAGRAPH:
        if block.cells:
            pairs = [_cut(cell) for cell in block.cells]
            yield _with_cells(block, tuple(pair[0] for pair in pairs))
            block = replace(_with_cells(block, tuple(pair[1] for pair in pairs)), is_table_head=False)
        else:
            piece, rest = _cut(block.text)
            yield replace(block, text=piece, doubtful=())
            block = replace(block, text=rest, marker="", kind=BlockKind.PARAGRAPH, doubtful=())
    yield block


def _cut(text: str) -> tuple[str, str]:
    """The words up to the last space that a paragraph may reach to, and the rest."""
    if len(text) <= _LONGEST_PARAGRAPH:
        return text, ""
    at = text.rfind(" ", 1, _LONGEST_PARAGRAPH) + 1 or _LONGEST_PARAGRAPH
    return text[:at].rstrip(), text[at:]


def _with_cells(row: Block, cells: tuple[str, ...]) -> Block:
    return replace(row, cells=cells, text=row_text(cells), doubtful=())


def _blocks(content: bytes, kind: str, name: str, progress: Progress) -> tuple[Block, ...]:
    # Each reader is imported where its kind comes, so that text is read without loading the others.
    if kind == "docx":
        from chiso.documents.word import blocks_of_word  # noqa: PLC0415 (see above)

        return blocks_of_word(content, name)
    if kind == "pdf":
        from chiso.documents.pdf import blocks_of_pdf  # noqa: PLC0415 (see above)

        return blocks_of_pdf(content, name, progress)
    if kind in _PICTURES:
        from chiso.documents.scans.reading import blocks_of_image  # noqa: PLC0415 (see above)

        return blocks_of_image(content, name, progress)
    if kind in _FOREIGN:
        from chiso.documents.conversion import as_docx  # noqa: PLC0415 (see above)

        return _blocks(as_docx(content, kind, name), "docx", name, progress)
    from chiso.documents.plain import blocks_of_text  # noqa: PLC0415 (see above)

    return blocks_of_text(content, name)
