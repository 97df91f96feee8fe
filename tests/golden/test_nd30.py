"""What is written is measured against Decree 30/2020/NĐ-CP, appendix I (part I: page; part II: parts of a document;
part V: the table of type), with the decree's own ranges."""

import io
import zipfile
from functools import cache
from typing import NamedTuple

import pypdfium2
import pytest
from lxml import etree
from pypdfium2 import raw
from tests.golden.nd30_sample import LETTER, PLAN

from chiso.documents import write_docx, write_pdf
from chiso.documents.writing import pdf_font

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS_A_MM = 1440 / 25.4
POINTS_A_MM = 72 / 25.4


# the Word file


@cache
def part(document, name):
    with zipfile.ZipFile(io.BytesIO(write_docx(document))) as parts:
        return etree.fromstring(parts.read(f"word/{name}.xml"))


def style(identity):
    return part(PLAN, "styles").find(f"{W}style[@{W}styleId='{identity}']")


def attribute(element, path, name="val"):
    found = element.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + name)


def size_of(identity):
    return int(attribute(style(identity), "rPr/sz")) / 2


def looks_of(identity):
    runs = style(identity).find(f"{W}rPr")
    return (runs.find(f"{W}b") is not None, runs.find(f"{W}i") is not None)


def paragraphs(document, identity):
    found = part(document, "document").iterfind(f".//{W}p[{W}pPr]")
    named = [p for p in found if attribute(p, "pPr/pStyle") == identity]
    return ["".join(t.text for t in p.iter(f"{W}t")) for p in named]


def sections(document):
    return list(part(document, "document").iter(f"{W}sectPr"))


def millimetres(element, path, name):
    return int(attribute(element, path, name)) / TWIPS_A_MM


