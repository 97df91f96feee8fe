"""Whose task it is: rights over single objects, beyond the table of roles and actions."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from chiso.web.accounts.permissions import ANY_UNIT, Action, may
from chiso.web.directory.models import Agency, Membership
from chiso.web.plans.assignments import Answerable
from chiso.web.plans.models import Component, Plan, ProgressUpdate, Task


def may_record(membership: Membership, answerable: Answerable) -> bool:
    """Whether a person may report on a task: the office on any, a unit on those that it leads or coordinates."""
    if not may(membership.role, Action.RECORD_PROGRESS):
        return False
    return membership.role in ANY_UNIT or answerable.concerns(membership.unit_id)


def plan_of(agency: Agency, plan_id: int) -> Plan:
    """Find a plan of the agency; Http404 for any other."""
    return get_object_or_404(Plan.objects.select_related("subject", "accepted_by"), agency=agency, pk=plan_id)


def component_of(agency: Agency, plan_id: int, component_id: int) -> Component:
    """Find a component of a plan of the agency; Http404 for any other."""
    return get_object_or_404(
        Component.objects.select_related("plan__subject", "lead", "leader").prefetch_related("coordinating", "scores"),
        plan__agency=agency,
        plan=plan_id,
        pk=component_id,
    )


def task_of(agency: Agency, task_id: int) -> Task:
    """Find a task of the agency with all that says who answers for it; Http404 for any other."""
    return get_object_or_404(
        Task.objects.select_related("plan__subject", "lead", "leader").prefetch_related(
            "coordinating",
            "commitments",
            "components__plan__subject",
            "components__lead",
            "components__leader",
            "components__coordinating",
        ),
        plan__agency=agency,
        pk=task_id,
    )


def update_of(agency: Agency, update_id: int) -> ProgressUpdate:
    """Find a progress update of the agency; Http404 for any other."""
    return get_object_or_404(ProgressUpdate, task__plan__agency=agency, pk=update_id)
