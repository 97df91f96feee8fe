"""Every score, rank and distance on the pages opens its explanation: a link, or a panel that unfolds."""

from decimal import Decimal

import pytest
from django.urls import reverse
from tests.web.explained_numbers import dangling, links_to, unexplained
from tests.web.road_plans import BASELINE, NOW, TODAY, ddci_plan, pci_plan

from chiso.web.accounts.permissions import Role
from chiso.web.results.models import Result
from chiso.web.results.peers.queries import tables

pytestmark = pytest.mark.django_db


@pytest.fixture
def agency_with_plans(agency):
    ddci_plan(agency)
    pci_plan(agency)
    agency.as_of = TODAY
    agency.save()
    for year, rank in ((2018, 9), (2019, 5)):
        for node, score in {"": "80.56", **BASELINE}.items():
            Result.objects.create(
                subject=agency.subject,
                family="DDCI",
                edition="ddci/lao-cai-2019",
                year=year,
                node=node,
                score=Decimal(score),
                rank=None if node else rank,
                rank_of=None if node else 15,
                source="Quyết định công bố",
                entered_at=NOW,
            )
    return agency


@pytest.fixture
def table(agency_with_plans):
    return next(each for each in tables(agency_with_plans, TODAY) if each.heading.family == "PCI")


def page_of(client, place, **asked):
    answer = client.get(place, asked)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", ["scorecard:home", "results:results"])
def test_on_the_pages_of_the_agencys_own_results(client_for, agency_with_plans, name):
    text = page_of(client_for(Role.VIEWER), reverse(name, args=[agency_with_plans.slug]))
    assert ("7,95" in text, "5/15" in text, unexplained(text)) == (True, True, [])


@pytest.mark.parametrize("asked", [{}, {"chi-so": "entry", "so-sanh": ["Hà Nội", "Cao Bằng"]}], ids=["whole", "entry"])
def test_on_the_ladder_and_the_comparison(client_for, agency_with_plans, table, asked):
    place = reverse("results:positions", args=[agency_with_plans.slug])
    text = page_of(client_for(Role.VIEWER), place, bang=table.id, **asked)
    assert ("Trung vị" in text, unexplained(text)) == (True, [])


def test_on_the_table_of_all_units(client_for, agency_with_plans, table):
    text = page_of(client_for(Role.VIEWER), reverse("results:peer_table", args=[agency_with_plans.slug, table.id]))
    assert ("Thái Bình" in text, unexplained(text)) == (True, [])


def test_a_distance_on_the_ladder_is_told_as_a_difference(client_for, agency_with_plans, table):
    client, slug = client_for(Role.VIEWER), agency_with_plans.slug
    how = reverse("results:position_how", args=[slug, table.id])
    links = links_to(page_of(client, reverse("results:positions", args=[slug]), bang=table.id), how)
    distances = {link for link in links if link.endswith("#so-sanh")}
    assert (len(distances) > 5, list(dangling(client, distances))) == (True, [])
    own, best = (table.peer(unit).scores[table.headline] for unit in ("Lạng Sơn", "Quảng Ninh"))
    text = page_of(client, how, **{"don-vi": "Lạng Sơn", "so-sanh": "Quảng Ninh"})
    assert f"+{best - own:.4f}".replace(".", ",") in text
