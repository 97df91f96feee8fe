"""What a chart shows, as values: years of an index, or components before and after."""

import hashlib
from dataclasses import dataclass

from chiso.charts.palette import Palette

DESIGN = "2"  # raised when a drawing comes to look different, so that pictures kept from before are not shown


@dataclass(frozen=True, slots=True)
class Moment:
    """The score of one year; `label` is the score as the page writes it, `note` a short line below (its rank)."""

    year: int
    score: float
    label: str
    note: str = ""
    edition: str = ""
    is_provisional: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """The scores of one index through the years, oldest first, on a scale from `lowest` to `highest`.

    The line is broken where a year is missing and where the edition changes: such years do not compare.
    """

    moments: tuple[Moment, ...]
    lowest: float
    highest: float
    language: str = "vi"
    width: int = 720


@dataclass(frozen=True, slots=True)
class Row:
    """One component: its score before and after (None: not known), as numbers and as the page writes them."""

    name: str
    before: float | None
    after: float | None
    before_label: str
    after_label: str
    highest: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Components before and after; `before` and `after` say which is which ("2019", "mục tiêu 2020").

    Rows on one scale are drawn in its points, rows on several in per cent of their highest score.
    """

    rows: tuple[Row, ...]
    before: str
    after: str
    language: str = "vi"
    width: int = 720

    @property
    def is_in_points(self) -> bool:
        """Whether all rows have the same highest score."""
        return len({row.highest for row in self.rows}) == 1


@dataclass(frozen=True, slots=True)
class Rung:
    """One unit of a ladder; `label` and `distance` as the page writes them; after_gap: units above it are left out."""

    rank: int
    unit: str
    score: float
    label: str
    distance: str = ""
    is_own: bool = False
    is_chosen: bool = False
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Ladder:
    """Units by their place, the best first, each with a bar from `lowest` on."""

    rungs: tuple[Rung, ...]
    lowest: float
    highest: float
    language: str = "vi"
    width: int = 720


@dataclass(frozen=True, slots=True)
class HeatLine:
    """One component: for each column its figure as the page writes it and its heat from 0 to 1, None where unknown."""

    name: str
    labels: tuple[str, ...]
    heats: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Heat:
    """Components by columns, each cell the darker the nearer it is to the best of its component."""

    columns: tuple[str, ...]
    lines: tuple[HeatLine, ...]
    language: str = "vi"
    width: int = 720


Drawing = History | Comparison | Ladder | Heat


def fingerprint(drawing: Drawing, palette: Palette) -> str:
    """SHA-256 of all that decides what the picture looks like."""
    return hashlib.sha256(f"{DESIGN}|{drawing!r}|{palette!r}".encode()).hexdigest()
