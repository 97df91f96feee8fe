"""Names that are written nearly alike."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz.distance import OSA, Levenshtein

from chiso.plans.reading.words import bare, folded

_LEAST_LETTERS: Final = 3
_LEAST_SYLLABLES: Final = 4
_WORD: Final = re.compile(r"[^\W\d_]+")


def one_letter_apart(one: str, right: str) -> bool:
    """Whether a name is the right one but for a letter of a syllable that is no proper name, accents aside.

    >>> one_letter_apart("Phòng Ngân xách", "Phòng Ngân sách"), one_letter_apart("UBND xã Tân Lan", "UBND xã Tân Lam")
    (True, False)
    """
    given, wanted = _WORD.findall(one), _WORD.findall(right)
    if len(given) != len(wanted):
        return False
    apart = [(bare(a), bare(b), b) for a, b in zip(given, wanted, strict=True) if folded(a) != folded(b)]
    if len(apart) != 1:
        return False
    first, second, written = apart[0]
    is_long = min(len(first), len(second)) >= _LEAST_LETTERS
    return is_long and written.islower() and OSA.distance(first, second, score_cutoff=1) == 1


def one_syllable_apart(one: str, right: str) -> bool:
    """Whether a name of some length has a syllable more, less or other than the right one.

    >>> one_syllable_apart("Dịch vụ hỗ trợ cho doanh nghiệp", "Dịch vụ hỗ trợ doanh nghiệp")
    True
    """
    given, wanted = folded(one).split(), folded(right).split()
    if min(len(given), len(wanted)) < _LEAST_SYLLABLES:
        return False
    return Levenshtein.distance(given, wanted, score_cutoff=1) == 1
