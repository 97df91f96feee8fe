"""How the numbers of a road are written."""

from collections.abc import Sequence

from django import template
from django.utils.translation import get_language

from chiso.frameworks import Edition
from chiso.problems import Text
from chiso.robustness.wording import percent as percent_words
from chiso.robustness.wording import shortest
from chiso.robustness.wording import signed as signed_words
from chiso.web.scorecard.roads.outcomes import upward
from chiso.web.ui.templatetags.chiso import figure

register = template.Library()
_FEW = 3


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
def gain(value: float, decimals: int = 2) -> str:
    """Write what is gained, with its sign."""
    return signed_words(value, decimals, get_language() or "vi")


@register.filter
def few(units: Sequence[str]) -> str:
    """Name the first units of a list, with dots where there are more."""
    return ", ".join(units[:_FEW]) + (" …" if len(units) > _FEW else "")


@register.filter
def measure(value: float) -> str:
    """Write a measured value with the figures that it needs."""
    return shortest(value, get_language() or "vi")


@register.filter
def aimed(value: float) -> str:
    """Write a score aimed at, rounded upward so that it suffices."""
    return figure(upward(value), 2)


@register.filter
def node_name(edition: Edition, code: str) -> str:
    """Name a node."""
    return edition.node(code).name.in_language(get_language() or "vi")
