from dataclasses import replace

import pypdfium2
import pytest

from chiso.documents.writing import Heading, Item, OfficialDocument, Paragraph, pdf_font, write_pdf
from chiso.documents.writing.fonts import FAMILIES, OWN_FAMILY

LETTERS = "ỷ ẵ ợ Ễ ặ Ỹ ữ ở đ Đ Ằ"
BARE = OfficialDocument("Sở Nội vụ", "Nâng hạng", kind="KẾ HOẠCH")


def text_of(document):
    with pypdfium2.PdfDocument(write_pdf(document)) as opened:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)


def fonts_of(document):
    with pypdfium2.PdfDocument(write_pdf(document)) as opened:
        objects = (each for page in opened for each in page.get_objects())
        return {each.get_font().get_base_name() for each in objects if isinstance(each, pypdfium2.PdfTextObj)}


def test_the_same_document_gives_the_same_bytes():
    assert write_pdf(BARE) == write_pdf(BARE)


@pytest.mark.parametrize(
    "block",
    [Paragraph(LETTERS), Paragraph("…", lead=LETTERS), Heading(1, LETTERS, "I"), Heading(5, LETTERS), Item(LETTERS)],
)
def test_every_vietnamese_letter_comes_out_in_every_face(block):
    assert LETTERS in text_of(replace(BARE, body=(block,)))


def test_no_letter_is_borrowed_from_another_font():
    body = (Paragraph(LETTERS, lead=LETTERS), Heading(5, LETTERS))
    family = pdf_font().family.replace(" ", "")
    names = {name.rpartition("+")[2].replace("PS", "").partition("-")[0] for name in fonts_of(replace(BARE, body=body))}
    assert {family} == {name.removesuffix("MT") for name in names}


def test_font_is_one_of_those_named():
    assert pdf_font().family in {*FAMILIES, OWN_FAMILY}


def test_outline_skips_no_level_though_the_headings_do():
    body = (Heading(2, "Điểm", "1"), Heading(4, "Năm nay", "a"), Heading(1, "VIỆC", "II"))
    with pypdfium2.PdfDocument(write_pdf(replace(BARE, body=body))) as opened:
        found = [(mark.level, mark.get_title()) for mark in opened.get_toc()]
    assert [(0, "1. Điểm"), (1, "a) Năm nay"), (0, "II. VIỆC")] == found


def test_marks_of_the_page_description_are_words_like_any_other():
    odd = "Giá #let x = 1; *đậm* _nghiêng_ $m$ @ai <nhãn> [a] `mã` \\ // hết"
    assert odd in text_of(replace(BARE, body=(Paragraph(odd),))).replace("\r\n", " ").replace("\n", " ")


def test_the_number_of_a_document_is_not_broken():
    words = [f"{'việc ' * n}61/2018/NĐ-CP" for n in range(10, 24)]
    lines = text_of(replace(BARE, body=tuple(Paragraph(each) for each in words))).splitlines()
    assert len(words) == sum("61/2018/NĐ-CP" in line for line in lines)
