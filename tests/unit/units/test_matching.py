import pytest

from chiso.units import Kinship, Match, match

SO = "Sở Khoa học và Công nghệ"
KNOWN = [
    "Văn phòng Sở",
    "Thanh tra Sở",
    "Phòng Quản lý công nghệ",
    "Phòng Quản lý chuyên ngành",
    "Phòng Kế hoạch - Tài chính",
    "Trung tâm Công nghệ số",
]


@pytest.mark.parametrize(
    ("written", "name", "kinship"),
    [
        ("văn phòng", "Văn phòng Sở", Kinship.SAME),
        ("VP Sở KH&CN", "Văn phòng Sở", Kinship.SAME),
        ("phòng Thanh tra", "Thanh tra Sở", Kinship.SAME),
        ("phong ke hoach tai chinh", "Phòng Kế hoạch - Tài chính", Kinship.SAME),
        ("P.KHTC", "Phòng Kế hoạch - Tài chính", Kinship.ABBREVIATED),
        ("PKHTC", "Phòng Kế hoạch - Tài chính", Kinship.ABBREVIATED),
        ("Kế hoạch - Tài chính", "Phòng Kế hoạch - Tài chính", Kinship.ABBREVIATED),
        ("TT CNS", "Trung tâm Công nghệ số", Kinship.ABBREVIATED),
        ("Phòng Quản lý chuyên nghành", "Phòng Quản lý chuyên ngành", Kinship.MISSPELT),
        ("Phòng Quản lý côngnghệ", "Phòng Quản lý công nghệ", Kinship.MISSPELT),
    ],
)
def test_a_name_as_people_write_it_finds_its_unit(written, name, kinship):
    assert Match(name, kinship) == match(written, KNOWN, agency=SO)


def test_only_a_name_that_differs_in_form_alone_is_sure():
    assert match("văn phòng", KNOWN).is_sure
    assert not match("P.KHTC", KNOWN).is_sure


def test_a_name_that_fits_two_units_finds_neither_and_names_both():
    found = match("P. QLCN", KNOWN)
    assert found == Match(None, Kinship.ABBREVIATED, ("Phòng Quản lý công nghệ", "Phòng Quản lý chuyên ngành"))
    assert found.is_ambiguous


def test_the_literal_name_wins_over_its_namesakes():
    assert match("Thanh tra", ["Thanh tra Sở", "Thanh tra"]).name == "Thanh tra"


def test_a_name_that_fits_nothing_brings_those_worth_asking_about():
    found = match("Phòng Quản lý công nghệ và Đổi mới sáng tạo", KNOWN)
    assert (found.name, found.kinship, found.candidates[0]) == (None, Kinship.NONE, "Phòng Quản lý công nghệ")


def test_a_stranger_finds_nothing():
    assert match("Quỹ Bảo vệ rừng", KNOWN) == Match(None, Kinship.NONE)
    assert match("Văn phòng", []) == Match(None, Kinship.NONE)
