"""Lịch: its pages, and recording that a report was sent."""

from datetime import date

import pytest
from django.urls import reverse
from tests.web.plan_rows import NOW, make_component, make_plan, make_rule, make_task, unit_of

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.reporting import operations
from chiso.web.reporting.models import ReportFiling

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(agency):
    return make_plan(agency)


@pytest.fixture
def rule(plan, agency):
    return make_rule(plan, to=unit_of(agency, "Văn phòng Sở"), onward_to=["Sở Kế hoạch và Đầu tư"])


def address(name, rule, period="2022-Q1"):
    return reverse(f"reporting:{name}", args=[rule.plan.agency.slug, rule.pk, period])


def calendar(agency, **asked):
    return reverse("reporting:calendar", args=[agency.slug], query=asked)


def test_without_a_plan_the_page_says_what_to_do(client_for, agency):
    page = client_for(Role.FOCAL).get(calendar(agency)).content.decode()
    assert "Chưa có thời hạn nào" in page
    assert reverse("plans:drafts", args=[agency.slug]) in page


def test_overdue_reports_stand_first(client_for, agency, rule):
    page = client_for(Role.VIEWER).get(calendar(agency)).context["page"]
    assert [line.day for line in page.overdue] == [date(2022, 3, 14), date(2022, 6, 14)]
    assert [group.title for group in page.groups] == ["Tháng 9/2022"]


def test_a_rule_without_a_day_is_listed_as_such(client_for, agency, plan):
    make_rule(plan, period="half-yearly", due_day=None, due_months=[])
    page = client_for(Role.VIEWER).get(calendar(agency)).content.decode()
    assert "Chưa quy định ngày" in page


def test_tasks_without_any_time_are_counted_not_dated(client_for, agency, plan):
    make_task(plan, 0)
    make_task(plan, 1, due_on=date(2022, 9, 30))
    make_task(plan, 2, timing_kind="continuous", timing_text="Thường xuyên")
    page = client_for(Role.VIEWER).get(calendar(agency)).context["page"]
    assert (page.untimed_count, [str(window.period) for window in page.windows]) == (1, ["2022-Q3"])


@pytest.mark.parametrize(("kind", "count"), [("report", 1), ("task", 1), ("", 2)])
def test_the_kind_can_be_chosen(client_for, agency, plan, rule, kind, count):
    make_task(plan, due_on=date(2022, 9, 30))
    page = client_for(Role.VIEWER).get(calendar(agency, kind=kind)).context["page"]
    assert sum(len(group.lines) for group in page.groups) == count


def test_a_unit_sees_its_tasks_and_the_reports_of_plans_in_which_it_has_work(client_for, agency, plan, rule):
    inspectors, finance = unit_of(agency, "Thanh tra Sở"), unit_of(agency, "Phòng Kế hoạch - Tài chính")
    make_task(plan, 0, lead=inspectors, due_on=date(2022, 9, 30))
    client = client_for(Role.VIEWER)
    of_inspectors = client.get(calendar(agency, unit=inspectors.pk)).context["page"]
    of_finance = client.get(calendar(agency, unit=finance.pk)).context["page"]
    assert sum(len(group.lines) for group in of_inspectors.groups) == 2
    assert of_finance.is_empty


def test_htmx_gets_the_lines_alone(client_for, agency, rule):
    response = client_for(Role.VIEWER).get(calendar(agency), headers={"HX-Request": "true"})
    assert "<html" not in response.content.decode()
    assert "HX-Request" in response.headers["Vary"]


def test_the_grid_shows_the_month_asked_for(client_for, agency, rule):
    page = client_for(Role.VIEWER).get(calendar(agency, shown="grid", month="2022-09")).content.decode()
    assert "Quốc khánh" in page
    assert "month=2022-10" in page


def test_the_page_asks_the_database_no_more_with_more_rows(
    client_for, agency, plan, rule, django_assert_max_num_queries
):
    client = client_for(Role.VIEWER)
    component = make_component(plan, lead=unit_of(agency, "Thanh tra Sở"))
    for position in range(30):
        make_task(plan, position, due_on=date(2022, 9, 30)).components.add(component)
        make_rule(plan, position + 1)
    with django_assert_max_num_queries(18):
        client.get(calendar(agency))


