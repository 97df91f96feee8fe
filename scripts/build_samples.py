"""Build the sample plans: from the text sources in src/chiso/samples/plans to Word documents as an office writes them.

A source holds a head (YAML between two lines of ---) and a body of one block a line, blocks parted by empty lines:
# to ##### a heading, - and + an item and a sub-item, | a row of a table, === the annex on landscape pages, anything
else a paragraph; **bold** and *italic* inside. The form is that of Nghị định 30/2020/NĐ-CP, Phụ lục I; the head's
`layout` says how this office does it: headings as styles or as bold lines, numbers typed or made by Word, items with
typed dashes or Word's bullets.

Run as `python -m scripts.build_samples` after a source has changed.
"""

import io
import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from scripts.sample_form import (
    CENTRE,
    HEADING_NUMBERS,
    HEADINGS,
    ITEM_MARKS,
    JUSTIFY,
    WRITTEN_AT,
    centred,
    keep_whole,
    set_up,
    set_widths,
    start_annex,
    write_foot,
    write_head,
)

FOLDER = Path(__file__).resolve().parents[1] / "src" / "chiso" / "samples" / "plans"
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
INLINE = re.compile(r"(\*{1,3})([^*]+)\1")


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
        keep_whole(row)
        places = row.cells
        if not any(cells[2:]):
            places, cells = (places[0], places[1].merge(places[-1])), cells[:2]
            places[1].paragraphs[0].paragraph_format.keep_with_next = True
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
            entry = zipfile.ZipInfo(name, date_time=WRITTEN_AT.timetuple()[:6])
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
