"""The stored rows behind the scorecard, in a handful of statements."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from chiso.frameworks.edition import folded
from chiso.web.plans.assignments import timing_of
from chiso.web.plans.models import Component, Plan, PlannedScore, ProgressUpdate, Task
from chiso.web.plans.states import judge_task
from chiso.web.results.models import Result
from chiso.web.scorecard.values import Work

BASELINE, TARGET = PlannedScore.Part.BASELINE, PlannedScore.Part.TARGET


@dataclass(frozen=True, slots=True)
class PlanRows:
    """The rows of one plan.

    today:   the day on which its tasks are judged
    scores:  by component (None: the whole) and part
    work:    by component (None: of no component of this plan)
    every:   each task once
    results: of its subject and index, up to the plan's year, by year and node; the official one where there is one
    announced: all results of its subject and index
    """

    plan: Plan
    today: date
    components: list[Component] = field(default_factory=list)
    scores: dict[tuple[int | None, str], PlannedScore] = field(default_factory=dict)
    work: dict[int | None, list[Work]] = field(default_factory=lambda: defaultdict(list))
    every: list[Work] = field(default_factory=list)
    results: dict[tuple[int, str], Result] = field(default_factory=dict)
    announced: list[Result] = field(default_factory=list)


def load(plans: QuerySet[Plan], today: date, *, with_work: bool = True) -> list[PlanRows]:
    """Load plans with all that their cards need, their tasks only where asked for; seven statements at most."""
    rows = {plan.pk: PlanRows(plan, today) for plan in plans.select_related("subject")}
    for component in Component.objects.filter(plan__in=rows).select_related("lead", "leader"):
        rows[component.plan_id].components.append(component)
    for score in PlannedScore.objects.filter(plan__in=rows):
        rows[score.plan_id].scores[score.component_id, score.part] = score
    for task in _tasks(list(rows)) if with_work else ():
        homes = list(task.components.all())
        for plan_id in {task.plan_id, *(home.plan_id for home in homes)} & set(rows):
            _place(rows[plan_id], task, homes)
    _add_results(rows)
    return list(rows.values())


def _tasks(plans: list[int]) -> QuerySet[Task]:
    of_these = Q(plan__in=plans) | Q(components__plan__in=plans)
    components = Component.objects.select_related("lead", "leader")
    updates = ProgressUpdate.objects.only("task_id", "on")
    return (
        Task.objects.filter(of_these)
        .distinct()
        .select_related("plan", "lead", "leader")
        .prefetch_related(Prefetch("components", components), Prefetch("updates", updates))
    )


def _place(rows: PlanRows, task: Task, homes: list[Component]) -> None:
    """Add a task to the components of a plan that it counts for; to none of them where it is general."""
    timing_kind, _words, _component = timing_of(task)
    lead = task.lead or next((home.lead for home in homes if home.lead), None)
    leader = task.leader or next((home.leader for home in homes if home.leader), None)
    work = Work(
        id=task.pk,
        text=task.text,
        lead=lead.name if lead else "",
        leader=leader.name if leader else "",
        judgement=judge_task(task, timing_kind, rows.today),
    )
    rows.every.append(work)
    own = [home.pk for home in homes if home.plan_id == rows.plan.pk]
    if not own:
        rows.work[None].append(work)
    for component_id in own:
        rows.work[component_id].append(work)


def _add_results(rows: dict[int, PlanRows]) -> None:
    subjects = {each.plan.subject_id for each in rows.values()}
    for result in Result.objects.filter(subject__in=subjects).select_related("subject").order_by("-standing", "year"):
        for each in rows.values():
            plan = each.plan
            is_of_plan = result.subject_id == plan.subject_id and folded(result.family) == folded(plan.family)
            if is_of_plan:
                each.announced.append(result)
            if is_of_plan and result.year <= plan.year:
                each.results[result.year, result.node] = result
