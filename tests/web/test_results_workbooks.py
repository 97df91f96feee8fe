"""Tables of peers as workbooks: what is read, every fault by sheet, row and column, templates and exports."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chiso import packs
from chiso.web.accounts.permissions import Role
from chiso.web.project.samples import load_peers
from chiso.web.results.models import PeerTable
from chiso.web.results.peers.reading import grid_of, read, read_grid

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
DDCI = "ddci/lao-cai-2019"
HEADS = ["Đơn vị", "Hạng", "Xếp loại", "Điểm chung", "regulations", "services"]

pytestmark = pytest.mark.django_db


def workbook(*rows, title="Bảng", **others) -> bytes:
    """A workbook with a sheet of rows, and others by their names."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name, lines in others.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    return saved(book)


def saved(book) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def found(content: bytes):
    edition = packs.load(DDCI)
    return read_grid(grid_of(content, "bang.xlsx", edition), edition)


def posted(client, agency, content, name="bang.xlsx", **more):
    values = {"edition": DDCI, "year": "2019", "kind": "department", "standing": "official", "source": "Công văn số 5"}
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("results:enter_peers", args=[agency.slug]), values | {"file": file} | more)


def test_numbers_and_texts_with_decimal_commas_are_read_alike():
    made = found(workbook(HEADS, ["Sở A", 1, "tốt", 80.56, "7,95", 8], ["Sở B", "2", None, "75.5", 7, None]))
    assert () == made.faults
    assert [Decimal("80.56"), Decimal("7.95"), Decimal(8)] == list(made.rows[0].scores.values())
    assert (2, {"total": Decimal("75.5"), "regulations": Decimal(7)}) == (made.rows[1].rank, made.rows[1].scores)


def test_columns_are_known_without_accents():
    made = found(
        workbook(["Don vi", "HANG", "Xep loai", "Diem chung", "Chi phi khong chinh thuc"], ["Sở A", 1, "tốt", 80, 8])
    )
    assert () == made.faults
    assert (1, "tốt", {"total", "informal"}) == (made.rows[0].rank, made.rows[0].band, set(made.rows[0].scores))


def test_titles_above_merged_heads_and_a_column_of_line_numbers_are_no_fault():
    book = openpyxl.Workbook()
    for row in (
        ["BẢNG TỔNG HỢP NĂM 2019"],
        [],
        ["STT", "Đơn vị", "Điểm chung", "Chỉ số thành phần", None],
        [None, None, None, "regulations", "services"],
        [1, "Sở A", 80, 7.5, 8],
    ):
        book.active.append(row)
    book.active.merge_cells("A1:E1")
    book.active.merge_cells("D3:E3")
    made = found(saved(book))
    assert () == made.faults
    assert {"total": Decimal(80), "regulations": Decimal("7.5"), "services": Decimal(8)} == made.rows[0].scores


def test_every_fault_of_a_workbook_is_told_at_once_by_sheet_row_and_column():
    book = openpyxl.Workbook()
    book.active.title = "DDCI"
    for row in (
        [*HEADS, None, "Điểm cộng"],
        ["Sở A", "nhất", "tốt", date(2019, 7, 5), "=D1+1", 11],
        ["Sở A", 2, "#REF!", 0.8, "bảy", None, 5],
        [None, 3, None, 70, 7, 7],
        ["Sở C", 4, None, 70, 7, 7, None, None, 9],
    ):
        book.active.append(row)
    book.active["D3"].number_format = "0%"
    faults = {fault.where: fault.code.removeprefix("results.") for fault in found(saved(book)).faults}
    place = "trang tính “DDCI”, dòng"
    assert faults == {
        "trang tính “DDCI”, ô G1": "table.no_head",
        f"{place} 1": "table.unknown_column",
        f"{place} 2, cột “Hạng” (ô B2)": "table.not_a_rank",
        f"{place} 2, cột “Điểm chung” (ô D2)": "table.a_date",
        f"{place} 2, cột “regulations” (ô E2)": "table.a_formula",
        f"{place} 2, cột “services” (ô F2)": "table.off_the_scale",
        f"{place} 3, cột “Đơn vị” (ô A3)": "peers.unit_twice",
        f"{place} 3, cột “Xếp loại” (ô C3)": "table.a_cell_error",
        f"{place} 3, cột “Điểm chung” (ô D3)": "table.a_percentage",
        f"{place} 3, cột “regulations” (ô E3)": "table.not_a_number",
        f"{place} 4, cột “Đơn vị” (ô A4)": "peers.no_unit",
        f"{place} 5": "table.too_many_cells",
    }


