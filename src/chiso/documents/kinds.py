"""What kind of file a content is, by its first bytes and its name."""

from __future__ import annotations

from pathlib import PurePath

from chiso.documents import _problems as problems
from chiso.documents.archives import kind_of_archive

WANTED = ".docx, .pdf, .txt, .md, .png, .jpg, .tif, .doc, .odt, .rtf"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_EXTENSION = {
    ".docx": "docx", ".docm": "docx", ".pdf": "pdf", ".txt": "txt", ".text": "txt", ".md": "md",
    ".png": "png", ".jpg": "jpg", ".jpeg": "jpg", ".tif": "tif", ".tiff": "tif", ".doc": "doc", ".odt": "odt", ".rtf": "rtf",
}  # fmt: skip
_BY_START = {
    b"\x89PNG\r\n\x1a\n": "png",
    b"\xff\xd8\xff": "jpg",
    b"II*\x00": "tif",
    b"MM\x00*": "tif",
    b"{\\rtf": "rtf",
}
_TEXT_KINDS = ("txt", "md")
_WORD_STREAM = 0x200  # where Word puts the text of a .doc, with a flag for a password in it
_IS_WORD = b"\xec\xa5"
_FLAGS, _ENCRYPTED = 0x0B, 0x01


def kind_of(content: bytes, path: PurePath) -> str:
    """The kind as an ending without its dot; raises ProblemError where it is none that is read, or the name lies."""
    extension = path.suffix.lower()
    named = _BY_EXTENSION.get(extension)
    if named is None and extension:
        problems.UNKNOWN_KIND.stop(where=path.name, given=extension, wanted=WANTED)
    inside = _kind_inside(content, path.name)
    if named in _TEXT_KINDS and inside == "txt":
        return named
    if named is not None and named != inside:
        if inside == "txt":  # binary files cut off or overwritten look like text
            problems.DAMAGED.stop(where=path.name)
        problems.WRONG_EXTENSION.stop(where=path.name, given=extension, wanted=inside)
    return inside


def _kind_inside(content: bytes, name: str) -> str:
    if content.startswith(b"PK\x03\x04"):
        return kind_of_archive(content, name, WANTED)
    for start, kind in _BY_START.items():
        if content.startswith(start):
            return kind
    if b"%PDF-" in content[:1024]:
        return "pdf"
    return _kind_of_container(content, name) if content.startswith(_OLE) else "txt"


def _kind_of_container(content: bytes, name: str) -> str:
    """A container of Word's old format; a .docx with a password is kept in one too."""
    if _has_stream(content, "EncryptedPackage"):
        problems.ENCRYPTED.stop(where=name)
    if not _has_stream(content, "WordDocument"):
        problems.UNKNOWN_KIND.stop(where=name, given=PurePath(name).suffix or "OLE", wanted=WANTED)
    text = content[_WORD_STREAM : _WORD_STREAM + _FLAGS + 1]
    if text.startswith(_IS_WORD) and len(text) > _FLAGS and text[_FLAGS] & _ENCRYPTED:
        problems.ENCRYPTED.stop(where=name)
    if _has_stream(content, "_VBA_PROJECT"):
        problems.MACROS.stop(where=name)
    return "doc"


def _has_stream(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in content
