"""Paragraphs, cells and tables of WordprocessingML, built straight as elements: quick, and in the schema's order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from chiso.documents.writing.form import POINTS_PER_MILLIMETRE

Element = Any
_TWIPS_A_POINT = 20
_RULE_GAP = 50  # twips between a line of words and the rule under it
RULED = "DuongKe"
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))


def twips(millimetres: float) -> int:
    """Word's unit of length."""
    return round(millimetres * POINTS_PER_MILLIMETRE * _TWIPS_A_POINT)


def element(tag: str, *children: Element | None, **attributes: object) -> Element:
    """An element of the main namespace with its attributes and those children that are not None."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    for child in children:
        if child is not None:
            made.append(child)
    return made


def printable(words: str) -> str:
    """The words without control characters, which no XML file may hold."""
    return words.translate(_CONTROLS)


def run(words: str, *, bold: bool = False) -> Element:
    """A run of words; blanks at its ends are kept, and a line break stands for each new line."""
    made = element("r", element("rPr", element("b")) if bold else None)
    for number, line in enumerate(printable(words).split("\n")):
        if number:
            made.append(element("br"))
        text = element("t")
        text.text = line
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        made.append(text)
    return made


def paragraph(style: str, *runs: Element | str, properties: Iterable[Element] = ()) -> Element:
    """A paragraph of a style; `properties` in the order of the schema, after the style."""
    made = element("p", element("pPr", element("pStyle", val=style), *properties))
    for each in runs:
        made.append(run(each) if isinstance(each, str) else each)
    return made


def rule(length: float, room: float, points: float, *, after: float = 0) -> Element:
    """A line of `length` in the middle of `room` (millimetres): an empty paragraph with an upper border."""
    side = twips((room - length) / 2)
    border = element("pBdr", element("top", val="single", sz=round(points * 8), space=1, color="000000"))
    spacing = element("spacing", before=_RULE_GAP, after=round(after * _TWIPS_A_POINT))
    return paragraph(RULED, properties=(border, spacing, element("ind", left=side, right=side, firstLine=0)))


def list_number(list_id: int, level: int = 0) -> Element:
    """Membership of a list; list 0 switches off the one of the style."""
    return element("numPr", element("ilvl", val=level), element("numId", val=list_id))


def cell(width: int, paragraphs: Iterable[Element], *, span: int = 1, vertical: str = "top") -> Element:
    """A cell over `span` columns."""
    properties = element(
        "tcPr",
        element("tcW", w=width, type="dxa"),
        element("gridSpan", val=span) if span > 1 else None,
        element("vAlign", val=vertical),
    )
    return element("tc", properties, *paragraphs)


def row(cells: Iterable[Element], *, is_head: bool = False) -> Element:
    """A row that is not torn by a page; a head row is repeated on every page."""
    properties = element("trPr", element("cantSplit"), element("tblHeader") if is_head else None)
    return element("tr", properties, *cells)


def table(widths: Sequence[int], rows: Iterable[Element], *, style: str) -> Element:
    """A table of fixed column widths (twips)."""
    properties = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=sum(widths), type="dxa"),
        element("jc", val="center"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="0000"),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, grid, *rows)
