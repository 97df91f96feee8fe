"""Kiểm tra kế hoạch: findings on their pages, putting them aside, accepting with errors, making one task of several."""

from datetime import date

import pytest
from django.urls import reverse
from tests.web.plans_import_text import PLAN_BYTES, PLAN_NAME, PLAN_TEXT
from tests.web.plans_running import (
    INSPECTORS,
    NOW,
    OFFICE,
    PLANNERS,
    leader_named,
    make_component,
    make_plan,
    make_task,
    promise,
    report,
)
from tests.web.test_plans_import_pages import fields_on

from chiso.plans import CHECKS, Severity
from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.plans.assignments import answerable_for
from chiso.web.plans.checks.merging import merge_tasks
from chiso.web.plans.checks.queries import check_of_draft
from chiso.web.plans.checks.repeated import repeated_tasks
from chiso.web.plans.checks.reviewed import document_of, reading_of
from chiso.web.plans.checks.wording import MEANINGS, SUBJECTS
from chiso.web.plans.importing.accepting import accept_draft
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.importing.operations import create_draft, discard_draft, save_draft
from chiso.web.plans.models import FindingDismissal, Plan, ProgressUpdate
from chiso.web.ui.clock import now_of

pytestmark = pytest.mark.django_db

# A target below last year's result is an error; it stands in the second component.
FAULTY = PLAN_TEXT.replace("Mục tiêu năm 2022 đạt 7,6 điểm", "Mục tiêu năm 2022 đạt 6,9 điểm")
REASON = "Bộ câu hỏi năm nay khó hơn, lãnh đạo Sở đã thống nhất."


