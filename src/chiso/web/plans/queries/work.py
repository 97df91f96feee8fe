"""Việc của tôi: what is due from a unit, or under a leader, in all plans that run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chiso.plans.status import DEFAULT_THRESHOLDS, Status
from chiso.web.directory.models import Agency, Membership, Person, Unit
from chiso.web.plans.access import may_record
from chiso.web.plans.models import Plan
from chiso.web.plans.queries.lines import StatusCount, TaskLine, count_statuses, task_lines
from chiso.web.plans.queries.plans import running_plans


class Urgency(StrEnum):
    """How soon something is to be done; the order is that of the page."""

    OVERDUE = "qua-han"
    SOON = "sap-den-han"
    THIS_PERIOD = "ky-nay"
    SILENT = "im-lang"
    LATER = "con-lai"
    DONE = "xong"


HEADINGS: dict[Urgency, Promise | str] = {
    Urgency.OVERDUE: _("Quá hạn"),
    Urgency.SOON: _("Sắp đến hạn, trong 7 ngày"),
    Urgency.THIS_PERIOD: _("Việc thường xuyên chưa có cập nhật trong kỳ này"),
    Urgency.SILENT: _("Lâu chưa có cập nhật"),
    Urgency.LATER: _("Còn lại, chưa đến hạn"),
    Urgency.DONE: _("Xong, hoặc kỳ này đã có cập nhật"),
}


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A task in one's work; is_lead: one's unit leads it, else it coordinates."""

    task: TaskLine
    is_lead: bool
    may_record: bool


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """Work of one urgency, led work before coordinated work, the nearest day first."""

    urgency: Urgency
    heading: Promise | str
    lines: tuple[WorkLine, ...]

    @property
    def led(self) -> tuple[WorkLine, ...]:
        """What the unit leads."""
        return tuple(line for line in self.lines if line.is_lead)

    @property
    def coordinated(self) -> tuple[WorkLine, ...]:
        """What other units lead and this one helps with."""
        return tuple(line for line in self.lines if not line.is_lead)


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose work is shown: that of a unit, that under the person signed in as leader, or everybody's."""

    unit: int | None = None
    leader_of_user: int | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """The whole page."""

    groups: tuple[WorkGroup, ...]
    counts: tuple[StatusCount, ...]
    task_count: int


def work_of(agency: Agency, membership: Membership, whose: Whose, today: date) -> Work:
    """Give all work in the agency's running plans that concerns a unit, a leader, or anybody."""
    running = running_plans(Plan.objects.filter(agency=agency))
    chosen = [line for line in task_lines(agency, today, plans=running) if _concerns(line, whose)]
    lines = [work_line(line, membership, whose) for line in chosen]
    groups = tuple(
        WorkGroup(
            urgency, HEADINGS[urgency], _ordered(line for line in lines if urgency_of(line.task, today) is urgency)
        )
        for urgency in Urgency
    )
    return Work(
        groups=tuple(group for group in groups if group.lines), counts=count_statuses(chosen), task_count=len(chosen)
    )


def work_line(line: TaskLine, membership: Membership, whose: Whose) -> WorkLine:
    """Tell what a task is to those whose work is shown."""
    return WorkLine(
        task=line,
        is_lead=whose.unit is None or line.answerable.is_led_by(whose.unit),
        may_record=may_record(membership, line.answerable),
    )


def is_in_charge(agency: Agency, user_id: int) -> bool:
    """Whether any component or task of an agency is in the charge of a person with that account."""
    people = Person.objects.filter(agency=agency, user=user_id)
    return people.filter(Q(components__isnull=False) | Q(tasks__isnull=False)).exists()


def units_of(agency: Agency) -> tuple[tuple[int, str], ...]:
    """Give the agency's own units for a choice, collectives such as "all rooms" left out."""
    return tuple(Unit.objects.filter(agency=agency, is_collective=False).values_list("pk", "name"))


def urgency_of(line: TaskLine, today: date) -> Urgency:
    """Decide how soon a task is to be done."""
    if line.is_standing:
        return Urgency.DONE if line.is_covered else Urgency.THIS_PERIOD
    if line.done_on is not None:
        return Urgency.DONE
    days_left = (line.due_on - today).days if line.due_on else None
    if days_left is not None and days_left < 0:
        return Urgency.OVERDUE
    if days_left is not None and days_left <= DEFAULT_THRESHOLDS.task_days:
        return Urgency.SOON
    return Urgency.SILENT if line.judgement.status.severity else Urgency.LATER


def _concerns(line: TaskLine, whose: Whose) -> bool:
    if whose.leader_of_user is not None:
        return line.answerable.leader_user == whose.leader_of_user
    return whose.unit is None or line.answerable.concerns(whose.unit)


_SEVERITY = {Status.NOT_MET: 0, Status.AT_RISK: 1}


def _ordered(lines: Iterable[WorkLine]) -> tuple[WorkLine, ...]:
    return tuple(
        sorted(
            lines,
            key=lambda each: (
                not each.is_lead,
                _SEVERITY.get(each.task.judgement.status, 2),
                each.task.due_on or date.max,
            ),
        )
    )
