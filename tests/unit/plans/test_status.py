import re
import string
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chiso.periods import PeriodKind, Window
from chiso.plans.plan import Operator, Quantity
from chiso.plans.status import (
    RULES,
    Judgement,
    Status,
    Thresholds,
    commitment_status,
    duty_status,
    status_from_tasks,
    task_status,
)

DUE = date(2021, 6, 30)
ORDER = {Status.NOT_MET: 0, Status.AT_RISK: 1, Status.MET: 2}
days = st.dates(date(2020, 1, 1), date(2022, 12, 31))
scores = st.decimals(0, 10, places=2).map(float)


def told(judgement: Judgement) -> tuple[Status, str]:
    return judgement.status, judgement.rule


# Statuses and rules


def test_a_status_has_an_icon_and_a_word():
    assert [(status.icon, status.label()) for status in Status] == [
        ("●", "Đạt"),
        ("▲", "Nguy cơ"),
        ("■", "Không đạt"),
        ("○", "Chưa có số liệu"),
    ]


def test_every_rule_has_sentences_of_the_same_facts_in_both_languages():
    def facts(sentence):
        return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}

    for code, rule in RULES.items():
        assert code == rule.code
        assert facts(rule.sentence.vi) == facts(rule.sentence.en)


def test_every_rule_is_in_the_manual_and_none_beside_them():
    manual = (Path(__file__).resolve().parents[3] / "docs" / "status.md").read_text(encoding="utf-8")
    assert set(RULES) == set(re.findall(r"`((?:component|commitment|task|duty|tasks)\.[a-z_]+)`", manual))


def test_done_tasks_have_words_of_their_own():
    assert [(code, rule.word.vi) for code, rule in RULES.items() if code.startswith("task.done")] == [
        ("task.done", "Xong"),
        ("task.done_late", "Xong, trễ"),
    ]


# Commitments


def promise(operator, value, unit="%", upper=None):
    return Quantity(operator, value, unit, f"{operator} {value}{unit}", upper)


@pytest.mark.parametrize(
    ("operator", "promised", "value", "is_met"),
    [
        (Operator.AT_LEAST, 95, 95, True),
        (Operator.AT_LEAST, 95, 94.99, False),
        (Operator.MORE_THAN, 95, 95, False),
        (Operator.MORE_THAN, 95, 95.01, True),
        (Operator.AT_MOST, 2, 2, True),
        (Operator.AT_MOST, 2, 2.1, False),
        (Operator.LESS_THAN, 2, 2, False),
        (Operator.LESS_THAN, 2, 1.9, True),
        (Operator.EQUAL, 100, 100, True),
        (Operator.EQUAL, 100, 99.9, False),
        (Operator.EQUAL, 2, 3, True),
        (Operator.EQUAL, 0, 0, True),
        (Operator.EQUAL, 0, 1, False),
        (Operator.RANGE, 98, 97.9, False),
        (Operator.RANGE, 98, 98, True),
        (Operator.RANGE, 98, 100, True),
    ],
)
def test_a_promise_is_met_at_its_very_figure(operator, promised, value, is_met):
    judgement = commitment_status(promise(operator, promised, upper=100.0), value, due=DUE, on=DUE)
    assert ("commitment.fulfilled" if is_met else "commitment.short") == judgement.rule


@pytest.mark.parametrize(
    ("value", "on", "best", "expected"),
    [
        (94, DUE, None, (Status.AT_RISK, "commitment.short")),
        (94, DUE + timedelta(days=1), None, (Status.NOT_MET, "commitment.past_due")),
        (None, DUE + timedelta(days=1), None, (Status.NOT_MET, "commitment.past_due_unknown")),
        (None, DUE, None, (Status.NO_DATA, "commitment.unknown")),
        (94, DUE, 95, (Status.AT_RISK, "commitment.short")),
        (94, DUE, 94.9, (Status.NOT_MET, "commitment.out_of_reach")),
        (None, DUE, 94.9, (Status.NOT_MET, "commitment.out_of_reach")),
        (95, DUE + timedelta(days=1), None, (Status.MET, "commitment.fulfilled")),
    ],
)
def test_a_promise_can_be_kept_until_its_last_possible_day(value, on, best, expected):
    assert expected == told(commitment_status(promise(Operator.AT_LEAST, 95), value, due=DUE, on=on, best=best))


