"""The small bar in a component's line: last year's tick, today's bar, the target's mark."""

from __future__ import annotations

from decimal import Decimal

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chiso.web.scorecard.values import Line
from chiso.web.ui.templatetags.chiso import figure

register = template.Library()
_WIDTH, _HEIGHT = 144, 20


@register.simple_tag
def bullet(line: Line) -> SafeString:
    """Draw a component's figures on its scale from 0; nothing where it has neither a figure nor a scale."""
    scale = line.scale
    points = {
        "before": line.previous.points if line.previous else None,
        "now": line.current.points if line.current else None,
        "aim": line.target.points if line.target else None,
    }
    if not scale or all(value is None for value in points.values()):
        return SafeString("")
    at = {name: None if value is None else _place(value, scale) for name, value in points.items()}
    return format_html(
        '<svg class="bullet" viewBox="0 0 {} {}" role="img" aria-label="{}">'
        '<rect class="scale" x="0" y="5" width="{}" height="10"/>{}</svg>',
        _WIDTH,
        _HEIGHT,
        _words(points, scale),
        _WIDTH,
        format_html_join("", "{}", ((part,) for part in _parts(at))),
    )


def _place(value: Decimal, scale: Decimal) -> str:
    return f"{min(float(value / scale), 1) * _WIDTH:.1f}"


def _parts(at: dict[str, str | None]) -> list[SafeString]:
    parts = []
    if at["now"] is not None:
        parts.append(format_html('<rect class="now" x="0" y="5" width="{}" height="10"/>', at["now"]))
    if at["before"] is not None:
        parts.append(format_html('<line class="before" x1="{0}" x2="{0}" y1="3" y2="17"/>', at["before"]))
    if at["aim"] is not None:
        parts.append(format_html('<path class="aim" d="M{} 10m-5 0l5-6l5 6l-5 6z"/>', at["aim"]))
    return parts


def _words(points: dict[str, Decimal | None], scale: Decimal) -> str:
    names = {"before": _("năm trước %(value)s"), "now": _("hiện tại %(value)s"), "aim": _("mục tiêu %(value)s")}
    told = [names[name] % {"value": figure(value)} for name, value in points.items() if value is not None]
    return "; ".join([*told, _("thang %(value)s") % {"value": figure(scale)}])