def test_numbers_that_no_score_can_be_are_no_numbers():
    made = read("Đơn vị;Điểm chung\nSở A;1e400\nSở B;nan\nSở C;" + "9" * 5000 + "\n", packs.load(DDCI))
    assert ["too_high", "not_a_number", "not_a_number"] == [fault.code.rpartition(".")[2] for fault in made.faults]


def test_units_without_any_figure_are_left_out_and_told():
    made = found(workbook(HEADS, ["Sở A", None, None, 80], ["Sở B"], ["Ghi chú: số làm tròn"]))
    assert (["Sở A"], ("Sở B", "Ghi chú: số làm tròn")) == ([row.unit for row in made.rows], made.silent)


def test_a_table_without_any_figure_is_refused():
    assert ["results.peers.no_rows"] == [fault.code for fault in found(workbook(HEADS, ["Sở A"], ["Sở B"])).faults]


def test_the_sheet_that_is_a_table_is_read_and_the_others_are_named(client_for, agency):
    content = workbook(["Cách điền"], **{"Số liệu": [HEADS, ["Sở A", 1, None, 80]], "Ghi chú": [["a"]]})
    page = posted(client_for(Role.FOCAL), agency, content, check="1").content.decode()
    assert "Đọc từ trang tính “Số liệu”. Không đọc: “Bảng”, “Ghi chú”." in page
    assert "Bảng đọc được 1 đơn vị" in page


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (workbook(HEADS, ["Sở A", 1], **{"2018": [HEADS, ["Sở A", 1]]}), "có 2 trang tính đều là bảng: “Bảng”, “2018”"),
        (workbook(["a", "b"], [1, 2]), "(“Bảng”) có cột “Đơn vị” trong 20 dòng đầu"),
        (b"PK\x03\x04" + b"\x00" * 64, "bị hỏng hoặc bị cắt cụt"),
        (workbook([]), "không có trang nào có nội dung"),
    ],
    ids=["two tables", "no table", "damaged", "blank"],
)
def test_a_workbook_that_is_no_table_is_told_beside_its_field(client_for, agency, content, words):
    answer = posted(client_for(Role.FOCAL), agency, content, record="1")
    assert (422, 0) == (answer.status_code, PeerTable.objects.count())
    assert words in answer.content.decode()


def test_a_file_that_is_too_large_is_told_by_its_size(client_for, agency, settings):
    settings.UPLOAD_LIMIT_BYTES = 1024 * 1024
    answer = posted(client_for(Role.FOCAL), agency, b"a" * (1024 * 1024 + 1), "bang.csv", record="1")
    assert "nặng 2 MB, tối đa 1 MB" in answer.content.decode()


def test_what_was_read_comes_back_as_text_with_the_same_line_numbers(client_for, agency):
    content = workbook(["Bảng 2019"], [], HEADS, ["Sở A", 1, None, "tám"])
    page = posted(client_for(Role.FOCAL), agency, content, check="1").content.decode()
    assert "dòng 4, cột “Điểm chung” (ô D4): “tám” không phải là số" in page
    text = "Bảng 2019\n\nĐơn vị;Hạng;Xếp loại;Điểm chung;regulations;services\nSở A;1;;tám\n"
    assert text in page
    again = read(text, packs.load(DDCI))
    assert ["dòng 4, cột “Điểm chung”"] == [fault.where for fault in again.faults]


