"""How tasks, components and commitments stand on a day: stored rows judged by the rules of `chiso.plans.status`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from chiso.periods import PartialDate, PeriodKind, cadence
from chiso.plans import Operator, Quantity, Score
from chiso.plans.status import (
    Judgement,
    Status,
    commitment_status,
    component_status,
    duty_status,
    status_from_tasks,
    task_status,
)
from chiso.web.plans.models import Commitment, Plan, PlannedScore, Task

_FREQUENCY = re.compile(r"/\s*lần$", re.IGNORECASE)


def started_on(plan: Plan) -> date:
    """Give the day from which a plan's work is expected: its date of issue, else the first day of its year."""
    return PartialDate.parse(plan.issued).last_day if plan.issued else date(plan.year, 1, 1)


def is_standing_duty(timing_kind: str, due_on: date | None) -> bool:
    """Whether work of this timing comes back in every period and is never done for good."""
    return due_on is None and cadence(timing_kind) is not None


def rhythm_of(timing_kind: str, due_on: date | None) -> PeriodKind | None:
    """Give how often a standing duty shows evidence; None for any other task."""
    return cadence(timing_kind) if is_standing_duty(timing_kind, due_on) else None


def last_day_of(plan: Plan) -> date:
    """Give the last day of a plan's year: silence and rhythm are counted no further."""
    return date(plan.year, 12, 31)


def counted_day(task: Task, today: date) -> date:
    """Give the day on which a task is judged: today, or, when the plan's year is over, as it stood at its end.

    A task that was done counts as done whenever that was; one with a day is overdue the day after.
    """
    if task.done_on is not None:
        return today
    if task.due_on is not None:
        return min(today, max(task.due_on, last_day_of(task.plan)) + timedelta(days=1))
    return min(today, last_day_of(task.plan))


def judge_task(task: Task, timing_kind: str, today: date) -> Judgement:
    """Judge a task or standing duty; its updates must be prefetched where many are judged.

    timing_kind: as `timing_of` gives it, which looks at the component where the task says nothing
    """
    on = counted_day(task, today)
    if rhythm := rhythm_of(timing_kind, task.due_on):
        days = [update.on for update in task.updates.all()]
        return duty_status(evidence_days=days, started_on=started_on(task.plan), on=on, cadence=rhythm)
    return task_status(
        due=task.due_on,
        done_on=task.done_on,
        last_update_on=task.updated_on,
        on=on,
        assigned_on=started_on(task.plan),
    )


def judge_component(
    baseline: PlannedScore | None, target: PlannedScore | None, current: Score | None, tasks: Iterable[Status]
) -> Judgement:
    """Judge a component by its figures where there is a current one and a target, else by its tasks."""
    if current is not None and target is not None:
        return component_status(score_of(baseline), score_of(target), current)
    return status_from_tasks(tasks)


def is_frequency(commitment: Commitment) -> bool:
    """Whether a promise is "6 tháng/lần": kept by the rhythm of the duty, not by a figure."""
    return _FREQUENCY.search(commitment.unit) is not None


def judge_commitment(commitment: Commitment, value: Decimal | None, *, task: Task, on: date) -> Judgement:
    """Judge a promise by its last reported value; without a day of its own it holds until the end of the plan's year."""
    promised = Quantity(
        operator=Operator(commitment.operator),
        value=float(commitment.value),
        unit=commitment.unit,
        text=commitment.text,
        upper=float(commitment.upper) if commitment.upper is not None else None,
    )
    due = task.due_on or date(task.plan.year, 12, 31)
    known = float(value) if value is not None else None
    return commitment_status(promised, known, due=due, on=on, is_cumulative=commitment.unit != "%")


def score_of(row: PlannedScore | None) -> Score | None:
    """Take a stored baseline or target as the core's value."""
    if row is None:
        return None
    return Score(
        year=row.year,
        score=_number(row.score),
        score_is_minimum=row.score_is_minimum,
        score_is_maximum_points=row.score_is_maximum_points,
        scale=_number(row.scale),
        rank=row.rank,
        rank_of=row.rank_of,
        rank_is_at_most=row.rank_is_at_most,
        band=row.band or None,
        previous_rank=row.previous_rank,
    )


def _number(value: Decimal | None) -> float | None:
    return float(value) if value is not None else None
