"""Which font a PDF is set in: one that is there and has all the letters of Vietnamese in its four faces."""

from __future__ import annotations

import struct
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

FAMILIES = ("Times New Roman", "Liberation Serif")
OWN_FAMILY = "Libertinus Serif"  # comes with Typst
_LETTERS = frozenset([*range(0x1EA0, 0x1EFA), *map(ord, "ăâđêôơưĂÂĐÊÔƠƯ–“”")])
_FACES = {("normal", 400), ("normal", 700), ("italic", 400), ("italic", 700)}
_WINDOWS, _UNICODE = 3, 1
_BY_SEGMENTS = 4


@dataclass(frozen=True, slots=True)
class Font:
    """A family, and the folder of its files; None for the one that comes with Typst."""

    family: str
    folder: Path | None = None

    @property
    def is_the_decrees(self) -> bool:
        """Whether it is Times New Roman, which the decree asks for."""
        return self.family == FAMILIES[0]


@cache
def chosen_font() -> Font:
    """The font that PDF files are set in: Times New Roman where it is, else Liberation Serif, else Typst's Libertinus.

    A family is passed over where its files lack letters: the old `fonts-liberation` of Debian has no U+1EA0–1EF9.
    """
    found: dict[tuple[str, Path], set[tuple[str, int]]] = defaultdict(set)
    for face in typst.Fonts(include_embedded_fonts=False).fonts():
        if face.family in FAMILIES and face.path and _has_letters(Path(face.path)):
            found[face.family, Path(face.path).parent].add((face.style, face.weight))
    whole = [key for key, faces in found.items() if faces >= _FACES]
    ranked = sorted(whole, key=lambda key: (FAMILIES.index(key[0]), str(key[1])))
    return Font(*ranked[0]) if ranked else Font(OWN_FAMILY)


@cache
def font_files() -> typst.Fonts:
    """The files of that font and Typst's own, and no others, so that no letter comes from a stray font."""
    folder = chosen_font().folder
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)] if folder else [])


def _has_letters(path: Path) -> bool:
    try:
        return characters_of(path.read_bytes()) >= _LETTERS
    except (OSError, struct.error, IndexError):
        return False  # a font that cannot be read is none


def characters_of(font: bytes) -> frozenset[int]:
    """The code points that a TrueType or OpenType file has glyphs for, by its table of segments (`cmap`, format 4)."""
    start = _table(font, b"cmap")
    if start is None:
        return frozenset()
    (count,) = struct.unpack_from(">H", font, start + 2)
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * number)
        if (platform, encoding) == (_WINDOWS, _UNICODE):
            return _segments(font, start + offset)
    return frozenset()


def _table(font: bytes, name: bytes) -> int | None:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return int(offset)
    return None


def _segments(font: bytes, start: int) -> frozenset[int]:
    kind, _, _, twice = struct.unpack_from(">HHHH", font, start)
    if kind != _BY_SEGMENTS:
        return frozenset()
    count = twice // 2
    lasts = struct.unpack_from(f">{count}H", font, start + 14)
    firsts = struct.unpack_from(f">{count}H", font, start + 16 + twice)
    return frozenset(point for first, last in zip(firsts, lasts, strict=True) for point in range(first, last + 1))
