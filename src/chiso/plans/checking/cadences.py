"""How often a task is to be done, in its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from chiso.plans.plan import Task, TimingKind

_KINDS: Final = {
    TimingKind.MONTHLY: Fraction(12),
    TimingKind.QUARTERLY: Fraction(4),
    TimingKind.HALF_YEARLY: Fraction(2),
    TimingKind.YEARLY: Fraction(1),
}
_PERIODS: Final = {"tuần": 52, "tháng": 12, "quý": 4, "năm": 1}
_WORDED: Final = {"một": 1, "hai": 2, "ba": 3}
_PERIOD: Final = "|".join(_PERIODS)
_NUMBER: Final = rf"\d{{1,2}}|{'|'.join(_WORDED)}"
_FREQUENCIES: Final = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"\b(?P<times>{_NUMBER})\s*lần\s*/\s*(?:(?P<each>{_NUMBER})\s*)?(?P<period>{_PERIOD})\b",
        rf"\b(?P<each>{_NUMBER})\s*(?P<period>{_PERIOD})\s*/\s*(?:(?P<times>{_NUMBER})\s*)?lần\b",
        rf"\b(?:mỗi|một|hằng|hàng)\s+(?P<each>)(?P<period>{_PERIOD})\s+(?P<times>{_NUMBER})\s+lần\b",
        rf"\b(?P<times>{_NUMBER})\s+lần\s+(?:mỗi|một|trong một|hằng|hàng)\s+(?P<each>)(?P<period>{_PERIOD})\b",
    )
)


@dataclass(frozen=True, slots=True)
class Cadence:
    """How many times a year, and the words that say so."""

    per_year: Fraction
    words: str


def cadence_of(task: Task) -> Cadence | None:
    """The cadence of a task's time, else that in its text; None where neither says how often.

    >>> cadence_of(Task("Đối thoại 02 lần/quý."))
    Cadence(per_year=Fraction(8, 1), words='02 lần/quý')
    """
    timing = task.timing
    if timing is None or timing.kind not in _KINDS:
        return _written(task.text)
    return _written(timing.text) or Cadence(_KINDS[timing.kind], timing.text)


def _written(text: str) -> Cadence | None:
    if "lần" not in text.lower():
        return None
    found = next((match for words in _FREQUENCIES if (match := words.search(text))), None)
    if found is None or not (each := _count(found["each"])):
        return None
    per_year = Fraction(_count(found["times"]) * _PERIODS[found["period"].lower()], each)
    return Cadence(per_year, found.group()) if per_year else None


def _count(printed: str | None) -> int:
    """A number in figures or words; one where none is printed."""
    if not printed:
        return 1
    return _WORDED.get(printed.lower()) or int(printed)
