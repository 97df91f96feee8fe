"""Checks of references to components and indices."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from chiso.documents.document import Place
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject, TaskAt
from chiso.plans.checking.wordings import joined, shortened
from chiso.plans.reading.words import bare
from chiso.problems import Text

_NAMED: Final = re.compile(
    r"\b(?:chỉ số(?: thành phần| nội dung)?|(?:điểm|kết quả|thứ hạng)(?: của)? (?:lĩnh vực|nội dung|tiêu chí))\s*[“\"]?\s*(?P<name>[^.;:”\"\d]{6,80})",
    re.IGNORECASE,
)
_NAMING: Final = ("hỉ số", "lĩnh vực", "nội dung", "tiêu chí")
_LEAST_SYLLABLES: Final = 3
_INDICES: Final = ("DDCI", "PCI", "PAR INDEX", "PAPI", "SIPAS")
_WRITTEN: Final = {index: re.compile(rf"\b{'[ -]?'.join(index.split())}\b") for index in _INDICES}
_IN_FULL: Final = {
    "PCI": ("năng lực cạnh tranh cấp tỉnh",),
    "DDCI": ("năng lực cạnh tranh cấp sở", "năng lực cạnh tranh các sở"),
    "PAPI": ("hiệu quả quản trị và hành chính công", "hiệu quả quản trị hành chính công"),
    "PAR INDEX": ("chỉ số cải cách hành chính",),
}
_MARKS: Final = (
    "DDCI",
    "PCI",
    "INDEX",
    "PAPI",
    "SIPAS",
    "ăng lực cạnh tranh",
    "ành chính công",
    "hỉ số cải cách hành chính",
)
"""What a text that names an index must hold; looked for first, for speed."""
_RAISES: Final = re.compile(r"\b(?:nâng cao|cải thiện|nâng điểm|nâng hạng|tăng điểm|tăng hạng)\b", re.IGNORECASE)
_PART_OF: Final = {("SIPAS", "PAR INDEX"), ("DDCI", "PCI"), ("PCI", "DDCI")}


def other_component(subject: Subject) -> Iterator[Fact]:
    """A task that names another component than the one it stands under."""
    names = [_names(subject, place) for place in range(len(subject.components))]
    for task in subject.tasks:
        is_naming = task.component is not None and any(word in task.task.text for word in _NAMING)
        for found in _NAMED.finditer(task.task.text) if is_naming else ():
            words = bare(found["name"])
            fitting = [place for place, known in enumerate(names) if any(words.startswith(name) for name in known)]
            if not fitting or task.component in fitting or _names_own(words, names[task.component or 0]):
                continue
            other = fitting[0]
            yield Fact(
                Text(
                    f"Nhiệm vụ của {subject.named(task.component)} lại dẫn chỉ số {subject.named(other)}: "
                    f"“{shortened(found.group(), 60)}”.",
                    f"A task of {subject.named(task.component)} names {subject.named(other)}: "
                    f"“{shortened(found.group(), 60)}”.",
                ),
                _place(subject, task, found),
                subject.name_places(task.component),
                component=task.component,
                task=task.index,
                given=subject.components[other].name,
                expected=subject.components[task.component or 0].name,
                key=(subject.components[other].name, task.task.text[:60]),
            )


def _names(subject: Subject, component: int) -> tuple[str, ...]:
    """The names by which a component may be referred to, without accents."""
    named = subject.components[component].name
    node = subject.edition.find_node(named) if subject.edition else None
    known = {bare(name) for name in (named, *(node.names if node else ()))}
    return tuple(name for name in known if len(name.split()) >= _LEAST_SYLLABLES)


def _names_own(words: str, own: tuple[str, ...]) -> bool:
    return any(name in words for name in own)


def other_index(subject: Subject) -> Iterator[Fact]:
    """A component's task that names only another index than the plan's."""
    framework = subject.plan.index.framework
    if framework not in _INDICES:
        return
    others = [name for name in _INDICES if name not in (framework, *subject.plan.other_indices)]
    tasks = [task for task in subject.tasks if any(mark in task.task.text for mark in _MARKS)]
    yield from _besides(tasks, subject, framework, others)
    for task in tasks:
        text = task.task.text
        named = [name for name in others if _mentions(text, name) and (name, framework) not in _PART_OF]
        if task.component is not None and named and not _mentions(text, framework):
            yield Fact(
                Text(
                    f"Kế hoạch về {framework}, nhưng nhiệm vụ này nói về {', '.join(named)}.",
                    f"The plan is about {framework}, but this task is about {', '.join(named)}.",
                ),
                subject.task_places([task]),
                component=task.component,
                task=task.index,
                given=", ".join(named),
                expected=framework,
                key=(*named, text[:60]),
            )


def _besides(tasks: Sequence[TaskAt], subject: Subject, framework: str, others: Sequence[str]) -> Iterator[Fact]:
    """General tasks that are to raise other indices as well."""
    found = {
        task.path: (task, named)
        for task in tasks
        if task.component is None and _RAISES.search(task.task.text)
        if (named := [name for name in others if (name, framework) not in _PART_OF and _mentions(task.task.text, name)])
    }
    if found:
        named = list(dict.fromkeys(name for _, names in found.values() for name in names))
        yield Fact(
            Text(
                f"{len(found)} nhiệm vụ chung của kế hoạch {framework} nhằm nâng cả {joined(named, 'và')}: "
                "kết quả của chỉ số khác không tính ở đây.",
                f"{len(found)} general tasks of this {framework} plan are to raise {joined(named, 'and')} as well, "
                "which does not count here.",
            ),
            subject.task_places([task for task, _ in found.values()]),
            given=", ".join(named),
            expected=framework,
            key=(*named, "general"),
            severity=Severity.NOTE,
        )


def _mentions(text: str, index: str) -> bool:
    return bool(_WRITTEN[index].search(text)) or any(name in text.lower() for name in _IN_FULL.get(index, ()))


def _place(subject: Subject, task: TaskAt, found: re.Match[str]) -> tuple[Place, ...]:
    for place in subject.task_places([task]):
        start = subject.blocks[place.block].text.find(found.group())
        if start >= 0:
            return (Place(place.block, start, start + len(found.group())),)
    return subject.task_places([task])


CHECKS: Final = (
    CheckKind(
        "references.other_component",
        Severity.ERROR,
        Text("Dẫn nhầm chỉ số thành phần", "Another component is named"),
        Text("Thường do chép từ mục khác mà quên sửa tên.", "Mostly copied from another part and not changed."),
        Text(
            "Dưới “Đất đai” có việc “nâng cao chỉ số Gia nhập thị trường”.",
            "Under “Đất đai”: “nâng cao chỉ số Gia nhập thị trường”.",
        ),
        Text("Sửa tên chỉ số, hoặc chuyển nhiệm vụ về đúng chỗ.", "Correct the name, or move the task."),
        other_component,
    ),
    CheckKind(
        "references.other_index",
        Severity.WARNING,
        Text("Dẫn nhầm bộ chỉ số", "Another index is named"),
        Text(
            "Nhiệm vụ của bộ chỉ số khác không góp vào điểm của kế hoạch này.",
            "Work on another index does not count here.",
        ),
        Text("Kế hoạch PAPI có việc “nâng điểm PCI”.", "A PAPI plan with work “to raise PCI”."),
        Text("Sửa tên bộ chỉ số, hoặc bỏ nhiệm vụ.", "Correct the index, or leave the task out."),
        other_index,
    ),
)
