"""A radar as a picture of its own: SVG with every colour spelt out, or PNG."""

from __future__ import annotations

import textwrap
from html import escape

from chiso.charts.palette import Palette
from chiso.charts.picture import FONTS, FONTS_OF_PICTURES
from chiso.charts.radar import Axis, Outline, Radar

_WIDTH, _RADIUS = 720, 165
_LEFT = _WIDTH // 2
_LINE = 18
_LETTERS = 80
_DASHES = ("", "7 4", "", "", "", "2 3", "9 3 2 3")
_COLOURS = {
    "light": ("#0b5394", "#525c66", "#00694f", "#8f4a00", "#a8123a", "#1a1f24", "#00694f"),
    "dark": ("#7fb8ec", "#a9b3bc", "#5fcfa8", "#f0b46a", "#ff8fa6", "#e8ebee", "#5fcfa8"),
}


def radar_svg(radar: Radar, palette: Palette, title: str, fonts: str = FONTS) -> str:
    """Draw SVG with its title and the names of its outlines."""
    heads = textwrap.wrap(title, _LETTERS)
    above, below = (round(_RADIUS * reach) for reach in radar.overhang)
    middle = _LINE * (len(heads) + 1) + _RADIUS + above
    key = middle + _RADIUS + below + _LINE
    height = key + _LINE * len(radar.outlines) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}">',
        f'<g font-family="{escape(fonts)}">',
        f'<rect width="{_WIDTH}" height="{height}" fill="{palette.paper}"/>',
        *(_text(10, _LINE * (place + 1), line, palette.ink, size=15, bold=True) for place, line in enumerate(heads)),
        f'<g transform="translate({_LEFT} {middle}) scale({_RADIUS})" fill="none" stroke="{palette.line}" stroke-width="0.008">',
        *(f'<polygon points="{ring}"/>' for ring in radar.rings),
        *(f'<line x1="0" y1="0" x2="{axis.at_x}" y2="{axis.at_y}"/>' for axis in radar.axes),
        "</g>",
        *(_outline(outline, place, palette, middle) for place, outline in enumerate(radar.outlines)),
        *(_name(axis, palette, middle) for axis in radar.axes),
        *(_key(outline, place, palette, key + _LINE * place) for place, outline in enumerate(radar.outlines)),
        "</g></svg>",
    ]
    return "".join(parts)


def radar_png(radar: Radar, palette: Palette, title: str, *, dots_per_inch: float = 144) -> bytes:
    """Draw PNG, for documents that take no SVG."""
    import vl_convert  # noqa: PLC0415 - a JavaScript engine, needed only where a picture is drawn

    drawn: bytes = vl_convert.svg_to_png(radar_svg(radar, palette, title, FONTS_OF_PICTURES), ppi=dots_per_inch)
    return drawn


def _style(place: int, palette: Palette) -> str:
    colours = _COLOURS[palette.tone]
    dashes = _DASHES[place % len(_DASHES)]
    width = "2.5" if place == 0 else "1.75"
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'stroke="{colours[place % len(colours)]}" stroke-width="{width}"{dashed}'


def _outline(outline: Outline, place: int, palette: Palette, middle: int) -> str:
    points = " ".join(f"{_LEFT + x * _RADIUS:.1f},{middle + y * _RADIUS:.1f}" for x, y in outline.points)
    fill = f'fill="{_COLOURS[palette.tone][0]}" fill-opacity="0.12"' if place == 0 else 'fill="none"'
    return f'<polygon points="{points}" {fill} {_style(place, palette)} stroke-linejoin="round"/>'


def _name(axis: Axis, palette: Palette, middle: int) -> str:
    x, y = _LEFT + float(axis.label_x) * _RADIUS, middle + float(axis.label_y) * _RADIUS
    return "".join(
        _text(x, y + place * (_LINE - 3), line, palette.ink, anchor=axis.anchor)
        for place, line in enumerate(axis.lines)
    )


def _key(outline: Outline, place: int, palette: Palette, at: float) -> str:
    return f'<line x1="10" y1="{at - 4}" x2="40" y2="{at - 4}" {_style(place, palette)}/>' + _text(
        50, at, outline.name, palette.ink
    )


def _text(
    x: float, y: float, words: str, colour: str, *, anchor: str = "start", size: int = 13, bold: bool = False
) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" font-size="{size}" text-anchor="{anchor}"{weight}>{escape(words)}</text>'
