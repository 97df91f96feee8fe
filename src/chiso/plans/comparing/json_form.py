"""A comparison as a JSON object."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from chiso.plans.comparing.comparison import Comparison, ComponentChange, DutyChange, FieldChange, TaskChange

Json = dict[str, Any]


def comparison_to_json(comparison: Comparison) -> Json:
    """`{"head", "components", "tasks", "reporting"}`, each a list of changes; fields by their paths, before and after."""
    return {
        "head": _fields(comparison.head),
        "components": [_component(change) for change in comparison.components],
        "tasks": [_task(change) for change in comparison.tasks],
        "reporting": [_duty(change) for change in comparison.reporting],
    }


def _fields(changes: tuple[FieldChange, ...]) -> list[Json]:
    return [asdict(change) for change in changes]


def _component(change: ComponentChange) -> Json:
    return {"change": change.kind, "name": change.name, "fields": _fields(change.fields)}


def _task(change: TaskChange) -> Json:
    return {
        "change": change.kind,
        "component": change.component,
        "moved_from": change.moved_from,
        "before": change.before.text if change.before else None,
        "after": change.after.text if change.after else None,
        "fields": _fields(change.fields),
    }


def _duty(change: DutyChange) -> Json:
    rule = change.after or change.before
    return {"change": change.kind, "period": rule.period if rule else None, "fields": _fields(change.fields)}
