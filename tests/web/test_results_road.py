"""Lộ trình: worth, need and ways on the real PCI tables; the promise of a DDCI plan; scenarios kept and adopted."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.http import QueryDict
from django.urls import reverse

from chiso import packs
from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.directory.models import Subject, Unit
from chiso.web.plans.models import Component, Draft, Plan, PlannedScore
from chiso.web.project.samples import load_peers
from chiso.web.results.models import Scenario
from chiso.web.scorecard.roads import operations
from chiso.web.scorecard.roads.asked import Asked, asked_by
from chiso.web.scorecard.roads.outcomes import Outcome, outcome
from chiso.web.scorecard.roads.queries import journey

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
TODAY = date(2022, 8, 15)
OLD = "pci/2013-2021"
PROMISED = {"regulations": "8.5", "services": "9", "transparency": "9", "proactivity": "9", "informal": "8.5"}
BASELINE = {
    "regulations": "7.95",
    "services": "8.11",
    "transparency": "8.13",
    "proactivity": "8.12",
    "informal": "7.97",
}

pytestmark = pytest.mark.django_db


def make_plan(agency, subject, family, edition, year, nodes):
    draft = Draft.objects.create(
        agency=agency, file_name="k.docx", created_at=NOW, changed_at=NOW, document={}, reading={}, edited={}
    )
    plan = Plan.objects.create(
        agency=agency,
        subject=subject,
        draft=draft,
        family=family,
        edition=edition,
        year=year,
        title="KH",
        accepted_at=NOW,
    )
    lead = Unit.objects.get(agency=agency, name="Văn phòng Sở")
    for position, node in enumerate(nodes):
        name = packs.load(edition).node(node).name.vi
        Component.objects.create(plan=plan, position=position, node=node, name=name, lead=lead)
    return plan


@pytest.fixture
def pci(agency):
    """A plan of Lạng Sơn on all ten components of the PCI of 2022."""
    agency.province = "Lạng Sơn"
    agency.save()
    load_peers()
    subject = Subject.objects.create(kind=Subject.Kind.PROVINCE, name="Tỉnh Lạng Sơn", province="Lạng Sơn")
    nodes = [node.code for node in packs.load(OLD).components]
    return make_plan(agency, subject, "PCI", "pci/2022-2024", 2022, nodes)


@pytest.fixture
def ddci(agency):
    """The plan of seed 000: five core components with what they had and what is promised."""
    plan = make_plan(agency, agency.subject, "DDCI", "ddci/lao-cai-2019", 2020, PROMISED)
    for component in plan.components.all():
        for part, scores, year in (("baseline", BASELINE, 2019), ("target", PROMISED, 2020)):
            PlannedScore.objects.create(
                plan=plan, component=component, part=part, year=year, score=Decimal(scores[component.node]), scale=10
            )
    return plan


def found_of(plan, **asked) -> Outcome:
    edition = asked.pop("edition", "")
    found = outcome(journey(plan.agency, plan.pk, TODAY, edition), Asked(**asked), "vi")
    assert isinstance(found, Outcome)
    return found


def test_the_road_starts_from_the_newest_table_by_the_weights_of_the_plan(pci):
    found = found_of(pci)
    row = next(row for row in journey(pci.agency, pci.pk, TODAY).table.rows if row.unit == "Lạng Sơn")
    weights = {"entry": 5, "land": 10, "transparency": 5, "time": 5, "informal": 15, "bias": 10, "proactivity": 15}
    weights |= {"support": 15, "labor": 10, "legal": 10}
    assert float(sum(row.scores[code] * weight for code, weight in weights.items())) / 10 == pytest.approx(
        found.now.total
    )


def test_by_the_weights_of_its_year_the_road_starts_from_what_was_announced(pci):
    now = found_of(pci, edition=OLD).now
    assert (63.92, 36, 63) == (round(now.total, 2), now.rank, now.rank_of)


def test_a_tenth_is_worth_its_weight(pci):
    gains = {each.code: round(each.gain, 6) for each in found_of(pci, edition=OLD).worths}
    assert {"entry": 0.05, "transparency": 0.2, "informal": 0.1, "labor": 0.2} == {
        code: gains[code] for code in ("entry", "transparency", "informal", "labor")
    }


def test_a_rank_needs_the_total_of_who_has_it(pci):
    found = found_of(pci, edition=OLD, rank=10)
    table = journey(pci.agency, pci.pk, TODAY).table
    tenth = next(row for row in table.rows if row.rank == 10)
    assert (tenth.unit, float(tenth.scores["total"])) == (
        found.needed.still.holder,
        pytest.approx(found.needed.still.total, abs=1e-4),
    )


def test_without_a_target_the_page_looks_five_places_up_and_says_so(pci):
    assert ("ahead", 31) == (found_of(pci, edition=OLD).target.by, found_of(pci, edition=OLD).target.rank)


def test_a_seed_gives_the_same_figures_again_and_another_seed_others(pci):
    first, again, other = (found_of(pci, rank=10, seed=seed).needed.moving for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_a_higher_total_is_never_less_likely_to_suffice(pci):
    shares = [each.suffices for each in found_of(pci, rank=10).needed.chances]
    assert sorted(shares) == shares


def test_the_way_leads_to_the_rank_that_was_asked_for(pci):
    way = found_of(pci, rank=15).ways.cheapest
    assert 15 == way.after.rank
    assert "Văn phòng Sở" == way.rises[0].lead


def test_a_surer_rank_takes_a_higher_total(pci):
    assert found_of(pci, rank=15, sure=0.9).aim > found_of(pci, rank=15, sure=0.5).aim


def test_what_cannot_be_reached_says_what_is_the_best(pci):
    found = found_of(pci, total=99.0)
    assert found.ways.cheapest is None
    assert found.ways.furthest.after.total < 99


def test_limits_of_a_component_are_kept(pci):
    codes = [node.code for node in packs.load(OLD).components]
    found = found_of(pci, total=99.0, most=dict.fromkeys(codes, 0.1))
    assert 0.1 * 10 == pytest.approx(found.ways.furthest.after.total - found.now.total)


def test_components_that_nobody_works_on_are_raised_only_when_asked(pci):
    pci.components.exclude(node="land").delete()
    assert {"land"} == {rise.code for rise in found_of(pci, total=99.0).ways.furthest.rises}
    assert 1 < len(found_of(pci, total=99.0, everything=True).ways.furthest.rises)


def test_scores_tried_out_are_added_up(pci):
    found = found_of(pci, edition=OLD, tried={"labor": 6.83})
    assert round(found.now.total + 2 * (6.83 - 5.829644), 4) == round(found.tried.after.total, 4)


def test_the_plan_of_000_promises_88_and_its_rank_cannot_be_told(ddci):
    found = found_of(ddci)
    assert (80.56, 88.0, None) == (
        round(found.now.total, 2),
        round(found.promise.after.total, 2),
        found.promise.after.rank,
    )
    assert ("promise", 88.0) == (found.target.by, round(found.target.total, 2))


def test_the_page_of_000_says_that_the_rank_cannot_be_told(client_for, ddci):
    page = client_for(Role.VIEWER).get(reverse("scorecard:road", args=[ddci.agency.slug, ddci.pk])).content.decode()
    assert "88,00" in page
    assert "không nói được thứ hạng" in page


def test_an_index_without_a_formula_says_why_there_is_no_road(client_for, agency):
    nodes = [node.code for node in packs.load("ddci/lang-son-2022").components]
    plan = make_plan(agency, agency.subject, "DDCI", "ddci/lang-son-2022", 2023, nodes)
    for component in plan.components.all():
        PlannedScore.objects.create(plan=plan, component=component, part="baseline", year=2022, score=7, scale=10)
    page = client_for(Role.VIEWER).get(reverse("scorecard:road", args=[agency.slug, plan.pk])).content.decode()
    assert "không có công thức" in page


def test_a_plan_without_scores_says_what_to_enter(client_for, agency):
    plan = make_plan(agency, agency.subject, "DDCI", "ddci/lao-cai-2019", 2020, PROMISED)
    page = client_for(Role.FOCAL).get(reverse("scorecard:road", args=[agency.slug, plan.pk])).content.decode()
    assert "Chưa đủ số liệu" in page


def test_fields_are_read_with_comma_or_point_and_what_is_no_number_is_left_out():
    given = QueryDict("dich=tong&tong=70,5&diem-a=7.5&diem-b=x&suc-a=-1&them-b=0&hat=0&buoc=1&ca-bo=on&don-vi-1=3")
    asked = asked_by(given, ["a", "b"], ["P1", "P2"])
    assert (None, 70.5, {"a": 7.5}, {}, {"b": 0.0}) == (asked.rank, asked.total, asked.tried, asked.efforts, asked.most)
    assert (1, 1.0, True, {"P2": 3.0}) == (asked.seed, asked.step, asked.everything, asked.leads)


def test_the_page_shows_worth_need_and_way(client_for, pci):
    page = client_for(Role.VIEWER).get(reverse("scorecard:road", args=[pci.agency.slug, pci.pk])).content.decode()
    for part in ("Mỗi +0,1 đáng giá bao nhiêu", "hạt giống 1", "Cách ít công sức nhất", "126 lượt thay đổi"):
        assert part in page
    assert "Lưu lộ trình" not in page


def test_htmx_gets_the_outcome_and_the_summary_out_of_band(client_for, pci):
    address = reverse("scorecard:road", args=[pci.agency.slug, pci.pk])
    answer = client_for(Role.FOCAL).get(address, {"diem-labor": "7"}, headers={"HX-Request": "true"})
    page = answer.content.decode()
    assert ("<html" in page, 'hx-swap-oob="true"' in page, "Nếu đạt các mức đang thử" in page) == (False, True, True)


def test_the_page_takes_few_statements(client_for, pci, django_assert_max_num_queries):
    client = client_for(Role.VIEWER)
    with django_assert_max_num_queries(16):
        client.get(reverse("scorecard:road", args=[pci.agency.slug, pci.pk]))


def test_the_road_of_another_agencys_plan_is_not_found(client_for, pci, other_agency):
    client = client_for(Role.VIEWER, of=other_agency)
    assert client.get(reverse("scorecard:road", args=[other_agency.slug, pci.pk])).status_code == 404


def save(plan, by, **asked):
    found = found_of(plan, **asked)
    return operations.save_scenario(
        agency=plan.agency, plan=plan, name="Mười hạng", query="hang=10", found=found, by=by, now=NOW
    )


def test_a_scenario_keeps_what_was_asked_and_what_came_out(pci, member):
    kept = save(pci, member(Role.FOCAL), rank=10)
    assert ("hang=10", 10) == (kept.inputs["query"], kept.outcome["rank"])
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


def test_adopting_sets_the_targets_of_the_components_in_one_event(client_for, pci, member):
    kept = save(pci, member(Role.FOCAL), tried={"labor": 6.5, "land": 7.25})
    client_for(Role.FOCAL).post(reverse("scorecard:adopt_scenario", args=[pci.agency.slug, kept.pk]))
    stored = {row.component.node: (row.score, row.scale) for row in PlannedScore.objects.filter(part="target")}
    assert {"labor": (Decimal("6.5"), 10), "land": (Decimal("7.25"), 10)} == stored
    assert 1 == Event.objects.filter(name="plans.targets.adopted").count()


def test_targets_that_were_adopted_give_the_rank_that_the_scenario_had(pci, member):
    kept = save(pci, member(Role.FOCAL), rank=15)
    operations.adopt_scenario(scenario=kept, plan=pci, by=member(Role.FOCAL), now=NOW)
    assert 15 == kept.outcome["rank"] == found_of(pci).promise.after.rank


def test_adopting_what_raises_nothing_of_the_plan_is_refused(pci, member):
    kept = save(pci, member(Role.FOCAL), tried={"labor": 6.5})
    pci.components.filter(node="labor").delete()
    with pytest.raises(ProblemError):
        operations.adopt_scenario(scenario=kept, plan=pci, by=member(Role.FOCAL), now=NOW)
    assert 0 == PlannedScore.objects.filter(part="target").count()


def test_deleting_leaves_an_event(client_for, pci, member):
    kept = save(pci, member(Role.FOCAL), rank=10)
    client_for(Role.FOCAL).post(reverse("scorecard:delete_scenario", args=[pci.agency.slug, kept.pk]))
    assert (0, 1) == (Scenario.objects.count(), Event.objects.filter(name="results.scenario.deleted").count())


def test_a_scenario_of_another_agency_is_not_found(client_for, pci, member, other_agency):
    kept = save(pci, member(Role.FOCAL), rank=10)
    address = reverse("scorecard:adopt_scenario", args=[other_agency.slug, kept.pk])
    assert client_for(Role.FOCAL, of=other_agency).post(address).status_code == 404
