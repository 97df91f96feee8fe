"""Checks of who works on a component beside its lead, and of work that nobody is given."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from chiso.documents.document import Place
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject, TaskAt
from chiso.plans.checking.unit_names import covers, is_same_unit, parsed
from chiso.plans.checking.wordings import joined, listed, quoted
from chiso.plans.reading.words import folded
from chiso.problems import Text
from chiso.units import UnitKind

_WITH: Final = re.compile(
    r"[Cc]hủ trì,?\s+phối hợp với\s+(?P<unit>[^,.;:“]+?)\s+(?:trong|để|thực hiện|triển khai|xây dựng|tham mưu)"
)


def not_coordinating(subject: Subject) -> Iterator[Fact]:
    """Units with tasks in a component that are neither its lead nor among those who coordinate."""
    found: dict[str, list[tuple[int, TaskAt]]] = {}
    for task in subject.tasks:
        lead = parsed(subject, task.task.assignment.lead or "")
        if task.component is None or not lead.written or lead.parts or lead.is_collective:
            continue
        whole = subject.components[task.component].assignment
        named = [*([whole.lead] if whole.lead else []), *whole.coordinating]
        if whole.coordinating and not any(covers(parsed(subject, each), lead) for each in named):
            known = next((unit for unit in found if is_same_unit(parsed(subject, unit), lead)), lead.written)
            found.setdefault(known, []).append((task.component, task))
    if found:
        told = listed([f"{unit} ({subject.codes(dict.fromkeys(c for c, _ in at))})" for unit, at in found.items()])
        tasks = [task for at in found.values() for _, task in at]
        yield Fact(
            Text(
                f"Được giao việc nhưng không có tên trong phần chủ trì, phối hợp của chỉ số: {told.vi}.",
                f"Given tasks, but neither lead nor coordinating in the component: {told.en}.",
            ),
            subject.task_places(tasks),
            tuple(place for task in tasks for place in subject.places(f"components/{task.component}/assignment/lead")),
            given=", ".join(found),
            key=tuple(f"{unit}:{c}" for unit, at in found.items() for c, _ in at),
        )


def told_differently(subject: Subject) -> Iterator[Fact]:
    """The part on carrying out names another coordinating unit for a component than the component does."""
    for number, block in enumerate(subject.blocks):
        found = None if number in subject.component_blocks else _WITH.search(block.text)
        component = _spoken_of(subject, block.text) if found else None
        if found is None or component is None:
            continue
        whole = subject.components[component].assignment
        unit = parsed(subject, found["unit"])
        named = [parsed(subject, each) for each in (*whole.coordinating, *([whole.lead] if whole.lead else []))]
        if whole.coordinating and unit.kind is not UnitKind.UNSTATED and not any(covers(each, unit) for each in named):
            others = joined(quoted(whole.coordinating), "và")
            yield Fact(
                Text(
                    f"{subject.named(component)}: chỗ này giao phối hợp với {unit.written}, phân công của chỉ số lại ghi {others}.",
                    f"{subject.named(component)}: coordinated with {unit.written} here, with {others} in the component itself.",
                ),
                (Place(number, found.start(), found.end()),),
                subject.places(
                    *(f"components/{component}/assignment/coordinating/{n}" for n in range(len(whole.coordinating)))
                ),
                component=component,
                given=unit.written,
                expected=", ".join(whole.coordinating),
                key=(subject.named(component), unit.written),
            )


def _spoken_of(subject: Subject, text: str) -> int | None:
    """The one component whose name, or most of it, stands in quotation marks in a text."""
    named = [folded(words) for words in re.findall(r"“([^”]+)”", text)]
    fitting = [
        place
        for place, component in enumerate(subject.components)
        if any(
            words and (folded(component.name).startswith(words) or words.startswith(folded(component.name)))
            for words in named
        )
    ]
    return fitting[0] if len(fitting) == 1 else None


def task_without_unit(subject: Subject) -> Iterator[Fact]:
    """Tasks for which neither they nor their component name a lead, where other tasks have one."""
    lacking = [task for task in subject.tasks if not task.task.assignment.lead and not _component_lead(subject, task)]
    if lacking and len(lacking) < len(subject.tasks):
        yield Fact(
            Text(
                f"{len(lacking)}/{len(subject.tasks)} nhiệm vụ không giao cho đơn vị nào.",
                f"{len(lacking)} of {len(subject.tasks)} tasks are given to no unit.",
            ),
            subject.task_places(lacking),
            given=str(len(lacking)),
            expected="0",
            key=tuple(task.task.text[:60] for task in lacking),
        )


def _component_lead(subject: Subject, task: TaskAt) -> str | None:
    return None if task.component is None else subject.components[task.component].assignment.lead


CHECKS: Final = (
    CheckKind(
        "assignments.not_coordinating",
        Severity.WARNING,
        Text("Đơn vị làm việc mà không có tên phối hợp", "Unit that works but is nowhere named as coordinating"),
        Text(
            "Đơn vị có thể không biết mình tham gia chỉ số đó và không báo cáo.",
            "It may not know that it takes part, and will not report.",
        ),
        Text(
            "Chỉ số do Văn phòng chủ trì với phòng A, nhưng một nhiệm vụ giao phòng B.",
            "The office leads with room A, but a task is given to room B.",
        ),
        Text("Thêm đơn vị vào phần phối hợp của chỉ số.", "Add it to those who coordinate."),
        not_coordinating,
    ),
    CheckKind(
        "assignments.told_differently",
        Severity.WARNING,
        Text("Phân công ở hai phần khác nhau", "Assignment told differently in two parts"),
        Text(
            "Phần tổ chức thực hiện phải khớp phần phân công của từng chỉ số.",
            "The part on carrying out must agree with the assignment of each component.",
        ),
        Text(
            "Mục II ghi phối hợp với phòng A, mục III ghi với phòng B.",
            "Part II coordinates with room A, part III with room B.",
        ),
        Text("Thống nhất hai chỗ.", "Make both alike."),
        told_differently,
    ),
    CheckKind(
        "assignments.task_without_unit",
        Severity.WARNING,
        Text("Nhiệm vụ không giao cho đơn vị nào", "Task given to no unit"),
        Text("Nhiệm vụ không có người làm sẽ không ai báo cáo.", "A task without a unit will be reported by nobody."),
        Text("Phần nội dung nêu 10 việc, phụ lục chỉ phân công 7.", "The body has 10 tasks, the annex assigns 7."),
        Text("Bổ sung vào bảng phân công.", "Add them to the table of assignments."),
        task_without_unit,
    ),
)
