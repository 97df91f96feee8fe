"""What comes out of a road: worth of each step, what the target needs, the way there, and what the plan promises."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from chiso.frameworks import Edition
from chiso.frameworks.bands import BandMethod
from chiso.problems import ProblemError
from chiso.web.results.roads.grounds import DRAWS, Ground, future, moves, start
from chiso.web.scorecard.roads.asked import Asked
from chiso.web.scorecard.roads.queries import Journey
from chiso.web.scorecard.values import Card, Line

if TYPE_CHECKING:
    from chiso.robustness.road import Chance, Effort, Need, Place, Promise, Start, Ways, Worth

Letters = tuple[tuple[str, str], ...]
_KEPT = 64  # answers in memory
_PLACES_AHEAD = 5  # the target that the page looks at where nobody has set one
_SAME = 0.005  # scores that are printed alike were not changed
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that the page shows of a road; letters where something cannot be told.

    reached:     the probability to have the total aimed at by moves as in the past
    tells_bands: whether bands mean anything here
    moves:       on how many moves of the past it rests; pairs: of which years
    """

    edition: Edition
    now: Place
    target: Target
    aim: float | None
    worths: tuple[Worth, ...]
    needed: Needed | None
    ways: Ways | None
    promise: Promise | None
    tried: Promise | None
    tried_chance: float | None
    reached: float | None
    letters: Letters
    tells_bands: bool
    moves: int
    pairs: str
    draws: int
    seed: int

    @property
    def lacks(self) -> float | None:
        """What is missing to the total that is aimed at."""
        return None if self.aim is None else max(self.aim - self.now.total, 0.0)

    @property
    def lacks_bands(self) -> bool:
        """Whether bands are defined, but not for every place that the page shows."""
        shown = [self.now, *(each.after for each in (self.promise, self.tried) if each)]
        return self.tells_bands and any(place.band is None for place in shown)

    @property
    def told(self) -> dict[str, object]:
        """What is kept with a scenario: the place that it leads to and its scores aimed at."""
        place, targets = self.now, {}
        if self.tried:
            place, targets = self.tried.after, {each.code: each.target for each in self.tried.targets}
        elif self.ways:
            way = self.ways.cheapest or self.ways.furthest
            place, targets = way.after, {code: upward(score) for code, score in way.targets.items()}
        return {
            "total": round(place.total, 4),
            "rank": place.rank,
            "rank_of": place.rank_of,
            "targets": {code: round(score, 2) for code, score in targets.items()},
        }


def upward(score: float) -> float:
    """A score aimed at, to the second decimal above: rounded down it would just miss the rank.

    >>> upward(6.7361), upward(7.8), upward(10.0)
    (6.74, 7.8, 10.0)
    """
    return math.ceil(round(score * 100, 6)) / 100


def outcome(journey: Journey, asked: Asked, language: str) -> Outcome | Letters:
    """Work out a road; letters where nothing at all can be said. The same question has the same answer."""
    ground = journey.ground
    if ground is None:
        return ()
    try:
        begun = start(ground)
        return _outcome(journey.card, ground, begun, asked, language)
    except ProblemError as error:
        return _letters(error, language)


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


def _outcome(card: Card, ground: Ground, begun: Start, asked: Asked, language: str) -> Outcome:
    from chiso.robustness import road  # noqa: PLC0415 - the engine is needed on this page only

    letters: list[tuple[str, str]] = []
    promised, stated = _promised(card, begun)
    now = road.stands(begun, ground.unit)
    promise = road.promise(begun, ground.unit, promised, stated) if promised else None
    target = target_of(card, asked, now, promise.after.total if promise else None)
    ahead = future(ground, asked.seed, drifts=asked.drifts)
    known = moves(ground)
    needed = None
    try:
        needed = _needed(ground, target, asked.seed, drifts=asked.drifts)
    except ProblemError as error:
        letters += _letters(error, language)
    aim = _aim(target, needed, asked.sure)
    ways = None
    if aim is not None:
        efforts = _efforts(card, ground, begun, asked)
        leads = {
            lead: most for lead, most in asked.leads.items() if any(each.lead == lead for each in efforts.values())
        }
        try:
            ways = _ways(ground, aim, tuple(efforts.items()), tuple(leads.items()))
        except ProblemError as error:
            letters += _letters(error, language)
    scores = dict(zip(begun.levers, begun.scores[begun.row(ground.unit)].tolist(), strict=True))
    changed = {
        code: score
        for code, score in asked.tried.items()
        if code in scores and not math.isnan(scores[code]) and abs(score - scores[code]) >= _SAME
    }
    tried = road.promise(begun, ground.unit, _within(begun, changed)) if changed else None
    return Outcome(
        edition=begun.edition,
        now=now,
        target=target,
        aim=aim,
        worths=road.worth(begun, ground.unit, asked.step),
        needed=needed,
        ways=ways,
        promise=promise,
        tried=tried,
        tried_chance=ahead.suffices(tried.after.total, target.rank) if tried and ahead and target.rank else None,
        reached=ahead.reaches(target.total) if ahead and target.total is not None else None,
        letters=tuple(letters),
        tells_bands=now.rank is not None or _has_bounds(begun.edition),
        moves=known.count if known else 0,
        pairs=", ".join(f"{first}–{second}" for first, second in known.pairs) if known else "",
        draws=DRAWS,
        seed=asked.seed,
    )


