"""Status by visible rules: read from the top, the first that fits wins (docs/status.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from chiso.periods import Period, PeriodKind, Window, months_later
from chiso.plans import status_rules as rules
from chiso.plans.judgement import DEFAULT_THRESHOLDS, Judgement, Rule, Status, Thresholds, figure
from chiso.plans.plan import Operator, Quantity
from chiso.plans.standing import component_status
from chiso.plans.status_rules import RULES
from chiso.problems import Text

__all__ = [
    "DEFAULT_THRESHOLDS",
    "RULES",
    "Judgement",
    "Rule",
    "Status",
    "Thresholds",
    "commitment_status",
    "component_status",
    "duty_status",
    "status_from_tasks",
    "task_status",
]

_A_CADENCE: Final = {
    PeriodKind.MONTH: Text("một tháng", "a month"),
    PeriodKind.QUARTER: Text("một quý", "a quarter"),
    PeriodKind.HALF_YEAR: Text("sáu tháng", "half a year"),
    PeriodKind.NINE_MONTHS: Text("chín tháng", "nine months"),
    PeriodKind.YEAR: Text("một năm", "a year"),
}


def commitment_status(
    promised: Quantity,
    value: float | None,
    *,
    due: date | None,
    on: date,
    best: float | None = None,
    is_cumulative: bool = False,
) -> Judgement:
    """How a measurable promise stands on a day.

    value:         the figure so far, in the promise's unit; None where unknown
    due:           the last possible day; None where there is none
    best:          the best figure that can still be had, None where nobody can say
    is_cumulative: the figure only grows (a count, not a share), so that a limit once passed stays passed
    """
    words, so_far = promised.text, _in_unit(value, promised.unit)
    if value is not None and _fulfils(promised, value):
        return rules.FULFILLED(promised=words, value=so_far)
    if due is not None and on > due:
        if value is None:
            return rules.PAST_DUE_UNKNOWN(promised=words, due=due)
        return rules.PAST_DUE(promised=words, value=so_far, due=due)
    if is_cumulative and best is None and promised.operator in {Operator.AT_MOST, Operator.LESS_THAN}:
        best = value
    if best is not None and not _fulfils(promised, best):
        return rules.OUT_OF_REACH(promised=words, best=_in_unit(best, promised.unit))
    if value is None:
        return rules.COMMITMENT_UNKNOWN(promised=words)
    return rules.STILL_SHORT(promised=words, value=so_far)


def _in_unit(value: float | None, unit: str) -> Text:
    if value is None:
        return Text("", "")
    gap = "" if unit == "%" else " "
    return Text(f"{figure(value)}{gap}{unit}", f"{figure(value, 'en')}{gap}{unit}")


def _fulfils(promised: Quantity, value: float) -> bool:
    match promised.operator:
        case Operator.AT_MOST:
            return value <= promised.value
        case Operator.LESS_THAN:
            return value < promised.value
        case Operator.MORE_THAN:
            return value > promised.value
        case Operator.EQUAL if promised.value == 0:
            return value == 0
        case _:
            # Who promises 2 a year, or 98 to 100 %, and does more has kept the promise.
            return value >= promised.value


def task_status(
    *,
    due: date | None,
    done_on: date | None,
    last_update_on: date | None,
    on: date,
    cadence: PeriodKind | None = PeriodKind.QUARTER,
    assigned_on: date | None = None,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Judgement:
    """How a task with a day, or without any rhythm, stands on a day; what happened after that day is not known yet.

    due:         the last day counted as on time; None where the task has none
    cadence:     how often it should be heard of; None where silence says nothing
    assigned_on: from when silence counts where there was no update yet
    """
    if done_on is not None and done_on <= on:
        return _done(due, done_on)
    if due is not None and on > due:
        return rules.OVERDUE(due=due, days=(on - due).days)
    if due == on:
        return rules.DUE_TODAY(due=on)
    if due is not None and (due - on).days <= thresholds.task_days:
        return rules.DUE_SOON(due=due, days=(due - on).days)
    updated_on = last_update_on if last_update_on is not None and last_update_on <= on else None
    since = updated_on or assigned_on
    if cadence and since and on > months_later(since, cadence.months):
        return rules.SILENT(since=since, cadence=_A_CADENCE[cadence])
    return rules.UNDER_WAY(since=updated_on) if updated_on else rules.NOT_BEGUN()


def _done(due: date | None, done_on: date) -> Judgement:
    if due is not None and done_on > due:
        return rules.DONE_LATE(done=done_on, due=due, days=(done_on - due).days)
    return rules.DONE(done=done_on)


def duty_status(
    *,
    evidence_days: Iterable[date],
    started_on: date | None,
    on: date,
    cadence: PeriodKind = PeriodKind.QUARTER,
    window: Window = Window.CALENDAR,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Judgement:
    """How a standing duty ("thường xuyên") stands on a day.

    evidence_days: the days that its evidence proves
    started_on:    from when it is expected; a period begun before that day is no whole period
    """
    period = Period.at(cadence, on, window)
    span, before = period.span(window), period.shifted(-1).span(window)
    names = {"period": _named(period), "previous": _named(period.shifted(-1))}
    known = [day for day in evidence_days if day <= on]
    days_left = (span.last_day - on).days
    if current := [day for day in known if day in span]:
        return rules.EVIDENCE(day=max(current), period=names["period"])
    if started_on is None or started_on > on:
        return rules.NOT_STARTED()
    had_evidence = any(day in before for day in known)
    if started_on <= before.start and not had_evidence:
        return rules.PERIOD_WITHOUT(**names)
    if days_left < thresholds.duty_days:
        return rules.PERIOD_ENDING(period=names["period"], days=days_left)
    if had_evidence:
        return rules.PERIOD_OPEN(**names, days=days_left)
    return rules.FIRST_PERIOD(period=names["period"], days=days_left)


def _named(period: Period) -> Text:
    return Text(period.label(), period.label("en"))


def status_from_tasks(statuses: Iterable[Status], *, thresholds: Thresholds = DEFAULT_THRESHOLDS) -> Judgement:
    """How a component without figures stands by the statuses of its tasks and duties."""
    counts = Counter(statuses)
    total, share = counts.total(), thresholds.tasks_share
    not_met, at_risk = counts[Status.NOT_MET], counts[Status.AT_RISK]
    if total == 0:
        return rules.NO_TASKS()
    if counts[Status.NO_DATA] == total:
        return rules.NONE_BEGUN(total=total)
    if not_met >= share * total:
        return rules.MANY_NOT_MET(not_met=not_met, total=total, share=str(share))
    if not_met or at_risk >= share * total:
        return rules.SOME_BEHIND(not_met=not_met, at_risk=at_risk, total=total)
    return rules.ALL_WELL(at_risk=at_risk, total=total, share=str(share))
