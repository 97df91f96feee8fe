"""Reading numbers out of an address, none left out or changed in silence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from django.http import QueryDict
from django.utils.translation import get_language

from chiso.problems import Problem
from chiso.web.results.typed import _problems as told
from chiso.web.ui.templatetags.chiso import figure

MOST = 10_000.0
_NUMBER = re.compile(r"[-+]?[0-9.,]+([eE][-+]?[0-9]+)?")
_SHOWN = 40  # letters of what was typed that a message repeats


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a field takes: numbers from `least` to `most`, whole ones only where it is a count."""

    least: float = 0.0
    most: float = MOST
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a field by its name, and the id of its box."""

    name: str
    box: str
    message: str
    remedy: str


_ANY = Bounds()


class Typed:
    """The fields of an address; `faults` says by field what could not be taken as it was typed."""

    def __init__(self, fields: QueryDict) -> None:
        self.fields = fields
        self.faults: dict[str, Problem] = {}

    def number(self, name: str, bounds: Bounds = _ANY) -> float | None:
        """A number with a decimal comma or point, the highest where it is above; None where it is empty or left out."""
        written = self.fields.get(name, "").strip()
        if not written:
            return None
        given = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
        found = _read(written)
        least, most = figure(bounds.least), figure(bounds.most)
        if bounds.is_whole and (found is None or not found.is_integer()):
            self.faults[name] = told.NOT_WHOLE(given=given, wanted=least)
        elif found is None:
            self.faults[name] = told.NO_NUMBER(given=given)
        elif found < bounds.least:
            self.faults[name] = told.TOO_LOW(given=given, wanted=least)
        elif found > bounds.most:
            self.faults[name] = told.TOO_HIGH(given=given, wanted=most)
            return bounds.most
        else:
            return found
        return None

    def whole(self, name: str, least: int, most: int) -> int | None:
        """A whole number; else as `number`."""
        found = self.number(name, Bounds(least, most, is_whole=True))
        return None if found is None else int(found)


def complaints(faults: Mapping[str, Problem], boxes: Mapping[str, tuple[str, str]]) -> tuple[Complaint, ...]:
    """The faults in the language of the page. boxes: by field the id of its box and its label."""
    language = get_language() or "vi"
    named = [(name, boxes[name], fault) for name, fault in faults.items() if name in boxes]
    placed = [(name, box, replace(fault, where=label)) for name, (box, label), fault in named]
    return tuple(Complaint(name, box, fault.message(language), fault.remedy(language)) for name, box, fault in placed)


def written(number: Decimal | float | None, places: int | None = None) -> str:
    """A number as people type it, with all its decimals unless told how many, thousands not grouped; "" for none."""
    if number is None:
        return ""
    plain = f"{Decimal(str(number)):f}" if places is None else f"{number:.{places}f}"
    if places is None and "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain if (get_language() or "vi").startswith("en") else plain.replace(".", ",")


def _read(written: str) -> float | None:
    if not _NUMBER.fullmatch(written):
        return None
    try:
        return float(written.replace(",", "."))
    except ValueError:
        return None
