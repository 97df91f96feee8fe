"""Agencies by the symbols of their documents: SKHCN in 07/KH-SKHCN is the Sở Khoa học và Công nghệ."""

from __future__ import annotations

import re
from typing import Final

from chiso.legal import DocumentNumber
from chiso.problems import ProblemError
from chiso.units.keys import without_accents
from chiso.units.phrases import DEPARTMENT_SYMBOLS, DEPARTMENTS
from chiso.units.syllables import agree, initials, syllables

_DEPARTMENT: Final = "Sở"
_COMMITTEE: Final = "UBND"
_LEVEL: Final = re.compile(r"\s+tỉnh$", re.IGNORECASE)
_INSPECT, _INSPECTORATE = syllables("thanh tra"), "TTr"


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
    """The symbol that an agency's name gives; of every people's committee UBND.

    >>> symbol_of("Sở Khoa học và Công nghệ"), symbol_of("Ủy ban nhân dân tỉnh Lào Cai")
    ('SKHCN', 'UBND')
    """
    letters = initials(agency)
    return _COMMITTEE if letters.startswith(_COMMITTEE) else letters


def is_symbol_of(symbol: str, agency: str) -> bool:
    """Whether a symbol is an agency's: its customary ones, else its initials, with or without "&" and the stroke of Đ.

    "tỉnh" at the end of a name may be left out, and an inspectorate may sign as TTr.

    >>> is_symbol_of("SKH&CN", "Sở Khoa học và Công nghệ"), is_symbol_of("SKHCN", "Sở Công Thương")
    (True, False)
    >>> is_symbol_of("BVĐK", "Bệnh viện Đa khoa tỉnh"), is_symbol_of("TTr", "Thanh tra tỉnh")
    (True, True)
    """
    return bool(symbol) and _bare(symbol) in (_customary(agency) or _regular(agency))


def _regular(agency: str) -> tuple[str, ...]:
    short = _LEVEL.sub("", agency)
    symbols = (symbol_of(agency), symbol_of(short), *((_INSPECTORATE,) if agree(syllables(short), _INSPECT) else ()))
    return tuple(_bare(symbol) for symbol in symbols)


def _customary(agency: str) -> tuple[str, ...]:
    name = syllables(agency)
    fitting = (symbols for of, symbols in DEPARTMENT_SYMBOLS.items() if agree(name, syllables(f"{_DEPARTMENT} {of}")))
    return next(fitting, ())


def agency_of(symbol: str) -> str | None:
    """The name of the department whose symbol it is; None where the symbol is unknown or fits two.

    >>> agency_of("STTTT")
    'Sở Thông tin và Truyền thông'
    """
    found = [name for name in (f"{_DEPARTMENT} {field}" for field in DEPARTMENTS) if is_symbol_of(symbol, name)]
    return found[0] if len(found) == 1 else None


def _bare(symbol: str) -> str:
    return "".join(letter for letter in without_accents(symbol).upper() if letter.isalnum())
