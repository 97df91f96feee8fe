"""Tables turned on their side: a column for each component, rows of figures, leaders and units."""

from __future__ import annotations

import re

from chiso.documents import Block
from chiso.documents.markers import split_marker
from chiso.plans.reading.assignments import put
from chiso.plans.reading.body import Body
from chiso.plans.reading.columns import FIGURES, Column, Role, cell, columns_of
from chiso.plans.reading.component_names import is_same
from chiso.plans.reading.drafts import ComponentDraft, PlanDraft
from chiso.plans.reading.passage import Noted, words
from chiso.plans.reading.plan_figures import note_figures
from chiso.plans.reading.tables_found import Table, scale_over
from chiso.plans.reading.units import looks_like_unit

_LEADS = re.compile(r"^(?:C|CT|ĐM|chủ trì|đầu mối|x)$", re.IGNORECASE)
_COORDINATES = re.compile(r"^(?:P|PH|phối hợp|o)$", re.IGNORECASE)
_LEAST_COLUMNS = 3


def read_matrix(body: Body, draft: PlanDraft, table: Table) -> bool:
    """Whether the heads of a table are components of the plan; what its rows say of them is kept."""
    if not table.rows:
        return False
    columns = _components(draft, table)
    if len(columns) < _LEAST_COLUMNS:
        return False
    scale = scale_over(body, table.rows[0][0] - 1)
    for number, row in table.rows:
        for at, component in columns.items():
            if at < len(row.cells) and row.cells[at]:
                _note(component, row, number, at, body.plan_year)
    for component in columns.values():
        for score in (component.baseline, component.target):
            if scale is not None and "score" in score.values:
                score.put("scale", scale)
    return True


def _components(draft: PlanDraft, table: Table) -> dict[int, ComponentDraft]:
    """The component that each column is about, by the column's head."""
    found: dict[int, ComponentDraft] = {}
    for at, column in enumerate(table.columns[1:], start=1):
        name = split_marker(column.head)[1] or column.head
        named = next((c for c in draft.components if is_same(c.name.value, name)), None)
        if named:
            found[at] = named
    return found


def _note(component: ComponentDraft, row: Block, number: int, at: int, plan_year: int | None) -> None:
    """What one cell says of its component, by the words at the head of its row."""
    column = columns_of([Block(row.kind, row.cells[0], cells=row.cells[:1])], plan_year)[0]
    value = cell(row, number, at)
    if column.role in FIGURES:
        columns = [*[Column(Role.ASIDE, "")] * at, column]
        note_figures(component.baseline, component.target, columns, number, row, plan_year)
    elif column.role is Role.LEADER:
        put(component.assignment, "leader", value)
    elif looks_like_unit(row.cells[0]):
        unit: Noted[str] = words(cell(row, number, 0))
        if _LEADS.match(value.text):
            component.assignment.lead = component.assignment.lead or unit
        elif _COORDINATES.match(value.text):
            component.assignment.coordinating.append(unit)
