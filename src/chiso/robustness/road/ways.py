"""The cheapest way to a total, other ways, and what is the best where it cannot be reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from chiso.problems import ProblemError, Text
from chiso.robustness import _problems as told
from chiso.robustness.road.effort import Basis, Effort
from chiso.robustness.road.programme import Programme
from chiso.robustness.road.start import Start
from chiso.robustness.road.worth import Place, places
from chiso.scoring.arrays import Floats

_MOST_ALTERNATIVES = 5


@dataclass(frozen=True, slots=True)
class Rise:
    """One component of a way: from where to where, with which effort, what it adds to the total taken alone.

    step: its points come in multiples of this; None where any number does
    """

    code: str
    name: Text
    score: float
    rise: float
    effort: float
    gain: float
    basis: Basis
    lead: str | None
    step: float | None = None

    @property
    def to(self) -> float:
        """The score that is aimed at."""
        return self.score + self.rise


@dataclass(frozen=True, slots=True)
class Way:
    """Rises that lead to a total, peers staying where they are.

    without: the component that is left as it is, of an alternative; fewest: whether it takes the fewest components
    """

    rises: tuple[Rise, ...]
    after: Place
    effort: float
    without: str | None = None
    fewest: bool = False

    @property
    def targets(self) -> dict[str, float]:
        """The scores aimed at, by code."""
        return {each.code: each.to for each in self.rises}

    @property
    def by_lead(self) -> dict[str, float]:
        """The effort that it takes of each lead unit, the most first; "" for what nobody leads."""
        found: dict[str, float] = {}
        for each in self.rises:
            found[each.lead or ""] = found.get(each.lead or "", 0.0) + each.effort
        return dict(sorted(found.items(), key=lambda pair: -pair[1]))


@dataclass(frozen=True, slots=True)
class Ways:
    """The answer to the question how a unit reaches a total.

    cheapest:     None where it cannot be reached; `furthest` is the best then
    furthest:     the highest total under the same limits
    alternatives: the cheapest ways without each component of the cheapest, and with the fewest, cheapest first
    bases:        where the efforts of the components come from; moves: on how many moves the learnt ones rest
    leads:        the effort that each lead unit can take on
    """

    unit: str
    target: float
    now: Place
    cheapest: Way | None
    furthest: Way
    alternatives: tuple[Way, ...]
    bases: Mapping[str, Basis]
    moves: int
    leads: Mapping[str, float] = field(default_factory=dict)

    @property
    def best(self) -> Way:
        """The cheapest way, or where the total cannot be reached the one that comes closest."""
        return self.cheapest or self.furthest

    @property
    def is_reached(self) -> bool:
        """Whether the unit is there already."""
        return self.cheapest is not None and not self.cheapest.rises


def ways(
    start: Start,
    unit: str,
    target: float,
    efforts: Mapping[str, Effort],
    leads: Mapping[str, float] | None = None,
    *,
    others: bool = True,
) -> Ways:
    """The cheapest way of a unit to a total, others where they are wanted, and the furthest.

    efforts: of the levers; one that is not named stays as it is. leads: the effort that each lead unit can take on.
    Raises ProblemError where a code or lead is unknown, or the headline cannot be cut by tangents.
    """
    row = start.row(unit)
    _check(start, efforts, leads or {})
    guide = _Guide(start, row, tuple(efforts.get(code, _unmoved(code)) for code in start.levers), leads or {})
    cheapest = guide.to_or_none(guide.programme.least_effort(target))
    return Ways(
        unit=unit,
        target=target,
        now=places(start, row, start.scores[None, row, :])[0],
        cheapest=cheapest,
        furthest=guide.to(guide.programme.furthest()),
        alternatives=_alternatives(guide, target, cheapest) if cheapest and others else (),
        bases={code: effort.basis for code, effort in efforts.items()},
        moves=max((effort.moves for effort in efforts.values()), default=0),
        leads=dict(leads or {}),
    )


def cheapest_way(
    start: Start, unit: str, target: float, efforts: Mapping[str, Effort], leads: Mapping[str, float] | None = None
) -> Way | None:
    """The cheapest way alone; None where the total cannot be reached. Arguments and errors as those of `ways`."""
    row = start.row(unit)
    _check(start, efforts, leads or {})
    guide = _Guide(start, row, tuple(efforts.get(code, _unmoved(code)) for code in start.levers), leads or {})
    return guide.to_or_none(guide.programme.least_effort(target))


@dataclass(frozen=True, slots=True, eq=False)
class _Guide:
    start: Start
    row: int
    efforts: tuple[Effort, ...]
    leads: Mapping[str, float]

    @property
    def programme(self) -> Programme:
        return Programme(self._total, self.efforts, self.leads)

    def without(self, code: str) -> _Guide:
        return replace(self, efforts=tuple(each.up_to(0.0) if each.code == code else each for each in self.efforts))

    def to_or_none(self, rises: Floats | None) -> Way | None:
        return None if rises is None else self.to(rises)

    def to(self, rises: Floats) -> Way:
        own = self.start.scores[self.row]
        *one_by_one, now = self._total(np.vstack([np.diag(rises), np.zeros(len(rises))]))
        found = tuple(
            Rise(
                code=effort.code,
                name=self.start.name(effort.code),
                score=float(own[lever]),
                rise=float(rises[lever]),
                effort=effort.of(float(rises[lever])),
                gain=float(one_by_one[lever] - now),
                basis=effort.basis,
                lead=effort.lead,
                step=effort.step,
            )
            for lever, effort in enumerate(self.efforts)
            if rises[lever] > 0
        )
        after = places(self.start, self.row, (own + rises)[None, :])[0]
        return Way(found, after, sum(each.effort for each in found))

    def _total(self, rises: Floats) -> Floats:
        return self.start.own_totals(self.row, self.start.scores[self.row] + rises)


def _alternatives(guide: _Guide, target: float, cheapest: Way) -> tuple[Way, ...]:
    found: list[Way] = []
    fewest = guide.to_or_none(guide.programme.fewest(target, len(cheapest.rises) - 1))
    if fewest is not None:
        found.append(replace(fewest, fewest=True))
    for each in sorted(cheapest.rises, key=lambda rise: -rise.gain):
        other = guide.without(each.code)
        way = other.to_or_none(other.programme.least_effort(target))
        if way is not None:
            found.append(replace(way, without=each.code))
    return tuple(sorted(found, key=lambda way: way.effort)[:_MOST_ALTERNATIVES])


def _unmoved(code: str) -> Effort:
    return Effort(code, (), (), Basis.GIVEN)


def _check(start: Start, efforts: Mapping[str, Effort], leads: Mapping[str, float]) -> None:
    known = {effort.lead for effort in efforts.values() if effort.lead}
    faults = [told.NO_LEVER(given=code, wanted=", ".join(start.levers)) for code in efforts if code not in start.levers]
    unknown = [lead for lead in leads if lead not in known]
    faults += [
        told.NO_LEAD(given=lead, wanted=", ".join(sorted(known))) if known else told.NO_LEADS(given=lead)
        for lead in unknown
    ]
    faults += [told.BAD_EFFORT(where="lead", given=most, wanted=lead) for lead, most in leads.items() if not most >= 0]
    if faults:
        raise ProblemError(faults)
    _check_concave(start)


def _check_concave(start: Start) -> None:
    """A power mean above the arithmetic is not concave, nor are weights out of the data; rounding in between makes stairs."""
    for joint in start.plan:
        rule = joint.rule
        exponent: Sequence[object] = [rule.options["exponent"]] if "exponent" in rule.options else []
        is_bent = any(float(str(each)) > 1 for each in exponent) or "weigh" in rule.options
        if is_bent or rule.decimals is not None or rule.awards:
            told.NOT_CONCAVE.stop(given=start.edition.codes[joint.place])
