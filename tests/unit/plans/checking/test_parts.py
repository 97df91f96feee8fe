import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.documents import Block, BlockKind
from chiso.plans.checking.cited import citations
from chiso.plans.checking.likeness import alike_groups
from chiso.plans.checking.numbers import ordinal, roman
from chiso.plans.checking.scanning import slips
from chiso.plans.checking.words import words

WORDS = st.sampled_from(
    [
        "rà",
        "soát",
        "thủ",
        "tục",
        "hồ",
        "sơ",
        "công",
        "khai",
        "minh",
        "bạch",
        "đối",
        "thoại",
        "doanh",
        "nghiệp",
        "cán",
        "bộ",
    ]
)
TEXTS = st.lists(WORDS, min_size=0, max_size=14).map(" ".join)


def paragraph(text: str) -> Block:
    return Block(BlockKind.PARAGRAPH, text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Đổi xử công bằng", "đối xử"),
        ("phần đầu đạt 90%", "phấn đấu"),
        ("không nhũn nhiễu dân", "nhũng nhiễu"),
        ("các bộ, công chức, viên chức", "cán bộ, công chức"),
        ("thu nhập thông tin của dân", "thu thập thông tin"),
        ("CẢI CÁCH HÀNH CHỈNH", "cải cách hành chính"),
        ("số hồ sơ trả đung hạn", "đúng hạn"),
        ("Bô trí quầy riêng", "bố trí"),
        ("bản kê khai tài sán", "tài sản"),
        ("việc đươc giao", "được"),
        ("mời ngườidân góp ý", "người dân"),
        ("tối thiểu98% số phiếu", "thiểu 98"),
        ("đạt 75%trở lên", "75% trở"),
    ],
)
def test_words_of_a_known_phrase_are_put_right(text, right):
    assert [right] == [slip.right for slip in slips(words([paragraph(text)]))]


@pytest.mark.parametrize(
    "text",
    [
        "kiên quyết đình chỉ việc làm sai",
        "tiến bộ phản ánh qua số phiếu",
        "đề nghị đính chính tin đã đăng",
        "cơ quan cùng cấp",
        "chỉ so sánh với năm trước",
        "điều chỉnh phù hợp",
        "cần bố trí thêm ghế",
        "xã Đắk Nông, thôn Niê",
        "dùng mạng 5G, bảng QR",
        "đáp ứng đúng yêu cầu",
        "khóa học ngắn ngày",
    ],
)
def test_words_that_only_look_like_a_known_phrase_are_left(text):
    assert [] == [slip.right for slip in slips(words([paragraph(text)]))]


def test_a_word_that_the_document_writes_otherwise_elsewhere_is_put_right():
    often = paragraph("Nâng cao hiệu lực và giữ gìn kỷ cương")
    once = paragraph("Nâng cao hiệu lục và giữ gìn kỷ cương")
    assert ["lực và"] == [slip.right for slip in slips(words([often, often, often, once]))]


@given(TEXTS)
def test_rightly_written_words_hold_no_slips(text):
    assert () == slips(words([paragraph(text)]))


@given(st.lists(TEXTS, max_size=6), st.randoms(use_true_random=False))
def test_what_is_alike_does_not_depend_on_the_order(texts, shuffled):
    order = list(range(len(texts)))
    shuffled.shuffle(order)
    groups = {frozenset(group) for group in alike_groups(texts)}
    moved = {frozenset(order[n] for n in group) for group in alike_groups([texts[n] for n in order])}
    assert groups == moved


@given(st.lists(WORDS, min_size=5, max_size=14, unique=True).map(" ".join))
def test_a_text_is_like_itself_in_other_letters(text):
    assert [[0, 1]] == alike_groups([text, f"{text.upper()}."])


@given(st.integers(1, 39))
def test_roman_numbers_are_read_as_they_are_written(value):
    assert (value, "roman") == (ordinal(roman(value)).value, ordinal(roman(value)).style)


@given(st.lists(st.integers(1, 99), min_size=1, max_size=4))
def test_dotted_numbers_are_read_as_they_are_written(parts):
    marker = ".".join(map(str, parts))
    assert ordinal(marker).printed(parts[-1]) == marker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch số 12/KH-UBND ngày 05/3/2024", ("kế hoạch", "12/KH-UBND", "2024-03-05", False)),
        ("Nghị định số 61/2018/NĐ-CP", ("nghị định", "61/2018/NĐ-CP", "None", True)),
        ("theo công văn 201/UBND-TN ngày 18 tháng 01 năm 2021", ("công văn", "201/UBND-TN", "2021-01-18", False)),
        ("tại 07 /KH-SNV", (None, "07/KH-SNV", "None", False)),
    ],
)
def test_citations_are_taken_apart(text, expected):
    cited = citations([paragraph(text)], own=None)[0]
    assert expected == (cited.kind, cited.number, str(cited.day), cited.has_year)


def test_spellings_of_one_number_are_one_family():
    spelt = ["41/KH-SNV", "41/KH-SNNV", "41/KH-S&NV", "041/kh-snv".upper()]
    families = {citations([paragraph(f"số {number}")], own=None)[0].family for number in spelt}
    assert len(families) == 1
