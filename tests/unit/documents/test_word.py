"""Word documents: printed numbers, tracked changes, tables, text boxes, faults of files."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from chiso.documents import BlockKind, read
from chiso.documents.word_numbering import formatted
from chiso.problems import ProblemError

NUMBERING = f"""
<w:numbering {nsdecls("w")}>
  <w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl>
    <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%4)"/></w:lvl>
    <w:lvl w:ilvl="4"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF02D;"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>
</w:numbering>"""


def saved(document) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def blocks(document):
    return read(saved(document), "ke-hoach.docx").blocks


def numbered_document(levels: list[tuple[int, str]]):
    document = docx.Document()
    part = document.part.numbering_part
    part._element = parse_xml(NUMBERING)
    for level, text in levels:
        paragraph = document.add_paragraph(text)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="9"/></w:numPr>')
        )
    return document


def test_numbers_that_word_makes_are_markers_as_printed():
    document = numbered_document([
        (0, "MỤC TIÊU"), (0, "NHIỆM VỤ"), (1, "Chỉ số một"), (2, "Kết quả"), (2, "Nhiệm vụ"),
        (3, "Việc đầu"), (3, "Việc sau"), (4, "Chi tiết"), (1, "Chỉ số hai"), (2, "Kết quả"),
    ])  # fmt: skip

    assert ["I", "II", "1", "1.1", "1.2", "a", "b", "-", "2", "2.1"] == [block.marker for block in blocks(document)]


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [(4, "upperRoman", "IV"), (27, "lowerLetter", "aa"), (3, "decimalZero", "03"), (9, "none", "")],
)
def test_number_forms_are_those_of_word(count, form, printed):
    assert printed == formatted(count, form)


def test_tracked_changes_count_as_accepted():
    document = docx.Document()
    paragraph = document.add_paragraph("Phấn đấu đạt ")
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>7,0</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>8,0</w:t></w:r></w:ins>"))
    paragraph.add_run(" điểm.")

    assert ["Phấn đấu đạt 8,0 điểm."] == [block.text for block in blocks(document)]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    document = docx.Document()
    first = document.add_paragraph("Công khai thủ tục ")
    first._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:del/></w:rPr>"))
    document.add_paragraph("trên trang tin.")

    assert ["Công khai thủ tục trên trang tin."] == [block.text for block in blocks(document)]


def test_merged_cells_stand_in_their_first_place():
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Chỉ số", "Nhiệm vụ", "Chủ trì"), strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Chi phí thời gian"
    table.cell(1, 1).text = "- Việc một;\n- Việc hai."
    table.cell(2, 1).merge(table.cell(2, 2)).text = "Việc ba"

    rows = blocks(document)

    assert [
        (("Chỉ số", "Nhiệm vụ", "Chủ trì"), (False, False, False)),
        (("Chi phí thời gian", "- Việc một;\n- Việc hai.", ""), (False, False, False)),
        (("", "Việc ba", ""), (True, False, False)),
    ] == [(row.cells, row.merged) for row in rows]
    assert rows[1].text == "Chi phí thời gian | - Việc một; - Việc hai. | "
    assert [True, False, False] == [row.is_table_head for row in rows]


def test_words_in_a_text_box_are_read_once():
    document = docx.Document()
    paragraph = document.add_paragraph("Ngoài khung.")
    box = "<w:txbxContent><w:p><w:r><w:t>Trong khung.</w:t></w:r></w:p></w:txbxContent>"
    spaces = (
        nsdecls("w")
        + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        + ' xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    paragraph._p.append(
        parse_xml(
            f"<w:r {spaces}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )

    assert ["Ngoài khung.", "Trong khung."] == [block.text for block in blocks(document)]


def test_hidden_words_and_decomposed_accents_do_not_show():
    document = docx.Document()
    paragraph = document.add_paragraph("Sở Nội vụ ban ha\u0300nh.")
    paragraph.add_run(" Ghi chú ẩn.").font.hidden = True

    assert ["Sở Nội vụ ban hành."] == [block.text for block in blocks(document)]


def test_headings_and_bold_lines_are_told():
    document = docx.Document()
    document.add_heading("Nhiệm vụ", level=2)
    document.add_paragraph().add_run("Tính minh bạch").bold = True

    heading, bold = blocks(document)

    assert (BlockKind.HEADING, 2) == (heading.kind, heading.level)
    assert (BlockKind.PARAGRAPH, True) == (bold.kind, bold.bold)


def test_a_title_broken_by_hand_is_two_lines():
    document = docx.Document()
    document.add_paragraph("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC")

    assert ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"] == [block.text for block in blocks(document)]


def test_footnotes_stay_out_of_their_paragraphs():
    document = docx.Document()
    paragraph = document.add_paragraph("Đạt 71,52 điểm")
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
        )
    )
    paragraph.add_run(" năm 2023.")

    assert ["Đạt 71,52 điểm năm 2023."] == [block.text for block in blocks(document)]


def test_a_table_within_a_cell_is_told_in_that_cell():
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Nhiệm vụ"
    inner = table.cell(0, 1).add_table(rows=2, cols=2)
    for row, (unit, when) in zip(inner.rows, (("Văn phòng", "Quý I"), ("Thanh tra", "Quý II")), strict=True):
        row.cells[0].text, row.cells[1].text = unit, when

    (row,) = blocks(document)

    assert ("Nhiệm vụ", "Văn phòng Quý I\nThanh tra Quý II") == row.cells


def test_a_table_cut_in_two_by_hand_says_its_head_twice_and_its_number_once_each():
    document = docx.Document()
    for words in ("Việc một", "Việc hai"):
        table = document.add_table(rows=2, cols=2)
        for cell, text in zip(
            (*table.rows[0].cells, *table.rows[1].cells), ("TT", "Nhiệm vụ", "1", words), strict=True
        ):
            cell.text = text
        document.add_paragraph()

    assert [(0, True), (0, False), (1, True), (1, False)] == [
        (row.table, row.is_table_head) for row in blocks(document)
    ]


def test_rows_marked_as_repeated_heads_are_heads():
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for row, words in zip(table.rows, ("Đầu một", "Đầu hai", "Việc"), strict=True):
        row.cells[0].text = words
    for row in table.rows[:2]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))

    assert [True, True, False] == [row.is_table_head for row in blocks(document)]


def test_a_row_that_a_tracked_change_takes_away_is_gone_and_a_moved_paragraph_stands_once():
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(1, 0).text = "Giữ", "Bỏ"
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {nsdecls('w')}/>"))
    for kind in ("moveFrom", "moveTo"):
        paragraph = document.add_paragraph()
        paragraph._p.append(parse_xml(f"<w:{kind} {nsdecls('w')}><w:r><w:t>Câu dời chỗ.</w:t></w:r></w:{kind}>"))

    assert ["Giữ | ", "Câu dời chỗ."] == [block.text for block in blocks(document)]


def test_comments_and_fields_do_not_show_but_their_results_do():
    document = docx.Document()
    paragraph = document.add_paragraph("Ngày ")
    for inner in (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        "<w:r><w:instrText>DATE</w:instrText></w:r>",
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        "<w:r><w:t>12/3/2024</w:t></w:r>",
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:r><w:commentReference w:id="1"/></w:r>',
    ):
        paragraph._p.append(parse_xml(inner.replace("<w:r>", f"<w:r {nsdecls('w')}>", 1)))

    assert ["Ngày 12/3/2024"] == [block.text for block in blocks(document)]


def archive(**files: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


WORD = saved(docx.Document())


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "rong.docx", "documents.empty"),
        (b" \n ", "rong.txt", "documents.empty"),
        (b"abc", "bang.xlsx", "documents.unknown_kind"),
        (b"Van ban thuong", "gia.docx", "documents.damaged"),
        (WORD, "gia.pdf", "documents.wrong_extension"),
        (WORD[: len(WORD) // 2], "cut.docx", "documents.damaged"),
        (WORD, "trong.docx", "documents.empty"),
        (archive(hello="x"), "la.docx", "documents.unknown_kind"),
        (archive(word__document="x", **{"word/document.xml": "<a"}), "hong.docx", "documents.damaged"),
        (archive(**{"word/document.xml": "a" * 9_000_000}), "bom.docx", "documents.unpacked_too_large"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "mat.docx", "documents.encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 64, "cu.doc", "documents.unknown_kind"),
        (b"\xc4\xff\xfe\x81 kh\xf4ng", "la.txt", "documents.not_text"),
    ],
)  # fmt: skip
def test_files_that_cannot_be_read_say_why(content, name, code):
    with pytest.raises(ProblemError) as caught:
        read(content, name)

    assert code == caught.value.problems[0].code
