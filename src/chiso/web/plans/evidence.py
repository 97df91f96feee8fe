"""A file that proves progress: which kinds are taken, how large, and its fingerprint."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from django.conf import settings

from chiso.problems import Problem
from chiso.web.plans import _problems as problems

KINDS = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
_STARTS = {".pdf": b"%PDF-", ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}
_PARTS = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file as it came: its name and its bytes."""

    name: str
    content: bytes

    @property
    def ending(self) -> str:
        """The ending of the name, in small letters."""
        return PurePath(self.name).suffix.lower()

    @property
    def sha256(self) -> str:
        """The fingerprint of the bytes."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def stored_name(self) -> str:
        """A name for keeping it that tells nothing and breaks no file system."""
        return f"{self.sha256[:16]}{self.ending}"


def media_type(name: str) -> str:
    """Give the media type for a name of a file that was taken."""
    return KINDS.get(PurePath(name).suffix.lower(), "application/octet-stream")


def faults_of_size(name: str, size: int) -> list[Problem]:
    """Find whether a file is too large, before it is read."""
    limit = settings.UPLOAD_LIMIT_BYTES
    if size <= limit:
        return []
    return [problems.EVIDENCE_TOO_LARGE(where=name, given=f"{size / _MEGABYTE:.0f}", wanted=limit // _MEGABYTE)]


def faults_of_evidence(evidence: Evidence) -> list[Problem]:
    """Find all that is wrong with a file: size, kind, or a content that is not of the kind that its name claims."""
    found = faults_of_size(evidence.name, len(evidence.content))
    if evidence.ending not in KINDS:
        wanted = ", ".join(ending.removeprefix(".") for ending in KINDS)
        found.append(problems.EVIDENCE_OF_WRONG_KIND(where=evidence.name, wanted=wanted))
    elif not _is_what_it_claims(evidence):
        found.append(problems.EVIDENCE_NOT_WHAT_IT_CLAIMS(where=evidence.name, given=evidence.ending.removeprefix(".")))
    return found


def _is_what_it_claims(evidence: Evidence) -> bool:
    if start := _STARTS.get(evidence.ending):
        return evidence.content.startswith(start)
    try:
        with zipfile.ZipFile(BytesIO(evidence.content)) as archive:
            return _PARTS[evidence.ending] in archive.namelist()
    except zipfile.BadZipFile:
        return False
