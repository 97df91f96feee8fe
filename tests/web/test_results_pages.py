"""Kết quả: tables by year, the explanation of a number, entry of results, charts."""

import re
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.directory.models import Subject
from chiso.web.results.models import Result
from chiso.web.results.operations import record_result
from chiso.web.results.queries import explanation, result_sheets

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
DDCI_2019 = {
    "regulations": "7.95",
    "services": "8.11",
    "transparency": "8.13",
    "proactivity": "8.12",
    "informal": "7.97",
    "digital": "8.22",
    "sustainability": "8.3",
}
PAR_2021 = {
    "direction": "12.98",
    "institutions": "11.91",
    "procedures": "14.30",
    "organisation": "9.91",
    "civil_service": "12.71",
    "public_finance": "12.48",
    "digital_government": "10.79",
    "impact": "17.65",
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_of_their_own(settings, tmp_path):
    settings.HOME = tmp_path


@pytest.fixture
def announce(agency):
    def act(family, edition, year, scores, *, subject=None, **more):
        made = {}
        for node, score in scores.items():
            entry = {"source": "Bảng công bố năm", "scale": Decimal(10 if node else 100)} | more
            made[node] = record_result(
                agency=agency,
                subject=subject or agency.subject,
                family=family,
                edition=edition,
                year=year,
                node=node,
                standing=Result.Standing.OFFICIAL,
                score=Decimal(score),
                by=None,
                now=NOW,
                **entry,
            )
        return made

    return act


@pytest.fixture
def ddci(announce):
    return announce("DDCI", "ddci/lao-cai-2019", 2019, {"": "80.56"} | DDCI_2019)


@pytest.fixture
def province():
    return Subject.objects.create(kind=Subject.Kind.PROVINCE, name="Tỉnh Lào Cai", province="Lào Cai")


def address(name, *arguments, agency="so-mau"):
    return reverse(f"results:{name}", args=[agency, *arguments])


def sheet_address(year=2019, edition="ddci/lao-cai-2019"):
    subject = Subject.objects.get(name="Sở Mẫu mực")
    return f"{address('enter')}?subject={subject.pk}&edition={edition}&year={year}"


def typed(**changes):
    return {"standing": "official", "rank_of": "15", "source": "Quyết định số 5/QĐ-UBND", "score-0": "80,56", **changes}


# The explanation of a number.


def test_a_computed_total_is_set_beside_the_announced_one(agency, ddci):
    made = explanation(agency, ddci[""].pk).computation
    assert ("agrees", Decimal("80.56")) == (made.kind, round(made.computed, 2))
    assert [each.code for each in made.inputs if each.is_counted] == [
        "regulations",
        "services",
        "transparency",
        "proactivity",
        "informal",
    ]


def test_contributions_add_up_to_the_total(agency, ddci):
    made = explanation(agency, ddci[""].pk).computation
    shares = [each.share for each in made.inputs if each.share is not None]
    assert (Decimal("15.9"), Decimal("80.56")) == (shares[0], sum(shares))


def test_the_page_tells_the_formula_and_what_does_not_count(client_for, agency, ddci):
    text = client_for(Role.VIEWER).get(address("result", ddci[""].pk)).content.decode()
    assert "10 × (20 × 7,95 + 20 × 8,11 + 20 × 8,13 + 20 × 8,12 + 20 × 7,97) / 100 = 80,56" in text
    assert text.count("không tính vào điểm chung") == 2


def test_a_total_that_is_only_announced_says_why(client_for, agency, announce):
    made = announce("PAR INDEX", "par-index/lao-cai-departments-2021", 2021, {"": "89.08"} | PAR_2021, scale=None)
    told = explanation(agency, made[""].pk)
    assert ("announced", Decimal("102.73"), Decimal(118)) == (
        told.computation.kind,
        told.computation.sum_of_scores,
        told.computation.sum_of_scales,
    )
    assert (
        "không nguồn nào nêu công thức" in client_for(Role.VIEWER).get(address("result", made[""].pk)).content.decode()
    )


def test_a_total_that_does_not_follow_says_by_how_much(agency, announce):
    made = announce("DDCI", "ddci/lao-cai-2019", 2019, {"": "81.14"} | DDCI_2019)
    told = explanation(agency, made[""].pk).computation
    assert ("differs", Decimal("0.58")) == (told.kind, round(told.difference, 2))


def test_a_missing_component_is_not_zero(client_for, agency, announce):
    known = {node: score for node, score in DDCI_2019.items() if node != "services"}
    made = announce("DDCI", "ddci/lao-cai-2019", 2019, {"": "80.56"} | known)
    assert explanation(agency, made[""].pk).computation.kind == "lacks"
    assert (
        "Thiếu số liệu không phải là 0 điểm"
        in client_for(Role.VIEWER).get(address("result", made[""].pk)).content.decode()
    )


def test_a_component_tells_what_it_contributes(agency, ddci):
    assert explanation(agency, ddci["regulations"].pk).share.share == Decimal("15.9")
    assert explanation(agency, ddci["digital"].pk).share.is_counted is False


def test_the_edition_is_that_of_the_year_whatever_was_stored(agency, announce, province):
    made = announce("PCI", "pci/2022-2024", 2021, {"": "64.93"}, subject=province)
    told = explanation(agency, made[""].pk)
    assert ("pci/2013-2021", True) == (told.edition.key, told.is_by_another_edition)


def test_a_year_without_an_edition_is_kept_as_announced(client_for, agency, announce, province):
    made = announce("PAPI", "", 2010, {"": "38.06"}, subject=province)
    text = client_for(Role.VIEWER).get(address("result", made[""].pk)).content.decode()
    assert "Chưa có bộ chỉ số nào cho năm này" in text


def test_every_entry_of_a_number_is_told(agency, ddci):
    record_result(
        agency=agency,
        subject=agency.subject,
        family="DDCI",
        edition="ddci/lao-cai-2019",
        year=2019,
        node="",
        standing=Result.Standing.OFFICIAL,
        score=Decimal("80.57"),
        source="Đính chính",
        by=None,
        now=NOW,
    )
    newest, first = explanation(agency, ddci[""].pk).changes
    assert ("80.56", "80.57") == (Decimal(newest.before["score"]).normalize().to_eng_string(), newest.after["score"])
    assert first.before == {}


def test_a_number_of_another_agency_is_not_found(client_for, agency, other_agency):
    other = Result.objects.create(
        subject=other_agency.subject, family="DDCI", year=2019, score=1, source="–", entered_at=NOW
    )
    assert client_for(Role.ADMINISTRATOR).get(address("result", other.pk)).status_code == 404


# The table of years.


def test_years_and_nodes_make_a_table(agency, announce, province):
    announce("PCI", "pci/2009-2012", 2012, {"": "56.29", "land": "6.62"}, subject=province)
    announce("PCI", "pci/2013-2021", 2020, {"": "62.43", "land": "5.96", "bias": "6.39"}, subject=province)
    (sheet,) = result_sheets(agency)
    assert ((2012, 2020), tuple(range(2013, 2020))) == (sheet.years, sheet.missing)
    assert [row.node for row in sheet.rows] == ["", "land", "bias"]
    assert [bool(cell) for cell in sheet.rows[2].cells] == [False, True]


def test_the_official_figure_is_shown_before_the_provisional_one(agency, announce):
    for standing, score in ((Result.Standing.PROVISIONAL, "70"), (Result.Standing.OFFICIAL, "71")):
        record_result(
            agency=agency, subject=agency.subject, family="DDCI", year=2021, standing=standing,
            score=Decimal(score), source="Bảng", by=None, now=NOW,
        )  # fmt: skip
    (sheet,) = result_sheets(agency)
    assert [cell.score for cell in sheet.whole.known] == [Decimal(71)]


def test_the_page_of_results_asks_few_statements(client_for, ddci, announce, django_assert_max_num_queries):
    announce("DDCI", "ddci/lao-cai-2019", 2018, DDCI_2019)
    client = client_for(Role.VIEWER)
    with django_assert_max_num_queries(6):
        text = client.get(address("results")).content.decode()
    assert "80,56" in text


# Entering results.


def test_entry_is_for_the_office_only(client_for, agency):
    assert client_for(Role.LEADER).get(address("enter")).status_code == 403
    assert client_for(Role.FOCAL).get(address("enter")).status_code == 200


def test_a_sheet_is_stored_with_one_event_a_figure(client_for, agency):
    response = client_for(Role.FOCAL).post(sheet_address(), typed(**{"score-1": "7,95", "rank-1": "12"}))
    assert (303, address("results")) == (response.status_code, response.url)
    stored = {row.node: (row.score, row.scale, row.rank, row.rank_of) for row in Result.objects.all()}
    assert stored == {
        "": (Decimal("80.56"), Decimal(100), None, None),
        "regulations": (Decimal("7.95"), Decimal(10), 12, 15),
    }
    assert Event.objects.filter(name="results.result.recorded").count() == 2


def test_faults_stand_beside_their_fields_and_what_was_typed_stays(client_for, agency):
    response = client_for(Role.FOCAL).post(
        sheet_address(), typed(**{"score-1": "79,5", "rank-2": "16", "band-3": "khá tốt"})
    )
    text = response.content.decode()
    assert response.status_code == 422
    assert Result.objects.count() == 0
    for value in ("79,5", "16", "khá tốt", "Quyết định số 5/QĐ-UBND"):
        assert f'value="{value}"' in text
    assert 'href="#id_score-1"' in text
    assert 'href="#id_rank-2"' in text


def test_what_is_no_number_is_told_and_stays(client_for, agency):
    text = client_for(Role.FOCAL).post(sheet_address(), typed(**{"score-0": "tám mươi"})).content.decode()
    assert 'value="tám mươi"' in text
    assert 'href="#id_score-0"' in text


@pytest.mark.parametrize(
    ("wrong", "box", "words"),
    [
        ({"rank-1": "2,5"}, "rank-1", "Ghi số nguyên, như 12."),
        ({"rank-1": "mười"}, "rank-1", "Ghi số nguyên, như 12."),
        ({"rank-1": "3", "rank_of": "63 đơn vị"}, "rank_of", "Ghi số nguyên, như 12."),
        ({"score-1": "1.234,5"}, "score-1", "không có dấu cách hay dấu tách hàng nghìn"),
        ({"score-1": "7,12345678901"}, "score-1", "Ghi nhiều nhất 10 chữ số sau dấu phẩy."),
        ({"rank_of": "63"}, "rank_of", "Chưa có hạng nào trong bảng."),
        ({"scale-1": "20"}, "scale-1", "chưa có điểm, hạng hay xếp loại"),
    ],
)
def test_nothing_that_was_typed_into_a_sheet_is_passed_over(client_for, agency, wrong, box, words):
    answer = client_for(Role.FOCAL).post(sheet_address(), typed(**{"rank_of": "", **wrong}))
    text = answer.content.decode()
    assert (422, 0, True) == (answer.status_code, Result.objects.count(), words in text)
    drawn = re.search(rf'<input[^>]*name="{box}"[^>]*>', text)[0]
    assert ('type="text"' in drawn, f'value="{wrong[box]}"' in drawn) == (True, True)


def test_an_empty_sheet_is_refused(client_for, agency):
    response = client_for(Role.FOCAL).post(sheet_address(), typed(**{"score-0": ""}))
    assert response.status_code == 422
    assert "Chưa nhập số liệu nào" in response.content.decode()


def test_a_known_figure_cannot_be_wiped_out(client_for, agency, ddci):
    before = Result.objects.count()
    response = client_for(Role.FOCAL).post(sheet_address(), typed(**{"score-0": ""}))
    assert (422, before) == (response.status_code, Result.objects.count())


def test_what_did_not_change_is_not_written_again(client_for, agency):
    client = client_for(Role.FOCAL)
    client.post(sheet_address(), typed(**{"score-1": "7,95", "scale-0": "100", "scale-1": "10", "rank_of": ""}))
    client.post(sheet_address(), typed(**{"score-1": "7,96", "scale-0": "100", "scale-1": "10", "rank_of": ""}))
    assert Event.objects.filter(name="results.result.recorded").count() == 3
    assert Result.objects.get(node="regulations").score == Decimal("7.96")


def test_an_index_without_edition_takes_its_whole_only(client_for, agency):
    subject = agency.subject_id
    address_of_sipas = f"{address('enter')}?subject={subject}&edition=&family=SIPAS&year=2021"
    assert client_for(Role.FOCAL).post(address_of_sipas, typed(**{"score-0": "84,5", "rank_of": ""})).status_code == 303
    assert [(row.family, row.node, row.score) for row in Result.objects.all()] == [("SIPAS", "", Decimal("84.5"))]


def test_an_edition_of_another_kind_of_subject_is_refused(client_for, agency):
    text = client_for(Role.FOCAL).get(sheet_address(edition="pci/2013-2021")).content.decode()
    assert "Bộ chỉ số này không đánh giá" in text
    assert "Ghi kết quả" not in text


# Charts.


@pytest.fixture
def two_years(announce):
    announce("DDCI", "ddci/lao-cai-2019", 2018, {"": "79.1"} | DDCI_2019)
    announce("DDCI", "ddci/lao-cai-2019", 2019, {"": "80.56"} | DDCI_2019)


def chart_address(agency, kind="lich-su", tone="light", width="wide"):
    return address("chart", kind, agency.subject_id, "ddci", tone, width)


@pytest.mark.parametrize("kind", ["lich-su", "thanh-phan"])
@pytest.mark.parametrize("tone", ["light", "dark"])
def test_a_chart_is_svg_that_the_browser_keeps(client_for, agency, two_years, kind, tone):
    client = client_for(Role.VIEWER)
    first = client.get(chart_address(agency, kind, tone))
    assert (200, "image/svg+xml") == (first.status_code, first["Content-Type"])
    assert first.content.startswith(b"<svg")
    again = client.get(chart_address(agency, kind, tone), headers={"If-None-Match": first["ETag"]})
    assert (304, b"") == (again.status_code, again.content)


def test_a_chart_that_came_compressed_is_known_again(client_for, agency, two_years):
    client = client_for(Role.VIEWER)
    first = client.get(chart_address(agency), headers={"Accept-Encoding": "gzip"})
    assert first["Content-Encoding"] == "gzip"
    again = client.get(chart_address(agency), headers={"Accept-Encoding": "gzip", "If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_a_chart_changes_its_mark_with_its_figures(client_for, agency, two_years, announce):
    client = client_for(Role.VIEWER)
    before = client.get(chart_address(agency))["ETag"]
    announce("DDCI", "ddci/lao-cai-2019", 2019, {"": "80.57"})
    response = client.get(chart_address(agency), headers={"If-None-Match": before})
    assert (200, True) == (response.status_code, response["ETag"] != before)


def test_a_chart_asked_for_as_it_is_may_be_kept_for_good(client_for, agency, two_years):
    client = client_for(Role.VIEWER)
    text = client.get(address("results")).content.decode()
    start = text.index(f'src="{chart_address(agency).removesuffix("light-wide.svg")}') + len('src="')
    shown = text[start : text.index('"', start)]
    assert "immutable" in client.get(shown)["Cache-Control"]
    assert client.get(chart_address(agency))["Cache-Control"] == "private, no-cache"


def test_a_chart_is_drawn_once(client_for, agency, two_years, monkeypatch):
    client = client_for(Role.VIEWER)
    drawn = client.get(chart_address(agency)).content
    monkeypatch.setattr("chiso.web.results.pictures.svg", None)
    assert client.get(chart_address(agency)).content == drawn


@pytest.mark.parametrize(
    "changes", [{"kind": "khong-co"}, {"tone": "pink"}, {"width": "huge"}], ids=["kind", "tone", "width"]
)
def test_an_unknown_chart_is_not_found(client_for, agency, two_years, changes):
    assert client_for(Role.VIEWER).get(chart_address(agency, **changes)).status_code == 404


def test_each_chart_has_words_and_a_table(client_for, agency, two_years):
    text = client_for(Role.VIEWER).get(address("results")).content.decode()
    assert text.count("<img ") == text.count(" alt=") == text.count("Xem bảng số liệu") == 2
    assert "Biểu đồ điểm DDCI từ năm 2018 (79,10) đến năm 2019 (80,56)" in text
