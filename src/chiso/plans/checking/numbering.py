"""Checks of the numbers before headings, items and rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from chiso.documents.document import Block
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.numbers import Ordinal, ordinal
from chiso.plans.checking.subject import Subject, TaskAt
from chiso.plans.checking.wordings import listed, quoted, shortened
from chiso.problems import Text

_FURTHEST: Final = 3
_STROKES: Final = frozenset({1, 2, 3, 4})


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A block with its number; `before` is the number of its series that stands before it, if any."""

    block: int
    number: Ordinal
    before: Ordinal | None
    has_parent: bool


def _numbered(subject: Subject, *, in_table: bool) -> Iterator[_Numbered]:
    """The numbered blocks of the text or of the tables; each series is followed while it is open."""
    is_open: list[Ordinal] = []
    for place, block in enumerate(subject.blocks):
        if (place in subject.is_in_table) is not in_table:
            continue
        number = ordinal(_printed(block))
        if number is None:
            continue
        depth = _depth(is_open, number)
        before = is_open[depth] if depth is not None else None
        if _is_of_another_list(number, before):
            continue
        yield _Numbered(place, number, before, _has_parent(is_open, number))
        is_open = [*is_open[: len(is_open) if depth is None else depth], number]


def _printed(block: Block) -> str:
    return block.marker or (block.cells[0].strip().rstrip(".)") if block.cells else "")


def _depth(is_open: Sequence[Ordinal], number: Ordinal) -> int | None:
    """Where the open series is that a number goes on: the one that it follows, else the innermost of its kind."""
    alike = [
        place
        for place, each in enumerate(is_open)
        if each.series == number.series and (number.value != 1 or number.prefix)
    ]
    following = [place for place in alike if is_open[place].value == number.value - 1]
    return max(following or alike, default=None)


def _is_of_another_list(number: Ordinal, before: Ordinal | None) -> bool:
    """Whether a number is no continuation at all: a bullet "o", the "i" of i, ii, iii, a figure that begins a line."""
    if before is None:
        return number.style == "letter" and number.value != 1
    return number.value - before.value > _FURTHEST


def _has_parent(is_open: Sequence[Ordinal], number: Ordinal) -> bool:
    """Whether 4.1 stands under 4 or beside 4.2; also true where nothing that is numbered stands over it."""
    above, _, last = number.prefix.rpartition(".")
    plain = [each for each in is_open if each.style == "number"] or is_open
    if not number.prefix or any(str(each.value) == last or each.prefix == number.prefix for each in plain):
        return True
    return not any(each.series == ("number", above) for each in is_open)


def repeated(subject: Subject) -> Iterator[Fact]:
    """A number that stood just before."""
    for each in _all(subject):
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
    for each in _all(subject):
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
    for each in _all(subject):
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


def _all(subject: Subject) -> Iterable[_Numbered]:
    told = (*_numbered(subject, in_table=False), *_numbered(subject, in_table=True))
    is_scan = any(block.doubtful for block in subject.blocks)
    return [each for each in told if not (is_scan and _may_be_misread(each))]


def _may_be_misread(each: _Numbered) -> bool:
    """Whether a scan may have lost a stroke: of II, III and IV the recognition often drops one."""
    wanted = each.before.value + 1 if each.before else 1
    return each.number.style == "roman" and each.number.value != wanted and {wanted, each.number.value} <= _STROKES


def _told(subject: Subject, each: _Numbered) -> str:
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
