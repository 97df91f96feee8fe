"""From a drawing to SVG or PNG."""

import textwrap
from typing import Any

from chiso.charts.drawing import Comparison, Drawing, Heat, History, Ladder
from chiso.charts.palette import Palette

FONTS = "Liberation Sans, Arial, Helvetica, sans-serif"
# A picture is drawn with the fonts of this machine: old files of Liberation lack U+1EA0–1EF9, DejaVu has them all.
FONTS_OF_PICTURES = "DejaVu Sans, Liberation Sans, sans-serif"
_LETTER = 8  # width of a letter of a title, in pixels
_DECIMALS = {"vi": (",", "."), "en": (".", ",")}


def svg(drawing: Drawing, palette: Palette, title: str = "") -> str:
    """Draw SVG, with every colour spelt out; with its title where it goes out by itself."""
    import vl_convert  # noqa: PLC0415 - a JavaScript engine, needed only where a picture is drawn

    return vl_convert.vegalite_to_svg(specification(drawing, palette, title=title), **_options(drawing))


def png(drawing: Drawing, palette: Palette, *, title: str = "", dots_per_inch: float = 144) -> bytes:
    """Draw PNG, for documents that take no SVG."""
    import vl_convert  # noqa: PLC0415 - as above

    written = specification(drawing, palette, FONTS_OF_PICTURES, title=title)
    return vl_convert.vegalite_to_png(written, ppi=dots_per_inch, **_options(drawing))


def specification(drawing: Drawing, palette: Palette, fonts: str = FONTS, *, title: str = "") -> dict[str, Any]:
    """Write the Vega-Lite specification of a drawing."""
    chart = _chart(drawing, palette).properties(config=_theme(palette, fonts))
    if title:
        head = {"text": textwrap.wrap(title, drawing.width // _LETTER), "anchor": "start", "color": palette.ink}
        chart = chart.properties(title=head | {"fontSize": 15, "offset": 12})
    written: dict[str, Any] = chart.to_dict()
    return written


def _chart(drawing: Drawing, palette: Palette) -> Any:  # noqa: ANN401 - Altair ships no types
    from chiso.charts import comparison, heat, history, ladder  # noqa: PLC0415 - they load Altair, a quarter of a second

    match drawing:
        case Comparison():
            return comparison.chart(drawing, palette)
        case Ladder():
            return ladder.chart(drawing, palette)
        case Heat():
            return heat.chart(drawing, palette)
        case History():
            return history.chart(drawing, palette)


def _options(drawing: Drawing) -> dict[str, Any]:
    decimal, thousands = _DECIMALS["en" if drawing.language.startswith("en") else "vi"]
    locale = {"decimal": decimal, "thousands": thousands, "grouping": [3], "currency": ["", " ₫"]}
    return {"format_locale": locale, "allowed_base_urls": []}


def _theme(palette: Palette, fonts: str) -> dict[str, Any]:
    return {
        "background": palette.paper,
        "font": fonts,
        "padding": 4,
        "view": {"stroke": None},
        "axis": {
            "domain": False,
            "ticks": False,
            "gridColor": palette.line,
            "labelColor": palette.ink_soft,
            "labelFontSize": 12,
            "labelPadding": 6,
            "title": None,
        },
        "text": {"fontSize": 13, "color": palette.ink},
    }