@pytest.fixture(autouse=True)
def own_files(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def focal(client_for):
    return client_for(Role.FOCAL)


@pytest.fixture
def draft(agency):
    made = create_draft(agency=agency, by=None, file_name=PLAN_NAME, content=FAULTY.encode(), now=now_of(agency))
    made.refresh_from_db()  # what was read and what is edited are two values from then on
    return made


@pytest.fixture
def plan(draft, agency):
    return accept_draft(draft=draft, by=None, now=now_of(agency))


def url(name, *args, agency="so-mau"):
    return reverse(f"plans:{name}", args=[agency, *args])


def error_of(draft):
    """The finding on the target below the baseline."""
    lines = check_of_draft(draft, now_of(draft.agency)).lines
    return next(line for line in lines if line.code == "targets.below_baseline")


def dismiss(client, draft, reason=REASON, **headers):
    return client.post(url("dismiss_finding", draft.pk, error_of(draft).fingerprint), {"reason": reason}, **headers)


class TestADraftAsTheCoreSeesIt:
    def test_the_document_comes_back_as_it_was_read(self, draft):
        document = document_of(draft)
        assert (document.name, document.kind) == (PLAN_NAME, "txt")
        assert 'Chỉ số "Chi phí không chính thức"' in [block.text for block in document.blocks]

    def test_rows_of_the_first_table_keep_its_number(self, draft):
        draft.document = {
            "name": "a",
            "kind": "docx",
            "blocks": [{"kind": "row", "text": "a | b", "cells": ["a", "b"]}],
        }
        (block,) = document_of(draft).blocks
        assert (block.table, block.cells) == (0, ("a", "b"))

    def test_places_go_with_their_rows(self, draft):
        edited = Edited.from_json(draft.edited)
        first, second = edited.plan["components"]
        edited.plan["components"] = [second, first]
        origins = {}
        for path, origin in edited.origins.items():
            for here, there in (("components/0", "components/1"), ("components/1", "components/0")):
                if path == here or path.startswith(f"{here}/"):
                    origins[there + path.removeprefix(here)] = origin
                    break
            else:
                origins[path] = origin
        moved = reading_of(draft, Edited(edited.plan, origins))
        straight = reading_of(draft, Edited.from_json(draft.edited))
        assert moved.places["components/0/name"] == straight.places["components/1/name"]
        assert moved.places["components/1/tasks/0/text"] == straight.places["components/0/tasks/0/text"]
        assert moved.places["document/number"] == straight.places["document/number"]

    def test_what_was_taken_out_has_no_place(self, draft):
        edited = Edited.from_json(draft.edited)
        del edited.plan["components"][1]
        origins = {path: origin for path, origin in edited.origins.items() if not path.startswith("components/1")}
        places = reading_of(draft, Edited(edited.plan, origins)).places
        assert not any(path.startswith("components/1") for path in places)


class TestFindingsOfADraft:
    def test_a_finding_tells_both_values_and_leads_to_field_and_block(self, focal, draft):
        line = error_of(draft)
        assert (line.mark.word, line.given, line.expected) == ("Lỗi", "6,9 điểm", "> 7,1 điểm")
        spot = line.spots[0]
        assert spot.told[-2:] == ("Mục tiêu", "Điểm")
        assert spot.field == "id-components-1-target-score"
        page = focal.get(url("draft_findings", draft.pk)).content.decode()
        assert f"{url('draft', draft.pk)}?mo=components/1#id-components-1-target-score" in page
        assert f"{url('draft', draft.pk)}#block-{spot.block}" in page
        assert f"{url('checks')}#targets.below_baseline" in page
        review = focal.get(url("draft", draft.pk)).content.decode()
        assert 'href="#id-components-1-target-score"' in review
        assert f'href="#block-{spot.block}"' in review

    def test_only_one_severity_is_shown_where_asked(self, focal, draft):
        page = focal.get(url("draft_findings", draft.pk), {"muc": "error"}).content.decode()
        shown = check_of_draft(draft, now_of(draft.agency))
        assert f'id="f-{error_of(draft).anchor}"' in page
        assert all(f'id="f-{line.anchor}"' not in page for line in shown.of("warning"))
        assert focal.get(url("draft_findings", draft.pk), {"muc": "khong-co"}).status_code == 200

    def test_it_is_checked_as_edited(self, draft, agency):
        edited = Edited.from_json(draft.edited)
        edited.plan["components"][1]["target"]["score"] = 7.6
        save_draft(draft=draft, edited=edited, version=1, by=None, now=now_of(agency))
        draft.refresh_from_db()
        codes = [line.code for line in check_of_draft(draft, now_of(agency)).lines]
        assert "targets.below_baseline" not in codes

    def test_htmx_gets_the_list_alone(self, focal, draft):
        page = focal.get(url("draft_findings", draft.pk), headers={"HX-Request": "true"}).content.decode()
        assert "<h1>" not in page
        assert error_of(draft).message in page

    def test_the_number_of_statements_does_not_grow_with_findings(self, focal, draft, django_assert_max_num_queries):
        with django_assert_max_num_queries(6):
            focal.get(url("draft_findings", draft.pk))

    def test_another_agencys_draft_is_not_found(self, focal, draft, client_for, other_agency):
        stranger = client_for(Role.FOCAL, of=other_agency)
        for name in ("draft_findings", "draft_export", "draft_export_file", "draft_comparison"):
            assert stranger.get(url(name, draft.pk, agency="so-khac")).status_code == 404
        target = url("dismiss_finding", draft.pk, error_of(draft).fingerprint, agency="so-khac")
        assert stranger.post(target, {"reason": REASON}).status_code == 404


class TestPuttingAFindingAside:
    def test_it_needs_the_right_to_import_plans(self, client_for, draft):
        assert dismiss(client_for(Role.LEADER), draft).status_code == 403
        assert FindingDismissal.objects.count() == 0

    def test_it_is_kept_with_reason_person_and_event(self, focal, draft):
        answer = dismiss(focal, draft)
        assert (answer.status_code, answer.url) == (303, url("draft_findings", draft.pk))
        row = FindingDismissal.objects.get()
        assert (row.code, row.severity, row.reason, row.by.full_name) == (
            "targets.below_baseline",
            "error",
            REASON,
            "Người Thử",
        )
        event = Event.objects.get(name="plans.finding.dismissed")
        assert (event.about, event.details["reason"]) == (f"plans.draft:{draft.pk}", REASON)
        check = check_of_draft(draft, now_of(draft.agency))
        assert check.open_errors == ()
        assert [line.dismissed.reason for line in check.dismissed] == [REASON]

    def test_without_a_reason_nothing_is_kept(self, focal, draft):
        answer = dismiss(focal, draft, "   ")
        assert answer.status_code == 422
        assert "Chưa ghi lý do." in answer.content.decode()
        assert FindingDismissal.objects.count() == 0

    def test_a_reason_too_long_is_still_there_to_be_shortened(self, focal, draft):
        typed = "Lý do dài. " * 60
        answer = dismiss(focal, draft, typed)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Rút gọn còn tối đa 500 ký tự." in page
        assert typed in page

    def test_htmx_gets_the_list_with_its_fault(self, focal, draft):
        answer = dismiss(focal, draft, "", headers={"HX-Request": "true"})
        assert answer.status_code == 200
        assert "Chưa ghi lý do." in answer.content.decode()
        assert REASON in dismiss(focal, draft, headers={"HX-Request": "true"}).content.decode()

    def test_what_is_no_finding_of_the_draft_is_refused(self, focal, draft):
        answer = focal.post(url("dismiss_finding", draft.pk, "0123456789abcdef"), {"reason": REASON})
        assert answer.status_code == 422
        assert "không còn trong bản hiện tại" in answer.content.decode()

    def test_twice_is_refused(self, focal, draft):
        dismiss(focal, draft)
        assert "đã được bỏ qua rồi" in dismiss(focal, draft).content.decode()
        assert FindingDismissal.objects.count() == 1

    def test_taken_up_again_it_is_open_and_stays_in_the_history(self, focal, draft):
        dismiss(focal, draft)
        fingerprint = error_of(draft).fingerprint
        answer = focal.post(url("reopen_finding", draft.pk, fingerprint))
        assert answer.status_code == 303
        check = check_of_draft(draft, now_of(draft.agency))
        assert check.open_errors == (fingerprint,)
        assert [(each.reason, each.reopened_by) for each in check.history] == [(REASON, "Người Thử")]
        assert Event.objects.filter(name="plans.finding.reopened").count() == 1
        assert dismiss(focal, draft).status_code == 303

    def test_a_corrected_file_keeps_what_was_put_aside(self, focal, draft, agency):
        dismiss(focal, draft)
        discard_draft(draft=draft, by=None, now=now_of(agency))
        content = FAULTY.replace("Mở thêm một bàn tiếp nhận", "Mở thêm hai bàn tiếp nhận").encode()
        again = create_draft(agency=agency, by=None, file_name=PLAN_NAME, content=content, now=now_of(agency))
        assert [line.dismissed.reason for line in check_of_draft(again, now_of(agency)).dismissed] == [REASON]

    def test_a_draft_of_another_year_does_not(self, focal, draft, agency):
        dismiss(focal, draft)
        content = FAULTY.replace("2022", "2023").replace("2021", "2022").encode()
        other = create_draft(agency=agency, by=None, file_name="ke-hoach-2023.txt", content=content, now=now_of(agency))
        assert check_of_draft(other, now_of(agency)).dismissed == ()

    def test_a_draft_that_was_put_away_takes_no_reason(self, focal, draft, agency):
        fingerprint = error_of(draft).fingerprint
        discard_draft(draft=draft, by=None, now=now_of(agency))
        answer = focal.post(url("dismiss_finding", draft.pk, fingerprint), {"reason": REASON})
        assert answer.status_code == 422
        assert FindingDismissal.objects.count() == 0


class TestAcceptingWithErrors:
    def send(self, client, draft, **more):
        fields = fields_on(client.get(url("draft", draft.pk)))
        return client.post(url("draft_accept", draft.pk), fields | more)

    def test_it_is_asked_whether_they_were_seen(self, focal, draft):
        answer = self.send(focal, draft, **{"components-0-target-score": "8,75"})
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Kế hoạch còn 1 lỗi chưa xem." in page
        assert 'value="8,75"' in page
        assert Plan.objects.count() == 0

    def test_seen_errors_are_no_hindrance_and_are_told_in_the_trail(self, focal, draft):
        answer = self.send(focal, draft, seen_errors=error_of(draft).fingerprint)
        assert (answer.status_code, answer.url) == (303, url("plan", Plan.objects.get().pk))
        assert Event.objects.get(name="plans.plan.accepted").details["open_errors"] == 1

    def test_an_error_that_came_after_the_tick_is_asked_about(self, focal, draft):
        seen = {"seen_errors": error_of(draft).fingerprint, "components-0-target-score": "7"}
        assert self.send(focal, draft, **seen).status_code == 422
        assert Plan.objects.count() == 0

    def test_put_aside_they_are_not_asked_about(self, focal, draft):
        dismiss(focal, draft)
        assert self.send(focal, draft).status_code == 303

    def test_without_errors_nothing_is_asked(self, focal, agency):
        sound = create_draft(agency=agency, by=None, file_name=PLAN_NAME, content=PLAN_BYTES, now=now_of(agency))
        assert "seen_errors" not in focal.get(url("draft", sound.pk)).content.decode()
        assert self.send(focal, sound).status_code == 303


class TestTheCheckOfAPlan:
    def test_the_plans_page_tells_open_and_dismissed_findings(self, focal, draft, plan, client_for):
        dismiss(focal, draft)
        page = client_for(Role.VIEWER).get(url("plan", plan.pk)).content.decode()
        assert "Kiểm tra trước khi ký" in page
        assert REASON in page
        assert "Người Thử bỏ qua" in page

    def test_a_reader_sees_findings_without_forms_or_links_into_the_review(self, plan, client_for):
        page = client_for(Role.VIEWER).get(url("plan_findings", plan.pk)).content.decode()
        assert "thấp hơn kết quả năm trước" in page
        assert url("draft", plan.draft_id) not in page
        assert "bo-qua/" not in page

    def test_after_acceptance_reasons_are_about_the_plan(self, focal, draft, plan):
        answer = dismiss(focal, draft)
        assert answer.url == url("plan_findings", plan.pk)
        assert Event.objects.get(name="plans.finding.dismissed").about == f"plans.plan:{plan.pk}"

    def test_the_number_of_statements_does_not_grow_with_tasks(self, plan, client_for, django_assert_max_num_queries):
        client = client_for(Role.VIEWER)
        with django_assert_max_num_queries(13):
            client.get(url("plan_findings", plan.pk))


class TestTheCatalogue:
    def test_every_check_is_explained_to_everybody(self, client_for):
        page = client_for(Role.VIEWER).get(url("checks")).content.decode()
        assert [kind.code for kind in CHECKS if f'id="{kind.code}"' not in page] == []

    def test_every_part_and_severity_has_its_words(self):
        assert {kind.subject for kind in CHECKS} == set(SUBJECTS)
        assert set(Severity) == set(MEANINGS)


SAME = "Duy trì đường dây nóng tiếp nhận phản ánh của doanh nghiệp"


@pytest.fixture
def repeated(agency):
    plan = make_plan(agency)
    first = make_component(plan, "Tính minh bạch", lead=OFFICE)
    second = make_component(plan, "Chi phí thời gian", lead=INSPECTORS, coordinating=(PLANNERS,))
    tasks = [
        make_task(plan, SAME, first),
        make_task(plan, f"{SAME}.", second),
        make_task(plan, "Việc khác hẳn", second),
    ]
    return plan, tasks


class TestMakingOneTaskOfSeveral:
    def merge(self, client, plan, tasks, kept):
        return client.post(url("merge_tasks", plan.pk), {"tasks": [task.pk for task in tasks], "kept": kept.pk})

    def test_those_that_say_the_same_are_offered(self, repeated, client_for):
        plan, tasks = repeated
        (group,) = repeated_tasks(plan)
        assert [task.id for task in group.tasks] == [tasks[0].pk, tasks[1].pk]
        assert "Gộp thành một nhiệm vụ" in client_for(Role.FOCAL).get(url("plan_findings", plan.pk)).content.decode()
        assert "Gộp thành một nhiệm vụ</button>" not in (
            client_for(Role.VIEWER).get(url("plan_findings", plan.pk)).content.decode()
        )

    def test_the_one_with_most_updates_is_proposed(self, repeated, member):
        plan, tasks = repeated
        report(tasks[1], member(Role.FOCAL), percent=40)
        assert repeated_tasks(plan)[0].kept == tasks[1].pk

    def test_one_counts_for_all_and_keeps_every_update(self, repeated, focal, member):
        plan, (kept, other, _) = repeated
        user = member(Role.FOCAL)
        report(kept, user, date(2022, 7, 1), percent=30)
        report(other, user, date(2022, 8, 1), percent=60)
        answer = self.merge(focal, plan, [kept, other], kept)
        assert (answer.status_code, answer.url) == (303, url("task", kept.pk))
        kept.refresh_from_db()
        assert [each.name for each in kept.components.all()] == ["Tính minh bạch", "Chi phí thời gian"]
        assert (kept.percent, ProgressUpdate.objects.filter(task=kept).count()) == (60, 2)
        assert plan.tasks.count() == 2
        event = Event.objects.get(name="plans.task.merged")
        assert (event.details["updates"], event.details["merged"]) == (1, [f"{SAME}."])
        assert event.details["after"] == {"components": ["Tính minh bạch", "Chi phí thời gian"]}
        assert repeated_tasks(plan) == ()

    def test_who_led_the_others_coordinates(self, repeated, focal):
        plan, (kept, other, _) = repeated
        self.merge(focal, plan, [kept, other], other)
        other.refresh_from_db()
        answerable = answerable_for(other)
        assert (answerable.lead.name, {each.name for each in answerable.coordinating}) == (
            INSPECTORS,
            {OFFICE, PLANNERS},
        )

    def test_figures_promised_alike_become_one_and_keep_their_values(self, repeated, focal, member):
        plan, (kept, other, _) = repeated
        for task in (kept, other):
            promise(task, "100%", "100", operator="=")
        own = promise(other, "02 lần/năm", "2", unit="lần/năm")
        report(other, member(Role.FOCAL), values={other.commitments.first().pk: 90})
        self.merge(focal, plan, [kept, other], kept)
        assert [each.text for each in kept.commitments.all()] == ["100%", "02 lần/năm"]
        assert kept.commitments.last().pk == own.pk
        assert [value.value for value in kept.commitments.first().values.all()] == [90]

    def test_two_figures_alike_in_one_task_stay_two(self, repeated, focal, member):
        plan, (kept, other, _) = repeated
        for task in (kept, other):
            promise(task, "100% hồ sơ", "100", operator="=")
            promise(task, "100% thủ tục", "100", operator="=")
        values = {each.pk: 80 + n for n, each in enumerate(other.commitments.all())}
        report(other, member(Role.FOCAL), values=values)
        self.merge(focal, plan, [kept, other], kept)
        assert [[value.value for value in each.values.all()] for each in kept.commitments.all()] == [[80], [81]]

    def test_a_time_of_its_own_stays(self, repeated, focal):
        plan, (kept, other, _) = repeated
        other.components.update(timing_kind="monthly", timing_text="hằng tháng")
        kept.timing_kind, kept.timing_text = "quarterly", "mỗi quý"
        kept.save()
        self.merge(focal, plan, [kept, other], kept)
        kept.refresh_from_db()
        assert (kept.timing_kind, kept.timing_text) == ("quarterly", "mỗi quý")

    def test_one_alone_is_refused_and_the_choice_stays(self, repeated, focal):
        plan, (kept, other, _) = repeated
        answer = self.merge(focal, plan, [other], kept)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Chỉ có một nhiệm vụ được chọn." in page
        assert "không nằm trong những nhiệm vụ được chọn" in page
        assert f'name="tasks" value="{other.pk}" checked' in page
        assert f'name="tasks" value="{kept.pk}" checked' not in page

    def test_a_task_of_another_plan_is_refused_and_nothing_is_written(self, repeated, focal, agency):
        plan, (kept, _, _) = repeated
        stranger = make_task(make_plan(agency, family="PCI"), SAME)
        assert self.merge(focal, plan, [kept, stranger], kept).status_code == 422
        assert plan.tasks.count() == 3
        assert not Event.objects.filter(name="plans.task.merged").exists()

    def test_only_those_who_edit_plans_may(self, repeated, client_for):
        plan, (kept, other, _) = repeated
        assert self.merge(client_for(Role.OFFICER), plan, [kept, other], kept).status_code == 403
        assert plan.tasks.count() == 3

    def test_a_fault_on_the_way_leaves_everything_as_it_was(self, repeated, member, monkeypatch):
        plan, (kept, other, _) = repeated
        report(other, member(Role.FOCAL), percent=60)

        def fail(*_, **__):
            raise ProblemError([])

        monkeypatch.setattr("chiso.web.plans.checks.merging.record", fail)
        with pytest.raises(ProblemError):
            merge_tasks(plan=plan, tasks=[kept.pk, other.pk], kept=kept.pk, by=member(Role.FOCAL), now=NOW)
        assert plan.tasks.count() == 3
        assert ProgressUpdate.objects.get().task_id == other.pk

    def test_the_leader_in_charge_stays(self, repeated, focal, agency):
        plan, (kept, other, _) = repeated
        other.components.update(leader=leader_named(agency, "Lê Thị Đầu"))
        kept.components.update(leader=leader_named(agency, "Trần Văn Sau"))
        self.merge(focal, plan, [kept, other], other)
        other.refresh_from_db()
        assert other.leader.name == "Lê Thị Đầu"
