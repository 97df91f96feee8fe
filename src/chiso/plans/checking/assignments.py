"""Checks of who leads, who coordinates, and who answers for a component as a whole."""

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
from chiso.units import UnitKind, UnitName, recognise

_WITH: Final = re.compile(
    r"[Cc]hủ trì,?\s+phối hợp với\s+(?P<unit>[^,.;:“]+?)\s+(?:trong|để|thực hiện|triển khai|xây dựng|tham mưu)"
)


def _leads(subject: Subject, component: int) -> tuple[str, ...]:
    """The units that lead tasks of a component, each once."""
    names = [task.assignment.lead for task in subject.components[component].tasks if task.assignment.lead]
    return tuple(unit.name for unit in recognise(names, agency=subject.agency))


def no_lead(subject: Subject) -> Iterator[Fact]:
    """Components for which no unit is named at all."""
    lacking = [
        place
        for place, component in enumerate(subject.components)
        if not component.assignment.lead and not _leads(subject, place)
    ]
    if lacking:
        told = listed([subject.named(place) for place in lacking])
        yield Fact(
            Text(f"Không đơn vị nào chủ trì: {told.vi}.", f"No unit leads: {told.en}."),
            tuple(place for each in lacking for place in subject.name_places(each)),
            component=lacking[0] if len(lacking) == 1 else None,
            given=subject.codes(lacking),
            key=tuple(subject.components[each].name for each in lacking),
        )


def split(subject: Subject) -> Iterator[Fact]:
    """Components whose tasks are led by several units while nobody answers for the whole."""
    divided = {
        place: leads
        for place, component in enumerate(subject.components)
        if not component.assignment.lead and len(leads := _leads(subject, place)) > 1
    }
    if divided:
        told = listed([f"{subject.codes([place])} ({'; '.join(leads)})" for place, leads in divided.items()])
        yield Fact(
            Text(
                f"Trách nhiệm chia cho nhiều đơn vị, không đơn vị nào chịu trách nhiệm chung về điểm của chỉ số: {told.vi}.",
                f"Several units share the work and none answers for the component's score as a whole: {told.en}.",
            ),
            tuple(place for each in divided for place in subject.name_places(each)),
            subject.places(
                *(
                    f"components/{c}/tasks/{t}/assignment/lead"
                    for c in divided
                    for t in range(len(subject.components[c].tasks))
                )
            ),
            component=next(iter(divided)) if len(divided) == 1 else None,
            given=subject.codes(divided),
            key=tuple(subject.components[each].name for each in divided),
        )


def two_leads(subject: Subject) -> Iterator[Fact]:
    """Assignments whose lead is two units at once."""
    yield from _odd_leads(
        subject,
        {path: name for path, name in _lead_names(subject) if name.parts and not _is_collective(name)},
        Text("Hai đơn vị cùng chủ trì", "Two units lead together"),
    )


def collective_lead(subject: Subject) -> Iterator[Fact]:
    """Assignments whose lead is "the rooms" without naming any."""
    yield from _odd_leads(
        subject,
        {path: name for path, name in _lead_names(subject) if _is_collective(name)},
        Text("Chủ trì là tập thể không nêu đích danh", "The lead is many units, none by name"),
    )


def _odd_leads(subject: Subject, odd: dict[str, UnitName], words: Text) -> Iterator[Fact]:
    if odd:
        names = list(dict.fromkeys(name.written for name in odd.values()))
        told, count = listed(quoted(names)), len(odd)
        yield Fact(
            Text(
                f"{words.vi}: {told.vi} ({count} chỗ); khi không đạt thì không rõ ai chịu trách nhiệm.",
                f"{words.en}: {told.en} ({count} times); nobody can be held to account.",
            ),
            subject.places(*(f"{path}/lead" for path in odd)),
            given=", ".join(names),
        )


def _lead_names(subject: Subject) -> Iterator[tuple[str, UnitName]]:
    for path, assignment in subject.assignments():
        if assignment.lead:
            yield path, parsed(subject, assignment.lead)


def _is_collective(name: UnitName) -> bool:
    return name.is_collective or any(part.is_collective for part in name.parts)


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
        "assignments.no_lead",
        Severity.WARNING,
        Text("Chỉ số không có đơn vị chủ trì", "Component without a lead"),
        Text("Không ai theo dõi thì không ai làm.", "What nobody follows nobody does."),
        Text("Chỉ số “Đất đai” chỉ có nhiệm vụ, không có phân công.", "“Đất đai” has tasks but no unit."),
        Text("Giao một đơn vị chủ trì.", "Name one unit to lead."),
        no_lead,
    ),
    CheckKind(
        "assignments.split",
        Severity.WARNING,
        Text("Không ai chịu trách nhiệm chung về chỉ số", "Nobody answers for the whole component"),
        Text(
            "Chỉ số được chấm một điểm chung, nên phải có một đầu mối cho cả chỉ số.",
            "A component has one score, so one unit has to answer for it.",
        ),
        Text("Nửa đầu giao phòng A, nửa sau giao phòng B.", "One half given to room A, the other to room B."),
        Text(
            "Chọn một đơn vị làm đầu mối chung, đơn vị kia phối hợp.",
            "Let one unit answer for all, the other coordinate.",
        ),
        split,
    ),
    CheckKind(
        "assignments.two_leads",
        Severity.WARNING,
        Text("Hai đơn vị cùng chủ trì", "Two leads"),
        Text("Mỗi việc chỉ nên có một đơn vị chủ trì.", "Each task should have one lead."),
        Text("“Đơn vị chủ trì: Văn phòng, Thanh tra”", "“Đơn vị chủ trì: Văn phòng, Thanh tra”"),
        Text("Để một đơn vị chủ trì, đơn vị kia phối hợp.", "Leave one as lead, the other coordinates."),
        two_leads,
    ),
    CheckKind(
        "assignments.collective_lead",
        Severity.WARNING,
        Text("Giao chung cho “các phòng, đơn vị”", "Lead without a name"),
        Text("Giao cho tất cả là không giao cho ai.", "Given to all is given to nobody."),
        Text(
            "“Các phòng chuyên môn: chấp hành nghiêm kỷ cương.”", "“Các phòng chuyên môn: chấp hành nghiêm kỷ cương.”"
        ),
        Text("Nêu đích danh đơn vị, hoặc giao một đơn vị đôn đốc.", "Name a unit, or one that sees to it."),
        collective_lead,
    ),
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
