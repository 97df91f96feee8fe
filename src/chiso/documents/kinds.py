"""What kind of file a content is, by its first bytes and its name."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import PurePath

from chiso.documents import _problems as problems

_WANTED = ".docx, .pdf, .txt, .md"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BY_EXTENSION = {".docx": "docx", ".docm": "docx", ".pdf": "pdf", ".txt": "txt", ".text": "txt", ".md": "md"}
_TEXT_KINDS = ("txt", "md")


def kind_of(content: bytes, path: PurePath) -> str:
    """`docx`, `pdf`, `txt` or `md`; raises ProblemError where it is none of them or the name lies."""
    extension = path.suffix.lower()
    named = _BY_EXTENSION.get(extension)
    if named is None and extension:
        problems.UNKNOWN_KIND.stop(where=path.name, given=extension, wanted=_WANTED)
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
        return _kind_of_archive(content, name)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_OLE):
        # Word keeps a document with a password in the container of its old format.
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        if encrypted:
            problems.ENCRYPTED.stop(where=name)
        problems.UNKNOWN_KIND.stop(where=name, given=".doc", wanted=_WANTED)
    return "txt"


def _kind_of_archive(content: bytes, name: str) -> str:
    try:
        names = zipfile.ZipFile(BytesIO(content)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        problems.DAMAGED.stop(where=name)
    if "word/document.xml" not in names:
        problems.UNKNOWN_KIND.stop(where=name, given="zip", wanted=_WANTED)
    return "docx"
