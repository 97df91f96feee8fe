"""Results under what nobody means to send: numbers, names and addresses beyond what can be kept, two people at once."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Role
from chiso.web.audit.models import Event
from chiso.web.results.models import PeerTable, Result
from chiso.web.results.operations import delete_results
from chiso.web.results.peers.operations import delete_peers
from chiso.web.results.spreadsheets import cells
from chiso.web.results.spreadsheets.grid import of_text
from chiso.web.results.table_files import csv_text
from chiso.web.ui.file_names import kept_name

NOW = datetime(2022, 8, 15, 2, 0, tzinfo=UTC)
PNG = b"\x89PNG\r\n\x1a\n"

pytestmark = pytest.mark.django_db


def entered(client, agency, **more):
    address = reverse("results:enter", args=[agency.slug])
    values = {"standing": "official", "source": "Công văn số 5", "score-0": "5"}
    place = f"?subject={agency.subject_id}&edition=&family=XYZ&year=2020"
    return client.post(address + place, values | more)


@pytest.mark.parametrize(
    "number", ["1e308", "1e999999", "1E+20", "12345678901.5", "1e-300", "0.12345678901", "NaN", "1_0"]
)
@pytest.mark.parametrize("field", ["score-0", "scale-0"])
def test_a_number_that_cannot_be_kept_is_told_beside_its_field_and_stays_there(client_for, agency, field, number):
    answer = entered(client_for(Role.FOCAL), agency, **{field: number})
    assert (422, 0) == (answer.status_code, Result.objects.count())
    assert answer.context["form"][field].errors
    assert f'value="{number}"' in answer.content.decode()


@pytest.mark.parametrize("field", ["rank-0", "rank_of"])
def test_a_rank_beyond_any_table_is_refused(client_for, agency, field):
    answer = entered(client_for(Role.FOCAL), agency, **{"rank-0": "1", field: "2147483648"})
    assert (422, 0) == (answer.status_code, Result.objects.count())


def test_zero_has_no_sign(client_for, agency):
    entered(client_for(Role.FOCAL), agency, **{"score-0": "-0"})
    assert "0E-10" == str(Result.objects.get().score)


def test_a_publication_with_a_name_that_no_folder_bears_is_kept_under_a_shorter_one(client_for, agency):
    file = SimpleUploadedFile("ệ" * 200 + ".png", PNG)
    assert 303 == entered(client_for(Role.FOCAL), agency, document=file).status_code
    assert Result.objects.get().document.name.endswith(".png")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.pdf", "....etcpasswd.pdf"),
        ("x" * 300 + ".pdf", "x" * 60 + ".pdf"),
        ("a." + "b" * 300, "a." + "b" * 9),
        ("Báo cáo.docx", "Báo_cáo.docx"),
    ],
)
def test_a_name_for_keeping_is_short_and_leads_nowhere(name, kept):
    assert kept == kept_name(name)


@pytest.mark.parametrize(
    "address",
    [
        "ket-qua/bang/{}/ddci.csv",
        "ket-qua/bieu-do/thanh-phan/{}/ddci.svg",
        "ket-qua/bieu-do/thanh-phan/{}/ddci/sang-rong.svg",
        "ket-qua/tinh/{}/ddci/2020/",
    ],
)
def test_a_number_that_no_subject_can_have_is_not_found(client_for, agency, address):
    assert 404 == client_for(Role.FOCAL).get(f"/{agency.slug}/{address.format('9' * 25)}").status_code


def test_a_cell_keeps_ten_decimals_and_what_was_written_where_it_has_fewer():
    faults = []
    made = [cells.number(text, "ô A1", faults, "100") for text in ("80,1234567890123", "7.95", "-0", "1e-300")]
    assert (["80.1234567890", "7.95", "0E-10", "0E-10"], []) == ([str(each) for each in made], faults)


@pytest.mark.parametrize(
    ("written", "code"),
    [("100000000", "too_high"), ("1e30", "too_high"), ("1_0", "not_a_number"), ("NaN", "not_a_number")],
)
def test_a_cell_says_why_its_number_is_none(written, code):
    faults = []
    assert cells.number(written, "ô A1", faults, "100") is None
    assert [f"results.table.{code}"] == [fault.code for fault in faults]


def test_a_cell_over_several_lines_keeps_the_numbers_of_the_lines_below():
    made = of_text('Năm;Điểm\n2020;"7\n,5"\n\n2021;8', lambda cells: "Năm" in cells)
    assert [(1, ("Năm", "Điểm")), (2, ("2020", "7 ,5")), (5, ("2021", "8"))] == [
        (each.number, each.cells) for each in made.lines
    ]


@pytest.mark.parametrize(
    ("text", "code"), [('2020;"5\n2021;6', "open_quote"), (f"2020;{'9' * 200_000}", "a_long_cell")]
)
def test_what_would_swallow_lines_is_told(text, code):
    with pytest.raises(ProblemError) as caught:
        of_text(f"Năm;Điểm\n{text}", lambda cells: "Năm" in cells)
    assert [f"results.table.{code}"] == [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize("text", ["=1+1", "-2+3", "+1", "@SUM(A1)", "\tx", "\rx"])
def test_text_that_a_spreadsheet_would_run_goes_out_as_text(text):
    assert csv_text([[text]]).strip().strip('"').startswith("'")


def test_numbers_below_zero_and_dashes_go_out_as_they_are():
    assert "-1,5;-\r\n" == csv_text([[Decimal("-1.5"), "-"]])


def test_figures_deleted_twice_leave_one_event(agency, member):
    person = member(Role.FOCAL)
    result = Result.objects.create(subject=agency.subject, family="XYZ", year=2020, score=5, source="X", entered_at=NOW)
    counts = [delete_results(agency=agency, by=person, now=NOW, results=[result]) for _time in range(2)]
    assert [1, 0] == counts
    assert 1 == Event.objects.filter(name="results.result.deleted").count()


def test_a_table_that_somebody_else_has_just_deleted_leaves_no_second_event(agency, member):
    person = member(Role.FOCAL)
    heading = {"family": "DDCI", "edition": "ddci/lao-cai-2019", "year": 2019, "kind": "department", "source": "X"}
    PeerTable.objects.create(agency=agency, entered_at=NOW, **heading)
    mine, theirs = PeerTable.objects.get(), PeerTable.objects.get()
    for table in (theirs, mine):
        delete_peers(table=table, by=person, now=NOW)
    assert 1 == Event.objects.filter(name="results.peers.deleted").count()
