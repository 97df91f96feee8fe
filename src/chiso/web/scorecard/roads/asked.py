"""What somebody asks of a road: the fields of its form, out of an address or a stored scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite

from django.http import QueryDict

from chiso.problems import Problem
from chiso.web.results.typed.reading import MOST, Bounds, Typed
from chiso.web.scorecard.roads import _problems as told

SEEDS = (1, 999_999)
_SHARES = {"50": 0.5, "80": 0.8, "90": 0.9}
_STEPS = {"0.1": 0.1, "0.5": 0.5, "1": 1.0}
_ANY = Bounds()
_POINTS = Bounds(least=0.01)  # scores aimed at are kept to two decimals


@dataclass(frozen=True, slots=True)
class Reach:
    """How far scores and ranks can go.

    scales:  the ends of each component's scale, infinite on an open one; unknown: components without a score yet
    ranked:  how many units are ranked, 0 where there are no peers; None where that is not known
    whole:   the highest total, infinite on an open scale
    """

    scales: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()
    ranked: int | None = None
    whole: float = MOST


_NO_ENDS = Reach()
_OPEN = 1e9  # as far as anybody tries out on a scale without an end


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked; None where a field is left empty or cannot be used, which `faults` tells.

    edition:    by whose weights; "" for the one that the page chooses
    rank, total: the target, one of both; the page's own where neither is given
    sure:       with which probability the rank shall be had among peers that move; None: against the table as it stands
    step:       whose worth is told
    tried:      scores to be tried out, by code; efforts, most: by code; leads: the effort that a lead unit can take on
    everything: whether components that the plan gives nobody may be raised too
    finely:     whether criteria are raised instead of components
    point:      in multiples of which points come; points: by code, before it
    typed:      every field as it was typed; faults: by field what could not be taken as typed
    """

    edition: str = ""
    rank: int | None = None
    total: float | None = None
    sure: float | None = None
    step: float = 0.1
    seed: int = 1
    drifts: bool = False
    everything: bool = False
    finely: bool = False
    point: float | None = None
    tried: Mapping[str, float] = field(default_factory=dict)
    efforts: Mapping[str, float] = field(default_factory=dict)
    most: Mapping[str, float] = field(default_factory=dict)
    points: Mapping[str, float] = field(default_factory=dict)
    leads: Mapping[str, float] = field(default_factory=dict)
    typed: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, Problem] = field(default_factory=dict)


def asked_by(fields: QueryDict, codes: Sequence[str], leads: Sequence[str] = (), reach: Reach = _NO_ENDS) -> Asked:
    """Read the fields of the form for these components and lead units."""
    read, is_rank = Typed(fields), fields.get("dich", "hang") == "hang"
    return Asked(
        edition=fields.get("phien-ban", ""),
        rank=_rank(read, reach) if is_rank else None,
        total=None if is_rank else read.number("tong", Bounds(0.0, min(reach.whole, MOST))),
        sure=_SHARES.get(fields.get("chac", "")),
        step=_STEPS.get(fields.get("buoc", ""), 0.1),
        seed=read.whole("hat", *SEEDS) or SEEDS[0],
        drifts="troi" in fields,
        everything="ca-bo" in fields,
        finely=asks_finely(fields),
        point=read.number("nac", _POINTS),
        tried=_tried(read, codes, reach),
        efforts=_by_code(read, "suc", codes),
        most=_by_code(read, "them", codes),
        points=_by_code(read, "nac", codes, _POINTS),
        leads={lead: most for place, lead in enumerate(leads) if (most := read.number(f"don-vi-{place}")) is not None},
        typed={name: fields.get(name, "") for name in fields},
        faults=read.faults,
    )


def asks_finely(fields: QueryDict) -> bool:
    """Whether criteria are to be raised instead of components."""
    return fields.get("muc", "") == "tieu-chi"


def _rank(read: Typed, reach: Reach) -> int | None:
    rank = read.whole("hang", 1, reach.ranked or int(MOST))
    if rank is not None and reach.ranked == 0:
        read.faults["hang"] = told.NOBODY_TO_RANK_WITH()
        return None
    return rank


def _tried(read: Typed, codes: Sequence[str], reach: Reach) -> dict[str, float]:
    """The scores to be tried out, on the scales of their components; those that start from nothing left out."""
    found = {}
    for code in codes:
        least, most = reach.scales.get(code, (0.0, MOST))
        number = read.number(f"diem-{code}", Bounds(least if isfinite(least) else 0.0, min(most, _OPEN)))
        if number is not None and code in reach.unknown:
            read.faults[f"diem-{code}"] = told.NOTHING_TO_START_FROM()
        elif number is not None:
            found[code] = number
    return found


def _by_code(read: Typed, name: str, codes: Sequence[str], bounds: Bounds = _ANY) -> dict[str, float]:
    numbers = {code: read.number(f"{name}-{code}", bounds) for code in codes}
    return {code: number for code, number in numbers.items() if number is not None}
