"""Doubtful words: signed where they are recognised, so that the sign goes wherever the word goes, and told at the end.

Lines become paragraphs, rows and list items; marks are parted from them and torn pieces joined. A sign inside the word
survives all of that without any of it knowing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from chiso.documents.document import Block

_SIGN = "\ue0ff"  # of Unicode's private area, where no letter is
_SHORTEST = 2


def signed(word: str, *, is_doubtful: bool) -> str:
    """The word, with the sign after its first letter where it is doubtful; marks and numbers of items stay plain."""
    word = word.replace(_SIGN, "")
    is_mark = len(word) < _SHORTEST or (len(word) == _SHORTEST and word[-1] in ".)")
    return f"{word[0]}{_SIGN}{word[1:]}" if is_doubtful and not is_mark else word


def told(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks without signs; each tells which spans of its text are doubtful."""
    return tuple(_told(block) for block in blocks)


def _told(block: Block) -> Block:
    if _SIGN not in block.text and _SIGN not in block.marker:
        return block
    words, doubtful, length = [], [], 0
    for word in block.text.split(" "):
        plain = word.replace(_SIGN, "")
        if plain != word:
            doubtful.append((length, length + len(plain)))
        words.append(plain)
        length += len(plain) + 1
    return replace(
        block,
        text=" ".join(words),
        marker=block.marker.replace(_SIGN, ""),
        cells=tuple(cell.replace(_SIGN, "") for cell in block.cells),
        doubtful=tuple(doubtful),
    )
