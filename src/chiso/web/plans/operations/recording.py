"""Progress of tasks."""

from __future__ import annotations

from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from chiso.problems import ProblemError
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.directory.models import Membership, Unit
from chiso.web.plans import _problems as problems
from chiso.web.plans.access import may_record
from chiso.web.plans.assignments import answerable_for, timing_of
from chiso.web.plans.evidence import faults_of_evidence
from chiso.web.plans.models import CommitmentValue, ProgressUpdate, Task
from chiso.web.plans.progress import Progress, Reported, faults_of, standing_after
from chiso.web.plans.states import is_standing_duty


@transaction.atomic
def record_progress(
    *, task: Task, progress: Progress, by: User, membership: Membership, now: datetime
) -> ProgressUpdate:
    """Take a report on a task and keep the task in step with the latest by date.

    Raises `ProblemError` with all that is wrong, and where the person's unit has no part in the task.
    """
    locked = Task.objects.select_for_update(of=("self",)).select_related("plan__agency").get(pk=task.pk)
    _check_right(locked, membership)
    commitments = set(locked.commitments.values_list("pk", flat=True))
    found = faults_of(progress, today=now.date(), plan_year=locked.plan.year, commitments=commitments)
    if progress.evidence:
        found += faults_of_evidence(progress.evidence)
    if found:
        raise ProblemError(found)
    update = _stored(locked, progress, by=by, unit=membership.unit, now=now)
    keep_in_step(locked)
    record(
        "plans.task.progress_recorded",
        actor=by,
        agency=locked.plan.agency.slug,
        about=locked,
        now=now,
        details=_told(update, progress),
    )
    return update


def keep_in_step(task: Task) -> None:
    """Let the task say what its latest update by date says; part of the writes that change either."""
    reports = [Reported(*row) for row in task.updates.order_by("on", "pk").values_list("on", "percent", "is_done")]
    standing = standing_after(reports, is_standing_duty=is_standing_duty(timing_of(task)[0], task.due_on))
    task.percent, task.done_on, task.updated_on = standing.percent, standing.done_on, standing.updated_on
    task.save(update_fields=["percent", "done_on", "updated_on"])


def _check_right(task: Task, membership: Membership) -> None:
    if membership.agency_id != task.plan.agency_id:
        problems.NOT_OF_THIS_AGENCY.stop(given=task.text)
    answerable = answerable_for(task)
    if not may_record(membership, answerable):
        problems.NOT_YOUR_UNITS_TASK.stop(wanted=answerable.lead.name if answerable.lead else "–")


def _stored(task: Task, progress: Progress, *, by: User, unit: Unit | None, now: datetime) -> ProgressUpdate:
    evidence = progress.evidence
    update = ProgressUpdate(
        task=task,
        on=progress.on,
        percent=progress.percent,
        is_done=progress.says_done,
        note=progress.note.strip(),
        file_name=evidence.name if evidence else "",
        sha256=evidence.sha256 if evidence else "",
        unit=unit,
        by=by,
        at=now,
    )
    if evidence:
        update.file.save(evidence.stored_name, ContentFile(evidence.content), save=False)
    update.save()
    CommitmentValue.objects.bulk_create(
        CommitmentValue(update=update, commitment_id=number, value=value) for number, value in progress.values.items()
    )
    return update


def _told(update: ProgressUpdate, progress: Progress) -> dict[str, object]:
    return {
        "update": update.pk,
        "on": update.on.isoformat(),
        "percent": update.percent,
        "is_done": update.is_done,
        "note": update.note,
        "file": update.file_name,
        "sha256": update.sha256,
        "values": {str(number): str(value) for number, value in progress.values.items()},
    }
