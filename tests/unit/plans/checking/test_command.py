import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from chiso.cli.main import app

SAMPLES = Path(__file__).resolve().parents[4] / "src" / "chiso" / "samples" / "plans"
PLAN = SAMPLES / "lang-son-ddci-2023.docx"
SHORT = """Số: 12/KH-SNV
Hà Nam, ngày 05 tháng 01 năm 2024
KẾ HOẠCH
Nâng cao chỉ số DDCI của Sở Nội vụ năm 2024
"""


@pytest.fixture
def run(monkeypatch):
    monkeypatch.setenv("CHISO_LANG", "vi")
    return lambda *arguments: CliRunner().invoke(app, [str(each) for each in arguments])


def test_one_plan_is_printed_as_one_object(run):
    done = run("check", PLAN, "--format", "json")
    told = json.loads(done.stdout)
    assert done.exit_code == 1
    assert {"targets.below_baseline", "clashes.cadence"} <= {finding["code"] for finding in told["findings"]}


def test_several_plans_are_printed_one_a_line_with_their_files(run):
    done = run("check", PLAN, PLAN, "--format", "json")
    assert [str(PLAN)] * 2 == [json.loads(line)["file"] for line in done.stdout.splitlines()]


def test_the_table_is_grouped_by_severity_and_names_the_paragraphs(run):
    done = run("check", PLAN, "--format", "table")
    assert done.stdout.index("Lỗi (") < done.stdout.index("Cảnh báo (") < done.stdout.index("Lưu ý (")
    assert "Đoạn" in done.stdout


def test_a_file_that_is_not_there_does_not_stop_the_others(run):
    done = run("check", "no-such-plan.docx", PLAN, "--format", "json")
    assert json.loads(done.stdout)["file"] == str(PLAN)
    assert done.exception.problems[0].code == "cli.no_file"


def test_a_document_that_is_no_plan_is_not_checked(run, tmp_path):
    file = tmp_path / "giay-moi.txt"
    file.write_text("GIẤY MỜI\nKính mời quý cơ quan dự lễ khánh thành.\n", encoding="utf-8")
    done = run("check", file, PLAN, "--format", "json")
    assert [str(PLAN)] == [json.loads(line)["file"] for line in done.stdout.splitlines()]
    assert done.exception.problems[0].code == "cli.not_a_plan"


def test_the_command_speaks_english_where_asked(run, monkeypatch):
    monkeypatch.setenv("CHISO_LANG", "en")
    assert (
        "the target, 8 points, is below last year's result, 8.01 points"
        in run("check", PLAN, "--format", "json").stdout
    )


def test_a_day_that_no_calendar_has_is_wrong_use(run, tmp_path):
    file = tmp_path / "ke-hoach.txt"
    file.write_text(SHORT, encoding="utf-8")
    assert run("check", file, "--on", "2024-02-30").exit_code == 2
