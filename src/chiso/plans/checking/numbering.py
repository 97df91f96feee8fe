"""Checks of the numbers before headings, items and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.numbered import Numbered
from chiso.plans.checking.subject import Subject, TaskAt
from chiso.plans.checking.wordings import listed, quoted, shortened
from chiso.problems import Text


def repeated(subject: Subject) -> Iterator[Fact]:
    """A number that stood just before."""
    for each in subject.numbered:
        if each.before is not None and each.number.value == each.before.value:
            given, expected = (each.number.printed(each.number.value + more) for more in (0, 1))
            yield Fact(
                Text(
                    f"Số {given} được dùng hai lần; chỗ sau ({_told(subject, each)}) phải là {expected}.",
                    f"The number {given} is used twice; the second ({_told(subject, each)}) should be {expected}.",
                ),
                (subject.block_place(each.block),),
                given=given,
                expected=expected,
                key=(given, subject.blocks[each.block].text[:40]),
            )


def skipped(subject: Subject) -> Iterator[Fact]:
    """A number is left out."""
    for each in subject.numbered:
        before = each.before.value if each.before else 0
        if each.before is not None and each.number.value > before + 1:
            given, expected = (each.number.printed(value) for value in (each.number.value, before + 1))
            yield Fact(
                Text(
                    f"Sau {each.number.printed(before)} là {given}: thiếu {expected} ({_told(subject, each)}).",
                    f"After {each.number.printed(before)} comes {given}: {expected} is missing ({_told(subject, each)}).",
                ),
                (subject.block_place(each.block),),
                given=given,
                expected=expected,
                key=(given, expected, subject.blocks[each.block].text[:40]),
            )


def out_of_place(subject: Subject) -> Iterator[Fact]:
    """A number that belongs under another heading or goes backwards, or rows numbered unlike their neighbours."""
    for each in subject.numbered:
        is_backwards = each.before is not None and each.number.value < each.before.value
        if is_backwards or not each.has_parent:
            given = each.number.printed(each.number.value)
            yield Fact(
                Text(
                    f"Số {given} không đúng thứ tự ở chỗ này ({_told(subject, each)}).",
                    f"The number {given} is out of order here ({_told(subject, each)}).",
                ),
                (subject.block_place(each.block),),
                given=given,
                key=(given, subject.blocks[each.block].text[:40]),
            )
    yield from _unlike_rows(subject)


def _told(subject: Subject, each: Numbered) -> str:
    block = subject.blocks[each.block]
    return f"“{shortened(next((cell for cell in block.cells[1:] if cell), block.text), 50)}”"


def _unlike_rows(subject: Subject) -> Iterator[Fact]:
    """Rows of a component that lack its number before their own, where the other components' rows have it."""
    rows = [task for task in subject.tasks if _is_row(subject, task) and _code(subject, task)]
    unlike = [task for task in rows if not (task.task.code or "").startswith(f"{_code(subject, task)}.")]
    alike = {task.component for task in rows} - {task.component for task in unlike}
    if not unlike or len(alike) < len({task.component for task in unlike}):
        return
    expected = []
    for task in unlike:
        siblings = [row for row in rows if row.component == task.component]
        expected.append(f"{_code(subject, task)}.{siblings.index(task) + 1}")
    given = [task.task.code or "" for task in unlike]
    shown = listed([f"{code or '–'} → {wanted}" for code, wanted in zip(given, expected, strict=True)])
    yield Fact(
        Text(
            f"Số thứ tự trong bảng không theo cách đánh của các mục khác: {shown.vi}.",
            f"Rows are numbered unlike those of the other sections: {shown.en}.",
        ),
        subject.task_places(unlike),
        given=", ".join(quoted(given)),
        expected=", ".join(expected),
    )


def _is_row(subject: Subject, task: TaskAt) -> bool:
    return any(place.block in subject.is_in_table for place in subject.places(f"{task.path}/text"))


def _code(subject: Subject, task: TaskAt) -> str | None:
    return None if task.component is None else subject.components[task.component].code


CHECKS: Final = (
    CheckKind(
        "numbering.repeated",
        Severity.WARNING,
        Text("Đánh số trùng", "Number repeated"),
        Text(
            "Hai mục cùng số thì không dẫn chiếu được mục nào.",
            "Two sections of one number cannot be referred to.",
        ),
        Text("Mục 4.1, 4.2, 4.2.", "Sections 4.1, 4.2, 4.2."),
        Text("Đánh lại số từ chỗ trùng.", "Number anew from there."),
        repeated,
    ),
    CheckKind(
        "numbering.skipped",
        Severity.WARNING,
        Text("Đánh số nhảy cóc", "Number skipped"),
        Text(
            "Có thể thiếu một mục, hoặc một mục đã bị xóa mà chưa đánh lại số.",
            "A section may be missing, or was dropped without numbering anew.",
        ),
        Text("Mục 2.1, 2.3.", "Sections 2.1, 2.3."),
        Text("Bổ sung mục thiếu hoặc đánh lại số.", "Add what is missing or number anew."),
        skipped,
    ),
    CheckKind(
        "numbering.out_of_place",
        Severity.WARNING,
        Text("Số thứ tự sai chỗ", "Number out of place"),
        Text(
            "Số không theo mục trên nó hoặc không theo cách đánh của các mục cùng cấp.",
            "The number does not follow the heading above it, or is unlike those of its kind.",
        ),
        Text("Dưới mục 5 có tiểu mục 4.1.", "A section 4.1 under section 5."),
        Text("Đánh lại số theo mục trên.", "Number it after the section above."),
        out_of_place,
    ),
)
