"""What the value of each option of a step must be: a number in its range, a truth, a text, or numbers by code."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from numbers import Real
from typing import Any, Final

from chiso.frameworks._problems import BAD_OPTION
from chiso.problems import Problem

_ANY: Final = "0, 1, 2.5 …"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Numbers that an option takes, as they are told: all of them, or those above or from a bound, or whole ones."""

    told: str = _ANY
    least: float = -math.inf
    above: float = -math.inf
    is_whole: bool = False

    def __contains__(self, given: object) -> bool:
        if isinstance(given, bool) or not isinstance(given, Real | Decimal):
            return False
        number = float(given)
        fits = math.isfinite(number) and number >= self.least and number > self.above
        return fits and (not self.is_whole or number.is_integer())


_NUMBER: Final = Numbers()
_POSITIVE: Final = Numbers("> 0", above=0)
_FROM_ZERO: Final = Numbers("≥ 0", least=0)
_TRUTHS: Final = frozenset({"cap", "cut", "combine"})
_BY_CODE: Final = frozenset({"minima", "maxima", "targets"})
_ONE_OR_BY_CODE: Final = frozenset({"low", "high"})
_NUMBERS: Final[Mapping[str, Numbers]] = {
    "value": _NUMBER,
    "most": Numbers("0, 1, 2 …", least=0, is_whole=True),
    "skewness": _FROM_ZERO,
    "kurtosis": _NUMBER,
    "exponent": _NUMBER,
    "lower": _NUMBER,
    "upper": _NUMBER,
    "since": Numbers("2015, 2016 …", is_whole=True),
    "years": Numbers("1, 2, 3 …", least=1, is_whole=True),
    "when_equal": _NUMBER,
    "mean": _NUMBER,
    "deviation": _POSITIVE,
    "centre": _NUMBER,
    "divide": _POSITIVE,
}
POWERS: Final = "0.5, 2, −1 …"


def faults_of_options(entry: Mapping[str, Any], where: str) -> Iterator[Problem]:
    """The options of an entry of a step whose values are no number where one is wanted, or out of their range."""
    for name, given in entry.items():
        wanted = _wanted(name, given)
        if wanted is not None:
            yield BAD_OPTION(where=f"{where}/{name}", given=given, wanted=wanted)


def is_power(given: object) -> bool:
    """Whether a mean can have such an exponent: a number other than zero."""
    return given in _NUMBER and given != 0


def _wanted(name: str, given: object) -> str | None:
    """What an option takes, where it does not take what is given."""
    if name in _TRUTHS:
        return None if isinstance(given, bool) else "true, false"
    if name in _NUMBERS:
        return None if given in _NUMBERS[name] else _NUMBERS[name].told
    if name in _ONE_OR_BY_CODE and not isinstance(given, Mapping):
        return None if given in _NUMBER else _ANY
    if name in _BY_CODE | _ONE_OR_BY_CODE:
        fits = isinstance(given, Mapping) and all(number in _NUMBER for number in given.values())
        return None if fits else f"{{code: {_ANY}}}"
    return None
