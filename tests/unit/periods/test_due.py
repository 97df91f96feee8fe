import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chiso.periods import Assumption, DueRule, Period, PeriodKind, WorkingCalendar, due_days, reported_in, stated_as
from chiso.problems import ProblemError

untimed = settings(deadline=None)  # the first example loads the holidays


def dates(rule: DueRule, year: int) -> list[str]:
    return [str(due.on_time_until) for due in due_days(rule, year)]


def gold_rules(shared, name: str) -> tuple[int, list[DueRule]]:
    plan = json.loads((shared / "plans" / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return plan["index"]["year"], [
        DueRule(
            PeriodKind(rule["period"]),
            day=rule["due_day"],
            months=tuple(rule["due_months"]),
            due_date=rule["due_date"],
            is_inclusive=rule["due_is_inclusive"],
            month_offset=rule["due_month_offset"],
        )
        for rule in plan["reporting"]
    ]


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (
            "000",
            [
                *((f"2020-{month:02}", f"2020-{month:02}-14") for month in range(1, 13)),
                ("2020-Q1", "2020-03-19"),
                ("2020-Q2", "2020-06-19"),
                ("2020-Q3", "2020-09-19"),
                ("2020-Q4", "2020-12-19"),
                ("2020", "2021-01-04"),
            ],
        ),
        (
            "001",
            [("2022-Q1", "2022-03-14"), ("2022-Q2", "2022-06-14"), ("2022-Q3", "2022-09-14"), ("2022", "2022-12-04")],
        ),
        ("002", [(f"2023-{month:02}", "None") for month in range(1, 13)]),
        (
            "003",
            [
                *((f"2022-Q{n}", "None") for n in range(1, 5)),
                ("2022-H1", "None"),
                ("2022-H2", "None"),
                ("2022", "None"),
            ],
        ),
        (
            "004",
            [("2021-Q1", "2021-03-04"), ("2021-Q2", "2021-06-04"), ("2021-Q3", "2021-09-04"), ("2021", "2021-11-15")],
        ),
    ],
)
def test_the_five_plans_have_the_due_days_that_they_state(shared, plan, expected):
    year, rules = gold_rules(shared, plan)
    assert expected == [(str(due.period), str(due.on_time_until)) for rule in rules for due in due_days(rule, year)]


def test_before_a_day_counts_the_day_before_as_the_last_on_time():
    rule = DueRule(PeriodKind.MONTH, day=15, is_inclusive=False, month_offset=0)
    assert dates(rule, 2020)[1] == "2020-02-14"


def test_at_the_latest_counts_the_day_itself():
    rule = DueRule(PeriodKind.MONTH, day=15, is_inclusive=True, month_offset=0)
    assert (dates(rule, 2020)[1], due_days(rule, 2020)[1].assumptions) == ("2020-02-15", ())


def test_a_day_without_before_or_at_the_latest_counts_itself_and_is_marked():
    (due,) = due_days(DueRule(PeriodKind.YEAR, day=15, months=(11,)), 2021)
    assert (date(2021, 11, 15), (Assumption.INCLUSIVE,)) == (due.on_time_until, due.assumptions)


def test_a_day_without_a_month_is_taken_in_the_last_month_and_marked():
    due = due_days(DueRule(PeriodKind.QUARTER, day=20, is_inclusive=True), 2021)[0]
    assert (date(2021, 3, 20), (Assumption.LAST_MONTH,)) == (due.on_time_until, due.assumptions)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (PeriodKind.MONTH, "2022-01-05"),
        (PeriodKind.QUARTER, "2022-01-05"),
        (PeriodKind.HALF_YEAR, "2022-01-05"),
        (PeriodKind.NINE_MONTHS, "2021-10-05"),
        (PeriodKind.YEAR, "2022-01-05"),
    ],
)
def test_the_month_after_the_last_period_may_lie_in_the_next_year(kind, expected):
    rule = DueRule(kind, day=5, is_inclusive=True, month_offset=1)
    assert expected == dates(rule, 2021)[-1]


def test_before_the_first_of_a_month_lies_the_last_day_of_the_month_before():
    assert dates(DueRule(PeriodKind.QUARTER, day=1, is_inclusive=False, month_offset=1), 2021) == [
        "2021-03-31",
        "2021-06-30",
        "2021-09-30",
        "2021-12-31",
    ]


