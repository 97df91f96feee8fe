"""Bad and hostile files: each is told what it is, before it can cost anything."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from tests.unit.documents.pdf_files import Page, pdf

from chiso.documents import read
from chiso.problems import ProblemError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
FOREIGN = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)


def word(**changed: str | bytes) -> bytes:
    """A good .docx with some of its parts replaced or added."""
    buffer = BytesIO()
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    document.save(buffer)
    result = BytesIO()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            if entry.filename not in changed:
                target.writestr(entry, source.read(entry))
        for name, content in changed.items():
            target.writestr(name, content)
    return result.getvalue()


def odt(manifest: str = "<manifest/>") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<a/>")
        archive.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


def old_word(flags: int = 0, stream: str = "") -> bytes:
    head = OLE.ljust(0x200, b"\0") + b"\xec\xa5" + b"\0" * 9 + bytes([flags])
    return head.ljust(0x400, b"\0") + "WordDocument".encode("utf-16-le") + stream.encode("utf-16-le")


def sheet() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
    return buffer.getvalue()


def nested(depth: int) -> bytes:
    inner = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    for _ in range(depth):
        inner = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    body = f"<w:document {W}><w:body>{inner}</w:body></w:document>"
    return word(**{"word/document.xml": body})


LOCKED_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
    b"4 0 obj<</Filter/Standard/V 1/R 2/O<" + b"28" * 32 + b">/U<" + b"29" * 32 + b">/P -4>>endobj\n"
    b"trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]>>\n%%EOF"
)


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (word(**{"word/vbaProject.bin": b"x"}), "macro.docm", "documents.macros"),
        (word(**{"word/vbaProject.bin": b"x"}), "macro.docx", "documents.macros"),
        (old_word(stream="_VBA_PROJECT"), "macro.doc", "documents.macros"),
        (old_word(flags=1), "mat-khau.doc", "documents.encrypted"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mat-khau.docx", "documents.encrypted"),
        (odt("<manifest:encryption-data/>"), "mat-khau.odt", "documents.encrypted"),
        (LOCKED_PDF, "mat-khau.pdf", "documents.encrypted"),
        (word(**{"word/document.xml": LAUGHS}), "cuoi.docx", "documents.entities"),
        (word(**{"word/document.xml": FOREIGN}), "ngoai.docx", "documents.entities"),
        (word(**{"word/document.xml": LAUGHS.encode("utf-16")}), "cuoi16.docx", "documents.entities"),
        (word(**{"word/media/a.bin": b"\0" * 30_000_000}), "bom.docx", "documents.unpacked_too_large"),
        (word(**{"word/document.xml": "<a>" + "x" * 70_000_000}), "dai.docx", "documents.unpacked_too_large"),
        (nested(400), "long.docx", "documents.too_deep"),
        (sheet(), "bang.docx", "documents.unknown_kind"),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), "bang.doc", "documents.unknown_kind"),
        (b"GIF89a" + bytes(range(200)), "anh.png", "documents.damaged"),
        (word(), "that-ra-docx.rtf", "documents.wrong_extension"),
        (b"{\\rtf1 abc}", "that-ra-rtf.doc", "documents.wrong_extension"),
        (b"abc " * 3_000_000, "dai.txt", "documents.too_large"),
        (b"a" * 60_000_001, "rat-dai.txt", "documents.too_large"),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_what_it_is(content, name, code):
    with pytest.raises(ProblemError) as caught:
        read(content, name)

    (problem,) = caught.value.problems
    assert code == problem.code
    assert name in problem.message("vi")
    assert name in problem.message("en")


def test_a_good_word_file_passes_all_checks():
    assert ["Kế hoạch"] == [block.text for block in read(word(), "tot.docx").blocks]


def test_tables_in_tables_are_read_to_a_reasonable_depth():
    assert "x" in read(nested(10), "long.docx").blocks[0].text


def test_pages_without_end_are_read_within_bounds():
    pages = []
    for number in range(1_000):
        page = Page()
        page.write(80, 700, f"Nhiệm vụ thứ {number + 1} của kế hoạch này.")
        pages.append(page)

    blocks = read(pdf(pages), "nghin-trang.pdf").blocks

    assert [1, 1_000] == [blocks[0].page, blocks[-1].page]


def test_a_drawing_of_a_thousand_lines_is_no_table():
    page = Page()
    page.write(80, 760, "Sơ đồ dưới đây không phải bảng của kế hoạch.")
    page.grid([80 + n for n in range(0, 420, 4)], [700 - n for n in range(0, 600, 4)])

    assert ["Sơ đồ dưới đây không phải bảng của kế hoạch."] == [b.text for b in read(pdf([page]), "so-do.pdf").blocks]


def test_xml_parts_are_parsed_without_entities():
    # The check before parsing sees the first bytes only; what comes later must not be expanded either.
    late = f"<?xml version='1.0'?>{' ' * 5_000}<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
    body = f"<w:document {W}><w:body><w:p><w:r><w:t>Kế hoạch &x;</w:t></w:r></w:p></w:body></w:document>"

    assert ["Kế hoạch"] == [block.text for block in read(word(**{"word/document.xml": late + body}), "a.docx").blocks]
