"""The list of plans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from chiso.web.directory.models import Agency
from chiso.web.plans.models import Plan
from chiso.web.plans.queries.labels import plan_label
from chiso.web.plans.queries.lines import StatusCount, TaskLine, count_statuses, task_lines


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan in the list; `next_task` is the unfinished task whose day comes next."""

    id: int
    label: str
    title: str
    subject: str
    is_own_subject: bool
    year: int
    number: str
    issued: str
    task_count: int
    counts: tuple[StatusCount, ...]
    next_task: TaskLine | None


@dataclass(frozen=True, slots=True)
class PlanList:
    """The plans that run, and earlier ones."""

    running: tuple[PlanLine, ...]
    earlier: tuple[PlanLine, ...]


def plan_list(agency: Agency, today: date) -> PlanList:
    """Give all plans of an agency, the running ones first."""
    plans = list(Plan.objects.filter(agency=agency).select_related("subject"))
    lines = task_lines(agency, today, plans=[plan.pk for plan in plans])
    rows = {plan.pk: _line(plan, agency, lines, today) for plan in plans}
    running = running_plans(plans)
    return PlanList(
        running=tuple(rows[plan.pk] for plan in plans if plan.pk in running),
        earlier=tuple(rows[plan.pk] for plan in plans if plan.pk not in running),
    )


def running_plans(plans: Iterable[Plan]) -> set[int]:
    """Tell which plans run: of each index of each subject the latest, unless the newest of all is years ahead of it."""
    latest: dict[tuple[int, str], Plan] = {}
    for plan in plans:
        key = (plan.subject_id, plan.family)
        if key not in latest or latest[key].year < plan.year:
            latest[key] = plan
    newest = max((plan.year for plan in latest.values()), default=0)
    return {plan.pk for plan in latest.values() if plan.year >= newest - 1}


def _line(plan: Plan, agency: Agency, lines: Sequence[TaskLine], today: date) -> PlanLine:
    own = [line for line in lines if belongs_to(line, plan.pk)]
    coming = [line for line in own if line.due_on is not None and line.done_on is None and line.due_on >= today]
    return PlanLine(
        id=plan.pk,
        label=plan_label(plan),
        title=plan.title,
        subject=plan.subject.name,
        is_own_subject=plan.subject_id == agency.subject_id,
        year=plan.year,
        number=plan.number,
        issued=plan.issued,
        task_count=len(own),
        counts=count_statuses(own),
        next_task=min(coming, key=lambda line: line.due_on or date.max, default=None),
    )


def belongs_to(line: TaskLine, plan_id: int) -> bool:
    """Whether a task counts in a plan: its own, or that of a component that it counts for."""
    return line.plan_id == plan_id or any(home.plan_id == plan_id for home in line.homes)
