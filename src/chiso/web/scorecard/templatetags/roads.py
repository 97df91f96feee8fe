"""How the numbers of a road are written."""

from django import template
from django.utils.translation import get_language

from chiso.frameworks import Edition
from chiso.problems import Text
from chiso.robustness.wording import percent as percent_words
from chiso.robustness.wording import signed as signed_words
from chiso.web.scorecard.roads.outcomes import upward
from chiso.web.ui.templatetags.chiso import figure

register = template.Library()


@register.filter
def said(text: Text) -> str:
    """Give a text of the packs in the language of the page."""
    return text.in_language(get_language() or "vi")


@register.filter
def percent(share: float | None) -> str:
    """Write a probability."""
    return "–" if share is None else percent_words(share, get_language() or "vi")


@register.filter
def share(value: float) -> str:
    """Write a share as a style sheet wants it."""
    return f"{value:.1%}"


@register.filter
def percent_word(value: float | None) -> str:
    """Write a share as the form's choices have it."""
    return "" if value is None else f"{value * 100:.0f}"


@register.filter
def gain(value: float) -> str:
    """Write what is gained, with its sign and two decimals, three where it is small."""
    return signed_words(value, 2 if abs(value) >= 0.1 or not value else 3, get_language() or "vi")  # noqa: PLR2004 - a tenth


@register.filter
def aimed(value: float) -> str:
    """Write a score aimed at, rounded upward so that it suffices."""
    return figure(upward(value), 2)


@register.filter
def node_name(edition: Edition, code: str) -> str:
    """Name a node."""
    return edition.node(code).name.in_language(get_language() or "vi")
