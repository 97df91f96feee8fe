from datetime import date

import pytest

from chiso.periods import Assumption, PeriodKind, cadence, deadline
from chiso.problems import ProblemError


@pytest.mark.parametrize(
    ("due", "is_inclusive", "expected"),
    [
        ("2021-03", None, date(2021, 3, 31)),
        ("2021-03", True, date(2021, 3, 31)),
        ("2021-03", False, date(2021, 2, 28)),
        ("2025-09-30", True, date(2025, 9, 30)),
        ("2025-09-30", False, date(2025, 9, 29)),
        ("2025-09-30", None, date(2025, 9, 30)),
        ("2025-01-01", False, date(2024, 12, 31)),
        ("2021", None, date(2021, 12, 31)),
        ("2021", False, date(2020, 12, 31)),
    ],
)
def test_a_task_is_due_on_the_last_day_that_its_plan_allows(due, is_inclusive, expected):
    assert expected == deadline(due, is_inclusive=is_inclusive).day


@pytest.mark.parametrize(
    ("due", "is_inclusive", "expected"),
    [
        ("2025-09-30", None, (Assumption.INCLUSIVE,)),
        ("2025-09-30", True, ()),
        ("2025-09-30", False, ()),
        ("2021-03", None, ()),
    ],
)
def test_only_a_bare_day_leaves_open_whether_it_counts(due, is_inclusive, expected):
    assert expected == deadline(due, is_inclusive=is_inclusive).assumptions


def test_a_deadline_on_a_day_off_shows_where_the_civil_code_moves_it():
    last = deadline("2022-04-30", is_inclusive=True).last
    assert (date(2022, 4, 30), date(2022, 5, 4)) == (last.stated, last.moved)


def test_a_deadline_that_is_no_date_is_refused():
    with pytest.raises(ProblemError) as refused:
        deadline("quý I/2021")
    assert refused.value.problems[0].code == "periods.no_such_date"


@pytest.mark.parametrize(
    ("timing", "expected"),
    [
        ("continuous", PeriodKind.QUARTER),
        ("monthly", PeriodKind.MONTH),
        ("quarterly", PeriodKind.QUARTER),
        ("half-yearly", PeriodKind.HALF_YEAR),
        ("yearly", PeriodKind.YEAR),
        ("by-date", None),
        ("as-needed", None),
        (None, None),
    ],
)
def test_a_timing_has_the_cadence_that_its_word_says(timing, expected):
    assert expected == cadence(timing)


def test_an_agency_may_set_the_cadence_of_standing_duties():
    assert cadence("continuous", PeriodKind.MONTH) == PeriodKind.MONTH
    assert cadence("yearly", PeriodKind.MONTH) == PeriodKind.YEAR
