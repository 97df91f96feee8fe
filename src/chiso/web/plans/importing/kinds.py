"""Kinds of values in the review form: how each is shown to a person and taken back from what was typed.

`shown` and `taken` are inverse: what was read comes back unchanged when nobody touches it. Decimals are 7,95 (7.95 is
understood), days 31/12/2022, 12/2022 or 2022.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from django.utils.functional import Promise

from chiso.periods import PartialDate
from chiso.problems import ProblemError
from chiso.web.plans import _problems as problems

_NUMBER: Final = re.compile(r"-?\d{1,9}(,\d{1,10})?")
_GROUPED: Final = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d+)?")
_DAY: Final = re.compile(r"(?:(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-])?(?P<year>\d{4})")
_LARGEST: Final = 99_999_999
Words = str | Promise


def folded(text: str) -> str:
    """The text in NFC with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class Kind(Protocol):
    """A kind of value; `control` says how it is typed in."""

    @property
    def control(self) -> str:
        """The name of the control; also its class on the page."""

    def shown(self, value: Any) -> str:  # noqa: ANN401 (each kind has its own type)
        """What stands in the field."""

    def taken(self, text: str) -> Any:  # noqa: ANN401 (each kind has its own type)
        """The value of what was typed; None or an empty value for nothing; ProblemError where it cannot be one."""


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, at most `limit` characters; `lines` gives a larger box for the same."""

    limit: int
    blank: str | None = None
    control: str = "text"
    suggestions: str = ""

    def shown(self, value: str | None) -> str:
        """The words."""
        return value or ""

    def taken(self, text: str) -> str | None:
        """The words with single spaces."""
        words = folded(text)
        if len(words) > self.limit:
            problems.TOO_LONG.stop(given=len(words), wanted=self.limit)
        return words or self.blank


@dataclass(frozen=True, slots=True)
class Lines:
    """Several names, each on its own line (or after a semicolon: a comma may belong to a name)."""

    limit: int
    control: str = "lines"

    def shown(self, value: list[str]) -> str:
        """One line for each."""
        return "\n".join(value)

    def taken(self, text: str) -> list[str]:
        """The names in order."""
        names = [name for each in re.split(r"[\n;]", text) if (name := folded(each))]
        if longest := max((len(name) for name in names if len(name) > self.limit), default=0):
            problems.TOO_LONG.stop(given=longest, wanted=self.limit)
        return names


@dataclass(frozen=True, slots=True)
class Number:
    """A decimal number."""

    control: str = "number"

    def shown(self, value: float | None) -> str:
        """As offices write it: 7,95."""
        if value is None:
            return ""
        return (str(int(value)) if float(value).is_integer() else repr(value)).replace(".", ",")

    def taken(self, text: str) -> float | int | None:
        """The number; a lone point before three digits is refused, as it may mean a thousand or a fraction."""
        typed = re.sub(r"\s", "", text)
        if not typed:
            return None
        if _GROUPED.fullmatch(typed):
            if "," not in typed and typed.count(".") == 1:
                problems.UNCLEAR_NUMBER.stop(given=text, wanted=f"{typed.replace('.', '')} / {typed.replace('.', ',')}")
            typed = typed.replace(".", "")
        typed = typed.replace(".", ",", 1)
        if not _NUMBER.fullmatch(typed) or abs(number := float(typed.replace(",", "."))) > _LARGEST:
            problems.NOT_A_NUMBER.stop(given=text)
        return int(number) if number.is_integer() else number


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds."""

    least: int
    most: int
    control: str = "whole"

    def shown(self, value: int | None) -> str:
        """Its digits."""
        return "" if value is None else str(value)

    def taken(self, text: str) -> int | None:
        """The number."""
        typed = text.strip()
        if not typed:
            return None
        if not re.fullmatch(r"\d{1,9}", typed) or not self.least <= int(typed) <= self.most:
            problems.NOT_A_WHOLE_NUMBER.stop(given=text, wanted=f"{self.least} – {self.most}")
        return int(typed)


@dataclass(frozen=True, slots=True)
class Wholes:
    """Several whole numbers, such as months."""

    each: Whole
    control: str = "wholes"

    def shown(self, value: list[int]) -> str:
        """With commas between them."""
        return ", ".join(map(str, value))

    def taken(self, text: str) -> list[int]:
        """The numbers in order."""
        return [number for part in re.split(r"[\s,;]+", text) if (number := self.each.taken(part)) is not None]


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year; kept in ISO form, shown as 31/12/2022, 12/2022 or 2022."""

    control: str = "day"

    def shown(self, value: str | None) -> str:
        """From day to year."""
        return "/".join(reversed(value.split("-"))) if value else ""

    def taken(self, text: str) -> str | None:
        """In ISO form, as far as written."""
        typed = text.strip()
        if not typed:
            return None
        match = _DAY.fullmatch(typed)
        parts = match.group("year", "month", "day") if match else ()
        iso = "-".join(part.zfill(2) for part in parts if part)
        try:
            PartialDate.parse(iso)
        except ProblemError:
            problems.NOT_A_DAY.stop(given=text)
        return iso


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; `options` is from value to words, the empty value first where nothing may be chosen."""

    options: Mapping[str, Words]
    control: str = "choice"

    def shown(self, value: str | None) -> str:
        """The value chosen."""
        return value or ""

    def taken(self, text: str) -> str | None:
        """The value chosen, None for none."""
        if text and text not in self.options:
            problems.NOT_A_CHOICE.stop(given=text)
        return text or None


@dataclass(frozen=True, slots=True)
class Mark:
    """Yes where it is ticked."""

    control: str = "tick"

    def shown(self, value: bool) -> str:  # noqa: FBT001 (the value of the field)
        """`on` for yes."""
        return "on" if value else ""

    def taken(self, text: str) -> bool:
        """Whether it was ticked."""
        return bool(text)


@dataclass(frozen=True, slots=True)
class Coded:
    """A choice whose value is no text: `values` is from the option's word in the form to the value."""

    options: Mapping[str, Words]
    values: Mapping[str, Any]
    control: str = "choice"

    def shown(self, value: object) -> str:
        """The option of the value."""
        return next((option for option, meant in self.values.items() if meant == value and meant is not None), "")

    def taken(self, text: str) -> Any:  # noqa: ANN401 (whatever the options stand for)
        """The value of the option, None for none."""
        if text and text not in self.values:
            problems.NOT_A_CHOICE.stop(given=text)
        return self.values.get(text)
