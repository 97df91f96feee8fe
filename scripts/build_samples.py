"""Build the sample plans: from the text sources in src/chiso/samples/plans to Word documents as an office writes them.

A source holds a head (YAML between two lines of ---) and a body of one block a line, blocks parted by empty lines:
# to ##### a heading, - and + an item and a sub-item, | a row of a table, === the annex on landscape pages, anything
else a paragraph; **bold** and *italic* inside. The form is that of Nghị định 30/2020/NĐ-CP, Phụ lục I; the head's
`layout` says how this office does it: headings as styles or as bold lines, numbers typed or made by Word, items with
typed dashes or Word's bullets.
"""

import io
import re
import sys
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import Section
from docx.shared import Cm, Emu, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

FOLDER = Path(__file__).resolve().parents[1] / "src" / "chiso" / "samples" / "plans"
FONT = "Times New Roman"
WRITTEN_AT = datetime(2024, 1, 2, 8, 0, tzinfo=UTC)  # fixed, so that two builds are the same bytes
HEADINGS = {1: "bold", 2: "bold", 3: "bold italic", 4: "italic", 5: "italic"}
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
HEADING_NUMBERS, ITEM_MARKS = 41, 42  # numbers of Word's lists, above those of the template
INLINE = re.compile(r"(\*{1,3})([^*]+)\1")
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY


@dataclass(frozen=True, slots=True)
class Source:
    """A sample plan as written: its head and the lines of its body."""

    head: dict[str, Any]
    lines: tuple[str, ...]


def read_source(text: str) -> Source:
    """Part a source into head and lines."""
    _, head, body = text.split("---\n", 2)
    return Source(yaml.safe_load(head), tuple(line.strip() for line in body.splitlines() if line.strip()))


def build(source: Source) -> bytes:
    """The Word document of a source, the same bytes every time."""
    word = Document()
    layout = source.head["layout"]
    set_up(word, layout)
    write_head(word, source.head)
    writer = BodyWriter(word, layout)
    body, annex = parted(source.lines)
    for line in body:
        writer.write(line)
    write_foot(word, source.head)
    if annex:
        start_annex(word, annex[0].removeprefix("===").strip())
        for line in annex[1:]:
            writer.write(line)
    return packed(word)


