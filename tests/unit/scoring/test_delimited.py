import pytest

from chiso.problems import ProblemError
from chiso.scoring import read_csv

TABLE = "unit,first,left\nHuế,7.5,1\nHà Nội,6,2\n"


def faults(content):
    with pytest.raises(ProblemError) as caught:
        read_csv(content, "data.csv")
    assert all("data.csv" in problem.message("vi") for problem in caught.value.problems)
    return [(problem.code, problem.given, problem.wanted) for problem in caught.value.problems]


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
        TABLE.replace("\n", "\n\n").encode(),
        TABLE.replace("first", " first ").encode(),
        f'# a table, "of two\n{TABLE}# the end'.encode(),
        TABLE.replace("Huế", '"Huế"').encode(),
    ],
)
def test_a_table_is_read_however_its_lines_end(content):
    assert [("Huế", "7.5", "1"), ("Hà Nội", "6", "2")] == read_csv(content, "data.csv").rows()


def test_a_cell_may_hold_a_comma_and_two_lines():
    assert [("A, B\n# C", "7")] == read_csv(b'unit,first\n"A, B\n# C",7\n', "data.csv").rows()


def test_every_line_with_other_cells_than_the_head_is_told():
    given = b"# counted too\nunit,first\nA,7,8\nB,7\nC\n"

    assert [("scoring.wrong_width", "3", "3/2"), ("scoring.wrong_width", "5", "1/2")] == faults(given)
    assert [("scoring.wrong_width", "2", "3/2")] == faults(b'unit,first\n"A, B",7,8\nC,"7"\n')


@pytest.mark.parametrize(("separator", "named"), [(";", ";"), ("\t", "Tab"), ("|", "|")])
def test_another_separator_is_told(separator, named):
    assert [("scoring.wrong_separator", named, "")] == faults(TABLE.replace(",", separator).encode())


def test_another_encoding_is_told_with_its_line():
    assert [("scoring.not_utf8", "UTF-16", "1")] == faults(TABLE.encode("utf-16"))
    assert [("scoring.not_utf8", "Windows-1258, TCVN3, VNI…", "2")] == faults(b"unit,first\nH\xe0 Nam,7\n")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# nothing\n"])
def test_a_file_without_lines_is_told(content):
    assert [("scoring.empty_table", "", "")] == faults(content)


def test_columns_need_names_of_their_own():
    assert [("scoring.wrong_head", "2", "–"), ("scoring.wrong_head", "4", "first")] == faults(b"unit,,first,first\n")


def test_a_workbook_under_another_name_is_told():
    assert [("scoring.not_a_table", ".xlsx, .zip", "")] == faults(b"PK\x03\x04rest")
