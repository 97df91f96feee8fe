import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from chiso import documents
from chiso.documents.writing import (
    Annex,
    Clause,
    Column,
    Heading,
    Item,
    OfficialDocument,
    Paragraph,
    Row,
    Table,
    write_docx,
)

BARE = OfficialDocument("Sở Nội vụ", "Nâng hạng", kind="KẾ HOẠCH")
HEADINGS = (
    Heading(1, "MỤC TIÊU", "I"),
    Heading(2, "Điểm", "1"),
    Heading(3, "Điểm thẩm định", "1.1"),
    Heading(4, "Năm nay", "a"),
    Heading(4, "Năm sau", "b"),
    Heading(1, "VIỆC LÀM", "II"),
    Heading(2, "Phòng một cửa", "1"),
    Clause(2, "2", "Phòng khác tự soát."),
    Heading(2, "Nhảy số", "7"),
    Heading(4, "Chữ đ", "đ"),
)


def paragraphs(document):
    return docx.Document(io.BytesIO(write_docx(document))).paragraphs


def paragraph(document, words):
    return next(p for p in paragraphs(document) if words in p.text)


def test_the_same_document_gives_the_same_bytes():
    assert write_docx(replace(BARE, body=HEADINGS)) == write_docx(replace(BARE, body=HEADINGS))


def test_file_holds_no_leftovers_of_the_librarys_template():
    names = zipfile.ZipFile(io.BytesIO(write_docx(BARE))).namelist()
    assert [] == [name for name in names if "thumbnail" in name or "customXml" in name or "Effects" in name]


def test_numbers_that_word_counts_are_words_own():
    document = replace(BARE, body=HEADINGS)
    assert ["MỤC TIÊU", "Điểm", "Điểm thẩm định", "Năm nay", "Phòng một cửa", "Phòng khác tự soát."] == [
        p.text
        for p in paragraphs(document)
        if p.text in {"MỤC TIÊU", "Điểm", "Điểm thẩm định", "Năm nay", "Phòng một cửa", "Phòng khác tự soát."}
    ]


@pytest.mark.parametrize(("words", "printed"), [("Nhảy số", "7. Nhảy số"), ("Chữ đ", "đ) Chữ đ")])
def test_numbers_that_word_would_count_otherwise_are_typed(words, printed):
    found = paragraph(replace(BARE, body=HEADINGS), words)
    assert printed == found.text
    assert "0" == found._p.pPr.find(f"{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val"))


def test_reader_sees_every_number_and_mark_as_printed():
    body = (*HEADINGS, Item("việc lớn"), Item("việc nhỏ", level=2))
    read = documents.read(write_docx(replace(BARE, body=body)), "x.docx").blocks
    marks = [block.marker for block in read if block.marker]
    assert ["I", "1", "1.1", "a", "b", "II", "1", "2", "7", "đ", "-", "+"] == marks


def test_headings_are_words_headings_so_that_they_show_in_the_outline():
    found = {p.text: p.style.name for p in paragraphs(replace(BARE, body=HEADINGS))}
    assert "Heading 1" == found["MỤC TIÊU"]
    assert "Heading 4" == found["Năm sau"]


def test_bold_words_lead_a_paragraph():
    found = paragraph(replace(BARE, body=(Paragraph("Sở lập kế hoạch.", lead="Điều 1."),)), "Điều 1")
    assert [("Điều 1. ", True), ("Sở lập kế hoạch.", None)] == [(run.text, run.bold) for run in found.runs]


def test_title_stands_before_its_table_and_a_row_of_title_spans_the_rest():
    columns = (Column("TT", 1), Column("Việc", 4), Column("Ai", 2))
    table = Table(columns, (Row(("1", "Điểm"), is_title=True), Row(("1.1", "Ghi sổ", "Văn phòng"))), title="Bảng 1")
    word = docx.Document(io.BytesIO(write_docx(replace(BARE, annexes=(Annex("Danh mục", (table,)),)))))
    body = [child.tag.rpartition("}")[2] for child in word.element.body]
    assert ["p", "p", "p", "p", "p", "tbl", "sectPr"] == body[-7:]
    assert ["1", "Điểm", "Điểm"] == [cell.text for cell in word.tables[-1].rows[1].cells]


def test_last_paragraph_stays_on_the_page_of_the_signature():
    last = paragraph(replace(BARE, body=(Paragraph("Một."), Paragraph("Hai."))), "Hai.")
    assert last.paragraph_format.keep_with_next is True


def test_control_characters_and_endless_titles_do_not_spoil_the_file():
    odd = replace(BARE, title="Nâng\x0b hạng " * 60, body=(Paragraph("Ghi\x00 sổ\x1f."),))
    assert "Ghi sổ." in [p.text for p in paragraphs(odd)]
