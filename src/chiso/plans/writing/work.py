"""Tasks: in the body where its lines can say all of them, from the first that they cannot on in the annex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from chiso.documents.writing import Annex, Column, Item, Row, Table
from chiso.plans.plan import Assignment, Component, Plan, Task
from chiso.plans.reading.assignments import clause
from chiso.plans.reading.component_names import is_group_title
from chiso.plans.reading.drafts import AssignmentDraft
from chiso.plans.reading.facets import facet_of
from chiso.plans.reading.passage import Passage
from chiso.plans.reading.tasks import task_of
from chiso.plans.writing.assignments import unit_heading

_NUMBER = Column("TT", 1.2, is_centred=True)
_TEXT = Column("Nội dung nhiệm vụ", 10.5)
_LEAD = Column("Đơn vị chủ trì", 4, is_centred=True)
_PARTNERS = Column("Đơn vị phối hợp", 4.3, is_centred=True)
_LEADER = Column("Lãnh đạo phụ trách", 3, is_centred=True)
_TIMING = Column("Thời gian thực hiện", 3.2, is_centred=True)
_NOTHING = "-"
_GENERAL = "Nhiệm vụ chung"
_NOBODY = Assignment()
_LONGEST_HEADING = 110  # longer words before a colon are a sentence, not the name of who leads


@dataclass(frozen=True, slots=True)
class Parted:
    """The tasks of a component or of the whole plan: those of the body, and those of the annex after them."""

    body: tuple[Task, ...]
    annex: tuple[Task, ...]


def parted(
    tasks: tuple[Task, ...], year: int | None, *, is_assigned: bool = False, all_in_annex: bool = False
) -> Parted:
    """Part the tasks, which keep their order; `is_assigned` where the whole component has an assignment of its own."""
    if all_in_annex:
        return Parted((), tasks)
    first = next((n for n, task in enumerate(tasks) if not _fits_body(task, year)), len(tasks))
    if not is_assigned and _seems_of_all(tasks[:first], year):
        first = 0
    return Parted(tasks[:first], tasks[first:])


def _seems_of_all(tasks: tuple[Task, ...], year: int | None) -> bool:
    """Whether the line of a unit and its partners would stand alone over the tasks, as if said of the whole component."""
    stated = [assignment for assignment, _ in groupby(tasks, lambda task: _stated(task, year))]
    return bool(stated and stated[0].lead and stated[0].coordinating and sum(each != _NOBODY for each in stated) == 1)


def _fits_body(task: Task, year: int | None) -> bool:
    """Whether a dash and the line of a unit over it say all that is known of the task."""
    own = _as_read(task.text, year)
    if task.code is not None or task.timing != own.timing or task.text.rstrip().endswith(":"):
        return False
    stated = _stated(task, year)
    if stated == _NOBODY:
        return True
    return (own.assignment == _NOBODY or stated != task.assignment) and _heading_says(stated)


def _stated(task: Task, year: int | None) -> Assignment:
    """The assignment that must be said beside the sentence: nobody where the sentence says it all itself.

    Where the sentence names the partners (`Chủ trì, phối hợp với …`), only the lead.
    """
    own = _as_read(task.text, year).assignment
    if task.assignment == own:
        return _NOBODY
    if own.lead is None and own.coordinating and own.coordinating == task.assignment.coordinating:
        return replace(task.assignment, coordinating=())
    return task.assignment


def _as_read(text: str, year: int | None) -> Task:
    """The task that a reader takes from the sentence alone."""
    draft = task_of(Passage(text, 0), year)
    timing = draft.timing.value if draft.timing else None
    return Task(text, assignment=_assigned(draft.assignment), timing=timing)


def _assigned(draft: AssignmentDraft) -> Assignment:
    lead = draft.lead.value if draft.lead else None
    return Assignment(lead, tuple(unit.value for unit in draft.coordinating))


def _heading_says(assignment: Assignment) -> bool:
    """Whether the line of a unit gives back the assignment."""
    if assignment.leader or not assignment.lead:
        return False
    heading = unit_heading(assignment).removesuffix(":")
    found = clause(Passage(heading, 0)) if len(heading) <= _LONGEST_HEADING else None
    return found is not None and found.is_whole and _assigned(found.assignment) == assignment


def lines(tasks: tuple[Task, ...], year: int | None) -> Iterator[Item]:
    """The tasks of the body: a dash each; those that a unit leads a plus each, under the unit's own line."""
    for assignment, together in groupby(tasks, lambda task: _stated(task, year)):
        if assignment == _NOBODY:
            yield from (Item(task.text) for task in together)
        else:
            yield Item(unit_heading(assignment))
            yield from (Item(task.text, level=2) for task in together)


def annex(
    plan: Plan, of_component: Iterable[tuple[Component, tuple[Task, ...]]], general: tuple[Task, ...]
) -> Annex | None:
    """The annex of tasks: a row of title for each component, then its tasks; the general ones last."""
    rows: list[Row] = []
    listed = [(component, tasks) for component, tasks in of_component if tasks]
    tasks = [task for _, each in listed for task in each] + list(general)
    if not tasks:
        return None
    has_leader = any(task.assignment.leader for task in tasks)
    for component, each in listed:
        rows.append(Row((component.code or "", _title(component.name)), is_title=True))
        rows += [_row(task, has_leader=has_leader) for task in each]
    if general:
        rows.append(Row(("", _GENERAL), is_title=True))
        rows += [_row(task, has_leader=has_leader) for task in general]
    columns = (_NUMBER, _TEXT, _LEAD, _PARTNERS, *((_LEADER,) if has_leader else ()), _TIMING)
    title = f"Danh mục nhiệm vụ {'' if plan.index.year is None else f'năm {plan.index.year}'}".strip()
    return Annex(title, (Table(columns, tuple(rows)),))


def _title(name: str) -> str:
    """A component's name in its row; in quotation marks where it could be taken for a heading of another kind."""
    return f"“{name}”" if facet_of(name) or is_group_title(name) else name


def _row(task: Task, *, has_leader: bool) -> Row:
    own = task.assignment
    timing = task.timing.text if task.timing else ""
    said = (own.lead or "", "; ".join(own.coordinating), *((own.leader or "",) if has_leader else ()), timing)
    if not any(said):
        said = (_NOTHING, *said[1:])
    return Row((task.code or "", task.text, *said))
