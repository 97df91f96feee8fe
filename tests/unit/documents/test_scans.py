"""Scans: straightened, ruled tables found, words recognised in reading order, the doubtful ones told."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.unit.documents.scan_files import HAS_TESSERACT, REASON, page, saved

from chiso.documents import Block, BlockKind, Place, read
from chiso.documents.pdf_rules import Rule, grids_of
from chiso.documents.scans import tesseract
from chiso.documents.scans.doubts import signed, told
from chiso.documents.scans.layout import covered, laid_out, parts_of, sheaves, taken_back
from chiso.documents.scans.misreadings import mended
from chiso.documents.scans.ruling import rules_in, without
from chiso.documents.scans.specks import without_specks
from chiso.documents.scans.straightening import cleaned, ink_level, is_noise, skew, straightened
from chiso.documents.scans.tesseract import Word
from chiso.problems import ProblemError

needs_tesseract = pytest.mark.skipif(not HAS_TESSERACT, reason=REASON)

PROSE = """
#align(center)[*KẾ HOẠCH*]
#align(center)[*Nâng hạng Chỉ số năng lực cạnh tranh năm 2024*]

#set par(first-line-indent: (amount: 1.2cm, all: true), justify: true)
Năm 2023 Sở Công Thương đạt 71,52 điểm, xếp thứ 9/15 sở, ban, ngành; năm 2024 cả cơ quan cùng phấn đấu đạt từ 75 điểm
trở lên và vào nhóm năm đơn vị dẫn đầu.

*1. Chi phí thời gian*

a) Rút ngắn một phần ba thời gian xử lý hồ sơ cấp phép.
"""
TABLE = """
#table(columns: (1.4cm, 1fr, 4.5cm), [*TT*], [*Nhiệm vụ*], [*Đơn vị chủ trì*],
  [1], [Công khai danh mục thủ tục và biểu phí trên trang thông tin của Sở], [Văn phòng Sở],
  [2], [Kiểm tra công vụ đột xuất], table.cell(rowspan: 2)[Thanh tra Sở],
  [3], [Trả lời kiến nghị của doanh nghiệp])
