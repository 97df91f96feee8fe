from datetime import date

import pytest

from chiso.legal import Dated, NotInForce, Source, Standing, Timeline
from chiso.problems import ProblemError, Text

OLD = Dated(date(2013, 1, 1), date(2022, 1, 1), "old", "a")
NEW = Dated(date(2022, 1, 1), None, "new", "b")
RULE = Timeline("weights", (OLD, NEW))


@pytest.mark.parametrize(
    ("day", "expected"),
    [(date(2013, 1, 1), "old"), (date(2021, 12, 31), "old"), (date(2022, 1, 1), "new"), (date(2100, 1, 1), "new")],
)
def test_the_rule_of_a_day_is_the_one_in_force(day, expected):
    assert expected == RULE.on(day).value


def test_before_the_first_rule_nothing_is_in_force_and_no_default_stands_in():
    with pytest.raises(NotInForce) as caught:
        RULE.on(date(2012, 12, 31))

    assert "31/12/2012" in caught.value.problems[0].message("vi")
    assert "01/01/2013 – 01/01/2022; 01/01/2022 – …" in caught.value.problems[0].remedy("vi")


def test_without_a_day_the_only_rule_answers():
    assert OLD == Timeline("weights", (OLD,)).on(None)


def test_without_a_day_several_rules_ask_for_one():
    with pytest.raises(ProblemError) as caught:
        RULE.on(None)

    assert ["legal.several_rules"] == [problem.code for problem in caught.value.problems]


def test_a_fact_may_be_absent():
    assert Timeline("bands", (OLD,)).find(date(2022, 1, 1)) is None


def test_a_document_whose_first_day_is_unknown_is_neither_in_force_nor_not():
    source = Source("x", Text("", ""), Standing.STATED)

    assert source.is_in_force(date(2020, 1, 1)) is None


def test_a_document_is_in_force_until_the_day_before_it_expires():
    source = Source("x", Text("", ""), Standing.STATED, in_force_on=date(2020, 1, 1), expired_on=date(2021, 1, 1))

    assert [False, True, True, False] == [
        source.is_in_force(day) for day in (date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1))
    ]
