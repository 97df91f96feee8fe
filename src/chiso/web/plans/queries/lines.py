"""Tasks as lines of a list: what is to be done, by whom, by when, and how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet
from django.utils.translation import get_language

from chiso.periods import Period
from chiso.plans.status import Judgement, Status
from chiso.web.directory.models import Agency
from chiso.web.plans.assignments import Answerable, answerable_for, timing_of
from chiso.web.plans.models import ProgressUpdate, Task
from chiso.web.plans.queries.labels import plan_label
from chiso.web.plans.states import judge_task, last_day_of, rhythm_of


@dataclass(frozen=True, slots=True)
class Home:
    """A component that a task counts for."""

    id: int
    plan_id: int
    plan: str
    name: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    """One task with its state on a day.

    due_on:     the last day that counts as on time, None where there is none
    period:     of a standing duty the running period, else None
    is_covered: a standing duty has an update in the running period
    """

    id: int
    plan_id: int
    plan: str
    code: str
    text: str
    search_key: str
    homes: tuple[Home, ...]
    answerable: Answerable
    timing_text: str
    timing_from: str
    due_on: date | None
    done_on: date | None
    percent: int | None
    updated_on: date | None
    period: Period | None
    is_covered: bool
    judgement: Judgement

    @property
    def is_standing(self) -> bool:
        """Whether it is a standing duty, which is never done for good."""
        return self.period is not None

    @property
    def period_label(self) -> str:
        """The running period of a standing duty, "" of any other task."""
        return self.period.label(get_language() or "vi") if self.period else ""


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many tasks are in a status."""

    status: Status
    count: int


def task_lines(agency: Agency, today: date, *, plans: Iterable[int]) -> tuple[TaskLine, ...]:
    """Give the tasks of some plans of an agency, those counted there from other plans too, each once, in their order."""
    wanted = list(plans)
    tasks = Task.objects.filter(plan__agency=agency)
    rows = tasks.filter(plan__in=wanted) | tasks.filter(components__plan__in=wanted)
    return tuple(line_of(task, today) for task in loaded(rows.distinct().order_by("plan__year", "plan", "position")))


def line_of(task: Task, today: date) -> TaskLine:
    """Make the line of a task that `loaded` has loaded."""
    kind, words, timing_from = timing_of(task)
    rhythm = rhythm_of(kind, task.due_on)
    period = Period.at(rhythm, min(today, last_day_of(task.plan))) if rhythm else None
    covered = period is not None and any(period.start <= each.on < period.end for each in task.updates.all())
    return TaskLine(
        id=task.pk,
        plan_id=task.plan_id,
        plan=plan_label(task.plan),
        code=task.code,
        text=task.text,
        search_key=task.search_key,
        homes=tuple(Home(each.pk, each.plan_id, plan_label(each.plan), each.name) for each in task.components.all()),
        answerable=answerable_for(task),
        timing_text=words,
        timing_from=timing_from,
        due_on=task.due_on,
        done_on=task.done_on,
        percent=task.percent,
        updated_on=task.updated_on,
        period=period,
        is_covered=covered,
        judgement=judge_task(task, kind, today),
    )


def loaded(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """Fetch with tasks all that a line shows, in a number of statements that does not depend on how many they are."""
    updates = ProgressUpdate.objects.only("task_id", "on").order_by("on")
    return tasks.select_related("plan__subject", "lead", "leader").prefetch_related(
        "coordinating",
        "components__plan__subject",
        "components__lead",
        "components__leader",
        "components__coordinating",
        Prefetch("updates", queryset=updates),
    )


def count_statuses(lines: Iterable[TaskLine]) -> tuple[StatusCount, ...]:
    """Count each task once, in the order of `Status`, those without any left out."""
    counts = Counter(line.judgement.status for line in lines)
    return tuple(StatusCount(status, counts[status]) for status in Status if counts[status])
