"""PDF files: paragraphs over lines and pages, furniture left out, ruled tables rebuilt."""

from __future__ import annotations

import pytest
from tests.unit.documents.pdf_files import HEIGHT, Page, pdf

from chiso.documents import BlockKind, read
from chiso.documents.scans import tesseract
from chiso.problems import ProblemError

LEFT, STEP = 80.0, 18.0
LONG = "Các phòng rà soát danh mục thủ tục và đề xuất cắt giảm thời gian xử lý"  # reaches the right margin


def blocks(pages: list[Page]):
    return read(pdf(pages), "ke-hoach.pdf").blocks


def test_printed_lines_of_one_paragraph_are_put_together():
    page = Page()
    page.write(LEFT + 28, 700, LONG)
    page.write(LEFT, 700 - STEP, LONG.lower())
    page.write(LEFT, 700 - 2 * STEP, "của từng hồ sơ.")
    page.write(LEFT + 28, 700 - 3 * STEP, "- Việc thứ hai.")

    assert [("", f"{LONG} {LONG.lower()} của từng hồ sơ."), ("-", "Việc thứ hai.")] == [
        (block.marker, block.text) for block in blocks([page])
    ]


def test_paragraphs_that_stand_apart_end_at_the_gap_and_nowhere_else():
    page, y, gap = Page(), 800.0, 1.7 * STEP
    printed = [
        ["- Các phòng rà soát toàn bộ danh mục thủ tục đang áp dụng, đề xuất cắt", "giảm thời gian xử lý."],
        ["- Văn phòng Sở chủ trì, phối hợp với các phòng và đơn vị thực hiện."],
        ["Nhiệm vụ cụ thể:"],
        ["- Kiểm tra bốn phòng về việc chấp hành các kỷ luật trước ngày", "30/10/2024."],
        ["- Báo cáo kết quả."],
    ]
    for lines in printed * 3:
        for number, line in enumerate(lines):
            y -= STEP if number else gap
            page.write(LEFT, y, line)

    assert [" ".join(lines) for lines in printed * 3] == [
        f"{block.marker} {block.text}".strip() for block in blocks([page])
    ]


def test_a_paragraph_goes_on_over_the_page_and_page_numbers_are_dropped():
    first, second = Page(), Page()
    for n in range(4):
        first.write(LEFT, 200 - n * STEP, LONG)
    first.write(290, HEIGHT - 40, "1")
    second.write(290, HEIGHT - 40, "2")
    second.write(LEFT, 740, "trong năm.")

    (block,) = blocks([first, second])

    assert block.text == " ".join([LONG] * 4) + " trong năm."
    assert block.page == 1


def test_running_heads_are_dropped():
    pages = []
    for n in range(3):
        page = Page()
        page.write(200, HEIGHT - 35, f"Kế hoạch số 5, trang {n}")
        page.write(LEFT, 600, f"Nội dung thứ {n + 1} của văn bản.")
        pages.append(page)

    assert [f"Nội dung thứ {n} của văn bản." for n in (1, 2, 3)] == [block.text for block in blocks(pages)]


def test_a_number_of_a_document_broken_by_the_line_is_whole_again():
    page = Page()
    page.write(LEFT, 700, "Thực hiện đúng các nội dung đã giao theo Kế hoạch số 54/KH-")
    page.write(LEFT, 700 - STEP, "UBND của tỉnh về cùng việc này trong thời gian từ nay đến hết")

    assert "54/KH-UBND của tỉnh" in blocks([page])[0].text


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["Trước", "15/4/2", "024"], "Trước 15/4/2024"),
        (["Thườn", "g", "xuyên"], "Thường xuyên"),
        (["doanh", "nghiệ", "p"], "doanh nghiệp"),
        (["Quý I", "2024"], "Quý I 2024"),
        (["năm", "2024", "2025"], "năm 2024 2025"),
        (["khoản", "c) hồ"], "khoản c) hồ"),
    ],
)
def test_a_column_too_narrow_for_a_word_does_not_tear_it(lines, told):
    page = Page()
    page.grid([LEFT, LEFT + 42, 500], [720, 650])
    for n, line in enumerate(lines):
        page.write(LEFT + 6, 706 - 14 * n, line, size=12 if len(line) < 6 else 10)
    page.write(LEFT + 60, 706, "Việc phải làm trong năm")

    (row,) = blocks([page])

    assert told == row.cells[0]


