"""Checks of who leads, who coordinates, and who answers for a component as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.unit_names import parsed
from chiso.plans.checking.wordings import listed, quoted
from chiso.problems import Text
from chiso.units import UnitName

_AND_ANOTHER: Final = re.compile(
    r"(?:,| và)\s+(?:Công an|Thanh tra|Phòng(?!,? chống)|Chi cục|Trung tâm|Trạm|Hội|Kho bạc|Bảo hiểm xã hội)\b"
)
"""Where a second unit begins that the names of units do not part: the police and the inspectorate of a district."""


def no_lead(subject: Subject) -> Iterator[Fact]:
    """Components for which no unit is named at all."""
    lacking = [
        place
        for place, component in enumerate(subject.components)
        if not component.assignment.lead and not subject.dividing_units[place]
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
    divided = {place: units for place, units in enumerate(subject.dividing_units) if len(units) > 1}
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
        {path: name for path, name in _lead_names(subject) if _is_several(name) and not _is_collective(name)},
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


def _is_several(name: UnitName) -> bool:
    return bool(name.parts or _AND_ANOTHER.search(name.written))


def _is_collective(name: UnitName) -> bool:
    return name.is_collective or any(part.is_collective for part in name.parts)


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
)
