"""Results through the years as a table: read with every fault, recorded with their publication, given out."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chiso.frameworks.edition import folded
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.catalogue.editions import PACKS
from chiso.web.directory.models import Subject
from chiso.web.results.models import Result
from chiso.web.results.operations import record_result
from chiso.web.results.series.columns import known
from chiso.web.results.series.reading import Aim, grid_of_text, read
from chiso.web.results.spreadsheets.heads import unaccented

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
LINES = """Năm;Mã;Chỉ số;Điểm;Thang điểm;Hạng;Trong số;Xếp loại;Loại số liệu;Nguồn
2019;;Điểm chung;80,56;100;5;15;tốt;Chính thức;Quyết định số 7
2019;regulations;;7,95;;12;15;khá;;
2018;;Tổng điểm;79;;;;;Tạm tính;
2018;services;;;;;;;;
"""

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files_of_their_own(settings, tmp_path):
    settings.MEDIA_ROOT = settings.HOME = tmp_path


@pytest.fixture
def aim(agency):
    edition = PACKS.get("ddci/lao-cai-2019")
    return Aim(agency, agency.subject, "DDCI", edition, PACKS, "official", "Công văn số 5")


def form(agency, text=LINES, **more):
    return {
        "subject": agency.subject_id,
        "edition": "ddci/lao-cai-2019",
        "standing": "official",
        "source": "Công văn số 5",
        "text": text,
    } | more


def address(agency, name="enter_series", *arguments):
    return reverse(f"results:{name}", args=[agency.slug, *arguments])


def codes(found):
    return [fault.code.removeprefix("results.") for fault in found.faults]


def test_each_line_is_the_figure_of_a_year_and_a_node(aim):
    found = read(grid_of_text(LINES), aim)
    assert [] == codes(found)
    assert [(2019, "", "80.56", 5, 15), (2019, "regulations", "7.95", 12, 15), (2018, "", "79", None, None)] == [
        (each["year"], each["node"], str(each["score"]), each["rank"], each["rank_of"]) for each in found.entries
    ]


def test_what_a_line_leaves_out_is_taken_from_the_form_and_the_edition(aim):
    whole, part, earlier = read(grid_of_text(LINES), aim).entries
    assert ("Quyết định số 7", "Công văn số 5") == (whole["source"], part["source"])
    assert ("official", "provisional") == (part["standing"], earlier["standing"])
    assert (Decimal(10), Decimal(100)) == (part["scale"], earlier["scale"])


def test_a_node_is_known_by_its_name_too(aim):
    found = read(grid_of_text("Năm;Chỉ số;Điểm\n2019;Chất lượng dịch vụ công;8,11\n"), aim)
    assert ([], "services") == (codes(found), found.entries[0]["node"])


def test_every_fault_is_told_with_its_line_and_column(aim):
    text = (
        "Đơn vị;Năm;Mã;Điểm;Hạng;Trong số;Loại số liệu;Lạ\n"
        ";19;;80;;;;\n"
        ";2019;khong-co;80;;;;\n"
        ";2019;;101;;;;\n"
        ";2019;regulations;tám;;;;\n"
        ";2019;services;8;16;15;;\n"
        ";2019;services;8;;;;\n"
        ";2019;informal;8;;;dự kiến;\n"
        "Sở Khác;2019;transparency;8;;;;\n"
    )
    found = read(grid_of_text(text), aim)
    assert codes(found) == [
        "table.unknown_column",
        "series.no_year",
        "series.unknown_node",
        "above_the_scale",
        "table.not_a_number",
        "rank_impossible",
        "series.twice",
        "series.unknown_standing",
        "series.another_unit",
    ]
    assert "dòng 5, cột “Điểm”" == found.faults[4].where


@pytest.mark.parametrize(
    ("line", "where", "told"),
    [
        ("2019;;80;70;63", "dòng 2, cột “Hạng”", "hạng 70 trong số 63 là không thể có"),
        ("2019;services;12.5;;", "dòng 2, cột “Điểm”", "điểm 12,5 lớn hơn thang điểm 10"),
        ("2019;services;-0.25;;", "dòng 2, cột “Điểm”", "điểm -0,25 nhỏ hơn 0"),
    ],
)
def test_a_figure_that_cannot_be_is_told_by_its_own_column_as_offices_write_it(aim, line, where, told):
    (fault,) = read(grid_of_text(f"Năm;Mã;Điểm;Hạng;Trên tổng số\n{line}\n"), aim).faults
    assert (where, f"{where}: {told}") == (fault.where, fault.message())


@pytest.mark.parametrize(
    "head",
    ["Nam;Ma;Diem;Hang;Tren tong so;Loai so lieu", "NĂM;MÃ;ĐIỂM;HẠNG;TRÊN TỔNG SỐ;LOẠI SỐ LIỆU"],
    ids=["no accents", "capitals"],
)
def test_columns_are_known_without_accents_and_in_capitals(aim, head):
    found = read(grid_of_text(f"{head}\n2019;;80,5;3;15;Chinh thuc\n2019;services;8;;;tạm tính\n"), aim)
    assert () == found.faults
    assert [(Decimal("80.5"), 3, 15, "official"), (Decimal(8), None, None, "provisional")] == [
        (each["score"], each["rank"], each["rank_of"], each["standing"]) for each in found.entries
    ]


def test_a_column_without_accents_that_may_be_two_is_not_guessed():
    assert {"mã": "code", "má": "cheek"} == unaccented({"mã": "code", "má": "cheek"})


def test_the_help_names_the_columns_as_they_are_called(client_for, agency):
    page = client_for(Role.FOCAL).get(address(agency)).content.decode()
    names = re.search("Một dòng là tên cột: (.*?)[.]", page)[1].replace(" và khi có", "").replace(" hoặc ", ", ")
    assert [] == [name for name in re.split("[;,] ?", names) if folded(name.strip()) not in known()]


def test_a_table_without_a_column_of_years_is_told(aim):
    assert ["table.no_column"] == codes(read(grid_of_text("Mã;Điểm\nregulations;8\n"), aim))


def test_the_edition_is_that_of_each_year(agency):
    province = Subject.objects.create(kind=Subject.Kind.PROVINCE, name="Tỉnh Lào Cai", province="Lào Cai")
    aim = Aim(agency, province, "PCI", PACKS.get("pci/2022-2024"), PACKS, "official", "Báo cáo PCI")
    found = read(grid_of_text("Năm;Mã;Điểm\n2012;land;6,62\n2021;land;6,71\n"), aim)
    assert ["pci/2009-2012", "pci/2013-2021"] == [each["edition"] for each in found.entries]


def test_checking_stores_nothing_and_sets_old_beside_new(client_for, agency):
    record_result(
        agency=agency, subject=agency.subject, family="DDCI", edition="ddci/lao-cai-2019", year=2019,
        standing="official", score=Decimal(80), source="Bảng", by=None, now=NOW,
    )  # fmt: skip
    page = client_for(Role.FOCAL).post(address(agency), form(agency, check="1")).content.decode()
    assert "Đọc được 3 số liệu, không có lỗi; 3 số sẽ được ghi" in page
    assert "thay số cũ 80,00" in page
    assert 1 == Result.objects.count()


def test_recording_leaves_one_event_a_figure_and_writes_only_what_is_new(client_for, agency):
    client = client_for(Role.FOCAL)
    answer = client.post(address(agency), form(agency, record="1"))
    assert (303, 3) == (answer.status_code, Result.objects.count())
    client.post(address(agency), form(agency, LINES.replace("7,95", "7,96"), record="1"))
    assert 4 == Event.objects.filter(name="results.result.recorded").count()
    assert Decimal("7.96") == Result.objects.get(node="regulations").score


def test_a_faulty_table_stores_nothing_and_keeps_what_was_typed(client_for, agency):
    answer = client_for(Role.FOCAL).post(address(agency), form(agency, LINES.replace("7,95", "bảy"), record="1"))
    assert (422, 0) == (answer.status_code, Result.objects.count())
    assert "dòng 3, cột “Điểm”: “bảy” không phải là số" in answer.content.decode()
    assert "2019;regulations;;bảy" in answer.content.decode()


def test_an_index_that_measures_other_subjects_is_refused(client_for, agency):
    answer = client_for(Role.FOCAL).post(address(agency), form(agency, edition="pci/2013-2021", check="1"))
    assert "Bộ chỉ số này không đánh giá" in answer.content.decode()


def test_the_template_is_filled_in_and_read(client_for, agency):
    client = client_for(Role.FOCAL)
    asked = {"subject": agency.subject_id, "edition": "ddci/lao-cai-2019", "year": 2019}
    book = openpyxl.load_workbook(BytesIO(client.get(address(agency, "series_sample", "xlsx"), asked).content))
    sheet = book.worksheets[0]
    assert [2019, "regulations"] == [sheet["B3"].value, sheet["C3"].value]
    sheet["E2"], sheet["E3"], sheet["G3"] = "80,56", 7.95, 12
    stream = BytesIO()
    book.save(stream)
    file = SimpleUploadedFile("mau.xlsx", stream.getvalue())
    assert 303 == client.post(address(agency), form(agency, "", file=file, record="1")).status_code
    assert {"": Decimal("80.56"), "regulations": Decimal("7.95")} == dict(Result.objects.values_list("node", "score"))


def test_a_template_of_nothing_that_can_be_chosen_is_not_found(client_for, agency):
    asked = {"subject": 999_999, "edition": "ddci/lao-cai-2019", "year": 2019}
    assert 404 == client_for(Role.FOCAL).get(address(agency, "series_sample", "xlsx"), asked).status_code


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"edition": "ddci/lao-cai-2019", "year": "2O19"}, "Ghi năm bằng bốn chữ số, như 2022."),
        ({"edition": "ddci/lao-cai-2019", "year": "1990"}, "Ghi số từ 2000 trở lên."),
        ({"edition": "", "family": "", "year": "2019"}, "Chọn một bộ chỉ số, hoặc ghi tên chỉ số khác."),
        ({"edition": "", "family": "Chuyển đổi số của huyện", "year": "2019"}, "tối đa 20 kí tự"),
    ],
)
def test_what_a_template_is_asked_for_is_told_where_it_is_wrong_and_stays(client_for, agency, typed, words):
    asked = {"subject": agency.subject_id, **typed}
    answer = client_for(Role.FOCAL).get(address(agency, "series_sample", "xlsx"), asked)
    page = answer.content.decode()
    assert (422, True) == (answer.status_code, words in page)
    assert f'action="{address(agency)}"' in page
    assert f'id="sample-year" inputmode="numeric" value="{typed["year"]}"' in page
    assert f'id="sample-family" maxlength="20" value="{typed.get("family", "")}"' in page


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_is_given_out_reads_back_as_nothing_new(client_for, agency, ending):
    client = client_for(Role.FOCAL)
    client.post(address(agency), form(agency, record="1"))
    given = client.get(address(agency, "series_file", agency.subject_id, "ddci", ending)).content
    file = SimpleUploadedFile(f"kq.{ending}", given)
    page = client.post(address(agency), form(agency, "", file=file, check="1")).content.decode()
    assert "Đọc được 3 số liệu, không có lỗi; 0 số sẽ được ghi" in page


def test_provisional_figures_come_back_beside_official_ones_but_new_ones_do_not(client_for, agency):
    client = client_for(Role.FOCAL)
    client.post(address(agency), form(agency, LINES.replace("Chính thức", "Tạm tính"), record="1"))
    client.post(address(agency), form(agency, record="1"))
    given = client.get(address(agency, "series_file", agency.subject_id, "ddci", "csv")).content.decode("utf-8-sig")
    document = SimpleUploadedFile("quyet-dinh.pdf", b"%PDF-1.4 bang")
    answer = client.post(address(agency), form(agency, given, record="1", document=document))
    assert (303, 2) == (answer.status_code, Result.objects.exclude(document="").filter(standing="official").count())
    changed = given.replace("80,56;100;5;15;tốt;Tạm tính", "80,57;100;5;15;tốt;Tạm tính")
    page = client.post(address(agency), form(agency, changed, check="1")).content.decode()
    assert "đã có kết quả chính thức" in page


def test_results_of_another_agency_are_not_given_out(client_for, agency, other_agency):
    Result.objects.create(subject=other_agency.subject, family="DDCI", year=2019, score=1, source="–", entered_at=NOW)
    answer = client_for(Role.FOCAL).get(address(agency, "series_file", other_agency.subject_id, "ddci", "csv"))
    assert 404 == answer.status_code


# The publication.


@pytest.fixture
def with_document(client_for, agency):
    document = SimpleUploadedFile("quyet-dinh.pdf", b"%PDF-1.4 bang")
    client_for(Role.FOCAL).post(address(agency), form(agency, record="1", document=document))
    return Result.objects.get(node="regulations")


def test_a_publication_is_kept_once_for_all_figures_of_a_table(client_for, agency, with_document):
    assert 1 == len(set(Result.objects.values_list("document", flat=True)))
    answer = client_for(Role.VIEWER).get(address(agency, "result_document", with_document.pk))
    assert b"%PDF-1.4 bang" == b"".join(answer.streaming_content)
    assert "attachment" in answer["Content-Disposition"]
    assert "nosniff" == answer["X-Content-Type-Options"]


def test_a_publication_of_another_agency_is_not_found(client_for, other_agency, with_document):
    stranger = client_for(Role.ADMINISTRATOR, of=other_agency)
    assert 404 == stranger.get(address(other_agency, "result_document", with_document.pk)).status_code


def test_a_figure_without_a_publication_has_none_to_give(client_for, agency):
    bare = Result.objects.create(subject=agency.subject, family="DDCI", year=2019, score=1, source="–", entered_at=NOW)
    assert 404 == client_for(Role.VIEWER).get(address(agency, "result_document", bare.pk)).status_code


def test_correcting_a_figure_keeps_its_publication(client_for, agency, with_document):
    client_for(Role.FOCAL).post(address(agency), form(agency, LINES.replace("7,95", "7,96"), record="1"))
    assert with_document.document.name == Result.objects.get(node="regulations").document.name


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.exe", b"MZ", "không phải là loại tệp nhận được"),
        ("a.pdf", b"<script>", "không phải là loại tệp nhận được"),
    ],
    ids=["kind", "content"],
)
def test_a_publication_that_is_not_what_it_claims_is_refused(client_for, agency, name, content, words):
    document = SimpleUploadedFile(name, content)
    answer = client_for(Role.FOCAL).post(address(agency), form(agency, record="1", document=document))
    assert (422, 0) == (answer.status_code, Result.objects.count())
    assert words in answer.content.decode()


def test_a_publication_comes_with_the_sheet_of_one_year_too(client_for, agency):
    place = f"{address(agency, 'enter')}?subject={agency.subject_id}&edition=ddci/lao-cai-2019&year=2019"
    values = {"standing": "official", "source": "Quyết định số 7", "score-0": "80,56"}
    document = SimpleUploadedFile("quyet-dinh.pdf", b"%PDF-1.4 bang")
    client_for(Role.FOCAL).post(place, values | {"document": document})
    assert Result.objects.get().document.name.endswith("quyet-dinh.pdf")
