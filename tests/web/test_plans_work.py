"""Việc của tôi."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.plans_running import (
    INSPECTORS,
    OFFICE,
    PLANNERS,
    TODAY,
    leader_named,
    make_component,
    make_plan,
    make_task,
    report,
    unit,
)

from chiso.web.accounts.permissions import Role
from chiso.web.directory.models import Membership, Unit
from chiso.web.plans.queries.work import Urgency, Whose, work_of

pytestmark = pytest.mark.django_db
ADDRESS = "/so-mau/viec-cua-toi/"


@pytest.fixture(autouse=True)
def _files_are_kept_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def plan(agency):
    return make_plan(agency)


def shown(work):
    return {group.urgency: [line.task.text for line in group.lines] for group in work.groups}


def work_for(user, agency, whose):
    return work_of(agency, Membership.objects.select_related("unit").get(user=user), whose, TODAY)


class TestWhatIsDue:
    def test_is_grouped_by_how_soon_it_is_to_be_done(self, agency, plan, member):
        focal = member(Role.FOCAL)
        make_task(plan, "Đã trễ", lead=OFFICE, due_on=TODAY - timedelta(days=1))
        make_task(plan, "Hôm nay", lead=OFFICE, due_on=TODAY)
        make_task(plan, "Bảy ngày nữa", lead=OFFICE, due_on=TODAY + timedelta(days=7))
        make_task(plan, "Tám ngày nữa", lead=OFFICE, due_on=TODAY + timedelta(days=8))
        make_task(plan, "Không hẹn ngày, lâu không báo", lead=OFFICE)
        heard = make_task(plan, "Không hẹn ngày, vừa báo", lead=OFFICE)
        make_task(plan, "Quý này chưa báo", lead=OFFICE, timing_kind="quarterly")
        covered = make_task(plan, "Quý này đã báo", lead=OFFICE, timing_kind="continuous")
        done = make_task(plan, "Xong rồi", lead=OFFICE, due_on=TODAY)
        report(covered, focal, date(2022, 7, 1), note="Đã đối thoại")
        report(done, focal, is_done=True)
        report(heard, focal, percent=40)
        assert shown(work_for(focal, agency, Whose(unit=unit(agency, OFFICE).pk))) == {
            Urgency.OVERDUE: ["Đã trễ"],
            Urgency.SOON: ["Hôm nay", "Bảy ngày nữa"],
            Urgency.THIS_PERIOD: ["Quý này chưa báo"],
            Urgency.SILENT: ["Tám ngày nữa", "Không hẹn ngày, lâu không báo"],
            Urgency.LATER: ["Không hẹn ngày, vừa báo"],
            Urgency.DONE: ["Xong rồi", "Quý này đã báo"],
        }

    def test_an_update_of_the_last_period_does_not_cover_this_one(self, agency, plan, member):
        focal = member(Role.FOCAL)
        duty = make_task(plan, "Đối thoại", lead=OFFICE, timing_kind="quarterly")
        report(duty, focal, date(2022, 6, 30), note="Quý II")
        assert shown(work_for(focal, agency, Whose())) == {Urgency.THIS_PERIOD: ["Đối thoại"]}

    def test_led_work_comes_before_coordinated_work(self, agency, plan, member):
        make_task(plan, "Phối hợp", lead=INSPECTORS, coordinating=(OFFICE,), due_on=date(2022, 10, 1))
        make_task(plan, "Chủ trì", lead=OFFICE, due_on=date(2022, 12, 1))
        make_task(plan, "Việc đơn vị khác", lead=INSPECTORS, due_on=date(2022, 10, 1))
        work = work_for(member(Role.OFFICER), agency, Whose(unit=unit(agency, OFFICE).pk))
        (group,) = work.groups
        assert [(line.task.text, line.is_lead) for line in group.lines] == [("Chủ trì", True), ("Phối hợp", False)]

    def test_gathers_all_running_plans_and_leaves_replaced_ones_out(self, agency, plan, member):
        make_task(plan, "Của năm nay", lead=OFFICE)
        make_task(make_plan(agency, family="PAPI"), "Của chỉ số khác", lead=OFFICE)
        make_task(make_plan(agency, year=2021), "Của năm ngoái", lead=OFFICE)
        work = work_for(member(Role.OFFICER), agency, Whose(unit=unit(agency, OFFICE).pk))
        assert shown(work) == {Urgency.SILENT: ["Của năm nay", "Của chỉ số khác"]}

    def test_a_collective_gives_its_work_to_every_unit(self, agency, plan, member):
        rooms = Unit.objects.create(agency=agency, name="các phòng chuyên môn", is_collective=True)
        task = make_task(plan, "Báo cáo chung", lead=OFFICE)
        task.coordinating.add(rooms)
        work = work_for(member(Role.OFFICER), agency, Whose(unit=unit(agency, PLANNERS).pk))
        assert shown(work) == {Urgency.SILENT: ["Báo cáo chung"]}

    def test_a_leader_sees_what_components_put_in_their_charge(self, agency, plan, member):
        user = member(Role.LEADER)
        mine = make_component(plan, "Chi phí thời gian", leader=leader_named(agency, "Lê Thị Phụ Trách", user))
        make_task(plan, "Trong lĩnh vực của tôi", mine)
        make_task(plan, "Của người khác")
        assert shown(work_for(user, agency, Whose(leader_of_user=user.pk))) == {
            Urgency.SILENT: ["Trong lĩnh vực của tôi"]
        }


class TestThePage:
    @pytest.fixture
    def tasks(self, plan):
        return [
            make_task(plan, "Việc của văn phòng", lead=OFFICE, due_on=date(2022, 8, 1)),
            make_task(plan, "Việc của thanh tra", lead=INSPECTORS, due_on=date(2022, 8, 1)),
        ]

    def test_an_officer_sees_the_own_unit_whatever_is_asked(self, agency, tasks, client_for):
        asked = unit(agency, INSPECTORS).pk
        page = client_for(Role.OFFICER).get(ADDRESS, {"cua": asked}).content.decode()
        assert "Việc của văn phòng" in page
        assert "Việc của thanh tra" not in page

    def test_the_office_may_look_at_another_unit(self, agency, tasks, client_for):
        page = client_for(Role.FOCAL).get(ADDRESS, {"cua": unit(agency, INSPECTORS).pk}).content.decode()
        assert "Việc của thanh tra" in page
        assert "Việc của văn phòng" not in page

    def test_a_unit_of_another_agency_is_no_choice(self, other_agency, tasks, client_for):
        page = client_for(Role.FOCAL).get(ADDRESS, {"cua": unit(other_agency, INSPECTORS).pk}).content.decode()
        assert "Việc của văn phòng" in page

    def test_a_leader_starts_with_what_is_in_their_charge(self, agency, plan, tasks, member):
        user = member(Role.LEADER)
        mine = make_component(plan, "Chi phí thời gian", leader=leader_named(agency, "Lê Thị Phụ Trách", user))
        make_task(plan, "Trong lĩnh vực của tôi", mine)
        client = Client()
        client.force_login(user)
        page = client.get(ADDRESS).content.decode()
        assert "Trong lĩnh vực của tôi" in page
        assert "Việc của văn phòng" not in page

    def test_a_leader_in_charge_of_nothing_starts_with_everything(self, tasks, client_for):
        page = client_for(Role.LEADER).get(ADDRESS).content.decode()
        assert "Việc của văn phòng" in page
        assert "Việc của thanh tra" in page

    def test_work_that_others_lead_is_folded_away(self, plan, client_for):
        make_task(plan, "Phối hợp thôi", lead=INSPECTORS, coordinating=(OFFICE,))
        page = client_for(Role.OFFICER).get(ADDRESS).content.decode()
        assert "Phối hợp: 1 việc do đơn vị khác chủ trì" in page

    def test_a_viewer_finds_no_form(self, tasks, client_for):
        page = client_for(Role.VIEWER).get(ADDRESS).content.decode()
        assert "Việc của văn phòng" in page
        assert 'name="percent"' not in page

    def test_the_number_of_statements_does_not_grow_with_tasks(self, plan, client_for, django_assert_max_num_queries):
        component = make_component(plan, "Chi phí thời gian", lead=OFFICE, coordinating=(PLANNERS,))
        for number in range(12):
            make_task(plan, f"Việc {number}", component)
        client = client_for(Role.FOCAL)
        with django_assert_max_num_queries(14):
            client.get(ADDRESS)


class TestReportingInPlace:
    @pytest.fixture
    def task(self, plan):
        return make_task(plan, "Việc của văn phòng", lead=OFFICE, due_on=date(2022, 8, 1))

    def send(self, client, task, *, htmx=False, **said):
        where = said.pop("where", str(unit(task.plan.agency, OFFICE).pk))
        given = {"on": "2022-08-15", "percent": "", "note": "", "viec-cua-toi": where} | said
        headers = {"HX-Request": "true"} if htmx else {}
        return client.post(reverse("plans:record_progress", args=["so-mau", task.pk]), given, headers=headers)

    def test_without_htmx_the_browser_returns_to_the_same_line(self, agency, task, client_for):
        answer = self.send(client_for(Role.OFFICER), task, percent="50")
        assert answer.status_code == 303
        assert answer.url == f"{ADDRESS}?cua={unit(agency, OFFICE).pk}#nhiem-vu-{task.pk}"

    def test_the_office_returns_to_the_unit_that_it_looked_at(self, task, client_for):
        answer = self.send(client_for(Role.FOCAL), task, percent="50", where="tat-ca")
        assert answer.url == f"{ADDRESS}?cua=tat-ca#nhiem-vu-{task.pk}"

    def test_with_htmx_the_line_and_the_counts_come_anew(self, task, client_for):
        page = self.send(client_for(Role.OFFICER), task, htmx=True, is_done="on").content.decode()
        assert f'<li id="nhiem-vu-{task.pk}">' in page
        assert "Đã ghi nhận cập nhật." in page
        assert 'id="work-counts" hx-swap-oob="true"' in page
        assert "Xong, trễ" in page

    def test_with_htmx_a_fault_stands_in_the_line_with_what_was_typed(self, task, client_for):
        page = self.send(client_for(Role.OFFICER), task, htmx=True, percent="150", note="Gõ rồi").content.decode()
        assert "Không có tiến độ 150%." in page
        assert 'value="Gõ rồi"' in page
        assert task.updates.count() == 0

    def test_without_htmx_a_fault_shows_the_task_page_with_what_was_typed(self, task, client_for):
        answer = self.send(client_for(Role.OFFICER), task, percent="150", note="Gõ rồi")
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Gõ rồi" in page
        assert f'name="viec-cua-toi" value="{unit(task.plan.agency, OFFICE).pk}"' in page
