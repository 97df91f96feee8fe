"""Chart specifications: what is drawn, in which colours, and how it becomes a picture.

The drawings (`History`, `Comparison`) are plain values, cheap to make and to hash; Altair and vl-convert are loaded
only when a picture is asked for.
"""

from chiso.charts.drawing import Comparison, Drawing, History, Moment, Row, fingerprint
from chiso.charts.palette import DARK, LIGHT, PALETTES, Palette
from chiso.charts.picture import png, svg

__all__ = [
    "DARK",
    "LIGHT",
    "PALETTES",
    "Comparison",
    "Drawing",
    "History",
    "Moment",
    "Palette",
    "Row",
    "fingerprint",
    "png",
    "svg",
]
