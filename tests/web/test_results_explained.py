"""Every number opens its explanation: those of tables of peers, places and distances, differences, provisional figures."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from chiso.web.accounts.permissions import Role
from chiso.web.directory.models import Subject
from chiso.web.results.computations import inputs_known
from chiso.web.results.differences import Input, difference
from chiso.web.results.operations import record_result
from chiso.web.results.peers import queries
from chiso.web.results.peers.explaining import explain
from chiso.web.results.peers.operations import record_peers
from chiso.web.results.peers.reading import read
from chiso.web.results.peers.values import Heading
from chiso.web.results.position.explaining import how
from chiso.web.results.position.queries import position
from chiso.web.results.queries import explanation, result_sheets

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
TODAY = date(2022, 8, 15)
DDCI = "ddci/lao-cai-2019"
PARTS = {"regulations": "7.95", "services": "8.11", "transparency": "8.13", "proactivity": "8.12", "informal": "7.97"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def ddci(agency):
    lines = "Đơn vị;Hạng;Điểm chung;" + ";".join(PARTS) + "\nSở Mẫu mực;1;81,14;" + ";".join(PARTS.values()) + "\n"
    heading = Heading("DDCI", DDCI, 2019, "department", "Lào Cai", "official", "Công văn số 5")
    made = record_peers(agency=agency, by=None, now=NOW, heading=heading, rows=read(lines, heading.rules).rows)
    return queries.table(agency, made.pk, TODAY)


@pytest.fixture
def announce(agency):
    def act(scores, standing="official", year=2019, edition=DDCI, **more):
        values = {"subject": agency.subject, "family": "DDCI"} | more
        return {
            node: record_result(
                agency=agency, edition=edition, year=year, node=node, standing=standing, score=Decimal(score),
                source="Bảng", by=None, now=NOW, **values,
            )
            for node, score in scores.items()
        }  # fmt: skip

    return act


def score_address(agency, table_id, unit, node=""):
    return f"{reverse('results:peer_score', args=[agency.slug, table_id])}?don-vi={unit}&chi-so={node}"


# Numbers of a table of peers.


def test_the_whole_of_a_unit_comes_out_of_its_components(pci_2021):
    told = explain(pci_2021, "Lạng Sơn", "")
    assert (Decimal("63.920097"), False) == (told.score, told.compared.differs)
    assert (36, 63, 36) == (told.place, told.place_of, told.peer.rank)
    shares = [each.share for each in told.inputs if each.share is not None]
    assert (10, "63.9201") == (len(shares), f"{sum(shares):.4f}")
    assert any(sentence.startswith("Công thức: ") and "63,92" in sentence for sentence in told.sentences)


def test_a_component_is_told_as_announced_with_its_place(pci_2021):
    told = explain(pci_2021, "Lạng Sơn", "land")
    assert (Decimal("6.713671"), 49, None, ()) == (told.score, told.place, told.compared, told.inputs)
    assert [citation.label for citation in told.citations]


def test_the_page_names_source_person_edition_and_formula(client_for, lang_son, pci_2021):
    page = client_for(Role.VIEWER).get(score_address(lang_son, pci_2021.id, "Lạng Sơn")).content.decode()
    for words in (
        pci_2021.heading.source,
        "Có sẵn cùng chương trình",
        "mã nội dung",
        "khớp với số công bố",
        "Công thức: ",
        "số lưu đầy đủ: 63,920097",
    ):
        assert words in page


def test_what_is_missing_is_named(agency):
    lines = "Đơn vị;Điểm chung;regulations;services\nSở A;80;8;\nSở B;81;8;8\n"
    heading = Heading("DDCI", DDCI, 2019, "department", "Lào Cai", "official", "Công văn số 5")
    made = record_peers(agency=agency, by=None, now=NOW, heading=heading, rows=read(lines, heading.rules).rows)
    told = explain(queries.table(agency, made.pk, TODAY), "Sở A", "")
    assert (("Chất lượng dịch vụ công",), None) == (told.missing, told.compared)


def test_where_no_source_states_a_formula_the_page_says_so(client_for, lang_son):
    table = next(each for each in queries.tables(lang_son, TODAY) if each.heading.kind == "department")
    told = explain(table, "Sở Y tế", "")
    assert (None, False, ()) == (told.computed, told.has_formula, told.sentences)
    assert ["Trọng số của các chỉ số thành phần"] == [what for what, _why in told.absences]
    page = client_for(Role.VIEWER).get(score_address(lang_son, table.id, "Sở Y tế")).content.decode()
    assert "Không nguồn nào nêu công thức" in page
    assert "Đóng góp" not in page


@pytest.mark.parametrize(("unit", "node"), [("Không có", ""), ("Lạng Sơn", "khong-co"), ("", "")])
def test_a_number_that_is_not_in_the_table_is_not_found(client_for, lang_son, pci_2021, unit, node):
    assert 404 == client_for(Role.VIEWER).get(score_address(lang_son, pci_2021.id, unit, node)).status_code


@pytest.mark.parametrize("name", ["peer_score", "position_how"])
def test_a_number_of_another_agencys_table_is_not_found(client_for, agency, other_agency, ddci, name):
    address = f"{reverse(f'results:{name}', args=[other_agency.slug, ddci.id])}?don-vi=Sở Mẫu mực"
    assert 404 == client_for(Role.ADMINISTRATOR, of=other_agency).get(address).status_code


# Why a whole differs.


def test_a_difference_is_told_with_the_cells_that_alone_would_explain_it(client_for, agency, ddci):
    told = explain(ddci, "Sở Mẫu mực", "").why
    assert (2, Decimal("0.0500"), False) == (told.decimals, round(told.allowance, 4), told.is_by_rounding)
    assert [Decimal("8.24"), Decimal("8.40"), Decimal("8.42")] == sorted(
        round(each.needed, 2) for each in told.suspects
    )
    page = client_for(Role.VIEWER).get(score_address(agency, ddci.id, "Sở Mẫu mực")).content.decode()
    assert "8,24 thay vì 7,95" in page


def test_rounding_of_the_components_may_be_all_of_it(agency, announce):
    made = announce({"": "80.60"} | PARTS)
    told = explanation(agency, made[""].pk).computation
    assert ("differs", True) == (told.kind, told.why.is_by_rounding)


def test_a_component_at_the_end_of_its_scale_explains_nothing():
    inputs = [
        Input("a", "A", None, Decimal("9.9"), Decimal(10), Decimal(50), Decimal("49.5"), is_counted=True),
        Input("b", "B", None, Decimal(5), Decimal(10), Decimal(50), Decimal(25), is_counted=True),
    ]
    assert ["B"] == [each.name for each in difference(inputs, Decimal(2), 2).suspects]


def test_where_nothing_is_counted_nothing_is_explained():
    assert difference([], Decimal(1), 2) is None


# Parts of parts.


def test_what_is_given_is_not_computed_too():
    edition = queries.packs.load("papi/2018-2020")
    parts = tuple(node.code for node in edition.children("dim1"))
    assert ("dim1",) == inputs_known(edition, "total", ("dim1", *parts))
    assert parts == inputs_known(edition, "dim1", ("dim1", *parts))
    assert parts == inputs_known(edition, "total", parts)


def test_a_component_with_known_parts_is_computed_beside_its_announcement(agency, announce):
    province = Subject.objects.create(kind=Subject.Kind.PROVINCE, name="Tỉnh Lào Cai", province="Lào Cai")
    edition = queries.packs.load("papi/2018-2020")
    parts = [node.code for node in edition.children("dim1")]
    scores = {"dim1": "5.62"} | dict.fromkeys(parts, "1.4")
    made = announce(scores, year=2018, edition="papi/2018-2020", subject=province, family="PAPI")
    told = explanation(agency, made["dim1"].pk).computation
    assert (parts, "differs") == ([each.code for each in told.inputs], told.kind)
    assert Decimal("1.4") * len(parts) == round(told.computed, 4)


# Provisional and official.


def test_a_provisional_figure_stays_visible_beside_the_official_one(client_for, agency, announce):
    provisional = announce({"": "79.5"}, "provisional")[""]
    official = announce({"": "80.56"})[""]
    (sheet,) = result_sheets(agency)
    assert (Decimal("80.56"), provisional.pk) == (sheet.whole.cells[0].score, sheet.whole.cells[0].beside.result_id)
    assert Decimal("1.06") == explanation(agency, official.pk).from_provisional
    assert Decimal("1.06") == explanation(agency, provisional.pk).from_provisional
    page = client_for(Role.VIEWER).get(reverse("results:results", args=[agency.slug])).content.decode()
    assert reverse("results:result", args=[agency.slug, provisional.pk]) in page


def test_the_computed_whole_stands_under_the_announced_one(client_for, agency, announce):
    announce({"": "81.14"} | PARTS)
    (sheet,) = result_sheets(agency)
    (check,) = sheet.checks
    assert (Decimal("80.56"), Decimal("0.58"), True) == (
        round(check.computed, 2),
        round(check.difference, 2),
        check.differs,
    )
    page = client_for(Role.VIEWER).get(reverse("results:results", args=[agency.slug])).content.decode()
    assert "Tính lại từ thành phần" in page
    assert "lệch +0,58" in page


def test_a_whole_is_not_computed_from_parts_of_another_standing(agency, announce):
    announce({"": "80.56"})
    announce(PARTS, "provisional")
    (sheet,) = result_sheets(agency)
    assert (None,) == sheet.checks


# Places and distances.


def test_the_median_of_an_odd_number_is_the_score_of_one_unit(pci_2021):
    told = how(position(pci_2021, node="land"))
    scores = sorted(row.scores["land"] for row in pci_2021.rows)
    assert ([scores[31]], scores[31]) == ([step.score for step in told.middle], told.standing.median)


def test_the_median_of_an_even_number_lies_between_two(ddci, agency):
    lines = "Đơn vị;Điểm chung\nA;80\nB;70\nC;60\nD;10\n"
    heading = Heading("DDCI", DDCI, 2019, "department", "Lào Cai", "provisional", "Dự thảo")
    made = record_peers(agency=agency, by=None, now=NOW, heading=heading, rows=read(lines, heading.rules).rows)
    told = how(position(queries.table(agency, made.pk, TODAY), unit="B"))
    assert (["B", "C"], Decimal(65)) == ([step.unit for step in told.middle], told.standing.median)
    assert (1, "85.71") == (told.better, f"{told.share:.2f}")


def test_units_without_a_score_are_named(agency, ddci):
    lines = "Đơn vị;Điểm chung;regulations\nA;80;8\nB;70;\nC;60;6\n"
    heading = Heading("DDCI", DDCI, 2019, "department", "Lào Cai", "provisional", "Dự thảo")
    made = record_peers(agency=agency, by=None, now=NOW, heading=heading, rows=read(lines, heading.rules).rows)
    told = how(position(queries.table(agency, made.pk, TODAY), unit="A", node="regulations"))
    assert (("B",), 2) == (told.unknown, told.standing.rank_of)


def test_the_page_shows_each_figure_with_its_numbers(client_for, lang_son, pci_2021):
    address = reverse("results:position_how", args=[lang_son.slug, pci_2021.id])
    page = client_for(Role.VIEWER).get(address, {"chi-so": "land"}).content.decode()
    assert "48 đơn vị có điểm cao hơn, theo điểm thì đứng thứ 49" in page
    assert "− 6,7137 = <strong>0,0153</strong> (Tuyên Quang" in page


def test_every_figure_of_the_position_leads_to_its_explanation(client_for, lang_son, pci_2021):
    page = client_for(Role.VIEWER).get(reverse("results:positions", args=[lang_son.slug])).content.decode()
    told = reverse("results:peer_score", args=[lang_son.slug, pci_2021.id])
    worked_out = reverse("results:position_how", args=[lang_son.slug, pci_2021.id])
    assert page.count(told) >= 63 + 2 * len(pci_2021.columns)
    assert page.count(worked_out) >= 4 * len(pci_2021.columns)


def test_a_provisional_table_says_so_where_it_is_used(client_for, agency, ddci):
    lines = "Đơn vị;Điểm chung\nSở Mẫu mực;80\nSở B;70\n"
    heading = Heading("DDCI", DDCI, 2019, "department", "Lào Cai", "provisional", "Dự thảo")
    made = record_peers(agency=agency, by=None, now=NOW, heading=heading, rows=read(lines, heading.rules).rows)
    page = client_for(Role.VIEWER).get(reverse("results:positions", args=[agency.slug]), {"bang": made.pk})
    assert "Bảng tạm tính, chưa phải kết quả công bố" in page.content.decode()
