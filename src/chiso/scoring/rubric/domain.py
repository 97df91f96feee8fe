"""What the facts of a rule may be: yes or no, counts from zero up, a result on its scale."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from chiso.frameworks import Edition, Method, Rule


@dataclass(frozen=True, slots=True)
class Domain:
    """The numbers that a fact may be: from the lowest to the highest, whole ones only where it answers yes or no."""

    low: float = -math.inf
    high: float = math.inf
    is_yes_no: bool = False

    def __str__(self) -> str:
        if self.is_yes_no:
            return "0, 1"
        return f"≥ {self.low:g}" if math.isinf(self.high) else f"{self.low:g}–{self.high:g}"


_ANYTHING: Final = Domain()
_COUNT: Final = Domain(0.0)
_YES_OR_NO: Final = Domain(0.0, 1.0, is_yes_no=True)
_PAIR: Final = 2
_COUNTING: Final = frozenset(
    {
        Method.CAPPED_COUNT,
        Method.DEDUCTION,
        Method.SHARE_OVER_THRESHOLD,
        Method.PROPORTION_TO_TARGET,
        Method.SHARE_OF_ANSWERS,
        Method.MEAN_OF_SCALE,
    }
)


def domains(edition: Edition) -> dict[str, Domain]:
    """What each fact may be by the rules of an edition; facts that may be anything are left out.

    A rule that changed in time allows what it ever allowed; a fact of several rules must be right for all of them.
    """
    found: dict[str, Domain] = {}
    for timeline in edition.rules.values():
        once: dict[str, Domain] = {}
        for dated in timeline:
            for code, domain in _of_rule(dated.value):
                once[code] = _either(once[code], domain) if code in once else domain
        for code, domain in once.items():
            found[code] = _both(found[code], domain) if code in found else domain
    return {code: domain for code, domain in found.items() if domain != _ANYTHING}


def _of_rule(rule: Rule) -> Iterator[tuple[str, Domain]]:
    """What a rule lets each of its parts be."""
    counted = _codes(rule, "bonus") | _codes(rule, "penalty")
    for part in rule.parts if rule.awards else ():
        match rule.method:
            case Method.YES_NO:
                yield part.code, _YES_OR_NO
            case Method.IMPORTED:
                yield part.code, Domain(0.0, float(Decimal(str(rule.options["out_of"]))))
            case Method.BONUS_AND_PENALTY:
                yield part.code, _COUNT if part.code in counted else _ANYTHING
            case Method.STEPS:  # a ratio that is given as such may be a rate of growth
                yield part.code, _COUNT if len(rule.parts) == _PAIR else _ANYTHING
            case method:
                yield part.code, _COUNT if method in _COUNTING else _ANYTHING


def _codes(rule: Rule, option: str) -> set[str]:
    given = rule.options.get(option, {})
    return set(given) if isinstance(given, Mapping) else set()


def _either(one: Domain, other: Domain) -> Domain:
    return Domain(min(one.low, other.low), max(one.high, other.high), one.is_yes_no and other.is_yes_no)


def _both(one: Domain, other: Domain) -> Domain:
    return Domain(max(one.low, other.low), min(one.high, other.high), one.is_yes_no or other.is_yes_no)
