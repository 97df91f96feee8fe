"""A table of numbers as people keep it in a file."""

from __future__ import annotations

import polars as pl

from chiso.scoring._problems import NOT_A_TABLE


def read_csv(content: bytes, name: str) -> pl.DataFrame:
    """The table in a CSV file, all columns as text; lines that start with # are left out.

    Numbers are read later, where a fault can name its unit. Raises ProblemError scoring.not_a_table with `name`.
    """
    try:
        return pl.read_csv(content, comment_prefix="#", infer_schema=False)
    except pl.exceptions.PolarsError as error:
        NOT_A_TABLE.stop(where=name, given=str(error).splitlines()[0])
