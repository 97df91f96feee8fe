"""The charts of an index on the scorecard."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.charts import Comparison, Row
from chiso.web.results.drawings import pictures as pictures_of_results
from chiso.web.results.pictures import Figure, Picture, is_drawable, version
from chiso.web.scorecard.values import Card, Line, Told
from chiso.web.ui.templatetags.chiso import figure


def pictures(card: Card, agency: str) -> tuple[Picture, ...]:
    """The charts of a card: components against their targets where there are any, else as announced; the years."""
    announced = pictures_of_results(card.sheet, agency) if card.sheet else ()
    promised = _picture(card, agency)
    return (promised, *(each for each in announced if not each.is_of_components)) if promised else announced


def comparison(card: Card) -> Comparison:
    """The components before and as promised."""
    return Comparison(
        rows=tuple(
            Row(
                name=line.name,
                before=_number(line.previous),
                after=_number(line.target),
                before_label=_label(line.previous),
                after_label=_label(line.target),
                highest=float(line.scale or 0),
            )
            for line in _promised(card)
        ),
        before=str(card.previous_year or ""),
        after=_("mục tiêu %(year)s") % {"year": card.year},
        language=get_language() or "vi",
    )


def _promised(card: Card) -> list[Line]:
    return [line for line in card.lines if line.target and line.target.points is not None and line.scale]


def title_of(card: Card) -> str:
    """What the chart of components against their targets is called."""
    return _("%(index)s: kết quả %(before)s và mục tiêu %(year)s") % {
        "index": card.abbreviation,
        "before": card.previous_year or "",
        "year": card.year,
    }


def _picture(card: Card, agency: str) -> Picture | None:
    drawn = comparison(card)
    if not is_drawable(drawn):
        return None
    one = reverse("scorecard:chart", args=[agency, card.plan_id, "light", "wide"])
    title = title_of(card)
    return Picture(
        address=one.removesuffix("light-wide.svg"),
        files=reverse("scorecard:chart_file", args=[agency, card.plan_id, "svg"]).removesuffix("svg"),
        version=version(drawn),
        title=title,
        words=_("Biểu đồ chấm: %(title)s; số liệu có trong bảng bên dưới.") % {"title": title},
        columns=(_("Chỉ số thành phần"), drawn.before, drawn.after),
        rows=tuple(
            (line.name, tuple(_explained(told, line, card, agency) for told in (line.previous, line.target)))
            for line in _promised(card)
        ),
        is_of_components=True,
    )


def _explained(told: Told | None, line: Line, card: Card, agency: str) -> Figure:
    """A figure with the page of its result; what the plan alone says with that of the plan's component."""
    if told is None or told.points is None:
        return Figure(_label(told))
    if told.result_id:
        return Figure(_label(told), reverse("results:result", args=[agency, told.result_id]))
    if told.computed:
        return Figure(_label(told), reverse("results:computed", args=[agency, *told.computed]))
    return Figure(_label(told), reverse("plans:component", args=[agency, card.plan_id, line.component_id]))


def _number(told: Told | None) -> float | None:
    return None if told is None or told.points is None else float(told.points)


def _label(told: Told | None) -> str:
    text = figure(told.points if told else None, 2)
    return f"≥ {text}" if told and told.is_minimum else text
