"""Bộ chỉ số: the list of editions and the page of each."""

import pytest
from django.urls import reverse

from chiso import packs
from chiso.web.accounts.permissions import Role
from chiso.web.catalogue.queries import edition_page, editions

pytestmark = pytest.mark.django_db


def page_of(client, key):
    return client.get(reverse("catalogue:edition", args=["so-mau", *key.split("/")]))


def test_every_edition_is_listed(client_for, agency):
    text = client_for(Role.VIEWER).get(reverse("catalogue:editions", args=[agency.slug])).content.decode()
    for key in packs.keys():  # noqa: SIM118 (a function of the packs, not of a mapping)
        assert reverse("catalogue:edition", args=[agency.slug, *key.split("/")]) in text


def test_editions_stand_by_family_the_newest_first():
    pci = [line.years for line in editions() if line.abbreviation == "PCI"]
    assert pci == ["2025", "2022–2024", "2013–2021", "2014", "2013", "2009–2012", "2006–2008"]


@pytest.mark.parametrize("key", packs.keys())
def test_every_edition_has_a_page_with_its_hash_and_sources(client_for, agency, key):
    response = page_of(client_for(Role.VIEWER), key)
    assert response.status_code == 200
    assert packs.load(key).content_hash in response.content.decode()
    assert edition_page(key).sources


def test_a_formula_is_told_in_words():
    (rule,) = edition_page("ddci/lao-cai-2019").rules
    assert rule.words.startswith("10 × trung bình có trọng số của 5 thành phần:")
    assert "Chất lượng dịch vụ công 20%" in rule.words


def test_weights_and_aliases_stand_with_each_component():
    nodes = {node.code: node for node in edition_page("pci/2013-2021").nodes}
    assert (20, "1–10", True) == (nodes["labor"].weight, nodes["labor"].scale, nodes["labor"].is_counted)
    assert "Minh bạch" in nodes["transparency"].aliases


def test_what_is_absent_is_told_with_why(client_for, agency):
    page = edition_page("ddci/lao-cai-2019")
    text = page_of(client_for(Role.VIEWER), "ddci/lao-cai-2019").content.decode()
    assert page.absent
    for what, why in page.absent:
        assert what in text
        assert why in text


def test_components_of_one_theme_are_set_side_by_side():
    informal = next(node for node in edition_page("pci/2013-2021").nodes if node.code == "informal")
    assert "PAPI 2021–2024" in {kin.edition_name for kin in informal.kin}
    assert "PCI 2022–2024" not in {kin.edition_name for kin in informal.kin}


def test_an_edition_that_nobody_knows_is_not_found(client_for, agency):
    assert page_of(client_for(Role.VIEWER), "ddci/khong-co").status_code == 404
