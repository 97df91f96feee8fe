"""What a tagged PDF says of its text: to which paragraph and table row each printed piece belongs."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

_BLOCK = re.compile(r"P|H\d?|LI|T[DH]|Caption|Note|TOCI|BlockQuote")
_DEEPEST = 40
_MOST_CHILDREN = 40_000  # on one page; PDFium counts those of all pages

Path = tuple[int, ...]
"""The place of an element in the file's tree of tags: the same on every page that it stands on."""


@dataclass(frozen=True, slots=True)
class Tag:
    """The paragraph of a piece of text, and the table row that it stands in."""

    paragraph: Path
    row: Path | None = None


@dataclass(frozen=True, slots=True)
class _Element:
    pointer: object
    path: Path
    block: Path | None
    row: Path | None


class Tags:
    """The tags of one page, by the marks that its text objects carry."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._of_mark: dict[int, Tag] = {}
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        if tree:
            try:
                self._of_mark = dict(_marks(tree))
            finally:
                raw.FPDF_StructTree_Close(tree)

    def at(self, text: pdfium.PdfTextPage, index: int) -> Tag | None:
        """The tag of the letter number `index` of a page's text; None where it has none."""
        if not self._of_mark:
            return None
        return self._of_mark.get(raw.FPDFPageObj_GetMarkedContentID(raw.FPDFText_GetTextObject(text.raw, index)))


def _marks(tree: object) -> Iterator[tuple[int, Tag]]:
    """Each mark on the page with its tag; nothing where the tree is deeper or wider than one of a document."""
    roots = raw.FPDF_StructTree_CountChildren(tree)
    waiting = [
        _Element(root, (n,), None, None) for n in range(roots) if (root := raw.FPDF_StructTree_GetChildAtIndex(tree, n))
    ]
    seen = roots
    while waiting:
        element = _named(waiting.pop())
        count = raw.FPDF_StructElement_CountChildren(element.pointer)
        seen += max(0, count)
        if seen > _MOST_CHILDREN or len(element.path) > _DEEPEST:
            return
        for number in range(count):
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element.pointer, number)
            if mark >= 0:
                if element.block is not None:
                    yield mark, Tag(element.block, element.row)
            elif child := raw.FPDF_StructElement_GetChildAtIndex(element.pointer, number):
                waiting.append(_Element(child, (*element.path, number), element.block, element.row))


def _named(element: _Element) -> _Element:
    """The element with the paragraph and row that it opens, or else stands in."""
    kind = _kind(element.pointer)
    if kind == "TR":
        return _Element(element.pointer, element.path, None, element.path)
    is_first_in_item = kind == "P" and element.path[-1] == 0 and element.block is not None
    if kind == "L" or not _BLOCK.fullmatch(kind) or is_first_in_item:
        return element
    return _Element(element.pointer, element.path, element.path, element.row)


def _kind(pointer: object) -> str:
    """The kind of an element as the standard names it."""
    room = ctypes.create_string_buffer(64)
    length = raw.FPDF_StructElement_GetType(pointer, room, len(room))
    return room.raw[: max(0, min(length, len(room)) - 2)].decode("utf-16-le", "replace")
