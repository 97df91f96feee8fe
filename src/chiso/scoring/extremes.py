"""Extremes over the units of one year, over a window of years, or since a base year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from chiso.frameworks import Step
from chiso.scoring import _problems as told
from chiso.scoring.arrays import Flags, Floats, Places, highest, lowest


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """Raw values of earlier years, by year: units × columns, units as they were then.

    year: of the values that are scored now; None where it is not known
    """

    year: int | None = None
    values: Mapping[int, Floats] = field(default_factory=dict)

    def of(self, places: Places) -> Past:
        """The same of some columns."""
        return Past(self.year, {year: values[:, places] for year, values in self.values.items()})

    def since(self, first: int | None) -> list[Floats]:
        """The values of the years from `first` to the year before this one; of all where it is None."""
        return [
            values
            for year, values in self.values.items()
            if (first is None or year >= first) and (self.year is None or year < self.year)
        ]


def bounds(x: Floats, step: Step, codes: list[str], past: Past) -> tuple[Floats, Floats]:
    """The least and greatest values by which columns are normalised, each one row; in the values' own direction.

    Raises ProblemError scoring.no_history where extremes of earlier years are asked for and not known.
    """
    kind = step.options.get("extremes", "units")
    minima = _row(step.options.get("minima", {}), codes)
    maxima = _row(step.options.get("maxima", {}), codes)
    if kind == "units":
        return lowest(x), highest(x)
    if kind == "given":
        _need(np.isnan(minima) | np.isnan(maxima), codes)
        return minima, maxima
    earlier = past.since(_first_year(step, past))
    if not earlier and not _is_first_year(step, past):
        _need(np.isnan(minima) | np.isnan(maxima), codes)
    low, high = lowest(x), highest(x)
    for values in earlier:
        low, high = np.fmin(low, lowest(values)), np.fmax(high, highest(values))
    return np.fmin(low, minima), np.fmax(high, maxima)


def _first_year(step: Step, past: Past) -> int | None:
    if step.options.get("extremes") == "window":
        years = int(step.options["years"])
        if past.year is None:
            told.NO_YEAR.stop(given=years)
        return past.year - years + 1
    since = step.options.get("since")
    return None if since is None else int(since)


def _is_first_year(step: Step, past: Past) -> bool:
    """Whether no earlier year is asked for."""
    return past.year is not None and _first_year(step, past) == past.year


def _row(given: Mapping[str, float], codes: list[str]) -> Floats:
    return np.array([[float(given.get(code, np.nan)) for code in codes]])


def _need(lacking: Flags, codes: list[str]) -> None:
    short = [code for code, lacks in zip(codes, lacking[0], strict=True) if lacks]
    if short:
        told.NO_HISTORY.stop(where=", ".join(short))
