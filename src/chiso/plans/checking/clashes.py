"""Checks of figures and cadences that contradict each other for the same thing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from chiso.plans.checking.cadences import Cadence, cadence_of
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.likeness import alike_groups
from chiso.plans.checking.subject import Subject, TaskAt
from chiso.plans.checking.wordings import joined
from chiso.plans.plan import Operator, Quantity
from chiso.plans.reading.words import folded
from chiso.problems import Text

_MEETS: Final = "giao ban|họp|hội nghị|đối thoại|gặp mặt|gặp gỡ|tiếp xúc|toạ đàm"
_MEETING: Final = re.compile(
    rf"\b(?:{_MEETS})\s+(?:(?:{_MEETS}|với|cùng|giữa|các|cộng đồng|đại diện|định kỳ|trực tiếp|làm việc)\s+)*"
    r"(?P<party>doanh nghiệp|người dân|công dân|hợp tác xã)\b"
)
"""A meeting with nothing but its party; "hội nghị kết nối ngân hàng - doanh nghiệp" is another one."""
_NO_THRESHOLD: Final = frozenset({Operator.RANGE, Operator.AT_MOST, Operator.LESS_THAN})
"""A ceiling stands beside a floor: "98% in time, fewer than 2% late"."""
_OF_A_PART: Final = re.compile(
    r"\btrong (?:đó|số đó)\b|\briêng\b|\b(?:quá hạn|trễ hạn|chậm hạn)\b[^,;]*$", re.IGNORECASE
)
_MEASURES: Final = (
    (Text("mức độ hài lòng", "satisfaction"), re.compile(r"\bhài lòng\b")),
    (
        Text("hồ sơ giải quyết đúng hạn", "cases settled in time"),
        re.compile(r"\bhồ sơ\b.*\b(?:đúng hạn|trước hạn)\b|\b(?:đúng hạn|trước hạn)\b.*\bhồ sơ\b"),
    ),
    (Text("giải ngân", "disbursement"), re.compile(r"\bgiải ngân\b")),
)


def cadence(subject: Subject) -> Iterator[Fact]:
    """The same activity at different cadences."""
    groups: dict[str, list[tuple[TaskAt, Cadence]]] = defaultdict(list)
    timed = [(task, cadence) for task in subject.tasks if (cadence := cadence_of(task.task))]
    for task, cadence in timed:
        if met := _MEETING.search(folded(task.task.text)):
            groups[met["party"]].append((task, cadence))
    for place, group in enumerate(alike_groups([task.task.text.replace(each.words, " ") for task, each in timed])):
        groups[f"#{place}"] = [timed[n] for n in group]
    told: set[frozenset[str]] = set()
    for tasks in groups.values():
        paths = frozenset(task.path for task, _ in tasks)
        if len({cadence.per_year for _, cadence in tasks}) > 1 and paths not in told:
            told.add(paths)
            yield _cadence_fact(subject, tasks)


def _cadence_fact(subject: Subject, tasks: list[tuple[TaskAt, Cadence]]) -> Fact:
    said = [f"{_where(subject, task)}: {cadence.words}" for task, cadence in tasks]
    return Fact(
        Text(
            f"Cùng một hoạt động nhưng nhịp khác nhau: {'; '.join(said)}.",
            f"One activity at different cadences: {'; '.join(said)}.",
        ),
        subject.task_places([task for task, _ in tasks]),
        given=", ".join(dict.fromkeys(cadence.words for _, cadence in tasks)),
        key=tuple(task.task.text for task, _ in tasks),
    )


def _where(subject: Subject, task: TaskAt) -> str:
    return "–" if task.component is None else subject.codes([task.component])


def threshold(subject: Subject) -> Iterator[Fact]:
    """Different thresholds for one measure."""
    promised = [
        (task, place, quantity, clause.lower())
        for task in subject.tasks
        for place, quantity in enumerate(task.task.quantities)
        if quantity.unit == "%" and quantity.operator not in _NO_THRESHOLD
        if not _OF_A_PART.search((clause := _clause(task.task.text, quantity)).partition(quantity.text)[0])
    ]
    for name, pattern in _MEASURES:
        fitting = [each for each in promised if pattern.search(each[3])]
        about = [each[:3] for each in fitting]
        # One sentence that tells two is of two things: "giải ngân vốn A 97%, vốn B 95%".
        if len({each[3] for each in fitting}) > 1 and len({quantity.value for _, _, quantity in about}) > 1:
            yield _threshold_fact(subject, about, name)
    for group in alike_groups([clause for *_, clause in promised]):
        about = [promised[n][:3] for n in group]
        known = any(pattern.search(promised[group[0]][3]) for _, pattern in _MEASURES)
        is_one_sentence = len({task.path for task, _, _ in about}) == 1
        if not known and not is_one_sentence and len({quantity.value for _, _, quantity in about}) > 1:
            yield _threshold_fact(subject, about, _quoted_clause(about[0][0].task.text, about[0][2]))


def _threshold_fact(subject: Subject, about: list[tuple[TaskAt, int, Quantity]], name: Text) -> Fact:
    said = [f"{_where(subject, task)}: “{quantity.text}”" for task, _, quantity in about]
    return Fact(
        Text(
            f"Các mức khác nhau cho cùng một chỉ tiêu ({name.vi}): {'; '.join(said)}.",
            f"Different thresholds for one measure ({name.en}): {'; '.join(said)}.",
        ),
        subject.places(*(f"{task.path}/quantities/{place}" for task, place, _ in about)),
        given=joined([quantity.text for _, _, quantity in about], "và"),
        key=(name.vi, *(f"{task.task.text[:40]}{quantity.value}" for task, _, quantity in about)),
    )


def _quoted_clause(text: str, quantity: Quantity) -> Text:
    said = _clause(text, quantity)[:60]
    return Text(said, f"“{said}”")


def _clause(text: str, quantity: Quantity) -> str:
    """The sentence that holds a quantity."""
    return next((part for part in re.split(r"(?<=[.;])\s+", text) if quantity.text in part), text)


CHECKS: Final = (
    CheckKind(
        "clashes.cadence",
        Severity.ERROR,
        Text("Nhịp thực hiện trái nhau", "Clashing cadences"),
        Text(
            "Cùng một cuộc họp mà chỗ ghi mỗi quý, chỗ ghi sáu tháng thì không biết theo chỗ nào.",
            "Where one meeting is held each quarter here and half-yearly there, nobody knows which to follow.",
        ),
        Text("“Họp báo 01 tháng/lần” và “họp báo mỗi quý”.", "“Họp báo 01 tháng/lần” and “họp báo mỗi quý”."),
        Text("Thống nhất một nhịp.", "Settle on one cadence."),
        cadence,
    ),
    CheckKind(
        "clashes.threshold",
        Severity.ERROR,
        Text("Mức chỉ tiêu trái nhau", "Clashing thresholds"),
        Text(
            "Một chỉ tiêu chỉ có một mức; nhiều mức thì đạt mức thấp đã coi là xong hay chưa?",
            "One measure has one threshold; with several, is the lowest enough?",
        ),
        Text("Hài lòng “từ 85%” ở mục 1, “trên 92%” ở mục 5.", "Satisfied “from 85%” in part 1, “over 92%” in part 5."),
        Text("Chọn một mức, hoặc nói rõ mỗi mức đo việc gì.", "Choose one, or say what each measures."),
        threshold,
    ),
)
