"""Names that packs keep beside the editions: provinces, and the words of the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chiso.frameworks.edition import folded
from chiso.problems import Text


@dataclass(frozen=True, slots=True)
class Province:
    """A province or city under the central government, from `since` to the day before `until`.

    successor: code of the province that it became or went into; its own code where it goes on
    """

    code: str
    name: str
    english: str
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    successor: str | None = None
    source: str | None = None

    def exists(self, on: date) -> bool:
        """Whether there is such a province on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)

    def is_called(self, name: str) -> bool:
        """Whether `name` is one of the spellings of this province, whatever its case, spaces and punctuation."""
        return folded(name) in {folded(known) for known in (self.name, self.english, *self.aliases)}


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """One concept: the word in code, in Vietnamese and in English, and words that are not used for it."""

    word: str
    name: Text
    rejected: tuple[str, ...] = ()
