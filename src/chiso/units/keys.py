"""Keys for searching and sorting Vietnamese text that work alike in every database."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền hỏi ngã sắc nặng
_LETTER_MARKS: Final = {"\u0306": 1, "\u0302": 2, "\u031b": 3}  # ă â ê ô, then ơ ư
_D_WITH_STROKE: Final = str.maketrans({"đ": "d", "Đ": "D"})
_DASHES: Final = re.compile("[\u2010-\u2015\u2212]")
_WORDS: Final = re.compile(r"[0-9]+|[^\W\d_]+")


def without_accents(text: str) -> str:
    """The text with its letters bare of tones and marks, case kept.

    >>> without_accents("Đổi mới sáng tạo")
    'Doi moi sang tao'
    """
    bare = "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
    return bare.translate(_D_WITH_STROKE)


def search_key(text: str) -> str:
    """What a search compares: lower case, no accents, đ as d, one kind of dash, single spaces.

    >>> search_key("Phòng  Thông tin – Báo chí")
    'phong thong tin - bao chi'
    """
    return _DASHES.sub("-", " ".join(without_accents(text).lower().split()))


def sort_key(text: str) -> str:
    """What orders texts as a Vietnamese dictionary does, syllable by syllable: first letters, then tone.

    The alphabet is a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y, with f j w z in their Latin places; the
    tones follow as ngang, huyền, hỏi, ngã, sắc, nặng. Numbers go by their value, before words. Punctuation and case
    count nothing. The key holds only a-z and 0-9, so that it compares alike byte by byte and under any collation; it
    is up to three times as long as the text.

    >>> sorted(["Hạ An", "Đan", "Ngã 10", "Hà Nam", "Dân", "Ngã 9"], key=sort_key)
    ['Dân', 'Đan', 'Hà Nam', 'Hạ An', 'Ngã 9', 'Ngã 10']
    """
    composed = unicodedata.normalize("NFC", text).lower()
    return "".join(_number_key(word) if word.isdecimal() else _syllable_key(word) for word in _WORDS.findall(composed))


def _number_key(digits: str) -> str:
    significant = digits.lstrip("0") or "0"
    return f"1{min(len(significant), 99):02}{significant}"


def _syllable_key(syllable: str) -> str:
    letters: list[str] = []
    tone = 0
    for character in syllable:
        decomposed = unicodedata.normalize("NFD", character)
        base, marks = decomposed[0], list(decomposed[1:])
        tone = max([tone, *(_TONES.get(mark, 0) for mark in marks)])
        letters.append(_letter_key(base, marks))
    # The nought ends the syllable before any further letter, so that "ha" comes before "hai".
    return f"{''.join(letters)}0{tone}"


def _letter_key(base: str, marks: list[str]) -> str:
    if base == "đ":
        return "d1"
    if "a" <= base <= "z":
        return f"{base}{max((_LETTER_MARKS.get(mark, 0) for mark in marks), default=0)}"
    # Letters of other scripts follow the Latin ones, by their code points.
    return f"z9{ord(base):06x}"
