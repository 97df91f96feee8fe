from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chiso.periods import LastDay, TermUnit, WorkingCalendar, last_day, months_later, term_end
from chiso.problems import ProblemError

CALENDAR = WorkingCalendar()
days = st.dates(date(2019, 1, 1), date(2026, 12, 31))

untimed = settings(deadline=None)  # the first example loads the holidays


@pytest.mark.parametrize(
    ("start", "count", "unit", "stated", "moved"),
    [
        # Điều 147: the day of the event is not counted
        (date(2021, 3, 1), 10, TermUnit.DAYS, date(2021, 3, 11), date(2021, 3, 11)),
        (date(2021, 3, 1), 1, TermUnit.DAYS, date(2021, 3, 2), date(2021, 3, 2)),
        # Điều 148: a weekend or holiday at the end moves it to the end of the next working day
        (date(2021, 3, 3), 10, TermUnit.DAYS, date(2021, 3, 13), date(2021, 3, 15)),
        (date(2021, 4, 20), 10, TermUnit.DAYS, date(2021, 4, 30), date(2021, 5, 4)),
        (date(2021, 3, 1), 2, TermUnit.WEEKS, date(2021, 3, 15), date(2021, 3, 15)),
        # Điều 148: the same date, or the last day of a month that lacks it
        (date(2021, 1, 31), 1, TermUnit.MONTHS, date(2021, 2, 28), date(2021, 3, 1)),
        (date(2020, 2, 29), 1, TermUnit.YEARS, date(2021, 2, 28), date(2021, 3, 1)),
        (date(2021, 11, 30), 3, TermUnit.MONTHS, date(2022, 2, 28), date(2022, 2, 28)),
        # "ngày làm việc" never ends on a day off
        (date(2021, 4, 28), 3, TermUnit.WORKING_DAYS, date(2021, 5, 5), date(2021, 5, 5)),
    ],
)
def test_a_term_ends_as_the_civil_code_says(start, count, unit, stated, moved):
    end = term_end(start, count, unit, CALENDAR)
    assert (stated, moved) == (end.stated, end.moved)


@pytest.mark.parametrize("count", [0, -3])
def test_a_term_of_nothing_is_refused(count):
    with pytest.raises(ProblemError) as refused:
        term_end(date(2021, 3, 1), count, TermUnit.DAYS, CALENDAR)
    assert refused.value.problems[0].code == "periods.negative_term"


def test_a_moved_day_says_by_which_rule_it_moves():
    moved = last_day(date(2021, 3, 14), CALENDAR)
    assert moved.note() == (
        "Ngày 14/03/2021 là ngày nghỉ (Chủ nhật); tính theo khoản 5 Điều 148 Bộ luật Dân sự 2015 "
        "thì thời hạn kết thúc hết ngày 15/03/2021."
    )
    assert (
        moved.note("en")
        == "14/03/2021 is a day off; by Civil Code 2015, Article 148(5) the term would end with 15/03/2021."
    )


def test_a_working_day_stays_and_needs_no_note():
    day = date(2021, 3, 15)
    assert LastDay(day, day) == last_day(day, CALENDAR)
    assert last_day(day, CALENDAR).note() == ""


@untimed
@given(days)
def test_a_last_day_moves_only_forward_to_a_working_day(day):
    moved = last_day(day, CALENDAR).moved
    assert moved >= day
    assert CALENDAR.is_working_day(moved)
    assert CALENDAR.count(day, moved) == 0


@untimed
@given(days, st.integers(0, 60))
def test_months_later_never_leaves_the_month_meant(day, months):
    later = months_later(day, months)
    assert (day.year * 12 + day.month + months) == later.year * 12 + later.month
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)
