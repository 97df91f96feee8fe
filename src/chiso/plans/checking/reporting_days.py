"""Checks of the days on which reports are due: against the close of the data, and against the day of issue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from chiso.documents.document import Place
from chiso.periods import Due, Window
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.duties import Duty, closing, stated_closing_day, working_days_between
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import day, listed, partial_day
from chiso.problems import Text

_DECREE: Final = Text("Nghị định 09/2019/NĐ-CP", "Decree 09/2019/NĐ-CP")


def places_of(subject: Subject, duty: Duty) -> tuple[Place, ...]:
    """Where the plan says when a report is due, else how often."""
    at = f"reporting/{duty.index}"
    return subject.places(f"{at}/due_day", f"{at}/due_date") or subject.places(f"{at}/period")


def before_close(subject: Subject) -> Iterator[Fact]:
    """Reports due before their data close: by the plan's own window, else by the calendar (then only a note)."""
    closing_day, first = stated_closing_day(subject.blocks), subject.first_possible_day
    early: list[tuple[Duty, Due]] = []
    for duty in subject.duties:
        soon = (due for due in duty.dues if _is_early(subject, due, closing_day))
        to_come = next((due for due in soon if first is None or (due.on_time_until or first) >= first), None)
        if to_come:
            early.append((duty, to_come))
    if not early:
        return
    dues = [due for _, due in early]
    yield Fact(
        _early_by_own_window(dues, closing_day) if closing_day else _early_by_calendar(dues),
        tuple(place for duty, _ in early for place in places_of(subject, duty)),
        given=", ".join(duty.words_in("vi") for duty, _ in early),
        expected=", ".join(f"sau {day(_earliest(due, closing_day)).vi}" for due in dues),
        severity=Severity.ERROR if closing_day else None,
    )


def _is_early(subject: Subject, due: Due, closing_day: int | None) -> bool:
    until, closed = due.on_time_until, closing(due, closing_day)
    if until is None:
        return False
    if closing_day is None:
        return until < closed
    # At least one working day between (Decree 09/2019/NĐ-CP, Article 8(5)).
    return working_days_between(subject.calendar, closed, until) < 1


def _earliest(due: Due, closing_day: int | None) -> date:
    """The close after which a report can be due: the plan's own, else the nearest that still lies before the due day."""
    if closing_day is None and not _is_before_decree(due):
        return due.period.span(Window.MID_MONTH).last_day
    return closing(due, closing_day)


def _is_before_decree(due: Due) -> bool:
    """Whether a report is due before even the window closes that ends on the 14th (Decree 09/2019/NĐ-CP, Article 12)."""
    return (due.on_time_until or due.period.last_day) <= due.period.span(Window.MID_MONTH).last_day


def _early_by_own_window(dues: Sequence[Due], closing_day: int) -> Text:
    cases = [
        Text(
            f"{_told(due).vi}, số liệu chốt {day(closing(due, closing_day)).vi}",
            f"{_told(due).en}, data close {day(closing(due, closing_day)).en}",
        )
        for due in dues
    ]
    return Text(
        f"Hạn báo cáo sớm hơn khi chốt số liệu của kỳ: {'; '.join(each.vi for each in cases)}.",
        f"Reports are due before the close of the period's data: {'; '.join(each.en for each in cases)}.",
    )


def _early_by_calendar(dues: Sequence[Due]) -> Text:
    """The dues before any usual close, then those that only fit data until the 14th."""
    groups = (
        (
            [_told(due) for due in dues if _is_before_decree(due)],
            Text(
                f"Nộp khi chưa hết kỳ, kể cả nếu chốt số liệu ngày 14 theo {_DECREE.vi}",
                f"Due before the period ends, even if data close on the 14th, as by {_DECREE.en}",
            ),
        ),
        (
            [_told(due) for due in dues if not _is_before_decree(due)],
            Text(
                f"Nộp khi chưa hết kỳ, chỉ kịp nếu chốt số liệu ngày 14 theo {_DECREE.vi}",
                f"Due before the period ends, in time only if data close on the 14th, as by {_DECREE.en}",
            ),
        ),
    )
    said = [
        Text(f"{words.vi}: {'; '.join(t.vi for t in told)}.", f"{words.en}: {'; '.join(t.en for t in told)}.")
        for told, words in groups
        if told
    ]
    return Text(
        " ".join(["Kế hoạch không nói số liệu tính đến ngày nào.", *(each.vi for each in said)]),
        " ".join(["The plan does not say on which day a period's data close.", *(each.en for each in said)]),
    )


def _told(due: Due) -> Text:
    until = day(due.on_time_until or due.period.last_day)
    return Text(f"{due.period.label()} (hạn {until.vi})", f"{due.period.label('en')} (due {until.en})")


def past(subject: Subject) -> Iterator[Fact]:
    """Due days written in the plan that are past when it is issued."""
    first = subject.first_possible_day
    late = [
        (duty, due)
        for duty in subject.duties
        if duty.rule.due_months or duty.rule.due_date
        for due in duty.dues
        if first and due.on_time_until and due.on_time_until < first
    ]
    if late and first and subject.issued:
        told_vi = listed([f"{due.period.label()} ({day(due.on_time_until or first).vi})" for _, due in late]).vi
        told_en = listed([f"{due.period.label('en')} ({day(due.on_time_until or first).en})" for _, due in late]).en
        issued = partial_day(subject.issued)
        yield Fact(
            Text(
                f"Hạn báo cáo đã qua khi ban hành ({issued.vi}): {told_vi}.",
                f"Due days are past when the plan is issued ({issued.en}): {told_en}.",
            ),
            tuple(place for duty, _ in late for place in places_of(subject, duty)),
            subject.places("document/date"),
            given=", ".join(str(due.period) for _, due in late),
        )


CHECKS: Final = (
    CheckKind(
        "reporting.before_close",
        Severity.NOTE,
        Text("Hạn báo cáo trước khi chốt số liệu", "Due before the data close"),
        Text(
            "Báo cáo nộp trước khi hết kỳ phải ước số; giữa ngày chốt và ngày nộp cần ít nhất một ngày làm việc (Nghị định 09/2019/NĐ-CP, Điều 8).",
            "A report due before its period ends has to guess; one working day is needed between closing and due day (Decree 09/2019/NĐ-CP, Article 8).",
        ),
        Text(
            "Báo cáo quý nộp ngày 10 tháng cuối quý.", "A quarterly report due on the 10th of the quarter's last month."
        ),
        Text(
            "Ghi rõ kỳ số liệu (ví dụ đến ngày 14), hoặc lùi hạn.",
            "State the window (such as until the 14th), or move the day.",
        ),
        before_close,
    ),
    CheckKind(
        "reporting.past",
        Severity.WARNING,
        Text("Hạn báo cáo đã qua khi ban hành", "Due day past on issue"),
        Text(
            "Không thể nộp báo cáo có hạn trước ngày ban hành.",
            "What was due before the plan was issued cannot be handed in.",
        ),
        Text(
            "Kế hoạch tháng 5 quy định báo cáo quý I trước 20/3.",
            "A plan of May wants the first quarter's report by 20 March.",
        ),
        Text("Bắt đầu từ kỳ sau ngày ban hành.", "Begin with the first period after issue."),
        past,
    ),
)
