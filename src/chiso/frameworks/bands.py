"""Names for how good a score is, as far as somebody has stated them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from chiso.problems import Text


class BandMethod(StrEnum):
    """How a score gets its band.

    known_intervals: scores as printed that were seen with a band; between the intervals nothing is stated
    cut_offs:        stated bounds, lower bound included, upper bound not
    quartiles:       four bands by the quartiles of all units that have a score (linear interpolation)
    natural_gaps:    between as many bands as are named, the widest gaps of the ranking
    """

    KNOWN_INTERVALS = "known_intervals"
    CUT_OFFS = "cut_offs"
    QUARTILES = "quartiles"
    NATURAL_GAPS = "natural_gaps"


@dataclass(frozen=True, slots=True)
class Band:
    """A band: its code and its name."""

    code: str
    name: Text


@dataclass(frozen=True, slots=True)
class Interval:
    """A band's scores from `lower` to `upper`; None where it is open on that side."""

    band: str
    lower: Decimal | None
    upper: Decimal | None


@dataclass(frozen=True, slots=True)
class BandRule:
    """The bands of a node, best first; quartiles and natural gaps need no intervals."""

    method: BandMethod
    bands: tuple[Band, ...]
    intervals: tuple[Interval, ...] = ()

    def name(self, code: str) -> Text:
        """The name of a band by its code."""
        return next(band.name for band in self.bands if band.code == code)
