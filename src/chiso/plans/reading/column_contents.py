"""What a column holds by its cells, where the words of its head do not tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from chiso.documents import Block
from chiso.plans.reading.columns import Column, Role, role_of
from chiso.plans.reading.units import looks_like_unit

_LEAST: Final = 3
_MOST: Final = 0.7  # of the filled cells
_LONGEST_UNIT: Final = 90
_LONGEST_NAME: Final = 130
_SENTENCE: Final = 35
_NUMBER: Final = re.compile(r"(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)]?")
_TIMING: Final = re.compile(
    r"(?:thường xuyên|(?:h[àằ]ng|hàng) (?:ngày|tuần|tháng|quý|năm)|(?:trước |trong |đến |xong trong )?(?:ngày |tháng |quý |năm )?[\dIVX/.]{1,10}|"
    r"(?:trước|trong|đến|quý|tháng|năm|cả năm|sau khi|khi có|theo)\b.{0,30}|\d{1,2} tháng.{0,12})",
    re.IGNORECASE,
)


def told_by_cells(columns: Sequence[Column], rows: Sequence[Block]) -> list[Column]:
    """The columns, those with unknown heads by what most of their cells hold; a role that a head tells is not given twice."""
    found = list(columns)
    cells = {at: _cells(rows, at) for at, column in enumerate(columns) if _is_unknown(column)}
    unknown = {at: filled for at, filled in cells.items() if len(filled) >= _LEAST}
    for at, filled in unknown.items():
        role = _plain_role(filled, [each.role for each in found])
        found[at] = replace(found[at], role=role) if role else found[at]
    texts = {at: filled for at, filled in unknown.items() if found[at].role is Role.ASIDE and _are_words(filled)}
    for at, role in _text_roles(texts, [each.role for each in found]).items():
        found[at] = replace(found[at], role=role)
    return found


def _is_unknown(column: Column) -> bool:
    return column.role is Role.ASIDE and role_of(column.head) is None


def _cells(rows: Sequence[Block], at: int) -> list[str]:
    return [" ".join(row.cells[at].split()) for row in rows if at < len(row.cells) and row.cells[at].strip()]


def _plain_role(cells: list[str], taken: list[Role]) -> Role | None:
    """Numbers, times and units are known by their looks."""
    if _mostly(cells, [bool(_NUMBER.fullmatch(cell)) for cell in cells]):
        return None if Role.NUMBER in taken else Role.NUMBER
    if _mostly(cells, [bool(_TIMING.fullmatch(cell)) for cell in cells]):
        return None if Role.TIMING in taken else Role.TIMING
    if _mostly(cells, [looks_like_unit(cell) and len(cell) < _LONGEST_UNIT for cell in cells]):
        return next((role for role in (Role.LEAD, Role.COORDINATING) if role not in taken), None)
    return None


def _text_roles(texts: dict[int, list[str]], taken: list[Role]) -> dict[int, Role]:
    """The longest texts beside units and times are work; names beside figures, each another, are components."""
    length = {at: sum(map(len, cells)) / len(cells) for at, cells in texts.items()}
    longest = max(length, key=lambda at: length[at], default=None)
    if Role.CONTENT in taken:
        return {}
    if {Role.LEAD, Role.TIMING} & {*taken} and longest is not None:
        return {longest: Role.CONTENT} if length[longest] >= _SENTENCE else {}
    has_figures = bool({Role.SCORE, Role.RANK} & {*taken})
    names = [at for at, cells in texts.items() if has_figures and _are_names(cells)]
    return {min(names): Role.COMPONENT} if names and Role.COMPONENT not in taken else {}


def _are_names(cells: list[str]) -> bool:
    short = all(len(cell) < _LONGEST_NAME for cell in cells)
    return short and len({*cells}) == len(cells) and _mostly(cells, [" " in cell for cell in cells])


def _are_words(cells: list[str]) -> bool:
    return _mostly(cells, [sum(map(str.isalpha, cell)) > len(cell) / 2 for cell in cells])


def _mostly(cells: list[str], are: list[bool]) -> bool:
    return sum(are) >= _MOST * len(cells)