def test_the_feed_holds_every_dated_line_and_no_other_unit(client_for, agency, plan, rule):
    make_task(plan, lead=unit_of(agency, "Thanh tra Sở"), due_on=date(2022, 9, 30))
    feed = reverse("reporting:feed", args=[agency.slug])
    client = client_for(Role.VIEWER)
    whole = client.get(feed)
    own = client.get(feed, {"unit": unit_of(agency, "Phòng Kế hoạch - Tài chính").pk})
    assert whole.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert whole.content.decode().count("BEGIN:VEVENT") == 4
    assert own.content.decode().count("BEGIN:VEVENT") == 0


def test_a_sent_report_is_recorded_with_one_event(client_for, agency, rule):
    client = client_for(Role.FOCAL)
    response = client.post(address("file_report", rule), {"filed_on": "2022-03-17", "note": "Số 12/BC"})
    assert (response.status_code, response.url) == (303, address("report", rule))
    filing = ReportFiling.objects.get()
    assert (filing.period, filing.filed_on, filing.note) == ("2022-Q1", date(2022, 3, 17), "Số 12/BC")
    event = Event.objects.get(agency=agency.slug)
    assert (event.name, event.details["period"]) == ("reporting.report.filed", "2022-Q1")
    assert "trễ 3 ngày" in client.get(address("report", rule)).content.decode()


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"filed_on": "2022-08-16", "note": "giữ lại"}, "còn ở phía trước"),
        ({"filed_on": "", "note": "giữ lại"}, "Nhập ngày gửi báo cáo."),
        ({"filed_on": "31-31", "note": "giữ lại"}, "Nhập ngày theo mẫu"),
    ],
)
def test_a_day_that_cannot_be_leaves_no_trace_and_what_was_typed_stays(client_for, rule, sent, words):
    response = client_for(Role.FOCAL).post(address("file_report", rule), sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert words in page
    assert 'value="giữ lại"' in page
    assert not ReportFiling.objects.exists()
    assert not Event.objects.exists()


def test_a_report_is_not_recorded_twice(rule):
    operations.file_report(rule=rule, period="2022-Q1", filed_on=date(2022, 3, 1), note="", by=None, now=NOW)
    with pytest.raises(ProblemError) as caught:
        operations.file_report(rule=rule, period="2022-Q1", filed_on=date(2022, 3, 2), note="", by=None, now=NOW)
    assert [problem.code for problem in caught.value.problems] == ["reporting.filed_already"]


def test_every_fault_of_a_filing_is_told_at_once(rule):
    with pytest.raises(ProblemError) as caught:
        operations.file_report(rule=rule, period="2022-Q4", filed_on=date(2023, 1, 1), note="", by=None, now=NOW)
    assert [problem.code for problem in caught.value.problems] == [
        "reporting.no_such_period",
        "reporting.filed_in_future",
    ]


def test_a_record_can_be_undone(client_for, agency, rule):
    operations.file_report(rule=rule, period="2022-Q1", filed_on=date(2022, 3, 1), note="", by=None, now=NOW)
    client = client_for(Role.FOCAL)
    assert client.post(address("withdraw_filing", rule)).status_code == 303
    assert not ReportFiling.objects.exists()
    assert [event.name for event in Event.objects.order_by("pk")] == [
        "reporting.report.filed",
        "reporting.report.filing_withdrawn",
    ]
    assert client.post(address("withdraw_filing", rule)).status_code == 422


def test_nothing_is_kept_when_the_audit_fails(rule, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(operations, "record", broken)
    with pytest.raises(RuntimeError):
        operations.file_report(rule=rule, period="2022-Q1", filed_on=date(2022, 3, 1), note="", by=None, now=NOW)
    assert not ReportFiling.objects.exists()


@pytest.mark.parametrize("name", ["file_report", "withdraw_filing"])
@pytest.mark.parametrize("role", [Role.LEADER, Role.UNIT_HEAD, Role.OFFICER, Role.VIEWER])
def test_only_the_office_records_reports(client_for, rule, name, role):
    response = client_for(role).post(address(name, rule), {"filed_on": "2022-03-01"})
    assert response.status_code == 403
    assert not ReportFiling.objects.exists()


def test_a_report_of_another_agency_is_not_found(client_for, other_agency):
    rule = make_rule(make_plan(other_agency))
    client = client_for(Role.FOCAL)
    own = reverse("reporting:file_report", args=["so-mau", rule.pk, "2022-Q1"])
    assert client.post(own, {"filed_on": "2022-03-01"}).status_code == 404
    assert client.get(reverse("reporting:report", args=["so-mau", rule.pk, "2022-Q1"])).status_code == 404


def test_a_period_that_the_rule_does_not_have_is_not_found(client_for, rule):
    assert client_for(Role.VIEWER).get(address("report", rule, "2022-Q4")).status_code == 404
