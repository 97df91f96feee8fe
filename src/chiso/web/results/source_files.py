"""The publication that figures were taken from: which files are taken, how they are kept and given out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import FileResponse, Http404, HttpResponse

from chiso.problems import Problem
from chiso.web.results import _problems as told
from chiso.web.results.models import PeerTable, Result
from chiso.web.ui.file_names import kept_name

_OLE, _ZIP, _JPEG = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"\xff\xd8\xff"
_STARTS = {
    ".pdf": b"%PDF-", ".docx": _ZIP, ".xlsx": _ZIP, ".doc": _OLE, ".xls": _OLE,
    ".png": b"\x89PNG\r\n\x1a\n", ".jpg": _JPEG, ".jpeg": _JPEG,
}  # fmt: skip
ACCEPTED = ",".join(_STARTS)
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it came."""

    name: str
    content: bytes


def attachment(file: UploadedFile[bytes], faults: list[Problem]) -> Attachment | None:
    """The file that was chosen; None with its fault added where it is too large or not of the kind that it claims."""
    name, size = file.name or "", file.size or 0
    if size > settings.UPLOAD_LIMIT_BYTES:
        limit = settings.UPLOAD_LIMIT_BYTES // _MEGABYTE
        faults.append(told.DOCUMENT_TOO_LARGE(where="document", given=-(-size // _MEGABYTE), wanted=limit))
        return None
    file.seek(0)
    content = file.read()
    start = _STARTS.get(PurePath(name).suffix.lower())
    if start is None or not content.startswith(start):
        faults.append(told.DOCUMENT_OF_WRONG_KIND(where="document", given=name, wanted=", ".join(_STARTS)))
        return None
    return Attachment(name, content)


def keep(file: Attachment, now: datetime) -> str:
    """Keep a publication that several figures share; give its name."""
    return default_storage.save(f"results/{now:%Y}/{kept_name(file.name)}", ContentFile(file.content))


def download(name: str) -> HttpResponse:
    """Answer with a kept file as a download. Raises Http404 where there is none."""
    if not name or not default_storage.exists(name):
        raise Http404
    answer = FileResponse(default_storage.open(name), as_attachment=True)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer  # type: ignore[return-value]  # a streaming response is one too


def let_go(names: set[str]) -> None:
    """Delete kept files once the writing is done, those that another figure or table still rests on excepted."""

    def delete() -> None:
        for name in names:
            if not any(model.objects.filter(document=name).exists() for model in (Result, PeerTable)):
                default_storage.delete(name)

    names.discard("")
    transaction.on_commit(delete)
