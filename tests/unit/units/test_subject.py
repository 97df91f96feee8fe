import pytest

from chiso.units import Subject, SubjectKind, subject_kind, subject_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sở Khoa học và Công nghệ", SubjectKind.DEPARTMENT),
        ("Ban Quản lý Khu kinh tế", SubjectKind.DEPARTMENT),
        ("UBND huyện Bát Xát", SubjectKind.DISTRICT),
        ("Ủy ban nhân dân thành phố Lào Cai", SubjectKind.DISTRICT),
        ("Thị xã Sa Pa", SubjectKind.DISTRICT),
        ("UBND xã Cốc San", SubjectKind.COMMUNE),
        ("Phường Bắc Cường", SubjectKind.COMMUNE),
        ("UBND tỉnh Lào Cai", SubjectKind.PROVINCE),
    ],
)
def test_a_body_is_told_by_its_name(name, kind):
    assert kind == subject_kind(name)


@pytest.mark.parametrize(
    ("framework", "agency", "expected"),
    [
        # the five plans: two of them serve an index of their province, three one of their own
        ("DDCI", "Sở Khoa học và Công nghệ", SubjectKind.DEPARTMENT),
        ("PCI", "Sở Khoa học và Công nghệ", SubjectKind.PROVINCE),
        ("PAR INDEX", "Sở Khoa học và Công nghệ", SubjectKind.DEPARTMENT),
        ("PAPI", "Sở Khoa học và Công nghệ", SubjectKind.PROVINCE),
        ("PAR INDEX", "UBND tỉnh Lào Cai", SubjectKind.PROVINCE),
        ("DDCI", "UBND huyện Bát Xát", SubjectKind.DISTRICT),
    ],
)
def test_an_index_measures_the_province_or_the_agency_itself(framework, agency, expected):
    subject = subject_of(framework, province="Lào Cai", agency=agency)
    name = "Lào Cai" if expected is SubjectKind.PROVINCE else agency
    assert Subject(expected, name, "Lào Cai") == subject
    assert name == str(subject)
