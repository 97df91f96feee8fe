"""What total a rank needs in the table as it stands, and what the targets of a plan come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from chiso.problems import Text
from chiso.robustness import _problems as told
from chiso.robustness.road.start import Start, with_scores
from chiso.robustness.road.worth import Place, places, stands
from chiso.scoring.arrays import Floats, settled
from chiso.scoring.likeness import like


@dataclass(frozen=True, slots=True)
class Need:
    """The total that a rank needs where no peer moves.

    total:   the least that gives the rank; None where any total does, as for the last rank
    holder:  the peer with that total, which the unit then draws level with
    gap:     what the unit lacks; 0 where it is there already
    """

    rank: int
    now: Place
    total: float | None
    holder: str | None
    gap: float


def needed(start: Start, unit: str, rank: int) -> Need:
    """What a rank needs against the table as it stands.

    Raises ProblemError road.no_peers where the table holds nobody else, road.no_such_rank outside of the table.
    """
    now, row = stands(start, unit), start.row(unit)
    peers = start.peers(row)
    check_rank(rank, len(peers))
    if rank > len(peers):
        return Need(rank, now, None, None, 0.0)
    totals = start.totals(start.scores)[peers]
    order = np.argsort(-settled(totals), kind="stable")
    total = float(totals[order[rank - 1]])
    gap = 0.0 if now.rank is not None and now.rank <= rank else total - now.total
    return Need(rank, now, total, start.units[peers[order[rank - 1]]], gap)


def check_rank(rank: int, peer_count: int) -> None:
    """Raise ProblemError where a rank cannot be asked for."""
    if not peer_count:
        told.NO_PEERS.stop(given=rank)
    if not 1 <= rank <= peer_count + 1:
        told.NO_SUCH_RANK.stop(given=rank, wanted=peer_count + 1)


@dataclass(frozen=True, slots=True)
class Promised:
    """One target of a plan: what it adds to the total, and whether it counts in it; score None where it has none."""

    code: str
    name: Text
    score: float | None
    target: float
    counts: bool | None
    gain: float


@dataclass(frozen=True, slots=True)
class Promise:
    """What the targets of a plan come to if all of them are kept.

    before: where the unit stands now; None where its scores give no total
    after:  where it would stand among peers that stay where they are; its rank is None where no peers are known
    kept:   the components for which the plan promises nothing, and that stay as they are; kept_names: their names
    stated: the total that the plan itself promises; None where it states none
    """

    unit: str
    before: Place | None
    after: Place
    targets: tuple[Promised, ...]
    kept: tuple[str, ...]
    stated: float | None
    kept_names: tuple[Text, ...] = ()

    @property
    def agrees(self) -> bool | None:
        """Whether the stated total is what the targets come to, to the second decimal; None where none is stated."""
        return None if self.stated is None else abs(self.stated - self.after.total) < _SECOND_DECIMAL


_SECOND_DECIMAL = 0.005


def promise(start: Start, unit: str, targets: Mapping[str, float], stated: float | None = None) -> Promise:
    """What the targets of a plan, by code, come to.

    Raises ProblemError for codes that are no components and scores off their scales.
    """
    if unit not in start.units:
        told.NO_SUCH_UNIT.stop(given=unit, wanted=", ".join(like(unit, start.units)))
    row = start.units.index(unit)
    scores = with_scores(start, row, targets)
    after = places(start, row, scores[None, :])[0]
    if np.isnan(after.total):
        lacks = [code for code, score in zip(start.levers, scores, strict=True) if np.isnan(score)]
        told.NO_TOTAL.stop(given=unit, wanted=", ".join(lacks) or "–")
    before = places(start, row, start.scores[None, row, :])[0]
    gains = _gains(start, row, scores)
    return Promise(
        unit=unit,
        before=None if np.isnan(before.total) else before,
        after=after,
        targets=tuple(
            Promised(
                code=code,
                name=start.name(code),
                score=None if np.isnan(start.scores[row, place]) else float(start.scores[row, place]),
                target=float(scores[place]),
                counts=start.edition.node(code).counts_in_headline,
                gain=float(gains[place]),
            )
            for place, code in enumerate(start.levers)
            if code in targets
        ),
        kept=tuple(code for code in start.levers if code not in targets),
        stated=stated,
        kept_names=tuple(start.name(code) for code in start.levers if code not in targets),
    )


def _gains(start: Start, row: int, scores: Floats) -> Floats:
    """What each target alone adds to the total of now."""
    own = start.scores[row]
    one_by_one = own + np.diag(np.nan_to_num(scores - own))
    totals = start.own_totals(row, np.vstack([one_by_one, own]))
    gains: Floats = totals[:-1] - totals[-1]
    return gains
