"""The colours of charts: those of the pages, spelt out, for a picture knows no style sheet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """One set of colours; the names and values are those of the design tokens of the same tone."""

    tone: str
    paper: str
    ink: str
    ink_soft: str
    line: str
    line_strong: str
    accent: str


LIGHT = Palette(
    tone="light",
    paper="#ffffff",
    ink="#1a1f24",
    ink_soft="#525c66",
    line="#d9dee3",
    line_strong="#8a949e",
    accent="#0b5394",
)
DARK = Palette(
    tone="dark",
    paper="#191d21",
    ink="#e8ebee",
    ink_soft="#a9b3bc",
    line="#343b42",
    line_strong="#78838d",
    accent="#7fb8ec",
)
PALETTES = {palette.tone: palette for palette in (LIGHT, DARK)}
