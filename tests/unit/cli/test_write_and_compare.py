"""`chiso write` and `chiso compare` as their users call them."""

import json
import subprocess
import sys

import pytest

from chiso import documents
from chiso.packs import names
from chiso.plans import OWN_SENTENCES, from_json, read, to_json, write
from chiso.samples import sample_plans


@pytest.fixture
def folder(tmp_path):
    """A folder with one sample plan as JSON, its document not yet written."""
    content = sample_plans()[0].content()
    plan = read(documents.read(content, "mau.docx"), names=names()).plan
    (tmp_path / "mau.json").write_text(json.dumps(to_json(plan), ensure_ascii=False), encoding="utf-8")
    return tmp_path


def chiso(folder, *arguments: str, language: str = "vi") -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own."""
    command = [sys.executable, "-m", "chiso", "--lang", language, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def plan_in(path):
    return from_json(json.loads(path.read_text("utf-8")))


def test_plan_is_written_beside_and_reads_back_the_same(folder):
    done = chiso(folder, "write", "mau.json")
    assert (0, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith("Đã ghi mau.docx.\n")
    written = documents.read((folder / "mau.docx").read_bytes(), "mau.docx")
    assert plan_in(folder / "mau.json") == read(written, names=names()).plan


def test_sentences_of_the_programs_own_and_blanks_are_told(folder):
    plan = plan_in(folder / "mau.json")
    cited = write(plan).bases
    done = chiso(folder, "write", "mau.json")
    assert all(f"“{sentence}”" in done.stderr for sentence in OWN_SENTENCES)
    assert cited
    assert f"chỗ “……” của {len(cited)} căn cứ" in done.stderr


def test_kind_follows_the_ending_of_the_file_named(folder):
    done = chiso(folder, "write", "mau.json", "--out", "ban.pdf", language="en")
    assert done.returncode == 0
    assert done.stderr.startswith("Wrote ban.pdf.\n")
    assert (folder / "ban.pdf").read_bytes().startswith(b"%PDF-")


def test_a_file_that_is_there_is_not_overwritten_unasked(folder):
    (folder / "mau.docx").write_bytes(b"signed")
    done = chiso(folder, "write", "mau.json")
    assert done.returncode == 1
    assert "cli.file_exists" in done.stderr
    assert (folder / "mau.docx").read_bytes() == b"signed"


def test_a_kind_that_cannot_be_written_is_named(folder):
    done = chiso(folder, "write", "mau.json", "--out", "ban.odt")
    assert done.returncode == 1
    assert "[cli.not_written_so]" in done.stderr
    assert "docx, pdf" in done.stderr


def test_broken_json_is_told_as_such(folder):
    (folder / "hong.json").write_text("{", encoding="utf-8")
    done = chiso(folder, "write", "hong.json")
    assert done.returncode == 1
    assert "[cli.not_json]" in done.stderr


def test_comparison_tells_the_value_before_and_after(folder):
    plan = json.loads((folder / "mau.json").read_text("utf-8"))
    plan["document"]["number"] = "99/KH-SNV"
    (folder / "moi.json").write_text(json.dumps(plan), encoding="utf-8")
    done = chiso(folder, "compare", "mau.json", "moi.json", "--format", "json")
    assert done.returncode == 0
    before = plan_in(folder / "mau.json").document.number
    assert [{"field": "document/number", "before": before, "after": "99/KH-SNV"}] == json.loads(done.stdout)["head"]


def test_plan_and_its_document_do_not_differ(folder):
    chiso(folder, "write", "mau.json")
    done = chiso(folder, "compare", "mau.json", "mau.docx", "--format", "table")
    assert "Hai bản như nhau.\n" == done.stdout
