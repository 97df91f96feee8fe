"""Comparing Vietnamese words: case, punctuation and the two places of the tone mark set aside."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ACCENTS = re.compile("[\u0300-\u036f]+")  # the combining marks that Vietnamese letters come apart into
_MARKS = re.compile(r"[\W_]+")
_OLD_TONES = {
    old: new
    for olds, news in (
        ("òa óa ỏa õa ọa", "oà oá oả oã oạ"),
        ("òe óe ỏe õe ọe", "oè oé oẻ oẽ oẹ"),
        ("ùy úy ủy ũy ụy", "uỳ uý uỷ uỹ uỵ"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}
_OLD_TONE = re.compile("|".join(_OLD_TONES))


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Lower case without punctuation, tone marks in one place ("hoá" for "hóa").

    >>> folded("Thủ tục, hành chính (Hóa)")
    'thủ tục hành chính hoá'
    """
    low = _MARKS.sub(" ", unicodedata.normalize("NFC", text).lower()).strip()
    return _OLD_TONE.sub(lambda m: _OLD_TONES[m.group()], low)


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """As `folded`, without any accent: for words whose accents a scan has lost."""
    apart = unicodedata.normalize("NFD", folded(text).replace("đ", "d"))
    return _ACCENTS.sub("", apart)
