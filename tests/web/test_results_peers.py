"""Tables of peers: read with every fault told, recorded whole, seen by their agency alone, computed again, given out."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from chiso import packs
from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.project.samples import load_peers
from chiso.web.results.models import PeerScore, PeerTable
from chiso.web.results.peers import queries
from chiso.web.results.peers.computing import check
from chiso.web.results.peers.operations import record_peers
from chiso.web.results.peers.reading import read
from chiso.web.results.peers.values import Heading, Peer
from chiso.web.results.peers.writing import sample_lines, table_lines
from chiso.web.results.table_files import csv_text

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
TODAY = date(2022, 8, 15)
DDCI = Heading("DDCI", "ddci/lao-cai-2019", 2019, "department", "Lào Cai", "official", "Công văn số 5/UBND-TH")
LINES = """Đơn vị;Hạng;Xếp loại;Điểm chung;regulations;services;transparency;proactivity;informal
Sở Mẫu mực;2;tốt;80,56;7,95;8,11;8,13;8,12;7,97
Sở Công Thương;1;tốt;82;8,2;8,2;8,2;8,2;8,2
Sở Y tế;3;khá;75,5;7,5;7,5;7,5;7,5;7,5
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(agency):
    rows = read(LINES, DDCI.rules).rows
    return record_peers(agency=agency, by=None, now=NOW, heading=DDCI, rows=rows)


def form(text=LINES, **more):
    return {
        "edition": "ddci/lao-cai-2019",
        "year": "2019",
        "kind": "department",
        "standing": "official",
        "source": "Công văn số 5/UBND-TH",
        "text": text,
    } | more


def codes(faults):
    return [fault.code for fault in faults]


def test_a_table_is_read_by_names_and_codes_with_decimal_commas():
    found = read(LINES, DDCI.rules)
    assert () == found.faults
    assert ("Sở Mẫu mực", 2, "tốt") == (found.rows[0].unit, found.rows[0].rank, found.rows[0].band)
    assert (Decimal("80.56"), Decimal("7.95")) == (found.rows[0].scores["total"], found.rows[0].scores["regulations"])


def test_every_fault_is_told_with_its_line_and_column():
    text = "Đơn vị;Hạng;Điểm chung\n;1;80\nSở A;x;70\nSở B;2;tám mươi\nSở A;3;70\nSở C;4;101\n"
    found = read(text, DDCI.rules)
    assert codes(found.faults) == [
        "results.peers.no_unit",
        "results.table.not_a_rank",
        "results.table.not_a_number",
        "results.peers.unit_twice",
        "results.table.off_the_scale",
    ]
    assert found.faults[2].where == "dòng 4, cột “Điểm chung”"


def test_an_unknown_column_is_told_and_nothing_is_read():
    found = read("Đơn vị;Điểm cộng\nSở A;1\n", DDCI.rules)
    assert ((), ["results.table.unknown_column"]) == (found.rows, codes(found.faults))


def test_decimal_commas_between_commas_are_told_as_too_many_cells():
    assert ["results.table.too_many_cells"] == codes(read("Đơn vị,Điểm chung\nSở A,80,5\n", DDCI.rules).faults)


def test_what_is_given_out_reads_back_the_same(agency, table):
    stored = queries.table(agency, table.pk, TODAY)
    assert stored.rows == read(csv_text(table_lines(stored)), DDCI.rules).rows


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_empty_table_of_either_language_has_known_columns_in_both(language):
    edition = packs.load("pci/2013-2021")
    with translation.override(language):
        head = ";".join(str(cell) for cell in sample_lines(edition)[0])
    for reader in ("vi", "en"):
        with translation.override(reader):
            assert codes(read(head, edition).faults) == ["results.table.no_rows"]
            assert codes(read(f"{head}\nHà Nội;1", edition).faults) == []


