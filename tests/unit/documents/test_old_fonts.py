"""Text for TCVN3 and VNI fonts comes out as Unicode, wherever the old letters are found."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import docx
import pytest

from chiso.documents import read
from chiso.documents.letters import LOWER
from chiso.documents.old_fonts import OldFont, guessed, in_unicode, of_font

TCVN3 = "KÕ ho¹ch thùc hiÖn cña Së n¨m 2005\n\n§iÒu 1. C¸c phßng, ®¬n vÞ thuéc Së b¸o c¸o tr­íc ngµy 10"
VNI = "Keá hoaïch thöïc hieän cuûa Sôû naêm 2005\n\nÑieàu 1. Caùc phoøng, ñôn vò thuoäc Sôû baùo caùo tröôùc ngaøy 10"
MEANT = [("", "Kế hoạch thực hiện của Sở năm 2005"), ("Điều 1", "Các phòng, đơn vị thuộc Sở báo cáo trước ngày 10")]


def texts(content: bytes, name: str = "cu.txt"):
    return [(block.marker, block.text) for block in read(content, name).blocks]


@pytest.mark.parametrize(
    "content",
    [TCVN3.encode("latin-1"), TCVN3.encode(), VNI.encode("latin-1"), VNI.encode(), VNI.encode("cp1252")],
)
def test_a_text_file_of_the_nineties_is_unicode(content):
    assert MEANT == texts(content)


def test_a_file_of_vietnamese_windows_is_unicode():
    old = unicodedata.normalize("NFD", "Kế hoạch của Sở và các phòng năm").translate({0x323: "\u0323"})
    recomposed = "".join(unicodedata.normalize("NFC", c) if c in "âăêôơưđ" else c for c in old)
    content = recomposed.replace("e\u0302", "ê").replace("a\u0306", "ă").replace("o\u031b", "ơ").encode("cp1258")

    assert [("", "Kế hoạch của Sở và các phòng năm")] == texts(content)


def test_every_vietnamese_letter_has_its_code_in_tcvn3():
    drawn = {in_unicode(chr(code), OldFont.TCVN3) for code in range(0xA1, 0x100)}

    assert {letter for letter in LOWER if not letter.isascii()} <= drawn


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("Ñaéng, ngöôøi, lyù, kyõ, chæ, nghóa, thò", "Đắng, người, lý, kỹ, chỉ, nghĩa, thị"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ],
)
def test_vni_puts_marks_behind_their_vowels(written, drawn):
    assert drawn == in_unicode(written, OldFont.VNI)


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("KÕ HO¹CH", "KẾ HOẠCH"),
        ("Së TµI CHÝNH L¹NG S¥N", "SỞ TÀI CHÍNH LẠNG SƠN"),
        ("II. NHIÖM Vô Vµ GI¶I PH¸P", "II. NHIỆM VỤ VÀ GIẢI PHÁP"),
        ("ñY BAN NH¢N D¢N tØnh", "ỦY BAN NHÂN DÂN tỉnh"),
        ("KT. GI¸M §èC Së", "KT. GIÁM ĐỐC SỞ"),
        ("Së TµI CHÝNH\nSè: 15/KH-STC\nSë VHTTDL tØnh", "SỞ TÀI CHÍNH\nSố: 15/KH-STC\nSở VHTTDL tỉnh"),
        ("KÕ ho¹ch cña Së", "Kế hoạch của Sở"),
    ],
)
def test_words_of_capitals_in_tcvn3_have_capitals_with_accents(written, drawn):
    assert drawn == in_unicode(written, OldFont.TCVN3)


@pytest.mark.parametrize("text", ["Sở Nội vụ và các phòng của tỉnh", "café déjà vu à la carte", "plain", "Chỉ số PCI"])
def test_text_of_today_is_left_alone(text):
    assert guessed(text) is None


@pytest.mark.parametrize(
    ("font", "way"),
    [
        (".VnTime", OldFont.TCVN3),
        (".VnTimeH", OldFont.TCVN3_CAPITALS),
        ("ABCDEF+.VnArialH", OldFont.TCVN3_CAPITALS),
        ("VNI-Times", OldFont.VNI),
        ("Vnokia", None),
        ("Times New Roman", None),
        (None, None),
    ],
)
def test_fonts_are_known_by_their_names(font, way):
    assert way == of_font(font)


def test_runs_in_old_fonts_become_unicode_though_a_letter_is_torn():
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, font in (("kÕ ho¹ch ", ".VnTimeH"), ("thöï", "VNI-Times"), ("c hieän", "VNI-Times"), (" năm", "Arial")):
        paragraph.add_run(text).font.name = font
    buffer = BytesIO()
    document.save(buffer)

    assert [("", "KẾ HOẠCH thực hiện năm")] == texts(buffer.getvalue(), "cu.docx")
