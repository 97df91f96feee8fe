"""Places in a table, node by node, and the distances to those above and below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median

from chiso.web.results.peers.values import Table

_AROUND = 4  # units shown above and below one's own
_TOP = 3


@dataclass(frozen=True, slots=True)
class Step:
    """A unit on the ladder: its place, and how far its score is from the one that the ladder is seen from."""

    rank: int
    unit: str
    score: Decimal
    band: str
    distance: Decimal | None
    is_own: bool
    is_chosen: bool
    after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a unit stands in one node: its place, the nearest better and worse scores, and the field.

    own, rank:    None where the unit has no score there
    above, below: the units with the next better and the next worse score; None at the ends
    """

    node: str
    name: str
    is_whole: bool
    own: Decimal | None
    rank: int | None
    rank_of: int
    above: Step | None
    below: Step | None
    best: Step
    worst: Step
    median: Decimal

    @property
    def to_above(self) -> Decimal | None:
        """What is missing to the next better score."""
        return None if self.above is None or self.own is None else self.above.score - self.own

    @property
    def to_below(self) -> Decimal | None:
        """The lead over the next worse score."""
        return None if self.below is None or self.own is None else self.own - self.below.score


def ladder(table: Table, node: str, seen_from: str, chosen: Sequence[str] = ()) -> tuple[Step, ...]:
    """All units with a score of a node, best first; equal scores share a place.

    The places of the whole are those announced where every unit has one.
    """
    is_whole = node == table.headline
    known = [row for row in table.rows if node in row.scores]
    announced = is_whole and all(row.rank for row in known)
    ordered = sorted(known, key=lambda row: (row.rank if announced else 0, -row.scores[node]))
    scores = [row.scores[node] for row in ordered]
    own = next((row.scores[node] for row in known if row.unit == seen_from), None)
    return tuple(
        Step(
            rank=row.rank if announced and row.rank else 1 + sum(score > row.scores[node] for score in scores),
            unit=row.unit,
            score=row.scores[node],
            band=row.band if is_whole else "",
            distance=None if own is None else row.scores[node] - own,
            is_own=row.unit == seen_from,
            is_chosen=row.unit in chosen,
        )
        for row in ordered
    )


def around(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The top of a ladder, what is near one's own step, those chosen, and the last one."""
    own = next((place for place, step in enumerate(steps) if step.is_own), 0)
    kept = [
        place
        for place, step in enumerate(steps)
        if place < _TOP or abs(place - own) <= _AROUND or step.is_chosen or place == len(steps) - 1
    ]
    return tuple(
        replace(steps[place], after_gap=bool(number) and place != kept[number - 1] + 1)
        for number, place in enumerate(kept)
    )


def standing(table: Table, node: str, name: str, unit: str) -> Standing | None:
    """Where a unit stands in one node; None where the table has no score of it."""
    steps = ladder(table, node, unit)
    if not steps:
        return None
    own = next((step for step in steps if step.is_own), None)
    better = [step for step in steps if own and step.score > own.score]
    worse = [step for step in steps if own and step.score < own.score]
    return Standing(
        node=node,
        name=name,
        is_whole=node == table.headline,
        own=own.score if own else None,
        rank=own.rank if own else None,
        rank_of=len(steps),
        above=min(better, key=lambda step: step.score, default=None),
        below=max(worse, key=lambda step: step.score, default=None),
        best=max(steps, key=lambda step: step.score),
        worst=min(steps, key=lambda step: step.score),
        median=median(step.score for step in steps),
    )