def test_recording_leaves_one_event_and_replaces_the_table_of_the_same_group(agency, table):
    again = record_peers(
        agency=agency, by=None, now=NOW, heading=DDCI, rows=[Peer("Sở A", 1, "", {"total": Decimal(80)})]
    )
    assert table.pk == again.pk
    assert [("Sở A", Decimal(80))] == list(PeerScore.objects.values_list("unit", "score"))
    newest, oldest = Event.objects.filter(name="results.peers.recorded")
    assert [(1, 3), (3, 0)] == [(each.details["units"], each.details["before"]) for each in (newest, oldest)]


def test_provisional_and_official_tables_stand_apart(agency, table):
    provisional = Heading("DDCI", "ddci/lao-cai-2019", 2019, "department", "Lào Cai", "provisional", "Dự thảo")
    record_peers(
        agency=agency, by=None, now=NOW, heading=provisional, rows=[Peer("Sở A", scores={"total": Decimal(1)})]
    )
    found = queries.of_index(queries.tables(agency, TODAY), "DDCI", "department", "Lào Cai")
    assert PeerTable.objects.count() == 2
    assert table.pk == found[2019].id


def test_a_table_without_rows_or_source_or_of_a_year_without_rules_is_refused_with_all_faults(agency):
    heading = Heading("DDCI", "ddci/lao-cai-2019", 2010, "department", "Lào Cai", "official", " ")
    with pytest.raises(ProblemError) as caught:
        record_peers(agency=agency, by=None, now=NOW, heading=heading, rows=[])
    assert codes(caught.value.problems) == [
        "results.peers.no_rows",
        "results.peers.no_source",
        "results.peers.not_covered",
    ]
    assert PeerTable.objects.count() == Event.objects.count() == 0


def test_another_agency_does_not_see_a_table_that_was_entered(other_agency, table):
    assert () == queries.tables(other_agency, TODAY)
    assert queries.table(other_agency, table.pk, TODAY) is None


def test_the_tables_of_the_program_are_seen_by_all_once_their_year_is_over(agency, other_agency):
    load_peers()
    years = [each.heading.year for each in queries.tables(agency, TODAY) if each.heading.family == "PCI"]
    assert [2021, 2020, 2017, 2016] == years
    assert 2021 not in [each.heading.year for each in queries.tables(other_agency, date(2021, 8, 31))]


def test_the_own_unit_is_found_by_the_agency_or_its_province(agency, table):
    load_peers()
    found = {each.label: each.own for each in queries.tables(agency, TODAY)}
    assert ("Sở Mẫu mực", "Lào Cai", "") == (found["DDCI 2019"], found["PCI 2021"], found["DDCI 2021"])


def test_a_department_of_the_same_name_in_another_province_is_not_the_own_unit(agency):
    assert "" == queries.own_unit(["Sở Mẫu mực"], "department", "Hà Tĩnh", agency)


def test_wholes_are_computed_beside_those_announced(agency, table):
    made = check(queries.table(agency, table.pk, TODAY), "vi")
    assert ["0.00", "0.00", "0.50"] == [f"{abs(each.difference):.2f}" for each in made.units.values()]
    assert (1, 3) == (made.different, made.compared)


def test_the_published_pci_wholes_agree_with_those_computed(agency):
    load_peers()
    made = [check(each, "vi") for each in queries.tables(agency, TODAY) if each.heading.family == "PCI"]
    assert [(63, 0)] * 4 == [(each.compared, each.different) for each in made]
    assert max(each.largest for each in made) < Decimal("0.00002")


def test_an_index_without_a_formula_says_so(agency):
    load_peers()
    ddci = next(each for each in queries.tables(agency, TODAY) if each.heading.province == "Hà Tĩnh")
    assert 0 == check(ddci, "vi").compared


def test_the_list_takes_three_statements_however_many_tables(agency, django_assert_max_num_queries):
    load_peers()
    with django_assert_max_num_queries(3):
        assert 6 == len(queries.tables(agency, TODAY))


