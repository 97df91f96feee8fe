"""The components and tasks that units answer for, as the directory's pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from chiso.web.directory.duties import Duty, DutyKind
from chiso.web.directory.models import Agency
from chiso.web.plans.models import Component, Plan
from chiso.web.plans.queries.labels import plan_label
from chiso.web.plans.queries.lines import TaskLine, task_lines


def unit_duties(agency: Agency, today: date) -> Iterable[Duty]:
    """The duties in all plans of an agency."""
    plans = [plan.pk for plan in Plan.objects.filter(agency=agency).only("pk")]
    components = Component.objects.filter(plan__in=plans).select_related("plan").prefetch_related("coordinating")
    yield from (_of_component(component, agency) for component in components.order_by("plan", "position"))
    yield from (_of_task(line, agency) for line in task_lines(agency, today, plans=plans))


def _of_component(component: Component, agency: Agency) -> Duty:
    return Duty(
        kind=DutyKind.COMPONENT,
        text=component.name,
        plan=plan_label(component.plan),
        address=reverse("plans:component", args=[agency.slug, component.plan_id, component.pk]),
        lead_id=component.lead_id,
        coordinating_ids=frozenset(unit.pk for unit in component.coordinating.all()),
    )


def _of_task(line: TaskLine, agency: Agency) -> Duty:
    return Duty(
        kind=DutyKind.TASK,
        text=line.text,
        plan=line.plan,
        address=reverse("plans:task", args=[agency.slug, line.id]),
        lead_id=line.answerable.lead.id if line.answerable.lead else None,
        coordinating_ids=frozenset(unit.id for unit in line.answerable.coordinating),
        judgement=line.judgement,
        is_open=line.done_on is None,
    )
