"""What the cells of one row hold: tasks, who does them, and what merged cells of rows above go on with."""

from __future__ import annotations

import re

from chiso.documents import Block
from chiso.documents.letters import lettered
from chiso.documents.markers import split_marker
from chiso.plans.reading.assignments import labelled, put
from chiso.plans.reading.columns import Role, cell, cell_lines, cell_of_units
from chiso.plans.reading.drafts import AssignmentDraft
from chiso.plans.reading.passage import Passage, words
from chiso.plans.reading.tables_found import Table

CODE = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVXLC]+|[a-zđA-ZĐ])[.)]?$")
_ITEM = re.compile(r"[-–+•]\s")
_NEXT_ITEM = lettered(r"[.;]\s+(?=[-–+•]\s+[:upper:])")


def texts_of(number: int, row: Block, at: int) -> list[tuple[Passage, Passage | None]]:
    """The tasks in one cell, each with a number of its own: the whole of it, or its marked lines."""
    lines = [piece for line in cell_lines(row, number, at) for piece in _items(line)]
    marked = [(line, *split_marker(line.text)) for line in lines]
    listed = [each for each in marked if each[1]]
    if len(listed) < 2:  # noqa: PLR2004 (one marked line is the cell itself)
        whole = cell(row, number, at)
        marker, rest = split_marker(whole.text)
        return [(whole.part(len(whole.text) - len(rest)) if marker else whole, None)]
    texts: list[tuple[Passage, Passage | None]] = []
    for line, marker, rest in marked:
        if not marker and line.text.rstrip().endswith(":"):
            continue
        bare = marker.strip("()")
        own = Passage(bare, number, line.start + marker.find(bare)) if CODE.match(bare) else None
        texts.append((line.part(len(line.text) - len(rest)) if marker else line, own))
    return texts


def cell_of(table: Table, role: Role, number: int, row: Block) -> Passage | None:
    """The cell of a role; one merged over rows holds for all of them."""
    at = table.at(role)
    if at is None:
        return None
    here = (cell_of_units if role is Role.COORDINATING else cell)(row, number, at)
    if here:
        table.last[role] = here
        return here
    continues = at < len(row.merged) and row.merged[at]
    groups = at == 0 and not row.merged  # what stands leftmost sorts the rows
    return table.last.get(role) if continues or groups or _goes_on_without_marks(table, row) else None


def _goes_on_without_marks(table: Table, row: Block) -> bool:
    """Without marks of merging, a row that leaves its component open, or both lead and timing, goes on with the last."""
    if row.merged:
        return False
    at = table.at(Role.COMPONENT)
    if at is not None and table.at(Role.CONTENT) is not None and not row.cells[at]:
        return True
    asked = [at for role in (Role.LEAD, Role.TIMING) if (at := table.at(role)) is not None]
    return bool(asked) and not any(row.cells[at] for at in asked)


def assignment_of(table: Table, number: int, row: Block) -> AssignmentDraft:
    """Who a row's columns name."""
    draft = AssignmentDraft()
    for role in (Role.LEAD, Role.COORDINATING, Role.LEADER):
        value = cell_of(table, role, number, row)
        inside = labelled(value) if value and role is Role.LEAD else None
        if inside:
            draft.fill(inside)
        elif value and role is Role.LEAD:
            unit = value.trimmed(" ;,.:-")
            draft.lead = words(unit) if unit else None
        elif value:
            put(draft, role.value, value)
    return draft


def _items(line: Passage) -> list[Passage]:
    """The items of a list that a converter put on one line: `- Rà soát. - Báo cáo.`."""
    if not _ITEM.match(line.text):
        return [line]
    starts = [0, *(match.end() for match in _NEXT_ITEM.finditer(line.text))]
    return [line.part(a, b) for a, b in zip(starts, [*starts[1:], None], strict=True)]
