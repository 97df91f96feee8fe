"""Tasks of a running plan that say the same, for the offer to make them one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from chiso.plans import Operator, Quantity
from chiso.plans import Task as TaskValue
from chiso.plans.checking.likeness import same_tasks
from chiso.web.plans.assignments import answerable_for, timing_of
from chiso.web.plans.models import Plan, Task


@dataclass(frozen=True, slots=True)
class RepeatedTask:
    """One of several tasks that say the same."""

    id: int
    code: str
    text: str
    components: tuple[str, ...]
    lead: str
    timing: str
    due_on: date | None
    update_count: int


@dataclass(frozen=True, slots=True)
class RepeatedGroup:
    """Tasks that say the same; `kept` is the one that is proposed to stay: with most updates, else the first."""

    tasks: tuple[RepeatedTask, ...]

    @property
    def kept(self) -> int:
        """The number of the task proposed."""
        return max(self.tasks, key=lambda task: task.update_count).id


def repeated_tasks(plan: Plan) -> tuple[RepeatedGroup, ...]:
    """The groups of tasks of a plan, as it stands now, that say the same."""
    rows = list(
        Task.objects.filter(plan=plan)
        .select_related("lead", "leader")
        .prefetch_related(
            "coordinating",
            "commitments",
            "components__lead",
            "components__leader",
            "components__coordinating",
        )
        .annotate(update_count=Count("updates"))
        .order_by("position")
    )
    return tuple(_group([rows[n] for n in group]) for group in same_tasks([_as_value(row) for row in rows]))


def _as_value(row: Task) -> TaskValue:
    """The task as the core compares it: its words, and whether it promises anything."""
    promised = tuple(
        Quantity(Operator(each.operator), float(each.value), each.unit, each.text) for each in row.commitments.all()
    )
    return TaskValue(row.text, quantities=promised)


def _group(rows: Sequence[Task]) -> RepeatedGroup:
    return RepeatedGroup(tuple(_task(row) for row in rows))


def _task(row: Task) -> RepeatedTask:
    lead = answerable_for(row).lead
    return RepeatedTask(
        id=row.pk,
        code=row.code,
        text=row.text,
        components=tuple(f"{each.code} {each.name}".strip() for each in row.components.all()),
        lead=lead.name if lead else "",
        timing=timing_of(row)[1],
        due_on=row.due_on,
        update_count=row.update_count,  # type: ignore[attr-defined]  # annotated above
    )