"""


def ruled(source: str, **looks):
    dots = straightened(np.asarray(page(source, **looks)))
    return dots, rules_in(dots, ink_level(dots))


@pytest.mark.parametrize("degrees", [-3.0, -0.7, 0.0, 1.3])
def test_the_angle_of_a_page_is_found(degrees):
    assert skew(np.asarray(page(PROSE, degrees=degrees))) == pytest.approx(-degrees, abs=0.1)


def test_noise_is_told_from_small_print():
    print_of_a_page = np.asarray(page(f"#set text(size: 8pt)\n{PROSE * 6}{TABLE * 3}"))
    noise = np.random.default_rng(7).random(print_of_a_page.shape) < 0.1

    assert not is_noise(print_of_a_page <= ink_level(print_of_a_page))
    assert is_noise(noise)


def test_print_under_specks_is_laid_bare():
    clean = np.asarray(page(PROSE))
    random = np.random.default_rng(7)
    speckled = np.where(random.random(clean.shape) < 0.1, random.choice((0, 255), clean.shape), clean).astype(np.uint8)

    assert not is_noise(cleaned(speckled, ink_level(speckled)) <= ink_level(speckled))


def test_an_empty_page_has_no_angle():
    assert skew(np.full((400, 300), 255, dtype=np.uint8)) == 0.0


def test_a_ruled_table_in_a_skewed_and_dirty_scan_has_its_rows_and_columns():
    _, (rules, _) = ruled(TABLE, degrees=1.2, noise=14)

    (grid,) = grids_of(rules)

    assert (4, 5) == (len(grid.xs), len(grid.ys))
    assert [(2, 2), (2, 2)] == [grid.first_of(2, 2), grid.first_of(3, 2)]


def test_letters_in_bold_and_large_capitals_are_no_rules():
    _, (rules, mask) = ruled("#text(size: 16pt)[*NHIỆM VỤ TỪNG CHỈ SỐ, Ễ ẤY ĐẶNG HIẾN*]\n\n" + PROSE)

    assert [] == rules
    assert not mask.any()


def test_a_page_without_its_rules_keeps_all_its_letters():
    dots, (_, mask) = ruled(TABLE)

    kept = without(dots, mask)

    assert 255 == kept[mask].min()
    assert (dots == kept)[~mask].all()


def test_columns_beside_one_another_are_read_one_by_one():
    head = "#grid(columns: (7cm, 1fr), align: center, [SỞ CÔNG THƯƠNG], [CỘNG HÒA XÃ HỘI CHỦ NGHĨA],\n[Số: 12/KH-SCT], [Độc lập])\n\n"
    dots = np.asarray(page(head + PROSE))
    ink = dots <= ink_level(dots)

    left, right, *rest = parts_of(ink, [])

    assert (0, right.left) == (left.left, left.right)
    assert right.right == dots.shape[1]
    assert max(left.bottom, right.bottom) <= rest[0].top


def test_a_line_that_a_scan_shows_twice_makes_no_column():
    across = [Rule(is_across=True, at=at, start=70, end=550) for at in (700, 650, 600)]
    down = [Rule(is_across=False, at=at, start=600, end=700) for at in (70, 300, 550)]
    again = Rule(is_across=True, at=650.5, start=400, end=550)
    (grid,) = grids_of([*across, *down, again])
    assert ((70, 300, 550), (700, 650, 600)) == (grid.xs, grid.ys)


def test_text_outside_a_table_is_laid_out_without_what_lies_in_the_table():
    dots, (rules, mask) = ruled(TABLE)
    bare, grids = without(dots, mask), grids_of(rules)
    tables = covered(bare.shape, grids)
    over_all = replace(parts_of(bare <= ink_level(bare), [])[0], top=0, bottom=bare.shape[0])

    paper = laid_out(bare, [over_all], tables)

    assert np.count_nonzero(bare < 128) > np.count_nonzero(paper < 128)
    assert np.count_nonzero(paper < 128) == np.count_nonzero(bare[~tables] < 128)


def test_specks_go_and_marks_stay():
    dots = np.full((200, 300), 255, dtype=np.uint8)
    letter, full_stop, dash = np.s_[40:60, 40:52], np.s_[56:60, 55:59], np.s_[150:153, 100:108]
    spot_far_from_print, speck_beside_the_letter = np.s_[100:104, 200:204], np.s_[45:47, 56:58]
    for at in (letter, full_stop, dash, spot_far_from_print, speck_beside_the_letter):
        dots[at] = 0

    kept = without_specks(dots) < 255

    assert all(kept[at].all() for at in (letter, full_stop, dash))
    assert not kept[spot_far_from_print].any()
    assert not kept[speck_beside_the_letter].any()


def test_a_clean_page_stays_as_it_is():
    dots = np.full((50, 50), 255, dtype=np.uint8)
    assert (dots == without_specks(dots)).all()


def test_a_word_of_the_new_layout_is_taken_back_to_its_place_and_cell():
    dots, (rules, mask) = ruled(TABLE)
    bare = without(dots, mask)
    (wide, narrow) = sheaves(parts_of(bare <= ink_level(bare), grids_of(rules)))
    paper = laid_out(bare, narrow, covered(bare.shape, grids_of(rules)))
    number = next(part for part in narrow if part.cell == (0, 2, 0))
    rows, columns = np.nonzero(paper[number.at : number.at + number.bottom - number.top] < 128)
    word = Word(
        "2", int(columns.min()), number.at + int(rows.min()), int(columns.max()), number.at + int(rows.max()), 0, 30, 90
    )

    ((moved, cell),) = taken_back([word], narrow)

    assert (0, 2, 0) == cell
    assert (bare[moved.top : moved.bottom, moved.left : moved.right] < 128).any()
    assert {0} == {part.cell[2] for part in narrow}
    assert {1, 2} == {part.cell[2] for part in wide}


def test_doubts_go_wherever_their_words_go():
    text = f"2. {signed('Chi', is_doubtful=False)} {signed('phí', is_doubtful=True)} thời {signed('gian', is_doubtful=True)}"
    block = Block(BlockKind.ROW, text=text.removeprefix("2. "), cells=(text, ""))

    (read_back,) = told([block])

    assert ("Chi phí thời gian", ("2. Chi phí thời gian", "")) == (read_back.text, read_back.cells)
    assert ["phí", "gian"] == [read_back.text[start:end] for start, end in read_back.doubtful]


def test_marks_and_numbers_of_items_are_never_signed():
    assert ["1.", "a)", "-"] == [signed(mark, is_doubtful=True) for mark in ("1.", "a)", "-")]


@pytest.mark.parametrize(
    ("shown", "meant"),
    [
        ("HI. TỔ CHỨC THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN"),
        ("I.MỤC ĐÍCH", "I. MỤC ĐÍCH"),
        ("CHỈ PHÍ THỜI GIAN", "CHI PHÍ THỜI GIAN"),
        ("Chỉ cục Kiểm lâm khác phục", "Chi cục Kiểm lâm khắc phục"),
        ("chỉ tiêu 100%", "chỉ tiêu 100%"),
        ("H. Tam Đường", "II. Tam Đường"),
        ("1H", "III"),
        ("trong quý II1/2026, quý 1V/2026", "trong quý III/2026, quý IV/2026"),
        ("11", "11"),
    ],
)
def test_known_misreadings_are_mended(shown, meant):
    assert meant == mended(shown)


@needs_tesseract
def test_a_skewed_dirty_scan_reads_as_printed():
    pages: list[tuple[int, int]] = []
    content = saved(page(PROSE, degrees=1.0, noise=12), page(TABLE, degrees=-0.8, noise=12), form="PDF")

    document = read(content, "ban-quet.pdf", progress=lambda done, count: pages.append((done, count)))

    assert [(0, 2), (1, 2), (2, 2)] == pages
    prose = [(block.marker, block.text) for block in document.blocks if block.kind is not BlockKind.ROW]
    assert ("1", "Chi phí thời gian") in prose
    assert ("a", "Rút ngắn một phần ba thời gian xử lý hồ sơ cấp phép.") in prose
    assert [True] == [block.bold for block in document.blocks if block.text == "Chi phí thời gian"]
    assert any("đạt 71,52 điểm, xếp thứ 9/15 sở, ban, ngành; năm 2024 cả cơ quan" in text for _, text in prose)
    rows = [block for block in document.blocks if block.kind is BlockKind.ROW]
    assert ("TT", "Nhiệm vụ", "Đơn vị chủ trì") == rows[0].cells
    assert ("1", "Công khai danh mục thủ tục và biểu phí trên trang thông tin của Sở", "Văn phòng Sở") == rows[1].cells
    assert ("3", "Trả lời kiến nghị của doanh nghiệp", "") == rows[3].cells
    assert {2} == {row.page for row in rows}


@needs_tesseract
@pytest.mark.parametrize("quarters", [90, 180, 270])
def test_a_page_that_was_scanned_lying_or_upside_down_is_turned(quarters):
    content = saved(page(PROSE).rotate(quarters, expand=True))

    texts = [block.text for block in read(content, "trang.png").blocks]

    assert "Rút ngắn một phần ba thời gian xử lý hồ sơ cấp phép." in texts


@needs_tesseract
@pytest.mark.parametrize(("name", "form"), [("trang.jpg", "JPEG"), ("trang.tif", "TIFF"), ("trang.png", "PNG")])
def test_pictures_of_every_kind_are_read(name, form):
    texts = [block.text for block in read(saved(page(PROSE), form=form), name).blocks]

    assert "Chi phí thời gian" in texts


@needs_tesseract
def test_doubtful_words_of_a_bad_scan_are_told():
    small = page("#set text(size: 6pt)\n" + PROSE, noise=40)

    document = read(saved(small), "mo.png")

    doubtful = [Place(n, *span) for n, block in enumerate(document.blocks) for span in block.doubtful]
    assert doubtful
    assert all(document.is_doubtful(place) and document.text_at(place).strip() for place in doubtful)


def test_without_tesseract_a_scan_says_what_to_install(monkeypatch):
    monkeypatch.setattr(tesseract, "_found", tuple)

    with pytest.raises(ProblemError) as caught:
        read(saved(page(PROSE), form="PDF"), "ban-quet.pdf")

    (problem,) = caught.value.problems
    assert "documents.no_tesseract" == problem.code
    assert "apt-get install tesseract-ocr tesseract-ocr-vie" in problem.remedy()


def test_a_picture_cut_off_is_damaged():
    content = saved(page(PROSE))

    with pytest.raises(ProblemError) as caught:
        read(content[: len(content) // 2], "cut.png")

    assert "documents.damaged" == caught.value.problems[0].code


@needs_tesseract
def test_an_empty_page_is_empty():
    with pytest.raises(ProblemError) as caught:
        read(saved(page("")), "trang.png")

    assert "documents.empty" == caught.value.problems[0].code
