"""What is aimed at, and what that needs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from chiso.web.results.roads.grounds import Ground, future, start
from chiso.web.scorecard.roads.asked import Asked
from chiso.web.scorecard.values import Card

if TYPE_CHECKING:
    from chiso.robustness.road import Chance, Need, Place

_KEPT = 64  # answers in memory
_PLACES_AHEAD = 5  # the target that the page looks at where nobody has set one
_SPREAD = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class Target:
    """What is aimed at: a rank or a total.

    by: who says so: "asked", "plan", "promise" (what its components come to), "ahead" (a few places up), "none"
    """

    rank: int | None
    total: float | None
    by: str


@dataclass(frozen=True, slots=True)
class Needed:
    """What the target needs.

    still:   against the table as it stands; None where a total is aimed at
    moving:  the totals that give the rank with 50, 80 and 90 in 100 draws, among peers that move
    chances: of a range of totals; own: the probability that the unit itself gets there by moves as in the past
    """

    still: Need | None
    moving: tuple[tuple[int, float], ...]
    chances: tuple[Chance, ...]
    own: float | None
    ranks: tuple[int, int] | None


def target_of(card: Card, asked: Asked, now: Place, promised: float | None = None) -> Target:
    """The target asked for, else the plan's, else what its components come to, else a few places up."""
    if asked.total is not None:
        return Target(None, asked.total, "asked")
    wanted = asked.rank or (card.target.rank if card.target else None)
    if wanted and (asked.rank or now.rank is not None):
        return Target(min(wanted, now.rank_of), None, "asked" if asked.rank else "plan")
    if card.target and card.target.points is not None:
        return Target(None, float(card.target.points), "plan")
    if promised is not None:
        return Target(None, promised, "promise")
    if now.rank is None:
        return Target(None, None, "none")
    return Target(max(now.rank - _PLACES_AHEAD, 1), None, "ahead")


@lru_cache(maxsize=_KEPT)
def needed_of(ground: Ground, target: Target, seed: int, *, drifts: bool) -> Needed | None:
    """What a rank needs; None where a total is aimed at. Raises ProblemError as `road.needed`."""
    from chiso.robustness import road  # noqa: PLC0415 - the engine is needed on this page only

    if target.rank is None:
        return None
    ahead = future(ground, seed, drifts=drifts)
    still = road.needed(start(ground), ground.unit, target.rank)
    if ahead is None or still.total is None:
        return Needed(still, (), (), None, None)
    moving = tuple((round(share * 100), ahead.enough(target.rank, share)) for share in (0.5, 0.8, 0.9))
    totals = [round(ahead.enough(target.rank, share), 1) for share in _SPREAD]
    range_of = sorted({*totals, round(still.now.total, 1), round(still.total, 1)})
    ranks = sorted(ahead.ranks().tolist())
    own = sum(rank <= target.rank for rank in ranks) / len(ranks)
    nine_in_ten = (int(ranks[int(0.05 * (len(ranks) - 1))]), int(ranks[int(0.95 * (len(ranks) - 1))]))
    return Needed(still, moving, road.chances(ahead, target.rank, range_of), own, nine_in_ten)


def aim_of(target: Target, needed: Needed | None, sure: float | None) -> float | None:
    """The total that the way shall lead to."""
    if target.total is not None:
        return target.total
    if needed is None or needed.still is None:
        return None
    if sure is not None:
        asked = round(sure * 100)
        return next((total for share, total in needed.moving if share == asked), needed.still.total)
    return needed.still.total