def test_a_count_over_its_limit_cannot_come_back_but_a_share_can():
    limit = promise(Operator.AT_MOST, 3, unit="hồ sơ")
    assert told(commitment_status(limit, 4, due=DUE, on=DUE, is_cumulative=True)) == (
        Status.NOT_MET,
        "commitment.out_of_reach",
    )
    assert commitment_status(limit, 4, due=DUE, on=DUE).status is Status.AT_RISK


def test_a_promise_without_a_last_day_is_never_past_due():
    assert commitment_status(promise(Operator.AT_LEAST, 95), 1, due=None, on=DUE).status is Status.AT_RISK


def test_a_promise_is_told_with_its_unit():
    judgement = commitment_status(
        Quantity(Operator.AT_LEAST, 1, "sáng kiến", "ít nhất 01 sáng kiến"), 0, due=None, on=DUE
    )
    assert judgement.sentence() == "Cam kết ít nhất 01 sáng kiến; hiện tại 0 sáng kiến, chưa đạt nhưng còn thời gian."
    share = commitment_status(promise(Operator.AT_LEAST, 95.5), 96.25, due=None, on=DUE)
    assert "96,25%" in share.sentence()


@given(scores, scores, scores, days)
def test_a_higher_figure_never_worsens_a_promise_of_at_least(promised, one, other, on):
    low, high = sorted([one, other])
    statuses = [
        commitment_status(promise(Operator.AT_LEAST, promised), value, due=DUE, on=on).status for value in (low, high)
    ]
    assert ORDER[statuses[0]] <= ORDER[statuses[1]]


# Tasks


def task(on, **changes):
    return task_status(**{"due": DUE, "done_on": None, "last_update_on": None, "on": on, **changes})


@pytest.mark.parametrize(
    ("days_before", "expected"),
    [
        (8, (Status.NO_DATA, "task.not_begun")),
        (7, (Status.AT_RISK, "task.due_soon")),
        (1, (Status.AT_RISK, "task.due_soon")),
        (0, (Status.AT_RISK, "task.due_today")),
        (-1, (Status.NOT_MET, "task.overdue")),
    ],
)
def test_a_task_comes_near_a_week_before_its_day_and_is_overdue_the_day_after(days_before, expected):
    assert expected == told(task(DUE - timedelta(days=days_before)))


@pytest.mark.parametrize(
    ("done_on", "on", "expected"),
    [
        (DUE, DUE, "task.done"),
        (DUE, DUE + timedelta(days=90), "task.done"),
        (DUE + timedelta(days=1), DUE + timedelta(days=90), "task.done_late"),
        (DUE + timedelta(days=1), DUE, "task.due_today"),
    ],
)
def test_a_done_task_stays_done_from_its_day_on(done_on, on, expected):
    assert expected == task(on, done_on=done_on).rule


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2021, 4, 15), "task.under_way"), (date(2021, 4, 16), "task.silent"), (date(2021, 1, 14), "task.not_begun")],
)
def test_a_task_is_silent_once_longer_than_its_cadence(on, expected):
    assert expected == task(on, last_update_on=date(2021, 1, 15), cadence=PeriodKind.QUARTER).rule


def test_a_task_never_heard_of_is_silent_from_the_day_it_was_assigned():
    assigned = {"assigned_on": date(2021, 1, 20), "cadence": PeriodKind.MONTH}
    assert task(date(2021, 2, 20), **assigned).rule == "task.not_begun"
    assert task(date(2021, 2, 21), **assigned).rule == "task.silent"


