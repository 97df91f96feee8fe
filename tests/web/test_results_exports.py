"""Every chart and table of Vị trí and Kết quả is given out: SVG and PNG, CSV and workbook."""

from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.urls import reverse

from chiso.web.accounts.permissions import Role
from chiso.web.results.operations import record_result
from chiso.web.results.position.queries import position

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n"

pytestmark = pytest.mark.django_db


@pytest.fixture
def years(agency):
    for year, score in ((2018, "79.1"), (2019, "80.56")):
        for node, value in (("", score), ("regulations", "7.95")):
            record_result(
                agency=agency, subject=agency.subject, family="DDCI", edition="ddci/lao-cai-2019", year=year, node=node,
                standing="official", score=Decimal(value), rank=None if node else 5, source="Bảng", by=None, now=NOW,
            )  # fmt: skip


def of_position(agency, table, kind, form):
    return reverse("results:position_file", args=[agency.slug, table.id, kind, form])


def of_chart(agency, kind, form):
    return reverse("results:chart_file", args=[agency.slug, kind, agency.subject_id, "ddci", form])


@pytest.mark.parametrize("kind", ["bac-thang", "so-sanh", "hinh-dang"])
def test_each_chart_of_the_position_is_a_picture_of_its_own(client_for, lang_son, pci_2021, kind):
    client = client_for(Role.VIEWER)
    drawn = client.get(of_position(lang_son, pci_2021, kind, "svg"), {"so-sanh": "Quảng Ninh"})
    assert ("image/svg+xml", True) == (drawn["Content-Type"], drawn.content.startswith(b"<svg"))
    text = drawn.content.decode()
    assert "PCI 2021" in text
    assert "Quảng Ninh" in text
    assert "var(--" not in text
    picture = client.get(of_position(lang_son, pci_2021, kind, "png"))
    assert ("image/png", True) == (picture["Content-Type"], picture.content.startswith(PNG))


@pytest.mark.parametrize(
    ("kind", "rows", "head"),
    [
        ("bac-thang", 64, ("Hạng", "Đơn vị")),
        ("khoang-cach", 12, ("Chỉ số", "Điểm")),
        ("so-sanh", 12, ("Chỉ số", "Lạng Sơn")),
        ("hinh-dang", 4, ("Đơn vị", "Gia nhập thị trường")),
    ],
)
def test_each_table_of_the_position_is_a_workbook_with_its_source(client_for, lang_son, pci_2021, kind, rows, head):
    answer = client_for(Role.VIEWER).get(of_position(lang_son, pci_2021, kind, "xlsx"))
    table, source = openpyxl.load_workbook(BytesIO(answer.content)).worksheets
    assert (rows, head) == (table.max_row, (table["A1"].value, table["B1"].value))
    assert [pci_2021.heading.source, "pci/2013-2021"] == [source["D2"].value, source["E2"].value]


def test_the_radar_is_drawn_against_the_median_the_best_and_those_chosen(pci_2021):
    found = position(pci_2021, chosen=["Quảng Ninh"])
    assert ["Lạng Sơn", "Trung vị", "Cao nhất", "Quảng Ninh"] == [name for name, _scores in found.radar_values]
    best = dict(found.radar_values)["Cao nhất"]
    assert max(row.scores["land"] for row in pci_2021.rows) == best[pci_2021.columns.index("land")]


@pytest.mark.parametrize(("kind", "form"), [("khong-co", "csv"), ("bac-thang", "pdf"), ("khoang-cach", "svg")])
def test_what_there_is_not_is_not_given_out(client_for, lang_son, pci_2021, kind, form):
    assert 404 == client_for(Role.VIEWER).get(of_position(lang_son, pci_2021, kind, form)).status_code


@pytest.mark.parametrize("kind", ["lich-su", "thanh-phan"])
def test_each_chart_of_the_results_is_a_picture_with_its_title(client_for, agency, years, kind):
    client = client_for(Role.VIEWER)
    text = client.get(of_chart(agency, kind, "svg")).content.decode()
    assert "DDCI" in text
    assert agency.subject.name in text
    assert client.get(of_chart(agency, kind, "png")).content.startswith(PNG)


def test_the_history_is_given_out_as_numbers(client_for, agency, years):
    answer = client_for(Role.VIEWER).get(of_chart(agency, "lich-su", "xlsx"))
    rows = list(openpyxl.load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert [(2018, 79.1, 5), (2019, 80.56, 5)] == [row[:3] for row in rows[1:]]
    text = client_for(Role.VIEWER).get(of_chart(agency, "lich-su", "csv")).content.decode("utf-8-sig")
    assert "2019;80,56;5;;;Chính thức;ddci/lao-cai-2019;Bảng" in text


def test_the_components_are_given_out_as_numbers(client_for, agency, years):
    text = client_for(Role.VIEWER).get(of_chart(agency, "thanh-phan", "csv")).content.decode("utf-8-sig")
    assert "Chỉ số thành phần;2018;2019" in text
    assert ";7,95;7,95" in text


@pytest.mark.parametrize("address", ["khong-co", "lich-su"])
def test_a_chart_of_another_agencys_results_is_not_found(client_for, agency, other_agency, years, address):
    place = reverse("results:chart_file", args=[other_agency.slug, address, agency.subject_id, "ddci", "csv"])
    assert 404 == client_for(Role.VIEWER, of=other_agency).get(place).status_code


def test_the_page_offers_every_file(client_for, lang_son, pci_2021):
    page = client_for(Role.VIEWER).get(reverse("results:positions", args=[lang_son.slug])).content.decode()
    for kind in ("bac-thang", "so-sanh", "hinh-dang"):
        for form in ("svg", "png", "csv", "xlsx"):
            assert of_position(lang_son, pci_2021, kind, form) in page
