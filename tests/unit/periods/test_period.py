from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.periods import Period, PeriodKind, Span, Window
from chiso.problems import ProblemError

years = st.integers(1900, 2200)
kinds = st.sampled_from(PeriodKind)
days = st.dates(date(1900, 1, 1), date(2200, 12, 31))
windows = st.sampled_from(Window)
periods = st.builds(
    lambda kind, year, place: Period.all_of(kind, year)[place % kind.per_year], kinds, years, st.integers(0, 11)
)


@pytest.mark.parametrize(
    ("text", "label", "english"),
    [
        ("2021-04", "Tháng 4/2021", "April 2021"),
        ("2022-Q3", "Quý III/2022", "Quarter III/2022"),
        ("2022-H1", "6 tháng đầu năm 2022", "First half of 2022"),
        ("2022-H2", "6 tháng cuối năm 2022", "Second half of 2022"),
        ("2022-9M", "9 tháng đầu năm 2022", "First nine months of 2022"),
        ("2022", "Năm 2022", "Year 2022"),
    ],
)
def test_a_period_has_a_short_form_and_a_name(text, label, english):
    period = Period.parse(text)
    assert (text, label, english) == (str(period), period.label(), period.label("en"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("quý 3 năm 2022", "2022-Q3"),
        ("QUÝ IV/2022", "2022-Q4"),
        ("  Tháng  12 năm 2021 ", "2021-12"),
        ("06 tháng đầu năm 2022", "2022-H1"),
        ("9 tháng năm 2022", "2022-9M"),
        ("năm 2020", "2020"),
        ("2021-4", "2021-04"),
    ],
)
def test_a_period_is_read_as_offices_write_it(written, meant):
    assert meant == str(Period.parse(written))


@given(periods)
def test_a_period_is_read_back_from_both_its_forms(period):
    assert (period, period) == (Period.parse(str(period)), Period.parse(period.label()))


@pytest.mark.parametrize("text", ["", "quý", "2022-Q", "Q3", "tháng tư", "22-03", "2022-Q3-01"])
def test_what_is_no_period_is_refused_with_the_forms_that_are(text):
    with pytest.raises(ProblemError) as refused:
        Period.parse(text)
    assert refused.value.problems[0].code == "periods.unknown_period"
    assert "Quý III/2022" in refused.value.problems[0].remedy()


@pytest.mark.parametrize("text", ["2022-Q5", "2022-Q0", "2022-13", "2022-00", "2022-H3", "tháng 13/2021"])
def test_a_period_that_no_year_has_is_refused(text):
    with pytest.raises(ProblemError) as refused:
        Period.parse(text)
    assert refused.value.problems[0].code == "periods.no_such_number"


@pytest.mark.parametrize("year", [0, 1, 9999, 10000])
def test_a_year_at_the_edge_of_the_calendar_is_refused(year):
    with pytest.raises(ProblemError) as refused:
        Period(PeriodKind.YEAR, year)
    assert refused.value.problems[0].code == "periods.no_such_year"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022-03", date(2022, 2, 15), date(2022, 3, 14)),
        ("2022-01", date(2021, 12, 15), date(2022, 1, 14)),
        ("2022-Q1", date(2021, 12, 15), date(2022, 3, 14)),
        ("2022-Q4", date(2022, 9, 15), date(2022, 12, 14)),
        ("2022-H1", date(2021, 12, 15), date(2022, 6, 14)),
        ("2022-H2", date(2022, 6, 15), date(2022, 12, 14)),
        ("2022-9M", date(2021, 12, 15), date(2022, 9, 14)),
        ("2022", date(2021, 12, 15), date(2022, 12, 14)),
    ],
)
def test_the_window_of_decree_09_2019_runs_from_the_15th_to_the_14th(text, first, last):
    span = Period.parse(text).span(Window.MID_MONTH)
    assert (first, last) == (span.start, span.last_day)


def test_a_period_holds_its_first_and_last_day_but_not_the_next():
    quarter = Period.parse("2022-Q1")
    assert (date(2022, 1, 1), date(2022, 4, 1), date(2022, 3, 31)) == (quarter.start, quarter.end, quarter.last_day)
    assert date(2022, 3, 31) in quarter.span()
    assert date(2022, 4, 1) not in quarter.span()


@given(kinds.filter(lambda kind: kind is not PeriodKind.NINE_MONTHS), days, windows)
def test_the_period_of_a_day_holds_the_day(kind, day, window):
    assert day in Period.at(kind, day, window).span(window)


@given(days)
def test_nine_months_are_those_of_the_year(day):
    assert Period(PeriodKind.NINE_MONTHS, day.year) == Period.at(PeriodKind.NINE_MONTHS, day)


@given(kinds.filter(lambda kind: kind is not PeriodKind.NINE_MONTHS), years, windows)
def test_the_periods_of_a_year_follow_each_other_without_gaps(kind, year, window):
    spans = [period.span(window) for period in Period.all_of(kind, year)]
    assert [span.end for span in spans[:-1]] == [span.start for span in spans[1:]]
    assert Period(PeriodKind.YEAR, year).span(window) == Span(spans[0].start, spans[-1].end)


@given(periods, st.integers(-40, 40))
def test_moving_a_period_there_and_back_changes_nothing(period, steps):
    assert period == period.shifted(steps).shifted(-steps)


@given(periods.filter(lambda period: period.kind is not PeriodKind.NINE_MONTHS), windows)
def test_the_next_period_starts_where_one_ends(period, window):
    assert period.span(window).end == period.shifted(1).span(window).start
    assert period.span(window).last_day + timedelta(days=1) == period.span(window).end
