"""What the page of a comparison shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext

from chiso import plans
from chiso.plans.comparing import ChangeKind, Comparison, ComponentChange, DutyChange, TaskChange
from chiso.web.plans.comparisons.versions import Pair
from chiso.web.plans.comparisons.wording import (
    COMPONENT,
    DUTY,
    TASK,
    ChangeMark,
    Piece,
    ValueChange,
    mark_of,
    period_words,
    value_change,
)
from chiso.web.plans.importing.plan_form import PLAN

_WORDS = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """A task or reporting duty that was added, dropped, changed or moved; `pieces` where its own words changed."""

    mark: ChangeMark
    name: str
    changes: tuple[ValueChange, ...] = ()
    moved_from: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A component, the general work, the reporting or the document itself; `mark` of a component that came or went."""

    name: str
    mark: ChangeMark | None
    changes: tuple[ValueChange, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many of something were added, dropped, changed and moved, in the order of the marks."""

    name: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Two versions beside each other; `chosen` among the pairs that could be."""

    pairs: tuple[Pair, ...]
    chosen: Pair
    marks: tuple[ChangeMark, ...]
    counts: tuple[CountRow, ...]
    sections: tuple[Section, ...]


def comparison_page(pairs: tuple[Pair, ...], key: str) -> ComparisonPage:
    """The page of the pair of that key; of the first where there is none such."""
    chosen = next((pair for pair in pairs if pair.key == key), pairs[0])
    older, newer = chosen.older.load(), chosen.newer.load()
    found = plans.compare(older, newer)
    return ComparisonPage(
        pairs=pairs,
        chosen=chosen,
        marks=tuple(map(mark_of, ChangeKind)),
        counts=tuple(_counts(found)),
        sections=tuple(_sections(found, older, newer)),
    )


def _counts(found: Comparison) -> Iterator[CountRow]:
    groups: tuple[tuple[str, Iterable[ChangeKind]], ...] = (
        (gettext("Chỉ số thành phần"), (each.kind for each in found.components)),
        (gettext("Nhiệm vụ"), (each.kind for each in found.tasks)),
        (gettext("Kỳ báo cáo"), (each.kind for each in found.reporting)),
        (gettext("Thông tin văn bản, toàn chỉ số"), (ChangeKind.CHANGED for _ in found.head)),
    )
    for name, kinds in groups:
        number = Counter(kinds)
        yield CountRow(name, tuple(number[kind] for kind in ChangeKind))


def _sections(found: Comparison, older: plans.Plan, newer: plans.Plan) -> Iterator[Section]:
    """What differs, in the order of the newer plan; components that went come after those that stay."""
    if found.head:
        head = tuple(value_change(each, PLAN) for each in found.head)
        yield Section(gettext("Thông tin văn bản, toàn chỉ số"), None, head, ())
    own = {each.name: each for each in found.components}
    names = dict.fromkeys(component.name for plan in (newer, older) for component in plan.components)
    for name in names:
        if section := _component(own.get(name), name, [each for each in found.tasks if each.component == name]):
            yield section
    if general := tuple(_task(each) for each in found.tasks if each.component is None):
        yield Section(gettext("Nhiệm vụ chung"), None, (), general)
    if found.reporting:
        yield Section(gettext("Chế độ báo cáo"), None, (), tuple(_duty(each) for each in found.reporting))


def _component(change: ComponentChange | None, name: str, tasks: list[TaskChange]) -> Section | None:
    if change is None and not tasks:
        return None
    is_moved_in_or_out = change is not None and change.kind is not ChangeKind.CHANGED
    return Section(
        name=name,
        mark=mark_of(change.kind) if change is not None and is_moved_in_or_out else None,
        changes=tuple(value_change(each, COMPONENT) for each in change.fields) if change else (),
        entries=tuple(_task(each) for each in tasks),
    )


def _task(change: TaskChange) -> Entry:
    task = change.after or change.before
    words = next((value_change(each, TASK).pieces for each in change.fields if each.field == _WORDS), ())
    return Entry(
        mark=mark_of(change.kind),
        name=" ".join(filter(None, [task.code, task.text])) if task else "",
        changes=tuple(value_change(each, TASK) for each in change.fields if each.field != _WORDS),
        pieces=words,
        moved_from="" if change.moved_from is None else change.moved_from or gettext("Nhiệm vụ chung"),
    )


def _duty(change: DutyChange) -> Entry:
    rule = change.after or change.before
    return Entry(
        mark=mark_of(change.kind),
        name=period_words(rule.period.value) if rule else "",
        changes=tuple(value_change(each, DUTY) for each in change.fields),
    )
