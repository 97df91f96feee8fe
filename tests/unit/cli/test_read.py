"""`chiso read` as its users call it."""

import json
import subprocess
import sys

import pytest

from chiso.samples import sample_plans

SAMPLE = sample_plans()[0]


def chiso(*arguments: str, language: str = "vi") -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "chiso", "--lang", language, *arguments], capture_output=True, text=True, check=False
    )


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(SAMPLE.content())
    return path


def test_one_file_is_one_json_object_on_stdout(document):
    done = chiso("read", str(document), "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["index"]["framework"] == SAMPLE.facts()["index"]["framework"]


def test_several_files_are_one_json_object_a_line(document, tmp_path):
    second = tmp_path / "khac.docx"
    second.write_bytes(sample_plans()[1].content())
    lines = chiso("read", str(document), str(second), "--format", "json").stdout.splitlines()
    assert [json.loads(line)["index"]["year"] for line in lines] == [SAMPLE.year, sample_plans()[1].year]


def test_a_folder_gets_one_file_for_each_document(document, tmp_path):
    out = tmp_path / "ra"
    assert chiso("read", str(document), "--out", str(out)).returncode == 0
    assert [path.name for path in out.iterdir()] == ["ke-hoach.json"]
    assert json.loads((out / "ke-hoach.json").read_text("utf-8"))["index"]["year"] == SAMPLE.year


def test_files_that_would_clash_are_refused_before_anything_is_written(document, tmp_path):
    twin = tmp_path / "khac" / "ke-hoach.txt"
    twin.parent.mkdir()
    twin.write_text("KẾ HOẠCH", encoding="utf-8")
    out = tmp_path / "ra"
    done = chiso("read", str(document), str(twin), "--out", str(out))
    assert (done.returncode, out.exists()) == (1, False)
    assert "cli.same_name" in done.stderr


def test_a_document_that_is_no_plan_is_told_beside_what_was_read(document, tmp_path):
    letter = tmp_path / "giay-moi.txt"
    letter.write_text("GIẤY MỜI\nKính mời quý cơ quan dự lễ khánh thành.\n", encoding="utf-8")
    done = chiso("read", str(letter), str(document), "--format", "json")
    printed = [json.loads(line)["index"]["year"] for line in done.stdout.splitlines()]
    assert (done.returncode, printed) == (1, [None, SAMPLE.year])
    assert "không phải kế hoạch" in done.stderr
    assert "giay-moi.txt" in done.stderr


def test_a_missing_file_is_told_on_stderr_and_the_others_are_read(document, tmp_path):
    done = chiso("read", str(tmp_path / "khong-co.docx"), str(document), "--format", "json")
    assert done.returncode == 1
    assert "Không có tệp" in done.stderr
    assert json.loads(done.stdout)["index"]["year"] == SAMPLE.year


def test_faults_are_told_in_english_where_asked(tmp_path):
    assert "There is no file" in chiso("read", str(tmp_path / "none.docx"), language="en").stderr


def test_wrong_use_leaves_with_two():
    assert chiso("read").returncode == 2


def test_a_table_shows_figures_with_a_decimal_comma(document):
    table = chiso("read", str(document), "--format", "table").stdout
    first = next(c for c in SAMPLE.facts()["components"] if c["baseline"] and c["baseline"]["score"] % 1)
    assert f"{first['baseline']['score']:g}".replace(".", ",") in table


def test_places_say_where_each_value_stands(document):
    told = json.loads(chiso("read", str(document), "--places").stdout)
    (place, *_) = told["places"]["document/number"]
    assert place["text"] == told["document"]["number"]
    assert "places" not in json.loads(chiso("read", str(document)).stdout)
