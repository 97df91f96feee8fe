"""Every number of Độ chắc chắn opens its explanation, with the numbers in it that the draws gave."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from html import unescape

import numpy as np
import pytest
from django.urls import reverse
from django.utils.translation import override
from tests.unit.packs.test_derived import OWN, PARTS, SCENARIOS
from tests.web_fixtures import make_agency

from chiso.packs.derived import Derived, written_out
from chiso.web.accounts.permissions import Role
from chiso.web.catalogue.own.operations import put_in_force, take_in
from chiso.web.results.certainty.asked import Asked
from chiso.web.results.certainty.computing import DRAWS, drawn
from chiso.web.results.certainty.explaining import how
from chiso.web.results.certainty.queries import certainty
from chiso.web.results.peers import queries
from chiso.web.results.peers.explaining import explain
from chiso.web.results.peers.operations import record_peers
from chiso.web.results.peers.values import Heading, Peer

NOW = datetime(2023, 8, 15, 2, 0, tzinfo=UTC)
TODAY = date(2023, 8, 15)
UNIT = "Lạng Sơn"
DATED = {"from": "2022-01-01", "until": "2023-01-01", "source": "co-quan-1"}
WITH_ERRORS = {"xem": "1", "trong-so": "50", "nhan": "on", "bo": "on", "sai-so": "0,3", "hat": "5"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(pci_2021):
    return drawn(pci_2021, Asked()).found


@pytest.fixture
def told(pci_2021):
    return how(pci_2021, Asked())


def table_of(agency, apart):
    """A table of three departments, entered by the agency: their scores differ by so much, their components by more."""
    rows = [
        Peer(unit, scores={code: Decimal(str(7 + apart * row + (n + row) % 3 / 2)) for n, code in enumerate(PARTS)})
        for row, unit in enumerate(("Sở A", "Sở B", "Sở C"))
    ]
    heading = Heading("DDCI", OWN["base"], 2022, "department", agency.province, "official", "Công văn số 5")
    made = record_peers(agency=agency, by=None, now=NOW, heading=heading, rows=rows)
    return queries.table(agency, made.pk, TODAY)


@pytest.fixture
def own_edition(agency):
    """A table by an edition of the agency's own with bounds of bands, in which the agency does not stand."""
    bounds = {"good": [75, None], "fair": [0, 75]}
    rule = {**DATED, "method": "cut_offs", "intervals": bounds}
    bands = [{"nodes": ["total"], "values": [rule]}]
    names = [{"code": "good", "vi": "Tốt", "en": "Good"}, {"code": "fair", "vi": "Khá", "en": "Fair"}]
    agency.province = "Lạng Sơn"
    agency.save()
    made = Derived(written_out(OWN | {"bands": bands, "band_names": names}), written_out(SCENARIOS))
    put_in_force(edition=take_in(agency=agency, made=made, by=None, now=NOW), by=None, now=NOW)
    return table_of(agency, 0.05)


def how_page(client, agency, table, **query):
    return client.get(reverse("results:certainty_how", args=[agency.slug, table.id]), query)


