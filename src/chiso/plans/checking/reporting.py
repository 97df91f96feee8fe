"""Checks of the reporting duties."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from chiso.plans.checking.check_kind import CheckKind
from chiso.plans.checking.duties import Duty
from chiso.plans.checking.finding import Fact, Severity
from chiso.plans.checking.reporting_days import places_of
from chiso.plans.checking.subject import Subject
from chiso.plans.checking.wordings import joined
from chiso.plans.plan import ReportPeriod
from chiso.problems import Text

_PERIODS: Final = {
    ReportPeriod.MONTHLY: Text("tháng", "month"),
    ReportPeriod.QUARTERLY: Text("quý", "quarter"),
    ReportPeriod.HALF_YEARLY: Text("6 tháng", "half-year"),
    ReportPeriod.NINE_MONTHLY: Text("9 tháng", "nine months"),
    ReportPeriod.YEARLY: Text("năm", "year"),
}
_EXCEPTED: Final = re.compile(r"\briêng\b[^.;]{0,24}$", re.IGNORECASE)
_THREE_QUARTERS: Final = re.compile(
    r"\bquý I\s*[,;]\s*(?:quý )?II\s*(?:[,;]|và)\s*(?:quý )?III\b(?!\s*(?:[,;]|và)\s*(?:quý )?IV)", re.IGNORECASE
)
_QUARTERS: Final = ("I", "II", "III", "IV")


def missing(subject: Subject) -> Iterator[Fact]:
    """No reporting duty at all."""
    if not subject.plan.reporting:
        yield Fact(
            Text("Kế hoạch không quy định chế độ báo cáo.", "The plan has no reporting duties."),
            subject.name_places(None),
            key=("missing",),
        )


def no_day(subject: Subject) -> Iterator[Fact]:
    """Duties that say how often, but not until when."""
    lacking = [
        (index, rule)
        for index, rule in enumerate(subject.plan.reporting)
        if rule.due_day is None and not (rule.due_date and len(rule.due_date) == len("2021-01-05"))
    ]
    if lacking:
        told = list(dict.fromkeys(_PERIODS[rule.period] for _, rule in lacking))
        yield Fact(
            Text(
                f"Báo cáo {joined([each.vi for each in told], 'và')} không ghi ngày nộp.",
                f"Reports by {joined([each.en for each in told], 'and')} have no due day.",
            ),
            subject.places(*(f"reporting/{index}/period" for index, _ in lacking)),
            given=", ".join(each.vi for each in told),
        )


def no_receiver(subject: Subject) -> Iterator[Fact]:
    """Duties that do not say to whom."""
    lacking = [index for index, rule in enumerate(subject.plan.reporting) if not rule.to and not rule.onward_to]
    if lacking:
        told = list(dict.fromkeys(_PERIODS[subject.plan.reporting[index].period] for index in lacking))
        yield Fact(
            Text(
                f"Báo cáo {joined([each.vi for each in told], 'và')} không ghi gửi về đâu.",
                f"Reports by {joined([each.en for each in told], 'and')} do not say to whom.",
            ),
            subject.places(*(f"reporting/{index}/period" for index in lacking)),
            given=", ".join(each.vi for each in told),
        )


def quarter_missing(subject: Subject) -> Iterator[Fact]:
    """Quarterly reports whose months, of all rules together, leave out a quarter."""
    duties = [duty for duty in subject.duties if duty.rule.period is ReportPeriod.QUARTERLY]
    told: set[int] = set()
    for duty in duties:
        is_by_name = not duty.rule.due_months and _names_three_quarters(subject, duty)
        if not (duty.rule.due_months or is_by_name):
            return  # every quarter
        told |= {1, 2, 3} if is_by_name else {due.period.number for due in duty.dues}
    numbers = [number for n, number in enumerate(_QUARTERS, 1) if n not in told]
    if duties and numbers:
        yield _quarter_fact(subject, duties, numbers)


def _quarter_fact(subject: Subject, duties: Sequence[Duty], numbers: Sequence[str]) -> Fact:
    has_yearly = any(rule.period is ReportPeriod.YEARLY for rule in subject.plan.reporting)
    yearly = Text(
        " Nếu báo cáo năm thay cho báo cáo quý này thì nên nói rõ.",
        " If the yearly report stands for it, say so.",
    )
    more = yearly if has_yearly else Text("", "")
    lacking = [f"quý {number}" for number in numbers]
    given = list(dict.fromkeys(str(month) for duty in duties for month in duty.rule.due_months))
    named = _months_named(given) if given else Text("quý I, II và III", "quarters I, II and III")
    return Fact(
        Text(
            f"Báo cáo quý chỉ ghi {named.vi}: thiếu {joined(lacking, 'và')}.{more.vi}",
            f"Quarterly reports name {named.en} only: quarter {joined(numbers, 'and')} is missing.{more.en}",
        ),
        tuple(place for duty in duties for place in places_of(subject, duty)),
        given=", ".join(given) or "I, II, III",
        expected=", ".join(lacking),
        severity=Severity.NOTE if has_yearly else None,
    )


def _months_named(months: Sequence[str]) -> Text:
    if len(months) == 1:
        return Text(f"tháng {months[0]}", f"month {months[0]}")
    return Text(f"các tháng {joined(months, 'và')}", f"the months {joined(months, 'and')}")


def _names_three_quarters(subject: Subject, duty: Duty) -> bool:
    texts = {subject.blocks[place.block].text for place in places_of(subject, duty)}
    return any(_THREE_QUARTERS.search(text) for text in texts)


def clash(subject: Subject) -> Iterator[Fact]:
    """Two different days for one report."""
    by_period: dict[tuple[ReportPeriod, str], list[Duty]] = defaultdict(list)
    for duty in subject.duties:
        if duty.dues and not _is_exception(subject, duty):
            by_period[duty.rule.period, (duty.rule.to or "").lower()].append(duty)
    for (period, _), told in by_period.items():
        for one, other in combinations(told, 2):
            if not _differ(one, other):
                continue
            words = _PERIODS[period]
            yield Fact(
                Text(
                    f"Hai hạn khác nhau cho báo cáo {words.vi}: {one.words_in('vi')} và {other.words_in('vi')}.",
                    f"Two due days for one report by {words.en}: {one.words_in('en')} and {other.words_in('en')}.",
                ),
                (*places_of(subject, one), *places_of(subject, other)),
                given=f"{one.words_in('vi')}; {other.words_in('vi')}",
            )


def _is_exception(subject: Subject, duty: Duty) -> bool:
    """Whether a day is stated as an exception: `riêng quý I trước ngày 10/3`."""
    places = subject.places(f"reporting/{duty.index}/period", f"reporting/{duty.index}/due_day")
    return any(_EXCEPTED.search(subject.blocks[place.block].text[: place.start]) for place in places)


def _differ(one: Duty, other: Duty) -> bool:
    days = {due.period: due.on_time_until for due in one.dues}
    return any(due.period in days and days[due.period] != due.on_time_until for due in other.dues)


CHECKS: Final = (
    CheckKind(
        "reporting.missing",
        Severity.WARNING,
        Text("Không có chế độ báo cáo", "No reporting duties"),
        Text("Không báo cáo thì không biết kế hoạch đi đến đâu.", "Without reports nobody knows how far the plan is."),
        Text("Phần tổ chức thực hiện không nhắc đến báo cáo.", "The part on carrying out says nothing of reports."),
        Text("Quy định kỳ, ngày nộp và nơi nhận.", "State period, due day and receiver."),
        missing,
    ),
    CheckKind(
        "reporting.no_day",
        Severity.WARNING,
        Text("Báo cáo không ghi ngày nộp", "Report without a due day"),
        Text("Không có ngày thì không có đúng hạn, chậm hạn.", "Without a day nothing is on time or late."),
        Text("“Hằng quý báo cáo về Văn phòng.”", "“Hằng quý báo cáo về Văn phòng.”"),
        Text(
            "Ghi ngày, ví dụ “trước ngày 20 tháng cuối quý”.",
            "Write a day, such as “before the 20th of the quarter's last month”.",
        ),
        no_day,
    ),
    CheckKind(
        "reporting.no_receiver",
        Severity.WARNING,
        Text("Báo cáo không ghi nơi nhận", "Report without a receiver"),
        Text("Phải có một đầu mối tổng hợp.", "One unit has to gather the reports."),
        Text("“Định kỳ báo cáo kết quả.”", "“Định kỳ báo cáo kết quả.”"),
        Text("Ghi đơn vị tổng hợp.", "Name who gathers them."),
        no_receiver,
    ),
    CheckKind(
        "reporting.quarter_missing",
        Severity.WARNING,
        Text("Báo cáo quý thiếu một quý", "A quarter is missing"),
        Text(
            "Người thực hiện không biết quý còn lại có phải báo cáo không.",
            "Nobody knows whether the remaining quarter is reported.",
        ),
        Text("“Báo cáo quý vào các tháng 4, 7, 10”.", "“Báo cáo quý vào các tháng 4, 7, 10”."),
        Text(
            "Bổ sung quý thiếu, hoặc ghi báo cáo năm thay cho quý IV.",
            "Add it, or say that the yearly report stands for it.",
        ),
        quarter_missing,
    ),
    CheckKind(
        "reporting.clash",
        Severity.ERROR,
        Text("Hai hạn cho một báo cáo", "Two days for one report"),
        Text("Đơn vị nộp sẽ theo hạn muộn hơn.", "Whoever reports will take the later one."),
        Text(
            "Mục III.1 ghi trước ngày 15, mục III.3 ghi trước ngày 20.",
            "Part III.1 says before the 15th, III.3 before the 20th.",
        ),
        Text("Giữ một hạn.", "Keep one."),
        clash,
    ),
)
