"""Columns whose heads do not tell what they hold are known by their cells."""

from __future__ import annotations

import pytest
from tests.unit.plans.short_plans import plan_of, shape

HEADS = ("TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian")
ROWS = (
    ("I", "Chỉ số Chi phí thời gian", "", "", ""),
    ("1", "Bỏ phiếu giấy khi nhận hồ sơ đất đai ở bộ phận một cửa.", "Phòng Đất đai", "Thanh tra Sở", "Quý II"),
    ("2", "Trả kết quả hồ sơ qua mạng cho mọi thủ tục.", "Văn phòng Sở", "Phòng Đất đai", "Thường xuyên"),
    ("II", "Chỉ số Tính minh bạch", "", "", ""),
    ("1", "Đăng lịch tiếp doanh nghiệp của lãnh đạo Sở.", "Văn phòng Sở", "Thanh tra Sở", "Hằng tháng"),
    ("2", "Công khai quy hoạch, kế hoạch sử dụng đất đã duyệt.", "Phòng Đất đai", "Văn phòng Sở", "Trước 30/6/2024"),
)


def _plan(heads):
    lines = ["\t".join(row) for row in (heads, *ROWS)]
    return plan_of("I. NHIỆM VỤ\n" + "\n".join(lines) + "\n")


def _told(plan):
    tasks = [task for component in plan.components for task in component.tasks]
    return [(task.assignment.lead, task.assignment.coordinating, task.timing and task.timing.kind) for task in tasks]


@pytest.mark.parametrize("at", range(len(HEADS)), ids=HEADS)
def test_a_column_of_work_is_known_whatever_its_head_says(at):
    whole, plan = _plan(HEADS), _plan((*HEADS[:at], "Khoản mục", *HEADS[at + 1 :]))

    assert shape(plan) == shape(whole)
    assert _told(plan) == _told(whole)
    assert all(lead and others and timing for lead, others, timing in _told(whole))


def test_names_beside_figures_are_components():
    plan = plan_of(
        "I. KẾT QUẢ\nTT\tKhoản mục\tĐiểm 2023\tMục tiêu 2024\n1\tChi phí thời gian\t6,7\t7,5\n2\tTính minh bạch\t5,9\t6,5\n"
        "3\tTiếp cận đất đai\t6,1\t6,8\n"
    )

    assert {"Chi phí thời gian": (6.7, 7.5), "Tính minh bạch": (5.9, 6.5), "Tiếp cận đất đai": (6.1, 6.8)} == {
        each.name: (each.baseline.score, each.target.score) for each in plan.components
    }


def test_a_table_of_reports_is_no_work():
    plan = plan_of(
        "I. NHIỆM VỤ\n1. Chỉ số Chi phí thời gian\n- Trả hồ sơ qua mạng.\n2. Chỉ số Tính minh bạch\n- Đăng lịch tiếp.\n"
        "II. BÁO CÁO\nTT\tBáo cáo\tNơi nhận\tHạn\n1\tBáo cáo quý\tVăn phòng Sở\tNgày 05\n2\tBáo cáo 6 tháng\tVăn phòng Sở\tNgày 10/6\n"
        "3\tBáo cáo năm\tVăn phòng Sở\tNgày 05/12\n"
    )

    assert ([], 2) == ([task.text for task in plan.general_tasks], len(plan.components))


def test_scores_and_maxima_may_stand_in_one_column_and_codes_under_their_own_head():
    plan = plan_of(
        "I. NỘI DUNG KHẮC PHỤC\nMã tiêu chí\tLĩnh vực, tiêu chí\tĐiểm đạt/điểm tối đa\tGiải pháp\tChủ trì\n"
        "1\tCải cách thể chế\t7,6/8,5\t\t\n1.1\tTiến độ văn bản\t1,0/1,5\tTrình đúng hạn mọi văn bản.\tPhòng Pháp chế\n"
        "2\tCải cách tài chính công\t8,1/9\t\t\n2.1\tGiải ngân\t0,9/1,5\tThanh toán ngay khi có khối lượng.\tPhòng Kế hoạch\n"
    )

    assert [("Cải cách thể chế", 7.6, 8.5, "1.1"), ("Cải cách tài chính công", 8.1, 9, "2.1")] == [
        (each.name, each.baseline.score, each.baseline.scale, each.tasks[0].code) for each in plan.components
    ]
