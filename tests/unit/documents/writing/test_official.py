from dataclasses import replace

import pytest

from chiso.documents.writing import Annex, OfficialDocument, PlaceAndDay

PLAN = OfficialDocument(
    "Sở Nội vụ", "Nâng hạng PAR INDEX", kind="KẾ HOẠCH", number="7/KH-SNV", place_and_day=PlaceAndDay("Huế", 2025, 3, 4)
)


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("7/KH-SNV", "Số: 07/KH-SNV"),
        ("113/KH-SNV", "Số: 113/KH-SNV"),
        ("/KH-SNV", "Số:       /KH-SNV"),
        ("", "Số:       /      "),
    ],
)
def test_number_line_has_two_figures_or_room_for_them(number, line):
    assert line == replace(PLAN, number=number).number_line


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (PlaceAndDay("Huế", 2025, 3, 4), "Huế, ngày 04 tháng 3 năm 2025"),
        (PlaceAndDay("Huế", 2025, 2, 14), "Huế, ngày 14 tháng 02 năm 2025"),
        (PlaceAndDay("Huế", 2025, 11), "Huế, ngày      tháng 11 năm 2025"),
        (PlaceAndDay("Huế", 2025), "Huế, ngày      tháng      năm 2025"),
        (PlaceAndDay("Huế"), "Huế, ngày      tháng      năm 20    "),
    ],
)
def test_line_of_place_and_day_keeps_room_for_what_is_blank(day, line):
    assert line == day.line


def test_annex_is_numbered_only_where_there_are_several():
    one = replace(PLAN, annexes=(Annex("Bảng", ()),))
    two = replace(PLAN, annexes=(Annex("Bảng", ()), Annex("Mẫu", ())))
    assert "Phụ lục" == one.annex_number(0)
    assert "Phụ lục II" == two.annex_number(1)


def test_annex_names_the_document_it_belongs_to():
    assert "(Kèm theo Kế hoạch số 07/KH-SNV ngày 04 tháng 3 năm 2025 của Sở Nội vụ)" == PLAN.reference
    letter = replace(PLAN, kind="", number="7/SNV-VP")
    assert "(Kèm theo Công văn số 07/SNV-VP ngày 04 tháng 3 năm 2025 của Sở Nội vụ)" == letter.reference
