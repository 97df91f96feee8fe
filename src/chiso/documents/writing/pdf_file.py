"""An official document as the bytes of a PDF file, set by Typst in the same look as the Word file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from importlib.resources import files
from typing import Any, Final

import typst

from chiso.documents.writing import form
from chiso.documents.writing.fonts import chosen_font, font_files
from chiso.documents.writing.official import (
    Annex,
    BodyBlock,
    Clause,
    Heading,
    Item,
    OfficialDocument,
    Paragraph,
    Table,
    printed_number,
)

_MARKS = {1: "- ", 2: "+ "}
_ACCESSIBLE: Final = "ua-1"


def bytes_of_pdf(document: OfficialDocument) -> bytes:
    """The document as a tagged PDF (PDF/UA-1) for preview and publication; the font is the one of `chosen_font`."""
    template = files("chiso.documents.writing").joinpath("official.typ").read_bytes()
    given = json.dumps(_given(document), ensure_ascii=False)
    written = typst.compile(
        template, font_paths=font_files(), sys_inputs={"document": given}, pdf_standards=_ACCESSIBLE
    )
    return bytes(written)


def _given(document: OfficialDocument) -> dict[str, Any]:
    """What the template asks for, every line as it is printed."""
    signature = document.signature
    return {
        "family": chosen_font().family,
        "form": _form(),
        "parent": document.parent.upper(),
        "issuer": document.issuer,
        "issuing": document.issuer.upper(),
        "nation": form.NATION_WORDS,
        "motto": form.MOTTO_WORDS,
        "number": document.number_line,
        "subject": f"V/v {document.title}" if document.is_letter else "",
        "place": document.place_and_day.line if document.place_and_day else "",
        "kind": document.kind.upper(),
        "title": document.title,
        "addressees": _ended(document.addressees),
        "bases": _ended(document.bases),
        "body": _blocks(document.body),
        "recipients": _ended(f"- {name}" for name in document.recipients),
        "authority": [line.upper() for line in (*signature.authority, signature.position)] if signature else [],
        "signer": signature.name if signature else "",
        "annexes": [_annex(document, annex, at) for at, annex in enumerate(document.annexes)],
    }


def _form() -> dict[str, Any]:
    looks = {
        "text": form.TEXT, "nation": form.NATION, "motto": form.MOTTO, "parent": form.PARENT, "issuer": form.ISSUER,
        "number": form.NUMBER, "place": form.PLACE, "kind": form.KIND, "heading": form.TITLE, "subject": form.SUBJECT,
        "basis": form.BASIS, "addressee": form.ADDRESSEE, "authority": form.AUTHORITY, "signer": form.SIGNER,
        "recipients": form.RECIPIENTS_HEAD, "recipient": form.RECIPIENT, "annex": form.ANNEX_NUMBER,
        "reference": form.ANNEX_REFERENCE, "cell": form.CELL, "page": form.PAGE_NUMBER,
    }  # fmt: skip
    measures = {
        "top": form.TOP, "bottom": form.BOTTOM, "left": form.LEFT, "right": form.RIGHT, "header": form.HEADER_AT,
        "indent": form.INDENT, "gap": form.PARAGRAPH_GAP, "lines": form.LINE_SPACING, "head": form.HEAD_WIDTHS,
        "foot": form.FOOT_WIDTHS, "share": form.RULE_SHARE, "rule": form.RULE_POINTS, "sign": form.ROOM_TO_SIGN,
        "addressed": form.ADDRESSED_AT,
    }  # fmt: skip
    headings = {str(level): asdict(look) for level, look in form.HEADING_LOOKS.items()}
    return {**measures, **{name: asdict(look) for name, look in looks.items()}, "headings": headings}


def _ended(lines: Iterable[str]) -> list[str]:
    """The lines of a list with a semicolon after each and a full stop after the last."""
    *first, last = (*lines, "")[:-1] or ("",)
    return [*(f"{line};" for line in first), *([f"{last}."] if last else [])]


def _annex(document: OfficialDocument, annex: Annex, position: int) -> dict[str, Any]:
    return {
        "number": document.annex_number(position),
        "title": annex.title.upper(),
        "reference": document.reference,
        "landscape": annex.is_landscape,
        "blocks": _blocks(annex.blocks, above=1),
    }


def _blocks(blocks: Iterable[BodyBlock], above: int = 0) -> list[dict[str, Any]]:
    """The blocks; a heading's level in the file's outline skips none, as PDF/UA asks."""
    written: list[dict[str, Any]] = []
    open_levels: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            written.append(_heading(block, above + len(open_levels)))
        else:
            written.append(_block(block))
    return written


def _heading(block: Heading, level: int) -> dict[str, Any]:
    words = f"{printed_number(block.level, block.number)} {block.text}" if block.number else block.text
    return {"kind": "heading", "level": level, "look": block.level, "text": words}


def _block(block: Clause | Paragraph | Item | Table) -> dict[str, Any]:
    match block:
        case Clause():
            return {"kind": "text", "lead": "", "text": f"{printed_number(block.level, block.number)} {block.text}"}
        case Paragraph():
            return {"kind": "text", "lead": block.lead, "text": block.text}
        case Item():
            return {"kind": "text", "lead": "", "text": _MARKS[block.level] + block.text}
        case Table():
            columns = [{"head": c.head, "width": c.width, "centred": c.is_centred} for c in block.columns]
            rows = [{"title": row.is_title, "cells": row.cells} for row in block.rows]
            return {"kind": "table", "title": block.title, "columns": columns, "rows": rows}
