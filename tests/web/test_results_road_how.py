"""How the numbers of a road came about: every number opens its explanation, and the explanation adds up."""

import re

import numpy as np
import pytest
from django.urls import reverse
from lxml import html
from tests.web.explained_numbers import dangling, links_to, unexplained
from tests.web.road_plans import TODAY, ddci_plan, found_of, pci_plan

from chiso.web.accounts.permissions import Role
from chiso.web.results.roads.grounds import DRAWS, future, start
from chiso.web.scorecard.roads.asked import Asked
from chiso.web.scorecard.roads.explaining import how
from chiso.web.scorecard.roads.queries import journey

pytestmark = pytest.mark.django_db

ASKED = {
    "as it opens": {},
    "a surer rank, scores tried out": {"dich": "hang", "hang": "12", "chac": "80", "diem-labor": "7"},
    "a total": {"dich": "tong", "tong": "70"},
    "a total out of reach": {"dich": "tong", "tong": "99", "don-vi-0": "1"},
    "points in steps": {"dich": "hang", "hang": "20", "nac": "0.25", "suc-entry": "2"},
}


@pytest.fixture
def pci(agency):
    return pci_plan(agency)


@pytest.fixture
def ddci(agency):
    return ddci_plan(agency)


def page_of(client, plan, name, asked):
    return client.get(reverse(f"scorecard:{name}", args=[plan.agency.slug, plan.pk]), asked).content.decode()


def part_of(text, mark):
    found = html.fromstring(text).get_element_by_id(mark)
    return " ".join(f"{found.text_content()} {found.getnext().text_content() if found.tag == 'dt' else ''}".split())


def how_of(plan, **asked):
    going, wanted = journey(plan.agency, plan.pk, TODAY), Asked(**asked)
    return how(going, found_of(plan, **asked), wanted, "vi")


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_every_number_of_the_road_opens_its_explanation(client_for, pci, asked):
    assert unexplained(page_of(client_for(Role.FOCAL), pci, "road", asked)) == []


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_every_link_of_the_road_leads_to_the_part_that_explains_it(client_for, pci, asked):
    client, place = client_for(Role.VIEWER), reverse("scorecard:road_how", args=[pci.agency.slug, pci.pk])
    links = links_to(page_of(client, pci, "road", asked), place) | links_to(
        page_of(client, pci, "road_others", asked), place
    )
    assert len({link.partition("#")[2] for link in links}) > 12
    assert list(dangling(client, links)) == []


def test_the_road_of_an_agency_without_peers_is_explained_as_well(client_for, ddci):
    client, place = client_for(Role.VIEWER), reverse("scorecard:road_how", args=[ddci.agency.slug, ddci.pk])
    road = page_of(client, ddci, "road", {})
    assert (unexplained(road), list(dangling(client, links_to(road, place)))) == ([], [])
    assert "8,1100 → 9,0000" in part_of(page_of(client, ddci, "road_how", {}), "hua-services")


def test_a_step_adds_up(client_for, pci):
    worth = next(each for each in found_of(pci).worths if each.code == "informal")
    told = part_of(page_of(client_for(Role.VIEWER), pci, "road_how", {}), "buoc-informal")
    before, after, gain = re.search(r"từ ([\d,]+) thành ([\d,]+), \+([\d,]+)", told).groups()
    assert float(after.replace(",", ".")) - float(before.replace(",", ".")) == pytest.approx(worth.gain, abs=1e-4)
    assert float(gain.replace(",", ".")) == pytest.approx(0.15, abs=1e-4)
    assert "21 đơn vị" not in told
    assert f"còn {worth.after.rank - 1} đơn vị cao hơn: hạng {worth.after.rank}" in told


def test_draws_are_counted_as_they_were_drawn(pci):
    found, told = found_of(pci, rank=10), how_of(pci, rank=10)
    ahead = future(found.ground, 1, drifts=False)
    bars = np.sort(ahead.bar(10))
    assert [bar.place for bar in told.bars] == [1000, 1600, 1800]
    assert [bar.total for bar in told.bars] == [bars[bar.place - 1] for bar in told.bars]
    assert told.own_count == sum(rank <= 10 for rank in ahead.ranks())
    assert [each.suffices for each in told.counts] == [sum(bars <= each.total + 1e-9) for each in found.needed.chances]
    ranks = np.sort(ahead.ranks())
    assert tuple(ranks[place - 1] for place in told.ends) == found.needed.ranks
    assert ahead.draws == DRAWS


def test_what_is_tried_out_is_counted_too(pci):
    found, told = found_of(pci, rank=10, tried={"labor": 9.0}), how_of(pci, rank=10, tried={"labor": 9.0})
    bars = future(found.ground, 1, drifts=False).bar(10)
    assert told.tried_count == sum(bars <= found.tried.after.total + 1e-9) > 0


def test_efforts_add_up_piece_by_piece(pci):
    found, told = found_of(pci, rank=5, efforts={"support": 2.0}), how_of(pci, rank=5, efforts={"support": 2.0})
    efforts = {each.code: each.effort for each in found.ways.cheapest.rises}
    assert {each.code: pytest.approx(each.effort) for each in told.way} == efforts
    assert {each.code: pytest.approx(sum(piece.width for piece in each.pieces)) for each in told.way} == {
        each.code: each.rise for each in found.ways.cheapest.rises
    }
    said = {each.code for each in told.way if each.is_said}
    assert said == ({"support"} & efforts.keys())
    assert all(each.is_learnt for each in told.way if each.code != "support")


def test_contributions_make_the_total_from_which_the_road_starts(pci):
    found, told = found_of(pci), how_of(pci)
    assert float(sum(each.share for each in told.inputs if each.share is not None)) == pytest.approx(found.now.total)
    assert start(found.ground).row("Lạng Sơn") >= 0


def test_where_no_road_is_to_be_had_nothing_is_explained(client_for, agency):
    plan = pci_plan(agency)
    plan.edition = "ddci/ha-tinh-2021"
    plan.family = "DDCI"
    plan.save()
    place = reverse("scorecard:road_how", args=[agency.slug, plan.pk])
    assert client_for(Role.VIEWER).get(place).status_code == 404


def test_another_agencys_numbers_are_not_found(client_for, pci, other_agency):
    place = reverse("scorecard:road_how", args=[other_agency.slug, pci.pk])
    assert client_for(Role.VIEWER, of=other_agency).get(place).status_code == 404


def test_a_bare_number_would_be_noticed():
    text = "<table><tr><th>2021</th><td>5,86</td><td><a href='#x'>7</a></td><td>chưa có điểm</td></tr></table>"
    assert unexplained(text) == ["5,86"]
