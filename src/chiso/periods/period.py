"""Reporting periods: month, quarter, half-year, nine months and year, on the calendar or from the 15th to the 14th."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum
from typing import Final

from chiso.periods._problems import NO_SUCH_NUMBER, NO_SUCH_YEAR, UNKNOWN_PERIOD
from chiso.problems import ProblemError

MONTHS_OF_YEAR: Final = 12
FORMATS: Final = "2021-04, 2022-Q3, 2022-H1, 2022-9M, 2022, Tháng 4/2021, Quý III/2022, 6 tháng đầu năm 2022"
_ROMAN: Final = ("I", "II", "III", "IV")
_MID_MONTH_START: Final = 15


class PeriodKind(StrEnum):
    """How long a period is; the value is the plan schema's word for how often it comes."""

    MONTH = "monthly"
    QUARTER = "quarterly"
    HALF_YEAR = "half-yearly"
    NINE_MONTHS = "nine-monthly"
    YEAR = "yearly"

    @property
    def months(self) -> int:
        """Its length in months."""
        return _MONTHS[self]

    @property
    def per_year(self) -> int:
        """How many of them a year holds; the nine months come once."""
        return MONTHS_OF_YEAR // _MONTHS[self]


_MONTHS: Final = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF_YEAR: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}


class Window(StrEnum):
    """Which days a period counts.

    CALENDAR:  from the first to the last day of its months
    MID_MONTH: from the 15th of the month before to the 14th of its last month (Nghị định 09/2019/NĐ-CP, Điều 12)
    """

    CALENDAR = "calendar"
    MID_MONTH = "mid-month"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The days from `start` up to, not including, `end`."""

    start: date
    end: date

    @property
    def last_day(self) -> date:
        """The last day that belongs to it."""
        return self.end - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class Period:
    """One period of one year; the number counts periods of its kind from 1.

    >>> Period(PeriodKind.QUARTER, 2022, 3).label()
    'Quý III/2022'
    >>> str(Period(PeriodKind.HALF_YEAR, 2022, 1))
    '2022-H1'
    >>> Period.parse("Tháng 4/2021")
    Period(kind=<PeriodKind.MONTH: 'monthly'>, year=2021, number=4)
    """

    kind: PeriodKind
    year: int
    number: int = 1

    def __post_init__(self) -> None:
        # The window from the 15th reaches into the year before, the end into the year after.
        if not MINYEAR < self.year < MAXYEAR:
            NO_SUCH_YEAR.stop(given=self.year, wanted=f"{MINYEAR + 1} – {MAXYEAR - 1}")
        if not 1 <= self.number <= self.kind.per_year:
            NO_SUCH_NUMBER.stop(given=self.number, wanted=self.kind.per_year)

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read a period in its short form or its Vietnamese label; `ProblemError` shows the forms."""
        folded = " ".join(unicodedata.normalize("NFC", text).casefold().split())
        for kind, pattern in _PATTERNS:
            if match := pattern.fullmatch(folded):
                return cls(kind, int(match["year"]), _number(match.groupdict().get("number")))
        raise ProblemError([UNKNOWN_PERIOD(given=text, wanted=FORMATS)])

    @classmethod
    def all_of(cls, kind: PeriodKind, year: int) -> tuple[Period, ...]:
        """All periods of a kind in a year, in order."""
        return tuple(cls(kind, year, number) for number in range(1, kind.per_year + 1))

    @classmethod
    def at(cls, kind: PeriodKind, day: date, window: Window = Window.CALENDAR) -> Period:
        """The period that runs on a day; from the end of nine months to the end of the year those nine months."""
        year, month = day.year, day.month
        if window is Window.MID_MONTH and day.day >= _MID_MONTH_START:
            year, month = shifted(year, month, 1)
        return cls(kind, year, min((month - 1) // kind.months + 1, kind.per_year))

    @property
    def first_month(self) -> int:
        """The month of the year in which it starts, 1 to 12."""
        return (self.number - 1) * self.kind.months + 1

    @property
    def last_month(self) -> int:
        """The month of the year in which it ends, 1 to 12."""
        return self.number * self.kind.months

    @property
    def start(self) -> date:
        """Its first day on the calendar."""
        return self.span().start

    @property
    def end(self) -> date:
        """The day after its last day on the calendar."""
        return self.span().end

    @property
    def last_day(self) -> date:
        """Its last day on the calendar."""
        return self.span().last_day

    def span(self, window: Window = Window.CALENDAR) -> Span:
        """The days that it counts.

        >>> Period.parse("2022-Q1").span(Window.MID_MONTH)
        Span(start=datetime.date(2021, 12, 15), end=datetime.date(2022, 3, 15))
        """
        if window is Window.MID_MONTH:
            before = shifted(self.year, self.first_month, -1)
            return Span(date(*before, _MID_MONTH_START), date(self.year, self.last_month, _MID_MONTH_START))
        return Span(date(self.year, self.first_month, 1), date(*shifted(self.year, self.last_month, 1), 1))

    def shifted(self, steps: int) -> Period:
        """The period of its kind so many steps later, or earlier where negative."""
        years, place = divmod(self.number - 1 + steps, self.kind.per_year)
        return Period(self.kind, self.year + years, place + 1)

    def label(self, language: str = "vi") -> str:
        """Its name as written in reports."""
        return (_english if language.startswith("en") else _vietnamese)(self)

    def __str__(self) -> str:
        return f"{self.year}{_SUFFIX[self.kind].format(self.number)}"


def shifted(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months later, or earlier where negative.

    >>> shifted(2021, 11, 3)
    (2022, 2)
    """
    years, place = divmod(month - 1 + months, MONTHS_OF_YEAR)
    return year + years, place + 1


_SUFFIX: Final = {
    PeriodKind.MONTH: "-{:02}",
    PeriodKind.QUARTER: "-Q{}",
    PeriodKind.HALF_YEAR: "-H{}",
    PeriodKind.NINE_MONTHS: "-9M",
    PeriodKind.YEAR: "",
}
_YEAR: Final = r"(?:/|\s*-\s*| năm | )(?P<year>\d{4})"
_PATTERNS: Final = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (PeriodKind.MONTH, r"(?P<year>\d{4})-(?P<number>\d{1,2})"),
        (PeriodKind.QUARTER, r"(?P<year>\d{4})-q(?P<number>\d)"),
        (PeriodKind.HALF_YEAR, r"(?P<year>\d{4})-h(?P<number>\d)"),
        (PeriodKind.NINE_MONTHS, r"(?P<year>\d{4})-9m"),
        (PeriodKind.YEAR, r"(?:năm )?(?P<year>\d{4})"),
        (PeriodKind.MONTH, rf"tháng (?P<number>\d{{1,2}}){_YEAR}"),
        (PeriodKind.QUARTER, rf"quý (?P<number>iv|i{{1,3}}|\d){_YEAR}"),
        (PeriodKind.HALF_YEAR, rf"0?6 tháng (?P<number>đầu|cuối)(?: năm)?{_YEAR}"),
        (PeriodKind.NINE_MONTHS, rf"0?9 tháng(?: đầu)?(?: năm)?{_YEAR}"),
    )
)
_NUMBERS: Final = {None: 1, "i": 1, "ii": 2, "iii": 3, "iv": 4, "đầu": 1, "cuối": 2}
_ENGLISH_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _number(written: str | None) -> int:
    return _NUMBERS[written] if written in _NUMBERS else int(written or 0)


def _vietnamese(period: Period) -> str:
    match period.kind:
        case PeriodKind.MONTH:
            return f"Tháng {period.number}/{period.year}"
        case PeriodKind.QUARTER:
            return f"Quý {_ROMAN[period.number - 1]}/{period.year}"
        case PeriodKind.HALF_YEAR:
            return f"6 tháng {('đầu', 'cuối')[period.number - 1]} năm {period.year}"
        case PeriodKind.NINE_MONTHS:
            return f"9 tháng đầu năm {period.year}"
        case PeriodKind.YEAR:
            return f"Năm {period.year}"


def _english(period: Period) -> str:
    match period.kind:
        case PeriodKind.MONTH:
            return f"{_ENGLISH_MONTHS[period.number - 1]} {period.year}"
        case PeriodKind.QUARTER:
            return f"Quarter {_ROMAN[period.number - 1]}/{period.year}"
        case PeriodKind.HALF_YEAR:
            return f"{('First', 'Second')[period.number - 1]} half of {period.year}"
        case PeriodKind.NINE_MONTHS:
            return f"First nine months of {period.year}"
        case PeriodKind.YEAR:
            return f"Year {period.year}"
