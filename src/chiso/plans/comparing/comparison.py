"""What differs between two versions of a plan, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from chiso.plans.plan import Component, ReportingRule, Task


class ChangeKind(StrEnum):
    """What became of a part of the older plan."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One value before and after; `field` is its path in the JSON of the part, such as `target/score`."""

    field: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class TaskChange:
    """A task added, dropped, changed, or moved to another component (changed or not).

    component: the name of the newer component that holds it, of the older one where it was dropped; None in the general work
    moved_from: of a moved task the older component's name, "" for the general work
    """

    kind: ChangeKind
    component: str | None
    before: Task | None = None
    after: Task | None = None
    fields: tuple[FieldChange, ...] = ()
    moved_from: str | None = None


@dataclass(frozen=True, slots=True)
class ComponentChange:
    """A component added, dropped or changed; its own fields, without its tasks."""

    kind: ChangeKind
    before: Component | None = None
    after: Component | None = None
    fields: tuple[FieldChange, ...] = ()

    @property
    def name(self) -> str:
        """The newer name, the older one where the component was dropped."""
        component = self.after or self.before
        return component.name if component else ""


@dataclass(frozen=True, slots=True)
class DutyChange:
    """A reporting duty added, dropped or changed."""

    kind: ChangeKind
    before: ReportingRule | None = None
    after: ReportingRule | None = None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs: the head and the whole index by field, then components, tasks and reporting duties."""

    head: tuple[FieldChange, ...] = ()
    components: tuple[ComponentChange, ...] = ()
    tasks: tuple[TaskChange, ...] = ()
    reporting: tuple[DutyChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.head or self.components or self.tasks or self.reporting)
