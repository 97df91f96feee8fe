from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from chiso.periods import DecidedDay, WorkingCalendar, decided_days

CALENDARS = Path(__file__).resolve().parents[3] / "src" / "chiso" / "packs" / "calendars"
days = st.dates(date(2019, 1, 1), date(2027, 12, 31))

untimed = settings(deadline=None)  # the first example loads the holidays


def decided(year: int) -> tuple[DecidedDay, ...]:
    path = CALENDARS / f"{year}.yaml"
    return decided_days(yaml.safe_load(path.read_text(encoding="utf-8")), where=path.name)


@pytest.fixture(scope="module")
def calendar() -> WorkingCalendar:
    return WorkingCalendar.of([day for year in (2025, 2026, 2027) for day in decided(year)])


@pytest.mark.parametrize("path", sorted(CALENDARS.glob("*.yaml")), ids=lambda path: path.name)
def test_each_file_of_decisions_holds_its_own_year_with_sources(path):
    assert {(int(path.stem), True)} == {(day.day.year, bool(day.source)) for day in decided(int(path.stem))}


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        # domain facts § 10: the days off of 2025 and Tết of 2026, with the working days around them
        (date(2025, 1, 24), date(2025, 2, 3), 0),
        (date(2025, 4, 29), date(2025, 5, 5), 0),
        (date(2025, 8, 29), date(2025, 9, 3), 0),
        (date(2026, 2, 13), date(2026, 2, 23), 0),
        (date(2025, 4, 25), date(2025, 4, 28), 1),
    ],
)
def test_nobody_works_between_the_last_day_before_a_holiday_and_the_first_after_it(calendar, first, last, expected):
    assert expected == calendar.count(first + timedelta(days=1), last)
    assert calendar.is_working_day(first)
    assert calendar.is_working_day(last)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2025, 4, 26), None),
        (date(2025, 5, 2), "Nghỉ hoán đổi với ngày 26/4/2025"),
        (date(2026, 1, 2), "Nghỉ hoán đổi với ngày 10/01/2026"),
        (date(2026, 1, 10), None),
        (date(2026, 11, 24), None),
        (date(2027, 11, 24), None),
        (date(2025, 3, 15), "Thứ Bảy"),
        (date(2025, 3, 16), "Chủ nhật"),
        (date(2021, 4, 21), "Ngày Giỗ Tổ Hùng Vương"),
        (date(2021, 5, 3), "Ngày Quốc tế Lao động (nghỉ bù)"),
    ],
)
def test_a_day_off_says_why(calendar, day, why):
    assert why == calendar.why_off(day)


def test_a_saturday_worked_for_a_holiday_is_a_working_day_without_any_pack():
    assert WorkingCalendar().is_working_day(date(2024, 5, 4))
    assert not WorkingCalendar().is_working_day(date(2024, 4, 29))


def test_a_decision_wins_over_the_list_of_public_holidays():
    storm = DecidedDay(date(2024, 9, 9), is_working=False, reason="Nghỉ bão", source="")
    assert date(2024, 9, 10) == WorkingCalendar((storm,)).on_or_after(date(2024, 9, 7))
    assert date(2024, 9, 9) == WorkingCalendar().on_or_after(date(2024, 9, 7))


def test_the_next_and_the_previous_working_day_leave_out_the_day_itself(calendar):
    assert date(2025, 5, 5) == calendar.next_working_day(date(2025, 4, 29))
    assert date(2025, 4, 29) == calendar.previous_working_day(date(2025, 5, 5))
    assert date(2025, 4, 29) == calendar.on_or_after(date(2025, 4, 29))


def test_five_working_days_before_tet_reach_into_the_week_before(calendar):
    assert date(2026, 2, 9) == calendar.add(date(2026, 2, 23), -5)
    assert date(2026, 2, 23) == calendar.add(date(2026, 2, 9), 5)
    assert date(2026, 2, 14) == calendar.add(date(2026, 2, 14), 0)


@untimed
@given(days, st.integers(1, 30))
def test_as_many_working_days_are_added_as_are_counted(start, count):
    calendar = WorkingCalendar()
    end = calendar.add(start, count)
    assert calendar.is_working_day(end)
    assert count == calendar.count(start + timedelta(days=1), end + timedelta(days=1))


@untimed
@given(days, st.integers(0, 60), st.integers(0, 60))
def test_counts_of_neighbouring_spans_add_up(start, first, second):
    calendar = WorkingCalendar()
    middle, end = start + timedelta(days=first), start + timedelta(days=first + second)
    assert calendar.count(start, end) == calendar.count(start, middle) + calendar.count(middle, end)
