"""Changes to a running plan: assignment, timing, targets, what a task counts for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from chiso.problems import Problem, ProblemError
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.directory.models import Person, Unit
from chiso.web.plans import _problems as problems
from chiso.web.plans.models import Component, PlannedScore, Task
from chiso.web.plans.operations.recording import keep_in_step


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who answers and when, as it shall stand."""

    lead: Unit | None
    coordinating: tuple[Unit, ...]
    leader: Person | None
    timing_kind: str
    timing_text: str


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a component, as it shall stand."""

    score: Decimal | None = None
    score_is_minimum: bool = False
    rank: int | None = None
    rank_is_at_most: bool = False
    band: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it promises nothing."""
        return self.score is None and self.rank is None and not self.band


@transaction.atomic
def edit_component(
    *, component: Component, assignment: Assignment, target: Target, by: User, now: datetime
) -> Component:
    """Change assignment, timing and target of a component; nothing is recorded where nothing changes."""
    agency = component.plan.agency
    baseline = component.scores.filter(part=PlannedScore.Part.BASELINE).first()
    found = [*_assignment_faults(agency.pk, assignment), *_target_faults(target, _target_row(component), baseline)]
    if found:
        raise ProblemError(found)
    before = _component_picture(component)
    _assign(component, assignment)
    component.save()
    _aim(component, target)
    for task in component.tasks.all():
        keep_in_step(task)
    _record_change("plans.component.edited", component, before, _component_picture(component), by=by, now=now)
    return component


@transaction.atomic
def edit_task(*, task: Task, assignment: Assignment, due_on: date | None, by: User, now: datetime) -> Task:
    """Change assignment, timing and last day of a task; nothing is recorded where nothing changes."""
    if found := _assignment_faults(task.plan.agency_id, assignment):
        raise ProblemError(found)
    before = _task_picture(task)
    _assign(task, assignment)
    task.due_on = due_on
    task.save()
    keep_in_step(task)
    _record_change("plans.task.edited", task, before, _task_picture(task), by=by, now=now)
    return task


@transaction.atomic
def count_task_for(*, task: Task, components: Iterable[Component], by: User, now: datetime) -> Task:
    """Let a task count for these components, of any plans of the agency, and for no others."""
    chosen = list(components)
    strangers = [each for each in chosen if each.plan.agency_id != task.plan.agency_id]
    if strangers:
        raise ProblemError([problems.NOT_OF_THIS_AGENCY(given=each.name) for each in strangers])
    had_its_own = task.components.filter(plan=task.plan_id).exists()
    if had_its_own and not any(each.plan_id == task.plan_id for each in chosen):
        problems.COUNTED_NOWHERE_IN_ITS_PLAN.stop()
    before = _counted_picture(task)
    task.components.set(chosen)
    keep_in_step(task)
    _record_change("plans.task.counted_for", task, before, _counted_picture(task), by=by, now=now)
    return task


def _assignment_faults(agency_id: int, assignment: Assignment) -> list[Problem]:
    everybody = [assignment.lead, *assignment.coordinating, assignment.leader]
    strangers = [each for each in everybody if each is not None and each.agency_id != agency_id]
    found = [problems.NOT_OF_THIS_AGENCY(given=each.name) for each in strangers]
    if assignment.lead is not None and assignment.lead in assignment.coordinating:
        found.append(problems.LEAD_ALSO_COORDINATES(given=assignment.lead.name))
    return found


def _target_faults(target: Target, row: PlannedScore | None, baseline: PlannedScore | None) -> list[Problem]:
    stated = [each for each in (row, baseline) if each is not None]
    scale = next((each.scale for each in stated if each.scale is not None), None)
    rank_of = next((each.rank_of for each in stated if each.rank_of is not None), None)
    found = []
    if target.score is not None and scale is not None and not 0 <= target.score <= scale:
        found.append(problems.SCORE_BEYOND_THE_SCALE(given=_plain(target.score), wanted=_plain(scale)))
    if target.rank is not None and rank_of is not None and not 1 <= target.rank <= rank_of:
        found.append(problems.RANK_BEYOND_THE_RANKED(given=target.rank, wanted=rank_of))
    return found


def _assign(target: Component | Task, assignment: Assignment) -> None:
    target.lead, target.leader = assignment.lead, assignment.leader
    target.timing_kind, target.timing_text = assignment.timing_kind, assignment.timing_text
    target.coordinating.set(assignment.coordinating)


def _target_row(component: Component) -> PlannedScore | None:
    return component.scores.filter(part=PlannedScore.Part.TARGET).first()


def _aim(component: Component, target: Target) -> None:
    row = _target_row(component)
    if row is None:
        if target.is_empty:
            return
        row = PlannedScore(
            plan=component.plan, component=component, part=PlannedScore.Part.TARGET, year=component.plan.year
        )
    row.score, row.score_is_minimum = target.score, target.score_is_minimum
    row.rank, row.rank_is_at_most, row.band = target.rank, target.rank_is_at_most, target.band
    row.save()


def _component_picture(component: Component) -> dict[str, object]:
    row = _target_row(component)
    picture = _assignment_picture(component)
    return picture | {
        "target_score": _plain(row.score) if row else None,
        "target_score_is_minimum": bool(row and row.score_is_minimum),
        "target_rank": row.rank if row else None,
        "target_rank_is_at_most": bool(row and row.rank_is_at_most),
        "target_band": row.band if row else "",
    }


def _task_picture(task: Task) -> dict[str, object]:
    return _assignment_picture(task) | {"due_on": task.due_on.isoformat() if task.due_on else None}


def _assignment_picture(target: Component | Task) -> dict[str, object]:
    return {
        "lead": target.lead.name if target.lead else None,
        "coordinating": sorted(unit.name for unit in target.coordinating.order_by("pk")),
        "leader": target.leader.name if target.leader else None,
        "timing_kind": target.timing_kind,
        "timing_text": target.timing_text,
    }


def _counted_picture(task: Task) -> dict[str, object]:
    rows = task.components.select_related("plan").order_by("plan", "position")
    return {"components": [f"{each.plan.family} {each.plan.year}: {each.name}" for each in rows]}


def _record_change(
    name: str,
    about: Component | Task,
    before: dict[str, object],
    after: dict[str, object],
    *,
    by: User,
    now: datetime,
) -> None:
    changed = [key for key in after if before[key] != after[key]]
    if not changed:
        return
    details = {"before": {key: before[key] for key in changed}, "after": {key: after[key] for key in changed}}
    record(name, actor=by, agency=about.plan.agency.slug, about=about, now=now, details=details)


def _plain(value: Decimal | None) -> str | None:
    if value is None:
        return None
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
