"""Tables: annexes of tasks, tables of results and targets, tables of assignment, in any order of columns."""

from __future__ import annotations

import re

from chiso.documents import Block
from chiso.documents.letters import lettered
from chiso.documents.markers import split_marker
from chiso.plans.names import Names
from chiso.plans.reading.body import Body
from chiso.plans.reading.columns import FIGURES, Role, cell
from chiso.plans.reading.component_names import is_group_title, is_known, is_same, is_whole_index, named_in
from chiso.plans.reading.components import Site, can_head_tasks
from chiso.plans.reading.drafts import AssignmentDraft, ComponentDraft, PlanDraft, ScoreDraft, TaskDraft
from chiso.plans.reading.facets import facet_of
from chiso.plans.reading.passage import Passage, words
from chiso.plans.reading.plan_figures import note_figures
from chiso.plans.reading.scores import Context, settled, statements
from chiso.plans.reading.table_rows import CODE, assignment_of, cell_of, texts_of
from chiso.plans.reading.tables_found import Table, habit_of, is_of_plan, largest_habit, scale_over, tables_of
from chiso.plans.reading.tasks import task_of
from chiso.plans.reading.timings import timing_of

_NUMERAL = lettered(r"^[IVX]{1,4}(?=\s+[:upper:])")
_ALL_OF_THEM = re.compile(r"^(?:cả|tất cả|toàn bộ|chung|các (?:chỉ số|nội dung|lĩnh vực)|nhiều (?:chỉ số|nội dung))\b", re.IGNORECASE)
_EACH = re.compile(r"(?:từng|các|cho)\s+(?:chỉ số|tiêu chí|nội dung|lĩnh vực|trục)", re.IGNORECASE)


def read_tables(body: Body, draft: PlanDraft, sites: list[Site], names: Names) -> None:
    """Add what the tables hold to components and general tasks, and their components where the text has none."""
    for table in tables_of(body):
        if is_of_plan(table):
            TableReader(body, draft, sites, names, table).read()


