"""From stored rows to figures as they are told."""

from __future__ import annotations

from decimal import Decimal

from chiso.plans import Score
from chiso.web.plans.models import PlannedScore
from chiso.web.results.models import Result
from chiso.web.scorecard.values import Told


def of_plan(row: PlannedScore | None, scale: Decimal | None, year: int) -> Told | None:
    """Tell a baseline or target of a plan; `scale` and `year` hold where the plan does not say them."""
    if row is None:
        return None
    return Told(
        year=row.year or year,
        score=row.score,
        scale=row.scale if row.scale is not None else scale,
        rank=row.rank,
        rank_of=row.rank_of,
        band=row.band,
        is_minimum=row.score_is_minimum,
        is_maximum=row.score_is_maximum_points,
        rank_is_at_most=row.rank_is_at_most,
    )


def of_result(row: Result | None, scale: Decimal | None) -> Told | None:
    """Tell a stored result."""
    if row is None:
        return None
    return Told(
        year=row.year,
        score=row.score,
        scale=row.scale if row.scale is not None else scale,
        rank=row.rank,
        rank_of=row.rank_of,
        band=row.band,
        result_id=row.pk,
        is_provisional=row.standing == Result.Standing.PROVISIONAL,
    )


def as_score(told: Told | None) -> Score | None:
    """Take a figure as the rules of status know it."""
    if told is None:
        return None
    return Score(
        year=told.year,
        score=None if told.score is None else float(told.score),
        score_is_minimum=told.is_minimum,
        score_is_maximum_points=told.is_maximum,
        scale=None if told.scale is None else float(told.scale),
        rank=told.rank,
        rank_of=told.rank_of,
        rank_is_at_most=told.rank_is_at_most,
        band=told.band or None,
    )
