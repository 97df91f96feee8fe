import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.units import search_key, sort_key

ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
words = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=6)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đổi mới sáng tạo", "doi moi sang tao"),
        ("Phòng  Thông tin – Báo chí", "phong thong tin - bao chi"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "uy ban nhan dan"),
        ("ĐÀ NẴNG", "da nang"),
        ("07/KH-SKH&CN", "07/kh-skh&cn"),
    ],
)
def test_searching_does_not_mind_accents_case_dashes_or_spaces(text, key):
    assert key == search_key(text)


def test_letters_go_by_the_vietnamese_alphabet():
    assert list(ALPHABET) == sorted(sorted(ALPHABET), key=sort_key)


def test_tones_go_from_ngang_to_nang_and_count_less_than_letters():
    toned = [unicodedata.normalize("NFC", f"ma{tone}") for tone in TONES]
    assert [*toned, "mau", "me"] == sorted(["me", "mau", *reversed(toned)], key=sort_key)


@pytest.mark.parametrize(
    "in_order",
    [
        ["Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hạ Long", "Hải Dương", "Hải Phòng", "Hậu Giang"],
        ["An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Cà Mau", "Đà Nẵng", "Điện Biên", "Đồng Tháp"],
        ["Phòng 2", "Phòng 10", "Phòng Kế hoạch", "Phòng Kế toán", "Phòng Khoa học"],
    ],
)
def test_names_go_syllable_by_syllable(in_order):
    assert in_order == sorted(sorted(in_order), key=sort_key)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hòa", "hoà"), ("Văn phòng Sở", "văn phòng sở"), ("A - B", "A, B"), ("Quý 02", "quý 2")],
)
def test_what_a_reader_takes_for_the_same_sorts_the_same(one, other):
    assert sort_key(one) == sort_key(other)


@given(st.text(max_size=40))
def test_a_sort_key_holds_only_what_every_database_orders_alike(text):
    key = sort_key(text)
    assert key == "" or (key.isascii() and key.isalnum() and key == key.lower())


@given(words, words)
def test_words_without_tones_go_letter_by_letter(one, other):
    by_alphabet = [ALPHABET.index(letter) for letter in one] < [ALPHABET.index(letter) for letter in other]
    assert by_alphabet == (sort_key(one) < sort_key(other))


@given(words, words)
def test_a_first_word_decides_before_what_follows(one, other):
    if one != other:
        assert (sort_key(one) < sort_key(other)) == (sort_key(f"{one} y") < sort_key(f"{other} a"))


def test_letters_of_other_scripts_come_last():
    assert sorted(["Ω", "Zeta"], key=sort_key) == ["Zeta", "Ω"]
