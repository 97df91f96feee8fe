"""The number and symbol of a Vietnamese administrative document."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from chiso.legal._problems import BAD_NUMBER

_WORD = r"[^\W\d_](?:[\w&]|\.(?=\w))*"
_FORM = re.compile(
    rf"(?P<serial>\d{{1,5}})(?P<letter>[a-zđ]?)/(?:(?P<year>\d{{4}})/)?(?P<symbol>{_WORD}(?:-{_WORD})*)",
)

# Appendix III of Decree 30/2020/NĐ-CP, and the kinds of normative documents of the law on their promulgation.
_KINDS = frozenset(
    [
        "NQ",
        "QĐ",
        "CT",
        "QC",
        "QyĐ",
        "TC",
        "TB",
        "HD",
        "CTr",
        "KH",
        "PA",
        "ĐA",
        "DA",
        "BC",
        "BB",
        "TTr",
        "HĐ",
        "CĐ",
        "BGN",
        "BTT",
        "GUQ",
        "GM",
        "GGT",
        "GNP",
        "PG",
        "PC",
        "PB",
        "SY",
        "TrS",
        "SL",
        "NĐ",
        "TT",
        "TTLT",
        "NQLT",
        "PL",
    ],
)


@dataclass(frozen=True, slots=True, order=True)
class DocumentNumber:
    """A number such as 843/QĐ-UBND: the serial within the year, and the symbol.

    >>> DocumentNumber.parse("843/QĐ-UBND")
    DocumentNumber(serial=843, letter='', year=None, symbol='QĐ-UBND')
    >>> DocumentNumber.parse("30/2020/NĐ-CP").year
    2020
    >>> str(DocumentNumber.parse("7 /KH-SKHCN"))
    '07/KH-SKHCN'
    >>> DocumentNumber.parse("05/BNV-VP").kind is None
    True
    >>> DocumentNumber.parse("QĐ 843")
    Traceback (most recent call last):
    chiso.problems.ProblemError: legal.bad_number: “QĐ 843” is not the number of a document
    """

    serial: int
    letter: str
    year: int | None
    symbol: str

    @classmethod
    def parse(cls, text: str) -> DocumentNumber:
        """The number written in `text`; white space around the slash is forgiven.

        Raises ProblemError legal.bad_number with the form that is wanted.
        Source: Decree 30/2020/NĐ-CP, appendix I, part II, section I.3.
        """
        folded = re.sub(r"\s*([/-])\s*", r"\1", unicodedata.normalize("NFC", text).strip())
        found = _FORM.fullmatch(folded)
        if found is None:
            BAD_NUMBER.stop(given=text)
        year = found["year"]
        return cls(int(found["serial"]), found["letter"], int(year) if year else None, found["symbol"])

    @property
    def kind(self) -> str | None:
        """The abbreviation of the kind of document; None in an official letter, which carries none.

        >>> DocumentNumber.parse("02/2014/TT-TTCP").kind
        'TT'
        >>> DocumentNumber.parse("202/2025/QH15").kind is None
        True
        """
        first, _, rest = self.symbol.partition("-")
        return first if rest and first in _KINDS else None

    @property
    def issuer(self) -> str:
        """The abbreviation of who issued it; of an official letter, agency and drafting unit.

        >>> DocumentNumber.parse("843/QĐ-UBND").issuer, DocumentNumber.parse("05/BNV-VP").issuer
        ('UBND', 'BNV-VP')
        """
        return self.symbol if self.kind is None else self.symbol.partition("-")[2]

    def __str__(self) -> str:
        year = "" if self.year is None else f"{self.year}/"
        return f"{self.serial:02d}{self.letter}/{year}{self.symbol}"
