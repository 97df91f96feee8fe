"""What a cell says: a number, a whole number or words, and what is wrong where it does not."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from chiso.documents import CELL_ERRORS
from chiso.problems import Problem
from chiso.web.results.spreadsheets import _problems as told

_NOTHING = frozenset({"", "-", "–", "—", "n/a"})
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}.*|\d{1,2}/\d{1,2}(/\d{2,4})?|\d{1,2}-[A-Za-z]{3}(-\d{2,4})?")
_LONGEST = 40  # a number beyond that is none that anybody announced
_MOST = 10**8  # what a figure is stored with: eight digits before the comma,
_PLACES = Decimal("1e-10")  # and ten after it, beyond which nobody announces; Excel writes 0.1 + 0.2 with sixteen
_SPACES = str.maketrans("", "", " \u00a0\u202f")


def is_empty(written: str) -> bool:
    """Whether a cell says nothing: missing is not zero."""
    return written.strip().casefold() in _NOTHING


def number(written: str, where: str, faults: list[Problem], scale: str) -> Decimal | None:
    """The number of a cell with a decimal comma or point; None where it is empty, or with its fault added."""
    if is_empty(written):
        return None
    plain = written.translate(_SPACES).replace(",", ".")
    try:
        found = Decimal(plain) if len(plain) <= _LONGEST and "_" not in plain else None
    except InvalidOperation:
        found = None
    if found is not None and found.is_finite() and abs(found) >= _MOST:
        faults.append(told.TOO_HIGH(where=where, given=written.strip(), wanted=f"{_MOST:,}".replace(",", ".")))
        return None
    if found is None or not found.is_finite():
        faults.append(_fault(written.strip(), where, scale))
        return None
    return abs(rounded) if (rounded := found.quantize(_PLACES)).is_zero() else _plain(found, rounded)


def rank(written: str, where: str, faults: list[Problem]) -> int | None:
    """The whole number from 1 on that a cell says; None where it is empty, or with its fault added."""
    plain = written.strip()
    if is_empty(plain):
        return None
    if plain.isascii() and plain.isdecimal() and len(plain) <= _LONGEST and 0 < int(plain) < 10**6:
        return int(plain)
    special = _fault(plain, where, "")
    is_plain = special.code in {told.NOT_A_NUMBER.code, told.A_PERCENTAGE.code}
    faults.append(told.NOT_A_RANK(where=where, given=plain) if is_plain else special)
    return None


def words(written: str, where: str, faults: list[Problem], most: int) -> str:
    """The words of a cell; an error, a formula without a value, or more than `most` letters add their fault."""
    plain = written.strip()
    if plain in CELL_ERRORS:
        faults.append(told.A_CELL_ERROR(where=where, given=plain))
    elif plain.startswith("="):
        faults.append(told.A_FORMULA(where=where, given=plain))
    elif len(plain) > most:
        faults.append(told.TOO_LONG(where=where, given=len(plain), wanted=most))
    else:
        return plain.removeprefix("'")
    return ""


def _plain(found: Decimal, rounded: Decimal) -> Decimal:
    """The number as written where it has no more decimals than are stored, so that 7.95 stays 7.95."""
    return found if found == rounded else rounded


def _fault(written: str, where: str, scale: str) -> Problem:
    if written in CELL_ERRORS:
        return told.A_CELL_ERROR(where=where, given=written)
    if written.startswith("="):
        return told.A_FORMULA(where=where, given=written)
    if written.endswith("%"):
        return told.A_PERCENTAGE(where=where, given=written, wanted=scale)
    return (told.A_DATE if _DATE.fullmatch(written) else told.NOT_A_NUMBER)(where=where, given=written)