def parted(lines: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines before the annex and those from its own line on."""
    start = next((n for n, line in enumerate(lines) if line.startswith("===")), len(lines))
    return lines[:start], lines[start:]


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
    add_lists(word)
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


def add_lists(word: WordDocument) -> None:
    """Word's own numbering for headings (I. 1.) and marks for items (- +)."""
    numbering = word.part.numbering_part.element
    definitions = {
        HEADING_NUMBERS: (("upperRoman", "%1."), ("decimal", "%2.")),
        ITEM_MARKS: (("bullet", "-"), ("bullet", "+")),
    }
    for number, levels in definitions.items():
        marks = "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:suff w:val="space"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
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
    table = plain_table(word, (6.6, 9.4))
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
    word.add_paragraph().paragraph_format.space_after = Pt(0)
    left, right = plain_table(word, (8, 8), rows=1).rows[0].cells
    *recipients, last = head["recipients"]
    rows = [("Nơi nhận:", 12, "bold italic"), *((f"- {name};", 11, "") for name in recipients), (f"- {last}.", 11, "")]
    lines(left, *rows, alignment=WD_ALIGN_PARAGRAPH.LEFT)
    *posts, name = head["signature"]
    lines(right, *((post, 14, "bold") for post in posts))
    centred(right.add_paragraph(), name, 14, "bold", space_before=60)


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


# the text


class BodyWriter:
    """Writes the lines of a body, remembering the numbers given so far and the table under way."""

    def __init__(self, word: WordDocument, layout: dict[str, Any]) -> None:
        self.word = word
        self.layout = layout
        self.counts = [0, 0]
        self.table: Table | None = None

    def write(self, line: str) -> None:
        """Write one line as what its mark says."""
        mark, _, text = line.partition(" ")
        if mark == "|":
            self.write_row([cell.strip() for cell in line.strip("|").split("|")])
            return
        self.table = None
        if set(mark) == {"#"}:
            self.write_heading(len(mark), text)
        elif mark in ("-", "+"):
            self.write_item(mark, text)
        else:
            self.write_paragraph(line)

    def write_heading(self, level: int, text: str) -> None:
        """A heading: styled or only bold, its number typed or counted by Word."""
        if self.is_in_annex:
            centred(self.word.add_paragraph(), text, 14, "bold")
            return
        if self.layout["headings"] == "styles":
            paragraph = self.word.add_paragraph(style=f"Heading {level}")
        else:
            paragraph = self.word.add_paragraph()
            paragraph.paragraph_format.keep_with_next = True
        self.indent(paragraph)
        if self.layout["numbers"] == "automatic":
            text = self.counted(level, text)
            add_to_list(paragraph, HEADING_NUMBERS, level - 1)
        fill(paragraph, text, "" if self.layout["headings"] == "styles" else HEADINGS[level])

    @property
    def is_in_annex(self) -> bool:
        """Whether the annex has begun."""
        return len(self.word.sections) > 1

    def counted(self, level: int, text: str) -> str:
        """The heading without its number, which must be the one that Word will count."""
        self.counts[level - 1] += 1
        self.counts[level:] = [0] * len(self.counts[level:])
        number, _, name = text.partition(" ")
        wanted = ROMAN[self.counts[0]] if level == 1 else str(self.counts[1])
        if number != f"{wanted}.":
            raise ValueError(f"{text!r} is numbered {number!r}, Word will count {wanted!r}")
        return name

    def write_item(self, mark: str, text: str) -> None:
        """An item with a typed dash or in one of Word's lists."""
        if self.layout["items"] == "dash":
            self.write_paragraph(f"{mark} {text}")
            return
        paragraph = self.word.add_paragraph(style="List Paragraph")
        paragraph.alignment = JUSTIFY
        add_to_list(paragraph, ITEM_MARKS, 0 if mark == "-" else 1)
        fill(paragraph, text)

    def write_paragraph(self, text: str) -> None:
        """A paragraph of text, justified, its first line indented; centred in the annex."""
        paragraph = self.word.add_paragraph()
        if self.is_in_annex:
            paragraph.alignment = CENTRE
        else:
            paragraph.alignment = JUSTIFY
            self.indent(paragraph)
        fill(paragraph, text)

    def indent(self, paragraph: Paragraph) -> None:
        """Indent the first line as the layout says."""
        paragraph.paragraph_format.first_line_indent = Cm(self.layout["indent_cm"])

    def write_row(self, cells: list[str]) -> None:
        """A row of the annex; the first one is the head that every page repeats, a lone text spans what is empty."""
        if self.table is None:
            self.table = annex_table(self.word, len(cells))
            row = self.table.rows[0]
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  no public way
            cells = [f"**{cell}**" for cell in cells]
            is_head = True
        else:
            row = self.table.add_row()
            is_head = False
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  no public way
        places = row.cells
        if not any(cells[2:]):
            places, cells = (places[0], places[1].merge(places[-1])), cells[:2]
        for n, (place, text) in enumerate(zip(places, cells, strict=True)):
            fill_cell(place, text, is_centred=is_head or n != 1)


def annex_table(word: WordDocument, columns: int) -> Table:
    """A table with lines over the width of a landscape page."""
    table = word.add_table(rows=1, cols=columns)
    table.style = "Table Grid"
    set_widths(table, (1.3, 11.6, 4.2, 4.2, 3.4)[:columns])
    return table


def fill_cell(cell: _Cell, text: str, *, is_centred: bool) -> None:
    """Write a cell's text in the annex's smaller spacing."""
    paragraph = cell.paragraphs[0]
    paragraph.alignment = CENTRE if is_centred else WD_ALIGN_PARAGRAPH.LEFT
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(2), 1.0
    fill(paragraph, text)


def add_to_list(paragraph: Paragraph, number: int, level: int) -> None:
    """Let Word number the paragraph as part of one of its lists."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001  no public way
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def fill(paragraph: Paragraph, text: str, look: str = "") -> None:
    """Add text, its **bold** and *italic* spans as runs of their own."""
    start = 0
    for match in INLINE.finditer(text):
        add_run(paragraph, text[start : match.start()], look)
        add_run(paragraph, match[2], {1: "italic", 2: "bold", 3: "bold italic"}[len(match[1])])
        start = match.end()
    add_run(paragraph, text[start:], look)


def add_run(paragraph: Paragraph, text: str, look: str) -> None:
    """Add a run of one look."""
    if text:
        run = paragraph.add_run(text)
        if look:
            run.bold, run.italic = "bold" in look, "italic" in look


def packed(word: WordDocument) -> bytes:
    """The document's bytes with the clock taken out of the archive."""
    saved, result = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, date_time=(2024, 1, 2, 8, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts.read(name))
    return result.getvalue()


def main() -> int:
    """Build every sample plan beside its source."""
    for path in sorted(FOLDER.glob("*.md")):
        target = path.with_suffix(".docx")
        target.write_bytes(build(read_source(path.read_text("utf-8"))))
        print(f"{target.name}: {target.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
