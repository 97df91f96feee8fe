"""The four statuses, and what a judgement is: the rule that fitted, with the facts it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final

from chiso.problems import Text

Fact = str | int | float | date | Text


class Status(StrEnum):
    """How something stands; never shown by colour alone."""

    MET = "met"
    AT_RISK = "at_risk"
    NOT_MET = "not_met"
    NO_DATA = "no_data"

    @property
    def icon(self) -> str:
        """Its shape."""
        return _ICONS[self]

    @property
    def severity(self) -> int:
        """How bad it is, 0 to 2; what has no data is not bad."""
        return _SEVERITY[self]

    def label(self, language: str = "vi") -> str:
        """Its word."""
        return _LABELS[self].in_language(language)


_ICONS: Final = {Status.MET: "●", Status.AT_RISK: "▲", Status.NOT_MET: "■", Status.NO_DATA: "○"}
_SEVERITY: Final = {Status.NO_DATA: 0, Status.MET: 0, Status.AT_RISK: 1, Status.NOT_MET: 2}
_LABELS: Final = {
    Status.MET: Text("Đạt", "Met"),
    Status.AT_RISK: Text("Nguy cơ", "At risk"),
    Status.NOT_MET: Text("Không đạt", "Not met"),
    Status.NO_DATA: Text("Chưa có số liệu", "No data"),
}


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The figures of the rules that an agency may change; a changed set carries its own version.

    task_days:    so many days before its day, or fewer, a task that is not done is at risk
    duty_days:    with fewer days left in the period a standing duty without evidence is at risk
    tasks_share:  from this share of tasks on a component takes their status
    """

    version: str = "1"
    task_days: int = 7
    duty_days: int = 14
    tasks_share: Fraction = Fraction(1, 5)


DEFAULT_THRESHOLDS: Final = Thresholds()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, the status it gives, its sentence over facts, and its own word where it has one."""

    code: str
    status: Status
    sentence: Text
    word: Text | None = None

    def __call__(self, **facts: Fact) -> Judgement:
        """The judgement that it gives on these facts."""
        return Judgement(self, facts)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A status, by the very rule that fitted, on the facts that it rests on."""

    by: Rule
    facts: Mapping[str, Fact] = field(default_factory=dict)

    @property
    def status(self) -> Status:
        """The status that the rule gives."""
        return self.by.status

    @property
    def rule(self) -> str:
        """The dotted code of the rule."""
        return self.by.code

    @property
    def icon(self) -> str:
        """The shape of its status."""
        return self.status.icon

    def word(self, language: str = "vi") -> str:
        """The word shown beside the icon."""
        return self.by.word.in_language(language) if self.by.word else self.status.label(language)

    def sentence(self, language: str = "vi") -> str:
        """The rule with its facts, for hover and text."""
        shown = {name: _shown(fact, language) for name, fact in self.facts.items()}
        return self.by.sentence.in_language(language).format(**shown)


def figure(value: float, language: str = "vi") -> str:
    """A number as printed, with a decimal comma in Vietnamese.

    >>> figure(7.95), figure(80.0), figure(7.95, "en")
    ('7,95', '80', '7.95')
    """
    plain = str(int(value)) if float(value).is_integer() else str(value)
    return plain if language.startswith("en") else plain.replace(".", ",")


def _shown(fact: Fact, language: str) -> str:
    match fact:
        case Text():
            return fact.in_language(language)
        case date():
            return f"{fact:%d/%m/%Y}"
        case str():
            return fact
        case _:
            return figure(fact, language)