def text_of(answer):
    """What a reader sees, in one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", answer.content.decode())))


# Intervals.


@pytest.mark.parametrize(("end", "share"), [(0, 0.05), (1, 0.95)])
def test_an_end_of_the_interval_lies_between_two_draws_in_order(found, told, end, share):
    scores = np.sort(found.scores[:, found.units.index(UNIT)])
    mark = told.standing.spread.scores[end]
    below = int(share * (DRAWS - 1))
    assert (below + 1, scores[below], scores[below + 1]) == (mark.place, mark.before, mark.after)
    assert np.quantile(scores, share) == pytest.approx(mark.value, abs=1e-12)
    assert [told.certainty.own.score_low, told.certainty.own.score_high][end] == pytest.approx(mark.value, abs=1e-12)


def test_the_page_writes_the_interval_with_its_two_draws(client_for, lang_son, pci_2021, found):
    scores = np.sort(found.scores[:, found.units.index(UNIT)])
    before, after = (f"{score:.4f}".replace(".", ",") for score in scores[49:51])
    text = text_of(how_page(client_for(Role.VIEWER), lang_son, pci_2021))
    assert "0,05 × (1.000 − 1) = 49,95 bước" in text
    assert f"{before} + 0,95 × ({after} − {before}) = " in text
    low = int(found.intervals().row(found.units.index(UNIT), named=True)["rank_low"])
    assert f"Hạng thứ 50 và hạng thứ 51 trong dãy đều là {low}, nên mốc là {low}" in text


def test_the_rank_is_one_more_than_the_units_with_a_higher_score(told, found):
    own = found.nominal[found.units.index(UNIT)]
    assert int((found.nominal > own).sum()) == told.standing.better == told.standing.interval.rank - 1


def test_the_score_is_written_as_its_own_explanation_writes_it(told, pci_2021):
    assert any(told.standing.formula.written in sentence for sentence in explain(pci_2021, UNIT, "").sentences)


# Probabilities.


def test_every_rank_that_came_up_is_counted(told, found):
    ranks, counts = np.unique(found.ranks[:, found.units.index(UNIT)].astype(int), return_counts=True)
    expected = dict(zip(map(str, ranks), counts.tolist(), strict=True))
    assert expected == {each.label: each.count for each in told.standing.spread.counts}
    assert DRAWS == sum(expected.values())


def test_the_ranks_put_together_are_those_without_a_line_on_the_page(told):
    lines = {each.label for each in told.certainty.ranks}
    apart = {each.label for each in told.standing.spread.counts if each.is_told}
    (rest,) = (each for each in told.certainty.ranks if each.label == "hạng khác")
    assert lines - {"hạng khác"} == apart
    assert rest.share * DRAWS == sum(each.count for each in told.standing.spread.counts if not each.is_told)


def test_known_bands_are_told_with_the_scores_seen_with_them(told):
    banding = told.standing.spread.banding
    assert "Không nguồn nào quy định mốc điểm" in banding.how
    details = {each.label: each.detail for each in banding.counts}
    assert ("từ 65,96 đến 67,65", "chưa nguồn nào nêu") == (details["Khá"], details["Trung bình"])
    shares = {each.label: each.share * DRAWS for each in told.certainty.bands}
    assert shares == pytest.approx({each.label: each.count for each in banding.counts if each.count})


def test_a_table_without_bands_says_why_there_is_no_probability(client_for, lang_son):
    table = next(each for each in queries.tables(lang_son, TODAY) if each.heading.year == 2020)
    text = text_of(how_page(client_for(Role.VIEWER), lang_son, table))
    assert "Không nguồn nào nêu mức xếp loại cho điểm này" in text


# What was varied, and what ranks hang on.


def test_each_assumption_tells_how_often_its_cases_were_drawn(told, found):
    weights, means, dropped = told.varied
    assert [("Gia nhập thị trường", 5.0, 3.75, 6.25)] == [
        (each.name, each.weight, each.low, each.high) for each in weights.ranges[:1]
    ]
    assert (2, 11) == (len(means.cases), len(dropped.cases))
    assert np.bincount(found.choices[:, 1]).tolist() == [each.count for each in means.cases]
    assert ["không bỏ chỉ số nào", "bỏ Gia nhập thị trường"] == [each.label for each in dropped.cases[:2]]


def test_errors_of_a_survey_are_told_with_their_size(client_for, lang_son, pci_2021):
    text = text_of(how_page(client_for(Role.VIEWER), lang_son, pci_2021, **WITH_ERRORS))
    assert "độ lệch chuẩn 0,3 điểm" in text
    assert "từ 50% đến 150% của chính nó" in text
    assert "hạt giống 5" in text


def test_the_indices_are_those_of_their_numerators_and_variance(told, pci_2021):
    outcomes = drawn(pci_2021, Asked()).sensitivity.outcomes
    size = len(outcomes) // 5
    a, b, *mixed = outcomes.reshape(5, size)
    variance = np.var(np.concatenate([a, b]), ddof=1)
    assert (size, variance) == (told.causes.size, told.causes.variance)
    rows = {each.name: each for each in told.causes.indices}
    for name, ab in zip(("Trọng số", "Cách tổng hợp", "Bỏ bớt một chỉ số"), mixed, strict=True):
        assert np.mean(b * (ab - a)) == pytest.approx(rows[name].alone)
        assert np.mean((a - ab) ** 2) / (2 * variance) == pytest.approx(rows[name].total)
    assert [each.name for each in told.certainty.influences] == [each.name for each in told.causes.indices]


def test_one_assumption_alone_is_told_to_explain_all(client_for, lang_son, pci_2021):
    text = text_of(how_page(client_for(Role.VIEWER), lang_son, pci_2021, xem="1", **{"trong-so": "25"}))
    assert "Chỉ có một giả định thay đổi" in text


def test_where_no_draw_moves_a_unit_there_is_nothing_to_share_out(client_for, agency, own_edition):
    far_apart = table_of(agency, 0.9)
    assert () == certainty(far_apart, Asked()).influences
    text = text_of(how_page(client_for(Role.VIEWER), agency, far_apart))
    assert "không lượt nào làm một đơn vị đổi hạng" in text


# Without one component.


@pytest.mark.parametrize("code", ["land", "labor", "support"])
def test_the_formula_without_a_component_makes_the_score_of_the_table(pci_2021, code):
    shown = how(pci_2021, Asked(), code).shown
    assert code == shown.row.code
    assert shown.row.score == pytest.approx(float(shown.formula.result), abs=1e-9)
    assert code not in {each.code for each in shown.formula.inputs}
    worked = shown.formula.written.replace("×", "*").replace(",", ".")
    assert shown.row.score == pytest.approx(eval(worked), abs=1e-4)


def test_the_mean_move_is_all_moves_over_all_units(told, pci_2021):
    gone = drawn(pci_2021, Asked()).removal
    for each in told.removed:
        moves = np.abs(gone.ranks[gone.codes.index(each.row.code)] - gone.nominal_ranks)
        assert (int(moves.sum()), 63) == (each.moved, len(moves))
        assert each.row.shift == pytest.approx(each.moved / 63)


@pytest.mark.parametrize("code", ["", "khong-co"])
def test_no_formula_is_shown_of_a_component_that_is_none(pci_2021, code):
    assert how(pci_2021, Asked(), code).shown is None


# The unit that is asked for.


def test_all_units_of_a_table_share_their_draws(pci_2021):
    assert drawn(pci_2021, Asked(unit=UNIT, place=3)) is drawn(pci_2021, Asked(unit="Hà Nội"))


def test_another_unit_is_explained_with_its_own_numbers(client_for, lang_son, pci_2021):
    other = certainty(pci_2021, Asked(unit="Hà Nội")).own
    text = text_of(how_page(client_for(Role.VIEWER), lang_son, pci_2021, **{"don-vi": "Hà Nội"}))
    assert f"{other.rank - 1} đơn vị có điểm cao hơn: {other.rank - 1} + 1 = {other.rank}" in text
    assert "kết quả của Hà Nội được xếp theo thứ tự" in text


def test_a_unit_that_is_not_in_the_table_gives_way_to_the_own_one(client_for, lang_son, pci_2021):
    page = how_page(client_for(Role.VIEWER), lang_son, pci_2021, **{"don-vi": "Không có"})
    assert f"Cách tính độ chắc chắn: {UNIT}" in text_of(page)


def test_without_a_unit_the_page_tells_what_holds_for_the_whole_table(client_for, agency, own_edition):
    text = text_of(how_page(client_for(Role.VIEWER), agency, own_edition))
    assert "Chưa chọn đơn vị nào có điểm" in text
    assert "Phương sai V" in text
    assert "Khoảng của chín trong mười lượt tính" not in text


def test_the_page_tells_who_entered_the_table_and_by_which_edition(client_for, lang_son, pci_2021):
    text = text_of(how_page(client_for(Role.VIEWER), lang_son, pci_2021))
    for words in (
        pci_2021.heading.source,
        "Có sẵn cùng chương trình",
        "mã nội dung",
        "mọi đơn vị của bảng đều có điểm",
    ):
        assert words in text


def test_a_unit_without_a_score_is_named_as_missing(agency, own_edition):
    heading = replace(own_edition.heading, standing="provisional")
    rows = [*own_edition.rows, Peer("Sở D", scores={PARTS[0]: Decimal(7)})]
    made = record_peers(agency=agency, by=None, now=NOW, heading=heading, rows=rows)
    told = how(queries.table(agency, made.pk, TODAY), Asked(unit="Sở D"))
    assert (("Sở D",), None) == (told.unknown, told.standing)


# An edition of the agency's own.


def test_the_bounds_of_an_own_edition_are_told_with_its_source(client_for, agency, own_edition):
    answer = how_page(client_for(Role.VIEWER), agency, own_edition, **{"don-vi": "Sở B"})
    text = text_of(answer)
    assert ["từ 75 trở lên", "từ 0 đến dưới 75"] == [
        each.detail for each in answer.context["how"].standing.spread.banding.counts
    ]
    assert "điểm bằng đúng mốc dưới được xếp vào mức đó" in text
    assert "999/QĐ-THU" in text
    assert "nguồn của cơ quan" in text
    assert OWN["key"] in text


# Addresses.


@pytest.mark.parametrize("query", [{}, WITH_ERRORS])
def test_every_number_of_the_tables_is_a_link_that_answers(client_for, lang_son, pci_2021, query):
    client = client_for(Role.VIEWER)
    page = client.get(reverse("results:certainties", args=[lang_son.slug]), query).content.decode()
    bodies = re.findall(r"<tbody>.*?</tbody>", page, re.DOTALL)
    bare = re.sub(r"<a .*?</a>|<th [^>]*>.*?</th>|<[^>]+>", "", "".join(bodies))
    assert (6, []) == (len(bodies), re.findall(r"\d", bare))
    links = {unescape(link) for body in bodies for link in re.findall(r'href="([^"]+)"', body)}
    assert {"hang", "khoang", "xac-suat-hang", "xep-loai", "sobol", "bo-chi-so"} == {
        link.partition("#")[2] for link in links
    }
    for address, _hash, section in {link.partition("#") for link in links}:
        answer = client.get(address)
        assert 200 == answer.status_code
        assert f'id="{section}"' in answer.content.decode()


def test_the_link_of_a_row_leads_to_the_numbers_of_that_row(client_for, lang_son, pci_2021):
    client = client_for(Role.VIEWER)
    page = client.get(reverse("results:certainties", args=[lang_son.slug]), WITH_ERRORS)
    for each in page.context["found"].every[::20]:
        row = re.search(rf"<tr(?:(?!</tr>).)*{each.unit}.*?</tr>", page.content.decode(), re.DOTALL).group()
        address = unescape(re.findall(r'href="([^"#]+)#khoang"', row)[0])
        told = client.get(address).context["how"]
        assert replace(each, is_own=True) == told.standing.interval


def test_a_table_without_own_unit_links_its_rows_and_numbers_too(client_for, agency, own_edition):
    client = client_for(Role.VIEWER)
    for query in ({}, {"don-vi": "Sở C"}):
        page = client.get(reverse("results:certainties", args=[agency.slug]), query).content.decode()
        links = {unescape(link).partition("#")[0] for link in re.findall(r'href="([^"]+#[a-z-]+)"', page)}
        links = {link for link in links if "cach-tinh" in link}
        assert len(links) >= 3
        assert {200} == {client.get(link).status_code for link in links}


def test_figures_of_another_agencys_table_are_not_found(client_for, agency, own_edition):
    other = make_agency("so-khac", "Sở Khác", "Quảng Trị")
    client = client_for(Role.ADMINISTRATOR, of=other)
    assert 404 == how_page(client, other, own_edition, **{"don-vi": "Sở A"}).status_code


def test_figures_that_cannot_be_drawn_are_not_found(client_for, lang_son):
    table = next(each for each in queries.tables(lang_son, TODAY) if each.heading.kind == "department")
    assert 404 == how_page(client_for(Role.VIEWER), lang_son, table).status_code


def test_the_page_speaks_english_too(pci_2021):
    with override("en"):
        told = how(pci_2021, Asked())
    assert ("without Entry", "nothing left out") == (
        told.varied[2].cases[1].label[:13],
        told.varied[2].cases[0].label,
    )
    assert "of itself" in told.varied[0].how