@pytest.mark.parametrize(
    ("day", "is_inclusive", "expected", "is_assumed"),
    [(31, False, "2021-02-28", True), (30, True, "2021-02-28", True), (29, False, "2021-02-28", False)],
)
def test_a_day_that_a_short_month_lacks_is_its_last(day, is_inclusive, expected, is_assumed):
    due = due_days(DueRule(PeriodKind.MONTH, day=day, is_inclusive=is_inclusive, month_offset=0), 2021)[1]
    assert (expected, is_assumed) == (str(due.on_time_until), Assumption.DAY_PAST_MONTH in due.assumptions)


def test_a_fourth_quarter_that_the_plan_leaves_out_is_not_invented():
    rule = DueRule(PeriodKind.QUARTER, day=15, months=(9, 3, 6), is_inclusive=False)
    assert [str(due.period) for due in due_days(rule, 2022)] == ["2022-Q1", "2022-Q2", "2022-Q3"]


def test_january_means_the_january_after_the_plans_year():
    rule = DueRule(PeriodKind.QUARTER, day=5, months=(1, 4, 7, 10), is_inclusive=True)
    assert [(str(due.period), str(due.on_time_until)) for due in due_days(rule, 2021)] == [
        ("2021-Q1", "2021-04-05"),
        ("2021-Q2", "2021-07-05"),
        ("2021-Q3", "2021-10-05"),
        ("2021-Q4", "2022-01-05"),
    ]


def test_a_date_in_the_next_year_is_the_report_of_the_year_before():
    (due,) = due_days(DueRule(PeriodKind.YEAR, day=5, months=(1,), due_date="2021-01-05", is_inclusive=False), 2020)
    assert ("2020", date(2021, 1, 4)) == (str(due.period), due.on_time_until)


@pytest.mark.parametrize(
    ("due_date", "day", "expected"),
    [("2021-06", None, [("2021-H1", "None")]), ("2021-06", 20, [("2021-H1", "2021-06-20")])],
)
def test_a_date_without_its_day_takes_the_day_of_the_rule_or_none(due_date, day, expected):
    rule = DueRule(PeriodKind.HALF_YEAR, day=day, due_date=due_date, is_inclusive=True)
    assert expected == [(str(due.period), str(due.on_time_until)) for due in due_days(rule, 2021)]


def test_a_year_alone_gives_its_periods_without_a_day():
    rule = DueRule(PeriodKind.HALF_YEAR, due_date="2021")
    assert [(str(due.period), due.on_time_until) for due in due_days(rule, 2021)] == [
        ("2021-H1", None),
        ("2021-H2", None),
    ]


@pytest.mark.parametrize(
    ("kind", "month", "expected"),
    [
        (PeriodKind.YEAR, 3, "2020"),
        (PeriodKind.YEAR, 4, "2021"),
        (PeriodKind.HALF_YEAR, 8, "2021-H1"),
        (PeriodKind.HALF_YEAR, 9, "2021-H2"),
        (PeriodKind.NINE_MONTHS, 10, "2021-9M"),
        (PeriodKind.QUARTER, 4, "2021-Q1"),
        (PeriodKind.QUARTER, 5, "2021-Q2"),
        (PeriodKind.MONTH, 4, "2021-04"),
    ],
)
def test_a_report_is_about_the_period_just_ended_or_the_running_one(kind, month, expected):
    assert expected == str(reported_in(kind, 2021, month))


def test_a_day_off_keeps_the_stated_day_and_shows_the_moved_one_beside_it():
    due = due_days(DueRule(PeriodKind.YEAR, day=5, months=(12,), is_inclusive=False), 2022, WorkingCalendar())[0]
    assert (date(2022, 12, 4), date(2022, 12, 5), "Chủ nhật") == (due.last.stated, due.last.moved, due.last.why_off)
    moved = (
        "Ngày 04/12/2022 là ngày nghỉ (Chủ nhật); tính theo khoản 5 Điều 148 Bộ luật Dân sự 2015 thì thời hạn kết thúc "
        "hết ngày 05/12/2022. Hạn báo cáo vẫn tính theo ngày kế hoạch đã ghi."
    )
    assert (moved,) == due.notes()


def test_notes_tell_what_was_assumed():
    due = due_days(DueRule(PeriodKind.MONTH, day=31), 2021)[5]
    assert list(due.notes("en")) == [
        "The plan says neither “before” nor “at the latest”: the stated day itself counts as on time.",
        "This month lacks the stated day: its last day is taken (Civil Code 2015, Article 148(3)).",
        "The plan names no month: taken as the last month of the period.",
    ]


