"""So sánh: versions of a plan beside each other."""

import pytest
from django.urls import reverse
from tests.web.plans_import_text import PLAN_BYTES, PLAN_NAME, PLAN_TEXT
from tests.web.plans_running import NOW, PLANNERS, unit

from chiso.plans import Task
from chiso.plans.comparing import FieldChange
from chiso.web.accounts.permissions import Role
from chiso.web.plans.comparisons.queries import comparison_page
from chiso.web.plans.comparisons.versions import pairs_of_draft, pairs_of_plan
from chiso.web.plans.comparisons.wording import COMPONENT, DUTY, TASK, value_change, word_by_word
from chiso.web.plans.importing.accepting import accept_draft
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.importing.operations import create_draft, save_draft
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.operations import Assignment, edit_task
from chiso.web.ui.clock import now_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_files(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def draft(agency):
    made = create_draft(agency=agency, by=None, file_name=PLAN_NAME, content=PLAN_BYTES, now=now_of(agency))
    made.refresh_from_db()
    return made


@pytest.fixture
def plan(draft, agency):
    return accept_draft(draft=draft, by=None, now=now_of(agency))


@pytest.fixture
def last_year(agency):
    text = PLAN_TEXT.replace("2021", "2020").replace("2022", "2021").replace("7,6 điểm", "7,3 điểm")
    text = text.replace("- Mở thêm một bàn tiếp nhận tại trụ sở, xong trước ngày 30/9/2021.\n\n", "")
    draft = create_draft(agency=agency, by=None, file_name="nam-truoc.txt", content=text.encode(), now=now_of(agency))
    return accept_draft(draft=draft, by=None, now=now_of(agency))


def url(name, *args, agency="so-mau"):
    return reverse(f"plans:{name}", args=[agency, *args])


def changed(draft, agency, change):
    edited = Edited.from_json(draft.edited)
    change(edited.plan)
    save_draft(draft=draft, edited=edited, version=draft.version, by=None, now=now_of(agency))
    draft.refresh_from_db()


def section(page, name):
    return next(each for each in page.sections if each.name == name)


class TestADraftBesideTheFile:
    def test_untouched_they_are_the_same(self, draft, client_for):
        page = client_for(Role.FOCAL).get(url("draft_comparison", draft.pk)).content.decode()
        assert "Hai bản như nhau" in page

    def test_values_are_told_before_and_after(self, draft, agency):
        def change(plan):
            plan["components"][0]["target"]["score"] = 8.75
            plan["components"][0]["tasks"][0]["text"] = "Giải quyết 99% hồ sơ của người dân đúng hẹn."
            del plan["components"][1]["tasks"][0]
            plan["document"]["number"] = "13/KH-SMM"

        changed(draft, agency, change)
        page = comparison_page(pairs_of_draft(draft, agency), "ban-doc")
        first = section(page, "Chất lượng dịch vụ công")
        assert [(each.label, each.before, each.after) for each in first.changes] == [
            (("Mục tiêu", "Điểm"), "8,5", "8,75")
        ]
        (task,) = first.entries
        assert (task.mark.kind, [(piece.text, piece.side) for piece in task.pieces][:4]) == (
            "changed",
            [("Giải quyết", ""), ("100%", "before"), ("99%", "after"), ("hồ sơ của người dân đúng hẹn.", "")],
        )
        second = section(page, "Chi phí không chính thức")
        assert [(entry.mark.kind, entry.name) for entry in second.entries] == [
            ("dropped", "Kiểm tra đột xuất bộ phận một cửa ít nhất 02 lần/năm.")
        ]
        head = section(page, "Thông tin văn bản, toàn chỉ số")
        assert [(each.before, each.after) for each in head.changes] == [("12/KH-SMM", "13/KH-SMM")]
        assert [row.numbers for row in page.counts] == [(0, 0, 1, 0), (0, 1, 1, 0), (0, 0, 0, 0), (0, 0, 1, 0)]

    def test_a_component_that_came_and_a_task_that_moved(self, draft, agency):
        def change(plan):
            moved = plan["components"][1]["tasks"].pop()
            plan["components"].append({"name": "Tiếp cận đất đai", "tasks": [moved]})

        changed(draft, agency, change)
        page = comparison_page(pairs_of_draft(draft, agency), "ban-doc")
        new = section(page, "Tiếp cận đất đai")
        assert (new.mark.kind, [(each.mark.kind, each.moved_from) for each in new.entries]) == (
            "added",
            [("moved", "Chi phí không chính thức")],
        )

    def test_the_office_alone_may_see_it(self, draft, client_for):
        assert client_for(Role.LEADER).get(url("draft_comparison", draft.pk)).status_code == 403


class TestPlansBesideEachOther:
    def test_the_plan_now_beside_the_version_accepted(self, plan, agency, member, client_for):
        task = plan.tasks.all()[1]
        assignment = Assignment(unit(agency, PLANNERS), (), None, task.timing_kind, task.timing_text)
        edit_task(task=task, assignment=assignment, due_on=task.due_on, by=member(Role.FOCAL), now=NOW)
        page = comparison_page(pairs_of_plan(plan, agency), "ban-chap-nhan")
        (entry,) = section(page, "Chất lượng dịch vụ công").entries
        assert [(each.label, each.before, each.after) for each in entry.changes] == [(("Chủ trì",), "", PLANNERS)]
        shown = client_for(Role.VIEWER).get(url("plan_comparison", plan.pk)).content.decode()
        assert f"<ins>{PLANNERS}</ins>" in shown

    def test_last_years_plan_is_the_older_on_both_pages(self, plan, last_year, agency):
        of_this = comparison_page(pairs_of_plan(plan, agency), f"ke-hoach-{last_year.pk}")
        of_last = comparison_page(pairs_of_plan(last_year, agency), f"ke-hoach-{plan.pk}")
        assert (of_this.chosen.older.name, of_this.chosen.newer.name) == ("DDCI 2021", "DDCI 2022")
        assert (of_last.chosen.older.name, of_last.chosen.newer.name) == ("DDCI 2021", "DDCI 2022")
        second = section(of_this, "Chi phí không chính thức")
        target = next(each for each in second.changes if each.label == ("Mục tiêu", "Điểm"))
        assert (target.before, target.after) == ("7,3", "7,6")
        first = section(of_this, "Chất lượng dịch vụ công")
        assert [entry.mark.kind for entry in first.entries] == ["added"]

    def test_a_draft_is_laid_beside_last_years_plan(self, last_year, draft, agency):
        keys = [pair.key for pair in pairs_of_draft(draft, agency)]
        assert keys == ["ban-doc", f"ke-hoach-{last_year.pk}"]

    def test_a_pair_that_there_is_not_gives_the_first(self, plan, agency):
        assert comparison_page(pairs_of_plan(plan, agency), "khong-co").chosen.key == "ban-chap-nhan"

    def test_the_number_of_statements_does_not_grow_with_tasks(
        self, plan, last_year, client_for, django_assert_max_num_queries
    ):
        client = client_for(Role.VIEWER)
        with django_assert_max_num_queries(25):
            client.get(url("plan_comparison", plan.pk), {"voi": f"ke-hoach-{last_year.pk}"})


class TestWords:
    @pytest.mark.parametrize(
        ("change", "shape", "label", "before", "after"),
        [
            (FieldChange("target/score", 7.95, None), COMPONENT, ("Mục tiêu", "Điểm"), "7,95", ""),
            (
                FieldChange("target/rank_is_at_most", before=None, after=True),
                COMPONENT,
                ("Mục tiêu", "Hạng này hoặc cao hơn"),
                "",
                "có",
            ),
            (FieldChange("timing/kind", None, "quarterly"), TASK, ("Thời gian",), "", "Hằng quý"),
            (
                FieldChange("timing/due", "2022-09-30", "2022-10"),
                TASK,
                ("Thời gian", "Thời hạn"),
                "30/09/2022",
                "10/2022",
            ),
            (
                FieldChange("assignment/coordinating", ("A", "B"), None),
                TASK,
                ("Phối hợp",),
                "A; B",
                "",
            ),
            (FieldChange("due_months", (3, 6), (3, 6, 9)), DUTY, ("Các tháng",), "3, 6", "3, 6, 9"),
            (FieldChange("due_month_offset", 0, 1), DUTY, ("Thuộc tháng",), "tháng cuối kỳ", "tháng sau kỳ"),
            (FieldChange("index/year", 2021, 2022), PLAN, ("Năm kế hoạch",), "2021", "2022"),
        ],
    )
    def test_fields_and_values_are_named_as_in_the_review_form(self, change, shape, label, before, after):
        told = value_change(change, shape)
        assert (told.label, told.before, told.after) == (label, before, after)

    def test_sentences_are_told_word_by_word(self):
        assert [(piece.text, piece.side) for piece in word_by_word("họp mỗi quý một lần", "họp mỗi tháng một lần")] == [
            ("họp mỗi", ""),
            ("quý", "before"),
            ("tháng", "after"),
            ("một lần", ""),
        ]

    def test_a_task_without_words_before_is_told_whole(self):
        told = value_change(FieldChange("text", None, Task("Việc mới").text), TASK)
        assert (told.after, told.pieces) == ("Việc mới", ())
