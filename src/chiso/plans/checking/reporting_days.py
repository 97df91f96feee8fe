"""Checks of the days on which reports are due: against the close of the data, and against the day of issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from chiso.documents.document import Place
from chiso.periods import Due, Window
from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.duties import Duty, closing, stated_closing_day, working_days_between
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import day, listed
from chiso.problems import Text


def places_of(subject: Subject, duty: Duty) -> tuple[Place, ...]:
    """Where the plan says when a report is due, else how often."""
    at = f"reporting/{duty.index}"
    return subject.places(f"{at}/due_day", f"{at}/due_date") or subject.places(f"{at}/period")


def before_close(subject: Subject) -> Iterator[Fact]:
    """Reports due before their data close: by the plan's own window, else by the calendar (then only a note)."""
    closing_day, first = stated_closing_day(subject.blocks), subject.first_possible_day
    early: list[tuple[Duty, Due]] = []
    for duty in subject.duties:
        soon = [due for due in duty.dues if _is_early(subject, due, closing_day)]
        to_come = [due for due in soon if first is None or (due.on_time_until or first) >= first]
        if soon:
            early.append((duty, (to_come or soon)[0]))
    if not early:
        return
    cases = [_case(due, closing_day) for _, due in early]
    window = (
        Text("số liệu của kỳ", "the period's data")
        if closing_day
        else Text("kỳ theo lịch (kế hoạch không nói kỳ số liệu)", "the calendar period (the plan states no window)")
    )
    yield Fact(
        Text(
            f"Hạn báo cáo sớm hơn khi chốt {window.vi}: {'; '.join(each.vi for each in cases)}.",
            f"Reports are due before the close of {window.en}: {'; '.join(each.en for each in cases)}.",
        ),
        tuple(place for duty, _ in early for place in places_of(subject, duty)),
        given=", ".join(duty.words_in("vi") for duty, _ in early),
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


def _case(due: Due, closing_day: int | None) -> Text:
    until, closed = due.on_time_until or due.period.last_day, closing(due, closing_day)
    decree = due.period.span(Window.MID_MONTH).last_day
    more = Text("", "")
    if closing_day is None and until <= decree:
        more = Text(
            f", kể cả khi tính kỳ đến ngày 14 theo Nghị định 09/2019/NĐ-CP ({day(decree).vi})",
            f", even by the window that closes on the 14th of Decree 09/2019/NĐ-CP ({day(decree).en})",
        )
    label = due.period.label()
    return Text(
        f"{label} nộp chậm nhất {day(until).vi}, kỳ kết thúc {day(closed).vi}{more.vi}",
        f"{due.period.label('en')} due {day(until).en}, closes {day(closed).en}{more.en}",
    )


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
    if late and first:
        told_vi = listed([f"{due.period.label()} ({day(due.on_time_until or first).vi})" for _, due in late]).vi
        told_en = listed([f"{due.period.label('en')} ({day(due.on_time_until or first).en})" for _, due in late]).en
        issued = subject.plan.document.date or ""
        yield Fact(
            Text(
                f"Hạn báo cáo đã qua khi ban hành ({issued}): {told_vi}.",
                f"Due days are past when the plan is issued ({issued}): {told_en}.",
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
