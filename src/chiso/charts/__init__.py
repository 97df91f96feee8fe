"""Chart specifications: what is drawn, in which colours, and how it becomes a picture.

The drawings (`History`, `Comparison`, `Ladder`, `Heat`) are plain values, cheap to make and to hash; Altair and vl-convert are loaded
only when a picture is asked for.
"""

from chiso.charts.drawing import (
    Comparison,
    Drawing,
    Heat,
    HeatLine,
    History,
    Ladder,
    Moment,
    Row,
    Rung,
    fingerprint,
)
from chiso.charts.palette import DARK, LIGHT, PALETTES, Palette
from chiso.charts.picture import png, svg

__all__ = [
    "DARK",
    "LIGHT",
    "PALETTES",
    "Comparison",
    "Drawing",
    "Heat",
    "HeatLine",
    "History",
    "Ladder",
    "Moment",
    "Palette",
    "Row",
    "Rung",
    "fingerprint",
    "png",
    "svg",
]
