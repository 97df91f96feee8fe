"""How a box says that what was typed into it could not be taken."""

from collections.abc import Container

from django import template
from django.utils.html import format_html

register = template.Library()


@register.filter
def wrong(name: str, faults: Container[str]) -> str:
    """Mark a box whose field is among the faults, and point to the line of the list that says why."""
    return format_html(' aria-invalid="true" aria-describedby="wrong-{}"', name) if name in faults else ""
