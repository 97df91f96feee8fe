"""Roads that are kept, and the targets of a plan: taken over from one, and edited by hand."""

import re
from decimal import Decimal

import pytest
from django.urls import reverse
from tests.web.road_plans import NOW, found_of, pci_plan

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.plans.models import PlannedScore
from chiso.web.results.models import Scenario
from chiso.web.scorecard.roads import operations
from chiso.web.scorecard.roads.aims import Aim, aims_of
from chiso.web.scorecard.roads.target_operations import set_targets

pytestmark = pytest.mark.django_db


@pytest.fixture
def pci(agency):
    return pci_plan(agency)


def save(plan, by, **asked):
    found = found_of(plan, **asked)
    return operations.save_scenario(
        agency=plan.agency, plan=plan, name="Mười hạng", query="hang=10", found=found, by=by, now=NOW
    )


def test_a_scenario_keeps_what_was_asked_and_what_its_rounded_scores_come_to(pci, member):
    kept, after = save(pci, member(Role.FOCAL), rank=10), found_of(pci, rank=10).aimed.after
    assert ("hang=10", after.rank, round(after.total, 4)) == (
        kept.inputs["query"],
        kept.outcome["rank"],
        kept.outcome["total"],
    )
    assert kept.outcome["rank"] <= 10
    assert set(kept.outcome["targets"]) == {rise.code for rise in found_of(pci, rank=10).ways.cheapest.rises}
    assert ["results.scenario.saved"] == [
        event.name for event in Event.objects.filter(name__startswith="results.scenario")
    ]


def test_a_scenario_without_a_name_is_refused_and_nothing_is_kept(pci, member):
    with pytest.raises(ProblemError):
        operations.save_scenario(
            agency=pci.agency, plan=pci, name=" ", query="", found=found_of(pci), by=member(Role.FOCAL), now=NOW
        )
    assert Scenario.objects.count() == 0


def test_saving_leads_back_to_the_road_as_it_was_asked(client_for, pci):
    address = reverse("scorecard:save_scenario", args=[pci.agency.slug, pci.pk])
    answer = client_for(Role.FOCAL).post(address, {"name": "Thử", "query": "hang=20"})
    assert (303, True) == (answer.status_code, answer.url.endswith("?hang=20"))
    page = client_for(Role.VIEWER).get(answer.url).content.decode()
    assert "Lộ trình đã lưu" in page


def test_a_viewer_may_not_save(client_for, pci):
    address = reverse("scorecard:save_scenario", args=[pci.agency.slug, pci.pk])
    assert client_for(Role.VIEWER).post(address, {"name": "Thử", "query": ""}).status_code == 403


def test_deleting_leaves_an_event(client_for, pci, member):
    kept = save(pci, member(Role.FOCAL), rank=10)
    client_for(Role.FOCAL).post(reverse("scorecard:delete_scenario", args=[pci.agency.slug, kept.pk]))
    assert (0, 1) == (Scenario.objects.count(), Event.objects.filter(name="results.scenario.deleted").count())


def adopt(plan, kept, by):
    aims = aims_of(plan, kept)
    scores = {row.component_id: row.proposed.score for row in aims.components}
    return set_targets(aims=aims, whole=aims.whole.proposed, scores=scores, by=by, now=NOW)


def fields(plan, **changed):
    """What the form of targets sends where it is left as it stands but for what is named."""
    aims = aims_of(plan)
    whole = aims.whole.now
    sent = {"score": whole.score, "rank": whole.rank, "band": whole.band, "year": whole.year or plan.year}
    sent |= {f"score-{row.component_id}": row.now.score for row in aims.components}
    return {name: "" if value is None else str(value) for name, value in (sent | changed).items()}


def test_the_targets_are_shown_before_and_after_and_nothing_is_set_until_somebody_agrees(client_for, pci, member):
    kept = save(pci, member(Role.FOCAL), rank=15)
    address = reverse("scorecard:targets", args=[pci.agency.slug, pci.pk])
    page = client_for(Role.FOCAL).get(address, {"tu": kept.pk}).content.decode()
    assert ("không đặt" in page, f'value="{kept.outcome["rank"]}"' in page) == (True, True)
    assert 0 == PlannedScore.objects.filter(part="target").count()


def test_taking_a_road_over_sets_the_whole_and_its_components_in_one_event(pci, member):
    kept = save(pci, member(Role.FOCAL), tried={"labor": 6.5, "land": 7.25})
    count = adopt(pci, kept, member(Role.FOCAL))
    stored = {row.component.node: (row.score, row.scale) for row in pci.scores.filter(component__isnull=False)}
    assert {"labor": (Decimal("6.5"), 10), "land": (Decimal("7.25"), 10)} == stored
    whole = pci.scores.get(component=None, part="target")
    assert (kept.outcome["rank"], 2022, round(Decimal(str(kept.outcome["total"])), 2)) == (
        whole.rank,
        whole.year,
        whole.score,
    )
    assert (3, 1) == (count, Event.objects.filter(name="plans.targets.adopted").count())


def test_targets_that_were_taken_over_give_the_rank_that_the_scenario_had(pci, member):
    kept = save(pci, member(Role.FOCAL), rank=15)
    adopt(pci, kept, member(Role.FOCAL))
    found = found_of(pci)
    assert 15 == kept.outcome["rank"] == found.promise.after.rank == found.target.rank
    assert found.promise.agrees


