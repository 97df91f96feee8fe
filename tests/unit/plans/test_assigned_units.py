"""Who leads and who coordinates, however the lines say it: labels, brackets, two clauses, parts with a lead each."""

from __future__ import annotations

import pytest
from tests.unit.plans.short_plans import plan_of

from chiso.plans import Plan

SHARED = ("Phòng Quản lý nhà", ("Văn phòng Sở", "Thanh tra Sở"))


def plan_with(lines: str) -> Plan:
    """A plan of two components, the first with these lines under its target."""
    return plan_of(
        "I. NHIỆM VỤ\n1. Chỉ số “Tính minh bạch”\n- Mục tiêu năm 2024 đạt 7,5 điểm.\n"
        f"{lines}"
        "2. Chỉ số “Chi phí thời gian”\n- Mục tiêu năm 2024 đạt 7,0 điểm.\n- Trung tâm Tư vấn chủ trì thực hiện.\n"
        "Nhiệm vụ cụ thể:\n- Rà soát quy trình trước ngày 30/6/2024.\n"
    )


@pytest.mark.parametrize(
    "lines",
    [
        "- Cơ quan chủ trì: Phòng Quản lý nhà; cơ quan phối hợp: Văn phòng Sở, Thanh tra Sở\n",
        "- Chủ trì: Phòng Quản lý nhà\n- Phối hợp: Văn phòng Sở và Thanh tra Sở\n",
        "- Phòng Quản lý nhà chủ trì, phối hợp với Văn phòng Sở và Thanh tra Sở\n",
        "- Phòng Quản lý nhà chủ trì tham mưu thực hiện; Văn phòng Sở và Thanh tra Sở có trách nhiệm phối hợp.\n",
        "- Phòng Quản lý nhà (chủ trì), Văn phòng Sở, Thanh tra Sở (phối hợp).\n",
        "- Phân công: Phòng Quản lý nhà (đơn vị chủ trì); Văn phòng Sở (phối hợp), Thanh tra Sở (phối hợp)\n",
    ],
)
def test_lead_and_coordinating_units_are_those_of_the_component(lines: str) -> None:
    component = plan_with(f"{lines}Nhiệm vụ cụ thể:\n- Công khai bảng giá đất trước ngày 15/4/2024.\n").components[0]

    assert SHARED == (component.assignment.lead, component.assignment.coordinating)
    assert ["Công khai bảng giá đất trước ngày 15/4/2024."] == [task.text for task in component.tasks]


def test_a_sentence_after_the_work_assigns_the_task() -> None:
    text = "Công khai bảng giá đất trước ngày 15/4/2024. Văn phòng Sở chủ trì, phối hợp với Phòng Quản lý nhà."
    task = plan_with(f"Nhiệm vụ cụ thể:\n- {text}\n").components[0].tasks[0]

    assert (text, "Văn phòng Sở", ("Phòng Quản lý nhà",)) == (
        task.text,
        task.assignment.lead,
        task.assignment.coordinating,
    )


def test_numbered_parts_with_a_lead_each_share_the_component() -> None:
    component = plan_with(
        "1.1. Nội dung công khai\n- Thanh tra Sở chủ trì, phối hợp với Văn phòng Sở.\n- Công khai bảng giá trước ngày 15/4/2024.\n"
        "1.2. Đối thoại với doanh nghiệp\n- Đơn vị chủ trì: Phòng Quản lý nhà.\n- Mở 02 hội nghị trước ngày 30/9/2024.\n"
    ).components[0]

    assert component.assignment.lead is None
    assert [
        ("Công khai bảng giá trước ngày 15/4/2024.", "Thanh tra Sở", ("Văn phòng Sở",)),
        ("Mở 02 hội nghị trước ngày 30/9/2024.", "Phòng Quản lý nhà", ()),
    ] == [(task.text, task.assignment.lead, task.assignment.coordinating) for task in component.tasks]


def test_a_heading_of_the_assignment_beside_one_of_the_work_is_no_part() -> None:
    component = plan_with(
        "a) Phân công\n- Đơn vị chủ trì: Phòng Quản lý nhà.\n- Lãnh đạo phụ trách: Lê Văn Tám.\n"
        "b) Nhiệm vụ\n- Thanh tra Sở chủ trì:\n+ Công khai bảng giá trước ngày 15/4/2024.\n"
        "- Văn phòng Sở chủ trì:\n+ Mở 02 hội nghị trước ngày 30/9/2024.\n"
    ).components[0]

    assert ("Phòng Quản lý nhà", "Lê Văn Tám") == (component.assignment.lead, component.assignment.leader)
    assert ["Thanh tra Sở", "Văn phòng Sở"] == [task.assignment.lead for task in component.tasks]


@pytest.mark.parametrize(
    "lines",
    [
        "- Phòng Quản lý nhà chủ trì, phối hợp với Thanh tra Sở.\n- Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở.\n",
        "- Phòng Quản lý nhà chủ trì; Văn phòng Sở chủ trì, phối hợp với Thanh tra Sở thực hiện.\n",
    ],
)
def test_two_leads_of_one_component_are_both_kept(lines: str) -> None:
    assignment = (
        plan_with(f"{lines}Nhiệm vụ cụ thể:\n- Mở 02 hội nghị trước ngày 30/9/2024.\n").components[0].assignment
    )

    assert ("Phòng Quản lý nhà; Văn phòng Sở", ("Thanh tra Sở",)) == (assignment.lead, assignment.coordinating)
