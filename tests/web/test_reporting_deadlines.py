"""The lines of the calendar, computed from duties."""

from datetime import date

import pytest

from chiso.periods import DueRule, Period, PeriodKind, WorkingCalendar
from chiso.plans.status import task_status
from chiso.web.reporting.arrangement import groups, month_grid, undated, window_groups
from chiso.web.reporting.deadlines import (
    Concerned,
    Filed,
    LineKind,
    PlanName,
    ReportDuty,
    TaskDuty,
    in_order,
    report_lines,
    task_line,
)
from chiso.web.reporting.standing import report_status
from chiso.web.reporting.wanted import Grouping, Shown, Wanted, wanted

TODAY = date(2022, 8, 15)
PCI = PlanName(1, "PCI 2022", 2022, date(2022, 1, 1))
CALENDAR = WorkingCalendar()
QUARTERLY = DueRule(PeriodKind.QUARTER, day=15, months=(3, 6, 9), is_inclusive=False)


def report_duty(rule=QUARTERLY, plan=PCI, **values):
    return ReportDuty(rule_id=7, plan=plan, rule=rule, to="Văn phòng Sở", **values)


def task_duty(due_on=None, done_on=None, **values):
    judgement = task_status(due=due_on, done_on=done_on, last_update_on=None, on=TODAY, cadence=None)
    return TaskDuty(3, PCI, "Công khai thủ tục", judgement, due_on=due_on, done_on=done_on, **values)


def test_before_the_15th_means_until_the_14th():
    days = [line.day for line in report_lines(report_duty(), TODAY, CALENDAR)]
    assert days == [date(2022, 3, 14), date(2022, 6, 14), date(2022, 9, 14)]


def test_a_report_not_sent_after_its_day_is_overdue_and_says_by_how_much():
    line = report_lines(report_duty(), TODAY, CALENDAR)[1]
    assert line.is_overdue
    assert line.judgement.sentence() == "Quá hạn 62 ngày (hạn 14/06/2022) mà chưa gửi."


def test_a_report_sent_after_its_day_is_late_but_done():
    duty = report_duty(filed={"2022-Q1": Filed(date(2022, 3, 17))})
    line = report_lines(duty, TODAY, CALENDAR)[0]
    assert (line.is_overdue, line.judgement.rule, line.judgement.facts["days"]) == (False, "report.sent_late", 3)


@pytest.mark.parametrize(
    ("today", "rule"),
    [
        (date(2022, 9, 6), "report.ahead"),
        (date(2022, 9, 7), "report.due_soon"),
        (date(2022, 9, 14), "report.due_today"),
        (date(2022, 9, 15), "report.overdue"),
    ],
)
def test_a_report_comes_near_a_week_before_its_last_day(today, rule):
    assert report_lines(report_duty(), today, CALENDAR)[2].judgement.rule == rule


def test_what_was_due_before_the_plan_was_issued_is_not_overdue():
    plan = PlanName(1, "PCI 2022", 2022, date(2022, 5, 10))
    rules = [line.judgement.rule for line in report_lines(report_duty(plan=plan), TODAY, CALENDAR)]
    assert rules == ["report.before_plan", "report.overdue", "report.ahead"]


def test_a_report_on_the_day_it_is_due_is_on_time():
    day = date(2022, 3, 14)
    judged = report_status(due=day, filed_on=day, on=TODAY, period_ends=date(2022, 3, 31), since=date(2022, 1, 1))
    assert judged.rule == "report.sent"


def test_a_rule_without_a_day_gets_none():
    lines = report_lines(report_duty(DueRule(PeriodKind.HALF_YEAR)), TODAY, CALENDAR)
    assert [(line.day, line.stated, line.is_overdue) for line in lines] == [(None, "chưa quy định ngày", False)] * 2


def test_without_a_day_the_end_of_the_period_says_whether_the_plan_was_there():
    plan = PlanName(1, "DDCI 2022", 2022, date(2022, 4, 13))
    duty = report_duty(DueRule(PeriodKind.MONTH), plan, filed={"2022-05": Filed(date(2022, 5, 31))})
    lines = [line for line in report_lines(duty, TODAY, CALENDAR) if line.is_asked_for]
    (rule,) = undated(lines)
    assert (len(rule.lines), rule.sent_count, rule.judgement.word()) == (9, 1, "Chưa quy định ngày")


