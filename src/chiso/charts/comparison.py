"""Components before and after: two dots on one line, the name above, each dot with its figure."""

import textwrap
from typing import Any

import altair as alt

from chiso.charts.bounds import bounds
from chiso.charts.drawing import Comparison, Row
from chiso.charts.palette import Palette
from chiso.charts.text import text_on

_LETTER = 7  # width of a letter of the names, in pixels
_LINE = 17
_LEGEND = 30
_MARGIN = 40


def chart(drawing: Comparison, palette: Palette) -> alt.TopLevelMixin:
    """Draw the chart of a comparison in which at least one row has a score."""
    rows, height = _placed(drawing)
    x = _positions(drawing, rows)
    down = alt.Scale(domain=[height, 0])
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=alt.Y("y:Q", scale=down, axis=None))
    names = base.encode(x=alt.value(0), y=alt.Y("top:Q", scale=down, axis=None))
    before, after = (base.transform_filter(f"datum.{moment} != null") for moment in ("before", "after"))
    both = before.transform_filter("datum.after != null")
    return alt.layer(
        both.mark_rule(color=palette.line_strong, strokeWidth=2).encode(x=x["before"], x2="after:Q"),
        *text_on(names, "name:N", palette.ink, palette.paper, align="left", baseline="top", lineHeight=_LINE),
        *_figures(before.encode(x=x["before"]), "before", palette.ink_soft, palette.paper),
        *_figures(after.encode(x=x["after"]), "after", palette.ink, palette.paper),
        _ring(before.encode(x=x["before"]), palette),
        _dot(after.encode(x=x["after"]), palette),
        *_legend(drawing, palette, down),
    ).properties(width=drawing.width - _MARGIN, height=height)


def _positions(drawing: Comparison, rows: list[dict[str, Any]]) -> dict[str, alt.X]:
    """Where the dots of each moment stand, on one axis."""
    values = [row[moment] for row in rows for moment in ("before", "after") if row[moment] is not None]
    low, high, ticks = bounds(values, 0, drawing.rows[0].highest if drawing.is_in_points else 100)
    written = "datum.label" if drawing.is_in_points else "datum.label + ' %'"
    axis = alt.Axis(values=ticks, orient="bottom", format="~f", labelExpr=written)
    scale = alt.Scale(domain=[low, high], nice=False)
    return {moment: alt.X(f"{moment}:Q", scale=scale, axis=axis) for moment in ("before", "after")}


def _ring(base: alt.Chart, palette: Palette) -> alt.Chart:
    ring: alt.Chart = base.mark_circle(size=70, fill=palette.paper, stroke=palette.ink_soft, strokeWidth=2, opacity=1)
    return ring


def _dot(base: alt.Chart, palette: Palette) -> alt.Chart:
    dot: alt.Chart = base.mark_circle(size=90, color=palette.accent, opacity=1)
    return dot


def _figures(base: alt.Chart, moment: str, colour: str, paper: str) -> list[alt.Chart]:
    """Write the figures beside the dots, on the side away from the other dot."""
    left = base.transform_filter(f"datum.{moment}_is_left")
    right = base.transform_filter(f"!datum.{moment}_is_left")
    return [
        *text_on(left, f"{moment}_label:N", colour, paper, align="right", dx=-9),
        *text_on(right, f"{moment}_label:N", colour, paper, align="left", dx=9),
    ]


def _legend(drawing: Comparison, palette: Palette, down: alt.Scale) -> list[alt.Chart]:
    """Above the rows: which dot is which; of one moment only, its dot alone."""
    left = 6
    made: list[alt.Chart] = []
    for mark_on, words, colour in ((_ring, drawing.before, palette.ink_soft), (_dot, drawing.after, palette.ink)):
        if not words:
            continue
        base = alt.Chart(alt.InlineData(values=[{"y": 8, "words": words}])).encode(
            y=alt.Y("y:Q", scale=down, axis=None)
        )
        text = base.mark_text(align="left", color=colour).encode(x=alt.value(left + 10), text="words:N")
        made += [mark_on(base, palette).encode(x=alt.value(left)), text]
        left += 34 + _LETTER * len(words)
    return made


def _placed(drawing: Comparison) -> tuple[list[dict[str, Any]], int]:
    """Give the rows their place from the top, and the height of all."""
    rows, top = [], _LEGEND
    for row in drawing.rows:
        lines = textwrap.wrap(row.name, (drawing.width - _MARGIN) // _LETTER) or [""]
        dots = top + _LINE * len(lines) + 12
        rows.append({**_values(row, in_points=drawing.is_in_points), "name": lines, "top": top, "y": dots})
        top = dots + 20
    return rows, top


def _values(row: Row, *, in_points: bool) -> dict[str, Any]:
    unit = 1.0 if in_points else 100 / row.highest
    before, after = (None if score is None else score * unit for score in (row.before, row.after))
    falls = before is not None and after is not None and after < before
    return {
        "before": before,
        "after": after,
        "before_label": row.before_label,
        "after_label": row.after_label,
        "before_is_left": before is not None and after is not None and not falls,
        "after_is_left": falls,
    }
