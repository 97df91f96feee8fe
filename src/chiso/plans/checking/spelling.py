"""Words that no Vietnamese syllable is spelt like: a tone lost, or two words run together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from chiso.documents.document import Place
from chiso.plans.checking.syllables import is_syllable, run_together, with_tone_lost
from chiso.plans.checking.words import Words, span

_NO_GAPS: Final = frozenset({"", "%"})


@dataclass(frozen=True, slots=True)
class Slip:
    """Words as they should be, and where they stand."""

    right: str
    place: Place


def impossible_words(words: Words) -> Iterator[Slip]:
    """Words in lower case that are no syllable but nearly one; names, and words without any accent, are left alone."""
    odd = {text for text in set(words.texts) if _is_odd(text)}
    often = Counter(words.folded) if odd else Counter()
    for word in (words[at] for at, text in enumerate(words.texts) if text in odd):
        if right := _meant(word.text, often):
            yield Slip(right, Place(word.block, word.start, word.end))


def run_into_figures(words: Words) -> Iterator[Slip]:
    """Figures with a word run into them, as in "98%hồ sơ" and "năm 2025đạt"."""
    for at in [at for at, gap in enumerate(words.gaps) if gap in _NO_GAPS]:
        one, two = words[at - 1], words[at]
        figure, word = (one, two) if one.text.isdigit() or two.gap else (two, one)
        if figure.text.isdigit() and not word.text.isascii() and word.text.islower() and is_syllable(word.text):
            yield Slip(f"{one.text}{two.gap} {two.text}", span(one, two))


@lru_cache(maxsize=8192)
def _is_odd(text: str) -> bool:
    return not text.isascii() and text.islower() and not is_syllable(text)


def _meant(text: str, often: Mapping[str, int]) -> str | None:
    """The syllable or the two syllables meant: those that the document uses most."""
    toned = with_tone_lost(text)
    if toned:
        return max(toned, key=lambda each: often.get(each, 0))
    parted = run_together(text)
    return " ".join(max(parted, key=lambda pair: min(often.get(each, 0) for each in pair))) if parted else None
