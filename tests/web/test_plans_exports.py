"""Xuất văn bản: a draft and a running plan as files; the rows of a plan as the plan's value."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse
from tests.web.plans_import_text import PLAN_BYTES, PLAN_NAME
from tests.web.plans_running import INSPECTORS, NOW, OFFICE, PLANNERS, leader_named, unit

from chiso import documents, packs, plans
from chiso.documents.writing import pdf_font
from chiso.plans import Assignment as AssignmentValue
from chiso.plans import Citation, Score, TimingKind, to_json
from chiso.samples import sample_plans
from chiso.web.accounts.permissions import Role
from chiso.web.plans.exports.documents import FileKind, file_name
from chiso.web.plans.importing.accepting import accept_draft
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.importing.operations import create_draft, save_draft
from chiso.web.plans.models import Plan
from chiso.web.plans.operations import Assignment, Target, count_task_for, edit_component, edit_task
from chiso.web.plans.plan_value import plan_value
from chiso.web.ui.clock import now_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_files(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def draft(agency):
    return create_draft(agency=agency, by=None, file_name=PLAN_NAME, content=PLAN_BYTES, now=now_of(agency))


@pytest.fixture
def plan(draft, agency):
    return accept_draft(draft=draft, by=None, now=now_of(agency))


def url(name, *args, agency="so-mau"):
    return reverse(f"plans:{name}", args=[agency, *args])


def told(plan: Plan) -> plans.Plan:
    return Edited.from_json(plan.draft.edited).as_plan()


def edited_task(plan, number, by, **changes):
    task = plan.tasks.all()[number]
    usual = {
        "lead": task.lead,
        "coordinating": tuple(task.coordinating.all()),
        "leader": task.leader,
        "timing_kind": task.timing_kind,
        "timing_text": task.timing_text,
    }
    due_on = changes.pop("due_on", task.due_on)
    edit_task(task=task, assignment=Assignment(**(usual | changes)), due_on=due_on, by=by, now=NOW)


class TestThePlanOfTheRows:
    @pytest.mark.parametrize("sample", sample_plans(), ids=lambda sample: sample.key)
    def test_it_is_the_plan_that_was_accepted(self, agency, sample):
        draft = create_draft(
            agency=agency, by=None, file_name=sample.file_name, content=sample.content(), now=now_of(agency)
        )
        plan = accept_draft(draft=draft, by=None, now=now_of(agency))
        assert to_json(plan_value(plan)) == to_json(told(plan))

    def test_another_lead_is_written_with_its_name(self, plan, member):
        edited_task(plan, 1, member(Role.FOCAL), lead=Plan.objects.get().agency.units.get(name=PLANNERS))
        assert plan_value(plan).components[0].tasks[1].assignment == AssignmentValue(lead=PLANNERS)

    def test_a_component_given_to_others_says_so(self, plan, agency, member):
        component = plan.components.first()
        assignment = Assignment(
            lead=unit(agency, INSPECTORS),
            coordinating=(unit(agency, OFFICE),),
            leader=leader_named(agency, "Lê Văn Mẫu"),
            timing_kind="quarterly",
            timing_text="",
        )
        target = Target(score=9, rank=3)
        edit_component(component=component, assignment=assignment, target=target, by=member(Role.FOCAL), now=NOW)
        now = plan_value(plan).components[0]
        assert now.assignment == AssignmentValue(INSPECTORS, (OFFICE,), "Lê Văn Mẫu")
        assert (now.timing.kind, now.timing.text) == (TimingKind.QUARTERLY, "Hằng quý")
        assert now.target == Score(year=2022, score=9, rank=3)

    def test_a_target_taken_away_is_none(self, plan, agency, member):
        component = plan.components.first()
        assignment = Assignment(
            lead=component.lead,
            coordinating=tuple(component.coordinating.all()),
            leader=None,
            timing_kind="",
            timing_text="",
        )
        edit_component(component=component, assignment=assignment, target=Target(), by=member(Role.FOCAL), now=NOW)
        now = plan_value(plan).components[0]
        assert now.target is None
        assert now.assignment == told(plan).components[0].assignment

    def test_a_day_that_the_office_moved_is_said_in_its_words(self, plan, member):
        edited_task(plan, 1, member(Role.FOCAL), due_on=date(2022, 10, 31))
        timing = plan_value(plan).components[0].tasks[1].timing
        assert (timing.text, timing.due, timing.due_is_inclusive) == ("Chậm nhất ngày 31/10/2022", "2022-10-31", True)

    def test_a_day_that_the_office_took_away_is_not_said(self, plan, member):
        edited_task(plan, 1, member(Role.FOCAL), due_on=None)
        assert plan_value(plan).components[0].tasks[1].timing is None

    def test_a_task_that_counts_for_two_components_stands_under_the_first(self, plan, member):
        task = plan.tasks.get(components__position=1)
        count_task_for(task=task, components=plan.components.all(), by=member(Role.FOCAL), now=NOW)
        first, second = plan_value(plan).components
        assert task.text in [each.text for each in first.tasks]
        assert second.tasks == ()

    def test_the_number_of_statements_does_not_grow_with_tasks(self, agency, django_assert_max_num_queries):
        sample = sample_plans()[0]
        draft = create_draft(
            agency=agency, by=None, file_name=sample.file_name, content=sample.content(), now=now_of(agency)
        )
        plan = accept_draft(draft=draft, by=None, now=now_of(agency))
        with django_assert_max_num_queries(12):
            plan_value(Plan.objects.get(pk=plan.pk))


class TestFiles:
    @pytest.mark.parametrize("sample", sample_plans(), ids=lambda sample: sample.key)
    def test_a_plan_written_out_of_its_rows_reads_back_as_the_plan(self, agency, sample, client_for):
        draft = create_draft(
            agency=agency, by=None, file_name=sample.file_name, content=sample.content(), now=now_of(agency)
        )
        plan = accept_draft(draft=draft, by=None, now=now_of(agency))
        answer = client_for(Role.VIEWER).get(url("plan_export_file", plan.pk), {"loai": "docx"})
        again = plans.read(documents.read(answer.content, "ke-hoach.docx"), names=packs.names()).plan
        wanted = told(plan)
        assert (again.index, again.target, again.general_tasks) == (wanted.index, wanted.target, wanted.general_tasks)
        assert [replace(each, tasks=()) for each in again.components] == [
            replace(each, tasks=()) for each in wanted.components
        ]
        assert [task for each in again.components for task in each.tasks] == [
            task for each in wanted.components for task in each.tasks
        ]
        assert again.reporting == wanted.reporting

    def test_a_word_file_is_saved_under_the_name_of_index_and_year(self, plan, client_for):
        answer = client_for(Role.VIEWER).get(url("plan_export_file", plan.pk))
        assert answer.headers["Content-Disposition"] == 'attachment; filename="ke-hoach-ddci-2022.docx"'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Type"].endswith("wordprocessingml.document")

    def test_a_pdf_is_saved_or_shown(self, draft, client_for):
        focal = client_for(Role.FOCAL)
        saved = focal.get(url("draft_export_file", draft.pk), {"loai": "pdf"})
        shown = focal.get(url("draft_export_file", draft.pk), {"loai": "xem-truoc"})
        assert saved.headers["Content-Disposition"] == 'attachment; filename="ke-hoach-ddci-2022.pdf"'
        assert shown.headers["Content-Disposition"] == 'inline; filename="ke-hoach-ddci-2022.pdf"'
        assert (saved.content[:5], shown.content[:5]) == (b"%PDF-", b"%PDF-")

    def test_all_tasks_stand_in_the_annex_where_asked(self, draft, client_for):
        focal = client_for(Role.FOCAL)
        body, annex = (
            documents.read(focal.get(url("draft_export_file", draft.pk), asked).content, "a.docx")
            for asked in ({}, {"nhiem-vu": "phu-luc"})
        )
        task = "Kiểm tra đột xuất bộ phận một cửa"
        assert [block.kind.value for block in body.blocks if task in block.text] == ["item"]
        assert [block.kind.value for block in annex.blocks if task in block.text] == ["row"]

    def test_a_kind_that_there_is_not_is_not_found(self, draft, client_for):
        assert client_for(Role.FOCAL).get(url("draft_export_file", draft.pk), {"loai": "exe"}).status_code == 404

    def test_a_draft_is_written_as_edited_with_days_stated_in_part(self, draft, agency, client_for):
        edited = Edited.from_json(draft.edited)
        edited.plan["document"]["title"] = "Tên mới của kế hoạch"
        edited.plan["document"]["based_on"] = [{"number": "15/QĐ-UBND", "date": "2021"}]
        save_draft(draft=draft, edited=edited, version=1, by=None, now=now_of(agency))
        content = client_for(Role.FOCAL).get(url("draft_export_file", draft.pk)).content
        text = "\n".join(block.text for block in documents.read(content, "a.docx").blocks)
        assert "Tên mới của kế hoạch" in text
        assert "Căn cứ Quyết định số 15/QĐ-UBND năm 2021" in text

    @pytest.mark.parametrize(
        ("framework", "year", "name"),
        [
            ("PAR INDEX", 2022, "ke-hoach-par-index-2022.pdf"),
            ("DDCI", None, "ke-hoach-ddci.pdf"),
            (None, None, "ke-hoach.pdf"),
        ],
    )
    def test_the_name_tells_index_and_year_as_far_as_known(self, framework, year, name):
        plan = plans.Plan(
            index=plans.PlanIndex(framework, year=year), document=plans.Head(based_on=(Citation("1/KH-A"),))
        )
        assert file_name(plan, FileKind.PDF) == name


class TestThePage:
    def test_it_says_what_is_written_what_is_blank_and_in_which_font(self, draft, client_for):
        page = client_for(Role.FOCAL).get(url("draft_export", draft.pk)).content.decode()
        assert pdf_font().family in page
        assert all(sentence in page for sentence in plans.OWN_SENTENCES)

    def test_bases_to_be_filled_in_are_told(self, draft, client_for, agency):
        page = client_for(Role.FOCAL).get(url("draft_export", draft.pk)).content.decode()
        assert "không có gì" in page
        edited = Edited.from_json(draft.edited)
        edited.plan["document"]["based_on"] = [{"number": "15/QĐ-UBND", "date": "2021"}]
        save_draft(draft=draft, edited=edited, version=1, by=None, now=now_of(agency))
        page = client_for(Role.FOCAL).get(url("draft_export", draft.pk)).content.decode()
        assert "trích yếu của 1 văn bản căn cứ (chỗ ghi “……”)" in page
        assert "không có gì" not in page

    def test_a_missing_number_is_told(self, draft, agency, client_for):
        edited = Edited.from_json(draft.edited)
        edited.plan["document"]["number"] = "/KH-SMM"
        save_draft(draft=draft, edited=edited, version=1, by=None, now=now_of(agency))
        page = client_for(Role.FOCAL).get(url("draft_export", draft.pk)).content.decode()
        assert "<li>số</li>" in page
        assert "không có gì" not in page

    def test_shared_tasks_are_told(self, plan, member, client_for):
        task = plan.tasks.get(components__position=1)
        count_task_for(task=task, components=plan.components.all(), by=member(Role.FOCAL), now=NOW)
        page = client_for(Role.VIEWER).get(url("plan_export", plan.pk)).content.decode()
        assert "1 nhiệm vụ tính cho nhiều chỉ số" in page

    def test_a_draft_is_for_the_office_only(self, draft, client_for):
        viewer = client_for(Role.VIEWER)
        assert viewer.get(url("draft_export", draft.pk)).status_code == 403
        assert viewer.get(url("draft_export_file", draft.pk)).status_code == 403

    def test_another_agencys_plan_is_not_found(self, plan, client_for, other_agency):
        stranger = client_for(Role.FOCAL, of=other_agency)
        for name in ("plan_export", "plan_export_file", "plan_comparison", "plan_findings"):
            assert stranger.get(url(name, plan.pk, agency="so-khac")).status_code == 404
