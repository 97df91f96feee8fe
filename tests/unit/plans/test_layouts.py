"""Plans of many habits, written for this test; each file shows what its name says."""

from __future__ import annotations

from pathlib import Path

import pytest

from chiso.documents import read as read_document
from chiso.plans import Assignment, Names, Plan, Score, ScorePart, read, to_json

FOLDER = Path(__file__).parent / "documents"
FILES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def plan_in(name: str, names: Names | None = None) -> Plan:
    path = FOLDER / f"{name}.txt"
    return read(read_document(path.read_bytes(), path.name), names=names or Names()).plan


def component(plan: Plan, name: str):
    return next(each for each in plan.components if each.name.casefold() == name.casefold())


@pytest.mark.parametrize(
    ("name", "components", "tasks", "general"),
    [
        ("bang-diem-va-don-vi", 3, (2, 1, 3), 0),
        ("bang-va-muc-rieng", 4, (2, 1, 1, 1), 0),
        ("chi-phu-luc", 2, (2, 2), 0),
        ("khong-danh-so", 3, (2, 2, 1), 0),
        ("nhan-duoi-nhiem-vu", 3, (2, 1, 1), 2),
        ("nhieu-bo-chi-so", 2, (2, 1), 0),
        ("phan-muc", 3, (2, 2, 2), 2),
        ("quyet-dinh-kem-ke-hoach", 3, (2, 1, 1), 0),
        ("theo-don-vi", 3, (3, 2, 1), 0),
    ],
)
def test_components_and_tasks_are_counted_right(name, components, tasks, general):
    plan = plan_in(name)

    assert (components, tasks, general) == (
        len(plan.components),
        tuple(len(each.tasks) for each in plan.components),
        len(plan.general_tasks),
    )


def test_every_file_here_is_counted():
    assert 9 == len(FILES)


def test_a_decision_with_a_plan_gives_its_own_number_and_signer_and_the_plans_components():
    plan = plan_in("quyet-dinh-kem-ke-hoach")

    assert ("QUYẾT ĐỊNH", "210/QĐ-SNV", "Lò Thị Mai", "TUQ.") == (
        plan.document.kind,
        plan.document.number,
        plan.document.signer and plan.document.signer.name,
        plan.document.signer and plan.document.signer.capacity,
    )
    assert plan.baseline == Score(2024, 541.46, scale=1000, rank=12, rank_of=18)
    assert component(plan, "Cải cách thể chế").baseline == Score(2024, 85.5)


def test_brackets_and_labels_after_a_task_are_its_assignment():
    plan = plan_in("quyet-dinh-kem-ke-hoach")
    first = component(plan, "Cải cách thể chế").tasks[0]
    second = component(plan, "Cải cách thủ tục hành chính").tasks[0]

    assert first.assignment == Assignment("Thanh tra Sở", ("Phòng Công chức", "Văn phòng Sở"))
    assert ("Công khai 100% thủ tục.", "Văn phòng Sở") == (second.text, second.assignment.lead)


def test_of_several_indices_one_is_read_and_the_others_are_offered():
    plan = plan_in("nhieu-bo-chi-so")

    assert ("PCI", ("PAPI",)) == (plan.index.framework, plan.other_indices)
    assert component(plan, "chi phí thời gian").assignment == Assignment(
        "Phòng Quản lý giá và công sản", ("Văn phòng Sở",)
    )


def test_a_total_in_the_text_goes_before_the_row_of_totals():
    plan = plan_in("bang-va-muc-rieng")

    assert plan.baseline == Score(2020, 84.27, rank=9, rank_of=20)
    assert plan.target == Score(2021, 87, score_is_minimum=True)
    assert component(plan, "Tiếp cận dịch vụ").target == Score(2021, 17.5, scale=20, rank=8, rank_of=20)


def test_points_told_in_parts_stay_with_the_total():
    plan = plan_in("bang-diem-va-don-vi")

    assert plan.baseline is not None
    assert plan.baseline.parts == (ScorePart("thẩm định", 58.06, 62), ScorePart("điều tra xã hội học", 29, 38))
    assert "Bà Rịa - Vũng Tàu" == plan.index.province


def test_labels_under_each_task_are_the_tasks_own():
    plan = plan_in("nhan-duoi-nhiem-vu")
    one = component(plan, "Tính minh bạch và tiếp cận thông tin")

    assert one.assignment == Assignment()
    assert [
        Assignment("Phòng Quản lý công nghiệp", ("Văn phòng Sở",)),
        Assignment("Văn phòng Sở", ("Các phòng thuộc Sở",)),
    ] == [task.assignment for task in one.tasks]
    assert one.target == Score(2025, 8.3)


def test_units_as_headings_lead_what_stands_under_them():
    plan = plan_in("theo-don-vi")

    assert ["Phòng Nội vụ huyện", "Phòng Nội vụ huyện", "UBND các xã, thị trấn"] == [
        task.assignment.lead for task in plan.components[0].tasks
    ]


@pytest.mark.parametrize("name", FILES)
def test_names_from_packs_change_nothing_where_the_layout_tells(name):
    provinces = (
        "Bắc Giang",
        "Bà Rịa - Vũng Tàu",
        "Cao Bằng",
        "Điện Biên",
        "Kon Tum",
        "Quảng Ngãi",
        "Sóc Trăng",
        "Trà Vinh",
        "Vĩnh Long",
    )

    assert to_json(plan_in(name)) == to_json(plan_in(name, Names(provinces=provinces)))
