"""What happens around every request."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import check_for_language, get_language

from chiso.problems import ProblemError

POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)


def content_security_policy(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let a page load nothing but what comes from this server (inline style only: bars in tables are drawn so)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    return middleware


def chosen_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Speak Vietnamese unless the reader has chosen otherwise: browsers in offices often claim English unasked."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = (
            chosen if chosen in dict(settings.LANGUAGES) and check_for_language(chosen) else settings.LANGUAGE_CODE
        )
        with translation.override(language):
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return middleware


def pages_for_writes(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Send who opens the address of a write (a bookmark, a return from signing in) to the page that it belongs to."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method in {"GET", "HEAD"}:
            return HttpResponseRedirect(request.path.rstrip("/").rpartition("/")[0] + "/")
        return response

    return middleware


class ProblemsAsPages:
    """Show a `ProblemError` that no view has caught as a page that says what is wrong and what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn the catalogue's problems into a page with status 422."""
        if not isinstance(exception, ProblemError):
            return None
        language = get_language() or "vi"
        letters = [(p.message(language), p.remedy(language)) for p in exception.problems]
        return render(request, "ui/problems.html", {"letters": letters}, status=422)


problems_as_pages = ProblemsAsPages
