"""Who answers for a task: as the task says, else as its component says.

Works on loaded rows: `task.components` and `coordinating` must be prefetched where many tasks are asked for.
"""

from __future__ import annotations

from dataclasses import dataclass

from chiso.web.directory.models import Person, Unit
from chiso.web.plans.models import Component, Task


@dataclass(frozen=True, slots=True)
class Named:
    """A unit or a person by number and name."""

    id: int
    name: str
    is_collective: bool = False


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who leads, coordinates and is in charge; `…_from` names the component that says it, "" where the task does.

    leader_user: the account of the leader in charge
    """

    lead: Named | None = None
    lead_from: str = ""
    coordinating: tuple[Named, ...] = ()
    coordinating_from: str = ""
    leader: Named | None = None
    leader_from: str = ""
    leader_user: int | None = None

    def is_led_by(self, unit_id: int | None) -> bool:
        """Whether a unit leads, by itself or as one of a collective such as "all rooms"."""
        return self.lead is not None and (self.lead.is_collective or self.lead.id == unit_id)

    def is_coordinated_by(self, unit_id: int | None) -> bool:
        """Whether a unit coordinates, by itself or as one of a collective, and does not lead."""
        named = any(each.is_collective or each.id == unit_id for each in self.coordinating)
        return named and not self.is_led_by(unit_id)

    def concerns(self, unit_id: int | None) -> bool:
        """Whether a unit leads or coordinates."""
        return self.is_led_by(unit_id) or self.is_coordinated_by(unit_id)


def answerable_for(task: Task) -> Answerable:
    """Who answers for a task.

    A task that names no lead and no coordinating unit takes both from its components, those of its own plan first;
    one that names a lead has the coordinating units that it names. The leader in charge comes from the component
    wherever the task names none.
    """
    components = _own_plan_first(task)
    lead, lead_from = task.lead, ""
    coordinating, coordinating_from = list(task.coordinating.all()), ""
    if lead is None and (source := next((each for each in components if each.lead), None)):
        lead, lead_from = source.lead, source.name
    if task.lead is None and not coordinating:
        coordinating, coordinating_from = _inherited_coordinating(components)
    leader, leader_from = task.leader, ""
    if leader is None and (source := next((each for each in components if each.leader), None)):
        leader, leader_from = source.leader, source.name
    return Answerable(
        lead=named(lead) if lead else None,
        lead_from=lead_from,
        coordinating=tuple(named(unit) for unit in coordinating),
        coordinating_from=coordinating_from,
        leader=named(leader) if leader else None,
        leader_from=leader_from,
        leader_user=leader.user_id if leader else None,
    )


def timing_of(task: Task) -> tuple[str, str, str]:
    """Give kind and words of a task's timing, and the component that says them ("" where the task does)."""
    if task.timing_kind or task.timing_text or task.due_on:
        return task.timing_kind, task.timing_text, ""
    source = next((each for each in _own_plan_first(task) if each.timing_kind or each.timing_text), None)
    return (source.timing_kind, source.timing_text, source.name) if source else ("", "", "")


def named(who: Unit | Person) -> Named:
    """Take number and name of a unit or person."""
    return Named(id=who.pk, name=who.name, is_collective=isinstance(who, Unit) and who.is_collective)


def _own_plan_first(task: Task) -> list[Component]:
    return sorted(task.components.all(), key=lambda each: (each.plan_id != task.plan_id, each.plan_id, each.position))


def _inherited_coordinating(components: list[Component]) -> tuple[list[Unit], str]:
    for component in components:
        if units := list(component.coordinating.all()):
            return units, component.name
    return [], ""
