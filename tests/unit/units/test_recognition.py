import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.units import UnitKind, recognise

SO = "Sở Khoa học và Công nghệ"
NAMES = [
    "Văn phòng",
    "Văn phòng Sở",
    "Thanh tra sở",
    "phòng Thanh tra",
    "TT NCUD & TT KH&CN",
    "TT Nghiên cứu UD&TT KH&CN",
    "Hạ tầng số",
    "Phòng Hạ tầng số",
    "Trung tâm Hạ tầng số",
    "P. KHTC",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Khoa học - Thông cáo",
    "Các phòng chuyên môn",
    "Đảng ủy, BGD",
]


def variants(names, agency=SO):
    return {unit.name: set(unit.variants) for unit in recognise(names, agency=agency)}


@pytest.mark.parametrize(
    ("names", "canonical"),
    [
        (["Văn phòng", "Văn phòng sở", "Văn phòng Sở"], "Văn phòng Sở"),
        (["Thanh tra", "phòng Thanh tra", "phòng Thanh tra Sở", "Thanh tra Sở"], "Thanh tra Sở"),
        (["phòng Thanh tra", "phòng Thanh tra Sở"], "Phòng Thanh tra Sở"),
        (["TT NCUD & TT KH&CN", "TT Nghiên cứu UD&TT KH&CN"], "TT Nghiên cứu UD&TT KH&CN"),
        (["Hạ tầng số", "Phòng Hạ tầng số"], "Phòng Hạ tầng số"),
        (
            ["Phòng Quản lý công nghệ và Đội mới sáng tạo", "Phòng Quản lý công nghệ và Đổi mới sáng tạo"],
            "Phòng Quản lý công nghệ và Đổi mới sáng tạo",
        ),
        (
            ["Các phòng chuyên môn của Sở", "các phòng chuyên môn", "Các phòng chuyên môn thuộc Sở"],
            "Các phòng chuyên môn",
        ),
        (["PKHTC", "P. KHTC", "phòng Kế hoạch – Tài chính"], "Phòng Kế hoạch – Tài chính"),
        (["Phòng Chuyên ngành Xây dựng", "Phòng Chuyên nghành Xây dựng"], "Phòng Chuyên ngành Xây dựng"),
        (["Phong Tai chinh", "Phòng Tài chính"], "Phòng Tài chính"),
        (["PHÒNG TÀI CHÍNH", "Phòng Tài chính"], "Phòng Tài chính"),
    ],
)
def test_spellings_of_one_unit_become_one_with_its_best_name(names, canonical):
    assert {canonical: set(names)} == variants(names)


@pytest.mark.parametrize(
    "names",
    [
        ["Phòng Quản lý Khoa học", "Phòng Quản lý công nghệ và Đổi mới sáng tạo"],
        ["Phòng Kế hoạch - Tài chính", "Phòng Kế hoạch và Quản lý chuyên ngành", "Phòng Quản lý chuyên ngành"],
        ["Phòng Quản lý công nghệ và Thị trường công nghệ", "Phòng Quản lý công nghệ và Đổi mới sáng tạo"],
        ["Phòng Nghiệp vụ 1", "Phòng Nghiệp vụ 2"],
        ["Chi cục Kiểm lâm vùng I", "Chi cục Kiểm lâm vùng II"],
        ["Thanh tra Sở", "Ban Thanh tra nhân dân", "Thanh tra tỉnh"],
        ["Các phòng chuyên môn", "các phòng liên quan", "Các phòng, đơn vị liên quan", "Các phòng, đơn vị thuộc Sở"],
        ["Văn phòng Sở", "Văn phòng UBND tỉnh", "Văn phòng Sở Nội vụ"],
        ["Trung tâm Công nghệ số", "Phòng Công nghệ số"],
    ],
)
def test_different_units_stay_apart(names):
    assert len(names) == len(recognise(names, agency=SO))


@pytest.mark.parametrize(
    "names",
    [
        ["P. QLCN", "Phòng Quản lý công nghệ", "Phòng Quản lý chuyên ngành"],
        ["Hạ tầng số", "Phòng Hạ tầng số", "Trung tâm Hạ tầng số"],
    ],
)
def test_a_short_name_that_fits_two_units_is_left_alone(names):
    assert [(name,) for name in names] == [unit.variants for unit in recognise(names, agency=SO)]


def test_a_joint_lead_stays_one_of_two_parts():
    (unit,) = recognise(["Đảng ủy, BGD", "Đảng ủy, BGĐ"], agency=SO)
    assert (unit.kind, unit.parts) == (UnitKind.LEADERSHIP, ("Đảng ủy", "BGĐ"))


def test_the_more_frequent_spelling_is_preferred_where_nothing_else_decides():
    (unit,) = recognise(["Phòng Kế hoạch - Tài chính", *["Phòng Kế hoạch & Tài chính"] * 2], agency=SO)
    assert unit.name == "Phòng Kế hoạch & Tài chính"


def test_collective_names_are_marked():
    assert [unit.is_collective for unit in recognise(["Các phòng chuyên môn", "Văn phòng"])] == [True, False]


def test_blank_names_are_no_units():
    assert recognise(["", "  ", ";"]) == ()


