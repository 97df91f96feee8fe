"""Charts as answers: drawn once, kept by what they show, and not sent again to who has them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from django.conf import settings
from django.core.cache.backends.filebased import FileBasedCache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags

from chiso.charts import LIGHT, PALETTES, Comparison, Drawing, History, fingerprint, svg

WIDTHS = {"wide": 560, "narrow": 360}
_KEPT = 2000  # pictures; a department has some dozens
_FOREVER = "private, max-age=31536000, immutable"


class Figure(NamedTuple):
    """A cell of a chart's table: what it says, and the address that explains it; "" where nothing is to be explained."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart on a page: its address without tone and width, and what it shows in words and as a table.

    address: the folder of its pictures, `light-wide.svg` and the like below it
    version: changes with what the picture shows, so that a browser may keep it for good
    rows:    the table of the same figures: the head of each row, and its cells
    files:   where it is given out as a file, without the ending; "" where it is not
    """

    address: str
    version: str
    title: str
    words: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Figure, ...]], ...]
    note: str = ""
    is_of_components: bool = False
    files: str = ""


def version(drawing: Drawing) -> str:
    """Give the short mark by which a page asks for a drawing as it is now."""
    return fingerprint(drawing, LIGHT)[:16]


def is_drawable(drawing: History | Comparison) -> bool:
    """Whether there is anything to draw."""
    if isinstance(drawing, History):
        return bool(drawing.moments)
    return any(row.before is not None or row.after is not None for row in drawing.rows)


def answer(request: HttpRequest, drawing: History | Comparison, tone: str, width: str) -> HttpResponse:
    """Answer with the drawing as SVG, or with 304 where the browser has it. Raises Http404 for an unknown tone or width."""
    if tone not in PALETTES or width not in WIDTHS or not is_drawable(drawing):
        raise Http404
    palette, sized = PALETTES[tone], replace(drawing, width=WIDTHS[width])
    mark = fingerprint(sized, palette)
    response: HttpResponse
    if mark in _known(request):
        response = HttpResponseNotModified()
    else:
        response = HttpResponse(_drawn(sized, tone, mark), content_type="image/svg+xml")
    response["ETag"] = f'"{mark}"'
    is_asked_as_it_is = request.GET.get("v") == version(drawing)
    response["Cache-Control"] = _FOREVER if is_asked_as_it_is else "private, no-cache"
    return response


def _known(request: HttpRequest) -> set[str]:
    """The marks that the browser has; one that came compressed is a weak one."""
    return {tag.removeprefix("W/").strip('"') for tag in parse_etags(request.headers.get("If-None-Match", ""))}


def _drawn(drawing: Drawing, tone: str, mark: str) -> str:
    kept = _cache(str(settings.HOME / "charts"))
    picture = kept.get(mark)
    if picture is None:
        picture = svg(drawing, PALETTES[tone])
        kept.set(mark, picture, timeout=None)
    return str(picture)


@cache
def _cache(folder: str) -> FileBasedCache:
    return FileBasedCache(folder, {"OPTIONS": {"MAX_ENTRIES": _KEPT}})
