"""CSV as people save it: read where it is what it should be, else told by its lines what it is instead."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

import polars as pl

from chiso.problems import Problem, ProblemError
from chiso.scoring import _problems as told

_COMMENT = "#"
_OTHER_SEPARATORS = (";", "\t", "|")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ZIP = b"PK\x03\x04"
Line = tuple[int, str]


def read_csv(content: bytes, name: str) -> pl.DataFrame:
    """The table in a CSV file, all columns as text; empty lines and those that start with # are left out.

    Numbers are read later, where a fault can name its unit. Raises ProblemError with `name` and every line at fault:
    scoring.not_utf8, scoring.empty_table, scoring.wrong_separator, scoring.wrong_head, scoring.wrong_width,
    scoring.not_a_table.
    """
    lines = list(_lines(_decoded(content, name)))
    if not lines:
        told.EMPTY_TABLE.stop(where=name)
    heads = [head.strip() for head in _cells(lines[0][1])]
    _check_separator(lines[0][1], heads, name)
    faults = [*_faults_of_heads(heads, name), *_faults_of_width(lines, len(heads), name)]
    if faults:
        raise ProblemError(faults)
    try:
        table = pl.read_csv("\n".join(line for _, line in lines).encode(), infer_schema=False)
    except pl.exceptions.PolarsError as error:
        told.NOT_A_TABLE.stop(where=name, given=str(error).splitlines()[0])
    return table.rename(dict(zip(table.columns, heads, strict=True)))


def _decoded(content: bytes, name: str) -> str:
    if content.startswith(_ZIP):
        told.NOT_A_TABLE.stop(where=name, given=".xlsx, .zip")
    if content.startswith(_UTF_16):
        told.NOT_UTF8.stop(where=name, given="UTF-16", wanted=1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        told.NOT_UTF8.stop(where=name, given="Windows-1258, TCVN3, VNI…", wanted=line)


def _lines(text: str) -> Iterator[Line]:
    """The lines that say something, with their numbers in the file; inside quotation marks every line does."""
    is_quoted = False
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if is_quoted or (line.strip() and not line.startswith(_COMMENT)):
            yield number, line
            is_quoted ^= line.count('"') % 2 == 1


def _cells(line: str) -> list[str]:
    return next(csv.reader([line])) if '"' in line else line.split(",")


def _check_separator(first: str, heads: Sequence[str], name: str) -> None:
    found = [separator for separator in _OTHER_SEPARATORS if separator in first]
    if found and len(heads) == 1:
        told.WRONG_SEPARATOR.stop(where=name, given=found[0].replace("\t", "Tab"))


def _faults_of_heads(heads: Sequence[str], name: str) -> Iterator[Problem]:
    for place, head in enumerate(heads, 1):
        if not head or head in heads[: place - 1]:
            yield told.WRONG_HEAD(where=name, given=place, wanted=head or "–")


def _faults_of_width(lines: Sequence[Line], width: int, name: str) -> Iterator[Problem]:
    """The lines that have more or fewer cells than the first."""
    if any('"' in line for _, line in lines):
        reader = csv.reader(line for _, line in lines)
        counted = [(lines[reader.line_num - 1][0], len(row)) for row in reader]
    else:
        counted = [(number, line.count(",") + 1) for number, line in lines]
    for number, count in counted:
        if count != width:
            yield told.WRONG_WIDTH(where=name, given=number, wanted=f"{count}/{width}")
