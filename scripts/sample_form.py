"""The form of an office's document after Nghị định 30/2020/NĐ-CP, Phụ lục I: page, lists, head, foot, annex."""

from datetime import UTC, datetime
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
WRITTEN_AT = datetime(2024, 1, 2, 8, 0, tzinfo=UTC)  # fixed, so that two builds are the same bytes
HEADINGS = {1: "bold", 2: "bold", 3: "bold italic", 4: "italic", 5: "italic"}
HEADING_NUMBERS, ITEM_MARKS = 41, 42  # numbers of Word's lists, above those of the template
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


# the page


def set_up(word: WordDocument, layout: dict[str, Any]) -> None:
    """A4 with the decree's margins, one font, black headings, page numbers, lists."""
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    set_margins(section)
    number_pages(section)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(layout["size"])
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = layout["spacing"]
    for level, look in HEADINGS.items():
        style_heading(word, level, look, layout)
    items = word.styles["List Paragraph"].element.pPr
    items.remove(items.find(qn("w:contextualSpacing")))
    add_lists(word, layout)
    leave_out_thumbnail(word)
    core = word.core_properties
    core.author = core.last_modified_by = core.comments = ""
    core.created = core.modified = WRITTEN_AT


def set_margins(section: Section) -> None:
    """Margins of Nghị định 30/2020/NĐ-CP."""
    section.top_margin = section.bottom_margin = section.right_margin = Cm(2)
    section.left_margin = Cm(3)
    section.header_distance = Cm(1)


def number_pages(section: Section) -> None:
    """Page numbers centred on top, none on the first page."""
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    run = paragraph.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            element.text = text
        else:
            element.set(qn("w:fldCharType"), kind or "")
        run._r.append(element)  # noqa: SLF001  python-docx has no public way to add a field


def style_heading(word: WordDocument, level: int, look: str, layout: dict[str, Any]) -> None:
    """Heading style of a level: the text's own font and size, black, bold or italic."""
    style = word.styles[f"Heading {level}"]
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for key in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{key}"), FONT)
    style.font.size, style.font.color.rgb = Pt(layout["size"]), RGBColor(0, 0, 0)
    style.font.bold, style.font.italic = "bold" in look, "italic" in look
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6), Pt(6)
    style.paragraph_format.keep_with_next = True


def add_lists(word: WordDocument, layout: dict[str, Any]) -> None:
    """Word's own numbering for headings (I. 1.) and marks for items (- +)."""
    numbering = word.part.numbering_part.element
    first_line = round(Cm(layout["indent_cm"]).twips)
    definitions = {
        HEADING_NUMBERS: (("upperRoman", "%1."), ("decimal", "%2.")),
        ITEM_MARKS: (("bullet", "-"), ("bullet", "+")),
    }
    for number, levels in definitions.items():
        marks = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:suff w:val="space"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{first_line}"/></w:pPr></w:lvl>'
            for n, (form, text) in enumerate(levels)
        )
        abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{marks}</w:abstractNum>'
        numbering.insert(0, parse_xml(abstract))
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


def leave_out_thumbnail(word: WordDocument) -> None:
    """Drop the picture of an empty page that comes with python-docx's template."""
    links = word.part.package.rels
    for key in [key for key, link in links.items() if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del links[key]


# what stands over and under the text


def write_head(word: WordDocument, head: dict[str, Any]) -> None:
    """Issuer and national heading side by side, then kind and title."""
    table = plain_table(word, (6.9, 9.7))
    (left, right), (number, day) = (row.cells for row in table.rows)
    lines(left, (head["parent"], 12, ""), (head["issuer"], 12, "bold"))
    rule(left, 2.3)
    lines(right, ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "bold"), ("Độc lập - Tự do - Hạnh phúc", 13, "bold"))
    rule(right, 1.7)
    lines(number, (head["number"], 13, ""))
    lines(day, (head["place_and_day"], 13, "italic"))
    centred(word.add_paragraph(), head["kind"], 14, "bold", space_before=14)
    for line in head["title"]:
        centred(word.add_paragraph(), line, 14, "bold")
    rule(word, 5.5)


def write_foot(word: WordDocument, head: dict[str, Any]) -> None:
    """Recipients on the left, signature on the right."""
    word.paragraphs[-1].paragraph_format.keep_with_next = True
    centred(word.add_paragraph(), "", 6, "").paragraph_format.keep_with_next = True
    row = plain_table(word, (8, 8), rows=1).rows[0]
    keep_whole(row)
    left, right = row.cells
    *recipients, last = head["recipients"]
    rows = [("Nơi nhận:", 12, "bold italic"), *((f"- {name};", 11, "") for name in recipients), (f"- {last}.", 11, "")]
    lines(left, *rows, alignment=WD_ALIGN_PARAGRAPH.LEFT)
    *posts, name = head["signature"]
    lines(right, *((post, 14, "bold") for post in posts))
    centred(right.add_paragraph(), name, 14, "bold", space_before=60)


def keep_whole(row: _Row) -> None:
    """Keep a row of a table on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  no public way


def plain_table(word: WordDocument, widths: tuple[float, ...], rows: int = 2) -> Table:
    """A table without lines that only sets things side by side."""
    table = word.add_table(rows=rows, cols=len(widths))
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    set_widths(table, widths)
    return table


def set_widths(table: Table, widths: tuple[float, ...]) -> None:
    """Fix the widths of a table's columns, in cm."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(Cm(width))


def lines(cell: _Cell, *rows: tuple[str, int, str], alignment: WD_ALIGN_PARAGRAPH = CENTRE) -> None:
    """Write one paragraph a row (text, size, look) into a cell."""
    for n, (text, size, look) in enumerate(rows):
        centred(cell.paragraphs[0] if n == 0 else cell.add_paragraph(), text, size, look).alignment = alignment


def centred(paragraph: Paragraph, text: str, size: int, look: str, space_before: int = 0) -> Paragraph:
    """Fill a centred paragraph of single spacing."""
    paragraph.alignment = CENTRE
    space = paragraph.paragraph_format
    space.space_before, space.space_after, space.line_spacing = Pt(space_before), Pt(0), 1.0
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), "bold" in look, "italic" in look
    return paragraph


def rule(place: _Cell | WordDocument, indent: float) -> None:
    """A short line under a heading: an empty paragraph with an upper border, `indent` cm from both sides."""
    paragraph = centred(place.add_paragraph(), "", 4, "", space_before=2)
    space = paragraph.paragraph_format
    space.left_indent = space.right_indent = Cm(indent)
    border = '<w:pBdr {}><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(border.format(nsdecls("w"))))  # noqa: SLF001  no public way


def start_annex(word: WordDocument, name: str) -> None:
    """Landscape pages with page numbers of their own, headed by the annex's name."""
    section = word.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    set_margins(section)
    number_pages(section)
    section._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="1"/>'))  # noqa: SLF001  no public way
    centred(word.add_paragraph(), name, 14, "bold")
