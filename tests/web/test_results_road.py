"""Lộ trình: worth, need and ways on the real PCI tables, capacities and steps; the promise of a DDCI plan."""

from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from django.http import QueryDict
from django.urls import reverse
from tests.web.road_plans import BASELINE, NOW, OLD, PROMISED, TODAY, ddci_plan, found_of, make_plan, pci_plan

from chiso import packs
from chiso.web.accounts.permissions import Role
from chiso.web.directory.models import Subject, Unit
from chiso.web.plans.models import PlannedScore, Task
from chiso.web.results.models import PeerScore, PeerTable
from chiso.web.results.roads.grounds import criteria, indicator_worth
from chiso.web.scorecard.roads.asked import Asked, asked_by
from chiso.web.scorecard.roads.outcomes import Outcome, outcome
from chiso.web.scorecard.roads.queries import journey

pytestmark = pytest.mark.django_db


@pytest.fixture
def pci(agency):
    return pci_plan(agency)


@pytest.fixture
def ddci(agency):
    return ddci_plan(agency)


def province_plan(agency, family, edition, year, columns):
    """A plan of Lạng Sơn, with a table of the year before in which five provinces have these columns."""
    agency.province = "Lạng Sơn"
    agency.save()
    subject = Subject.objects.create(kind=Subject.Kind.PROVINCE, name="Tỉnh Lạng Sơn", province="Lạng Sơn")
    plan = make_plan(agency, subject, family, edition, year, [node.code for node in packs.load(edition).components])
    table = PeerTable.objects.create(
        agency=agency, family=family, edition=edition, year=year - 1, kind="province", mark=edition, entered_at=NOW
    )
    rng = np.random.default_rng(5)
    for unit in ("Lạng Sơn", "Lào Cai", "Cao Bằng", "Hà Giang", "Bắc Kạn"):
        for node, (low, high) in columns.items():
            PeerScore.objects.create(table=table, unit=unit, node=node, score=round(rng.uniform(low, high), 4))
    return plan


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
    assert "DDCI Lạng Sơn" in page
    assert "không có công thức" in page
    assert ("bỏ cột đó" in page, "lập phiên bản của cơ quan, ghi trọng số kèm nguồn" in page) == (False, True)
    assert reverse("catalogue:edition", args=[agency.slug, "ddci", "lang-son-2022"]) in page


def test_a_plan_without_scores_says_what_to_enter(client_for, agency):
    plan = make_plan(agency, agency.subject, "DDCI", "ddci/lao-cai-2019", 2020, PROMISED)
    page = client_for(Role.FOCAL).get(reverse("scorecard:road", args=[agency.slug, plan.pk])).content.decode()
    assert "Chưa đủ số liệu" in page


def test_fields_are_read_with_comma_or_point_and_what_is_no_number_is_left_out():
    given = QueryDict(
        "dich=tong&tong=70,5&diem-a=7.5&diem-b=x&suc-a=-1&them-b=0&hat=0&buoc=1&ca-bo=on&don-vi-1=3"
        "&nac=0,5&nac-a=0.25&nac-b=0&muc=tieu-chi"
    )
    asked = asked_by(given, ["a", "b"], ["P1", "P2"])
    assert (None, 70.5, {"a": 7.5}, {}, {"b": 0.0}) == (asked.rank, asked.total, asked.tried, asked.efforts, asked.most)
    assert (1, 1.0, True, {"P2": 3.0}) == (asked.seed, asked.step, asked.everything, asked.leads)
    assert (0.5, {"a": 0.25}, True) == (asked.point, asked.points, asked.finely)


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


def test_the_figures_of_the_summary_say_how_they_came_about(client_for, pci):
    text = client_for(Role.VIEWER).get(reverse("scorecard:road", args=[pci.agency.slug, pci.pk])).content.decode()
    summary = text[text.index('id="road-summary"') : text.index("levers")]
    assert "Các đơn vị khác của bảng PCI 2021 cũng được tính như vậy, rồi xếp 63 đơn vị từ cao xuống thấp." in summary
    assert "Theo bảng năm 2021, có điểm bằng Hà Nội (69,06) thì đứng hạng 17" in summary
    assert "69,0611 − 68,0925 = 0,9686" in summary


