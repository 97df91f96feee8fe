"""Tables: annexes of tasks, tables of results and targets, tables of assignment, in any order of columns."""

from __future__ import annotations

import re

from chiso.documents import Block
from chiso.documents.letters import lettered
from chiso.documents.markers import split_marker
from chiso.plans.names import Names
from chiso.plans.reading.body import Body
from chiso.plans.reading.columns import Role, cell, ranks_of
from chiso.plans.reading.component_names import is_group_title, is_known, is_rank_row, is_same, is_whole_index, named_in
from chiso.plans.reading.component_siblings import can_head_tasks
from chiso.plans.reading.components import Site
from chiso.plans.reading.drafts import ComponentDraft, PlanDraft, ScoreDraft, TaskDraft
from chiso.plans.reading.facets import facet_of
from chiso.plans.reading.passage import Passage, words
from chiso.plans.reading.plan_figures import note_figures
from chiso.plans.reading.scores import Context, settled, statements
from chiso.plans.reading.table_kinds import (
    code_of,
    habit_over_criteria,
    has_figures,
    mixes_components_and_tasks,
    numbers_are_of_tasks,
)
from chiso.plans.reading.table_matrix import read_matrix
from chiso.plans.reading.table_rows import CODE, assignment_of, cell_of, texts_of
from chiso.plans.reading.tables_found import Table, habit_of, is_of_plan, largest_habit, scale_in, scale_over, tables_of
from chiso.plans.reading.tasks import task_of
from chiso.plans.reading.timings import timing_of

_NUMERAL = lettered(r"^[IVX]{1,4}(?=\s+[:upper:])")
_ALL_OF_THEM = re.compile(
    r"^(?:cả|tất cả|toàn bộ|chung|các (?:chỉ số|nội dung|lĩnh vực)|nhiều (?:chỉ số|nội dung))\b", re.IGNORECASE
)
_EACH = re.compile(r"(?:từng|các|cho)\s+(?:chỉ số|tiêu chí|nội dung|lĩnh vực|trục)", re.IGNORECASE)


def read_tables(body: Body, draft: PlanDraft, sites: list[Site], names: Names) -> None:
    """Add what the tables hold to components and general tasks, and their components where the text has none."""
    for table in tables_of(body):
        if draft.components and read_matrix(body, draft, table):
            continue
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
        self._counts_tasks = numbers_are_of_tasks(table)
        self._over = habit_over_criteria(table)
        self._is_mixed = self._around is None and mixes_components_and_tasks(table)
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
                self._tasks(number, row, self._name_column(), code_of(self._table, number, row))
            elif self._is_mixed:
                (self._component_row if has_figures(self._table, row) else self._task_row)(number, row)
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
        code, above = code_of(self._table, number, row), self._table.component
        if code is None or above is None or above.code is None or self._table.at(Role.CONTENT) is not None:
            return False
        return code.text.startswith(f"{above.code.value}.") and not has_figures(self._table, row)

    def _is_criterion(self, number: int, row: Block) -> bool:
        """Whether a row is one of the criteria of the component above it."""
        code = code_of(self._table, number, row)
        if not self._over or not code or habit_of(code.text) == self._over:
            return False
        return self._table.at(Role.CONTENT) is not None or has_figures(self._table, row)

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
            known.code = known.code or (words(code) if code and self._table.at(Role.CONTENT) is not None else None)
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

    def _component_row(self, number: int, row: Block) -> None:
        """A row that names its component, with figures, assignment, timing and perhaps tasks."""
        at = self._name_column()
        name = cell(row, number, at)
        code = code_of(self._table, number, row)
        marker, rest = split_marker(name.text)
        if marker and code is None:
            code, name = Passage(marker, number, name.start), name.part(len(name.text) - len(rest))
        if name and (is_whole_index(name.text) or is_rank_row(name.text)):
            self._note_whole(number, row, name)
            return
        if name and _ALL_OF_THEM.match(name.text):
            self._table.component = None
        elif name and not is_group_title(name.text):
            self._table.component = self._component(name, None if self._counts_tasks else code)
            if not any(row.merged):
                self._table.last.clear()
        content_at = self._table.at(Role.CONTENT)
        if self._table.component is not None:
            self._note_figures(self._table.component, number, row)
        if content_at is not None and content_at != at and row.cells[content_at]:
            self._tasks(number, row, content_at, code if self._counts_tasks else None)
        elif self._table.component is not None:
            self._note_duty(self._table.component, number, row)

    def _note_figures(self, component: ComponentDraft, number: int, row: Block) -> None:
        """Figures of a component's row."""
        note_figures(component.baseline, component.target, self._table.columns, number, row, self._body.plan_year)
        for score in (component.baseline, component.target):
            if self._scale is not None and "score" in score.values:
                score.put("scale", self._scale)

    def _note_duty(self, component: ComponentDraft, number: int, row: Block) -> None:
        """Who answers for a component, and by when, in a row without tasks."""
        component.assignment.fill(assignment_of(self._table, number, row))
        timing = cell_of(self._table, Role.TIMING, number, row)
        component.timing = component.timing or (timing_of(timing, self._body.plan_year) if timing else None)

    def _note_whole(self, number: int, row: Block, name: Passage) -> None:
        """A row of totals, or of ranks under it, gives the whole index where the text does not."""
        baseline, target = ScoreDraft(), ScoreDraft()
        of_ranks = is_rank_row(name.text)
        columns = ranks_of(self._table.columns) if of_ranks else self._table.columns
        note_figures(baseline, target, columns, number, row, self._body.plan_year)
        context = Context(self._body.plan_year)
        told_baseline, told_target = settled(statements(name, context), context)
        baseline.fill(told_baseline)
        target.fill(told_target)
        named = scale_in(name)
        scale = named or self._scale_of_whole
        for own, found in ((self._draft.baseline, baseline), (self._draft.target, target)):
            if scale is not None and "score" in found.values:
                found.put("scale", scale)
            if named and "score" in found.values and "score" not in own.values:
                own.values.pop("scale", None)
            if (
                "score" not in own.values
                or (of_ranks and "rank" not in own.values)
                or ("score" in found.values and own.values["score"].value == found.values["score"].value)
            ):
                own.fill(found)

    def _task_row(self, number: int, row: Block) -> None:
        at = self._table.at(Role.CONTENT)
        if at is None or not row.cells[at]:
            return
        self._tasks(number, row, at, code_of(self._table, number, row))

    def _tasks(self, number: int, row: Block, at: int, code: Passage | None) -> None:
        """The tasks in one cell: the whole of it, or each of its marked lines."""
        assignment = assignment_of(self._table, number, row)
        timing = cell_of(self._table, Role.TIMING, number, row)
        for text, own in texts_of(number, row, at):
            task = task_of(text, self._body.plan_year)
            task.assignment = assignment.copy() if assignment else task.assignment
            task.timing = (timing_of(timing, self._body.plan_year) if timing else None) or task.timing
            mark = own or code
            task.code = words(mark) if mark else None
            self._place(task)

    def _place(self, task: TaskDraft) -> None:
        component = self._table.component
        (component.tasks if component else self._draft.general_tasks).append(task)
