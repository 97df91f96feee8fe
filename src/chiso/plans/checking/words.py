"""The words of a document in a row, for checks that look at wording."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, overload

from chiso.documents.document import Block, Place
from chiso.plans.reading.words import bare as bare_text
from chiso.plans.reading.words import folded as folded_text

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_SPLIT: Final = re.compile(rf"({_WORD.pattern})")
_ALPHANUMERIC: Final = re.compile(r"\w+")
PHRASE_GAPS: Final = frozenset({" ", ", ", " , "})
"""What may stand between two words of one phrase."""
_BLOCK_BEGINS: Final = "\n"


class Word(NamedTuple):
    """A word or figure.

    folded: lower case, the tone mark in one place; `bare` the same without accents
    gap:    what stands between it and the word before it in its block; begins with a line break at the start of one
    """

    text: str
    folded: str
    bare: str
    gap: str
    block: int
    start: int

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Words(Sequence[Word]):
    """The words of a document, each to be had as a `Word`; some thousands are looked through at once by their columns.

    firsts: the first word of each block and of those after it
    """

    texts: Sequence[str]
    folded: Sequence[str]
    bare: Sequence[str]
    gaps: Sequence[str]
    firsts: Sequence[int]

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> Word: ...

    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...

    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        block = bisect_right(self.firsts, range(len(self))[at]) - 1
        first = self.firsts[block]
        before = "".join(self.gaps[first : at + 1]) + "".join(self.texts[first:at])
        start = len(before) - len(_BLOCK_BEGINS)
        return Word(self.texts[at], self.folded[at], self.bare[at], self.gaps[at], block, start)


@lru_cache(maxsize=8192)
def _forms(text: str) -> tuple[str, str]:
    return folded_text(text), bare_text(text)


def bare_syllables(text: str) -> list[str]:
    """The words of a text without accents and punctuation, in lower case."""
    return [_forms(word)[1] for word in _ALPHANUMERIC.findall(text)]


def words(blocks: Sequence[Block]) -> Words:
    """All words, block after block."""
    texts: list[str] = []
    gaps: list[str] = []
    firsts: list[int] = []
    for block in blocks:
        firsts.append(len(texts))
        # Gap, word, gap, word … gap: quicker than a match for each.
        before, *parts = _SPLIT.split(block.text)
        texts += parts[::2]
        gaps += (_BLOCK_BEGINS + before, *parts[1:-1:2]) if parts else ()
    forms = [_forms(text) for text in texts]
    return Words(texts, [folded for folded, _ in forms], [bare for _, bare in forms], gaps, firsts)


def span(first: Word, last: Word) -> Place:
    """The place from one word to another of the same block."""
    return Place(first.block, first.start, last.end)
