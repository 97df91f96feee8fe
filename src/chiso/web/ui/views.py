"""Pages for what is not there or has broken."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django names it)
    """Say that there is no such page, and where to go."""
    return render(request, "ui/not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the program has failed, without a word of its inside."""
    return render(request, "ui/broken.html", status=500)
