"""The years of an index: a dot a year, a line only between years that compare."""

from itertools import pairwise
from typing import Any

import altair as alt

from chiso.charts.bounds import bounds
from chiso.charts.drawing import History, Moment
from chiso.charts.palette import Palette
from chiso.charts.text import text_on

_HEIGHT = 220
_MARGIN = 60
_LABEL = 40  # pixels that the figure of a year needs


def chart(drawing: History, palette: Palette) -> alt.TopLevelMixin:
    """Draw the chart of a history that has at least one moment."""
    low, high, ticks = bounds([moment.score for moment in drawing.moments], drawing.lowest, drawing.highest)
    years = list(range(drawing.moments[0].year, drawing.moments[-1].year + 1))
    x = alt.X("year:O", scale=alt.Scale(domain=years), axis=alt.Axis(grid=False, labelAngle=0, labelOverlap=True))
    y = alt.Y("score:Q", scale=alt.Scale(domain=[low, high], nice=False), axis=alt.Axis(values=ticks, format="~f"))
    base = alt.Chart(alt.InlineData(values=_rows(drawing))).encode(x=x, y=y)
    dots = base.mark_circle(size=70, color=palette.accent, opacity=1).transform_filter("!datum.provisional")
    rings = base.mark_circle(size=60, fill=palette.paper, stroke=palette.accent, strokeWidth=2, opacity=1)
    labelled = base.transform_filter("datum.labelled")
    return alt.layer(
        _edges(drawing, palette, x),
        base.mark_line(color=palette.accent, strokeWidth=2).encode(detail="segment:N"),
        *text_on(labelled, "label:N", palette.ink, palette.paper, dy=-14, fontWeight=600),
        *text_on(labelled, "note:N", palette.ink_soft, palette.paper, dy=17, fontSize=12),
        dots,
        rings.transform_filter("datum.provisional"),
    ).properties(width=drawing.width - _MARGIN, height=_HEIGHT)


def segments(moments: tuple[Moment, ...]) -> list[int]:
    """Say to which unbroken line each moment belongs, by its number.

    >>> segments((Moment(2019, 1, "1"), Moment(2020, 1, "1"), Moment(2022, 1, "1"), Moment(2023, 1, "1", edition="b")))
    [0, 0, 1, 2]
    """
    numbers = [0]
    for before, after in pairwise(moments):
        compares = after.year == before.year + 1 and after.edition == before.edition
        numbers.append(numbers[-1] + (not compares))
    return numbers


def labelled(years: list[int], width: float) -> set[int]:
    """Choose the years whose figures have room: the last first, then the first, then the others from the newest.

    >>> sorted(labelled([2006, 2019, 2020, 2021], 300))
    [2006, 2021]
    """
    apart = _LABEL / (width / (years[-1] - years[0] + 1))
    chosen: list[int] = []
    for year in (years[-1], years[0], *reversed(years)):
        if all(abs(year - other) >= apart for other in chosen):
            chosen.append(year)
    return set(chosen)


def _rows(drawing: History) -> list[dict[str, Any]]:
    with_room = labelled([moment.year for moment in drawing.moments], drawing.width - _MARGIN)
    return [
        {
            "year": moment.year,
            "score": moment.score,
            "label": moment.label,
            "note": moment.note,
            "segment": segment,
            "provisional": moment.is_provisional,
            "labelled": moment.year in with_room,
        }
        for moment, segment in zip(drawing.moments, segments(drawing.moments), strict=True)
    ]


def _edges(drawing: History, palette: Palette, x: alt.X) -> alt.Chart:
    """Dashes before the first year known of each new edition."""
    first = [after.year for before, after in pairwise(drawing.moments) if after.edition != before.edition]
    edges = alt.InlineData(values=[{"year": year} for year in first])
    marks: alt.Chart = alt.Chart(edges).mark_rule(color=palette.line_strong, strokeDash=[3, 3])
    dashes: alt.Chart = marks.encode(x=x, xOffset=alt.value(0))
    return dashes
