"""The page of a task, its progress, its evidence, what it counts for."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.web.plans_running import (
    INSPECTORS,
    NOW,
    OFFICE,
    PLANNERS,
    TODAY,
    leader_named,
    make_component,
    make_plan,
    make_task,
    promise,
    report,
    unit,
)

from chiso.plans.status import Status
from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.directory.models import Membership, Unit
from chiso.web.plans.access import task_of
from chiso.web.plans.assignments import answerable_for
from chiso.web.plans.evidence import Evidence, faults_of_evidence
from chiso.web.plans.models import ProgressUpdate
from chiso.web.plans.operations import record_progress
from chiso.web.plans.progress import Progress, Reported, Standing, faults_of, standing_after
from chiso.web.plans.queries.origin import origin_of
from chiso.web.plans.queries.task import task_page

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 so lieu"


def address(name, *arguments, agency="so-mau"):
    return reverse(f"plans:{name}", args=[agency, *arguments])


def codes(problems):
    return [problem.code.removeprefix("web.plans.") for problem in problems]


def word_file(part="word/document.xml"):
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(part, "<w/>")
    return stream.getvalue()


@pytest.fixture(autouse=True)
def _files_are_kept_apart(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def plan(agency):
    return make_plan(agency)


@pytest.fixture
def task(plan):
    return make_task(
        plan, "Niêm yết công khai thủ tục", lead=OFFICE, coordinating=(PLANNERS,), due_on=date(2022, 12, 15)
    )


class TestWhoAnswers:
    def test_a_task_without_units_takes_them_from_its_component(self, agency, plan):
        component = make_component(plan, "Chi phí thời gian", lead=INSPECTORS, coordinating=(PLANNERS,))
        found = answerable_for(make_task(plan, "Rút ngắn thủ tục", component))
        assert (found.lead.name, found.lead_from) == (INSPECTORS, "Chi phí thời gian")
        assert ([each.name for each in found.coordinating], found.coordinating_from) == (
            [PLANNERS],
            "Chi phí thời gian",
        )

    def test_a_task_with_its_own_lead_takes_no_coordinating_units_over(self, plan):
        component = make_component(plan, "Chi phí thời gian", lead=INSPECTORS, coordinating=(PLANNERS,))
        found = answerable_for(make_task(plan, "Rút ngắn thủ tục", component, lead=OFFICE))
        assert (found.lead.name, found.lead_from, found.coordinating) == (OFFICE, "", ())

    def test_the_leader_comes_from_the_component_of_the_tasks_own_plan_first(self, agency, plan):
        other = make_plan(agency, family="PAPI", year=2021)
        theirs = make_component(other, "Thủ tục", leader=leader_named(agency, "Lê Xa"))
        own = make_component(plan, "Chi phí thời gian", leader=leader_named(agency, "Lê Gần"))
        found = answerable_for(make_task(plan, "Rút ngắn thủ tục", theirs, own))
        assert (found.leader.name, found.leader_from) == ("Lê Gần", "Chi phí thời gian")

    def test_a_collective_such_as_all_rooms_means_every_unit(self, agency, plan):
        rooms = Unit.objects.create(agency=agency, name="các phòng chuyên môn", is_collective=True)
        task = make_task(plan, "Báo cáo", lead=OFFICE)
        task.coordinating.add(rooms)
        found = answerable_for(task)
        assert found.is_coordinated_by(unit(agency, PLANNERS).pk)
        assert not found.is_coordinated_by(unit(agency, OFFICE).pk)


class TestWhereATaskStands:
    def test_without_reports_nothing_is_known(self):
        assert standing_after([], is_standing_duty=False) == Standing()

    def test_the_latest_by_date_decides_whatever_the_order_of_entry(self):
        reports = [Reported(date(2022, 5, 1), 60, is_done=False), Reported(date(2022, 3, 1), 20, is_done=False)]
        assert standing_after(reports, is_standing_duty=False) == Standing(percent=60, updated_on=date(2022, 5, 1))

    def test_done_counts_from_the_first_report_of_the_last_unbroken_run(self):
        reports = [
            Reported(date(2022, month, 1), None, is_done)
            for month, is_done in ((2, True), (3, False), (4, True), (5, True))
        ]
        standing = standing_after(reports, is_standing_duty=False)
        assert standing == Standing(percent=100, done_on=date(2022, 4, 1), updated_on=date(2022, 5, 1))

    def test_a_later_report_that_is_not_done_reopens(self):
        reports = [
            Reported(date(2022, 2, 1), 30, is_done=False),
            Reported(date(2022, 3, 1), 100, is_done=True),
            Reported(date(2022, 4, 1), None, is_done=False),
        ]
        assert standing_after(reports, is_standing_duty=False) == Standing(percent=30, updated_on=date(2022, 4, 1))

    def test_a_standing_duty_is_never_done_for_good(self):
        standing = standing_after([Reported(date(2022, 2, 1), None, is_done=True)], is_standing_duty=True)
        assert standing == Standing(updated_on=date(2022, 2, 1))


class TestAReport:
    def faults(self, **said):
        progress = Progress(**{"on": TODAY, "percent": 10} | said)
        return codes(faults_of(progress, today=TODAY, plan_year=2022, commitments=[7]))

    def test_may_tell_of_today_and_of_the_first_day_of_the_plans_year(self):
        assert self.faults() == self.faults(on=date(2022, 1, 1)) == []

    @pytest.mark.parametrize(
        ("said", "fault"),
        [
            ({"on": date(2022, 8, 16)}, "progress_in_future"),
            ({"on": date(2021, 12, 31)}, "progress_before_plan"),
            ({"percent": 101}, "percent_out_of_range"),
            ({"percent": -1}, "percent_out_of_range"),
            ({"values": {8: Decimal(1)}}, "not_a_commitment_of_the_task"),
            ({"percent": None, "note": "  "}, "progress_says_nothing"),
        ],
    )
    def test_is_refused_with_its_fault(self, said, fault):
        assert self.faults(**said) == [fault]

    def test_is_refused_with_all_its_faults_at_once(self):
        assert self.faults(on=date(2023, 1, 1), percent=300) == ["progress_in_future", "percent_out_of_range"]

    def test_of_a_hundred_per_cent_says_that_the_work_is_done(self):
        assert Progress(on=TODAY, percent=100).says_done

    @pytest.mark.parametrize(
        ("name", "content", "fault"),
        [
            ("a.pdf", PDF, []),
            ("A.PDF", PDF, []),
            ("a.docx", word_file(), []),
            ("a.xlsx", word_file("xl/workbook.xml"), []),
            ("a.png", b"\x89PNG\r\n\x1a\n...", []),
            ("a.jpg", b"\xff\xd8\xff...", []),
            ("a.exe", b"MZ", ["evidence_of_wrong_kind"]),
            ("a.html", b"<script>", ["evidence_of_wrong_kind"]),
            ("a.pdf", b"<script>", ["evidence_not_what_it_claims"]),
            ("a.docx", b"PK\x03\x04", ["evidence_not_what_it_claims"]),
            ("a.docx", word_file("xl/workbook.xml"), ["evidence_not_what_it_claims"]),
            ("a.pdf", b"", ["evidence_not_what_it_claims"]),
        ],
    )
    def test_takes_files_that_are_what_they_claim(self, name, content, fault):
        assert codes(faults_of_evidence(Evidence(name, content))) == fault

    def test_takes_no_file_above_the_limit(self, settings):
        settings.UPLOAD_LIMIT_BYTES = 10
        assert codes(faults_of_evidence(Evidence("a.pdf", PDF))) == ["evidence_too_large"]


class TestRecording:
    def test_keeps_the_task_in_step_and_leaves_one_event(self, task, member):
        commitment = promise(task, "ít nhất 95%", "95")
        focal = member(Role.FOCAL)
        report(
            task, focal, date(2022, 8, 1), percent=40, note="Đã làm một phần", values={commitment.pk: Decimal("88.5")}
        )
        task.refresh_from_db()
        assert (task.percent, task.done_on, task.updated_on) == (40, None, date(2022, 8, 1))
        event = Event.objects.get()
        assert (event.name, event.actor, event.agency) == ("plans.task.progress_recorded", focal, "so-mau")
        assert event.details["values"] == {str(commitment.pk): "88.5"}

    def test_a_later_report_reopens_and_an_earlier_one_changes_nothing(self, task, member):
        focal = member(Role.FOCAL)
        report(task, focal, date(2022, 6, 1), is_done=True)
        task.refresh_from_db()
        assert (task.percent, task.done_on) == (100, date(2022, 6, 1))
        report(task, focal, date(2022, 5, 1), percent=20)
        task.refresh_from_db()
        assert task.done_on == date(2022, 6, 1)
        report(task, focal, date(2022, 7, 1), percent=80, note="Phải làm lại")
        task.refresh_from_db()
        assert (task.percent, task.done_on, task.updated_on) == (80, None, date(2022, 7, 1))

    def test_leaves_nothing_behind_where_it_fails(self, task, member):
        with pytest.raises(ProblemError) as raised:
            report(task, member(Role.FOCAL), date(2022, 8, 16), percent=120, evidence=Evidence("a.exe", b"MZ"))
        assert codes(raised.value.problems) == ["progress_in_future", "percent_out_of_range", "evidence_of_wrong_kind"]
        assert (ProgressUpdate.objects.count(), Event.objects.count()) == (0, 0)

    @pytest.mark.parametrize(
        ("role", "room", "may"),
        [
            (Role.ADMINISTRATOR, INSPECTORS, True),
            (Role.FOCAL, INSPECTORS, True),
            (Role.UNIT_HEAD, OFFICE, True),
            (Role.OFFICER, PLANNERS, True),
            (Role.UNIT_HEAD, INSPECTORS, False),
            (Role.OFFICER, INSPECTORS, False),
            (Role.LEADER, OFFICE, False),
            (Role.VIEWER, OFFICE, False),
        ],
    )
    def test_is_for_the_office_and_for_units_that_lead_or_coordinate(self, task, member, role, room, may):
        user = member(role, unit=room)
        if may:
            report(task, user, percent=10)
            assert task.updates.get().unit.name == room
        else:
            with pytest.raises(ProblemError) as raised:
                report(task, user, percent=10)
            assert codes(raised.value.problems) == ["not_your_units_task"]

    def test_a_unit_may_report_on_a_task_that_its_component_gives_it(self, plan, member):
        component = make_component(plan, "Chi phí thời gian", lead=INSPECTORS)
        task = make_task(plan, "Rút ngắn thủ tục", component)
        report(task, member(Role.OFFICER, unit=INSPECTORS), percent=10)
        assert task.updates.count() == 1

    def test_a_standing_duty_done_in_a_period_stays_open(self, plan, member):
        duty = make_task(plan, "Đối thoại", lead=OFFICE, timing_kind="quarterly", timing_text="Mỗi quý")
        report(duty, member(Role.FOCAL), is_done=True)
        duty.refresh_from_db()
        assert (duty.done_on, duty.updated_on) == (None, TODAY)

    def test_a_member_of_another_agency_is_refused(self, task, member, other_agency):
        stranger = member(Role.ADMINISTRATOR, of=other_agency)
        membership = Membership.objects.get(user=stranger)
        with pytest.raises(ProblemError):
            record_progress(
                task=task, progress=Progress(on=TODAY, percent=1), by=stranger, membership=membership, now=NOW
            )


class TestTheTaskPage:
    def page(self, task, member):
        user = member(Role.FOCAL)
        membership = Membership.objects.select_related("unit").get(user=user)
        agency = task.plan.agency
        return task_page(task_of(agency, task.pk), agency, membership, TODAY)

    def test_a_promise_is_judged_by_its_last_reported_value(self, task, member):
        commitment = promise(task, "ít nhất 95%", "95")
        focal = member(Role.FOCAL)
        report(task, focal, date(2022, 7, 1), values={commitment.pk: Decimal(96)})
        report(task, focal, date(2022, 6, 1), values={commitment.pk: Decimal(50)})
        (line,) = self.page(task, member).commitments
        assert (line.value, line.value_on, line.judgement.status) == (Decimal(96), date(2022, 7, 1), Status.MET)

    def test_a_promise_without_a_value_has_no_data(self, task, member):
        promise(task, "ít nhất 95%", "95")
        (line,) = self.page(task, member).commitments
        assert (line.value, line.judgement.status) == (None, Status.NO_DATA)

    def test_no_value_is_asked_for_a_promise_of_a_rhythm(self, plan, member):
        duty = make_task(plan, "Giao ban", lead=OFFICE, timing_kind="half-yearly", timing_text="6 tháng/Lần")
        promise(duty, "6 tháng/Lần", "6", operator="=", unit="tháng/Lần")
        page = self.page(duty, member)
        assert page.asked == ()
        assert page.commitments[0].judgement == page.line.judgement

    def test_shows_everything_even_to_those_who_only_look(self, task, member, client_for):
        report(task, member(Role.FOCAL), percent=40, note="Đã niêm yết tại một cửa", evidence=Evidence("Ảnh.pdf", PDF))
        page = client_for(Role.VIEWER).get(address("task", task.pk)).content.decode()
        assert "Đã niêm yết tại một cửa" in page
        assert "Ảnh.pdf" in page
        assert 'name="percent"' not in page

    def test_offers_the_form_to_a_unit_that_has_a_part_only(self, task, client_for):
        assert (
            'name="percent"' in client_for(Role.OFFICER, unit=PLANNERS).get(address("task", task.pk)).content.decode()
        )
        refused = client_for(Role.OFFICER, unit=INSPECTORS).get(address("task", task.pk)).content.decode()
        assert 'name="percent"' not in refused
        assert "không chủ trì và không phối hợp" in refused

    def test_the_number_of_statements_does_not_grow_with_updates(
        self, task, member, client_for, django_assert_max_num_queries
    ):
        commitment = promise(task, "ít nhất 95%", "95")
        focal = member(Role.FOCAL)
        for day in range(1, 9):
            report(task, focal, date(2022, 8, day), percent=day, values={commitment.pk: Decimal(day)})
        client = client_for(Role.FOCAL)
        with django_assert_max_num_queries(19):
            client.get(address("task", task.pk))

    def test_another_agencys_task_is_not_found(self, other_agency, client_for, member):
        foreign = make_task(make_plan(other_agency), "Việc nhà khác", lead=OFFICE)
        report(foreign, member(Role.FOCAL, of=other_agency), evidence=Evidence("a.pdf", PDF))
        client = client_for(Role.ADMINISTRATOR)
        update = foreign.updates.get()
        for name, number in (
            ("task", foreign.pk),
            ("edit_task", foreign.pk),
            ("count_task", foreign.pk),
            ("evidence_file", update.pk),
        ):
            assert client.get(address(name, number)).status_code == 404
        assert (
            client.post(address("record_progress", foreign.pk), {"on": "2022-08-15", "percent": 1}).status_code == 404
        )
        assert foreign.updates.count() == 1


class TestTheOriginOfATask:
    def origin(self, agency, timing, due_on, kind="by-date"):
        said = {"kind": kind, "text": "theo văn bản"} | timing if timing else None
        stated = {"text": "Ban hành quy trình", "timing": said}
        reading = {
            "plan": {"components": [{"name": "Thiết chế pháp lý", "tasks": [{"text": "Việc khác"}, stated]}]},
            "places": {"components/0/tasks/1/text": [[17, 0, 20]]},
        }
        task = make_task(make_plan(agency, reading=reading), "Ban hành quy trình", due_on=due_on, timing_kind=kind)
        return origin_of(task_of(agency, task.pk), kind)

    def test_the_block_where_it_was_read_is_known(self, agency):
        assert self.origin(agency, None, None, kind="").block == 17

    def test_a_quarter_lasts_to_its_end(self, agency):
        origin = self.origin(agency, {"due": "2022-03", "due_is_inclusive": None}, date(2022, 3, 31))
        assert origin.notes == ("Văn bản không ghi ngày: tính đến ngày cuối của kỳ đã nêu.",)

    def test_before_a_day_means_the_day_before(self, agency):
        origin = self.origin(agency, {"due": "2022-09-30", "due_is_inclusive": False}, date(2022, 9, 29))
        assert origin.notes == ("Văn bản ghi “trước”: ngày cuối cùng còn đúng hạn là ngày liền trước.",)

    def test_a_day_that_the_agency_changed_stands_beside_the_documents(self, agency):
        origin = self.origin(agency, {"due": "2022-09-30", "due_is_inclusive": True}, date(2022, 10, 15))
        assert origin.notes == ("Ngày này do cơ quan sửa; tính theo văn bản là 30/09/2022.",)

    def test_a_task_without_a_day_has_its_state_explained(self, agency):
        (note,) = self.origin(agency, None, None, kind="").notes
        assert note.startswith("Kế hoạch không ghi hạn")


class TestReportingOnThePage:
    def send(self, client, task, *, htmx=False, **said):
        given = {"on": "2022-08-15", "percent": "", "note": ""} | said
        headers = {"HX-Request": "true"} if htmx else {}
        return client.post(address("record_progress", task.pk), given, headers=headers)

    def test_without_htmx_the_browser_is_sent_back_to_the_task(self, task, client_for):
        answer = self.send(client_for(Role.OFFICER), task, percent="55", note="Đang làm")
        assert (answer.status_code, answer.url) == (303, address("task", task.pk))
        assert task.updates.get().percent == 55

    def test_with_htmx_the_panel_comes_anew(self, task, client_for):
        page = self.send(client_for(Role.OFFICER), task, htmx=True, percent="55").content.decode()
        assert "Đã ghi nhận cập nhật." in page
        assert "55%" in page
        assert "<html" not in page

    def test_a_decimal_comma_is_understood(self, task, client_for):
        commitment = promise(task, "ít nhất 95%", "95")
        self.send(client_for(Role.OFFICER), task, **{f"value-{commitment.pk}": "95,5"})
        assert task.updates.get().values.get().value == Decimal("95.5")

    @pytest.mark.parametrize("htmx", [False, True])
    def test_what_was_typed_survives_an_error(self, task, client_for, htmx):
        commitment = promise(task, "ít nhất 95%", "95")
        said = {"on": "01/09/2022", "percent": "400", "note": "Viết dài", f"value-{commitment.pk}": "9,5"}
        answer = self.send(client_for(Role.OFFICER), task, htmx=htmx, **said)
        page = answer.content.decode()
        assert answer.status_code == (200 if htmx else 422)
        assert "Ngày 01/09/2022 chưa tới." in page
        assert "Không có tiến độ 400%." in page
        for kept in ('value="01/09/2022"', 'value="400"', "Viết dài", 'value="9,5"'):
            assert kept in page
        assert task.updates.count() == 0

    def test_a_day_that_cannot_be_read_hides_no_other_fault(self, task, client_for):
        page = self.send(client_for(Role.OFFICER), task, on="31/2/2022", percent="400").content.decode()
        assert "Nhập ngày theo mẫu 31/12/2026." in page
        assert "Không có tiến độ 400%." in page
        assert 'value="31/2/2022"' in page

    def test_a_file_too_large_is_refused_beside_its_field(self, task, client_for, settings):
        settings.UPLOAD_LIMIT_BYTES = 10
        answer = self.send(client_for(Role.OFFICER), task, percent="1", file=SimpleUploadedFile("lon.pdf", PDF))
        assert "Tệp “lon.pdf” nặng" in answer.content.decode()

    def test_a_unit_without_a_part_is_refused(self, task, client_for):
        answer = self.send(client_for(Role.OFFICER, unit=INSPECTORS), task, percent="1")
        assert answer.status_code == 422
        assert "không chủ trì và không phối hợp" in answer.content.decode()
        assert task.updates.count() == 0

    def test_looking_at_the_address_of_the_form_leads_to_the_task(self, task, client_for):
        answer = client_for(Role.OFFICER).get(address("record_progress", task.pk))
        assert (answer.status_code, answer.url) == (303, address("task", task.pk))

    def test_evidence_comes_back_as_a_download_with_its_own_name(self, task, client_for):
        client = client_for(Role.OFFICER)
        self.send(client, task, percent="20", file=SimpleUploadedFile("Minh chứng.pdf", PDF))
        update = task.updates.get()
        assert "Minh" not in update.file.name
        answer = client_for(Role.VIEWER).get(address("evidence_file", update.pk))
        assert answer.content == PDF
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Disposition"] == "attachment; filename*=utf-8''Minh%20ch%E1%BB%A9ng.pdf"

    def test_an_update_without_a_file_has_none_to_give(self, task, member, client_for):
        report(task, member(Role.FOCAL), percent=1)
        assert client_for(Role.VIEWER).get(address("evidence_file", task.updates.get().pk)).status_code == 404


class TestChangingATask:
    def test_assignment_and_day_are_recorded_before_and_after(self, task, client_for):
        inspectors = unit(task.plan.agency, INSPECTORS)
        given = {
            "lead": inspectors.pk,
            "coordinating": [],
            "timing_text": "",
            "timing_kind": "",
            "due_on": "2022-11-30",
        }
        assert client_for(Role.FOCAL).post(address("edit_task", task.pk), given).status_code == 303
        assert Event.objects.get().details == {
            "before": {"lead": OFFICE, "coordinating": [PLANNERS], "due_on": "2022-12-15"},
            "after": {"lead": INSPECTORS, "coordinating": [], "due_on": "2022-11-30"},
        }

    def test_a_done_task_that_becomes_a_standing_duty_is_open_again(self, task, client_for):
        client = client_for(Role.FOCAL)
        client.post(address("record_progress", task.pk), {"on": "2022-08-15", "is_done": "on"})
        given = {"lead": "", "timing_kind": "continuous", "timing_text": "Thường xuyên", "due_on": ""}
        client.post(address("edit_task", task.pk), given)
        task.refresh_from_db()
        assert (task.done_on, task.updated_on) == (None, TODAY)

    def test_a_task_counts_for_components_of_several_plans(self, agency, plan, client_for):
        own = make_component(plan, "Chi phí thời gian")
        other = make_component(make_plan(agency, family="PAPI"), "Thủ tục hành chính công")
        task = make_task(plan, "Rút ngắn thủ tục", own)
        answer = client_for(Role.FOCAL).post(address("count_task", task.pk), {"components": [own.pk, other.pk]})
        assert answer.status_code == 303
        assert set(task.components.all()) == {own, other}
        assert Event.objects.get().details["after"] == {
            "components": ["DDCI 2022: Chi phí thời gian", "PAPI 2022: Thủ tục hành chính công"]
        }

    def test_a_task_keeps_a_component_of_its_own_plan(self, agency, plan, client_for):
        own = make_component(plan, "Chi phí thời gian")
        other = make_component(make_plan(agency, family="PAPI"), "Thủ tục hành chính công")
        task = make_task(plan, "Rút ngắn thủ tục", own)
        answer = client_for(Role.FOCAL).post(address("count_task", task.pk), {"components": [other.pk]})
        assert answer.status_code == 422
        assert "Giữ ít nhất một thành phần" in answer.content.decode()
        assert list(task.components.all()) == [own]

    def test_another_agencys_component_cannot_be_chosen(self, task, other_agency, client_for):
        foreign = make_component(make_plan(other_agency), "Chi phí thời gian")
        answer = client_for(Role.FOCAL).post(address("count_task", task.pk), {"components": [foreign.pk]})
        assert answer.status_code == 422
        assert task.components.count() == 0

    @pytest.mark.parametrize("name", ["edit_task", "count_task"])
    def test_is_for_the_office_alone(self, task, client_for, name):
        assert client_for(Role.UNIT_HEAD).post(address(name, task.pk), {}).status_code == 403
