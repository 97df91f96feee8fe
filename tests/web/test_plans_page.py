"""The list of plans, the page of a plan, its components and their changes."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from tests.web.plans_running import (
    INSPECTORS,
    OFFICE,
    PLANNERS,
    TODAY,
    baseline,
    make_component,
    make_plan,
    make_task,
    report,
    target,
    unit,
)

from chiso.plans.status import Status
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.plans.queries.filters import TaskFilter, When, by_component, by_unit
from chiso.web.plans.queries.lines import task_lines
from chiso.web.plans.queries.plan import plan_page
from chiso.web.plans.queries.plans import plan_list

pytestmark = pytest.mark.django_db


def address(name, *arguments, agency="so-mau"):
    return reverse(f"plans:{name}", args=[agency, *arguments])


def texts(lines, wanted):
    return [line.text for line in lines if wanted.takes(line, TODAY)]


@pytest.fixture(autouse=True)
def _files_are_kept_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def plan(agency):
    return make_plan(agency)


class TestThePlansList:
    def test_an_empty_list_tells_the_focal_unit_to_import(self, client_for):
        page = client_for(Role.FOCAL).get(address("plans")).content.decode()
        assert "Nhập kế hoạch đầu tiên" in page

    def test_an_empty_list_offers_no_import_to_those_who_may_not(self, client_for):
        page = client_for(Role.OFFICER).get(address("plans")).content.decode()
        assert "Chưa có kế hoạch nào đang chạy" in page
        assert address("drafts") not in page

    def test_the_plan_of_the_latest_year_runs_and_the_one_before_is_earlier(self, agency, plan):
        before = make_plan(agency, year=2021)
        other = make_plan(agency, family="PAR INDEX")
        found = plan_list(agency, TODAY)
        assert {each.id for each in found.running} == {plan.pk, other.pk}
        assert [each.id for each in found.earlier] == [before.pk]

    def test_the_next_deadline_is_that_of_the_nearest_unfinished_task(self, agency, plan, member):
        done = make_task(plan, "Xong sớm", due_on=TODAY + timedelta(days=1))
        make_task(plan, "Đã qua", due_on=TODAY - timedelta(days=1))
        make_task(plan, "Kế tiếp", due_on=TODAY + timedelta(days=20))
        make_task(plan, "Xa hơn", due_on=TODAY + timedelta(days=40))
        report(done, member(Role.FOCAL), is_done=True)
        (line,) = plan_list(agency, TODAY).running
        assert line.next_task.text == "Kế tiếp"
        assert {each.status: each.count for each in line.counts} == {
            Status.MET: 1,
            Status.NOT_MET: 1,
            Status.AT_RISK: 2,
        }

    def test_the_number_of_statements_does_not_grow_with_plans_and_tasks(
        self, agency, client_for, django_assert_max_num_queries
    ):
        for family in ("DDCI", "PCI", "PAPI"):
            each = make_plan(agency, family=family)
            component = make_component(each, "Chi phí thời gian", lead=OFFICE)
            for number in range(5):
                make_task(each, f"Việc {number}", component, coordinating=(PLANNERS,))
        client = client_for(Role.FOCAL)
        with django_assert_max_num_queries(13):
            client.get(address("plans"))


class TestThePlanPage:
    def test_a_task_of_two_components_stands_under_both_and_counts_once(self, agency, plan):
        time, access = make_component(plan, "Chi phí thời gian"), make_component(plan, "Tiếp cận đất đai")
        make_task(plan, "Rút ngắn thủ tục", time, access)
        page = plan_page(plan, agency, TODAY)
        groups = by_component(page.lines, [(each.id, each.name) for each in page.components])
        assert [(group.title, len(group.lines)) for group in groups] == [
            ("Chi phí thời gian", 1),
            ("Tiếp cận đất đai", 1),
        ]
        assert [each.task_count for each in page.components] == [1, 1]
        assert sum(each.count for each in page.counts) == 1

    def test_a_task_of_another_plan_counts_where_it_is_counted_for(self, agency, plan):
        other = make_plan(agency, family="PAR INDEX")
        component = make_component(plan, "Chi phí thời gian")
        make_task(other, "Số hóa hồ sơ", make_component(other, "Thủ tục hành chính"), component)
        assert [line.text for line in plan_page(plan, agency, TODAY).lines] == ["Số hóa hồ sơ"]
        assert [line.text for line in plan_page(other, agency, TODAY).lines] == ["Số hóa hồ sơ"]

    def test_a_component_without_a_current_figure_is_judged_by_its_tasks(self, agency, plan):
        component = make_component(plan, "Chi phí thời gian")
        baseline(component, score="6.79", rank=24, rank_of=25)
        target(component, score=8)
        make_task(plan, "Quá hạn", component, due_on=date(2022, 8, 1))
        (line,) = plan_page(plan, agency, TODAY).components
        assert (line.judgement.status, line.judged_by_figures) == (Status.NOT_MET, False)
        assert (line.baseline.score, line.baseline.rank_of, line.target.score) == (6.79, 25, 8.0)

    def test_a_task_without_components_stands_among_the_general_ones(self, agency, plan):
        make_task(plan, "Họp giao ban")
        (group,) = by_component(plan_page(plan, agency, TODAY).lines, [])
        assert (group.key, [line.text for line in group.lines]) == ("nhiem-vu-chung", ["Họp giao ban"])

    def test_units_come_in_the_order_of_the_alphabet_and_nobody_last(self, agency, plan):
        component = make_component(plan, "Chi phí thời gian", lead=INSPECTORS)
        make_task(plan, "Không ai", due_on=TODAY)
        make_task(plan, "Của văn phòng", lead=OFFICE)
        make_task(plan, "Theo thành phần", component)
        groups = by_unit(plan_page(plan, agency, TODAY).lines)
        assert [group.title for group in groups] == [INSPECTORS, OFFICE, "Chưa có đơn vị chủ trì"]

    def test_the_page_and_htmx_show_the_same_tasks(self, plan, client_for):
        component = make_component(plan, "Chi phí thời gian")
        make_task(plan, "Niêm yết công khai", component)
        client = client_for(Role.VIEWER)
        whole = client.get(address("plan", plan.pk)).content.decode()
        part = client.get(address("plan", plan.pk), headers={"HX-Request": "true"}).content.decode()
        assert "Niêm yết công khai" in whole
        assert "Niêm yết công khai" in part
        assert "<html" not in part

    def test_a_filter_that_nothing_fits_says_what_to_do(self, plan, client_for):
        make_task(plan, "Niêm yết công khai")
        page = client_for(Role.VIEWER).get(address("plan", plan.pk), {"tim": "khong co dau"}).content.decode()
        assert "Không có nhiệm vụ nào khớp" in page

    def test_a_choice_that_there_is_not_narrows_nothing(self, plan, client_for):
        make_task(plan, "Niêm yết công khai")
        answer = client_for(Role.VIEWER).get(address("plan", plan.pk), {"don_vi": "x", "trang_thai": "y", "nhom": "z"})
        assert "Niêm yết công khai" in answer.content.decode()

    def test_the_document_is_a_download(self, plan, client_for):
        answer = client_for(Role.VIEWER).get(address("plan_file", plan.pk))
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.content.decode() == "Kế hoạch mẫu"

    def test_another_agencys_plan_is_not_found_under_ones_own_name(self, other_agency, client_for):
        foreign = make_plan(other_agency)
        component = make_component(foreign, "Chi phí thời gian")
        client = client_for(Role.ADMINISTRATOR)
        for target_address in (
            address("plan", foreign.pk),
            address("plan_file", foreign.pk),
            address("component", foreign.pk, component.pk),
            address("edit_component", foreign.pk, component.pk),
        ):
            assert client.get(target_address).status_code == 404

    def test_the_number_of_statements_does_not_grow_with_components_and_tasks(
        self, plan, client_for, django_assert_max_num_queries
    ):
        for number in range(6):
            component = make_component(plan, f"Thành phần {number}", lead=OFFICE, coordinating=(PLANNERS,))
            target(component, score=8)
            for place in range(4):
                make_task(plan, f"Việc {number}.{place}", component, coordinating=(INSPECTORS,))
        client = client_for(Role.FOCAL)
        with django_assert_max_num_queries(20):
            client.get(address("plan", plan.pk))


class TestFilters:
    @pytest.fixture
    def lines(self, agency, plan, member):
        late = make_task(plan, "Rà soát văn bản quy phạm", lead=OFFICE, due_on=date(2022, 8, 1))
        make_task(plan, "Tổ chức đối thoại", lead=INSPECTORS, coordinating=(OFFICE,), due_on=date(2022, 8, 20))
        make_task(plan, "Khảo sát doanh nghiệp", lead=PLANNERS, due_on=date(2022, 9, 10))
        make_task(plan, "Công khai thủ tục", lead=PLANNERS, timing_kind="continuous", timing_text="Thường xuyên")
        finished = make_task(plan, "Đăng tin bài", lead=PLANNERS, due_on=date(2022, 7, 1))
        make_task(plan, "Việc không hẹn ngày", lead=PLANNERS)
        report(finished, member(Role.FOCAL), date(2022, 7, 1), is_done=True)
        assert late.done_on is None
        return task_lines(agency, TODAY, plans=[plan.pk])

    @pytest.mark.parametrize(
        ("when", "wanted"),
        [
            (When.OVERDUE, ["Rà soát văn bản quy phạm"]),
            (When.WEEK, ["Tổ chức đối thoại"]),
            (When.MONTH, ["Tổ chức đối thoại", "Khảo sát doanh nghiệp"]),
            (
                When.QUARTER,
                ["Rà soát văn bản quy phạm", "Tổ chức đối thoại", "Khảo sát doanh nghiệp", "Đăng tin bài"],
            ),
            (When.STANDING, ["Công khai thủ tục"]),
            (When.UNDATED, ["Việc không hẹn ngày"]),
        ],
    )
    def test_time_narrows_to_days_or_to_standing_duties(self, lines, when, wanted):
        assert texts(lines, TaskFilter(when=when)) == wanted

    def test_a_unit_is_found_where_it_leads_or_coordinates(self, agency, lines):
        found = texts(lines, TaskFilter(unit=unit(agency, OFFICE).pk))
        assert found == ["Rà soát văn bản quy phạm", "Tổ chức đối thoại"]

    def test_a_status_narrows_to_what_has_it(self, lines):
        assert texts(lines, TaskFilter(status=Status.NOT_MET)) == ["Rà soát văn bản quy phạm", "Công khai thủ tục"]

    @pytest.mark.parametrize("words", ["khao sat", "KHẢO SÁT", "sát khảo", "doanh nghiep khao"])
    def test_words_are_found_without_accents_and_in_any_order(self, lines, words):
        assert texts(lines, TaskFilter(words=words)) == ["Khảo sát doanh nghiệp"]

    def test_conditions_add_up(self, agency, lines):
        wanted = TaskFilter(unit=unit(agency, PLANNERS).pk, when=When.MONTH, words="khao")
        assert texts(lines, wanted) == ["Khảo sát doanh nghiệp"]
        assert texts(lines, TaskFilter(unit=unit(agency, OFFICE).pk, when=When.UNDATED)) == []


class TestEditingAComponent:
    @pytest.fixture
    def component(self, plan):
        component = make_component(plan, "Chi phí thời gian", lead=OFFICE, coordinating=(PLANNERS,))
        baseline(component, score="6.79", scale=10, rank=24, rank_of=25)
        target(component, score=8, scale=10)
        return component

    def send(self, client, component, **changes):
        office, planners = unit(component.plan.agency, OFFICE), unit(component.plan.agency, PLANNERS)
        given = {
            "lead": office.pk,
            "coordinating": [planners.pk],
            "leader": "",
            "timing_kind": "",
            "timing_text": "",
            "target_score": "8",
            "target_rank": "",
            "target_band": "",
        }
        return client.post(address("edit_component", component.plan_id, component.pk), given | changes)

    def test_what_changes_is_recorded_before_and_after(self, component, client_for):
        inspectors = unit(component.plan.agency, INSPECTORS)
        answer = self.send(client_for(Role.FOCAL), component, lead=inspectors.pk, target_score="8,5", target_rank="10")
        assert answer.status_code == 303
        event = Event.objects.get(name="plans.component.edited")
        assert event.details == {
            "before": {"lead": OFFICE, "target_score": "8", "target_rank": None},
            "after": {"lead": INSPECTORS, "target_score": "8.5", "target_rank": 10},
        }

    def test_nothing_is_recorded_where_nothing_changes(self, component, client_for):
        assert self.send(client_for(Role.FOCAL), component).status_code == 303
        assert not Event.objects.filter(name="plans.component.edited").exists()

    def test_all_faults_are_told_and_what_was_typed_stays(self, component, client_for):
        office = unit(component.plan.agency, OFFICE)
        answer = self.send(
            client_for(Role.FOCAL),
            component,
            coordinating=[office.pk],
            target_score="11",
            target_rank="26",
            timing_text="Trong quý III",
        )
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "vừa chủ trì vừa phối hợp" in page
        assert "Điểm 11 nằm ngoài thang điểm 10" in page
        assert "Nhập hạng từ 1 đến 25" in page
        assert "Trong quý III" in page
        component.refresh_from_db()
        assert component.timing_text == ""

    def test_another_agencys_unit_cannot_be_chosen(self, component, client_for, other_agency):
        answer = self.send(client_for(Role.FOCAL), component, lead=unit(other_agency, OFFICE).pk)
        assert answer.status_code == 422
        component.refresh_from_db()
        assert component.lead.agency_id == component.plan.agency_id

    def test_a_component_without_a_target_gets_one(self, plan, client_for):
        bare = make_component(plan, "Tiếp cận đất đai", lead=OFFICE, coordinating=(PLANNERS,))
        self.send(client_for(Role.FOCAL), bare, target_score="", target_rank="5", target_rank_is_at_most="on")
        row = bare.scores.get()
        assert (row.part, row.year, row.score, row.rank, row.rank_is_at_most) == ("target", 2022, None, 5, True)

    def test_the_office_alone_may(self, component, client_for):
        assert self.send(client_for(Role.UNIT_HEAD), component).status_code == 403
