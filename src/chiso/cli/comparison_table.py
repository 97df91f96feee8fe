"""A comparison of two plans as a table on a terminal, in the language of the command line."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from chiso.cli.comparison_words import KINDS, duty_in_words, field_in_words, said, value_in_words
from chiso.plans.comparing import ChangeKind, Comparison, ComponentChange, DutyChange, FieldChange, TaskChange
from chiso.problems import Text

_HEADS = (Text("Ở đâu", "Where"), Text("Thay đổi", "Change"), Text("Trước", "Before"), Text("Sau", "After"))
_SAME = Text("Hai bản như nhau.", "The two versions are the same.")
_DOCUMENT = Text("Văn bản", "Document")
_GENERAL = Text("Nhiệm vụ chung", "General work")
_LONGEST_TASK = 60

_Row = tuple[str, str, str, str]


def print_comparison(found: Comparison) -> None:
    """Print all changes, one value a row."""
    console = Console()
    if not found:
        console.print(said(_SAME))
        return
    table = Table(*(said(head) for head in _HEADS))
    for row in _rows(found):
        table.add_row(*(escape(words) for words in row))
    console.print(table, highlight=False)


def _rows(found: Comparison) -> Iterator[_Row]:
    yield from _fields(said(_DOCUMENT), found.head)
    for component in found.components:
        yield from _component(component)
    for task in found.tasks:
        yield from _task(task)
    for duty in found.reporting:
        yield from _duty(duty)


def _fields(where: str, changes: tuple[FieldChange, ...]) -> Iterator[_Row]:
    for change in changes:
        yield where, field_in_words(change.field), value_in_words(change.before), value_in_words(change.after)


def _component(change: ComponentChange) -> Iterator[_Row]:
    yield from _fields(change.name, change.fields)
    if change.kind is not ChangeKind.CHANGED:
        before = change.before.name if change.before else ""
        yield change.name, said(KINDS[change.kind]), before, change.after.name if change.after else ""


def _task(change: TaskChange) -> Iterator[_Row]:
    where = change.component or said(_GENERAL)
    before = change.before.text if change.before else ""
    after = change.after.text if change.after else ""
    if change.kind is ChangeKind.MOVED:
        before = f"{change.moved_from or said(_GENERAL)}: {_short(before)}"
    if change.kind is not ChangeKind.CHANGED:
        yield where, said(KINDS[change.kind]), before, after
    yield from _fields(f"{where}: {_short(after)}", change.fields)


def _duty(change: DutyChange) -> Iterator[_Row]:
    rule = change.after or change.before
    where = duty_in_words(rule) if rule else ""
    yield from _fields(where, change.fields)
    if change.kind is not ChangeKind.CHANGED:
        yield where, said(KINDS[change.kind]), "", ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TASK else f"{text[:_LONGEST_TASK].rstrip()}…"
