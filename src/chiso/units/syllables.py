"""Names cut into comparable syllables, of which acronyms give only the first letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
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
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    is_shouted = not any(word != word.upper() for word in words)
    found: list[str] = []
    for word in words:
        bare = without_accents(word).lower()
        if bare in IRREGULAR_ACRONYMS and word[0].isupper():
            found.extend(without_accents(IRREGULAR_ACRONYMS[bare]).lower().split())
        elif _is_acronym(word, bare, is_shouted=is_shouted):
            found.extend(bare.upper())
        elif bare not in _CONNECTIVES:
            found.append(bare)
    return tuple(found)


def _is_acronym(word: str, bare: str, *, is_shouted: bool) -> bool:
    if len(word) == 1 or not word.isalpha() or word != word.upper():
        return False
    if not _SYLLABLE.fullmatch(bare):
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
