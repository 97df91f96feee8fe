"""A heat table: a line a component, a column a unit, each cell the darker the nearer it is to the best."""

import textwrap
from typing import Any

import altair as alt

from chiso.charts.drawing import Heat
from chiso.charts.palette import Palette
from chiso.charts.text import text_on

_STEP = 30
_NAMES = 230  # pixels for the names of the components
_LETTER = 7
_LINE = 15
_STRONGEST = 0.38  # as the table of the page: the text stays legible on it


def chart(drawing: Heat, palette: Palette) -> alt.TopLevelMixin:
    """Draw the chart of a heat table that has at least one line and one column."""
    wide = (drawing.width - _NAMES) / len(drawing.columns)
    heads = [textwrap.wrap(name, max(int(wide // _LETTER), 4)) for name in drawing.columns]
    top = _LINE * max(map(len, heads)) + 8
    height = top + _STEP * len(drawing.lines)
    y = alt.Scale(domain=[height, 0])
    cells = alt.Chart(alt.InlineData(values=_cells(drawing, wide, top))).encode(y=alt.Y("y:Q", scale=y, axis=None))
    x = alt.Scale(domain=[0, drawing.width])
    at = cells.encode(x=alt.X("x:Q", scale=x, axis=None))
    known = at.transform_filter("datum.heat != null")
    return alt.layer(
        known.mark_rect(color=palette.accent, width=wide - 2, height=_STEP - 2).encode(
            opacity=alt.Opacity("heat:Q", scale=alt.Scale(domain=[0, 1], range=[0, _STRONGEST]), legend=None)
        ),
        at.mark_text(color=palette.ink, baseline="middle").encode(text="label:N"),
        *_names(drawing, palette, y, top),
        *_heads(heads, palette, y, wide),
    ).properties(width=drawing.width, height=height)


def _cells(drawing: Heat, wide: float, top: int) -> list[dict[str, Any]]:
    return [
        {"x": _NAMES + wide * (place + 0.5), "y": top + _STEP * (number + 0.5), "label": label, "heat": heat}
        for number, line in enumerate(drawing.lines)
        for place, (label, heat) in enumerate(zip(line.labels, line.heats, strict=True))
    ]


def _names(drawing: Heat, palette: Palette, y: alt.Scale, top: int) -> tuple[alt.Chart, ...]:
    values = [
        {"y": top + _STEP * (number + 0.5), "name": textwrap.shorten(line.name, _NAMES // _LETTER, placeholder=" …")}
        for number, line in enumerate(drawing.lines)
    ]
    base = alt.Chart(alt.InlineData(values=values)).encode(y=alt.Y("y:Q", scale=y, axis=None), x=alt.value(0))
    return text_on(base, "name:N", palette.ink, palette.paper, align="left", baseline="middle")


def _heads(heads: list[list[str]], palette: Palette, y: alt.Scale, wide: float) -> list[alt.Chart]:
    return [
        alt.Chart(alt.InlineData(values=[{"y": 0, "words": words}]))
        .mark_text(color=palette.ink_soft, fontWeight=600, baseline="top", lineHeight=_LINE)
        .encode(y=alt.Y("y:Q", scale=y, axis=None), x=alt.value(_NAMES + wide * (place + 0.5)), text="words:N")
        for place, words in enumerate(heads)
    ]
