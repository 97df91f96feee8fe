"""Plans in many layouts, each made together with its exact reading, as text and as Word documents."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from tests.unit.plans.varied_plans import AGENCIES, LAYOUTS, document_lines, plan_of

from chiso.documents import read as read_document
from chiso.plans import Plan, read, to_json

CASES = [(agency, layout, variant) for agency in range(len(AGENCIES)) for layout in LAYOUTS for variant in range(4)]


def as_text(lines: list[str]) -> bytes:
    return "\n\n".join(lines).encode()


def as_word(lines: list[str]) -> bytes:
    document = docx.Document()
    table = None
    for line in lines:
        cells = line.split("\t")
        if len(cells) == 1:
            run = document.add_paragraph().add_run(line)
            run.bold = line.isupper()
            table = None
            continue
        if table is None or len(table.columns) != len(cells):
            table = document.add_table(rows=0, cols=len(cells))
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def plan_in(content: bytes, name: str) -> Plan:
    return read(read_document(content, name)).plan


@pytest.mark.parametrize(("agency", "layout", "variant"), CASES)
def test_a_plan_in_text_is_read_exactly(agency, layout, variant):
    lines, expected = document_lines(plan_of(AGENCIES[agency], variant), layout)

    assert to_json(expected) == to_json(plan_in(as_text(lines), "ke-hoach.txt"))


@pytest.mark.parametrize(("agency", "layout", "variant"), CASES)
def test_a_plan_in_word_is_read_exactly(agency, layout, variant):
    lines, expected = document_lines(plan_of(AGENCIES[agency], variant), layout)

    assert to_json(expected) == to_json(plan_in(as_word(lines), "ke-hoach.docx"))
