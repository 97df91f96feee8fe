"""Which part of the older plan is which part of the newer: the most alike first, each once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from chiso.plans.plan import Component, ReportingRule, Task
from chiso.plans.reading.words import folded

T = TypeVar("T")
_SAME_NAME = 80.0
_SAME_WORK = 62.0
_SAME_CODE_BONUS = 12.0
_OUT_OF_PLACE = 0.01


def paired(
    older: Sequence[T], newer: Sequence[T], likeness: Callable[[T, T], float], least: float
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """The pairs of positions in the order of the newer, then the older and the newer ones that found no partner."""
    rated = sorted(
        (
            (likeness(one, other) - _OUT_OF_PLACE * abs(i - j), i, j)
            for i, one in enumerate(older)
            for j, other in enumerate(newer)
        ),
        key=lambda rating: (-rating[0], rating[1], rating[2]),
    )
    left, right = set(range(len(older))), set(range(len(newer)))
    pairs: list[tuple[int, int]] = []
    for rating, i, j in rated:
        if rating < least:
            break
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            pairs.append((i, j))
    return sorted(pairs, key=lambda pair: pair[1]), sorted(left), sorted(right)


def components(
    older: Sequence[Component], newer: Sequence[Component]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Components by their names; the same number counts for a little."""
    return paired(older, newer, _component_likeness, _SAME_NAME)


def tasks(older: Sequence[Task], newer: Sequence[Task]) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Tasks by their words."""
    return paired(older, newer, _task_likeness, _SAME_WORK)


def duties(
    older: Sequence[ReportingRule], newer: Sequence[ReportingRule]
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Reporting duties by their periods."""
    return paired(older, newer, lambda one, other: float(one.period is other.period), 0.5)


def _component_likeness(one: Component, other: Component) -> float:
    same_code = one.code is not None and one.code == other.code
    return fuzz.token_sort_ratio(folded(one.name), folded(other.name)) + (_SAME_CODE_BONUS if same_code else 0.0)


def _task_likeness(one: Task, other: Task) -> float:
    if one.text == other.text:
        return 100.0
    return fuzz.ratio(folded(one.text), folded(other.text))
