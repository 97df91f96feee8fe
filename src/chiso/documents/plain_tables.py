"""Tables of plain text made even: as wide as their heads, torn rows joined."""

from __future__ import annotations

import re
from dataclasses import replace

from chiso.documents.document import Block
from chiso.documents.joining import row_text, rows_joined

_NUMBERED = re.compile(r"^(?:\d|[IVX]+\b|$)")


def with_whole_tables(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Tables with their torn rows joined, all rows as wide as the head, the head marked."""
    result: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and blocks[end].table is not None and blocks[end].table == blocks[at].table:
            end += 1
        if end == at:
            result.append(blocks[at])
            at += 1
        else:
            result.extend(_table(blocks[at:end]))
            at = end
    return tuple(result)


def _table(rows: tuple[Block, ...]) -> tuple[Block, ...]:
    width = max(len(row.cells) for row in rows)
    even = []
    for row in rows:
        lacks_number = len(row.cells) == width - 1 and not _NUMBERED.match(row.cells[0])
        cells = ("",) * lacks_number + row.cells + ("",) * (width - lacks_number - len(row.cells))
        even.append(replace(row, cells=cells, text=row_text(cells)))
    whole = rows_joined(even)
    return (replace(whole[0], is_table_head=True), *whole[1:])
