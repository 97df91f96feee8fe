"""What comes out of a road: worth of each step, what the target needs, the way there, and what the plan promises."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chiso.frameworks import Edition
from chiso.frameworks.bands import BandMethod
from chiso.problems import ProblemError
from chiso.web.results.roads.grounds import DRAWS, Ground, future, indicator_worth, moves, start
from chiso.web.results.site_remedies import on_site
from chiso.web.scorecard.roads.asked import Asked
from chiso.web.scorecard.roads.efforts import (
    Burden,
    Efforts,
    Leads,
    burdens_of,
    efforts_of,
    is_stepped,
    limits_of,
    ways_of,
    within,
)
from chiso.web.scorecard.roads.needs import Needed, Target, aim_of, needed_of, target_of
from chiso.web.scorecard.roads.promises import Cost, cost_of, promise_of, tried_of
from chiso.web.scorecard.roads.queries import Journey

if TYPE_CHECKING:
    from chiso.robustness.road import IndicatorWorth, Place, Promise, Way, Ways, Worth

Letters = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that the page shows of a road; letters where something cannot be told.

    reached:     the probability to have the total aimed at by moves as in the past
    aimed:       what the way comes to with its scores rounded upward, as they are kept and taken over
    others_wait: whether other ways have not been looked for yet
    burdens:     what the way takes of each lead unit; cost: what the promise takes
    tells_bands: whether bands mean anything here
    moves:       on how many moves of the past it rests; pairs: of which years
    """

    ground: Ground
    edition: Edition
    now: Place
    target: Target
    aim: float | None
    worths: tuple[Worth, ...]
    needed: Needed | None
    ways: Ways | None
    aimed: Promise | None
    others_wait: bool
    burdens: tuple[Burden, ...]
    promise: Promise | None
    cost: Cost | None
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
    def shows_bands(self) -> bool:
        """Whether the band after any step can be told."""
        return self.tells_bands and any(each.after.band for each in self.worths if each.gain)

    @property
    def gain_decimals(self) -> int:
        """With how many decimals the gains of steps are written: two where that says them all, else three."""
        return 2 if all(abs(each.gain * 100 - round(each.gain * 100)) < _NOISE for each in self.worths) else 3

    @property
    def way(self) -> Way | None:
        """The cheapest way, or where the target cannot be reached the best one."""
        return self.ways.best if self.ways else None

    @property
    def is_even(self) -> bool:
        """Whether every point of every component counts alike, for want of anything better."""
        return self.ways is not None and set(self.ways.bases.values()) == {"even"}

    @property
    def told(self) -> dict[str, object]:
        """What is kept with a scenario: the place that it leads to and its scores aimed at."""
        kept = self.tried or self.aimed
        place = kept.after if kept else self.now
        targets = {each.code: each.target for each in kept.targets} if kept else {}
        return {
            "total": round(place.total, 4),
            "rank": place.rank,
            "rank_of": place.rank_of,
            "band": place.band.vi if place.band and self.tells_bands else "",
            "targets": {code: round(score, 2) for code, score in targets.items()},
        }


_NOISE = 1e-6


def upward(score: float) -> float:
    """A score aimed at, to the second decimal above: rounded down it would just miss the rank.

    >>> upward(6.7361), upward(7.8), upward(10.0)
    (6.74, 7.8, 10.0)
    """
    return math.ceil(round(score * 100, 6)) / 100


def outcome(journey: Journey, asked: Asked, language: str, *, others: bool = False) -> Outcome | Letters:
    """Work out a road; letters where nothing at all can be said. The same question has the same answer.

    others: whether other ways are wanted even where finding them takes long
    """
    ground = journey.ground
    if ground is None:
        return ()
    try:
        return _outcome(journey, ground, asked, language, others=others)
    except ProblemError as error:
        return letters_of(error, language)


def measured_of(journey: Journey, language: str) -> tuple[tuple[IndicatorWorth, ...], Letters]:
    """What a step of each measured indicator is worth, what gains most first; letters where it cannot be told."""
    if journey.ground is None:
        return (), ()
    try:
        found = indicator_worth(journey.ground)
    except ProblemError as error:
        return (), letters_of(error, language)
    return tuple(sorted(found, key=lambda each: (-each.together, -each.alone))), ()


def letters_of(error: ProblemError, language: str) -> Letters:
    """What is wrong and what to do, in the language of the page."""
    return tuple((problem.message(language), problem.remedy(language)) for problem in map(on_site, error.problems))


def _outcome(journey: Journey, ground: Ground, asked: Asked, language: str, *, others: bool) -> Outcome:
    from chiso.robustness import road  # noqa: PLC0415 - the engine is needed on this page only

    begun, known = start(ground), moves(ground)
    now = road.stands(begun, ground.unit)
    promise, tried = promise_of(journey.card, ground), tried_of(ground, asked)
    target = target_of(journey.card, asked, now, promise.after.total if promise else None)
    needed, letters = _needed(ground, target, asked, language)
    efforts = efforts_of(journey, ground, asked)
    leads = limits_of(efforts, asked)
    aim = aim_of(target, needed, asked.sure)
    waits = is_stepped(efforts) and not others
    ways, faults = _ways(ground, aim, efforts, leads, language, others=not waits)
    ahead = future(ground, asked.seed, drifts=asked.drifts)
    return Outcome(
        ground=ground,
        edition=begun.edition,
        now=now,
        target=target,
        aim=aim,
        worths=road.worth(begun, ground.unit, asked.step),
        needed=needed,
        ways=ways,
        aimed=_aimed(ground, ways),
        others_wait=waits,
        burdens=burdens_of(ways, language) if ways else (),
        promise=promise,
        cost=cost_of(promise, ground, efforts, leads, language) if promise and not faults else None,
        tried=tried,
        tried_chance=ahead.suffices(tried.after.total, target.rank) if tried and ahead and target.rank else None,
        reached=ahead.reaches(target.total) if ahead and target.total is not None else None,
        letters=(*letters, *faults),
        tells_bands=now.rank is not None or _has_bounds(begun.edition),
        moves=known.count if known else 0,
        pairs=", ".join(f"{first}–{second}" for first, second in known.pairs) if known else "",
        draws=DRAWS,
        seed=asked.seed,
    )


def _aimed(ground: Ground, ways: Ways | None) -> Promise | None:
    from chiso.robustness import road  # noqa: PLC0415 - as above

    if ways is None or not ways.best.rises:
        return None
    targets = {code: upward(score) for code, score in ways.best.targets.items()}
    return road.promise(start(ground), ground.unit, within(start(ground), targets))


def _needed(ground: Ground, target: Target, asked: Asked, language: str) -> tuple[Needed | None, Letters]:
    try:
        return needed_of(ground, target, asked.seed, drifts=asked.drifts), ()
    except ProblemError as error:
        return None, letters_of(error, language)


def _ways(
    ground: Ground, aim: float | None, efforts: Efforts, leads: Leads, language: str, *, others: bool
) -> tuple[Ways | None, Letters]:
    try:
        return (None if aim is None else ways_of(ground, aim, efforts, leads, others=others)), ()
    except ProblemError as error:
        return None, letters_of(error, language)


def _has_bounds(edition: Edition) -> bool:
    """Whether bands go by bounds: quartiles and gaps of a table with one unit say nothing."""
    by_bounds = {BandMethod.KNOWN_INTERVALS, BandMethod.CUT_OFFS}
    return all(dated.value.method in by_bounds for dated in edition.bands.get(edition.headline.code, ()))
