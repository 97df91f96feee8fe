"""Taking a document in, keeping its review, accepting it: each whole or not at all."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from tests.web.plans_import_text import PLAN_BYTES, PLAN_NAME

from chiso.problems import ProblemError
from chiso.samples import sample_plans
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.directory.models import Person, Subject, Unit, UnitName
from chiso.web.plans.importing import storing
from chiso.web.plans.importing.accepting import PlanExistsError, accept_draft
from chiso.web.plans.importing.edited import PROVINCE, Edited
from chiso.web.plans.importing.operations import SameFileError, create_draft, discard_draft, save_draft
from chiso.web.plans.models import Commitment, Component, Draft, Plan, PlannedScore, ReportingRule, Task
from chiso.web.results.models import Result
from chiso.web.results.operations import record_result
from chiso.web.ui.clock import now_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_files(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def focal(member):
    return member(Role.FOCAL)


def take_in(agency, by=None, *, name=PLAN_NAME, content=PLAN_BYTES):
    return create_draft(agency=agency, by=by, file_name=name, content=content, now=now_of(agency))


def accept(draft, by=None, **review):
    return accept_draft(draft=draft, by=by, now=now_of(draft.agency), **review)


def stored_files() -> list[str]:
    return [path.name for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def codes(caught) -> list[str]:
    return [problem.code for problem in caught.value.problems]


def edit(draft, **parts) -> Edited:
    edited = Edited.from_json(draft.edited)
    return replace(edited, plan=edited.plan | parts)


def test_a_document_is_kept_with_what_was_read(agency, focal):
    draft = take_in(agency, focal)
    with draft.file.open() as file:
        assert file.read() == PLAN_BYTES
    assert len(draft.sha256) == 64
    assert [row["name"] for row in draft.edited["plan"]["components"]] == [
        "Chất lượng dịch vụ công",
        "Chi phí không chính thức",
    ]
    assert draft.document["blocks"][1] == {"kind": "paragraph", "text": "Số: 12/KH-SMM", "line": 3, "last_line": 3}
    assert [(event.name, event.actor) for event in Event.objects.all()] == [("plans.draft.created", focal)]


def test_only_the_name_of_a_path_is_kept(agency):
    assert take_in(agency, name="C:\\van ban\\../ke hoach.txt").file_name == "ke hoach.txt"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("rong.txt", b"  ", "documents.empty"),
        ("bang.xlsx", b"PK\x03\x04 nothing", "documents.unknown_kind"),
        ("hong.docx", b"PK\x03\x04 nothing", "documents.damaged"),
    ],
)
def test_nothing_is_kept_of_a_file_that_cannot_be_read(agency, name, content, code):
    with pytest.raises(ProblemError) as caught:
        take_in(agency, name=name, content=content)
    assert codes(caught) == [code]
    assert (Draft.objects.count(), Event.objects.count(), stored_files()) == (0, 0, [])


def test_a_file_that_is_too_large_is_not_even_read(agency, settings):
    settings.UPLOAD_LIMIT_BYTES = 1024 * 1024
    with pytest.raises(ProblemError) as caught:
        take_in(agency, content=b"a" * (1024 * 1024 + 1))
    assert codes(caught) == ["web.plans.file_too_large"]


def test_the_same_file_leads_to_the_draft_that_is_there(agency, other_agency):
    draft = take_in(agency)
    with pytest.raises(SameFileError) as caught:
        take_in(agency, name="ten-khac.txt")
    assert caught.value.draft_id == draft.pk
    assert take_in(other_agency).pk != draft.pk
    discard_draft(draft=draft, by=None, now=now_of(agency))
    assert take_in(agency).state == Draft.State.REVIEWING


def test_a_file_whose_audit_fails_leaves_nothing_behind(agency, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr("chiso.web.plans.importing.operations.record", fail)
    with pytest.raises(RuntimeError):
        take_in(agency)
    assert (Draft.objects.count(), stored_files()) == (0, [])


def test_a_review_is_kept_with_its_next_version(agency, focal):
    draft = take_in(agency, focal)
    kept = save_draft(draft=draft, edited=edit(draft, target=None), version=1, by=focal, now=now_of(agency))
    assert (kept.version, kept.edited["plan"]["target"]) == (2, None)
    assert Event.objects.first().name == "plans.draft.saved"


def test_a_review_over_somebody_elses_is_refused(agency):
    draft = take_in(agency)
    save_draft(draft=draft, edited=edit(draft), version=1, by=None, now=now_of(agency))
    with pytest.raises(ProblemError) as caught:
        save_draft(draft=draft, edited=edit(draft, target=None), version=1, by=None, now=now_of(agency))
    assert codes(caught) == ["web.plans.draft_changed"]
    assert Draft.objects.get().edited["plan"]["target"] is not None


def test_an_accepted_plan_has_its_rows(agency, focal):
    plan = accept(take_in(agency, focal), focal)
    assert (plan.family, plan.year, plan.subject, plan.number) == ("DDCI", 2022, agency.subject, "12/KH-SMM")
    assert (plan.edition, len(plan.edition_hash)) == ("ddci/lao-cai-2019", 64) or plan.edition == ""
    whole = {score.part: (score.score, score.rank) for score in plan.scores.filter(component=None)}
    assert whole == {"baseline": (Decimal("78.25"), 6), "target": (Decimal(82), None)}
    first = plan.components.first()
    assert (first.lead.name, [unit.name for unit in first.coordinating.all()]) == (
        "Văn phòng Sở",
        ["Thanh tra Sở", "Các phòng chuyên môn"],
    )
    tasks = list(plan.tasks.all())
    assert [task.due_on for task in tasks] == [None, date(2022, 9, 29), None]
    assert [task.components.get().name for task in tasks] == [first.name, first.name, "Chi phí không chính thức"]
    assert [(c.operator, c.value, c.unit) for c in Commitment.objects.order_by("task__position")] == [
        ("=", Decimal(100), "%"),
        (">=", Decimal(2), "lần/năm"),
    ]
    rule = plan.reporting_rules.get()
    assert (rule.period, rule.due_day, rule.due_is_inclusive, rule.to.name) == ("quarterly", 20, False, "Văn phòng Sở")
    assert Draft.objects.get().state == Draft.State.ACCEPTED


def test_acceptance_leaves_one_event_of_its_own(agency, focal):
    plan = accept(take_in(agency, focal), focal)
    event = Event.objects.get(name="plans.plan.accepted")
    assert (event.about, event.actor, event.details["tasks"]) == (f"plans.plan:{plan.pk}", focal, 3)


def test_last_years_results_are_recorded_as_announced(agency):
    accept(take_in(agency))
    told = {result.year: (result.score, result.rank, result.rank_of) for result in Result.objects.filter(node="")}
    assert told == {2021: (Decimal("78.25"), 6, 15)}
    assert Result.objects.count() == 3
    assert "12/KH-SMM" in Result.objects.first().source


def test_a_plan_never_replaces_an_official_result(agency):
    record_result(
        agency=agency,
        subject=agency.subject,
        family="DDCI",
        year=2021,
        standing="official",
        score=Decimal("78.2512"),
        source="Quyết định công bố",
        by=None,
        now=now_of(agency),
    )
    accept(take_in(agency))
    assert Result.objects.get(node="", year=2021).score == Decimal("78.2512")


def test_known_units_are_used_again_with_their_new_spellings(agency):
    before = Unit.objects.filter(agency=agency).count()
    accept(take_in(agency))
    assert Unit.objects.filter(agency=agency).count() == before + 1
    assert UnitName.objects.get(agency=agency, name="các phòng chuyên môn").unit.is_collective


def test_a_plan_of_the_province_belongs_to_the_provinces_subject(agency):
    draft = take_in(agency)
    review = replace(edit(draft, index={"framework": "PCI", "province": "Lào Cai", "year": 2022}), subject=PROVINCE)
    plan = accept(draft, edited=review, version=1)
    assert (plan.subject.kind, plan.subject.name) == (Subject.Kind.PROVINCE, "Lào Cai")


def test_a_leader_becomes_a_person_of_the_agency(agency):
    draft = take_in(agency)
    plan = draft.edited["plan"]
    plan["components"][0]["assignment"]["leader"] = "Đồng chí Lê Văn Mẫu, Phó Giám đốc"
    accepted = accept(draft, edited=edit(draft, **plan), version=1)
    assert accepted.components.first().leader == Person.objects.get(agency=agency, name="Lê Văn Mẫu")


def test_what_is_needed_is_told_all_at_once(agency):
    draft = take_in(agency)
    bare = edit(draft, index={"framework": None, "province": None, "year": None}, components=[], general_tasks=[])
    with pytest.raises(ProblemError) as caught:
        accept(draft, edited=bare, version=1)
    assert codes(caught) == ["web.plans.framework_needed", "web.plans.year_needed", "web.plans.nothing_to_do"]


def test_a_second_plan_of_the_same_index_and_year_is_refused(agency):
    first = accept(take_in(agency))
    second = take_in(agency, content=PLAN_BYTES + b"\n")
    with pytest.raises(PlanExistsError) as caught:
        accept(second)
    assert caught.value.plan_id == first.pk
    assert Draft.objects.get(pk=second.pk).state == Draft.State.REVIEWING


def test_a_failure_in_the_middle_leaves_nothing(agency, monkeypatch):
    draft = take_in(agency)

    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr(storing, "_rules", fail)
    with pytest.raises(RuntimeError):
        accept(draft)
    left = [model.objects.count() for model in (Plan, Component, Task, PlannedScore, ReportingRule, Result, Person)]
    assert left == [0] * 7
    assert Unit.objects.filter(agency=agency).count() == 3
    assert Draft.objects.get().state == Draft.State.REVIEWING


def test_an_accepted_draft_is_closed(agency):
    draft = take_in(agency)
    accept(draft)
    for again in (accept, lambda draft: discard_draft(draft=draft, by=None, now=now_of(agency))):
        with pytest.raises(ProblemError) as caught:
            again(draft)
        assert codes(caught) == ["web.plans.draft_closed"]


@pytest.mark.parametrize("sample", sample_plans(), ids=lambda plan: plan.key)
def test_every_sample_runs_without_a_hand_laid_on_it(sample, agency):
    agency.province = sample.agency.province
    agency.save()
    draft = take_in(agency, name=sample.file_name, content=sample.content())
    plan = accept(draft)
    read = draft.edited["plan"]
    assert (plan.year, plan.edition, plan.subject.kind) == (sample.year, sample.edition, sample.subject_kind)
    assert [each.name for each in plan.components.exclude(node="")] == [each["name"] for each in read["components"]]
    tasks = [task for each in read["components"] for task in each["tasks"]] + read["general_tasks"]
    assert [each.text for each in plan.tasks.all()] == [task["text"] for task in tasks]
    assert plan.reporting_rules.count() == len(read["reporting"])
