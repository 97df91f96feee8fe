"""Tables in files: a workbook is read as its CSV is."""

from io import BytesIO

import openpyxl
import pytest

from chiso.documents import Page, write_workbook
from chiso.problems import ProblemError
from chiso.scoring import read_csv, read_table

CSV = "unit,entry,land\nHà Nội,7.5,\nLạng Sơn,6.25,7\n"
ROWS = [["# nguồn"], ["unit", "entry", "land"], ["Hà Nội", 7.5, None], [], ["Lạng Sơn", 6.25, 7]]


def codes(content: bytes, name: str = "bang.xlsx") -> list[str]:
    with pytest.raises(ProblemError) as caught:
        read_table(content, name)
    return [problem.code for problem in caught.value.problems]


def test_a_workbook_reads_as_the_csv_of_the_same_table():
    assert read_csv(CSV.encode(), "bang.csv").equals(read_table(write_workbook([Page("Bảng", ROWS)]), "BANG.XLSX"))


def test_a_file_of_any_other_name_is_csv():
    assert read_csv(CSV.encode(), "bang.csv").equals(read_table(CSV.encode(), "bang.csv"))


def test_two_sheets_are_refused_by_their_names():
    with pytest.raises(ProblemError) as caught:
        read_table(write_workbook([Page("2020", ROWS), Page("2021", ROWS)]), "bang.xlsx")
    assert ["scoring.several_sheets"] == [problem.code for problem in caught.value.problems]
    assert "“2020”, “2021”" in caught.value.problems[0].message()


def test_a_hidden_sheet_is_passed_over():
    book = openpyxl.load_workbook(BytesIO(write_workbook([Page("2020", ROWS), Page("2021", ROWS)])))
    book["2021"].sheet_state = "hidden"
    stream = BytesIO()
    book.save(stream)
    assert 2 == read_table(stream.getvalue(), "bang.xlsx").height


def test_columns_without_a_name_or_with_the_same_are_refused():
    assert ["scoring.not_a_table"] == codes(write_workbook([Page("a", [["unit", None, "land"], ["Hà Nội", 1, 2]])]))
    assert ["scoring.not_a_table"] == codes(write_workbook([Page("a", [["unit", "land", "land"], ["Hà Nội", 1, 2]])]))


def test_every_row_wider_than_its_head_is_told():
    wide = write_workbook([Page("a", [["unit", "land"], ["Hà Nội", 1, 2], ["Huế", 1], ["Lạng Sơn", 1, 2]])])
    assert ["scoring.wider_than_its_head"] * 2 == codes(wide)


def test_an_error_in_the_first_column_is_no_comment():
    table = read_table(write_workbook([Page("a", [["unit", "land"], ["#REF!", 1]])]), "bang.xlsx")
    assert ["#REF!"] == table["unit"].to_list()
