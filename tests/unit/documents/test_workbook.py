"""Workbooks: what is read of each kind of cell, what comes back after writing, and how hostile files end."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from chiso.documents import Page, read_workbook, write_workbook
from chiso.problems import ProblemError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def workbook(*rows, title="Bảng") -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def patched(content: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A workbook with its parts changed."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, change(entry.filename, old.read(entry)))
    return stream.getvalue()


def in_sheet(old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    """A change of the first sheet."""
    return lambda part, content: content.replace(old, new) if part.endswith("sheet1.xml") else content


def code_of(content: bytes) -> str:
    with pytest.raises(ProblemError) as caught:
        read_workbook(content, "bang.xlsx")
    return caught.value.problems[0].code


def test_cells_are_read_as_text_with_numbers_as_they_stand():
    (sheet,) = read_workbook(workbook(["Sở A", 7.95, 80, 0.1 + 0.2, "7,95", True, 1e-7]), "bang.xlsx")
    assert ("Bảng", (("Sở A", "7.95", "80", "0.3", "7,95", "TRUE", "0.0000001"),)) == (sheet.name, sheet.rows)


def test_a_date_tells_that_it_is_one():
    assert (("2021-07-05",),) == read_workbook(workbook([date(2021, 7, 5)]), "bang.xlsx")[0].rows


def test_a_percentage_keeps_its_sign():
    book = openpyxl.Workbook()
    book.active["A1"] = 0.805
    book.active["A1"].number_format = "0.0%"
    assert (("80.5%",),) == read_workbook(saved(book), "bang.xlsx")[0].rows


def test_a_formula_that_nobody_worked_out_stays_itself():
    assert (("2", "=A1+1"),) == read_workbook(workbook([2, "=A1+1"]), "bang.xlsx")[0].rows


def test_a_formula_is_read_as_what_it_came_to():
    content = patched(workbook([2, "=A1+1"]), in_sheet(b"<f>A1+1</f><v></v>", b"<f>A1+1</f><v>3</v>"))
    content = patched(content, in_sheet(b"<f>A1+1</f><v />", b"<f>A1+1</f><v>3</v>"))
    assert (("2", "3"),) == read_workbook(content, "bang.xlsx")[0].rows


def test_a_formula_may_come_to_an_empty_text():
    content = patched(workbook(["a", "=A1"]), in_sheet(b'<c r="B1">', b'<c r="B1" t="str">'))
    assert (("a",),) == read_workbook(content, "bang.xlsx")[0].rows


def test_broken_lines_spaces_and_letters_with_loose_accents_become_plain():
    (sheet,) = read_workbook(workbook([" Điểm\nchung ", "Sở"]), "bang.xlsx")
    assert (("Điểm chung", "Sở"),) == sheet.rows


def test_rows_keep_their_numbers_and_empty_ends_are_left_out():
    assert (("a",), (), ("b",)) == read_workbook(workbook(["a", None], [], ["b"], [None]), "bang.xlsx")[0].rows


def test_each_sheet_that_says_something_is_told_the_hidden_ones_too():
    book = openpyxl.Workbook()
    book.active.append(["a"])
    book.create_sheet("trống")
    book.create_sheet("ẩn").append(["b"])
    book["ẩn"].sheet_state = "hidden"
    assert [("Sheet", False), ("ẩn", True)] == [
        (sheet.name, sheet.is_hidden) for sheet in read_workbook(saved(book), "bang.xlsx")
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "documents.empty"),
        (b"a;b\n1;2\n", "documents.no_workbook"),
        (b"%PDF-1.7", "documents.no_workbook"),
        (OLE + b"Workbook", "documents.no_workbook"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "documents.encrypted"),
        (b"PK\x03\x04 cut off", "documents.damaged"),
        (workbook([]), "documents.no_sheet"),
        (workbook(["a"])[:-200], "documents.damaged"),
    ],
    ids=["empty", "text", "pdf", "xls", "password", "zip", "blank", "cut"],
)
def test_what_is_no_workbook_is_told(content, code):
    assert code == code_of(content)


def test_a_word_file_named_as_a_workbook_is_told():
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "documents.no_workbook" == code_of(stream.getvalue())


def test_macros_are_refused():
    stream = BytesIO(workbook(["a"]))
    with ZipFile(stream, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\x00")
    assert "documents.workbook_macros" == code_of(stream.getvalue())


def test_entities_are_refused_before_they_are_unfolded():
    bomb = b'<!DOCTYPE a [<!ENTITY b "ha">]>'
    content = patched(workbook(["a"]), lambda part, old: bomb + old if part.endswith("workbook.xml") else old)
    assert "documents.entities" == code_of(content)


def test_a_bomb_is_refused_by_the_size_that_it_declares():
    stream = BytesIO(workbook(["a"]))
    with ZipFile(stream, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/zeros.bin", bytes(30_000_000))
    assert "documents.unpacked_too_large" == code_of(stream.getvalue())


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        b"".join(b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (row, row) for row in range(2, 200)),
    ],
    ids=["far", "wide"],
)
def test_a_sheet_that_spans_too_many_cells_is_refused(rows):
    content = patched(workbook(["a"]), in_sheet(b"</sheetData>", rows + b"</sheetData>"))
    assert "documents.workbook_too_long" == code_of(content)


def test_sheets_that_together_span_too_many_cells_are_refused():
    book = openpyxl.Workbook()
    for _sheet in range(5):
        book.create_sheet()["A99000"] = 1
    assert "documents.workbook_too_long" == code_of(saved(book))


def test_a_workbook_of_very_many_sheets_is_refused():
    book = openpyxl.Workbook()
    for _sheet in range(201):
        book.create_sheet()
    assert "documents.too_many_sheets" == code_of(saved(book))


def test_parts_by_another_name_are_weighed_too():
    stream = BytesIO(workbook(["a"]))
    with ZipFile(stream, "a") as archive:
        archive.writestr("xl/sheet.dat", b"<a/>" * 7_000_000)
    assert "documents.unpacked_too_large" == code_of(stream.getvalue())


@pytest.mark.parametrize(
    "change",
    [
        lambda part, content: content[: len(content) // 2] if part.endswith("sheet1.xml") else content,
        lambda part, content: b"" if part.endswith("styles.xml") else content,
        in_sheet(b"<v>7.95</v>", b"<v>seven</v>"),
        in_sheet(b't="n"', b't="s"'),
    ],
    ids=["cut", "styles", "number", "string"],
)
def test_a_mutilated_workbook_is_told_damaged(change):
    assert "documents.damaged" == code_of(patched(workbook(["a", 7.95]), change))


def test_what_is_written_reads_back_the_same():
    rows = [["Đơn vị", "Điểm", "Hạng"], ["=HYPERLINK(1)", Decimal("6.713671"), 3], ["Sở\x07 B", None, ""]]
    (sheet,) = read_workbook(write_workbook([Page("PCI/2021: bảng", rows)]), "bang.xlsx")
    assert "PCI 2021  bảng" == sheet.name
    assert (("Đơn vị", "Điểm", "Hạng"), ("'=HYPERLINK(1)", "6.713671", "3"), ("Sở B",)) == sheet.rows


def test_numbers_are_written_as_numbers_and_heads_stay_in_sight():
    written = openpyxl.load_workbook(BytesIO(write_workbook([Page("Bảng", [["Điểm"], [Decimal("7.95")]])]))).active
    assert (7.95, "0.00####", "B2", True) == (
        written["A2"].value,
        written["A2"].number_format,
        written.freeze_panes,
        written["A1"].font.bold,
    )
