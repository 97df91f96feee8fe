"""What the rows of a table are, by their figures and numbers: components, their criteria, work."""

from __future__ import annotations

from chiso.documents import Block
from chiso.plans.reading.columns import FIGURES, Role, cell
from chiso.plans.reading.passage import Passage
from chiso.plans.reading.tables_found import Table, habit_of
from chiso.plans.reading.words import folded

_LEAST_TOLD = 3  # filled cells of a row that is no heading


def code_of(table: Table, number: int, row: Block) -> Passage | None:
    """The number that a row carries in the column of numbers."""
    at = table.at(Role.NUMBER)
    code = cell(row, number, at).trimmed(" .)") if at is not None else None
    return code or None


def has_figures(table: Table, row: Block) -> bool:
    """Whether any column of figures is filled."""
    return any(text and column.role in FIGURES for text, column in zip(row.cells, table.columns, strict=False))


def habit_over_criteria(table: Table) -> str:
    """How components are numbered in a table that lists their criteria too, counted anew in each; else "".

    In a table of `I, 1, 2, II, 1` with figures in the rows I and II, those are the components.
    """
    codes = [(code.text, has_figures(table, row)) for n, row in table.rows if (code := code_of(table, n, row))]
    if not codes:
        return ""
    top = habit_of(codes[0][0])
    heads = [figures for code, figures in codes if habit_of(code) == top]
    below = [code for code, _ in codes if habit_of(code) != top]
    counts_anew = below.count(below[0]) > 1 or "." in below[0] if below else False
    return top if len(heads) > 1 and all(heads) and counts_anew else ""


def mixes_components_and_tasks(table: Table) -> bool:
    """Whether one column lists components, in rows with figures, and work, in rows with units or times alone."""
    asks = table.at(Role.LEAD) is not None or table.at(Role.TIMING) is not None
    if not (table.has_figures and asks) or table.at(Role.COMPONENT) is not None:
        return False
    told = [row for _, row in table.rows if sum(1 for text in row.cells if text) >= _LEAST_TOLD]
    return len({has_figures(table, row) for row in told}) > 1


def numbers_are_of_tasks(table: Table) -> bool:
    """Whether the column of numbers counts the tasks of a table that names the component of each beside it.

    Several rows of one component tell by having a number each or one together; else the order of columns and the
    figures of components do.
    """
    names_at, content_at = table.at(Role.COMPONENT), table.at(Role.CONTENT)
    if names_at is None or content_at is None:
        return False
    last_name, last_code = "", ""
    for number, row in table.rows:
        if not row.cells[content_at]:
            continue
        name, found = folded(row.cells[names_at]), code_of(table, number, row)
        code = found.text if found else ""
        if last_name and name in {"", last_name} and habit_of(code) in {"", habit_of(last_code)}:
            return bool(code) and code != last_code
        last_name, last_code = name or last_name, code
    return content_at < names_at and not table.has_figures
