"""Answers that views give again and again."""

from django.http import HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    """The answer to a write without htmx: look over there (303), so that a reload repeats nothing."""

    status_code = 303


def see_other(address: str) -> SeeOther:
    """Send the browser to `address` with a GET."""
    return SeeOther(address)
