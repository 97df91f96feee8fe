"""Names cut into comparable syllables, of which acronyms give only the first letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from chiso.units.keys import without_accents
from chiso.units.phrases import IRREGULAR_ACRONYMS

Syllables = tuple[str, ...]
"""Lower-case syllables without accents; a capital letter stands where an acronym gives only the first letter."""

_WORD: Final = re.compile(r"[^\W_]+")
_SYLLABLE: Final = re.compile(
    r"(?:ch|gh|gi|kh|ngh|ng|nh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?"
)
_CONNECTIVES: Final = frozenset({"va", "voi", "cung"})


def syllables(text: str) -> Syllables:
    """The syllables of a name, with connectives and punctuation left out.

    >>> syllables("Quản lý KH&CN")
    ('quan', 'ly', 'K', 'H', 'C', 'N')
    """
    found: list[str] = []
    for word, is_short in _words(text):
        bare = without_accents(word).lower()
        if bare in IRREGULAR_ACRONYMS and word[0].isupper():
            found.extend(without_accents(IRREGULAR_ACRONYMS[bare]).lower().split())
        elif is_short:
            found.extend(bare.upper())
        elif bare not in _CONNECTIVES:
            found.append(bare)
    return tuple(found)


def initials(text: str) -> str:
    """The acronym that a name gives: the first letter of each syllable without connectives, with Đ kept from D.

    >>> initials("Sở Giáo dục và Đào tạo"), initials("Sở KH&CN")
    ('SGDĐT', 'SKHCN')
    """
    words = [
        (word.upper(), is_short) for word, is_short in _words(text) if without_accents(word).lower() not in _CONNECTIVES
    ]
    return "".join(word if is_short else _first_letter(word) for word, is_short in words)


def _first_letter(word: str) -> str:
    return "Đ" if word[0] == "Đ" else without_accents(word[0])


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Each word of a name, and whether it is an acronym."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    is_shouted = not any(word != word.upper() for word in words)
    for word in words:
        yield word, _is_acronym(word, is_shouted=is_shouted)


def _is_acronym(word: str, *, is_shouted: bool) -> bool:
    if len(word) == 1 or not word.isalpha() or word != word.upper():
        return False
    if not _SYLLABLE.fullmatch(without_accents(word).lower()):
        return True
    # In a name all in capitals THANH TRA are words; with small letters beside it a bare TRA would be none.
    return not is_shouted and word.replace("Đ", "D").isascii()


def is_initial(syllable: str) -> bool:
    """Whether only the first letter of a syllable is known."""
    return syllable.isupper()


def agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names have the same syllables as far as each tells them.

    >>> agree(syllables("NCUD"), syllables("nghiên cứu ứng dụng"))
    True
    """
    return len(one) == len(other) and all(map(_agree, one, other))


def _agree(one: str, other: str) -> bool:
    if is_initial(one) or is_initial(other):
        return one[0].lower() == other[0].lower()
    return one == other


def starts_with(whole: Sequence[str], beginning: Sequence[str]) -> bool:
    """Whether a name begins with these full syllables."""
    return tuple(whole[: len(beginning)]) == tuple(beginning)
