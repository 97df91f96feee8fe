"""Agencies by the symbols of their documents: SKHCN in 07/KH-SKHCN is the Sở Khoa học và Công nghệ."""

from __future__ import annotations

from typing import Final

from chiso.legal import DocumentNumber
from chiso.problems import ProblemError
from chiso.units.keys import without_accents
from chiso.units.phrases import DEPARTMENT_SYMBOLS, DEPARTMENTS, initials
from chiso.units.syllables import agree, syllables

_DEPARTMENT: Final = "Sở"


def symbol_in(number: str) -> str:
    """The issuer's symbol in a document number, of which the running number may be blank; "" where it has none.

    >>> symbol_in("07/KH-SKHCN"), symbol_in("/KH-SKH&CN"), symbol_in("05/BNV-VP")
    ('SKHCN', 'SKH&CN', 'BNV')
    """
    whole = number.strip()
    try:
        parsed = DocumentNumber.parse(f"1{whole}" if whole.startswith("/") else whole)
    except ProblemError:
        return ""
    return parsed.issuer if parsed.kind else parsed.issuer.partition("-")[0]


def symbol_of(agency: str) -> str:
    """The symbol that an agency's name gives.

    >>> symbol_of("Sở Khoa học và Công nghệ")
    'SKHCN'
    """
    return initials(agency)


def is_symbol_of(symbol: str, agency: str) -> bool:
    """Whether a symbol is one of an agency's: its initials, with or without & and Đ, or the customary form.

    >>> is_symbol_of("SKH&CN", "Sở Khoa học và Công nghệ"), is_symbol_of("SKHCN", "Sở Công Thương")
    (True, False)
    """
    if customary := DEPARTMENT_SYMBOLS.get(_bare(symbol)):
        return agree(syllables(agency), syllables(f"{_DEPARTMENT} {customary}"))
    return bool(symbol) and _bare(symbol) == _bare(symbol_of(agency))


def agency_of(symbol: str) -> str | None:
    """The name of the department whose symbol it is; None where the symbol is unknown or fits two.

    >>> agency_of("STTTT")
    'Sở Thông tin và Truyền thông'
    """
    found = [name for name in (f"{_DEPARTMENT} {field}" for field in DEPARTMENTS) if is_symbol_of(symbol, name)]
    return found[0] if len(found) == 1 else None


def _bare(symbol: str) -> str:
    return "".join(letter for letter in without_accents(symbol).upper() if letter.isalnum())
