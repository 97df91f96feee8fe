"""What the work costs, who can take on how much of it, and the ways that come out of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from chiso.web.results.roads.grounds import Ground, moves, start
from chiso.web.scorecard.roads.asked import Asked
from chiso.web.scorecard.roads.queries import Journey

if TYPE_CHECKING:
    from chiso.robustness.road import Effort, Start, Way, Ways

_KEPT = 64  # answers in memory
_HAIR = 1e-6

Efforts = tuple[tuple[str, "Effort"], ...]
Leads = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Burden:
    """What a way takes of one lead unit.

    rises: the names of what it raises there; most: what the unit can take on, None where nobody said
    """

    lead: str
    rises: tuple[str, ...]
    effort: float
    most: float | None

    @property
    def is_full(self) -> bool:
        """Whether it takes all that the unit can take on."""
        return self.most is not None and self.effort >= self.most - _HAIR


def efforts_of(journey: Journey, ground: Ground, asked: Asked) -> Efforts:
    """Learnt where moves are known, else even; what the office says in their place; what nobody works on left out."""
    from chiso.robustness import road  # noqa: PLC0415 - the engine is needed on this page only

    begun, known = start(ground), moves(ground)
    found = road.from_moves(begun, ground.unit, known) if known else road.even(begun, ground.unit)
    said = tuple(
        road.Said(
            code=code,
            effort=asked.efforts.get(code),
            most=asked.most.get(code),
            step=asked.points.get(code, asked.point),
            lead=journey.lead_of(code) or None,
        )
        for code in found
    )
    covered = {code for code in begun.levers if journey.is_covered(code)}
    told = road.said(found, said)
    return tuple((code, effort) for code, effort in told.items() if asked.everything or not covered or code in covered)


def limits_of(efforts: Efforts, asked: Asked) -> Leads:
    """What those lead units can take on that lead any of it."""
    leading = {effort.lead for _code, effort in efforts}
    return tuple((lead, most) for lead, most in asked.leads.items() if lead in leading)


def is_stepped(efforts: Efforts) -> bool:
    """Whether any points come in steps: finding many ways takes longer then."""
    return any(effort.step for _code, effort in efforts)


@lru_cache(maxsize=_KEPT)
def ways_of(ground: Ground, aim: float, efforts: Efforts, leads: Leads, *, others: bool = True) -> Ways:
    """The ways, kept: trying out scores asks for the same ones again and again."""
    from chiso.robustness import road  # noqa: PLC0415 - as above

    return road.ways(start(ground), ground.unit, aim, dict(efforts), dict(leads), others=others)


@lru_cache(maxsize=_KEPT)
def cheapest_of(ground: Ground, aim: float, efforts: Efforts, leads: Leads) -> Way | None:
    """The cheapest way alone, kept too."""
    from chiso.robustness import road  # noqa: PLC0415 - as above

    return road.cheapest_way(start(ground), ground.unit, aim, dict(efforts), dict(leads))


def burdens_of(ways: Ways, language: str) -> tuple[Burden, ...]:
    """What the best way takes of each lead unit, the most first; "" leads what nobody leads."""
    way = ways.best
    return tuple(
        Burden(
            lead=lead,
            rises=tuple(each.name.in_language(language) for each in way.rises if (each.lead or "") == lead),
            effort=effort,
            most=ways.leads.get(lead),
        )
        for lead, effort in way.by_lead.items()
    )


def within(begun: Start, scores: Mapping[str, float]) -> dict[str, float]:
    """Scores kept on their scales."""
    ends = dict(zip(begun.levers, zip(begun.lowest.tolist(), begun.highest.tolist(), strict=True), strict=True))
    return {code: min(max(score, ends[code][0]), ends[code][1]) for code, score in scores.items()}
