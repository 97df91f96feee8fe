from datetime import date

import pytest

from chiso.frameworks import strict_yaml
from chiso.problems import ProblemError


def test_all_keys_given_twice_are_told_with_their_lines():
    with pytest.raises(ProblemError) as caught:
        strict_yaml.read("a: 1\nb: {c: 1, c: 2}\na: 3\n", "pack.yaml")

    assert {("pack.yaml:2", "c"), ("pack.yaml:3", "a")} == {(each.where, each.given) for each in caught.value.problems}


def test_what_is_no_yaml_is_told_with_its_file():
    with pytest.raises(ProblemError) as caught:
        strict_yaml.read("a: [1", "pack.yaml")

    assert ["frameworks.not_yaml"] == [problem.code for problem in caught.value.problems]
    assert "pack.yaml" in caught.value.problems[0].message("en")


def test_days_stay_text():
    assert {"from": "2013-01-01"} == strict_yaml.read("from: 2013-01-01", "pack.yaml")


def test_days_are_days_where_they_are_asked_for():
    assert {"day": date(2026, 1, 1)} == strict_yaml.read("day: 2026-01-01", "pack.yaml", with_days=True)


@pytest.mark.parametrize(
    ("text", "where", "line"),
    [
        ("a: b: c", "f.yaml:1:5", "a: b: c"),
        ("a: [1, 2\nb: 3", "f.yaml:2:2", "b: 3"),
        ("a: 1\nb: .inf", "f.yaml:2:4", "b: .inf"),
        ("a: 2020-99-99", "f.yaml:1:4", "a: 2020-99-99"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_place_and_line_without_words_of_the_parser(text, where, line):
    with pytest.raises(ProblemError) as caught:
        strict_yaml.read(text, "f.yaml", with_days=True)

    [problem] = caught.value.problems
    assert ("frameworks.not_yaml", where, line) == (problem.code, problem.where, problem.given)
