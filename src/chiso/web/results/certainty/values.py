"""What the page Độ chắc chắn shows, as values."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from chiso.web.results.certainty.asked import Asked
from chiso.web.results.certainty.computing import DRAWS
from chiso.web.results.peers.values import Table

Letters = tuple[tuple[str, str], ...]


def css_percent(share: float) -> str:
    """A share as a style sheet reads it, whatever the language.

    >>> css_percent(0.125)
    '12.50'
    """
    return f"{100 * share:.2f}"


def percent_told(share: float) -> str:
    """A share in words."""
    from chiso.robustness.wording import percent  # noqa: PLC0415 - loads NumPy and Polars

    return percent(share, get_language() or "vi")


@dataclass(frozen=True, slots=True)
class Interval:
    """A unit's score and rank as they are, and where nine in ten draws put them; score and rank None without a score."""

    unit: str
    score: float | None
    score_low: float | None
    score_high: float | None
    rank: int | None
    rank_low: float | None
    rank_high: float | None
    is_own: bool
    rank_of: int

    @property
    def begins(self) -> str:
        """Where the bar of ranks begins, in percent of the line."""
        return css_percent(((self.rank_low or 1) - 1) / self.rank_of)

    @property
    def width(self) -> str:
        """How long the bar is."""
        return css_percent(((self.rank_high or 1) - (self.rank_low or 1) + 1) / self.rank_of)

    @property
    def mark(self) -> str:
        """Where the rank as it is lies on the line."""
        return css_percent(((self.rank or 1) - 0.5) / self.rank_of)


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the draws say something, from 0 to 1; a share as large as `full` fills its bar."""

    label: str
    share: float
    full: float = 1.0

    @property
    def bar(self) -> str:
        """How much of its bar is filled."""
        return css_percent(self.share / self.full)

    @property
    def told(self) -> str:
        """The share in words."""
        return percent_told(self.share)


@dataclass(frozen=True, slots=True)
class Influence:
    """How much of the ranks' change an assumption explains alone, and with all others fixed; from 0 to 1."""

    name: str
    first: float
    total: float

    @property
    def bar(self) -> str:
        """How much of its bar is filled."""
        return css_percent(min(max(self.total, 0.0), 1.0))

    @property
    def first_told(self) -> str:
        """What it explains alone, in words."""
        return percent_told(self.first)

    @property
    def total_told(self) -> str:
        """What it explains in all, in words."""
        return percent_told(self.total)


@dataclass(frozen=True, slots=True)
class Without:
    """The unit's score and rank without one component, and by how many places units move on average."""

    code: str
    name: str
    score: float | None
    rank: int | None
    change: int | None
    shift: float

    @property
    def is_worse(self) -> bool:
        """Whether the unit falls without it."""
        return (self.change or 0) > 0

    @property
    def gained(self) -> int:
        """By how many places the unit rises without it."""
        return -(self.change or 0)


@dataclass(frozen=True, slots=True)
class Certainty:
    """Everything on the page; `letters` tell why nothing could be drawn, `refused` what could not be taken along."""

    table: Table
    asked: Asked
    seen_from: str
    units: tuple[str, ...]
    letters: Letters = ()
    refused: Letters = ()
    varied: tuple[str, ...] = ()
    own: Interval | None = None
    place: int = 1
    place_share: float | None = None
    near: tuple[Interval, ...] = ()
    every: tuple[Interval, ...] = ()
    ranks: tuple[Share, ...] = ()
    bands: tuple[Share, ...] = ()
    influences: tuple[Influence, ...] = ()
    without: tuple[Without, ...] = ()
    draws: int = DRAWS

    @property
    def place_count(self) -> int:
        """In how many draws the unit has the place or a better one."""
        return round((self.place_share or 0) * self.draws)

    @property
    def rules(self) -> str:
        """The name of the edition by which the whole is computed."""
        return self.table.heading.rules.name.in_language(get_language() or "vi")

    @property
    def place_percent(self) -> str:
        """The probability of the place in words; "–" of no unit."""
        return "–" if self.place_share is None else percent_told(self.place_share)