def test_a_yearly_report_of_the_plan_falls_into_the_january_after():
    rule = DueRule(PeriodKind.YEAR, due_date="2023-01-05", is_inclusive=False)
    (line,) = report_lines(report_duty(rule), TODAY, CALENDAR)
    assert (line.day, line.belongs_to(2022), line.belongs_to(2023), line.belongs_to(2021)) == (
        date(2023, 1, 4),
        True,
        True,
        False,
    )


def test_a_day_off_is_kept_with_the_next_working_day_beside_it():
    line = task_line(task_duty(date(2022, 4, 30)), TODAY, CALENDAR)
    assert (line.day, line.last.moved) == (date(2022, 4, 30), date(2022, 5, 4))


def test_a_task_without_a_day_has_no_line():
    assert task_line(task_duty(), TODAY, CALENDAR) is None


def test_lines_stand_by_day_and_undated_ones_last():
    lines = [
        task_line(task_duty(date(2022, 9, 14)), TODAY, CALENDAR),
        *report_lines(report_duty(DueRule(PeriodKind.YEAR)), TODAY, CALENDAR),
        *report_lines(report_duty(), TODAY, CALENDAR),
    ]
    ordered = [(line.day and line.day.month, line.kind) for line in in_order(lines)]
    report, task = LineKind.REPORT, LineKind.TASK
    assert ordered == [(3, report), (6, report), (9, report), (9, task), (None, report)]


def test_months_that_are_over_are_told_apart_and_overdue_lines_left_out():
    duty = report_duty(filed={"2022-Q1": Filed(date(2022, 3, 10))})
    found = groups(report_lines(duty, TODAY, CALENDAR), Grouping.MONTH, TODAY)
    assert [(group.title, len(group.lines), group.is_past) for group in found] == [
        ("Tháng 3/2022", 1, True),
        ("Tháng 9/2022", 1, False),
    ]


def test_standing_duties_stand_under_their_window_the_most_frequent_first():
    quarter, month = Period(PeriodKind.QUARTER, 2022, 3), Period(PeriodKind.MONTH, 2022, 8)
    tasks = [task_duty(period=quarter), task_duty(period=month, is_covered=True), task_duty(period=quarter)]
    found = window_groups(tasks, 2022, TODAY, "vi")
    assert [(each.period_label, each.days_left, each.uncovered_count) for each in found] == [
        ("Tháng 8/2022", 16, 0),
        ("Quý III/2022", 46, 2),
    ]
    assert window_groups(tasks, 2021, TODAY, "vi") == ()


def test_the_grid_of_a_month_has_whole_weeks_and_names_holidays():
    weeks = month_grid(report_lines(report_duty(), TODAY, CALENDAR), date(2022, 9, 1), TODAY, CALENDAR)
    days = [day for week in weeks for day in week]
    assert (len(days) % 7, days[0].day, days[0].is_of_month) == (0, date(2022, 8, 29), False)
    assert [day.why_off for day in days if day.is_holiday] == ["Quốc khánh", "Quốc khánh"]
    assert [day.day for day in days if day.lines] == [date(2022, 9, 14)]


def test_a_collective_concerns_every_unit():
    assert 99 in Concerned(for_all=True)
    assert 99 not in Concerned(frozenset({1}))


def test_wishes_that_make_no_sense_count_as_not_asked():
    asked = {
        "year": "20x2",
        "plan": "-1",
        "unit": "",
        "kind": "dream",
        "group": "color",
        "shown": "cube",
        "month": "2022-13",
    }
    assert wanted(asked) == Wanted()


def test_wishes_come_back_out_of_their_own_query():
    wish = Wanted(year=2022, unit=4, kind="task", group=Grouping.UNIT, shown=Shown.GRID, month=date(2022, 9, 1))
    parts = dict(pair.split("=") for pair in wish.query().split("&"))
    assert wanted(parts) == wish
