"""Vị trí: places and distances in the real PCI tables."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from chiso.web.accounts.permissions import Role
from chiso.web.results.peers import queries
from chiso.web.results.position.queries import position
from chiso.web.results.position.standings import around

pytestmark = pytest.mark.django_db


def test_the_newest_table_with_the_province_in_it_comes_first(pci_2021):
    assert ("PCI 2021", "Lạng Sơn") == (pci_2021.label, pci_2021.own)


def test_the_whole_tells_rank_and_both_neighbours(pci_2021):
    whole = position(pci_2021).whole
    assert (Decimal("63.920097"), 36, 63) == (whole.own, whole.rank, whole.rank_of)
    assert whole.above.score > whole.own > whole.below.score
    assert (35, 37) == (whole.above.rank, whole.below.rank)
    assert whole.to_above == whole.above.score - whole.own


def test_each_component_has_its_own_place(pci_2021):
    by_node = {each.node: each for each in position(pci_2021).standings}
    scores = sorted((row.scores["land"] for row in pci_2021.rows), reverse=True)
    assert scores.index(Decimal("6.713671")) + 1 == by_node["land"].rank
    assert (scores[0], scores[31], scores[-1]) == (
        by_node["land"].best.score,
        by_node["land"].median,
        by_node["land"].worst.score,
    )


def test_the_ladder_keeps_the_top_the_neighbours_those_chosen_and_the_last(pci_2021):
    found = position(pci_2021, chosen=["Quảng Trị"])
    ranks = [step.rank for step in found.steps]
    chosen = next(step.rank for step in found.every if step.unit == "Quảng Trị")
    assert sorted({1, 2, 3, *range(32, 41), chosen, 63}) == ranks
    assert [step.after_gap for step in found.steps][:4] == [False, False, False, True]


def test_equal_scores_share_a_place(lang_son, pci_2021):
    steps = position(pci_2021, node="entry").every
    assert [1 + sum(other.score > step.score for other in steps) for step in steps] == [step.rank for step in steps]


def test_nothing_lies_around_an_empty_ladder():
    assert () == around(())


def test_the_heat_is_one_at_the_best_and_none_where_nothing_is_known(pci_2021):
    row = position(pci_2021, chosen=["Quảng Ninh"]).heat[0]
    assert ("Lạng Sơn", "Cao nhất", "Trung vị", "Quảng Ninh") == position(pci_2021, chosen=["Quảng Ninh"]).columns
    assert [1.0, 1.0] == [row.cells[1].heat, row.cells[3].heat]
    assert 0 < row.cells[0].heat < 1


def test_no_more_than_five_units_are_compared(pci_2021):
    asked = ["Hà Nội", "Cao Bằng", "Bắc Kạn", "Bắc Giang", "Lào Cai", "Yên Bái", "không có"]
    assert tuple(asked[:5]) == position(pci_2021, chosen=asked).chosen


def test_the_radar_has_an_axis_for_each_component(pci_2021):
    drawn = position(pci_2021).radar
    assert (10, ["Lạng Sơn", "Trung vị", "Cao nhất"]) == (len(drawn.axes), [each.name for each in drawn.outlines])


def test_a_table_without_the_agency_can_be_looked_at_from_another_unit(lang_son):
    table = next(each for each in queries.tables(lang_son, date(2022, 8, 15)) if each.heading.kind == "department")
    assert position(table).whole.rank is None
    assert "Sở Y tế" == position(table, unit="Sở Y tế").seen_from


def test_the_page_shows_the_position_of_the_province(client_for, lang_son):
    page = client_for(Role.VIEWER).get(reverse("results:positions", args=[lang_son.slug])).content.decode()
    assert "Lạng Sơn, PCI 2021" in page
    assert "63,92" in page


def test_htmx_gets_the_part_that_changes(client_for, lang_son):
    address = reverse("results:positions", args=[lang_son.slug])
    answer = client_for(Role.VIEWER).get(address, {"so-sanh": "Hà Nội"}, headers={"HX-Request": "true"})
    assert ("<html" in answer.content.decode(), "Hà Nội" in answer.content.decode()) == (False, True)


def test_the_page_takes_few_statements(client_for, lang_son, django_assert_max_num_queries):
    client = client_for(Role.VIEWER)
    with django_assert_max_num_queries(8):
        client.get(reverse("results:positions", args=[lang_son.slug]))


def test_without_a_table_the_page_says_what_to_do(client_for, agency):
    page = client_for(Role.FOCAL).get(reverse("results:positions", args=[agency.slug])).content.decode()
    assert reverse("results:enter_peers", args=[agency.slug]) in page


@pytest.mark.parametrize(
    ("kind", "head", "lines"),
    [
        ("bac-thang", "Hạng;Đơn vị;Điểm chung;Cách Lạng Sơn", 64),
        ("khoang-cach", "Chỉ số;Điểm;Hạng;Trên tổng số;", 12),
        ("so-sanh", "Chỉ số;Lạng Sơn;Cao nhất;Trung vị", 12),
    ],
)
def test_each_table_is_given_out(client_for, lang_son, pci_2021, kind, head, lines):
    answer = client_for(Role.VIEWER).get(
        reverse("results:position_file", args=[lang_son.slug, pci_2021.id, kind, "csv"])
    )
    written = answer.content.decode("utf-8-sig").splitlines()
    assert written[0].startswith(head)
    assert lines == len(written)


def test_a_file_of_another_agencys_table_is_not_found(client_for, other_agency, lang_son, pci_2021):
    address = reverse("results:position_file", args=[other_agency.slug, pci_2021.id, "so-sanh", "csv"])
    assert client_for(Role.VIEWER).get(address).status_code == 404
