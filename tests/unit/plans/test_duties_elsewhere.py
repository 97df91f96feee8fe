"""Duties told away from what they are about: who answers for a component, which reports are due."""

from __future__ import annotations

import pytest
from tests.unit.plans.short_plans import plan_of

from chiso.plans.plan import ReportPeriod

WORK = (
    "I. NHIỆM VỤ\n"
    "1. Chỉ số Chi phí thời gian\n- Bỏ phiếu giấy khi nhận hồ sơ.\n"
    "2. Chỉ số Tính minh bạch\n- Đăng lịch tiếp doanh nghiệp.\n"
    "3. Chỉ số Thiết chế pháp lý\n- Trả lời đơn thư trong tuần.\n"
)


@pytest.mark.parametrize(
    "duties",
    [
        (
            "1. Văn phòng Sở: chủ trì nội dung số 1, phối hợp với Thanh tra Sở; chủ trì nội dung số 3, phối hợp với các phòng.\n"
            "2. Phòng Hạ tầng: chủ trì nội dung số 2.\n"
        ),
        (
            "1. Văn phòng Sở\n- Chủ trì chỉ số Chi phí thời gian, phối hợp với Thanh tra Sở.\n"
            "- Chủ trì chỉ số Thiết chế pháp lý, phối hợp với các phòng.\n"
            "2. Phòng Hạ tầng\n- Chịu trách nhiệm chính về chỉ số “Tính minh bạch”.\n"
        ),
        (
            "- Giao Văn phòng Sở chủ trì nội dung “Chi phí thời gian”, phối hợp với Thanh tra Sở; làm đầu mối chỉ số số 3, phối hợp với các phòng.\n"
            "- Phòng Hạ tầng chủ trì chỉ số Tính minh bạch.\n"
        ),
    ],
)
def test_who_answers_for_a_component_is_told_by_its_number_or_name_in_another_part(duties):
    plan = plan_of(f"{WORK}II. PHÂN CÔNG THỰC HIỆN\n{duties}")

    assert [
        ("Văn phòng Sở", ("Thanh tra Sở",)),
        ("Phòng Hạ tầng", ()),
        ("Văn phòng Sở", ("các phòng",)),
    ] == [(each.assignment.lead, each.assignment.coordinating) for each in plan.components]


def test_what_a_component_says_of_itself_stands_against_another_part():
    own = WORK.replace("giấy khi nhận hồ sơ.\n", "giấy khi nhận hồ sơ.\n- Đơn vị chủ trì: Thanh tra Sở.\n")

    plan = plan_of(f"{own}II. PHÂN CÔNG THỰC HIỆN\n1. Văn phòng Sở: chủ trì nội dung số 1.\n")

    assert "Thanh tra Sở" == plan.components[0].assignment.lead


LIST = "- Báo cáo quý: trước ngày 12 tháng cuối quý;\n- Báo cáo năm: chậm nhất ngày 02/12/2024.\n"
TABLE = (
    "| Loại báo cáo | Thời hạn gửi |\n| --- | --- |\n| Quý | Trước ngày 12 tháng cuối quý |\n"
    "| Năm | Chậm nhất ngày 02/12/2024 |\n"
)


@pytest.mark.parametrize(
    "reports",
    [
        f"1. Các phòng gửi báo cáo về Văn phòng Sở để tổng hợp, báo cáo UBND tỉnh:\n{LIST}",
        f"1. Các phòng gửi báo cáo về Văn phòng Sở theo bảng sau để tổng hợp, báo cáo UBND tỉnh.\n{TABLE}",
        f"1. Báo cáo gửi về Văn phòng Sở theo thời hạn:\n{TABLE}2. Văn phòng Sở tổng hợp chung, báo cáo UBND tỉnh.\n",
        (
            "1. Các phòng báo cáo theo bảng sau; Văn phòng Sở tổng hợp, báo cáo UBND tỉnh.\n"
            "TT\tKỳ báo cáo\tThời hạn\tNơi nhận\n1\tQuý\tTrước ngày 12 tháng cuối quý\tVăn phòng Sở\n"
            "2\tNăm\tChậm nhất ngày 02/12/2024\tVăn phòng Sở\n"
        ),
        (
            "1. Các phòng gửi báo cáo về Văn phòng Sở tổng hợp, báo cáo UBND tỉnh, cụ thể:\nLoại báo cáo\nThời hạn\n"
            "Báo cáo quý\nTrước ngày 12 tháng cuối quý\nBáo cáo năm\nChậm nhất ngày 02/12/2024\n"
        ),
    ],
    ids=["list", "table", "table and who gathers", "table with receivers", "table as lines"],
)
def test_reports_are_listed_apart_from_who_receives_them(reports):
    plan = plan_of(f"{WORK}II. CHẾ ĐỘ BÁO CÁO\n{reports}Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\nGIÁM ĐỐC\nTrần Văn Bình\n")

    assert [
        (ReportPeriod.QUARTERLY, 12, None, False, "Văn phòng Sở", ("UBND tỉnh",)),
        (ReportPeriod.YEARLY, 2, "2024-12-02", True, "Văn phòng Sở", ("UBND tỉnh",)),
    ] == [
        (rule.period, rule.due_day, rule.due_date, rule.due_is_inclusive, rule.to, rule.onward_to)
        for rule in plan.reporting
    ]
    assert ("UBND tỉnh", "Lưu: VT") == plan.document.recipients


def test_a_day_of_every_quarter_is_not_that_of_the_year_after_it():
    plan = plan_of(
        f"{WORK}II. TỔ CHỨC THỰC HIỆN\n1. Các phòng báo cáo hằng quý về Văn phòng Sở trước ngày 12 của các tháng 3, 6, 9 "
        "và báo cáo năm trước ngày 02/12/2024 để trình Giám đốc Sở ký gửi UBND tỉnh.\n"
    )

    assert [
        (ReportPeriod.QUARTERLY, 12, (3, 6, 9), ("UBND tỉnh",)),
        (ReportPeriod.YEARLY, 2, (12,), ("UBND tỉnh",)),
    ] == [(rule.period, rule.due_day, rule.due_months, rule.onward_to) for rule in plan.reporting]