class TableReader:
    """Reads the rows of one table in their order."""

    def __init__(self, body: Body, draft: PlanDraft, sites: list[Site], names: Names, table: Table) -> None:
        self._body = body
        self._draft = draft
        self._names = names
        self._table = table
        first = table.rows[0][0] if table.rows else 0
        around = next((site for site in sites if site.line.number <= first < site.line.end), None)
        self._around = around.draft if around else None
        table.component = self._around
        self._had_components = bool(draft.components)
        self._scale = scale_over(body, first)
        self._scale_of_whole = scale_over(body, first, of_whole=True)
        self._over = self._habit_over_criteria()
        self._is_mixed = self._mixes_components_and_tasks()
        self._assumed = set() if self._had_components or self._is_mixed else self._assumed_components()

    def read(self) -> None:
        """Read every row."""
        for number, row in self._table.rows:
            if not any(row.cells):
                continue
            if self._heading(number, row):
                continue
            if self._is_criterion(number, row):
                self._task_row(number, row)
            elif self._is_task_below(number, row):
                self._tasks(number, row, self._name_column(), self._code(number, row))
            elif self._is_mixed:
                (self._component_row if self._has_figures(row) else self._task_row)(number, row)
            elif self._table.at(Role.COMPONENT) is not None or self._rows_are_components():
                self._component_row(number, row)
            else:
                self._task_row(number, row)
        self._drop_only_group()

    def _drop_only_group(self) -> None:
        """One heading over all components tells none apart."""
        groups = {component.group and component.group.value for component in self._draft.components}
        if not self._had_components and len(groups) == 1:
            for component in self._draft.components:
                component.group = None

    def _is_task_below(self, number: int, row: Block) -> bool:
        """Whether a row of a column that names components is work of the one above: 1.1 without figures under 1."""
        code, above = self._code(number, row), self._table.component
        if code is None or above is None or above.code is None or self._table.at(Role.CONTENT) is not None:
            return False
        return code.text.startswith(f"{above.code.value}.") and not self._has_figures(row)

    def _habit_over_criteria(self) -> str:
        """How components are numbered in a table that lists their criteria too, counted anew in each; else "".

        In a table of `I, 1, 2, II, 1` with figures in the rows I and II, those are the components.
        """
        codes = [(code.text, self._has_figures(row)) for n, row in self._table.rows if (code := self._code(n, row))]
        if not codes:
            return ""
        top = habit_of(codes[0][0])
        heads = [has_figures for code, has_figures in codes if habit_of(code) == top]
        below = [code for code, _ in codes if habit_of(code) != top]
        counts_anew = below.count(below[0]) > 1 or "." in below[0] if below else False
        return top if len(heads) > 1 and all(heads) and counts_anew else ""

    def _is_criterion(self, number: int, row: Block) -> bool:
        """Whether a row is one of the criteria of the component above it."""
        code = self._code(number, row)
        if not self._over or not code or habit_of(code.text) == self._over:
            return False
        return self._table.at(Role.CONTENT) is not None or self._has_figures(row)

    def _has_figures(self, row: Block) -> bool:
        """Whether any column of figures is filled."""
        cells = zip(row.cells, self._table.columns, strict=False)
        return any(text and column.role in FIGURES for text, column in cells)

    def _mixes_components_and_tasks(self) -> bool:
        """Whether one column lists components, in rows with figures, and work, in rows with units or times alone."""
        table = self._table
        asks = table.at(Role.LEAD) is not None or table.at(Role.TIMING) is not None
        if not (table.has_figures and asks) or self._around is not None or table.at(Role.COMPONENT) is not None:
            return False
        told = [row for _, row in table.rows if sum(1 for text in row.cells if text) > 2]  # noqa: PLR2004 (no headings)
        return len({self._has_figures(row) for row in told}) > 1

    def _rows_are_components(self) -> bool:
        """Whether a table with figures but no column of components lists components in its content column."""
        return (self._table.has_figures and self._around is None and self._table.at(Role.LEAD) is None) or (
            self._table.has_figures and self._around is None and self._table.at(Role.TIMING) is None
        )

    def _name_column(self) -> int:
        at = self._table.at(Role.COMPONENT)
        return at if at is not None else self._table.at(Role.CONTENT) or 0

    def _assumed_components(self) -> set[int]:
        """The rows that head the tasks of an annex where nothing else names the plan's components."""
        heads = [
            (n, *self._title_and_code(n, row, at))
            for n, row in self._table.rows
            if (at := self._title_at(row)) is not None
        ]
        with_tasks = [
            each
            for each, after in zip(heads, [*heads[1:], None], strict=False)
            if after is None or after[0] > each[0] + 1
        ]
        return largest_habit(
            [(n, code.text if code else "") for n, title, code in with_tasks if can_head_tasks(title.text)]
        )

    def _title_and_code(self, number: int, row: Block, title_at: int) -> tuple[Passage, Passage | None]:
        title = cell(row, number, title_at)
        code_at = self._table.at(Role.NUMBER)
        code = cell(row, number, code_at).trimmed(" .)") if code_at is not None and code_at != title_at else None
        marker, rest = split_marker(title.text)
        if marker and not code:
            return title.part(len(title.text) - len(rest)), Passage(marker, number, title.start)
        numeral = _NUMERAL.match(title.text)
        if numeral and not code:
            return title.part(numeral.end()), title.group(numeral)
        return title, code

    def _heading(self, number: int, row: Block) -> bool:
        """Whether the row only names a part or a component for the rows after it."""
        title_at = self._title_at(row)
        if title_at is None:
            return False
        title, code = self._title_and_code(number, row, title_at)
        self._table.last.clear()
        self._open(title, code, number in self._assumed or self._is_component_heading(title, code))
        return True

    def _title_at(self, row: Block) -> int | None:
        """The one filled cell beside the number, where the row is a heading."""
        number_at = self._table.at(Role.NUMBER)
        filled = [n for n, text in enumerate(row.cells) if text and n != number_at]
        if number_at is not None and not filled and row.cells[number_at] and not CODE.match(row.cells[number_at]):
            return number_at  # a heading merged over the whole row
        if len(filled) != 1 or any(row.merged):
            return None
        column = self._table.columns[filled[0]].role
        if column not in {Role.CONTENT, Role.COMPONENT, Role.NUMBER} and filled[0] > 1:
            return None
        if "\n" in row.cells[filled[0]]:
            return None
        needed = self._table.at(Role.LEAD) is not None or self._table.at(Role.TIMING) is not None or row.bold
        return filled[0] if needed or self._table.has_figures else None

    def _is_component_heading(self, title: Passage, code: Passage | None) -> bool:
        if facet_of(title.text) is not None and not is_known(title.text, self._names, self._body.framework):
            return False
        named = named_in(title, self._names, self._body.framework)
        if not named or is_group_title(title.text):
            return False
        if self._match(named.name.text, code) is not None:
            return True
        if self._had_components:
            return False
        return named.is_explicit or named.is_known or self._table.heads_are_components

    def _open(self, title: Passage, code: Passage | None, is_component: bool) -> None:  # noqa: FBT001 (told by the caller's own test)
        """Make a heading's component or part the current one."""
        table = self._table
        if not is_component:
            table.component = self._around
            table.group = words(title.trimmed(" .;:")) if is_group_title(title.text) else None
            table.heads_are_components = bool(_EACH.search(title.text))
            return
        table.component = self._component(title, code)
        named = named_in(title, self._names, self._body.framework)
        if named and named.rest:
            context = Context(self._body.plan_year)
            baseline, target = settled(statements(named.rest, context), context)
            table.component.baseline.fill(baseline)
            table.component.target.fill(target)

    def _component(self, title: Passage, code: Passage | None) -> ComponentDraft:
        """The component of that name, a new one where the plan has none yet."""
        named = named_in(title, self._names, self._body.framework)
        name = named.name if named else title.trimmed(" .;:")
        known = self._match(name.text, code)
        if known is not None:
            return known
        component = ComponentDraft(name=words(name), code=words(code) if code else None, group=self._table.group)
        self._draft.components.append(component)
        return component

    def _match(self, name: str, code: Passage | None) -> ComponentDraft | None:
        exact = (c for c in self._draft.components if is_same(c.name.value, name))
        found = next(exact, None)
        if found or not code:
            return found
        same_code = (c for c in self._draft.components if c.code and c.code.value == code.text)
        return next((c for c in same_code if is_same(c.name.value, name, same_code=True)), None)

    def _code(self, number: int, row: Block) -> Passage | None:
        at = self._table.at(Role.NUMBER)
        code = cell(row, number, at).trimmed(" .)") if at is not None else None
        return code or None

    def _component_row(self, number: int, row: Block) -> None:
        """A row that names its component, with figures, assignment, timing and perhaps tasks."""
        at = self._name_column()
        name = cell(row, number, at)
        code = self._code(number, row)
        marker, rest = split_marker(name.text)
        if marker and code is None:
            code, name = Passage(marker, number, name.start), name.part(len(name.text) - len(rest))
        content_at = self._table.at(Role.CONTENT)
        has_tasks = content_at is not None and content_at != at
        if name and is_whole_index(name.text):
            self._note_whole(number, row)
            return
        sorts_tasks = has_tasks and content_at is not None and content_at < at
        if name and _ALL_OF_THEM.match(name.text):
            self._table.component = None
        elif name and not is_group_title(name.text):
            self._table.component = self._component(name, None if sorts_tasks else code)
            if not any(row.merged):
                self._table.last.clear()
        component = self._table.component
        if sorts_tasks and content_at is not None:
            self._tasks(number, row, content_at, code)
            return
        if component is None:
            return
        note_figures(component.baseline, component.target, self._table.columns, number, row, self._body.plan_year)
        for score in (component.baseline, component.target):
            if self._scale is not None and "score" in score.values:
                score.put("scale", self._scale)
        if has_tasks and content_at is not None and row.cells[content_at]:
            self._tasks(number, row, content_at, code=None)
            return
        component.assignment.fill(assignment_of(self._table, number, row))
        timing = cell_of(self._table, Role.TIMING, number, row)
        component.timing = component.timing or (timing_of(timing, self._body.plan_year) if timing else None)

    def _note_whole(self, number: int, row: Block) -> None:
        """A row of totals gives the whole index where the text does not."""
        baseline, target = ScoreDraft(), ScoreDraft()
        note_figures(baseline, target, self._table.columns, number, row, self._body.plan_year)
        for own, found in ((self._draft.baseline, baseline), (self._draft.target, target)):
            if self._scale_of_whole is not None and "score" in found.values:
                found.put("scale", self._scale_of_whole)
            if "score" not in own.values:
                own.fill(found)

    def _task_row(self, number: int, row: Block) -> None:
        at = self._table.at(Role.CONTENT)
        if at is None or not row.cells[at]:
            return
        self._tasks(number, row, at, self._code(number, row))

    def _tasks(self, number: int, row: Block, at: int, code: Passage | None) -> None:
        """The tasks in one cell: the whole of it, or each of its marked lines."""
        assignment = assignment_of(self._table, number, row)
        timing = cell_of(self._table, Role.TIMING, number, row)
        for text, own in texts_of(number, row, at):
            task = task_of(text, self._body.plan_year)
            task.assignment = _copied(assignment) if assignment else task.assignment
            task.timing = (timing_of(timing, self._body.plan_year) if timing else None) or task.timing
            mark = own or code
            task.code = words(mark) if mark else None
            self._place(task)

    def _place(self, task: TaskDraft) -> None:
        component = self._table.component
        (component.tasks if component else self._draft.general_tasks).append(task)


def _copied(draft: AssignmentDraft) -> AssignmentDraft:
    return AssignmentDraft(draft.lead, list(draft.coordinating), draft.leader)
