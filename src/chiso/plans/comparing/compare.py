"""Comparing two versions of a plan: draft and signed, last year's and this year's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chiso.plans.comparing import pairing
from chiso.plans.comparing.comparison import (
    ChangeKind,
    Comparison,
    ComponentChange,
    DutyChange,
    TaskChange,
)
from chiso.plans.comparing.fields import changes
from chiso.plans.plan import Component, Plan, ReportingRule, Task

_LISTS = frozenset({"components", "general_tasks", "reporting"})
_TASKS = frozenset({"tasks"})


@dataclass(frozen=True, slots=True)
class _Housed:
    """A task and the name of its component, None in the general work."""

    task: Task
    component: str | None


def compare(older: Plan, newer: Plan) -> Comparison:
    """What was added, dropped and changed from the older plan to the newer.

    Components are matched by name, tasks by their words: first inside a component, then over all of them, so that
    a task that went to another component is told as moved.
    """
    pairs, dropped, added = pairing.components(older.components, newer.components)
    return Comparison(
        head=tuple(changes(older, newer, without=_LISTS)),
        components=tuple(_components(older, newer, pairs, dropped, added)),
        tasks=tuple(_tasks(older, newer, pairs, dropped, added)),
        reporting=tuple(_duties(older.reporting, newer.reporting)),
    )


def _components(
    older: Plan, newer: Plan, pairs: list[tuple[int, int]], dropped: list[int], added: list[int]
) -> Iterator[ComponentChange]:
    for i, j in pairs:
        before, after = older.components[i], newer.components[j]
        found = tuple(changes(before, after, without=_TASKS))
        if found:
            yield ComponentChange(ChangeKind.CHANGED, before, after, found)
    yield from (ComponentChange(ChangeKind.DROPPED, before=older.components[i]) for i in dropped)
    yield from (ComponentChange(ChangeKind.ADDED, after=newer.components[j]) for j in added)


def _tasks(
    older: Plan, newer: Plan, pairs: list[tuple[int, int]], dropped: list[int], added: list[int]
) -> Iterator[TaskChange]:
    """The changes inside each pair of components and the general work; then what moved, went and came."""
    gone: list[_Housed] = [_Housed(t, older.components[i].name) for i in dropped for t in older.components[i].tasks]
    come: list[_Housed] = [_Housed(t, newer.components[j].name) for j in added for t in newer.components[j].tasks]
    houses: list[tuple[Component | None, Component | None]] = [
        (older.components[i], newer.components[j]) for i, j in pairs
    ]
    for before, after in [*houses, (None, None)]:
        first = before.tasks if before else older.general_tasks
        second = after.tasks if after else newer.general_tasks
        found, left, right = pairing.tasks(first, second)
        name = after.name if after else None
        yield from (change for i, j in found if (change := _changed(first[i], second[j], name)))
        gone += [_Housed(first[i], before.name if before else None) for i in left]
        come += [_Housed(second[j], name) for j in right]
    yield from _moves(gone, come)


def _changed(before: Task, after: Task, component: str | None) -> TaskChange | None:
    found = tuple(changes(before, after))
    return TaskChange(ChangeKind.CHANGED, component, before, after, found) if found else None


def _moves(gone: Sequence[_Housed], come: Sequence[_Housed]) -> Iterator[TaskChange]:
    found, left, right = pairing.tasks([each.task for each in gone], [each.task for each in come])
    for i, j in found:
        before, after = gone[i].task, come[j].task
        fields = tuple(changes(before, after))
        yield TaskChange(ChangeKind.MOVED, come[j].component, before, after, fields, gone[i].component or "")
    yield from (TaskChange(ChangeKind.DROPPED, gone[i].component, before=gone[i].task) for i in left)
    yield from (TaskChange(ChangeKind.ADDED, come[j].component, after=come[j].task) for j in right)


def _duties(older: Sequence[ReportingRule], newer: Sequence[ReportingRule]) -> Iterator[DutyChange]:
    found, left, right = pairing.duties(older, newer)
    for i, j in found:
        fields = tuple(changes(older[i], newer[j]))
        if fields:
            yield DutyChange(ChangeKind.CHANGED, older[i], newer[j], fields)
    yield from (DutyChange(ChangeKind.DROPPED, before=older[i]) for i in left)
    yield from (DutyChange(ChangeKind.ADDED, after=newer[j]) for j in right)
