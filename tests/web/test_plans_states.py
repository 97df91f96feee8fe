"""How tasks stand when the year of their plan is over."""

from datetime import date

import pytest
from tests.web.plans_running import OFFICE, make_plan, make_task

from chiso.plans.status import Status
from chiso.web.plans.queries.lines import task_lines
from chiso.web.plans.queries.plan import plan_page

pytestmark = pytest.mark.django_db
LATER = date(2023, 9, 1)


@pytest.fixture(autouse=True)
def _files_are_kept_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def plan(agency):
    return make_plan(agency, year=2022)


def judged(agency, plan, on):
    (line,) = task_lines(agency, on, plans=[plan.pk])
    return line.judgement.status, line.judgement.facts


def test_a_standing_duty_is_judged_in_the_last_period_of_its_year(agency, plan):
    make_task(plan, "Đối thoại", lead=OFFICE, timing_kind="quarterly")
    (line,) = task_lines(agency, LATER, plans=[plan.pk])
    assert line.period_label == "Quý IV/2022"
    assert judged(agency, plan, LATER) == judged(agency, plan, date(2022, 12, 31))


def test_silence_is_counted_no_further_than_the_year(agency, plan):
    make_task(plan, "Không hẹn ngày", lead=OFFICE, updated_on=date(2022, 11, 20))
    assert judged(agency, plan, LATER)[0] is Status.MET


def test_a_task_due_on_the_last_day_is_overdue_once_the_year_is_over(agency, plan):
    make_task(plan, "Cuối năm", lead=OFFICE, due_on=date(2022, 12, 31))
    assert judged(agency, plan, date(2022, 12, 31))[0] is Status.AT_RISK
    assert judged(agency, plan, LATER)[0] is Status.NOT_MET


def test_what_was_done_after_the_year_counts_as_done(agency, plan):
    make_task(plan, "Làm trễ", lead=OFFICE, due_on=date(2022, 11, 30), done_on=date(2023, 2, 1))
    assert judged(agency, plan, LATER)[0] is Status.MET


def test_the_page_of_the_plan_judges_as_the_lists_do(agency, plan):
    make_task(plan, "Đối thoại", lead=OFFICE, timing_kind="quarterly")
    (line,) = plan_page(plan, agency, LATER).lines
    assert (line.judgement.status, line.judgement.facts) == judged(agency, plan, LATER)
