"""The document as a page shows it: its blocks in their layout, each under an address of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row; `start` is where its text begins in the text of the block."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block; `is_read` tells that some value was read from it."""

    number: int
    kind: str
    text: str
    marker: str
    level: int
    style: str
    is_read: bool
    is_table_head: bool
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Blocks that are drawn together: the rows of a table, the items of a list, or one block by itself."""

    kind: str
    blocks: tuple[ShownBlock, ...]


def runs(document: Mapping[str, Any], places: Mapping[str, Collection[Collection[int]]]) -> list[Run]:
    """The document of a draft in runs; `places` as the reading gives them."""
    read = {block for found in places.values() for block, *_ in found}
    blocks = [_shown(number, block, is_read=number in read) for number, block in enumerate(document["blocks"])]
    tables = [block.get("table") for block in document["blocks"]]
    return [Run(kind, tuple(together)) for kind, together in _together(blocks, tables)]


def _together(blocks: list[ShownBlock], tables: list[int | None]) -> Iterator[tuple[str, list[ShownBlock]]]:
    def mark(block: ShownBlock) -> tuple[str, int | None]:
        alone = block.kind not in {"row", "item"}
        return block.kind, block.number if alone else tables[block.number]

    for (kind, _), together in groupby(blocks, key=mark):
        yield kind, list(together)


def _shown(number: int, block: Mapping[str, Any], *, is_read: bool) -> ShownBlock:
    return ShownBlock(
        number=number,
        kind=block["kind"],
        text=block.get("text", ""),
        marker=block.get("marker", ""),
        level=min(block.get("level", 0), 4),
        style=" ".join(style for style in ("bold", "italic", "centred") if block.get(style)),
        is_read=is_read,
        is_table_head=bool(block.get("is_table_head")),
        cells=_cells(block.get("cells", ())),
    )


def _cells(texts: Collection[str]) -> tuple[Cell, ...]:
    cells = []
    start = 0
    for text in texts:
        cells.append(Cell(text, start))
        start += len(text) + len(_SEPARATOR)
    return tuple(cells)
