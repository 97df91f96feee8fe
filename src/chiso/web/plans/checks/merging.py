"""Making one task that counts for all out of tasks of a running plan that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from chiso.problems import ProblemError
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.directory.models import Person, Unit
from chiso.web.plans import _problems as problems
from chiso.web.plans.assignments import Answerable, Named, answerable_for, timing_of
from chiso.web.plans.models import Commitment, CommitmentValue, Plan, ProgressUpdate, Task
from chiso.web.plans.operations.recording import keep_in_step


@dataclass(frozen=True, slots=True)
class _Before:
    """What a task said before its components were united."""

    answerable: Answerable
    timing: tuple[str, str]


@transaction.atomic
def merge_tasks(*, plan: Plan, tasks: Iterable[int], kept: int, by: User, now: datetime) -> Task:
    """Let one task stand for several of a plan: it counts for all their components and keeps all their updates.

    What was said of who leads and when stays true of the kept task; the leads and coordinating units of the others
    coordinate. Figures promised alike become one. Raises ProblemError with all that is wrong.
    """
    chosen = list(dict.fromkeys(tasks))
    rows = {row.pk: row for row in _held(plan, chosen)}
    faults = [
        *([problems.TASKS_GONE()] if set(chosen) - set(rows) else []),
        *([problems.NOTHING_TO_MERGE()] if len(chosen) < 2 else []),  # noqa: PLR2004 (one alone is no merger)
        *([problems.KEPT_NOT_CHOSEN()] if kept not in chosen else []),
    ]
    if faults:
        raise ProblemError(faults)
    survivor, others = rows[kept], [rows[number] for number in chosen if number != kept]
    said = {row.pk: _Before(answerable_for(row), timing_of(row)[:2]) for row in rows.values()}
    details = _told(survivor, others)
    moved = _move(survivor, others)
    survivor.components.add(*(component for other in others for component in other.components.all()))
    _hold(survivor, said[kept], [said[other.pk].answerable for other in others])
    Task.objects.filter(pk__in=[other.pk for other in others]).delete()
    keep_in_step(survivor)
    details["updates"] = moved
    record("plans.task.merged", actor=by, agency=plan.agency.slug, about=survivor, now=now, details=details)
    return survivor


def _held(plan: Plan, chosen: Sequence[int]) -> Iterable[Task]:
    """The chosen tasks of the plan with all that says who answers for them, held until the transaction ends."""
    return (
        Task.objects.select_for_update(of=("self",))
        .filter(plan=plan, pk__in=chosen)
        .select_related("plan__agency", "lead", "leader")
        .prefetch_related(
            "commitments",
            "coordinating",
            "components__lead",
            "components__leader",
            "components__coordinating",
        )
    )


def _told(kept: Task, others: Sequence[Task]) -> dict[str, object]:
    names = {row.pk: [component.name for component in row.components.all()] for row in (kept, *others)}
    united = dict.fromkeys(name for row in (kept, *others) for name in names[row.pk])
    return {
        "kept": str(kept),
        "merged": [f"{other.code} {other.text}".strip() for other in others],
        "before": {"components": names[kept.pk]},
        "after": {"components": list(united)},
    }


def _move(kept: Task, others: Sequence[Task]) -> int:
    """Give updates, promised figures and their values to the kept task; tell how many updates moved."""
    moved = ProgressUpdate.objects.filter(task__in=others).update(task=kept)
    own = list(kept.commitments.all())
    position = max((each.position for each in own), default=-1)
    for other in others:
        free = list(own)  # each of the kept task's figures stands for one figure of every other task
        for commitment in other.commitments.all():
            if twin := next((each for each in free if _promise(each) == _promise(commitment)), None):
                free.remove(twin)
                CommitmentValue.objects.filter(commitment=commitment).update(commitment=twin)
                continue
            position += 1
            commitment.task, commitment.position = kept, position
            commitment.save(update_fields=["task", "position"])
            own.append(commitment)
    return moved


def _promise(commitment: Commitment) -> tuple[object, ...]:
    return commitment.operator, commitment.value, commitment.upper, commitment.unit.casefold()


def _hold(kept: Task, before: _Before, others: Sequence[Answerable]) -> None:
    """Write down what the kept task took from its component where the united components would say something else."""
    fresh = Task.objects.prefetch_related(
        "coordinating", "components__lead", "components__leader", "components__coordinating"
    ).get(pk=kept.pk)
    now = answerable_for(fresh)
    named = [each.lead for each in (before.answerable, *others) if each.lead]
    lead = named[0] if named else None
    partners = _partners(lead, before.answerable, others)
    if now.lead != lead or {each.id for each in now.coordinating} != set(partners):
        kept.lead = Unit.objects.filter(pk=lead.id).first() if lead else None
        kept.coordinating.set(partners)
    if now.leader != before.answerable.leader and before.answerable.leader:
        kept.leader = Person.objects.filter(pk=before.answerable.leader.id).first()
    if timing_of(fresh)[:2] != before.timing:
        kept.timing_kind, kept.timing_text = before.timing
    kept.save(update_fields=["lead", "leader", "timing_kind", "timing_text"])


def _partners(lead: Named | None, own: Answerable, others: Sequence[Answerable]) -> list[int]:
    """The units that coordinate the one task: its own, then those that led or coordinated the others."""
    units = [*own.coordinating, *(unit for each in others for unit in (each.lead, *each.coordinating) if unit)]
    return list(dict.fromkeys(unit.id for unit in units if lead is None or unit.id != lead.id))