def test_a_workbook_is_recorded_whole(client_for, agency):
    answer = posted(client_for(Role.FOCAL), agency, workbook(HEADS, ["Sở A", 1, "tốt", 80, 7.5, 8]), record="1")
    assert (303, 3) == (answer.status_code, PeerTable.objects.get().scores.count())


def test_what_is_given_out_as_a_workbook_reads_back_the_same(client_for, agency):
    client = client_for(Role.FOCAL)
    posted(client, agency, workbook(HEADS, ["Sở A", 1, "tốt", 80.123456, 7.5, None], ["Sở B", 2, None, 70]), record="1")
    table = PeerTable.objects.get()
    answer = client.get(reverse("results:peer_table_file", args=[agency.slug, table.pk, "xlsx"]))
    made = found(answer.content)
    assert () == made.faults
    assert [("Sở A", 1, "tốt", Decimal("80.123456")), ("Sở B", 2, "", Decimal(70))] == [
        (row.unit, row.rank, row.band, row.scores["total"]) for row in made.rows
    ]


def test_a_file_of_an_unknown_form_is_not_found(client_for, agency):
    posted(client_for(Role.FOCAL), agency, workbook(HEADS, ["Sở A", 1, "tốt", 80]), record="1")
    address = reverse("results:peer_table_file", args=[agency.slug, PeerTable.objects.get().pk, "pdf"])
    assert 404 == client_for(Role.VIEWER).get(address).status_code


def test_the_template_holds_names_codes_and_the_units_that_are_known(client_for, agency):
    load_peers()
    answer = client_for(Role.FOCAL).get(reverse("results:peer_sample", args=[agency.slug, "pci", "2013-2021", "xlsx"]))
    book = openpyxl.load_workbook(BytesIO(answer.content))
    table, guide = book.worksheets
    assert ["Đơn vị", "Hạng", "Xếp loại", "Điểm chung", "Gia nhập thị trường"] == [cell.value for cell in table[1]][:5]
    assert (63, "An Giang") == (table.max_row - 1, table["A2"].value)
    assert ["entry", "Gia nhập thị trường", 1, 10] == [cell.value for cell in guide[3]][:4]


def test_a_template_that_was_filled_in_is_read(client_for, agency):
    answer = client_for(Role.FOCAL).get(reverse("results:peer_sample", args=[agency.slug, *DDCI.split("/"), "xlsx"]))
    book = openpyxl.load_workbook(BytesIO(answer.content))
    book.worksheets[0].append(["Sở A", 1, "tốt", "80,5", 7.5])
    made = found(saved(book))
    assert ((), Decimal("80.5")) == (made.faults, made.rows[0].scores["total"])


def test_a_table_is_corrected_from_what_it_says(client_for, agency):
    client = client_for(Role.FOCAL)
    posted(client, agency, workbook(HEADS, ["Sở A", 1, "tốt", 80.5]), record="1")
    page = client.get(reverse("results:enter_peers", args=[agency.slug]), {"bang": PeerTable.objects.get().pk})
    assert "Sở A;1;tốt;80,5" in page.content.decode()
    assert 'value="Công văn số 5"' in page.content.decode()


def test_more_faults_than_anybody_mends_at_once_are_counted_and_the_first_told(client_for, agency):
    rows = [[f"Sở {number}", "x"] for number in range(300)]
    page = posted(client_for(Role.FOCAL), agency, workbook(HEADS, *rows), check="1").content.decode()
    assert "Bảng có 300 chỗ cần sửa" in page
    assert "Chỉ nêu 200 chỗ đầu tiên" in page
    assert 200 == page.count("không phải là thứ hạng")


def test_a_table_longer_than_any_that_is_ranked_is_refused():
    made = read("Đơn vị;Hạng\n" + "\n".join(f"Đơn vị {number};1" for number in range(1_001)), packs.load(DDCI))
    assert ["results.table.too_many_rows"] == [fault.code for fault in made.faults]