@given(st.permutations(NAMES))
def test_the_order_of_the_names_does_not_change_the_units(names):
    assert {frozenset(unit.variants) for unit in recognise(NAMES, agency=SO)} == {
        frozenset(unit.variants) for unit in recognise(names, agency=SO)
    }


@given(st.lists(st.sampled_from(NAMES)))
def test_every_name_belongs_to_exactly_one_unit(names):
    told = [variant for unit in recognise(names, agency=SO) for variant in unit.variants]
    assert sorted(set(names)) == sorted(told)


@given(st.lists(st.text(max_size=20), max_size=6))
def test_no_text_is_too_strange_to_be_a_name(names):
    assert len(recognise(names)) <= len(set(names))


def plan_names(plan) -> list[str]:
    tasks = [task for component in plan["components"] for task in component["tasks"]] + plan["general_tasks"]
    assignments = [each["assignment"] for each in (*plan["components"], *tasks)]
    return [name for each in assignments for name in (each["lead"], *each["coordinating"]) if name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "000",
            {
                "Văn phòng Sở": {"Văn phòng Sở"},
                "Các phòng, đơn vị liên quan": {"các phòng, đơn vị liên quan"},
                "Phòng Quản lý chuyên ngành": {"phòng Quản lý chuyên ngành"},
                "Phòng Quản lý công nghệ và Thị trường công nghệ": {"phòng Quản lý công nghệ và Thị trường công nghệ"},
                "Phòng Thanh tra Sở": {"phòng Thanh tra", "phòng Thanh tra Sở"},
            },
        ),
        (
            "001",
            {
                "Chi cục Tiêu chuẩn Đo lường Chất lượng": {"Chi cục Tiêu chuẩn Đo lường Chất lượng"},
                "Các phòng chuyên môn": {"Các phòng chuyên môn", "Các phòng chuyên môn của Sở"},
                "Phòng Kế hoạch và Quản lý chuyên ngành": {"Phòng Kế hoạch và Quản lý chuyên ngành"},
                "Phòng Quản lý Khoa học": {"Phòng Quản lý Khoa học"},
                "Phòng Quản lý công nghệ và Đổi mới sáng tạo": {
                    "Phòng Quản lý công nghệ và Đổi mới sáng tạo",
                    "Phòng Quản lý công nghệ và Đội mới sáng tạo",
                },
                "Văn phòng Sở": {"Văn phòng Sở"},
            },
        ),
        (
            "002",
            {
                "Các phòng chuyên môn": {"Các phòng chuyên môn thuộc Sở", "các phòng chuyên môn"},
                "Các phòng chuyên môn, Trung tâm thuộc Sở": {"Các phòng chuyên môn, Trung tâm thuộc Sở"},
                "Các phòng liên quan": {"các phòng liên quan"},
                "Phòng Hạ tầng số": {"Hạ tầng số", "Phòng Hạ tầng số"},
                "Phòng Thông tin – Báo chí – Xuất bản": {"Phòng Thông tin – Báo chí – Xuất bản"},
                "Thanh tra Sở": {"Thanh tra Sở", "Thanh tra sở"},
                "Trung tâm Công nghệ số": {"Trung tâm Công nghệ số"},
                "Văn phòng Sở": {"Văn phòng", "Văn phòng Sở", "Văn phòng sở"},
            },
        ),
        (
            "003",
            {
                "Các phòng chuyên môn và đơn vị trực thuộc": {"Các phòng chuyên môn và đơn vị trực thuộc"},
                "Các phòng, đơn vị trực thuộc Sở": {"Các phòng, đơn vị trực thuộc Sở"},
                "Phòng Kế hoạch - Tài chính": {"Phòng Kế hoạch - Tài chính"},
                "Phòng Thanh tra": {"Phòng Thanh tra"},
                "Văn phòng Sở": {"Văn phòng Sở"},
            },
        ),
        (
            "004",
            {
                "Ban Thanh tra nhân dân": {"Ban Thanh tra nhân dân"},
                "Bộ phận một cửa": {"Bộ phận một cửa"},
                "Các phòng, đơn vị thuộc Sở": {"Các phòng, đơn vị thuộc Sở"},
                "Phòng Kế hoạch – Tài chính": {"Phòng Kế hoạch – Tài chính"},
                "TT Nghiên cứu UD&TT KH&CN": {"TT NCUD & TT KH&CN", "TT Nghiên cứu UD&TT KH&CN"},
                "Thanh tra": {"Thanh tra"},
                "Văn phòng": {"Văn phòng"},
                "Đảng ủy, BGD": {"Đảng ủy, BGD"},
            },
        ),
    ],
)
def test_the_five_plans_have_the_units_that_they_name(shared, name, expected):
    plan = json.loads((shared / "plans" / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    assert expected == variants(plan_names(plan), agency=plan["document"]["issuer"])


def test_the_environment_is_no_quantifier():
    (room,) = recognise(["Phòng Tài nguyên và Môi trường"])
    assert (room.name, room.parts, room.is_collective) == ("Phòng Tài nguyên và Môi trường", (), False)
    (everybody,) = recognise(["Mọi phòng"])
    assert everybody.is_collective
