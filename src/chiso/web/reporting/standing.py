"""How a report stands on a day, judged as tasks are: by rules read from the top, the first that fits wins."""

from __future__ import annotations

from datetime import date
from typing import Final

from chiso.plans.judgement import DEFAULT_THRESHOLDS, Judgement, Rule, Status, Thresholds
from chiso.problems import Text

SENT: Final = Rule(
    "report.sent",
    Status.MET,
    Text("Đã gửi ngày {filed}, trong hạn đến hết ngày {due}.", "Sent on {filed}, in time for {due}."),
    Text("Đã gửi", "Sent"),
)
SENT_LATE: Final = Rule(
    "report.sent_late",
    Status.MET,
    Text("Đã gửi ngày {filed}, trễ {days} ngày so với hạn {due}.", "Sent on {filed}, {days} day(s) after {due}."),
    Text("Đã gửi, trễ", "Sent, late"),
)
SENT_WITHOUT_DAY: Final = Rule(
    "report.sent_without_day",
    Status.MET,
    Text(
        "Đã gửi ngày {filed}; kế hoạch không quy định ngày nên không xét trễ.",
        "Sent on {filed}; the plan states no day, so that it cannot be late.",
    ),
    Text("Đã gửi", "Sent"),
)
OVERDUE: Final = Rule(
    "report.overdue",
    Status.NOT_MET,
    Text("Quá hạn {days} ngày (hạn {due}) mà chưa gửi.", "{days} day(s) past {due} and not sent."),
    Text("Quá hạn", "Overdue"),
)
DUE_SOON: Final = Rule(
    "report.due_soon",
    Status.AT_RISK,
    Text("Còn {days} ngày đến hạn {due} mà chưa gửi.", "{days} day(s) left until {due}, and it is not sent."),
    Text("Sắp đến hạn", "Due soon"),
)
DUE_TODAY: Final = Rule(
    "report.due_today",
    Status.AT_RISK,
    Text("Hôm nay ({due}) là hạn cuối mà chưa gửi.", "Today ({due}) is the last day, and it is not sent."),
    Text("Hết hạn hôm nay", "Due today"),
)
AHEAD: Final = Rule(
    "report.ahead",
    Status.NO_DATA,
    Text("Còn {days} ngày mới đến hạn {due}.", "{days} day(s) left until {due}."),
    Text("Chưa đến hạn", "Not due yet"),
)
BEFORE_PLAN: Final = Rule(
    "report.before_plan",
    Status.NO_DATA,
    Text(
        "Kỳ này đến hạn trước ngày {since}, khi kế hoạch chưa ban hành.",
        "It was due before {since}, when the plan was issued.",
    ),
    Text("Trước khi ban hành", "Before the plan"),
)
WITHOUT_DAY: Final = Rule(
    "report.without_day",
    Status.NO_DATA,
    Text(
        "Kế hoạch không quy định ngày nên không thể quá hạn.",
        "The plan states no day, so that it cannot be overdue.",
    ),
    Text("Chưa quy định ngày", "No day stated"),
)


def report_status(
    *,
    due: date | None,
    filed_on: date | None,
    on: date,
    period_ends: date,
    since: date,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Judgement:
    """How the report of one period stands on a day; a late one is marked, never locked.

    due:         the last day counted as on time, None where the plan states none
    period_ends: the last day of the period reported on, which decides for a report without a day
    since:       from when the plan holds; what was due before is not asked for
    """
    if filed_on is not None:
        return _sent(due, filed_on)
    if (due or period_ends) < since:
        return BEFORE_PLAN(since=since)
    if due is None:
        return WITHOUT_DAY()
    days = (due - on).days
    if days < 0:
        return OVERDUE(due=due, days=-days)
    if days == 0:
        return DUE_TODAY(due=due)
    return (DUE_SOON if days <= thresholds.task_days else AHEAD)(due=due, days=days)


def _sent(due: date | None, filed_on: date) -> Judgement:
    if due is None:
        return SENT_WITHOUT_DAY(filed=filed_on)
    if filed_on > due:
        return SENT_LATE(filed=filed_on, due=due, days=(filed_on - due).days)
    return SENT(filed=filed_on, due=due)
