"""A ladder of ranks: a bar a unit, the best on top, one's own and those compared with in other colours."""

import textwrap
from typing import Any

import altair as alt

from chiso.charts.drawing import Ladder
from chiso.charts.palette import Palette
from chiso.charts.text import text_on

_STEP = 24
_NAMES = 240  # pixels for rank and name
_LETTERS = 24
_FIGURES = 130  # pixels for score and distance


def chart(drawing: Ladder, palette: Palette) -> alt.TopLevelMixin:
    """Draw the chart of a ladder that has at least one rung."""
    rows, height = _placed(drawing)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0]), axis=None)
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=y)
    kinds = {"own": palette.accent, "chosen": palette.ink_soft, "other": palette.line_strong}
    colour = alt.Color("kind:N", scale=alt.Scale(domain=list(kinds), range=list(kinds.values())), legend=None)
    gaps = base.transform_filter("datum.gap").encode(y=alt.Y("above:Q", scale=alt.Scale(domain=[height, 0]), axis=None))
    return alt.layer(
        base.mark_bar(height=_STEP - 10, cornerRadiusEnd=2).encode(
            x=alt.X("from:Q", scale=alt.Scale(domain=[0, 1], range=[_NAMES, drawing.width - _FIGURES]), axis=None),
            x2="share:Q",
            color=colour,
        ),
        *_texts(base, drawing, palette),
        gaps.mark_text(align="left", color=palette.ink_soft).encode(x=alt.value(34), text=alt.value("⋮")),
    ).properties(width=drawing.width, height=height)


def _texts(base: alt.Chart, drawing: Ladder, palette: Palette) -> list[alt.Chart]:
    made: list[alt.Chart] = []
    for is_own, weight in ((True, 700), (False, 400)):
        some = base.transform_filter("datum.kind == 'own'" if is_own else "datum.kind != 'own'")
        options: dict[str, Any] = {"baseline": "middle", "fontWeight": weight}
        made += text_on(
            some.encode(x=alt.value(28)), "rank:N", palette.ink_soft, palette.paper, align="right", **options
        )
        made += text_on(some.encode(x=alt.value(40)), "unit:N", palette.ink, palette.paper, align="left", **options)
        right = drawing.width - _FIGURES
        made += text_on(
            some.encode(x=alt.value(right + 56)), "label:N", palette.ink, palette.paper, align="right", **options
        )
        made += text_on(
            some.encode(x=alt.value(right + 122)),
            "distance:N",
            palette.ink_soft,
            palette.paper,
            align="right",
            **options,
        )
    return made


def _placed(drawing: Ladder) -> tuple[list[dict[str, Any]], int]:
    """Give the rungs their place from the top, and the height of all."""
    rows: list[dict[str, Any]] = []
    top, span = 0, (drawing.highest - drawing.lowest) or 1.0
    for rung in drawing.rungs:
        top += _STEP // 2 if rung.after_gap else 0
        kind = "own" if rung.is_own else "chosen" if rung.is_chosen else "other"
        share = min(max((rung.score - drawing.lowest) / span, 0), 1)
        told = {
            "rank": str(rung.rank),
            "unit": textwrap.shorten(rung.unit, _LETTERS, placeholder=" …"),
            "label": rung.label,
            "distance": rung.distance,
        }
        place = {"from": 0, "share": share, "y": top + _STEP // 2, "above": top - _STEP // 4, "gap": rung.after_gap}
        rows.append({**told, **place, "kind": kind})
        top += _STEP
    return rows, top
