"""What several views of plans answer with."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from chiso.web.plans.evidence import media_type


def is_htmx(request: HttpRequest) -> bool:
    """Whether htmx asks, which wants the part that changes and not the page."""
    return bool(getattr(request, "htmx", False))


def as_download(file: FieldFile, name: str) -> HttpResponse:
    """Give a stored file to be saved under its own name, never to be shown or run by the browser."""
    if not file.name or not file.storage.exists(file.name):
        raise Http404
    with file.open("rb") as content:
        answer = HttpResponse(content.read(), content_type=media_type(name))
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
