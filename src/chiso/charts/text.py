"""Text in charts, legible where it crosses a line."""

from typing import Any

import altair as alt


def text_on(base: alt.Chart, field: str, colour: str, paper: str, **options: Any) -> tuple[alt.Chart, alt.Chart]:  # noqa: ANN401 - any option of a text mark
    """Write the text of `field` with an edge of the paper's colour around it."""
    edge = base.mark_text(stroke=paper, strokeWidth=4, color=paper, **options).encode(text=field)
    return edge, base.mark_text(color=colour, **options).encode(text=field)
