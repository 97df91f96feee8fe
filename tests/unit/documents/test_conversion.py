"""Old kinds of files through LibreOffice: what it is asked, what happens where it is absent, fails or hangs."""

from __future__ import annotations

import shutil
import sys
import tempfile
from io import BytesIO

import docx
import pytest

from chiso.documents import conversion, read
from chiso.problems import ProblemError

RTF = rb"{\rtf1\ansi{\fonttbl{\f0 Times New Roman;}}\f0 K\u7871? ho\u7841?ch c\u7843?i thi\u7879?n.\par}"
# A program in LibreOffice's place: it looks at what it is asked, as the real one would.
PROGRAM = """#!{python}
import pathlib, shutil, sys, time
asked = dict(zip(sys.argv, sys.argv[1:]))
assert sys.argv[1].startswith("-env:UserInstallation=file:///") and "--headless" in sys.argv
assert asked["--convert-to"].startswith("docx")
source, target = pathlib.Path(sys.argv[-1]), pathlib.Path(asked["--outdir"])
{does}
"""


@pytest.fixture
def libreoffice(tmp_path, monkeypatch):
    """Put a program in LibreOffice's place."""

    def installed(does: str) -> None:
        program = tmp_path / "soffice"
        program.write_text(PROGRAM.format(python=sys.executable, does=does), encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", str(tmp_path))

    return installed


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield
    assert [] == list(folder.iterdir())


def code_of(content: bytes, name: str) -> str:
    with pytest.raises(ProblemError) as caught:
        read(content, name)
    return caught.value.problems[0].code


def test_what_libreoffice_makes_is_read(libreoffice, tmp_path):
    document = docx.Document()
    document.add_paragraph("Kế hoạch cải thiện.")
    buffer = BytesIO()
    document.save(buffer)
    (tmp_path / "made.docx").write_bytes(buffer.getvalue())
    made = f"shutil.copy({str(tmp_path / 'made.docx')!r}, (target.mkdir(), target / 'document.docx')[1])"
    libreoffice(f"assert source.read_bytes().startswith(b'{{\\\\rtf'); {made}")

    read_document = read(RTF, "cu.rtf")

    assert ("rtf", ["Kế hoạch cải thiện."]) == (read_document.kind, [block.text for block in read_document.blocks])


def test_without_libreoffice_the_file_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "documents.no_libreoffice" == code_of(RTF, "cu.rtf")


def test_a_file_that_libreoffice_cannot_open_says_so(libreoffice):
    libreoffice("sys.exit('Error: source file could not be loaded')")

    with pytest.raises(ProblemError) as caught:
        read(RTF, "hong.rtf")

    (problem,) = caught.value.problems
    assert "documents.cannot_convert" == problem.code
    assert "Error: source file could not be loaded" == problem.given


def test_a_conversion_without_end_is_stopped(libreoffice, monkeypatch):
    monkeypatch.setattr(conversion, "_SECONDS", 0.3)
    libreoffice("time.sleep(600)")

    assert "documents.too_slow" == code_of(RTF, "lau.rtf")


if shutil.which("soffice"):  # where it is installed, the real one; elsewhere the tests above say what we ask of it

    def test_the_real_libreoffice_makes_a_docx():
        assert ["Kế hoạch cải thiện."] == [block.text for block in read(RTF, "cu.rtf").blocks]
