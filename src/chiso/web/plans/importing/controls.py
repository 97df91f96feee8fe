"""How a value of the review is drawn: label, link into the document, control, marks.

Written here and not in a template, because a plan has a thousand of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from chiso.web.plans.importing.kinds import Choice, Coded, Line

if TYPE_CHECKING:
    from chiso.web.plans.importing.binding import Value

_NOTHING: Final = SafeString("")
_DECIMAL: Final = mark_safe(' inputmode="decimal"')
_DIGITS: Final = mark_safe(' inputmode="numeric"')


def drawn(value: Value) -> SafeString:
    """The whole field."""
    control = value.field.kind.control
    state = " faulty" if value.faults else f" {value.concern.kind}" if value.needs_a_look and value.concern else ""
    if control == "tick":
        body = format_html(
            '<label class="check">{}<span>{}</span></label>{}', _control(value), value.field.label, _link(value)
        )
    else:
        body = format_html(
            '<div class="name"><label for="{}">{}</label>{}</div>{}',
            value.id,
            value.field.label,
            _link(value),
            _control(value),
        )
    return format_html('<div class="value {}{}">{}</div>{}', control, state, body, _notes(value))


def _control(value: Value) -> SafeString:
    return _CONTROLS.get(value.field.kind.control, _input)(value)


def _input(value: Value) -> SafeString:
    kind = value.field.kind
    mode = {"number": _DECIMAL, "whole": _DIGITS}.get(kind.control, _NOTHING)
    suggestions = kind.suggestions if isinstance(kind, Line) else ""
    listed = format_html(' list="{}"', suggestions) if suggestions else _NOTHING
    return format_html(
        '<input id="{}" name="{}" value="{}"{}{}{}{}>',
        value.id,
        value.name,
        value.text,
        mode,
        listed,
        _held(value),
        _described(value),
    )


def _area(value: Value) -> SafeString:
    rows = 2 + (value.text or value.inherited).count("\n")
    return format_html(
        '<textarea id="{}" name="{}" rows="{}"{}{}>{}</textarea>',
        value.id,
        value.name,
        rows,
        _held(value),
        _described(value),
        # The parser drops one line break at the start, so one is given.
        f"\n{value.text}",
    )


def _held(value: Value) -> SafeString:
    """What holds while nothing is typed."""
    if not value.inherited:
        return _NOTHING
    return format_html(' placeholder="{}"', _("như chỉ số: %(value)s") % {"value": value.inherited})


def _select(value: Value) -> SafeString:
    kind = value.field.kind
    options = dict(kind.options) if isinstance(kind, Choice | Coded) else {}
    options.setdefault(value.text, value.text)
    chosen = mark_safe(" selected")
    drawn_options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((option, chosen if option == value.text else _NOTHING, words) for option, words in options.items()),
    )
    return format_html(
        '<select id="{}" name="{}"{}>{}</select>', value.id, value.name, _described(value), drawn_options
    )


def _tick(value: Value) -> SafeString:
    checked = mark_safe(" checked") if value.text else _NOTHING
    return format_html(
        '<input type="checkbox" id="{}" name="{}"{}{}>', value.id, value.name, checked, _described(value)
    )


_CONTROLS: Final = {"passage": _area, "lines": _area, "choice": _select, "tick": _tick}


def _described(value: Value) -> SafeString:
    if not value.faults and value.concern is None:
        return _NOTHING
    invalid = mark_safe(' aria-invalid="true"') if value.faults else _NOTHING
    return format_html(' aria-describedby="{}-note"{}', value.id, invalid)


def _link(value: Value) -> SafeString:
    if not value.places:
        return _NOTHING
    told = _("%(value)s: xem trong văn bản") % {"value": value.field.label}
    spans = " ".join(f"{block}:{start}:{end}" for block, start, end in value.places)
    return format_html(
        '<a class="stands" href="#block-{}" data-places="{}" data-value="{}" title="{}" aria-label="{}">¶</a>',
        value.places[0][0],
        spans,
        value.id,
        told,
        told,
    )


def _notes(value: Value) -> SafeString:
    if not value.faults and value.concern is None:
        return _NOTHING
    state = "faulty" if value.faults else value.concern.kind if value.concern else ""
    return format_html(
        '<div class="notes {}" id="{}-note">{}{}</div>', state, value.id, _faults(value), _concern(value)
    )


def _faults(value: Value) -> SafeString:
    return format_html_join("", '<p class="error">{}</p>', ((letter,) for letter in value.letters))


def _concern(value: Value) -> SafeString:
    concern = value.concern
    if concern is None:
        return _NOTHING
    colour, icon, word = "risk", "▲", _("Cần đối chiếu")
    if concern.kind == "missing" and not value.text.strip():
        colour, icon, word = "none", "○", pgettext("giá trị", "Còn thiếu")
    mark = format_html('<span class="mark {}" data-icon="{}">{}</span>', colour, icon, word)
    label = _("Đã xem, để như vậy")
    onward = format_html('<a href="#{}">{}</a>', value.below, _("Giá trị tiếp theo")) if value.below else _NOTHING
    return format_html(
        '<p>{} <strong>{}:</strong> {}</p><p class="seen"><label class="check"><input type="checkbox" name="confirmed"'
        ' value="{}"{}> {}</label>{}</p>',
        _NOTHING if concern.is_confirmed else mark,
        value.field.label,
        concern.reason,
        concern.key,
        mark_safe(" checked") if concern.is_confirmed else _NOTHING,
        label,
        onward,
    )
