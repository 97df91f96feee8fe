"""Độ chắc chắn: how sure ranks are in the real PCI tables."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest
from django.http import QueryDict
from django.urls import reverse

from chiso import robustness
from chiso.web.accounts.permissions import Role
from chiso.web.results.certainty.asked import Asked, asked_by
from chiso.web.results.certainty.computing import DRAWS
from chiso.web.results.certainty.queries import certainty
from chiso.web.results.peers import queries
from chiso.web.results.peers.computing import scored
from chiso.web.results.peers.values import Peer

pytestmark = pytest.mark.django_db
WEIGHTS_ONLY = Asked(share=25, geometric=False, dropping=False, seed=7, is_default=False)


@pytest.fixture
def departments(lang_son):
    return next(each for each in queries.tables(lang_son, date(2022, 8, 15)) if each.heading.kind == "department")


def test_the_intervals_are_those_of_the_library(pci_2021):
    ground = robustness.Ground.of(scored(pci_2021, pci_2021.heading.rules))
    expected = robustness.uncertainty(ground, [robustness.Weights(0.25)], DRAWS, np.random.default_rng(7))
    row = expected.intervals().row(expected.units.index("Lạng Sơn"), named=True)
    own = certainty(pci_2021, WEIGHTS_ONLY).own
    assert (row["rank"], row["rank_low"], row["rank_high"]) == (own.rank, own.rank_low, own.rank_high)
    assert (row["score_low"], row["score_high"]) == (own.score_low, own.score_high)


def test_the_probabilities_of_all_ranks_add_up_to_one(pci_2021):
    found = certainty(pci_2021, WEIGHTS_ONLY)
    assert sum(each.share for each in found.ranks) == pytest.approx(1, abs=1e-12)
    at_or_above = sum(each.share for each in found.ranks if each.label.isdigit() and int(each.label) <= found.place)
    assert found.place_share == pytest.approx(at_or_above, abs=0.05)


def test_the_usual_assumptions_are_those_that_can_apply(pci_2021):
    found = certainty(pci_2021, Asked())
    assert ("Trọng số", "Cách tổng hợp", "Bỏ bớt một chỉ số") == found.varied
    assert () == found.refused


def test_what_hangs_on_assumptions_is_told_with_the_weightiest_first(pci_2021):
    totals = [each.total for each in certainty(pci_2021, Asked()).influences]
    assert (3, sorted(totals, reverse=True)) == (len(totals), totals)


def test_one_assumption_alone_needs_no_comparison(pci_2021):
    assert () == certainty(pci_2021, WEIGHTS_ONLY).influences


def test_without_each_component_the_rank_is_that_of_the_rest(pci_2021):
    rows = {each.name: each for each in certainty(pci_2021, WEIGHTS_ONLY).without}
    ground = robustness.Ground.of(scored(pci_2021, pci_2021.heading.rules))
    gone = robustness.removal(ground, ["labor"])
    own = ground.units.index("Lạng Sơn")
    assert (10, int(gone.ranks[0, own])) == (len(rows), rows["Đào tạo lao động"].rank)
    assert rows["Đào tạo lao động"].change == rows["Đào tạo lao động"].rank - int(gone.nominal_ranks[own])


def test_exact_scores_and_given_weights_leave_nothing_to_draw(pci_2021):
    found = certainty(pci_2021, Asked(share=0, geometric=False, dropping=False, is_default=False))
    assert (None, ()) == (found.own, found.near)


def test_sampling_error_widens_the_interval(pci_2021):
    narrow, wide = (
        certainty(pci_2021, Asked(share=0, geometric=False, dropping=False, error=error, is_default=False)).own
        for error in (0.05, 0.5)
    )
    assert wide.score_high - wide.score_low > 5 * (narrow.score_high - narrow.score_low)


def test_a_whole_without_known_weights_is_told_instead_of_drawn(client_for, lang_son, departments):
    assert (None, ()) == ((found := certainty(departments, Asked(unit="Sở Y tế"))).own, found.near)
    address = reverse("results:certainties", args=[lang_son.slug])
    page = client_for(Role.VIEWER).get(address, {"bang": str(departments.id)}).content.decode()
    assert "Chưa tính được độ chắc chắn" in page


def test_an_assumption_that_cannot_apply_is_told_beside_the_others(pci_2021):
    heading = replace(pci_2021.heading, family="PAPI", edition="papi/2021-2024", year=2022)
    codes = [f"dim{number}" for number in range(1, 9)]
    rows = [
        Peer(unit, scores={code: Decimal(4 + place) + Decimal(len(code) + n) / 10 for n, code in enumerate(codes)})
        for place, unit in enumerate(("Bắc", "Trung", "Nam"))
    ]
    papi = replace(pci_2021, heading=heading, rows=tuple(rows), mark="papi")
    found = certainty(papi, Asked(unit="Trung", error=0.1, is_default=False))
    assert ("Bỏ bớt một chỉ số", "Sai số khảo sát") == found.varied
    assert 2 == len(found.refused)  # weights and means, where the dimensions are added up


def test_the_form_is_read_from_the_address():
    asked = asked_by(QueryDict("xem=1&trong-so=50&bo=on&sai-so=0,25&hang=5&hat=3&don-vi=X"), ranked=63)
    assert Asked(50, False, True, 0.25, 5, 3, "X", is_default=False) == asked  # noqa: FBT003 (the fields in order)


@pytest.mark.parametrize(
    "written", ["xem=1&trong-so=33&sai-so=nan&hang=-1&hat=x", "xem=1&trong-so=&sai-so=&hang=&hat="]
)
def test_fields_that_cannot_be_read_count_as_left_empty(written):
    assert Asked(0, False, False, is_default=False) == asked_by(QueryDict(written), ranked=63)  # noqa: FBT003 (see above)


@pytest.mark.parametrize(
    ("asked", "name", "words"),
    [
        ("xem=1&sai-so=abc", "sai-so", "Sai số chuẩn của điểm thành phần: “abc” không phải là số"),
        ("xem=1&sai-so=-0,5", "sai-so", "Sai số chuẩn của điểm thành phần: -0,5 nhỏ hơn mức thấp nhất là 0"),
        ("xem=1&sai-so=250", "sai-so", "250 lớn hơn mức cao nhất là 100</a>. Kết quả dưới đây tính với 100"),
        ("hang=99", "hang", "Xác suất đứng từ hạng: 99 lớn hơn mức cao nhất là 63"),
        ("hang=2.5", "hang", "Xác suất đứng từ hạng: “2.5” không phải là số nguyên"),
        ("hat=1000000", "hat", "Hạt giống mô phỏng: 1000000 lớn hơn mức cao nhất là 999.999"),
    ],
)
def test_a_field_that_cannot_be_taken_is_told_and_keeps_what_was_typed(client_for, lang_son, asked, name, words):
    address, typed = reverse("results:certainties", args=[lang_son.slug]), QueryDict(asked)
    page = client_for(Role.VIEWER).get(address, typed).content.decode()
    assert words in page
    box = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)[0]
    assert (f'value="{typed[name]}"' in box, 'aria-invalid="true"' in box) == (True, True)
    assert words in client_for(Role.VIEWER).get(address, typed, headers={"HX-Request": "true"}).content.decode()


def test_where_nothing_may_be_otherwise_the_page_says_what_to_choose(client_for, lang_son):
    address = reverse("results:certainties", args=[lang_son.slug])
    page = client_for(Role.VIEWER).get(address, {"xem": "1", "trong-so": "0"}).content.decode()
    assert "Chọn ít nhất một giả định ở trên" in page
    assert ("--weights" in page, "Thường là vì" in page) == (False, False)


def test_the_page_tells_the_interval_of_the_province(client_for, lang_son, pci_2021):
    page = client_for(Role.VIEWER).get(reverse("results:certainties", args=[lang_son.slug]), {"hat": "7"})
    own = certainty(pci_2021, Asked(seed=7)).own
    assert f"{own.rank_low:.0f} – {own.rank_high:.0f}" in page.content.decode()


def test_htmx_gets_the_part_that_changes(client_for, lang_son):
    answer = client_for(Role.VIEWER).get(
        reverse("results:certainties", args=[lang_son.slug]), {"xem": "1"}, headers={"HX-Request": "true"}
    )
    assert ("<html" in answer.content.decode(), "Chưa tính được" in answer.content.decode()) == (False, True)


def test_without_a_table_the_page_says_what_to_do(client_for, agency):
    page = client_for(Role.FOCAL).get(reverse("results:certainties", args=[agency.slug])).content.decode()
    assert reverse("results:enter_peers", args=[agency.slug]) in page


@pytest.mark.parametrize(
    ("kind", "head", "lines"),
    [
        ("khoang", "Hạng;Đơn vị;Điểm;", 64),
        ("bo-tung-chi-so", "Bỏ chỉ số;Điểm;", 11),
        ("luot-tinh", "Lượt tính;", DRAWS + 1),
    ],
)
def test_intervals_and_draws_are_given_out(client_for, lang_son, pci_2021, kind, head, lines):
    answer = client_for(Role.VIEWER).get(
        reverse("results:certainty_file", args=[lang_son.slug, pci_2021.id, kind, "csv"])
    )
    written = answer.content.decode("utf-8-sig").splitlines()
    assert written[0].startswith(head)
    assert lines == len(written)


def test_a_file_of_another_agencys_table_is_not_found(client_for, other_agency, lang_son, pci_2021):
    address = reverse("results:certainty_file", args=[other_agency.slug, pci_2021.id, "khoang", "csv"])
    assert client_for(Role.VIEWER).get(address).status_code == 404
