"""Where the names of units end in running prose."""

from __future__ import annotations

import pytest

from chiso.plans.reading.passage import Passage
from chiso.plans.reading.unit_ends import end_of_units
from chiso.plans.reading.units import unit_list


@pytest.mark.parametrize(
    ("names", "rest"),
    [
        ("Hội Phụ nữ", " vẽ tranh bích họa"),
        ("Phòng Kế hoạch - Tài chính", " chi trả tiền thuê"),
        ("UBND các xã, phường", " cân đối nguồn"),
        ("Sở Công Thương", " mở phiên chợ"),
        ("Thanh tra Sở", " rà lại lịch"),
        ("Trung tâm Giám sát, điều hành thông minh của tỉnh", " gắn camera"),
        ("Chi cục Trồng trọt và Bảo vệ thực vật", " dập dịch"),
        ("Ban Quản lý các khu công nghiệp, Công ty Điện lực", " cắt tỉa cây"),
        ("các tổ chức chính trị - xã hội", " vào cuộc"),
        ("Kho bạc Nhà nước khu vực XIII", " đối chiếu"),
        ("Phòng Nghiệp vụ 2, Đội số 3", " chốt danh sách"),
        ("Văn phòng cùng Phòng Nội vụ", " chấm điểm"),
        ("Phòng Nội vụ", " cùng đo sự hài lòng"),
        ("các phòng (trừ Văn phòng), đơn vị sự nghiệp", " bám sát tiến độ"),
        ("Báo Lào Cai", " mở chuyên mục 02 kỳ"),
        ("các trạm trực thuộc", " bẫy đèn"),
        ("Trung tâm Ứng dụng và Phát triển tơ tằm, Phòng Kinh tế", " bẫy đèn"),
        ("Phòng Quản lý đô thi", " kẻ vạch"),
    ],
)
def test_a_name_ends_before_the_first_word_that_no_name_is_made_of(names, rest):
    assert names == (names + rest)[: end_of_units(names + rest)]


def test_units_in_prose_are_listed_without_what_they_do():
    passage = Passage("Công an xã, Đoàn Thanh niên và các thôn vẽ tranh, treo 12 pano", 0)

    assert ["Công an xã", "Đoàn Thanh niên", "các thôn"] == [unit.text for unit in unit_list(passage, in_prose=True)]
