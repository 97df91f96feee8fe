"""The tables of a document with what their columns hold, and the names and scales that they give."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from chiso.documents import Block, BlockKind
from chiso.plans.names import ComponentName, Names
from chiso.plans.reading.body import Body
from chiso.plans.reading.column_contents import told_by_cells
from chiso.plans.reading.columns import Column, Role, cell, columns_of, head_rows
from chiso.plans.reading.component_names import is_group_title, is_rank_row, is_whole_index, named_in
from chiso.plans.reading.drafts import ComponentDraft
from chiso.plans.reading.figures import NUMBER, number
from chiso.plans.reading.passage import Noted, Passage
from chiso.plans.reading.signature import is_signature_row

_SCALE = re.compile(rf"thang(?:\s+điểm)?\s*(?:là|:)?\s*(?P<scale>{NUMBER})", re.IGNORECASE)
_SCALE_OF_WHOLE = re.compile(rf"\btổng(?: hợp| điểm| số)?\b[^.;,]{{0,50}}{_SCALE.pattern}", re.IGNORECASE)
_FIGURES = {Role.SCORE, Role.RANK, Role.BAND, Role.SCALE}


@dataclass(slots=True)
class Table:
    """One table while it is read: its columns, and the component and cells that hold for the next rows."""

    columns: list[Column]
    rows: list[tuple[int, Block]]
    component: ComponentDraft | None = None
    group: Noted[str] | None = None
    heads_are_components: bool = False
    last: dict[Role, Passage] = field(default_factory=dict)

    def at(self, role: Role) -> int | None:
        """The first column with a role."""
        return next((n for n, column in enumerate(self.columns) if column.role is role), None)

    @property
    def has_figures(self) -> bool:
        """Whether any column tells results or targets."""
        return any(column.role in _FIGURES - {Role.SCALE} for column in self.columns)


def names_with_tables(body: Body, names: Names) -> Names:
    """The names known, with those that the document's own tables list in a column of components."""
    listed: list[ComponentName] = []
    for table in tables_of(body):
        at = _names_at(table)
        if at is None or not is_of_plan(table):
            continue
        cells = (cell(row, number, at) for number, row in table.rows if row.cells[at])
        found = (named_in(name, names, body.framework) for name in cells if not _is_total(name.text))
        listed += [ComponentName(each.name.text) for each in found if each and not is_group_title(each.name.text)]
    if not listed:
        return names
    known = names.components.get(body.framework or "", ())
    return replace(names, components={**names.components, body.framework or "": (*known, *listed)})


def _is_total(name: str) -> bool:
    return is_whole_index(name) or is_rank_row(name)


def _names_at(table: Table) -> int | None:
    """The column that lists components: named so, or of contents beside figures alone."""
    at = table.at(Role.COMPONENT)
    is_work = table.at(Role.LEAD) is not None or table.at(Role.TIMING) is not None
    return table.at(Role.CONTENT) if at is None and table.has_figures and not is_work else at


def tables_of(body: Body) -> list[Table]:
    """Every table of the body, signature blocks laid out as tables left out."""
    tables: list[Table] = []
    at, blocks = body.start, body.document.blocks
    while at < len(blocks):
        end = at + 1
        if blocks[at].kind is BlockKind.ROW and not is_signature_row(body.document, at):
            while end < len(blocks) and blocks[end].table == blocks[at].table:
                end += 1
            rows = [(n, blocks[n]) for n in range(at, end)]
            heads = head_rows([row for _, row in rows])
            told = columns_of([row for _, row in rows[:heads]], body.plan_year)
            columns = told_by_cells(told, [row for _, row in rows[heads:]])
            again = rows[0][1].cells  # a head printed anew at the top of a page
            tables.append(Table(columns, [(n, row) for n, row in rows[heads:] if row.cells != again]))
        at = end
    return tables


def largest_habit(heads: list[tuple[int, str]]) -> set[int]:
    """The rows, given with their codes, that share the most common way of numbering; none where that is one alone."""
    groups: dict[str, list[int]] = defaultdict(list)
    if [code for _, code in heads[:2]] in (["1", "II"], ["l", "II"]):  # how a scan reads I
        heads = [(heads[0][0], "I"), *heads[1:]]
    for row, code in heads:
        groups[habit_of(code)].append(row)
    largest = max(groups.values(), key=len, default=[])
    return set(largest) if len(largest) > 1 else set()


def habit_of(code: str) -> str:
    """How a row is numbered: "" without number, else "roman", "letter" or how many numbers its code joins."""
    if not code:
        return ""
    if re.fullmatch(r"[IVXLC]+", code):
        return "roman"
    return "letter" if code.isalpha() else f"decimal{code.count('.') + 1}"


def is_of_plan(table: Table) -> bool:
    """Whether the columns are those of work, results or assignment."""
    has_names = table.at(Role.CONTENT) is not None or table.at(Role.COMPONENT) is not None
    telling = {Role.LEAD, Role.COORDINATING, Role.TIMING, Role.SCORE, Role.RANK, Role.PRODUCT, Role.LEADER, Role.SCALE}
    return has_names and any(column.role in telling for column in table.columns)


def scale_over(body: Body, first: int, *, of_whole: bool = False) -> Noted[object] | None:
    """The scale that a line over the table names (`thang điểm 10`), or that it names for the total."""
    pattern = _SCALE_OF_WHOLE if of_whole else _SCALE
    for at in range(first - 1, max(first - 8, -1), -1):
        block = body.document.blocks[at]
        found = scale_in(Passage(block.text, at), pattern) if block.kind is not BlockKind.ROW else None
        if found:
            return found
    return None


def scale_in(words: Passage, pattern: re.Pattern[str] = _SCALE) -> Noted[object] | None:
    """The scale that the words name: `(thang điểm 10)`."""
    match = pattern.search(words.text)
    return Noted(number(match["scale"]), (words.group(match, "scale").place,)) if match else None
