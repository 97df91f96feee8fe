"""The page of a task: promises, progress, who may report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from textwrap import shorten
from typing import Final

from chiso.plans.status import Judgement
from chiso.web.directory.models import Agency, Membership
from chiso.web.plans.access import may_record
from chiso.web.plans.assignments import timing_of
from chiso.web.plans.models import Commitment, CommitmentValue, Component, ProgressUpdate, Task
from chiso.web.plans.queries.labels import plan_label
from chiso.web.plans.queries.lines import TaskLine, line_of
from chiso.web.plans.queries.plan import PlanHead, plan_head
from chiso.web.plans.states import is_frequency, judge_commitment

LONGEST_HEADING: Final = 120
SHORTENED: Final = 80


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A promised figure with its last reported value.

    is_frequency: a promise such as "6 tháng/lần", kept by the rhythm of updates; no value is asked for it
    """

    id: int
    text: str
    unit: str
    is_frequency: bool
    value: Decimal | None
    value_on: date | None
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """A progress update as the timeline shows it; values: the promise's words and the value."""

    id: int
    on: date
    at: datetime
    by: str
    unit: str
    percent: int | None
    is_done: bool
    note: str
    file_name: str
    sha256: str
    values: tuple[tuple[str, Decimal, str], ...]


@dataclass(frozen=True, slots=True)
class TaskPage:
    """All of a task's page but its forms."""

    line: TaskLine
    head: PlanHead
    commitments: tuple[CommitmentLine, ...]
    updates: tuple[UpdateLine, ...]
    timing_kind: str
    may_record: bool

    @property
    def asked(self) -> tuple[CommitmentLine, ...]:
        """The promises for which an update may give a value."""
        return tuple(each for each in self.commitments if not each.is_frequency)

    @property
    def short_text(self) -> str:
        """What the task is, in as many words as a heading takes."""
        text = " ".join(self.line.text.split())
        return text if len(text) <= LONGEST_HEADING else shorten(text, SHORTENED, placeholder="…")

    @property
    def is_shortened(self) -> bool:
        """Whether the heading says less than the task."""
        return self.short_text != " ".join(self.line.text.split())

    @property
    def inherits(self) -> str:
        """The components that say who answers or when, where the task does not."""
        who = self.line.answerable
        sources = (who.lead_from, who.coordinating_from, who.leader_from, self.line.timing_from)
        return "; ".join(dict.fromkeys(f"“{name}”" for name in sources if name))


def task_page(task: Task, agency: Agency, membership: Membership, today: date) -> TaskPage:
    """Give the page of a task that `access.task_of` has loaded."""
    line = line_of(task, today)
    values = CommitmentValue.objects.filter(update__task=task).select_related("update").order_by("update__on", "update")
    latest = {each.commitment_id: each for each in values}
    return TaskPage(
        line=line,
        head=plan_head(task.plan, agency),
        commitments=tuple(_commitment(each, latest, task, line, today) for each in task.commitments.all()),
        updates=_updates(task),
        timing_kind=timing_of(task)[0],
        may_record=may_record(membership, line.answerable),
    )


def other_components(agency: Agency) -> tuple[tuple[str, tuple[tuple[int, str], ...]], ...]:
    """Give all components of an agency's plans, plan by plan, for the choice of what a task counts for."""
    rows = (
        Component.objects.filter(plan__agency=agency)
        .select_related("plan")
        .order_by("-plan__year", "plan__family", "plan", "position")
    )
    plans: dict[str, list[tuple[int, str]]] = {}
    for row in rows:
        plans.setdefault(plan_label(row.plan), []).append((row.pk, f"{row.code} {row.name}".strip()))
    return tuple((label, tuple(components)) for label, components in plans.items())


def _commitment(
    row: Commitment, latest: Mapping[int, CommitmentValue], task: Task, line: TaskLine, today: date
) -> CommitmentLine:
    reported = latest.get(row.pk)
    frequency = is_frequency(row)
    value = reported.value if reported else None
    return CommitmentLine(
        id=row.pk,
        text=row.text,
        unit=row.unit,
        is_frequency=frequency,
        value=value,
        value_on=reported.update.on if reported else None,
        judgement=line.judgement if frequency else judge_commitment(row, value, task=task, on=today),
    )


def _updates(task: Task) -> tuple[UpdateLine, ...]:
    rows = ProgressUpdate.objects.filter(task=task).select_related("by", "unit").prefetch_related("values__commitment")
    return tuple(
        UpdateLine(
            id=row.pk,
            on=row.on,
            at=row.at,
            by=str(row.by or ""),
            unit=row.unit.name if row.unit else "",
            percent=row.percent,
            is_done=row.is_done,
            note=row.note,
            file_name=row.file_name,
            sha256=row.sha256,
            values=tuple((each.commitment.text, each.value, each.commitment.unit) for each in row.values.all()),
        )
        for row in rows
    )
