"""Lộ trình as people type into it: what cannot be taken is told by its field, kept in its box, and left out."""

import re

import pytest
from django.http import QueryDict
from django.urls import reverse
from tests.web.road_plans import ddci_plan, pci_plan

from chiso.web.accounts.permissions import Role
from chiso.web.results.typed.reading import Bounds, Typed
from chiso.web.scorecard.roads.asked import Reach, asked_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def pci(agency):
    return pci_plan(agency)


def page_of(client, plan, asked, **headers) -> str:
    return client.get(
        reverse("scorecard:road", args=[plan.agency.slug, plan.pk]), QueryDict(asked), headers=headers
    ).content.decode()


def faults_in(page) -> dict[str, str]:
    """By field what is told of it."""
    lines = re.findall(r'<li id="wrong-([^"]+)"[^>]*>(.*?)</li>', page)
    return {name: re.sub(r"<[^>]+>", "", line) for name, line in lines}


def box_in(page, name) -> str:
    return re.search(rf'<input[^>]*name="{name}"[^>]*>', page)[0]


@pytest.mark.parametrize(
    ("asked", "name", "words"),
    [
        ("diem-entry=12", "diem-entry", "Thử mức, Gia nhập thị trường: 12 lớn hơn mức cao nhất là 10"),
        ("diem-entry=-2", "diem-entry", "Thử mức, Gia nhập thị trường: -2 nhỏ hơn mức thấp nhất là 1"),
        ("dich=hang&hang=99", "hang", "Hạng muốn đạt: 99 lớn hơn mức cao nhất là 63"),
        ("dich=hang&hang=abc", "hang", "Hạng muốn đạt: “abc” không phải là số nguyên"),
        ("dich=hang&hang=7,5", "hang", "Hạng muốn đạt: “7,5” không phải là số nguyên"),
        ("dich=hang&hang=0", "hang", "Hạng muốn đạt: 0 nhỏ hơn mức thấp nhất là 1"),
        ("dich=tong&tong=nan", "tong", "Tổng điểm muốn đạt: “nan” không phải là số"),
        ("dich=tong&tong=150", "tong", "Tổng điểm muốn đạt: 150 lớn hơn mức cao nhất là 100"),
        ("suc-entry=abc", "suc-entry", "Công sức mỗi điểm, Gia nhập thị trường: “abc” không phải là số"),
        ("them-entry=1_0", "them-entry", "Nâng nhiều nhất, Gia nhập thị trường: “1_0” không phải là số"),
        ("nac-entry=0", "nac-entry", "Bước điểm, Gia nhập thị trường: 0 nhỏ hơn mức thấp nhất là 0,01"),
        ("nac=-1", "nac", "Điểm chấm theo bước: -1 nhỏ hơn mức thấp nhất là 0,01"),
        ("don-vi-0=-1", "don-vi-0", "Công sức gánh được, Văn phòng Sở: -1 nhỏ hơn mức thấp nhất là 0"),
        ("hat=1e9", "hat", "Hạt giống mô phỏng: 1e9 lớn hơn mức cao nhất là 999.999"),
    ],
)
def test_a_field_that_cannot_be_taken_is_told_and_keeps_what_was_typed(client_for, pci, asked, name, words):
    for headers in ({}, {"HX-Request": "true"}):
        page = page_of(client_for(Role.VIEWER), pci, asked, **headers)
        told = faults_in(page)
        assert {name} == set(told)
        assert told[name].startswith(words)
    box = box_in(page_of(client_for(Role.VIEWER), pci, asked), name)
    assert f'value="{QueryDict(asked)[name]}"' in box
    assert f'aria-invalid="true" aria-describedby="wrong-{name}"' in box


def test_what_can_be_computed_without_a_faulty_field_still_is(client_for, pci):
    page = page_of(client_for(Role.VIEWER), pci, "dich=tong&tong=70&diem-entry=12&diem-land=x&suc-land=y")
    assert {"diem-entry", "diem-land", "suc-land"} == set(faults_in(page))
    assert "Kết quả dưới đây tính với 10" in faults_in(page)["diem-entry"]
    assert "Ô này chưa được tính đến" in faults_in(page)["diem-land"]
    assert "Nếu đạt các mức đang thử" in page
    assert "Cách ít công sức nhất để được 70,00 điểm" in page


def test_numbers_as_offices_write_them_are_no_fault(client_for, pci):
    page = page_of(client_for(Role.VIEWER), pci, "dich=hang&hang= 10 &tong=abc&diem-entry=7,95&diem-land=7.5&nac=0,25")
    assert {} == faults_in(page)
    assert 'value="7,95"' in box_in(page, "diem-entry")
    assert 'value="7.5"' in box_in(page, "diem-land")


def test_the_page_as_it_opens_has_nothing_to_mend(client_for, pci):
    page = page_of(client_for(Role.VIEWER), pci, "")
    fields = dict(re.findall(r'<input[^>]*name="(diem-[a-z]+)"[^>]*value="([^"]*)"', page))
    assert "," in fields["diem-entry"]
    again = page_of(client_for(Role.VIEWER), pci, "&".join(f"{name}={value}" for name, value in fields.items()))
    assert {} == faults_in(again)
    assert "Nếu đạt các mức đang thử" not in again


def test_a_fault_is_told_where_the_numbers_are_explained_too(client_for, pci):
    address = reverse("scorecard:road_how", args=[pci.agency.slug, pci.pk])
    page = client_for(Role.VIEWER).get(address, {"diem-entry": "12"}).content.decode()
    assert {"diem-entry"} == set(faults_in(page))


def test_a_rank_that_nobody_can_tell_is_told(client_for, agency):
    page = page_of(client_for(Role.VIEWER), ddci_plan(agency), "dich=hang&hang=5")
    assert {"hang"} == set(faults_in(page))
    assert 'value="5"' in box_in(page, "hang")


def test_a_component_without_a_score_cannot_be_tried_out():
    asked = asked_by(QueryDict("diem-entry=5"), ["entry"], reach=Reach(unknown=frozenset({"entry"})))
    assert ({}, {"diem-entry"}) == (asked.tried, set(asked.faults))


def test_a_very_long_number_is_told_shortened():
    typed = Typed(QueryDict(f"nac={'9' * 5000}"))
    assert 10.0 == typed.number("nac", Bounds(0, 10))
    assert "9" * 40 + "…" == typed.faults["nac"].given
