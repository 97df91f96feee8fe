"""How scores moved from one year to the next: what is learnt from the past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from chiso.frameworks.edition import folded
from chiso.robustness import _problems as told
from chiso.robustness.road.start import Start
from chiso.scoring.arrays import Floats, Places

_LEAST_MOVES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Moves:
    """Moves of units from one year to the next, and what they have in common.

    codes:     the levers that moved
    pairs:     the years, each with the one after it
    pair_of:   for each move the place of its pair
    drift:     by how much all units moved together: pairs × levers
    reversion: by how much of its distance from the middle a unit fell back: levers, from −1 to 0
    rest:      what is left of each move after both: moves × levers
    unmatched: units that are in one year of a pair only
    """

    codes: tuple[str, ...]
    pairs: tuple[tuple[int, int], ...]
    pair_of: Places
    drift: Floats
    reversion: Floats
    rest: Floats
    unmatched: tuple[str, ...]

    @property
    def count(self) -> int:
        """On how many moves this rests."""
        return len(self.rest)

    @property
    def deviation(self) -> Floats:
        """The standard deviation of what is left, lever by lever."""
        lost = len(self.pairs) + 1
        spread: Floats = np.sqrt((self.rest**2).sum(axis=0) / max(self.count - lost, 1))
        return spread

    def expected(self, scores: Floats, middle: Floats, *, drift: bool = False) -> Floats:
        """The move to be expected of scores (…, levers), `middle` being the mean of all units (levers)."""
        common = self.drift.mean(axis=0) if drift else np.zeros(len(self.codes))
        found: Floats = common + self.reversion * (scores - middle)
        return found


def learnt(years: Mapping[int, Start], names: Mapping[str, str] | None = None) -> Moves:
    """The moves between all years of which the next one is there too.

    names: another spelling of a unit → the one by which it is known; case and spaces never matter
    Raises ProblemError road.no_moves where no two years follow each other or fewer than three units are in both.
    """
    known = sorted(years)
    pairs = tuple((first, second) for first, second in pairwise(known) if second == first + 1)
    if not pairs:
        told.NO_MOVES.stop(given=", ".join(map(str, known)) or "–")
    matched = [_matched(years[first], years[second], names or {}) for first, second in pairs]
    changes = [after - before for before, after, _ in matched]
    distances = [before - before.mean(axis=0) for before, _, _ in matched]
    drift = np.array([change.mean(axis=0) for change in changes])
    rest, reversion = _split(changes, distances, drift)
    return Moves(
        codes=years[pairs[0][0]].levers,
        pairs=pairs,
        pair_of=np.repeat(np.arange(len(pairs)), [len(change) for change in changes]),
        drift=drift,
        reversion=reversion,
        rest=rest,
        unmatched=tuple(dict.fromkeys(unit for _, _, lone in matched for unit in lone)),
    )


def _split(changes: Sequence[Floats], distances: Sequence[Floats], drift: Floats) -> tuple[Floats, Floats]:
    """What is left of the moves, and the reversion, by least squares through all pairs at once."""
    own = np.concatenate([change - common for change, common in zip(changes, drift, strict=True)])
    away = np.concatenate(distances)
    spread = (away**2).sum(axis=0)
    slope = np.divide((away * own).sum(axis=0), spread, out=np.zeros_like(spread), where=spread > 0)
    reversion = np.clip(slope, -1.0, 0.0)
    return own - reversion * away, reversion


def _matched(before: Start, after: Start, names: Mapping[str, str]) -> tuple[Floats, Floats, list[str]]:
    """The scores of the units that are complete in both years, and the units that are not."""
    if before.levers != after.levers:
        told.OTHER_LEVERS.stop(given=", ".join(after.levers), wanted=", ".join(before.levers))
    early, late = _rows(before, names), _rows(after, names)
    both = [key for key in early if key in late]
    x = before.scores[[early[key] for key in both]]
    y = after.scores[[late[key] for key in both]]
    complete = ~(np.isnan(x) | np.isnan(y)).any(axis=1)
    if complete.sum() < _LEAST_MOVES:
        told.TOO_FEW_MOVES.stop(given=int(complete.sum()), wanted=_LEAST_MOVES)
    lone = [before.units[early[key]] for key in early if key not in late]
    lone += [after.units[late[key]] for key in late if key not in early]
    return x[complete], y[complete], lone


def _rows(start: Start, names: Mapping[str, str]) -> dict[str, int]:
    canonical = {folded(spelling): folded(name) for spelling, name in names.items()}
    keys = [folded(unit) for unit in start.units]
    return {canonical.get(key, key): row for row, key in enumerate(keys)}
