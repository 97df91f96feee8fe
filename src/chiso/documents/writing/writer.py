"""The way out: an `OfficialDocument` to the bytes of a file; the libraries load only where their kind is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chiso.documents.writing.official import OfficialDocument

if TYPE_CHECKING:
    from chiso.documents.writing.fonts import Font


def write_docx(document: OfficialDocument) -> bytes:
    """The document as a Word file after Decree 30/2020/NĐ-CP, for a secretary to go on editing.

    The same document gives the same bytes.
    """
    from chiso.documents.writing.word_file import bytes_of_word  # noqa: PLC0415 (see above)

    return bytes_of_word(document)


def write_pdf(document: OfficialDocument) -> bytes:
    """The document as a tagged PDF (PDF/UA-1) for preview and publication, in the font that `pdf_font` names."""
    from chiso.documents.writing.pdf_file import bytes_of_pdf  # noqa: PLC0415 (see above)

    return bytes_of_pdf(document)


def pdf_font() -> Font:
    """The font that PDF files are set in on this machine."""
    from chiso.documents.writing.fonts import chosen_font  # noqa: PLC0415 (see above)

    return chosen_font()