def test_all_impossible_numbers_of_a_rule_are_told_at_once():
    with pytest.raises(ProblemError) as refused:
        due_days(DueRule(PeriodKind.QUARTER, day=32, months=(0, 3, 13)), 2021)
    assert [problem.code for problem in refused.value.problems] == [
        "periods.no_such_due_month",
        "periods.no_such_due_month",
        "periods.no_such_due_day",
    ]


@pytest.mark.parametrize("written", ["2021-02-30", "2021-13", "5/1/2021", "0000", "2021-1-5"])
def test_a_date_that_no_calendar_has_is_refused(written):
    with pytest.raises(ProblemError) as refused:
        due_days(DueRule(PeriodKind.YEAR, due_date=written), 2021)
    assert refused.value.problems[0].code == "periods.no_such_date"


@pytest.mark.parametrize(
    ("rule", "vietnamese", "english"),
    [
        (
            DueRule(PeriodKind.MONTH, 15, is_inclusive=False, month_offset=0),
            "trước ngày 15 hằng tháng",
            "before day 15 of each month",
        ),
        (
            DueRule(PeriodKind.MONTH, 5, is_inclusive=True, month_offset=1),
            "chậm nhất ngày 05 tháng sau",
            "day 5 of the next month at the latest",
        ),
        (
            DueRule(PeriodKind.QUARTER, 15, (3, 6, 9), is_inclusive=False),
            "trước ngày 15 các tháng 3, 6, 9",
            "before day 15 of months 3, 6, 9",
        ),
        (DueRule(PeriodKind.YEAR, 15, (11,)), "ngày 15 tháng 11", "day 15 of month 11"),
        (
            DueRule(PeriodKind.YEAR, 5, (1,), "2021-01-05", is_inclusive=False),
            "trước ngày 05/01/2021",
            "before day 05/01/2021",
        ),
        (DueRule(PeriodKind.YEAR, due_date="2021-01"), "tháng 01/2021", "month 01/2021"),
        (
            DueRule(PeriodKind.QUARTER, 5, is_inclusive=True, month_offset=2),
            "chậm nhất ngày 05, 2 tháng sau tháng cuối kỳ",
            "day 5, 2 months after the period's last at the latest",
        ),
        (DueRule(PeriodKind.MONTH), "chưa quy định ngày", "no day stated"),
        (DueRule(PeriodKind.QUARTER, months=(3, 6), is_inclusive=False), "chưa quy định ngày", "no day stated"),
    ],
)
def test_a_rule_is_said_as_offices_write_it(rule, vietnamese, english):
    assert (vietnamese, english) == (stated_as(rule), stated_as(rule, "en"))


rules = st.builds(
    DueRule,
    st.sampled_from(PeriodKind),
    day=st.none() | st.integers(1, 31),
    months=st.lists(st.integers(1, 12), max_size=4).map(tuple),
    is_inclusive=st.sampled_from([True, False, None]),
    month_offset=st.sampled_from([0, 1, None]),
)


@untimed
@given(rules, st.integers(2015, 2030))
def test_every_due_day_belongs_to_the_plans_year(rule, year):
    dues = due_days(rule, year)
    assert {year} == {due.period.year for due in dues}
    assert all((due.on_time_until is None) == (rule.day is None) for due in dues)


@untimed
@given(rules.filter(lambda rule: rule.day is not None), st.integers(2015, 2030))
def test_before_a_day_is_never_later_than_at_the_latest_that_day(rule, year):
    def with_end(is_inclusive):
        again = DueRule(
            rule.frequency, rule.day, rule.months, is_inclusive=is_inclusive, month_offset=rule.month_offset
        )
        return [due.on_time_until for due in due_days(again, year)]

    for before, latest in zip(with_end(is_inclusive=False), with_end(is_inclusive=True), strict=True):
        assert 0 <= (latest - before).days <= 1


@untimed
@given(rules)
def test_without_months_every_period_of_the_year_has_its_report(rule):
    everywhere = DueRule(rule.frequency, rule.day, is_inclusive=rule.is_inclusive, month_offset=rule.month_offset)
    assert list(Period.all_of(rule.frequency, 2021)) == [due.period for due in due_days(everywhere, 2021)]