def test_without_a_cadence_silence_says_nothing():
    assert task(date(2021, 6, 1), last_update_on=date(2020, 1, 1), cadence=None).rule == "task.under_way"


def test_an_overdue_task_is_overdue_however_silent():
    assert task(DUE + timedelta(days=1), last_update_on=date(2020, 1, 1)).rule == "task.overdue"


def test_a_task_without_a_day_is_never_near_nor_late():
    assert task(date(2030, 1, 1), due=None).rule == "task.not_begun"
    assert task(date(2030, 1, 1), due=None, done_on=date(2029, 1, 1)).rule == "task.done"


def test_a_task_says_its_rule_with_its_days():
    late = task(date(2021, 7, 3))
    assert (late.icon, late.word(), late.word("en")) == ("■", "Quá hạn", "Overdue")
    assert late.sentence() == "Quá hạn 3 ngày (hạn 30/06/2021) mà chưa xong."
    silent = task(date(2021, 5, 1), last_update_on=date(2021, 1, 15))
    assert silent.word() == "Nguy cơ"
    assert silent.sentence() == "Không có cập nhật nào từ ngày 15/01/2021, lâu hơn một quý."


def test_an_agency_may_warn_earlier():
    assert task(DUE - timedelta(days=10), thresholds=Thresholds(version="2", task_days=10)).rule == "task.due_soon"


@given(days, days, st.none() | days)
def test_a_task_not_done_only_gets_worse_while_nothing_happens(one, other, last_update_on):
    earlier, later = sorted([one, other])
    if last_update_on and last_update_on > earlier:
        last_update_on = None
    statuses = [task(on, last_update_on=last_update_on).status.severity for on in (earlier, later)]
    assert statuses[0] <= statuses[1]


@given(days, st.none() | days, days)
def test_being_done_never_worsens_a_task(on, last_update_on, done_on):
    before = task(on, last_update_on=last_update_on)
    after = task(on, last_update_on=last_update_on, done_on=done_on)
    assert after.status.severity <= before.status.severity


# Standing duties


def duty(on, *evidence, started_on=date(2021, 1, 1), **changes):
    return duty_status(evidence_days=evidence, started_on=started_on, on=on, **changes)


@pytest.mark.parametrize(
    ("on", "evidence", "expected"),
    [
        (date(2021, 5, 2), [date(2021, 4, 1)], (Status.MET, "duty.evidence")),
        (date(2021, 5, 2), [date(2021, 3, 31)], (Status.MET, "duty.period_open")),
        (date(2021, 6, 16), [date(2021, 3, 31)], (Status.MET, "duty.period_open")),
        (date(2021, 6, 17), [date(2021, 3, 31)], (Status.AT_RISK, "duty.period_ending")),
        (date(2021, 6, 30), [date(2021, 3, 31)], (Status.AT_RISK, "duty.period_ending")),
        (date(2021, 7, 1), [date(2021, 3, 31)], (Status.NOT_MET, "duty.period_without")),
        (date(2021, 5, 2), [], (Status.NOT_MET, "duty.period_without")),
        (date(2021, 6, 30), [], (Status.NOT_MET, "duty.period_without")),
        (date(2021, 5, 2), [date(2021, 5, 3)], (Status.NOT_MET, "duty.period_without")),
        (date(2021, 2, 1), [], (Status.NO_DATA, "duty.first_period")),
        (date(2021, 3, 18), [], (Status.AT_RISK, "duty.period_ending")),
    ],
)
def test_a_standing_duty_shows_evidence_every_quarter(on, evidence, expected):
    assert expected == told(duty(on, *evidence))


@pytest.mark.parametrize("started_on", [None, date(2021, 5, 3)])
def test_a_duty_that_has_not_started_has_no_status(started_on):
    assert told(duty(date(2021, 5, 2), started_on=started_on)) == (Status.NO_DATA, "duty.not_started")


