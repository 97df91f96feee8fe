"""A table of numbers as people keep it in a file."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from chiso.documents import CELL_ERRORS, read_workbook
from chiso.problems import ProblemError
from chiso.scoring._problems import NOT_A_TABLE, SEVERAL_SHEETS, WIDER_THAN_ITS_HEAD
from chiso.scoring.delimited import read_csv

_WORKBOOK = ".xlsx"


def read_table(content: bytes, name: str) -> pl.DataFrame:
    """The table in a file, .xlsx by its name and else CSV, all columns as text.

    Raises ProblemError scoring.not_a_table, scoring.several_sheets, or what is wrong with a workbook (documents.…).
    """
    return _read_xlsx(content, name) if name.lower().endswith(_WORKBOOK) else read_csv(content, name)


def _read_xlsx(content: bytes, name: str) -> pl.DataFrame:
    """The one sheet of a workbook that can be seen; rows that start with # are left out."""
    sheets = [sheet for sheet in read_workbook(content, name) if not sheet.is_hidden]
    if len(sheets) != 1:
        SEVERAL_SHEETS.stop(where=name, given=len(sheets), wanted=", ".join(f"“{sheet.name}”" for sheet in sheets))
    rows = [(number, row) for number, row in enumerate(sheets[0].rows, 1) if row and not _is_comment(row)]
    heads = rows[0][1] if rows else ()
    if not heads or "" in heads or len(set(heads)) < len(heads):
        NOT_A_TABLE.stop(where=f"{name}, “{sheets[0].name}”", given="dòng tiêu đề / heads")
    too_wide = [
        WIDER_THAN_ITS_HEAD(where=f"“{sheets[0].name}”", given=number) for number, row in rows if len(row) > len(heads)
    ]
    if too_wide:
        raise ProblemError(too_wide)
    cells = [[cell or None for cell in row] + [None] * (len(heads) - len(row)) for _number, row in rows[1:]]
    return pl.DataFrame(cells, schema=dict.fromkeys(heads, pl.String), orient="row")


def _is_comment(row: Sequence[str]) -> bool:
    return row[0].startswith("#") and row[0] not in CELL_ERRORS
