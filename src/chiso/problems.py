"""What is wrong, where, and what to do: the shape of every fault that is told to a person.

Each package keeps its own faults in `_problems.py` as `ProblemKind`s, texts in Vietnamese and English
side by side, so that all that the package may complain of stands on one page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NoReturn

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages; may hold the fields {where}, {given} and {wanted}."""

    vi: str
    en: str

    def in_language(self, language: str) -> str:
        """The words in `language`; Vietnamese where it is neither of the two."""
        return self.en if language.startswith("en") else self.vi


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: its kind, where it is, what was given and what is wanted."""

    kind: ProblemKind
    where: str = ""
    given: str = ""
    wanted: str = ""

    @property
    def code(self) -> str:
        """The dotted code of the kind."""
        return self.kind.code

    def message(self, language: str = "vi") -> str:
        """What is wrong and where, in a sentence."""
        return self._filled(self.kind.message, language)

    def remedy(self, language: str = "vi") -> str:
        """What to do about it, in a sentence."""
        return self._filled(self.kind.remedy, language)

    def _filled(self, text: Text, language: str) -> str:
        return text.in_language(language).format(where=self.where, given=self.given, wanted=self.wanted)


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """An entry of a package's catalogue of faults.

    >>> late = ProblemKind("demo.late", Text("{given} đã quá hạn", "{given} is late"), Text("Nộp ngay", "Submit now"))
    >>> late(given="Báo cáo").message()
    'Báo cáo đã quá hạn'
    >>> late(given="The report").message("en")
    'The report is late'
    """

    code: str
    message: Text
    remedy: Text

    def __call__(self, *, where: str = "", given: object = "", wanted: object = "") -> Problem:
        """A problem of this kind."""
        return Problem(self, where=where, given=str(given), wanted=str(wanted))

    def stop(self, *, where: str = "", given: object = "", wanted: object = "") -> NoReturn:
        """Raise `ProblemError` with one problem of this kind."""
        raise ProblemError([self(where=where, given=given, wanted=wanted)])


class ProblemError(Exception):
    """Work that cannot go on; carries all the faults found, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.code}: {p.message('en')}" for p in self.problems))
