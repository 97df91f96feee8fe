"""A stretch of the document's words that knows where it stands, and a value read from one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from chiso.documents.document import Place
from chiso.documents.letters import lettered

T = TypeVar("T")
_FULL_STOP = lettered(r"\.\s+(?=[:upper:])")
_EDGES = " \u00a0,;:.–-"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of block `block`, starting at character `start` of its text."""

    text: str
    block: int
    start: int = 0

    def part(self, start: int, end: int | None = None) -> Passage:
        """The characters [start, end) without white space at either end."""
        words = self.text[start:end]
        lead = len(words) - len(words.lstrip())
        return Passage(words.strip(), self.block, self.start + start + lead)

    def group(self, match: re.Match[str], name: str | int = 0) -> Passage:
        """What a group of a match on this passage's text covers."""
        return self.part(match.start(name), match.end(name))

    def trimmed(self, edges: str = _EDGES) -> Passage:
        """Without punctuation and white space at either end."""
        lead = len(self.text) - len(self.text.lstrip(edges))
        return Passage(self.text.strip(edges), self.block, self.start + lead)

    @property
    def place(self) -> Place:
        """Where these words stand."""
        return Place(self.block, self.start, self.start + len(self.text))

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Noted(Generic[T]):
    """A value, the places that it was read from, and a doubt code where it is not certain."""

    value: T
    places: tuple[Place, ...] = ()
    doubt: str | None = None


def words(passage: Passage, doubt: str | None = None) -> Noted[str]:
    """The passage's own words as a value."""
    return Noted(passage.text, (passage.place,), doubt)


def sentences_of(passage: Passage) -> list[Passage]:
    """The passage cut after each full stop that a capital follows."""
    starts = [0, *(match.end() for match in _FULL_STOP.finditer(passage.text))]
    return [passage.part(a, b) for a, b in zip(starts, [*starts[1:], None], strict=True)]
