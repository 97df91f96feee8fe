import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.legal import DocumentNumber
from chiso.problems import ProblemError


@pytest.mark.parametrize(
    ("text", "kind", "issuer", "year"),
    [
        ("843/QĐ-UBND", "QĐ", "UBND", None),
        ("30/2020/NĐ-CP", "NĐ", "CP", 2020),
        ("07/KH-SKHCN", "KH", "SKHCN", None),
        ("41/KH-SKH&CN", "KH", "SKH&CN", None),
        ("02/2014/TT-TTCP", "TT", "TTCP", 2014),
        ("30c/NQ-CP", "NQ", "CP", None),
        ("12/CT-TTg", "CT", "TTg", None),
        ("201/UBND-TN", None, "UBND-TN", None),
        ("202/2025/QH15", None, "QH15", 2025),
    ],
)
def test_a_number_is_read_into_its_parts(text, kind, issuer, year):
    number = DocumentNumber.parse(text)

    assert (kind, issuer, year) == (number.kind, number.issuer, number.year)
    assert text == str(number)


@pytest.mark.parametrize("text", ["07 /KH-SKHCN", " 7/KH - SKHCN ", "07/ KH-SKHCN"])
def test_white_space_around_the_slash_is_forgiven(text):
    assert DocumentNumber.parse("07/KH-SKHCN") == DocumentNumber.parse(text)


@pytest.mark.parametrize("text", ["", "/KH-SKHCN", "QĐ 843", "843", "843/", "843/QĐ-", "Luật số 45", "843/QĐ UBND"])
def test_what_is_no_number_is_refused_with_the_form_that_is_wanted(text):
    with pytest.raises(ProblemError) as caught:
        DocumentNumber.parse(text)

    problem = caught.value.problems[0]
    assert problem.code == "legal.bad_number"
    assert "843/QĐ-UBND" in problem.remedy("vi")


@given(
    st.builds(
        DocumentNumber,
        st.integers(1, 99999),
        st.sampled_from(["", "c"]),
        st.none() | st.integers(1945, 2100),
        st.sampled_from(["QĐ-UBND", "NĐ-CP", "KH-SKH&CN", "BNV-VP", "TTLT-BTP-BTC", "QH15"]),
    )
)
def test_a_number_printed_is_read_back_as_itself(number):
    assert number == DocumentNumber.parse(str(number))
