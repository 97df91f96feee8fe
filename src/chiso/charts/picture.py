"""From a drawing to SVG or PNG."""

from typing import Any

from chiso.charts.drawing import Comparison, Drawing
from chiso.charts.palette import Palette

FONTS = "Liberation Sans, Arial, Helvetica, sans-serif"
# A picture is drawn with the fonts of this machine: old files of Liberation lack U+1EA0–1EF9, DejaVu has them all.
FONTS_OF_PICTURES = "DejaVu Sans, Liberation Sans, sans-serif"
_DECIMALS = {"vi": (",", "."), "en": (".", ",")}


def svg(drawing: Drawing, palette: Palette) -> str:
    """Draw SVG, with every colour spelt out."""
    import vl_convert  # noqa: PLC0415 - a JavaScript engine, needed only where a picture is drawn

    return vl_convert.vegalite_to_svg(specification(drawing, palette), **_options(drawing))


def png(drawing: Drawing, palette: Palette, *, dots_per_inch: float = 144) -> bytes:
    """Draw PNG, for documents that take no SVG."""
    import vl_convert  # noqa: PLC0415 - as above

    written = specification(drawing, palette, FONTS_OF_PICTURES)
    return vl_convert.vegalite_to_png(written, ppi=dots_per_inch, **_options(drawing))


def specification(drawing: Drawing, palette: Palette, fonts: str = FONTS) -> dict[str, Any]:
    """Write the Vega-Lite specification of a drawing."""
    from chiso.charts import comparison, history  # noqa: PLC0415 - they load Altair, which takes a quarter of a second

    chart = comparison.chart(drawing, palette) if isinstance(drawing, Comparison) else history.chart(drawing, palette)
    return chart.properties(config=_theme(palette, fonts)).to_dict()


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