def test_effort_and_limits_lie_folded_until_something_is_said_of_them(client_for, pci):
    client, place = client_for(Role.VIEWER), reverse("scorecard:road", args=[pci.agency.slug, pci.pk])
    opened = [
        client.get(place, asked).content.decode().count('<details class="unfolds" open>')
        for asked in ({}, {"suc-entry": "2", "nac-time": "0.5"})
    ]
    assert [0, 2] == opened


def test_who_may_not_save_a_road_is_told_who_may(client_for, pci):
    place = reverse("scorecard:road", args=[pci.agency.slug, pci.pk])
    texts = [client_for(role).get(place).content.decode() for role in (Role.LEADER, Role.FOCAL)]
    assert [True, False] == ["Đầu mối hoặc người quản trị của cơ quan lưu được lộ trình" in text for text in texts]


def test_the_page_takes_few_statements(client_for, pci, django_assert_max_num_queries):
    client = client_for(Role.VIEWER)
    with django_assert_max_num_queries(16):
        client.get(reverse("scorecard:road", args=[pci.agency.slug, pci.pk]))


def test_the_road_of_another_agencys_plan_is_not_found(client_for, pci, other_agency):
    client = client_for(Role.VIEWER, of=other_agency)
    assert client.get(reverse("scorecard:road", args=[other_agency.slug, pci.pk])).status_code == 404


def test_points_come_in_the_steps_that_the_office_says(pci):
    free, stepped = found_of(pci, rank=10), found_of(pci, rank=10, point=0.25, points={"support": 0.5})
    sizes = {each.code: 0.5 if each.code == "support" else 0.25 for each in stepped.ways.cheapest.rises}
    assert all(
        each.rise / sizes[each.code] == round(each.rise / sizes[each.code]) for each in stepped.ways.cheapest.rises
    )
    assert free.ways.cheapest.effort <= stepped.ways.cheapest.effort
    assert stepped.aim <= stepped.ways.cheapest.after.total + 1e-9


def test_a_lead_unit_is_asked_for_no_more_than_it_can_take_on(pci):
    rooms = ("Văn phòng Sở", "Thanh tra Sở")
    for place, component in enumerate(pci.components.all()):
        component.lead = Unit.objects.get(agency=pci.agency, name=rooms[place % 2])
        component.save()
    free = {each.lead: each.effort for each in found_of(pci, rank=10).burdens}
    bound = {each.lead: each for each in found_of(pci, rank=10, leads={"Văn phòng Sở": 0.2}).burdens}
    assert free["Văn phòng Sở"] > 0.2
    assert (0.2, True) == (pytest.approx(bound["Văn phòng Sở"].effort), bound["Văn phòng Sở"].is_full)
    assert bound["Thanh tra Sở"].effort > free["Thanh tra Sở"]


def test_a_component_without_a_lead_is_led_by_who_leads_most_of_its_tasks(pci):
    component = pci.components.get(node="labor")
    component.lead = None
    component.save()
    for position, room in enumerate(("Thanh tra Sở", "Phòng Kế hoạch - Tài chính", "Thanh tra Sở")):
        unit = Unit.objects.get(agency=pci.agency, name=room)
        Task.objects.create(plan=pci, position=position, text="Việc", lead=unit).components.add(component)
    assert "Thanh tra Sở" == journey(pci.agency, pci.pk, TODAY).lead_of("labor")


def test_who_is_passed_and_what_is_at_stake_are_told(pci):
    worth = next(each for each in found_of(pci, edition=OLD, step=1.0).worths if each.code == "labor")
    table = journey(pci.agency, pci.pk, TODAY).table
    now, then = (round(value, 6) for value in (worth.after.total - worth.gain, worth.after.total))
    between = {row.unit for row in table.rows if now < float(row.scores["total"]) <= then} - {"Lạng Sơn"}
    assert between == set(worth.passed)
    assert (10 - worth.score) * 2 == pytest.approx(worth.at_stake)


def test_the_promise_is_weighed_against_the_cheapest_way_to_the_same_total(ddci):
    cost = found_of(ddci).cost
    assert (3.72, 3.72, ()) == (pytest.approx(cost.effort), pytest.approx(cost.cheapest), cost.beyond)
    dear = found_of(ddci, efforts={"informal": 4.0}).cost
    assert (3.72 + 3 * 0.53, 3.72) == (pytest.approx(dear.effort), pytest.approx(dear.cheapest))


