"""Several deadlines in one paragraph: of single quarters, of several periods together, of one period twice."""

from __future__ import annotations

import pytest
from tests.unit.plans.short_plans import plan_of

from chiso.plans.reading.passage import Passage
from chiso.plans.reading.report_rules import rules_in


def told(text: str) -> list[tuple[object, ...]]:
    """Period, day, months, date and offset of each rule."""
    return [
        (rule.period.value, *(noted and noted.value for noted in (rule.due_day, rule.due_months, rule.due_date, rule.due_month_offset)))
        for rule in rules_in(Passage(text, 0))
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Các phòng báo cáo quý I trước ngày 18/3, quý III trước ngày 18/9.", [("quarterly", 18, (3, 9), None, None)]),
        (
            "Các phòng báo cáo quý I, quý II và quý III về Văn phòng trước ngày 18/3, 18/6 và 25/9.",
            [("quarterly", 18, (3, 6), None, None), ("quarterly", 25, (9,), None, None)],
        ),
        (
            "Báo cáo quý I, II, III và năm gửi về Văn phòng trước ngày 18/3, 18/6, 18/9 và 02/12.",
            [("quarterly", 18, (3, 6, 9), None, None), ("yearly", 2, (12,), None, None)],
        ),
        (
            "Báo cáo hằng quý trước ngày 18 của tháng cuối quý; riêng quý I trước ngày 12/3/2024.",
            [("quarterly", 18, None, None, 0), ("quarterly", 12, (3,), "2024-03-12", None)],
        ),
    ],
)
def test_deadlines_of_single_quarters_are_read(text: str, rules: list[tuple[object, ...]]) -> None:
    assert rules == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Các đơn vị báo cáo 6 tháng, 9 tháng và cả năm chậm nhất ngày 08 của tháng đầu quý sau.",
        "Báo cáo 6 tháng, 9 tháng, báo cáo năm gửi về Văn phòng chậm nhất ngày 08 tháng đầu của quý tiếp theo.",
    ],
)
def test_a_quarter_that_only_tells_the_month_is_no_quarterly_report(text: str) -> None:
    assert [
        ("half-yearly", 8, None, None, 1),
        ("nine-monthly", 8, None, None, 1),
        ("yearly", 8, None, None, 1),
    ] == told(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Báo cáo quý trước ngày 18 tháng cuối quý. Báo cáo quý gửi về Văn phòng trước ngày 12 tháng cuối quý.", [18, 12]),
        ("Báo cáo 6 tháng trước 12/6; 6 tháng trước 18/6.", [12, 18]),
        ("Báo cáo quý trước ngày 18 tháng cuối quý; báo cáo quý gửi đúng hạn, trước ngày 18 tháng cuối quý.", [18]),
        ("Báo cáo quý trước ngày 12 tháng cuối quý để tổng hợp báo cáo quý gửi UBND tỉnh trước ngày 18 tháng cuối quý.", [12]),
    ],
)  # fmt: skip
def test_two_deadlines_for_one_report_are_two_rules_unless_it_is_passed_on(text: str, days: list[int]) -> None:
    assert days == [rule[1] for rule in told(text)]


def test_the_clash_within_one_paragraph_reaches_the_plan() -> None:
    plan = plan_of(
        "I. TỔ CHỨC THỰC HIỆN\n1. Các phòng báo cáo quý về Văn phòng Sở trước ngày 18 tháng cuối quý. "
        "Báo cáo quý gửi về Văn phòng Sở trước ngày 12 tháng cuối quý.\n"
    )

    assert [(18, "Văn phòng Sở"), (12, "Văn phòng Sở")] == [(rule.due_day, rule.to) for rule in plan.reporting]


def test_a_quarter_in_which_work_is_done_is_no_report() -> None:
    assert [] == told("Hoàn thành khảo sát trong quý I, gửi báo cáo trước ngày 20/3.")
