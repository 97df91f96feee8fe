"""PDF files with tags and without: which printed lines are one paragraph, which pieces of tables one row."""

from __future__ import annotations

import pytest
from tests.unit.documents.pdf_files import Page, pdf

from chiso.documents import BlockKind, read, write_pdf
from chiso.documents.writing import Annex, Column, Item, OfficialDocument, Paragraph, Row, Table

LEFT, STEP = 80.0, 18.0
XS = [80.0, 120.0, 260.0, 420.0]
DASHED = (
    "Sở giao Phòng Kế hoạch - Tài chính chủ trì, Phòng Tổ chức - Hành chính, Phòng Đầu tư - Xây dựng phối hợp; phấn đấu đạt 7.",
    "Phòng Kế hoạch - Tài chính, Trung tâm Tư vấn - Thiết kế và Phòng Quản lý - Giám sát gửi báo cáo về Văn phòng Sở.",
)
ROWS = (
    Row(("", "Trả lời kiến nghị của doanh nghiệp", "Văn phòng Sở")),
    Row(("", "Mở lớp tập huấn", "các phòng, đơn vị liên quan")),
    Row(("2", "Công khai biểu phí", "")),
)


def without_tags(content: bytes) -> bytes:
    """The same file, but that no reader finds its tags."""
    return content.replace(b"/StructTreeRoot", b"/WithoutAnyTags")


def looks(content: bytes) -> list[tuple[str, str]]:
    return [(b.marker, b.text) for b in read(content, "ke-hoach.pdf").blocks if b.kind is not BlockKind.ROW]


def rows(content: bytes) -> list[tuple[str, ...]]:
    return [block.cells for block in read(content, "ke-hoach.pdf").blocks if block.kind is BlockKind.ROW]


def table(lines: int) -> bytes:
    """A document with an annex in which rows without a number stand at each height of the page."""
    before = tuple(Row((str(n), "Việc", "Thanh tra Sở")) for n in range(1, lines + 1))
    columns = (Column("TT", 1), Column("Nội dung", 8), Column("Đơn vị chủ trì", 4))
    annex = Annex("Danh mục", (Table(columns, before + ROWS),), is_landscape=False)
    return write_pdf(OfficialDocument("SỞ NỘI VỤ", "Nâng hạng", kind="KẾ HOẠCH", annexes=(annex,)))


@pytest.mark.parametrize("words", range(0, 12, 3))
@pytest.mark.parametrize("as_printed", [bytes, without_tags])
def test_a_dash_or_number_that_begins_a_printed_line_goes_on_with_its_sentence(words, as_printed):
    said = [f"{'Xét thấy ' * words}{text}" for text in DASHED]
    written = write_pdf(OfficialDocument("SỞ NỘI VỤ", "Nâng hạng", body=(Paragraph(said[0]), Item(said[1]))))

    found = looks(as_printed(written))

    assert ("", said[0]) in found
    assert ("-", said[1]) in found


@pytest.mark.parametrize("lines", range(38, 46))
@pytest.mark.parametrize("as_printed", [bytes, without_tags])
def test_a_row_without_a_number_at_the_top_of_a_page_is_a_row_of_its_own(lines, as_printed):
    assert [row.cells for row in ROWS] == rows(as_printed(table(lines)))[-3:]


def test_a_word_broken_after_a_slash_is_whole_again():
    page = Page()
    page.write(LEFT, 700, "Gặp mặt doanh nghiệp trên địa bàn tỉnh với tần suất 02 buổi/")
    page.write(LEFT, 700 - STEP, "tháng tại trụ sở.")

    ((_, text),) = looks(pdf([page]))

    assert text.endswith("02 buổi/tháng tại trụ sở.")


def test_an_abbreviation_in_a_column_too_narrow_for_it_is_whole_again():
    page = Page()
    page.grid([80.0, 104.0, 300.0], [300.0, 250.0, 220.0])
    page.write(86, 282, "ST", size=12)
    page.write(86, 266, "T", size=12)
    page.write(110, 282, "Nội dung")
    page.write(86, 232, "12")
    page.write(110, 232, "Công khai")

    assert [("STT", "Nội dung"), ("12", "Công khai")] == rows(pdf([page]))


def test_points_of_a_cell_are_paragraphs_of_it_though_no_mark_ends_the_one_before():
    page = Page()
    page.grid([80.0, 120.0, 400.0], [300.0, 240.0])
    page.write(86, 282, "1")
    page.write(126, 282, "- Công khai biểu phí")
    page.write(126, 266, "- Mở lớp tập huấn")

    assert [("1", "- Công khai biểu phí\n- Mở lớp tập huấn")] == rows(pdf([page]))


def test_points_of_a_cell_go_on_over_the_page():
    first, second = Page(), Page()
    first.grid(XS, [300.0, 250.0])
    first.write(83, 282, "1")
    first.write(123, 282, "- Công khai;")
    first.write(123, 266, "- Niêm yết")
    first.write(263, 282, "Văn phòng Sở")
    second.grid(XS, [760.0, 730.0, 700.0])
    second.write(123, 740, "- Trả lời.")
    second.write(83, 710, "2")
    second.write(123, 710, "Kiểm tra")

    assert [("1", "- Công khai;\n- Niêm yết\n- Trả lời.", "Văn phòng Sở"), ("2", "Kiểm tra", "")] == rows(
        pdf([first, second])
    )


def test_heads_of_two_rows_are_printed_once():
    pages = [Page(), Page()]
    for number, page in enumerate(pages, start=1):
        page.grid(XS, [300.0, 280.0, 260.0, 240.0])
        for y, words in ((285, ("TT", "Nội dung", "Đơn vị")), (265, ("(1)", "(2)", "(3)")), (245, (str(number), "Việc", "Thanh tra"))):  # fmt: skip
            for x, word in zip(XS, words, strict=False):
                page.write(x + 3, y, word)

    assert ["TT", "(1)", "1", "2"] == [row[0] for row in rows(pdf(pages))]
