"""The numbers of headings and rows as a sequence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_ROMAN: Final = re.compile(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})")
_DOTTED: Final = re.compile(r"(?:\d{1,2}\.)*\d{1,2}")
_ALPHABET: Final = "abcdđeghiklmnopqrstuvxy"
_ROMAN_VALUES: Final = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A printed number: its style, what stands before its last part ("3." in 3.2), and that part.

    >>> ordinal("3.2")
    Ordinal(style='number', prefix='3', value=2)
    >>> ordinal("IV").value, ordinal("đ").value, ordinal("-")
    (4, 5, None)
    """

    style: str
    prefix: str
    value: int

    @property
    def series(self) -> tuple[str, str]:
        """Equal for numbers that are counted together."""
        return self.style, self.prefix

    def printed(self, value: int) -> str:
        """The number of this series with another last part."""
        if self.style == "letter":
            return _ALPHABET[value - 1] if value <= len(_ALPHABET) else "?"
        if self.style == "roman":
            return roman(value)
        return f"{self.prefix}.{value}" if self.prefix else str(value)


@lru_cache(maxsize=1024)
def ordinal(marker: str) -> Ordinal | None:
    """The number that a marker is; None of a dash or other mark."""
    if _DOTTED.fullmatch(marker):
        prefix, _, last = marker.rpartition(".")
        return Ordinal("number", prefix, int(last))
    if marker and _ROMAN.fullmatch(marker):
        return Ordinal("roman", "", _from_roman(marker))
    if len(marker) == 1 and marker in _ALPHABET:
        return Ordinal("letter", "", _ALPHABET.index(marker) + 1)
    return None


def roman(value: int) -> str:
    """A number up to 39 in Roman figures."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + ones[value % 10]


def _from_roman(text: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
