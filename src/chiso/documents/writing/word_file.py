"""An official document as the bytes of a .docx file, the same for the same document."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from chiso.documents.writing import form
from chiso.documents.writing.official import Annex, OfficialDocument
from chiso.documents.writing.word_body import body
from chiso.documents.writing.word_elements import Element, element, paragraph, printable, twips
from chiso.documents.writing.word_head import foot, head
from chiso.documents.writing.word_lists import put_lists
from chiso.documents.writing.word_styles import put_styles

_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_MOST_PROPERTY = 255  # characters that a property of a Word file may have
_ZIP_DAY = (2000, 1, 1, 0, 0, 0)
_LEFT_OUT = ("thumbnail", "stylesWithEffects", "customXml")


def bytes_of_word(document: OfficialDocument) -> bytes:
    """The document as a Word file after Decree 30/2020/NĐ-CP, for a secretary to go on editing."""
    word = docx.Document()
    _leave_out_template(word)
    put_styles(word)
    put_lists(word)
    _set_properties(word, document)
    _number_pages(word)
    _fill(word, document)
    return _packed(word)


def _fill(word: WordDocument, document: OfficialDocument) -> None:
    root = word.element.body
    last = root.sectPr
    root.remove(last)
    written = list(body(document.body, form.text_width()))
    if written and written[-1].tag == qn("w:p"):
        written[-1].pPr.insert(1, element("keepNext"))
    root.extend([*head(document), *written, *foot(document)])
    parts = [_page(last), *(_page(last, is_landscape=a.is_landscape, is_annex=True) for a in document.annexes)]
    for position, annex in enumerate(document.annexes):
        root.append(_section_end(parts[position]))
        root.extend(_annex(document, annex, position))
    root.append(parts[-1])


def _section_end(properties: Element) -> Element:
    """The paragraph that ends a section, as small as can be."""
    return element("p", element("pPr", element("pStyle", val="DuongKe"), properties))


def _annex(document: OfficialDocument, annex: Annex, position: int) -> list[Element]:
    room = form.text_width(is_landscape=annex.is_landscape)
    return [
        paragraph("PhuLuc", document.annex_number(position)),
        paragraph("TenPhuLuc", annex.title.upper()),
        paragraph("DanChieuPhuLuc", document.reference),
        paragraph("DuongKe"),
        *body(annex.blocks, room),
    ]


def _page(template: Element, *, is_landscape: bool = False, is_annex: bool = False) -> Element:
    """The properties of a section: paper, the decree's margins, page numbers from the second page on."""
    width, height = twips(form.PAGE_WIDTH), twips(form.PAGE_HEIGHT)
    size = {"w": height, "h": width, "orient": "landscape"} if is_landscape else {"w": width, "h": height}
    margins = {"top": form.TOP, "right": form.RIGHT, "bottom": form.BOTTOM, "left": form.LEFT, "header": form.HEADER_AT}
    references = [each for each in template if each.tag == qn("w:headerReference")]
    copies = [element("headerReference", type=each.get(qn("w:type"))) for each in references]
    for copy, each in zip(copies, references, strict=True):
        copy.set(qn("r:id"), each.get(qn("r:id")))
    return element(
        "sectPr",
        *copies,
        element("pgSz", **size),
        element(
            "pgMar", **{side: twips(length) for side, length in margins.items()}, footer=twips(form.HEADER_AT), gutter=0
        ),
        element("pgNumType", start=1) if is_annex else None,
        element("titlePg"),
    )


def _number_pages(word: WordDocument) -> None:
    """Page numbers centred in the upper margin, none on the first page."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    section.header.is_linked_to_previous = False
    field = element("fldSimple", element("r", element("t")), instr=" PAGE ")
    for header, runs in ((section.header, [field]), (section.first_page_header, [])):
        root = header._element  # noqa: SLF001 (the library has no public way to the part's root)
        for child in list(root):
            root.remove(child)
        root.append(paragraph("SoTrang", *runs))


def _leave_out_template(word: WordDocument) -> None:
    """Drop what the library's template brings along and nobody needs; Vietnamese figures and language."""
    links = word.part.package.rels, word.part.rels
    for relations in links:
        for key in [k for k, link in relations.items() if link.reltype.endswith(_LEFT_OUT)]:
            del relations[key]
    settings = word.settings.element
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), "vi-VN")
    settings.find(qn("w:decimalSymbol")).set(qn("w:val"), ",")
    settings.find(qn("w:listSeparator")).set(qn("w:val"), ";")
    settings.find(f"{qn('w:compat')}/{qn('w:compatSetting')}").set(qn("w:val"), "15")


def _set_properties(word: WordDocument, document: OfficialDocument) -> None:
    core = word.core_properties
    core.author = core.last_modified_by = printable(document.issuer)[:_MOST_PROPERTY]
    core.title, core.subject = printable(document.title)[:_MOST_PROPERTY], printable(document.number)[:_MOST_PROPERTY]
    core.language = "vi-VN"
    core.comments = core.keywords = ""
    day = document.place_and_day
    is_whole = day is not None and None not in (day.year, day.month, day.day)
    core.created = core.modified = datetime(day.year, day.month, day.day, tzinfo=UTC) if is_whole else _NO_DAY  # type: ignore[union-attr,arg-type]  # looked at just above


def _packed(word: WordDocument) -> bytes:
    """The file's bytes with the clock taken out of the archive."""
    saved, result = io.BytesIO(), io.BytesIO()
    word.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, date_time=_ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts.read(name))
    return result.getvalue()