@pytest.mark.parametrize(
    ("side", "least", "most"),
    [("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)],  # part I.3
)
def test_margins_of_every_section_lie_in_the_range(side, least, most):
    found = [millimetres(section, "pgMar", side) for section in sections(PLAN)]
    assert len(found) == 3
    assert all(least - 0.05 <= length <= most + 0.05 for length in found)


def test_paper_is_a4_and_the_annex_of_the_table_is_landscape():  # part I.1 and I.2
    found = [(round(millimetres(s, "pgSz", "w")), round(millimetres(s, "pgSz", "h"))) for s in sections(PLAN)]
    assert [(210, 297), (297, 210), (210, 297)] == found


def test_font_is_times_new_roman_in_black():  # part I.4
    defaults = part(PLAN, "styles").find(f"{W}docDefaults/{W}rPrDefault")
    fonts = {attribute(defaults, "rPr/rFonts", name) for name in ("ascii", "hAnsi", "cs", "eastAsia")}
    assert {"Times New Roman"} == fonts
    assert attribute(defaults, "rPr/color") == "000000"


# part V: size, bold, italic of each part
TYPE = [
    ("QuocHieu", 12, 13, True, False),
    ("TieuNgu", 13, 14, True, False),
    ("CoQuanChuQuan", 12, 13, False, False),
    ("CoQuanBanHanh", 12, 13, True, False),
    ("SoKyHieu", 13, 13, False, False),
    ("DiaDanh", 13, 14, False, True),
    ("TenLoai", 13, 14, True, False),
    ("TrichYeu", 13, 14, True, False),
    ("VeViec", 12, 13, False, False),
    ("CanCu", 13, 14, False, True),
    ("NoiDung", 13, 14, False, False),
    ("Heading1", 13, 14, True, False),
    ("Heading2", 13, 14, True, False),
    ("Heading4", 13, 14, False, False),
    ("Khoan", 13, 14, False, False),
    ("QuyenHanChucVu", 13, 14, True, False),
    ("NguoiKy", 13, 14, True, False),
    ("KinhGui", 13, 14, False, False),
    ("NoiNhan", 12, 12, True, True),
    ("DanhSachNoiNhan", 11, 11, False, False),
    ("PhuLuc", 14, 14, True, False),
    ("TenPhuLuc", 13, 14, True, False),
    ("DanChieuPhuLuc", 13, 14, False, True),
    ("SoTrang", 13, 14, False, False),
]


@pytest.mark.parametrize(("identity", "least", "most", "bold", "italic"), TYPE)
def test_type_of_each_part_is_the_decrees(identity, least, most, bold, italic):
    assert least <= size_of(identity) <= most
    assert (bold, italic) == looks_of(identity)


@pytest.mark.parametrize("identity", ["NoiDung", "Khoan", "GachDauDong", "CanCu"])
def test_text_is_justified_indented_and_spaced(identity):  # part II.6: 1 or 1,27 cm, at least 6 pt, 1 to 1,5 lines
    own = style(identity)
    assert attribute(own, "pPr/jc") == "both"
    assert round(millimetres(own, "pPr/ind", "firstLine"), 1) in {10.0, 12.7}
    assert int(attribute(own, "pPr/spacing", "after")) / 20 >= 6
    assert 1 <= int(attribute(own, "pPr/spacing", "line")) / 240 <= 1.5


def test_capitals_stand_where_the_decree_wants_them():
    assert ["UBND TỈNH LÀO CAI"] == paragraphs(PLAN, "CoQuanChuQuan")
    assert ["SỞ KHOA HỌC VÀ CÔNG NGHỆ"] == paragraphs(PLAN, "CoQuanBanHanh")
    assert ["KẾ HOẠCH"] == paragraphs(PLAN, "TenLoai")
    assert ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"] == paragraphs(PLAN, "QuyenHanChucVu")
    assert ["DANH MỤC VIỆC", "MẪU SỔ"] == paragraphs(PLAN, "TenPhuLuc")


def test_number_and_day_have_two_figures():  # part II.3 and II.4: below 10; months 1 and 2
    assert ["Số: 07/KH-SKHCN"] == paragraphs(PLAN, "SoKyHieu")
    assert ["Lào Cai, ngày 09 tháng 01 năm 2025"] == paragraphs(PLAN, "DiaDanh")
    assert ["Lào Cai, ngày 20 tháng 4 năm 2025"] == paragraphs(LETTER, "DiaDanh")


def test_bases_and_recipients_end_as_lists_do():  # part II.6 and II.9
    assert ["Căn cứ Quyết định số 12/QĐ-UBND ngày 05/01/2025;", "Căn cứ Kế hoạch số 34/KH-UBND."] == paragraphs(
        PLAN, "CanCu"
    )
    assert ["- UBND tỉnh;", "- Các phòng;", "- Lưu: VT, KHTC."] == paragraphs(PLAN, "DanhSachNoiNhan")


def test_annexes_have_roman_numbers_and_name_their_document():  # part III
    assert ["Phụ lục I", "Phụ lục II"] == paragraphs(PLAN, "PhuLuc")
    reference = "(Kèm theo Kế hoạch số 07/KH-SKHCN ngày 09 tháng 01 năm 2025 của Sở Khoa học và Công nghệ)"
    assert [reference, reference] == paragraphs(PLAN, "DanChieuPhuLuc")


def test_letter_has_its_subject_under_the_number_and_no_kind():  # part II.5b and II.9a
    assert ["V/v nhắc gửi báo cáo quý I"] == paragraphs(LETTER, "VeViec")
    assert int(attribute(style("VeViec"), "pPr/spacing", "before")) / 20 == 6
    assert [] == paragraphs(LETTER, "TenLoai")
    assert ["- Phòng Tổ chức;", "- Thanh tra Sở."] == paragraphs(LETTER, "NoiKinhGui")


def test_pages_are_numbered_above_but_not_on_the_first():  # part I.7; an annex counts for itself
    assert all(section.find(f"{W}titlePg") is not None for section in sections(PLAN))
    assert [None, "1", "1"] == [attribute(section, "pgNumType", "start") for section in sections(PLAN)]
    header = attribute(style("SoTrang"), "pPr/jc")
    assert header == "center"


def test_rules_are_drawn_as_long_as_the_decree_says():  # part II.1, II.2, II.5a
    rules = [p for p in part(PLAN, "document").iter(f"{W}p") if p.find(f"{W}pPr/{W}pBdr/{W}top") is not None]
    sides = [millimetres(rule, "pPr/ind", "left") for rule in rules]
    issuer, motto, title = (room - 2 * side for room, side in zip((68, 91, 165), sides, strict=True))
    assert 1 / 3 <= issuer / 64.2 <= 1 / 2
    assert motto == pytest.approx(55.9, abs=0.5)
    assert 1 / 3 <= title / 75.6 <= 1 / 2


def test_heads_of_the_annexs_table_are_repeated():
    rows = part(PLAN, "document").iter(f"{W}tr")
    assert 1 == sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows)


# the PDF


class Run(NamedTuple):
    """A run of words on a page; lengths in points, the baseline from the lower edge."""

    words: str
    size: float
    font: str
    left: float
    right: float
    baseline: float
    top: float


class Page(NamedTuple):
    """A page: width, height, runs of words, and the lines drawn as (left, right, height)."""

    width: float
    height: float
    runs: list[Run]
    rules: list[tuple[float, float, float]]


@cache
def pages(document):
    with pypdfium2.PdfDocument(write_pdf(document)) as opened:
        return [Page(*page.get_size(), list(runs_on(page)), list(rules_on(page))) for page in opened]


def runs_on(page):
    text = page.get_textpage()
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], textpage=text):
        left, _, right, top = each.get_bounds()
        matrix = each.get_matrix().get()
        words = each.extract()
        if words.strip():
            size = round(each.get_font_size() * abs(matrix[3]), 2)
            yield Run(words.strip(), size, each.get_font().get_base_name(), left, right, matrix[5], top)