@pytest.mark.parametrize(
    ("started_on", "expected"), [(date(2021, 1, 1), "duty.period_without"), (date(2021, 1, 2), "duty.first_period")]
)
def test_a_period_begun_before_the_duty_is_no_whole_period(started_on, expected):
    assert expected == duty(date(2021, 5, 2), started_on=started_on).rule


def test_a_duty_follows_the_cadence_and_the_window_that_are_set():
    on, evidence = date(2021, 5, 2), date(2021, 4, 14)
    assert duty(on, evidence, cadence=PeriodKind.MONTH).rule == "duty.period_open"
    assert duty(on, evidence, cadence=PeriodKind.MONTH, window=Window.MID_MONTH).rule == "duty.period_ending"
    assert duty(on, evidence, cadence=PeriodKind.YEAR).rule == "duty.evidence"


def test_a_duty_says_its_periods():
    judgement = duty(date(2021, 6, 20), date(2021, 1, 31))
    assert judgement.sentence() == "Quý II/2021 chỉ còn 10 ngày mà chưa có minh chứng."
    assert judgement.sentence("en") == "Quarter II/2021: 10 day(s) left and no evidence yet."


@given(st.lists(days, max_size=8), days, days, st.sampled_from([PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.YEAR]))
def test_more_evidence_never_worsens_a_duty(evidence, another, on, cadence):
    before = duty(on, *evidence, cadence=cadence).status.severity
    assert duty(on, *evidence, another, cadence=cadence).status.severity <= before


@given(st.lists(days, max_size=8), days, days)
def test_a_duty_only_gets_worse_while_nothing_happens(evidence, one, other):
    earlier, later = sorted([one, other])
    known = [day for day in evidence if day <= earlier]
    assert duty(earlier, *known).status.severity <= duty(later, *known).status.severity


# Components by their tasks


@pytest.mark.parametrize(
    ("not_met", "at_risk", "met", "no_data", "expected"),
    [
        (0, 0, 0, 0, (Status.NO_DATA, "tasks.none")),
        (0, 0, 0, 3, (Status.NO_DATA, "tasks.none_begun")),
        (0, 0, 5, 0, (Status.MET, "tasks.all_well")),
        (0, 1, 5, 0, (Status.MET, "tasks.all_well")),
        (0, 1, 4, 0, (Status.AT_RISK, "tasks.some_behind")),
        (1, 0, 5, 0, (Status.AT_RISK, "tasks.some_behind")),
        (1, 0, 4, 0, (Status.NOT_MET, "tasks.many_not_met")),
        (1, 3, 0, 1, (Status.NOT_MET, "tasks.many_not_met")),
        (0, 1, 1, 4, (Status.MET, "tasks.all_well")),
    ],
)
def test_a_component_without_figures_stands_as_its_tasks_do(not_met, at_risk, met, no_data, expected):
    statuses = [Status.NOT_MET] * not_met + [Status.AT_RISK] * at_risk + [Status.MET] * met + [Status.NO_DATA] * no_data
    assert expected == told(status_from_tasks(statuses))


def test_the_share_of_tasks_is_counted_exactly():
    half = Thresholds(version="2", tasks_share=Fraction(1, 2))
    assert status_from_tasks([Status.NOT_MET, Status.MET, Status.MET], thresholds=half).status is Status.AT_RISK
    assert status_from_tasks([Status.NOT_MET, Status.MET], thresholds=half).status is Status.NOT_MET


@given(st.lists(st.sampled_from(Status), min_size=1, max_size=12), st.data())
def test_a_task_that_gets_worse_never_betters_its_component(statuses, data):
    place = data.draw(st.integers(0, len(statuses) - 1))
    worse = data.draw(st.sampled_from([each for each in Status if each.severity >= statuses[place].severity]))
    if Status.NO_DATA in {worse, statuses[place]}:
        return
    after = [*statuses[:place], worse, *statuses[place + 1 :]]
    assert status_from_tasks(statuses).status.severity <= status_from_tasks(after).status.severity