def test_a_ruled_table_over_two_pages_is_one_table_with_its_torn_row_whole():
    xs = [80.0, 120.0, 260.0, 420.0]
    first, second = Page(), Page()
    first.grid(xs, [300.0, 270.0, 200.0])
    second.grid(xs, [760.0, 730.0, 690.0])
    for x, head in zip(xs, ("TT", "Nhiệm vụ", "Đơn vị chủ trì"), strict=False):
        first.write(x + 3, 280, head, bold=True)
    first.write(83, 250, "1")
    first.write(123, 250, "Công khai danh mục")
    first.write(123, 232, "thủ tục hành chính và")
    first.write(263, 250, "Văn phòng Sở")
    second.write(123, 740, "biểu phí.")
    second.write(83, 710, "2")
    second.write(123, 710, "Kiểm tra công vụ")
    second.write(263, 710, "Thanh tra Sở")

    rows = blocks([first, second])

    assert [
        ("TT", "Nhiệm vụ", "Đơn vị chủ trì"),
        ("1", "Công khai danh mục thủ tục hành chính và biểu phí.", "Văn phòng Sở"),
        ("2", "Kiểm tra công vụ", "Thanh tra Sở"),
    ] == [row.cells for row in rows]
    assert {BlockKind.ROW} == {row.kind for row in rows}
    assert [True, False, False] == [row.is_table_head for row in rows]


def test_a_cell_merged_over_rows_says_so():
    xs = [80.0, 200.0, 420.0]
    page = Page()
    page.grid(xs, [300.0, 270.0, 240.0, 210.0])
    page.rules = [rule for rule in page.rules if rule != (80.0, 240.0, 420.0, 240.0)]
    page.rules.append((200.0, 240.0, 420.0, 240.0))
    page.write(83, 280, "Đơn vị")
    page.write(203, 280, "Nhiệm vụ")
    page.write(83, 250, "Văn phòng Sở")
    page.write(203, 250, "Việc một")
    page.write(203, 220, "Việc hai")

    assert [
        (("Đơn vị", "Nhiệm vụ"), (False, False)),
        (("Văn phòng Sở", "Việc một"), (False, False)),
        (("", "Việc hai"), (True, False)),
    ] == [(row.cells, row.merged) for row in blocks([page])]


def test_a_pdf_of_empty_pages_is_empty():
    with pytest.raises(ProblemError) as caught:
        read(pdf([Page(), Page()]), "trang.pdf")

    assert caught.value.problems[0].code == "documents.empty"


def test_a_pdf_cut_off_is_damaged():
    page = Page()
    page.write(LEFT, 700, LONG)

    with pytest.raises(ProblemError) as caught:
        read(pdf([page])[:200], "cat-cut.pdf")

    assert caught.value.problems[0].code == "documents.damaged"


def test_letters_of_a_font_that_does_not_say_which_they_are_need_recognition(monkeypatch):
    page = Page()
    page.write(LEFT, 700, "".join(chr(0xE100 + ord(letter)) for letter in LONG))
    monkeypatch.setattr(tesseract, "_found", tuple)

    with pytest.raises(ProblemError) as caught:
        read(pdf([page]), "phong-la.pdf")

    assert caught.value.problems[0].code == "documents.unreadable_font"


def test_letters_without_a_height_of_their_own_stay_on_one_line():
    # A comma is low and small: in fonts that do not tell their height its box is no larger than its ink.
    page = Page()
    page.write(LEFT, 700, "Đạt 11,91/13 điểm, xếp thứ 11 trong khối sở, ban, ngành.")

    assert ["Đạt 11,91/13 điểm, xếp thứ 11 trong khối sở, ban, ngành."] == [block.text for block in blocks([page])]


def test_text_in_an_old_font_is_unicode():
    page = Page()
    page.write(LEFT, 700, "KÕ ho¹ch thùc hiÖn cña Së vµ c¸c ®¬n vÞ thuéc tØnh")

    assert ["Kế hoạch thực hiện của Sở và các đơn vị thuộc tỉnh"] == [block.text for block in blocks([page])]