@pytest.mark.parametrize(("is_minimum", "expected"), [(True, 0.0), (False, -0.05)])
def test_at_least_so_much_is_kept_by_who_already_has_more(ddci, is_minimum, expected):
    had = Decimal(BASELINE["informal"])
    PlannedScore.objects.filter(plan=ddci, component__node="informal", part="target").update(
        score=had - Decimal("0.05"), score_is_minimum=is_minimum
    )
    told = next(each for each in found_of(ddci).promise.targets if each.code == "informal")
    assert expected == pytest.approx(told.target - told.score)


def test_a_promise_beyond_what_can_be_raised_is_named(ddci):
    cost = found_of(ddci, most=dict.fromkeys(PROMISED, 0.6)).cost
    assert (None, 3) == (cost.cheapest, len(cost.beyond))


def test_criteria_may_be_raised_one_by_one_where_their_points_are_known(agency):
    edition = packs.load("papi/2021-2024")
    parts = [part.code for dim in edition.components for part in edition.rules[dim.code].values[-1].value.parts]
    plan = province_plan(agency, "PAPI", edition.key, 2023, dict.fromkeys(parts, (0.4, 1.6)))
    whole = journey(agency, plan.pk, TODAY.replace(year=2023))
    assert parts == list(criteria(whole.ground))
    fine = outcome(
        journey(agency, plan.pk, TODAY.replace(year=2023), finely=True), Asked(finely=True, point=0.05), "vi"
    )
    assert isinstance(fine, Outcome)
    assert parts == [each.code for each in fine.worths]
    assert {"Văn phòng Sở"} == {each.lead for each in fine.ways.best.rises}
    assert fine.now.total == pytest.approx(outcome(whole, Asked(), "vi").now.total)


def test_what_a_measured_indicator_does_to_the_others_has_a_page(client_for, agency):
    edition = packs.load("pci/2013")
    measured = [part.code for part in edition.rules["bias"].values[-1].value.parts]
    given = {node.code: (4, 7) for node in edition.components if node.code != "bias"}
    plan = province_plan(agency, "PCI", "pci/2013", 2014, given | dict.fromkeys(measured, (0.1, 0.6)))
    agency.as_of = date(2014, 6, 1)
    agency.save()
    found = indicator_worth(journey(agency, plan.pk, agency.as_of).ground)
    assert set(measured) == {each.code for each in found}
    assert any(each.most_moved for each in found)
    page = (
        client_for(Role.VIEWER).get(reverse("scorecard:road_indicators", args=[agency.slug, plan.pk])).content.decode()
    )
    assert "Tính lại cả bảng" in page
    road = client_for(Role.VIEWER).get(reverse("scorecard:road", args=[agency.slug, plan.pk])).content.decode()
    assert "Xem tác động lên mình và lên đơn vị khác" in road


def test_where_nothing_is_measured_that_page_says_so(client_for, pci):
    page = client_for(Role.VIEWER).get(reverse("scorecard:road_indicators", args=[pci.agency.slug, pci.pk]))
    assert "Không có chỉ tiêu nào được đo" in page.content.decode()


def test_the_page_says_who_carries_what_and_that_points_come_in_steps(client_for, pci):
    address = reverse("scorecard:road", args=[pci.agency.slug, pci.pk])
    page = client_for(Role.VIEWER).get(address, {"dich": "hang", "hang": "10", "nac": "0.25"}).content.decode()
    for part in ("Mỗi đơn vị chủ trì gánh được bao nhiêu công sức", "theo bước 0,25", "Nâng hết thì tổng thêm"):
        assert part in page


def test_other_ways_in_steps_are_looked_for_in_a_request_of_their_own(client_for, pci):
    asked = {"dich": "hang", "hang": "20", "nac": "0.25"}
    road = reverse("scorecard:road", args=[pci.agency.slug, pci.pk])
    others = reverse("scorecard:road_others", args=[pci.agency.slug, pci.pk])
    client = client_for(Role.VIEWER)
    first = client.get(road, asked).content.decode()
    assert (f'hx-get="{others}?' in first, "Không nâng" in first) == (True, False)
    part = client.get(others, asked, headers={"HX-Request": "true"}).content.decode()
    assert ("<html" in part, "Không nâng" in part) == (False, True)
    assert "Không nâng" in client.get(others, asked).content.decode()
