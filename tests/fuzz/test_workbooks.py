"""Workbooks, mutilated: each is read, or told to be bad."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from io import BytesIO

import numpy as np
import openpyxl
from tests.fuzz.mutilation import mutilated

from chiso.documents import read_workbook
from chiso.problems import ProblemError

ROUNDS = 3_000 if os.environ.get("CHISO_FUZZ") == "1" else 200  # noqa: TID251 (a test's own switch, told in docs/settings.md)


def good_workbook() -> bytes:
    """A workbook with a cell of each kind and a second sheet."""
    book = openpyxl.Workbook()
    for row in range(20):
        book.active.append([f"Sở {row}", row, 7.95, date(2020, 1, 1), "=A1", "#N/A", True])
    book.active.merge_cells("A1:B1")
    book.create_sheet("Ghi chú").append(["a"])
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_mutilated_workbook_is_read_or_refused():
    whole, outcomes = good_workbook(), Counter[str]()
    for seed in range(ROUNDS):
        content = mutilated(whole, np.random.default_rng([seed, 7]))
        try:
            read_workbook(content, "bang.xlsx")
            outcomes["read"] += 1
        except ProblemError as error:
            outcomes[error.problems[0].code] += 1
        except Exception as fault:
            fault.add_note(f"seed {seed}")
            raise
    assert {code for code in outcomes if code != "read" and not code.startswith("documents.")} == set()
    assert outcomes["documents.damaged"] > 0
