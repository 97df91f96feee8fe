"""Checks of what is said twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chiso.documents.document import BlockKind
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity, task_label
from chiso.plans.checking.likeness import alike_groups
from chiso.plans.checking.numbers import ordinal
from chiso.plans.checking.subject import Subject, TaskAt
from chiso.plans.checking.wordings import listed, quoted, shortened
from chiso.problems import Text

_LONG_ITEM: Final = 12


def same_task(subject: Subject) -> Iterator[Fact]:
    """The same task several times, in one component or over several."""
    for tasks in subject.same_tasks:
        if _is_body_and_annex(subject, tasks):
            continue
        components = dict.fromkeys(task.component for task in tasks)
        where = _where(subject, list(components))
        advice = (
            Text("nên gộp thành một", "make it one")
            if len(components) == 1
            else Text(
                "nên để thành một nhiệm vụ tính chung cho các chỉ số này", "make it one task that counts for them all"
            )
        )
        first = shortened(tasks[0].task.text, 120)
        yield Fact(
            Text(
                f"Nhiệm vụ “{first}” có {len(tasks)} lần ({where.vi}): {advice.vi}.",
                f"The task “{first}” stands {len(tasks)} times ({where.en}): {advice.en}.",
            ),
            subject.task_places(tasks),
            component=next(iter(components)) if len(components) == 1 else None,
            given=str(len(tasks)),
            expected="1",
            key=tuple(task.task.text for task in tasks),
        )


def body_and_annex(subject: Subject) -> Iterator[Fact]:
    """Tasks that stand in the body and again in the annex, where they would be counted twice."""
    pairs = [tasks for tasks in subject.same_tasks if _is_body_and_annex(subject, tasks)]
    if pairs:
        told = listed(quoted(shortened(task_label(tasks[-1].task), 60) for tasks in pairs), most=3)
        yield Fact(
            Text(
                f"{len(pairs)} nhiệm vụ vừa có trong kế hoạch vừa có trong phụ lục: {told.vi}. Chỉ nên theo dõi một lần.",
                f"{len(pairs)} tasks stand both in the plan and in its annex: {told.en}. Follow each once.",
            ),
            tuple(place for tasks in pairs for place in subject.task_places(tasks)),
            given=str(len(pairs)),
            key=tuple(tasks[-1].task.text[:60] for tasks in pairs),
        )


def _where(subject: Subject, components: list[int | None]) -> Text:
    codes = subject.codes(place for place in components if place is not None)
    general = Text("phần chung", "the general part") if None in components else None
    joined_vi = ", ".join(each for each in (general and general.vi, codes) if each)
    return Text(joined_vi, ", ".join(each for each in (general and general.en, codes) if each))


def _is_body_and_annex(subject: Subject, tasks: list[TaskAt]) -> bool:
    """Whether one stands in the body and one in a table, which often repeats the body on purpose."""
    is_row = {any(p.block in subject.is_in_table for p in subject.task_places([task])) for task in tasks}
    return len(tasks) == 2 and is_row == {True, False}  # noqa: PLR2004 (one of each)


def same_requirement(subject: Subject) -> Iterator[Fact]:
    """Dashed items under one heading, outside the components, that say the same."""
    for items in _lists(subject):
        for group in alike_groups([subject.blocks[number].text for number in items]):
            numbers = [items[place] for place in group]
            first = shortened(subject.blocks[numbers[0]].text, 90)
            yield Fact(
                Text(f"Ý “{first}” được nêu {len(numbers)} lần.", f"“{first}” is said {len(numbers)} times."),
                tuple(subject.block_place(number) for number in numbers),
                given=str(len(numbers)),
                expected="1",
                key=tuple(subject.blocks[number].text for number in numbers),
            )


def _lists(subject: Subject) -> Iterator[list[int]]:
    """The long dashed items of each heading that are no tasks."""
    left_out = subject.component_blocks | _general_blocks(subject)
    items: list[int] = []
    for number, block in enumerate(subject.blocks):
        is_dashed = block.kind is BlockKind.ITEM and ordinal(block.marker) is None
        if is_dashed and number not in left_out and len(block.text.split()) >= _LONG_ITEM:
            items.append(number)
        elif ordinal(block.marker) or block.kind is BlockKind.HEADING:
            yield items
            items = []
    yield items


def _general_blocks(subject: Subject) -> set[int]:
    return {place.block for task in subject.tasks if task.component is None for place in subject.task_places([task])}


CHECKS: Final = (
    CheckKind(
        "repetition.same_task",
        Severity.WARNING,
        Text("Nhiệm vụ trùng nhau", "Task several times"),
        Text(
            "Một việc ghi nhiều chỗ sẽ bị giao, nhắc và báo cáo nhiều lần, hoặc mỗi chỗ hiểu một cách.",
            "Work written several times is given, reminded and reported several times, or understood differently.",
        ),
        Text("“Duy trì hộp thư góp ý” ở cả ba chỉ số.", "“Duy trì hộp thư góp ý” in three components."),
        Text(
            "Giữ một nhiệm vụ, ghi rõ các chỉ số được tính chung.",
            "Keep one task and name the components it counts for.",
        ),
        same_task,
    ),
    CheckKind(
        "repetition.body_and_annex",
        Severity.NOTE,
        Text("Nhiệm vụ có cả ở phần chính và phụ lục", "Task in body and annex"),
        Text(
            "Nhập cả hai chỗ thì một việc bị theo dõi hai lần.", "Taken from both places, one task is followed twice."
        ),
        Text("Mục 4 và dòng 4.1 của phụ lục cùng nội dung.", "Part 4 and row 4.1 of the annex say the same."),
        Text("Chỉ giữ dòng trong phụ lục, nơi có đơn vị và thời gian.", "Keep the annex row, which has unit and time."),
        body_and_annex,
    ),
    CheckKind(
        "repetition.same_requirement",
        Severity.NOTE,
        Text("Ý trùng nhau trong mục đích, yêu cầu", "Requirement said twice"),
        Text("Văn bản cô đọng dễ thực hiện hơn.", "A short document is easier to carry out."),
        Text("Hai gạch đầu dòng cùng nói về nâng cao trách nhiệm.", "Two items on raising responsibility."),
        Text("Gộp hai ý.", "Make them one."),
        same_requirement,
    ),
)
