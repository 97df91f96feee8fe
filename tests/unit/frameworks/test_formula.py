import pytest

from chiso.frameworks import parse_formula
from chiso.problems import ProblemError


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1 +",
        "(1",
        "1)",
        "a b",
        "open('x')",
        "__import__",
        "a.b",
        "a[0]",
        "a ** 2",
        "lambda: 1",
        "sum(a, b)",
        "min(a)",
        "ratio(a, b)",
        "1 if a else 2",
        "a := 1",
    ],
)
def test_what_is_no_formula_is_refused(text):
    with pytest.raises(ProblemError) as caught:
        parse_formula(text)

    assert ["frameworks.bad_formula"] == [problem.code for problem in caught.value.problems]


def test_a_formula_tells_its_codes_once_in_their_order():
    assert ("b", "a", "c1") == parse_formula("min(b, a) + b / c1 - 2").codes
