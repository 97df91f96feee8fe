"""Checks of tasks: something to measure, a time, a cadence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rapidfuzz.fuzz import token_set_ratio

from chiso.documents.document import Place
from chiso.periods import PartialDate
from chiso.plans.checking.cadences import cadence_of
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity, task_label
from chiso.plans.checking.likeness import is_only_reference
from chiso.plans.checking.subject import Subject, TaskAt
from chiso.plans.checking.wordings import day, listed, quoted
from chiso.plans.plan import Timing, TimingKind
from chiso.plans.reading.words import folded
from chiso.problems import ProblemError, Text

_ALWAYS: Final = re.compile(r"(?:^|[.;:]\s*)(?:thường xuyên|định kỳ|liên tục)\s", re.IGNORECASE)
_STANDING: Final = re.compile(
    r"(?<!chi )(?<!nhiệm vụ )\bthường xuyên,?\s(?:bổ sung|cập nhật|chỉ đạo|đào tạo|đôn đốc|đối thoại|giám sát|kiểm tra|nắm bắt|"
    r"nhắc nhở|phổ biến|quán triệt|rà soát|tập huấn|theo dõi|trao đổi|tự kiểm tra|tuyên truyền)\b",
    re.IGNORECASE,
)
_EACH_PERIOD: Final = re.compile(r"(?:hằng|hàng|mỗi)\s+(?:ngày|tuần|tháng|quý)\b")
_GIVEN_OUT: Final = re.compile(r"\b(?:đã|được|giao|phê duyệt|ban hành|công bố|phát sinh)\b[^.;,]*$")
"""What the year belongs to where it is no time to be done: "nhiệm vụ được giao trong năm 2024"."""
_MAKES_PLAN: Final = re.compile(
    r"^(?:xây dựng|ban hành|tham mưu(?: xây dựng| ban hành)?)\s+kế hoạch\s+(?P<what>.+)", re.IGNORECASE
)
_THE_PLAN: Final = 88


def _timing(subject: Subject, task: TaskAt) -> Timing | None:
    of_component = None if task.component is None else subject.components[task.component].timing
    return task.task.timing or of_component


def not_measurable(subject: Subject) -> Iterator[Fact]:
    """Tasks without a figure, a product by a day, or a countable cadence."""
    lacking = [
        task
        for task in subject.tasks
        if not task.task.quantities and (task.task.timing is None or task.task.timing.kind is not TimingKind.BY_DATE)
    ]
    yield from _counted(
        subject,
        lacking,
        Text(
            "không có chỉ tiêu đo được (tỷ lệ, số lượng hoặc sản phẩm có hạn)",
            "promise nothing measurable (a rate, a number, or a product by a day)",
        ),
    )


def no_time(subject: Subject) -> Iterator[Fact]:
    """Tasks for which neither they nor their component say when."""
    lacking = [task for task in subject.tasks if _timing(subject, task) is None and not _says_when(subject, task)]
    yield from _counted(subject, lacking, Text("không ghi thời gian thực hiện", "do not say when"))


def _says_when(subject: Subject, task: TaskAt) -> bool:
    """Whether a task's own words hold its time: how often, or in the plan's year."""
    text = task.task.text.lower()
    if cadence_of(task.task) or _EACH_PERIOD.search(text):
        return True
    within = f"trong năm {subject.plan.index.year}"
    return within in text and not _GIVEN_OUT.search(text.partition(within)[0])


def _counted(subject: Subject, lacking: Sequence[TaskAt], words: Text) -> Iterator[Fact]:
    if not lacking:
        return
    share = f"{len(lacking)}/{len(subject.tasks)}"
    components = {task.component for task in lacking}
    yield Fact(
        Text(f"{share} nhiệm vụ {words.vi}.", f"{share} tasks {words.en}."),
        subject.task_places(lacking),
        component=components.pop() if len(components) == 1 else None,
        task=lacking[0].index if len(lacking) == 1 else None,
        given=str(len(lacking)),
        expected="0",
        key=tuple(task.task.text[:60] for task in lacking),
    )


def no_cadence(subject: Subject) -> Iterator[Fact]:
    """What is to be done "thường xuyên" without saying how often it is shown."""
    continuous = [
        task
        for task in subject.tasks
        if (timing := _timing(subject, task)) and timing.kind is TimingKind.CONTINUOUS and not _has_frequency(task)
    ]
    by_word = [task for task in subject.tasks if _timing(subject, task) is None and _is_standing(task)]
    lacking = [*continuous, *by_word]
    if lacking:
        share = f"{len(lacking)}/{len(subject.tasks)}"
        yield Fact(
            Text(
                f"{share} nhiệm vụ ghi “thường xuyên”, “định kỳ” mà không định nhịp (tháng, quý) để kiểm tra.",
                f"{share} tasks are to be done “regularly” (thường xuyên, định kỳ), with no month or quarter by which to check.",
            ),
            tuple(dict.fromkeys(place for task in lacking for place in _said_at(subject, task))),
            given=str(len(lacking)),
            key=tuple(task.task.text[:60] for task in lacking),
        )


def _is_standing(task: TaskAt) -> bool:
    text = task.task.text
    if _ALWAYS.search(text):
        return True
    return "thường xuyên" in text and bool(_STANDING.search(text)) and not _has_frequency(task)


def _has_frequency(task: TaskAt) -> bool:
    return any("/" in quantity.unit for quantity in task.task.quantities)


def _said_at(subject: Subject, task: TaskAt) -> tuple[Place, ...]:
    return (
        subject.places(f"{task.path}/timing")
        or subject.places(f"components/{task.component}/timing")
        or subject.task_places([task])
    )


def only_refers(subject: Subject) -> Iterator[Fact]:
    """Tasks that say no more than that another plan's tasks are to be done."""
    found = [task for task in subject.tasks if is_only_reference(task.task)]
    if found:
        yield Fact(
            Text(
                f"{len(found)} nhiệm vụ chỉ dẫn sang văn bản khác, không nêu việc phải làm.",
                f"{len(found)} tasks only point to another document and name no work.",
            ),
            subject.task_places(found),
            component=found[0].component if len(found) == 1 else None,
            task=found[0].index if len(found) == 1 else None,
            given=str(len(found)),
            key=tuple(task.task.text[:80] for task in found),
        )