@lru_cache(maxsize=_KEPT)
def _ways(
    ground: Ground, aim: float, efforts: tuple[tuple[str, Effort], ...], leads: tuple[tuple[str, float], ...]
) -> Ways:
    """The ways, kept: trying out scores asks for the same ones again and again."""
    from chiso.robustness import road  # noqa: PLC0415 - as above

    return road.ways(start(ground), ground.unit, aim, dict(efforts), dict(leads))


@lru_cache(maxsize=_KEPT)
def _needed(ground: Ground, target: Target, seed: int, *, drifts: bool) -> Needed | None:
    from chiso.robustness import road  # noqa: PLC0415 - as above

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


def _aim(target: Target, needed: Needed | None, sure: float | None) -> float | None:
    """The total that the way shall lead to."""
    if target.total is not None:
        return target.total
    if needed is None or needed.still is None:
        return None
    if sure is not None:
        asked = round(sure * 100)
        return next((total for share, total in needed.moving if share == asked), needed.still.total)
    return needed.still.total


def _efforts(card: Card, ground: Ground, begun: Start, asked: Asked) -> dict[str, Effort]:
    """Learnt where moves are known, else even; what the office says in their place; what nobody works on left out."""
    from chiso.robustness import road  # noqa: PLC0415 - as above

    lines = {line.node: line for line in card.lines if line.node}
    known = moves(ground)
    found = road.from_moves(begun, ground.unit, known) if known else road.even(begun, ground.unit)
    said = tuple(
        road.Said(
            code=code,
            effort=asked.efforts.get(code),
            most=asked.most.get(code),
            lead=lines[code].lead or None if code in lines else None,
        )
        for code in found
    )
    told = road.said(found, said)
    is_covered = {code for code, line in lines.items() if line.is_covered}
    return {code: effort for code, effort in told.items() if asked.everything or not is_covered or code in is_covered}


def _promised(card: Card, begun: Start) -> tuple[dict[str, float], float | None]:
    """The plan's targets by code, and the total that it states itself."""
    targets = {
        line.node: float(line.target.points)
        for line in card.lines
        if line.node in begun.levers
        and line.target
        and line.target.points is not None
        and not _is_other_scale(line, begun)
    }
    stated = card.target.points if card.target else None
    return targets, None if stated is None else float(stated)


def _is_other_scale(line: Line, begun: Start) -> bool:
    return bool(
        line.target
        and line.target.points is not None
        and line.target.points > begun.edition.node(line.node).scale.maximum
    )


def _within(begun: Start, scores: Mapping[str, float]) -> dict[str, float]:
    """Scores kept on their scales."""
    ends = dict(zip(begun.levers, zip(begun.lowest.tolist(), begun.highest.tolist(), strict=True), strict=True))
    return {code: min(max(score, ends[code][0]), ends[code][1]) for code, score in scores.items()}


def _has_bounds(edition: Edition) -> bool:
    """Whether bands go by bounds: quartiles and gaps of a table with one unit say nothing."""
    by_bounds = {BandMethod.KNOWN_INTERVALS, BandMethod.CUT_OFFS}
    return all(dated.value.method in by_bounds for dated in edition.bands.get(edition.headline.code, ()))


def _letters(error: ProblemError, language: str) -> Letters:
    return tuple((problem.message(language), problem.remedy(language)) for problem in error.problems)
