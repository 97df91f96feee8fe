"""Template tags and filters that every page has at hand."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from django import template
from django.contrib.messages import constants
from django.template.context import RequestContext
from django.templatetags.static import static
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from chiso.web.ui.icons import ICONS
from chiso.web.ui.marks import COLOURS

if TYPE_CHECKING:  # the judging itself is not needed to draw its outcome
    from chiso.plans.status import Judgement, Status

register = template.Library()
PLACES = 2
DASH = "–"


@register.filter
def words(text: str) -> list[str]:
    """Split a string into its words."""
    return text.split()


@register.simple_tag
def sheet_url(name: str) -> str:
    """Give the address of one of the style sheets."""
    return static(f"ui/{name}.css")


@register.filter
def message_kind(level: str) -> str:
    """Give the colour of a notice for one of Django's message levels."""
    kinds = {constants.DEFAULT_TAGS[constants.SUCCESS]: "good", constants.DEFAULT_TAGS[constants.WARNING]: "risk"}
    return kinds.get(level, "bad" if level == constants.DEFAULT_TAGS[constants.ERROR] else "")


@register.filter
def figure(value: Decimal | float | str | None, places: int | None = None) -> str:
    """Write a number as offices do: 7,95; as many decimals as it has, two at most unless told; a dash for none."""
    if value is None or value == "":
        return DASH
    number = Decimal(str(value))
    exact = number.quantize(Decimal(1).scaleb(-(PLACES if places is None else places)), ROUND_HALF_UP)
    if places is None:
        exact = exact.normalize()
        exact = exact.quantize(Decimal(1)) if exact.as_tuple().exponent > 0 else exact  # type: ignore[operator]  # finite
    return number_format(exact, force_grouping=True)


@register.filter
def signed(value: Decimal | float | None, places: int | None = None) -> str:
    """Write a difference with its sign: +0,55, −0,2; with as many decimals as told, else as `figure` does."""
    if value is None:
        return DASH
    text = figure(abs(Decimal(str(value))), places)
    sign = "" if not text.strip("0.,") else "+" if value > 0 else "−"
    return f"{sign}{text}"


@register.filter
def day(value: date | datetime | None) -> str:
    """Write a day as 31/12/2026; a dash for none."""
    return value.strftime("%d/%m/%Y") if value else DASH


@register.filter
def partial_day(value: str) -> str:
    """Write an ISO day, month or year as far as it goes: 13/04/2023, 07/2020, 2021."""
    return "/".join(reversed(value.split("-"))) if value else DASH


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one of the program's own icons; it says nothing to a screen reader."""
    return mark_safe(  # noqa: S308 (the drawings are constants of this program)
        f'<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" '
        f'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{ICONS[name]}</svg>'
    )


@register.simple_tag(name="mark")
def mark_of(judgement: Judgement) -> SafeString:
    """Show a judgement by shape, word and colour, with its rule on hover; use it where the rule also stands as text."""
    language = get_language() or "vi"
    return format_html(
        '<span class="mark {}" data-icon="{}" title="{}">{}</span>',
        COLOURS[judgement.status],
        judgement.icon,
        judgement.sentence(language),
        judgement.word(language),
    )


@register.filter
def sentence(judgement: Judgement) -> str:
    """Give the rule of a judgement with its facts, as text beside its mark."""
    return judgement.sentence(get_language() or "vi")


@register.simple_tag
def mark_with_rule(judgement: Judgement) -> SafeString:
    """Show a judgement that opens to its rule, for touch and for screen readers."""
    return format_html(
        '<details class="ruled"><summary>{}</summary><p>{}</p></details>',
        mark_of(judgement),
        judgement.sentence(get_language() or "vi"),
    )


@register.simple_tag
def judgement_rule(judgement: Judgement) -> str:
    """Tell the rule of a judgement with its facts, in the language of the page."""
    return judgement.sentence(get_language() or "vi")


@register.simple_tag
def mark_count(status: Status, count: int) -> SafeString:
    """Show how many are in a status: its shape and word with the number."""
    word = status.label(get_language() or "vi")
    return format_html(
        '<span class="mark {}" data-icon="{}" title="{}"><span class="word">{}</span> <b>{}</b></span>',
        COLOURS[status],
        status.icon,
        word,
        word,
        count,
    )


@register.simple_tag(takes_context=True)
def nav_link(context: RequestContext, name: str, drawing: str, label: str, also: str = "") -> SafeString:
    """Link to a page of the agency from the rail, marked where the reader is on it or below it.

    also: another part of the agency's address that belongs to it
    """
    request = context["request"]
    address = reverse(name, args=[context["agency"].slug])
    home = reverse("scorecard:home", args=[context["agency"].slug])
    current = ""
    if request.path == address:
        current = mark_safe(' aria-current="page"')
    elif address != home and request.path.startswith((address, f"{home}{also}/" if also else address)):
        current = mark_safe(' aria-current="true"')
    return format_html('<li><a href="{}"{}>{}{}</a></li>', address, current, icon(drawing), label)