def test_what_was_taken_over_can_be_undone_by_editing_and_the_trail_keeps_both(client_for, pci, member):
    adopt(pci, save(pci, member(Role.FOCAL), tried={"labor": 6.5}), member(Role.FOCAL))
    labor = pci.components.get(node="labor")
    address = reverse("scorecard:targets", args=[pci.agency.slug, pci.pk])
    sent = fields(pci, **{"score": "", "rank": "", "band": "", f"score-{labor.pk}": ""})
    assert 303 == client_for(Role.FOCAL).post(address, sent).status_code
    assert {None} == set(pci.scores.filter(part="target").values_list("score", flat=True))
    event = Event.objects.get(name="plans.targets.edited")
    assert ("6.5 (2022)", None) == (event.details["before"][labor.name], event.details["after"][labor.name])


def test_targets_sent_back_as_they_stand_leave_no_event(client_for, pci, member):
    adopt(pci, save(pci, member(Role.FOCAL), rank=15), member(Role.FOCAL))
    address = reverse("scorecard:targets", args=[pci.agency.slug, pci.pk])
    answer = client_for(Role.FOCAL).post(address, fields(pci), follow=True)
    assert "Không có mục tiêu nào thay đổi." in answer.content.decode()
    assert 0 == Event.objects.filter(name="plans.targets.edited").count()


@pytest.mark.parametrize(
    ("box", "written", "words"),
    [
        ("score", "6_5", "Ghi số như 7,95 hoặc 7.95"),
        ("score", "sáu mươi", "Ghi số như 7,95 hoặc 7.95"),
        ("score", "65,12345", "Ghi nhiều nhất 4 chữ số sau dấu phẩy."),
        ("rank", "1O", "Ghi số nguyên, như 12."),
        ("rank", "0", "Ghi số từ 1 trở lên."),
        ("year", "năm nay", "Ghi năm bằng bốn chữ số, như 2022."),
    ],
)
def test_a_target_that_cannot_be_read_is_told_and_stays_in_its_box(client_for, pci, box, written, words):
    address = reverse("scorecard:targets", args=[pci.agency.slug, pci.pk])
    answer = client_for(Role.FOCAL).post(address, fields(pci, **{box: written}))
    assert (422, 0) == (answer.status_code, PlannedScore.objects.filter(part="target").count())
    drawn = re.search(rf'<input[^>]*name="{box}"[^>]*>', page := answer.content.decode())[0]
    assert (words in page, 'type="text"' in drawn, f'value="{written}"' in drawn) == (True, True, True)


def test_a_target_beyond_its_scale_or_of_a_far_year_is_refused_and_what_was_typed_stays(client_for, pci):
    labor = pci.components.get(node="labor")
    address = reverse("scorecard:targets", args=[pci.agency.slug, pci.pk])
    answer = client_for(Role.FOCAL).post(address, fields(pci, year="2050", **{f"score-{labor.pk}": "10,5"}))
    assert (422, 0) == (answer.status_code, PlannedScore.objects.filter(part="target").count())
    for part in ('value="10,5"', "Năm của mục tiêu từ 2022 đến 2032."):
        assert part in answer.content.decode()


@pytest.mark.parametrize("whole", [Aim(score=Decimal(101)), Aim(rank=0)])
def test_an_aim_that_cannot_be_had_is_refused_by_the_operation_too(pci, member, whole):
    with pytest.raises(ProblemError):
        set_targets(aims=aims_of(pci), whole=whole, scores={}, by=member(Role.FOCAL), now=NOW)
    assert 0 == PlannedScore.objects.filter(part="target").count()


def test_a_minimum_stays_a_minimum_and_all_points_become_a_number(pci, member):
    first, second = pci.components.all()[:2]
    PlannedScore.objects.create(plan=pci, component=first, part="target", score=7, scale=10, score_is_minimum=True)
    PlannedScore.objects.create(plan=pci, component=second, part="target", scale=10, score_is_maximum_points=True)
    aims = aims_of(pci)
    assert [Decimal(7), Decimal(10)] == [row.now.score for row in aims.components[:2]]
    scores = {first.pk: Decimal(8), second.pk: Decimal(9)}
    set_targets(aims=aims, whole=aims.whole.now, scores=scores, by=member(Role.FOCAL), now=NOW)
    rows = {row.component_id: row for row in pci.scores.filter(part="target")}
    assert (8, True) == (rows[first.pk].score, rows[first.pk].score_is_minimum)
    assert (9, False) == (rows[second.pk].score, rows[second.pk].score_is_maximum_points)


def test_a_viewer_may_not_set_targets(client_for, pci):
    assert 403 == client_for(Role.VIEWER).get(reverse("scorecard:targets", args=[pci.agency.slug, pci.pk])).status_code


def test_another_agencys_plan_or_scenario_is_not_found(client_for, pci, member, other_agency):
    kept = save(pci, member(Role.FOCAL), rank=10)
    address = reverse("scorecard:targets", args=[other_agency.slug, pci.pk])
    assert 404 == client_for(Role.FOCAL, of=other_agency).get(address, {"tu": kept.pk}).status_code
    own = reverse("scorecard:targets", args=[pci.agency.slug, pci.pk])
    assert 404 == client_for(Role.FOCAL).get(own, {"tu": kept.pk + 1}).status_code