def rules_on(page):
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = each.get_bounds()
        if top - bottom < 3:
            yield left, right, bottom


def run_with(document, words):
    return next(run for run in pages(document)[0].runs if words in run.words)


def length(run):
    return run.right - run.left


@pytest.mark.parametrize(
    ("words", "least", "most", "face"),
    [
        ("CỘNG HÒA", 12, 13, "Bold"),
        ("Độc lập", 13, 14, "Bold"),
        ("UBND TỈNH", 12, 13, ""),
        ("SỞ KHOA HỌC", 12, 13, "Bold"),
        ("07/KH-SKHCN", 13, 13, ""),
        ("Lào Cai, ngày", 13, 14, "Italic"),
        ("KẾ HOẠCH", 13, 14, "Bold"),
        ("Căn cứ Kế hoạch", 13, 14, "Italic"),
        ("Sở lập Kế hoạch", 13, 14, ""),
        ("MỤC TIÊU", 13, 14, "Bold"),
        ("Phòng một cửa", 13, 14, ""),
        ("KT. GIÁM ĐỐC", 13, 14, "Bold"),
        ("Lê Văn Kỷ", 13, 14, "Bold"),
        ("Nơi nhận:", 12, 12, "BoldItalic"),
        ("- Lưu: VT, KHTC.", 11, 11, ""),
    ],
)
def test_type_in_the_pdf_is_the_decrees(words, least, most, face):
    run = run_with(PLAN, words)
    assert least <= run.size <= most
    assert face == run.font.partition("-")[2].replace("Regular", "")


def is_page_number(run):
    return run.words.isdigit() and len(run.words) == 1


def test_everything_in_the_pdf_keeps_to_the_margins():  # part I.3; a line's box holds the space at its end
    for page in pages(PLAN):
        inside = [run for run in page.runs if not is_page_number(run)]
        assert min(run.left for run in inside) / POINTS_A_MM >= 29.5
        assert (page.width - max(run.right for run in inside)) / POINTS_A_MM >= 14
        assert (page.height - max(run.top for run in inside)) / POINTS_A_MM >= 19.5
        assert min(run.baseline for run in inside) / POINTS_A_MM >= 20


def test_pages_of_the_pdf_are_a4_and_numbered_in_the_upper_margin():  # part I.1, I.7; each annex counts for itself
    sizes = [(round(page.width / POINTS_A_MM), round(page.height / POINTS_A_MM)) for page in pages(PLAN)]
    assert [(210, 297), *[(297, 210)] * (len(sizes) - 2), (210, 297)] == sizes
    numbers = [[run for run in page.runs if is_page_number(run)] for page in pages(PLAN)]
    assert ["", "", *(str(n) for n in range(2, len(sizes) - 1)), ""] == [
        "".join(r.words for r in found) for found in numbers
    ]
    second = numbers[2][0]
    assert 13 <= second.size <= 14
    assert (second.left + second.right) / 2 == pytest.approx((30 + (297 - 15)) / 2 * POINTS_A_MM, abs=1)
    assert second.baseline > (210 - 20) * POINTS_A_MM


def test_issuer_stands_left_and_the_nation_right_on_one_height():  # part II.1 and II.2
    issuer, nation = run_with(PLAN, "UBND TỈNH"), run_with(PLAN, "CỘNG HÒA")
    assert issuer.right < nation.left
    assert issuer.baseline == pytest.approx(nation.baseline, abs=0.5)
    number, day = run_with(PLAN, "07/KH-SKHCN"), run_with(PLAN, "Lào Cai, ngày")
    assert number.baseline == pytest.approx(day.baseline, abs=0.5)


def test_rules_in_the_pdf_are_as_long_as_the_decree_says():
    rules = sorted(pages(PLAN)[0].rules, key=lambda rule: rule[2])
    title, *above = [right - left for left, right, _ in rules]
    issuer, motto = sorted(above)
    assert 1 / 3 <= issuer / length(run_with(PLAN, "SỞ KHOA HỌC")) <= 1 / 2
    assert motto == pytest.approx(length(run_with(PLAN, "Độc lập")), abs=3)
    assert 1 / 3 <= title / length(run_with(PLAN, "Nâng điểm")) <= 1 / 2


def test_first_lines_in_the_pdf_are_indented():  # part II.6
    assert (run_with(PLAN, "Sở lập Kế hoạch").left / POINTS_A_MM - 30) == pytest.approx(12.7, abs=0.5)


def test_the_whole_pdf_is_in_the_one_font_that_was_chosen():
    names = {run.font.partition("+")[2] or run.font for page in pages(PLAN) for run in page.runs}
    wanted = pdf_font().family.replace(" ", "")
    assert {name for name in names if name.replace("PS", "").startswith(wanted)} == names
