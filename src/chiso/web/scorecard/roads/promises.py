"""What the plan promises, what that costs, and what somebody tries out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from chiso.web.results.roads.grounds import Ground, start
from chiso.web.scorecard.roads.asked import Asked
from chiso.web.scorecard.roads.efforts import Efforts, Leads, cheapest_of, within
from chiso.web.scorecard.values import Card, Line, Told

if TYPE_CHECKING:
    from chiso.robustness.road import Promise, Start

_SAME = 0.005  # scores that are printed alike were not changed


@dataclass(frozen=True, slots=True)
class Cost:
    """What it takes to keep the promise, beside the cheapest way to the same total.

    effort: of the promised rises; cheapest: of that way, None where the limits leave none
    beyond: the names of components promised further than the limits let them rise
    """

    effort: float
    cheapest: float | None
    beyond: tuple[str, ...]


def promise_of(card: Card, ground: Ground) -> Promise | None:
    """What the plan's targets come to; None where it sets none for what can be raised."""
    from chiso.robustness import road  # noqa: PLC0415 - the engine is needed on this page only

    begun = start(ground)
    scores = dict(zip(begun.levers, begun.scores[begun.row(ground.unit)].tolist(), strict=True))
    targets = {
        line.node: _promised(line.target, float(line.target.points), scores[line.node])
        for line in card.lines
        if line.node in scores and line.target and line.target.points is not None and _fits(line, begun)
    }
    stated = card.target.points if card.target else None
    return road.promise(begun, ground.unit, targets, None if stated is None else float(stated)) if targets else None


def _promised(target: Told, points: float, now: float) -> float:
    """The points that a target comes to: "at least 8" is kept by who already has more."""
    return max(points, now) if target.is_minimum and not math.isnan(now) else points


def cost_of(promise: Promise, ground: Ground, efforts: Efforts, leads: Leads, language: str) -> Cost | None:
    """What the promise takes; None where it raises nothing, or nobody knows from where."""
    by_code = dict(efforts)
    rises = {
        each.code: each.target - each.score
        for each in promise.targets
        if each.score is not None and each.counts is not False
    }
    if promise.before is None or promise.after.total <= promise.before.total:
        return None
    names = {each.code: each.name.in_language(language) for each in promise.targets}
    asked = {code: by_code[code] for code, rise in rises.items() if rise > 0 and code in by_code}
    beyond = [names[code] for code, effort in asked.items() if rises[code] > effort.most + _SAME]
    cheapest = cheapest_of(ground, promise.after.total, efforts, leads)
    total = sum(effort.of(rises[code]) for code, effort in asked.items())
    return Cost(total, None if cheapest is None else cheapest.effort, tuple(beyond))


def tried_of(ground: Ground, asked: Asked) -> Promise | None:
    """What the scores that somebody tries out come to; None where none differs from what is."""
    from chiso.robustness import road  # noqa: PLC0415 - as above

    begun = start(ground)
    scores = dict(zip(begun.levers, begun.scores[begun.row(ground.unit)].tolist(), strict=True))
    changed = {
        code: score
        for code, score in asked.tried.items()
        if code in scores and not math.isnan(scores[code]) and abs(score - scores[code]) >= _SAME
    }
    return road.promise(begun, ground.unit, within(begun, changed)) if changed else None


def _fits(line: Line, begun: Start) -> bool:
    """Whether a target stands on the scale of its component."""
    points = line.target.points if line.target else None
    return points is not None and points <= begun.edition.node(line.node).scale.maximum
