"""Plain text and Markdown: markup off, torn paragraphs and rows whole, lines remembered."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.documents import Place, read
from chiso.documents.markers import split_marker


def blocks(text: str):
    return read(text.encode(), "ke-hoach.txt").blocks


@pytest.mark.parametrize(
    ("line", "marker", "rest"),
    [
        ("I. MỤC TIÊU", "I", "MỤC TIÊU"),
        ("IV- GIẢI PHÁP", "IV", "GIẢI PHÁP"),
        ("Phần II. NHIỆM VỤ", "Phần II", "NHIỆM VỤ"),
        ("Điều 3. Hiệu lực", "Điều 3", "Hiệu lực"),
        ("2.1.3 Chỉ số", "2.1.3", "Chỉ số"),
        ("1.Xây dựng", "1", "Xây dựng"),
        ("3) Việc ba", "3", "Việc ba"),
        ("a) Việc đầu", "a", "Việc đầu"),
        ("-Thực hiện", "-", "Thực hiện"),
        ("- + Triển khai", "+", "Triển khai"),
        ("- a) Mục tiêu", "a", "Mục tiêu"),
        ("• Việc", "•", "Việc"),
        ("100% hồ sơ", "", "100% hồ sơ"),
        ("7.28 điểm", "", "7.28 điểm"),
        ("05 lớp tập huấn", "", "05 lớp tập huấn"),
        ("Mục tiêu chung", "", "Mục tiêu chung"),
        ("V/v nâng cao", "", "V/v nâng cao"),
    ],
)
def test_marks_and_numbers_are_parted_from_their_words(line, marker, rest):
    assert (marker, rest) == split_marker(line)


def test_markup_goes_and_broken_letters_stay():
    (block,) = blocks("## **1.2. Chỉ số *minh bạch* đề d\\ang <https://so.gov.vn>**")

    assert ("1.2", "Chỉ số minh bạch đề d\\ang https://so.gov.vn") == (block.marker, block.text)


def test_a_paragraph_torn_by_a_page_is_one_block_with_both_lines():
    (block,) = blocks("- Bố trí công chức có năng lực làm việc tại bộ phận một cửa và giao\n\nchỉ tiêu cho từng người.")

    assert block.text.endswith("và giao chỉ tiêu cho từng người.")
    assert (1, 3) == (block.line, block.last_line)


def test_lines_broken_at_a_fixed_width_are_one_paragraph():
    text = (
        "Các phòng chuyên môn chủ động rà soát nhiệm vụ được giao trong kế\n"
        "hoạch năm, bảo đảm tiến độ. Trưởng phòng chịu trách nhiệm trước\n"
        "Giám đốc về kết quả thực hiện.\n\n"
        "Văn phòng theo dõi việc thực hiện của các phòng, mỗi tuần một lần\n"
        "và nêu tên đơn vị chậm. Kết quả được tính vào đánh giá thi đua của\n"
        "cuối năm.\n"
    )

    assert [
        (
            "Các phòng chuyên môn chủ động rà soát nhiệm vụ được giao trong kế hoạch năm, bảo đảm tiến độ. "
            "Trưởng phòng chịu trách nhiệm trước Giám đốc về kết quả thực hiện."
        ),
        (
            "Văn phòng theo dõi việc thực hiện của các phòng, mỗi tuần một lần và nêu tên đơn vị chậm. "
            "Kết quả được tính vào đánh giá thi đua của cuối năm."
        ),
    ] == [block.text for block in blocks(text)]


def test_recipients_and_signer_side_by_side_are_lines_of_their_own():
    assert ["Nơi nhận:", "GIÁM ĐỐC"] == [block.text for block in blocks("Nơi nhận:                    GIÁM ĐỐC")]


def test_a_table_of_tabs_keeps_its_cells_and_loses_its_repeated_head():
    rows = blocks(
        "TT\tViệc\tChủ trì\n1\tĐăng tin lên\tVăn phòng\n\nTT\tViệc\tChủ trì\n\ttrang của Sở\t\n2\tKiểm tra\tThanh tra"
    )

    assert [
        ("TT", "Việc", "Chủ trì"),
        ("1", "Đăng tin lên trang của Sở", "Văn phòng"),
        ("2", "Kiểm tra", "Thanh tra"),
    ] == [row.cells for row in rows]


def test_a_markdown_table_is_a_table():
    rows = blocks("| TT | Việc |\n|----|------|\n| 1 | Đăng **tin** |")

    assert [("TT", "Việc"), ("1", "Đăng tin")] == [row.cells for row in rows]


@given(st.text(alphabet="aăâêôơưđ ẽộ\u0301\u0300.-+*#|\t\n123)“”", max_size=200))
def test_whatever_is_read_is_nfc_and_stands_at_its_place(text):
    content = f"Kế hoạch\n\n{text}".encode()

    document = read(content, "a.txt")

    for number, block in enumerate(document.blocks):
        assert block.text == unicodedata.normalize("NFC", block.text)
        assert block.text == document.text_at(Place(number, 0, len(block.text)))


def test_a_paragraph_without_end_is_cut_at_a_space_and_loses_nothing():
    words = "nhiệm vụ " * 5_000

    pieces = blocks(words)

    assert words.strip() == " ".join(piece.text for piece in pieces)
    assert max(len(piece.text) for piece in pieces) <= 20_000


def test_a_cell_without_end_is_cut_into_rows():
    words = " ".join(f"việc {n}" for n in range(9_000))
    rows = [block for block in blocks(f"| TT | Nội dung |\n|---|---|\n| 1 | {words} |\n") if block.cells]

    assert words == " ".join(row.cells[1] for row in rows[1:])
    assert ["1", "", "", "", ""] == [row.cells[0] for row in rows[1:]]
    assert max(len(row.cells[1]) for row in rows) <= 20_000


def test_lines_broken_at_a_width_without_blank_lines_are_one_paragraph():
    text = (
        "1. Nhiệm vụ của phòng\n"
        "Lập danh sách hồ sơ còn tồn đọng của từng xã, báo cáo Chủ tịch UBND huyện Phú\n"
        "Lương và thông báo cho người dân biết ngày trả kết quả mới, không để người dân\n"
        "phải đi lại nhiều lần; phân công công chức theo dõi từng hồ sơ cho đến khi xong\n"
        "việc, có sổ ghi và chữ ký.\n"
        "Công khai số điện thoại của người phụ trách tại trụ sở và trên trang thông tin\n"
        "của huyện, xã.\n"
    )

    blocks = read(text.encode(), "ke-hoach.txt").blocks

    assert ["Nhiệm vụ của phòng", "Lập danh sách", "Công khai số"] == [
        blocks[0].text,
        *(" ".join(block.text.split()[:3]) for block in blocks[1:]),
    ]
    assert "huyện Phú Lương và thông báo" in blocks[1].text