def plan_itself(subject: Subject) -> Iterator[Fact]:
    """A task to make the very plan that it stands in."""
    title = folded(subject.plan.document.title or "")
    for task in subject.tasks:
        made = _MAKES_PLAN.match(task.task.text)
        if made and title and token_set_ratio(folded(made["what"]), title) >= _THE_PLAN:
            yield Fact(
                Text(
                    f"Nhiệm vụ “{task_label(task.task)}” chính là kế hoạch này: ban hành là xong, không cần theo dõi.",
                    f"The task “{task_label(task.task)}” is this very plan: done when it is issued.",
                ),
                subject.task_places([task]),
                subject.places("document/title"),
                component=task.component,
                task=task.index,
                given=task_label(task.task),
            )


def due_before_issue(subject: Subject) -> Iterator[Fact]:
    """Tasks whose day is past when the plan is issued."""
    first = subject.first_possible_day
    late = []
    for task in subject.tasks:
        timing = task.task.timing
        if first is None or timing is None or not timing.due:
            continue
        try:
            written = PartialDate.parse(timing.due)
        except ProblemError:
            continue  # the reader says that there is no such day
        due = written.day_before if timing.due_is_inclusive is False else written.last_day
        if due < first:
            late.append((task, due))
    if late and first:
        told = listed(quoted(timing_words(task) for task, _ in late))
        yield Fact(
            Text(
                f"Hạn của {len(late)} nhiệm vụ đã qua khi ban hành kế hoạch ({day(first).vi}): {told.vi}.",
                f"{len(late)} tasks are past due when the plan is issued ({day(first).en}): {told.en}.",
            ),
            subject.places(*(f"{task.path}/timing" for task, _ in late)),
            subject.places("document/date"),
            component=late[0][0].component if len(late) == 1 else None,
            task=late[0][0].index if len(late) == 1 else None,
            given=", ".join(day(due).vi for _, due in late),
            expected=f"≥ {day(first).vi}",
            key=(", ".join(due.isoformat() for _, due in late), f"≥ {first.isoformat()}"),
        )


