"""An entry of the catalogue of checks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chiso.plans.checking.finding import Fact, Finding, Severity
from chiso.plans.checking.subject import Subject
from chiso.problems import Text


@dataclass(frozen=True, slots=True)
class CheckKind:
    """One check: its dotted code, what it looks for, and the function that finds it.

    title:    what is found, in a few words
    meaning:  why a head of office should care
    example:  a made-up case
    remedy:   how to mend it
    """

    code: str
    severity: Severity
    title: Text
    meaning: Text
    example: Text
    remedy: Text
    find: Callable[[Subject], Iterable[Fact]]

    @property
    def subject(self) -> str:
        """The part of the code before the dot: what the check is about."""
        return self.code.partition(".")[0]

    def findings(self, subject: Subject) -> Iterable[Finding]:
        """What it finds in a plan."""
        for fact in self.find(subject):
            lines, pages = subject.lines(fact.places), subject.pages(fact.places)
            yield Finding(self.code, fact.severity or self.severity, fact, self.remedy, lines, pages)
