"""How a total may come out of its components: by the edition's formula, as a sum of points, as a plain mean."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from chiso.frameworks.rules import Method
from chiso.plans.checking.subject import Subject
from chiso.plans.plan import Score

ROUNDED: Final = 0.0051
"""By how much figures of two decimals may differ through rounding alone."""
LEAST_OF_A_MEAN: Final = 3
_MOST_TRIED: Final = 10
_TEN: Final = 10.0


def whole_scale(whole: Score) -> float | None:
    """The maximum of the whole, that of its parts together where none is written."""
    scales = [part.scale for part in whole.parts]
    if whole.scale is None and scales and None not in scales:
        return sum(scale for scale in scales if scale is not None)
    return whole.scale


def are_points(parts: dict[int, Score], scales: Sequence[float]) -> bool:
    """Whether the components are told in points of different maxima, which add up."""
    return len(scales) == len(parts) >= LEAST_OF_A_MEAN and len(set(scales)) > 1


def are_alike(parts: dict[int, Score]) -> bool:
    """Whether the components are told on one scale, so that a mean makes sense."""
    return len(parts) >= LEAST_OF_A_MEAN and len({score.scale for score in parts.values()}) == 1


def factor_between(parts: dict[int, Score], whole: Score) -> float | None:
    """By how much the scale of the whole is greater than the components' common one; None where that is unknown."""
    scale = next(score.scale for score in parts.values())
    if scale is not None and whole.scale is not None:
        return whole.scale / scale
    is_of_ten = scale is None and max(score.score or 0 for score in parts.values()) <= _TEN
    return _TEN if is_of_ten and whole.scale == _TEN * _TEN else None


def adding_up_to(parts: dict[int, Score], whole: Score, scale: float) -> tuple[int, ...]:
    """The components whose maxima and points both add up to the whole; () where none do, or there are too many to try."""
    if whole.score is None or len(parts) > _MOST_TRIED:
        return ()
    for size in range(len(parts) - 1, 1, -1):
        for some in combinations(parts, size):
            maxima = sum(parts[place].scale or 0 for place in some)
            points = sum(parts[place].score or 0 for place in some)
            if abs(maxima - scale) <= ROUNDED and abs(points - whole.score) <= ROUNDED:
                return some
    return ()


def total_by_edition(subject: Subject, parts: dict[int, Score], year: int | None) -> float | None:
    """The total of a year by the edition's rule; None where it has none, is for other years, or lacks a part."""
    edition = subject.edition
    timeline = edition.rules.get(edition.headline.code) if edition else None
    rule = timeline.values[-1].value if timeline else None
    if edition is None or rule is None or rule.method is not Method.WEIGHTED_MEAN:
        return None
    if year is None or not edition.covers(year):
        return None
    named = {node.code: score.score for place, score in parts.items() if (node := subject.node(place))}
    weights = {part.code: float(part.weight or 0) for part in rule.parts}
    if not weights.keys() <= named.keys():
        return None
    total = sum(weight * (named[code] or 0) for code, weight in weights.items())
    return float(rule.multiplier) * total / sum(weights.values())


def total_of_points(parts: dict[int, Score], scale: float | None) -> float | None:
    """The sum of points, where the maxima do add up."""
    scales = [score.scale for score in parts.values() if score.scale is not None]
    if scale is None or not are_points(parts, scales) or abs(sum(scales) - scale) > ROUNDED:
        return None
    return sum(score.score or 0 for score in parts.values())


def nearest_mean(subject: Subject, parts: dict[int, Score], whole: Score) -> float | None:
    """The nearest mean of any weights, where the total lies outside all of them."""
    factor = factor_between(parts, whole) if are_alike(parts) and _covers_all(subject, parts) else None
    if factor is None or whole.score is None:
        return None
    known = [(score.score or 0) * factor for score in parts.values()]
    return min(max(whole.score, min(known)), max(known))


def _covers_all(subject: Subject, parts: dict[int, Score]) -> bool:
    """Whether every component of the edition has a result in the plan; False where no edition is known."""
    if subject.edition is None:
        return False
    named = {node.code for place in parts if (node := subject.node(place))}
    return {node.code for node in subject.edition.components} <= named


def plain_mean(parts: dict[int, Score], some: Sequence[int]) -> float:
    """The plain mean of some components."""
    return sum(parts[place].score or 0 for place in some) / len(some)


def with_mean(subject: Subject, parts: dict[int, Score], mean: float) -> tuple[int, ...]:
    """The components whose plain mean it is: those of one group, else the only ones that fit."""
    groups = {subject.components[place].group for place in parts}
    for group in groups if len(groups) > 1 else ():
        some = tuple(place for place in parts if subject.components[place].group == group)
        if abs(plain_mean(parts, some) - mean) * len(parts) <= ROUNDED:
            return some
    if len(parts) > _MOST_TRIED:
        return ()
    fitting = [
        some
        for size in range(LEAST_OF_A_MEAN, len(parts))
        for some in combinations(parts, size)
        if abs(plain_mean(parts, some) - mean) <= ROUNDED / 10
    ]
    return fitting[0] if len(fitting) == 1 else ()