def timing_words(task: TaskAt) -> str:
    """The words in which a task's time is written."""
    return task.task.timing.text if task.task.timing else ""


CHECKS: Final = (
    CheckKind(
        "tasks.not_measurable",
        Severity.WARNING,
        Text("Nhiệm vụ không đo được", "Task with nothing measurable"),
        Text(
            "“Đẩy mạnh”, “nâng cao” mà không có con số thì không biết khi nào là xong.",
            "What is only to be “pushed” or “raised” is never known to be done.",
        ),
        Text("“Tăng cường tuyên truyền.”", "“Tăng cường tuyên truyền.”"),
        Text("Thêm tỷ lệ, số lượng hoặc sản phẩm cụ thể.", "Add a rate, a number or a product."),
        not_measurable,
    ),
    CheckKind(
        "tasks.no_time",
        Severity.WARNING,
        Text("Nhiệm vụ không có thời gian", "Task without a time"),
        Text(
            "Không có hạn thì không nhắc, không đánh giá chậm được.",
            "Without a day nobody is reminded and nothing is late.",
        ),
        Text("“Rà soát thủ tục” không ghi quý nào.", "“Rà soát thủ tục” in no quarter."),
        Text("Ghi hạn hoặc nhịp thực hiện.", "Write a day or a cadence."),
        no_time,
    ),
    CheckKind(
        "tasks.no_cadence",
        Severity.NOTE,
        Text("“Thường xuyên” mà không định nhịp", "“Thường xuyên” without a cadence"),
        Text(
            "Việc thường xuyên cần nhịp báo cáo kết quả: tháng, quý.",
            "A standing duty needs a rhythm of evidence: month, quarter.",
        ),
        Text("“Thời gian: thường xuyên”", "“Thời gian: thường xuyên”"),
        Text("Ghi nhịp kiểm tra, ví dụ “mỗi quý một lần”.", "Write how often it is checked, such as once a quarter."),
        no_cadence,
    ),
    CheckKind(
        "tasks.only_refers",
        Severity.NOTE,
        Text("Nhiệm vụ chỉ dẫn sang văn bản khác", "Task that only refers"),
        Text(
            "Người thực hiện phải tìm văn bản khác mới biết việc.",
            "Whoever does it has to find the other document first.",
        ),
        Text(
            "“Thực hiện các nhiệm vụ tại Kế hoạch số 9/KH-SNV.”", "“Thực hiện các nhiệm vụ tại Kế hoạch số 9/KH-SNV.”"
        ),
        Text("Nêu việc cụ thể, hoặc điểm, mục được dẫn.", "Name the work, or the section referred to."),
        only_refers,
    ),
    CheckKind(
        "tasks.plan_itself",
        Severity.NOTE,
        Text("Nhiệm vụ là chính kế hoạch này", "Task that is the plan itself"),
        Text("Việc đã xong khi kế hoạch được ký.", "It is done when the plan is signed."),
        Text("Kế hoạch PAPI có nhiệm vụ “xây dựng kế hoạch PAPI”.", "A PAPI plan with the task to make a PAPI plan."),
        Text("Bỏ khỏi danh mục nhiệm vụ.", "Leave it out."),
        plan_itself,
    ),
    CheckKind(
        "tasks.due_before_issue",
        Severity.WARNING,
        Text("Hạn nhiệm vụ đã qua khi ban hành", "Task past due when the plan is issued"),
        Text("Giao việc với hạn đã qua là quá hạn ngay khi giao.", "What is given with a past day is late at once."),
        Text("Kế hoạch tháng 6 giao việc xong trong quý I.", "A plan of June wants work done in the first quarter."),
        Text("Lùi hạn, hoặc ghi là đã thực hiện.", "Move the day, or say that it is done."),
        due_before_issue,
    ),
)
