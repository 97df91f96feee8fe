"""Bands: the words for how good a score is, and their order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from chiso.frameworks.bands import BandRule
from chiso.plans.checking.subject import Subject

_ORDER: Final = ("yếu", "kém", "rất thấp", "thấp", "tương đối thấp", "trung bình", "khá", "tốt", "rất tốt", "xuất sắc")
BAND_WORDS: Final = "|".join(sorted(_ORDER, key=len, reverse=True))


def band_order(band: str | None) -> int | None:
    """The place of a band from worst to best; None of a word that has none.

    >>> band_order("Tốt") > band_order("khá")
    True
    """
    word = (band or "").lower()
    return _ORDER.index(word) if word in _ORDER else None


def band_rule(subject: Subject, component: int | None, year: int | None) -> BandRule | None:
    """The bands that the edition states for a component or the whole index in a year; its only ones for other years."""
    edition, node = subject.edition, subject.node(component)
    timeline = edition.bands.get(node.code) if edition and node else None
    if not timeline:
        return None
    dated = timeline.find(date(year, 12, 31)) if year else None
    if dated is None and len(timeline.values) == 1:
        dated = timeline.values[0]
    return dated.value if dated else None


def contradicted_by(rule: BandRule, score: float, band: str) -> str | None:
    """The band that the rule gives a score, where that is surely another than the one stated.

    Between the intervals that are known nothing is stated, so nothing is contradicted there.
    """
    names = [each.name.vi.lower() for each in rule.bands]
    if band.lower() not in names:
        return None
    stated, points = names.index(band.lower()), Decimal(str(score))
    codes = [each.code for each in rule.bands]
    for interval in rule.intervals:
        place = codes.index(interval.band)  # best first
        if place < stated and interval.lower is not None and points >= interval.lower:
            return names[place]
        if place > stated and interval.upper is not None and points <= interval.upper:
            return names[place]
    return None
