import pytest

from chiso.units import UnitKind, unit_name

SO = "Sở Khoa học và Công nghệ"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Phòng Quản lý Khoa học", UnitKind.ROOM),
        ("P. KHTC", UnitKind.ROOM),
        ("Chi cục Tiêu chuẩn Đo lường Chất lượng", UnitKind.SUB_DEPARTMENT),
        ("TT CNTT&TT", UnitKind.CENTRE),
        ("Trung tâm Y tế cơ sở", UnitKind.CENTRE),
        ("Thanh tra sở", UnitKind.INSPECTORATE),
        ("phòng Thanh tra", UnitKind.INSPECTORATE),
        ("TTr Sở", UnitKind.INSPECTORATE),
        ("VĂN PHÒNG SỞ", UnitKind.OFFICE),
        ("VP", UnitKind.OFFICE),
        ("Bộ phận một cửa", UnitKind.SECTION),
        ("Ban Thanh tra nhân dân", UnitKind.BOARD),
        ("Ban Quản lý các khu công nghiệp", UnitKind.BOARD),
        ("Ban Giám đốc", UnitKind.LEADERSHIP),
        ("BGĐ Sở", UnitKind.LEADERSHIP),
        ("Lãnh đạo Sở", UnitKind.LEADERSHIP),
        ("Đảng ủy", UnitKind.LEADERSHIP),
        ("Các phòng chuyên môn thuộc Sở", UnitKind.COLLECTIVE),
        ("phòng chuyên môn", UnitKind.COLLECTIVE),
        ("các phòng, đơn vị liên quan", UnitKind.COLLECTIVE),
        ("Thủ trưởng các đơn vị", UnitKind.COLLECTIVE),
        ("đơn vị trực thuộc Sở", UnitKind.COLLECTIVE),
        ("Phòng Công chức, viên chức", UnitKind.ROOM),
        ("Phòng, công chức, viên chức", UnitKind.COLLECTIVE),
        ("cán bộ, công chức, viên chức và người lao động", UnitKind.COLLECTIVE),
        ("Phòng Tổ chức Cán bộ", UnitKind.ROOM),
        ("Phòng Chuyên môn nghiệp vụ số 1", UnitKind.ROOM),
        ("Hạ tầng số", UnitKind.UNSTATED),
        ("Văn phòng, các phòng liên quan", UnitKind.JOINT),
    ],
)
def test_a_name_tells_its_kind(name, kind):
    assert kind == unit_name(name, SO).kind


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Đảng ủy, BGD", ["Đảng ủy", "BGD"]),
        ("Thanh tra, Văn phòng", ["Thanh tra", "Văn phòng"]),
        ("Văn phòng Sở và Thanh tra Sở", ["Văn phòng Sở", "Thanh tra Sở"]),
        ("Phòng Kế hoạch và Quản lý chuyên ngành", []),
        ("Chi cục Tiêu chuẩn, Đo lường, Chất lượng", []),
        ("Các phòng chuyên môn, Trung tâm thuộc Sở", []),
        ("Phòng Thông tin – Báo chí – Xuất bản", []),
    ],
)
def test_only_units_named_together_are_parts(name, parts):
    assert parts == [part.written for part in unit_name(name, SO).parts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Văn phòng", "Văn phòng Sở Khoa học và Công nghệ"),
        ("Văn phòng Sở KH&CN", "VP Sở"),
        ("Thanh tra", "phòng Thanh tra Sở"),
        ("Phòng Kế hoạch - Tài chính", "phòng kế hoạch và tài chính thuộc sở"),
        ("Phòng Kế hoạch – Tài chính", "PHÒNG KẾ HOẠCH, TÀI CHÍNH"),
        ("Phong Ha tang so", "Phòng Hạ tầng số"),
        ("Chi cục TĐC", "Chi cục Tiêu chuẩn Đo lường Chất lượng"),
        (" Văn phòng Sở; ", "Văn phòng Sở"),
    ],
)
def test_case_accents_dashes_and_the_agencys_name_do_not_matter(one, other):
    assert unit_name(one, SO).identity == unit_name(other, SO).identity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Văn phòng", "Văn phòng Sở Nội vụ"),
        ("Văn phòng", "Văn phòng UBND tỉnh"),
        ("Thanh tra", "Thanh tra tỉnh"),
        ("Thanh tra", "Ban Thanh tra nhân dân"),
        ("Phòng Hạ tầng", "Phòng Hạ tầng số"),
        ("Bộ phận một", "Bộ phận một cửa"),
        ("Trung tâm Y tế", "Trung tâm Y tế cơ sở"),
        ("Phòng Công nghệ", "Trung tâm Công nghệ"),
    ],
)
def test_what_belongs_to_a_name_is_kept(one, other):
    assert unit_name(one, SO).identity != unit_name(other, SO).identity


@pytest.mark.parametrize("name", ["", " ; ", "Sở", "&", "-", "TT"])
def test_a_name_that_says_nothing_is_left_as_it_is(name):
    assert unit_name(name, SO).kind == UnitKind.UNSTATED