def test_checking_stores_nothing_and_says_what_was_read(client_for, agency):
    answer = client_for(Role.FOCAL).post(reverse("results:enter_peers", args=[agency.slug]), form(check="1"))
    assert answer.status_code == 200
    assert "Bảng đọc được 3 đơn vị" in answer.content.decode()
    assert PeerTable.objects.count() == 0


def test_recording_stores_all_and_leads_to_the_table(client_for, agency):
    answer = client_for(Role.FOCAL).post(reverse("results:enter_peers", args=[agency.slug]), form(record="1"))
    stored = PeerTable.objects.get()
    assert (303, reverse("results:peer_table", args=[agency.slug, stored.pk])) == (answer.status_code, answer.url)
    assert (agency, "Lào Cai", 18) == (stored.agency, stored.province, stored.scores.count())


def test_a_faulty_table_keeps_what_was_typed_and_stores_nothing(client_for, agency):
    text = LINES.replace("7,95", "bảy")
    answer = client_for(Role.FOCAL).post(reverse("results:enter_peers", args=[agency.slug]), form(text, record="1"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "dòng 2, cột “regulations”: “bảy” không phải là số" in page
    assert "Sở Mẫu mực;2;tốt;80,56;bảy" in page
    assert PeerTable.objects.count() == 0


def test_a_file_is_taken_and_its_cells_come_back_to_be_mended(client_for, agency):
    file = SimpleUploadedFile("bang.csv", LINES.replace("82;", "x;").encode("utf-8-sig"))
    answer = client_for(Role.FOCAL).post(reverse("results:enter_peers", args=[agency.slug]), form("", file=file))
    assert "Sở Công Thương;1;tốt;x;" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bang.csv", b"\xff\x00\xfe", "không phải là bảng .xlsx hoặc CSV"),
        ("bang.xlsx", b"PK\x03\x04\xff\xfe\x00", "bị hỏng hoặc bị cắt cụt"),
        ("bang.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "không phải là bảng tính .xlsx"),
    ],
    ids=["binary", "damaged", "old"],
)
def test_a_file_that_is_no_table_is_told_beside_its_field(client_for, agency, name, content, words):
    file = SimpleUploadedFile(name, content)
    answer = client_for(Role.FOCAL).post(reverse("results:enter_peers", args=[agency.slug]), form("", file=file))
    assert (422, True) == (answer.status_code, words in answer.content.decode())


def test_the_publication_is_kept_and_given_out(client_for, agency, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    document = SimpleUploadedFile("cong-van.pdf", b"%PDF-1.4")
    client = client_for(Role.FOCAL)
    client.post(reverse("results:enter_peers", args=[agency.slug]), form(record="1", document=document))
    answer = client.get(reverse("results:peer_document", args=[agency.slug, PeerTable.objects.get().pk]))
    assert b"%PDF-1.4" == b"".join(answer.streaming_content)


def test_the_page_of_a_table_shows_the_difference(client_for, agency, table):
    page = client_for(Role.VIEWER).get(reverse("results:peer_table", args=[agency.slug, table.pk])).content.decode()
    assert "1/3 đơn vị có điểm công bố khác" in page
    assert "chênh +0,5" in page


def test_the_file_of_a_table_opens_in_a_vietnamese_spreadsheet(client_for, agency, table):
    answer = client_for(Role.VIEWER).get(reverse("results:peer_table_file", args=[agency.slug, table.pk, "csv"]))
    text = answer.content.decode("utf-8")
    assert text.startswith("\ufeffĐơn vị;Hạng;Xếp loại;Điểm chung;")
    assert "Sở Mẫu mực;2;tốt;80,56;7,95;" in text


def test_the_sample_names_all_columns_of_the_edition(client_for, agency):
    address = reverse("results:peer_sample", args=[agency.slug, "pci", "2013-2021", "csv"])
    answer = client_for(Role.FOCAL).get(address)
    names = [node.name.vi for node in packs.load("pci/2013-2021").components]
    assert ["Đơn vị", "Hạng", "Xếp loại", "Điểm chung", *names] == answer.content.decode("utf-8-sig").strip().split(";")
