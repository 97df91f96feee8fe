"""The words of a document in a row, for checks that look at wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from chiso.documents.document import Block, Place
from chiso.plans.reading.words import bare as bare_text
from chiso.plans.reading.words import folded as folded_text

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_SPLIT: Final = re.compile(rf"({_WORD.pattern})")
PHRASE_GAPS: Final = frozenset({" ", ", ", " , "})
"""What may stand between two words of one phrase."""


class Word(NamedTuple):
    r"""A word or figure; a named tuple, of which some thousands are made at once.

    folded: lower case, the tone mark in one place; `bare` the same without accents
    gap:    what stands between it and the word before it; "\n" at the start of a block
    """

    text: str
    folded: str
    bare: str
    block: int
    start: int
    gap: str

    @property
    def end(self) -> int:
        """The character after its last."""
        return self.start + len(self.text)


@lru_cache(maxsize=8192)
def _forms(text: str) -> tuple[str, str]:
    return folded_text(text), bare_text(text)


def bare_syllables(text: str) -> list[str]:
    """The words of a text without accents and punctuation, in lower case."""
    return [_forms(word)[1] for word in _WORD.findall(text)]


def words(blocks: Sequence[Block]) -> tuple[Word, ...]:
    """All words, block after block."""
    found: list[Word] = []
    made = tuple.__new__  # in half the time of Word(…)
    for number, block in enumerate(blocks):
        parts = _SPLIT.split(block.text)  # gap, word, gap, word … gap: quicker than a match for each
        end = 0
        for place in range(1, len(parts), 2):
            gap, text = parts[place - 1], parts[place]
            start = end + len(gap)
            folded, bare = _forms(text)
            found.append(made(Word, (text, folded, bare, number, start, gap if place > 1 else "\n")))
            end = start + len(text)
    return tuple(found)


def span(first: Word, last: Word) -> Place:
    """The place from one word to another of the same block."""
    return Place(first.block, first.start, last.end)
