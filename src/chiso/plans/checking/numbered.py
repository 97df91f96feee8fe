"""The numbers printed before headings, items and rows, each with the one that it follows."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from chiso.documents.document import Block
from chiso.plans.checking.numbers import Ordinal, ordinal

_FURTHEST: Final = 3
_STROKES: Final = frozenset({1, 2, 3, 4})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A block with its number; `before` is the number of its series that stands before it, if any."""

    block: int
    number: Ordinal
    before: Ordinal | None
    has_parent: bool


def numbered(blocks: Sequence[Block], rows: Container[int]) -> tuple[Numbered, ...]:
    """The numbered blocks of the text, then those of the tables, whose numbers are `rows`; a scan's doubtful ones left out."""
    told = (*_followed(blocks, rows, in_table=False), *_followed(blocks, rows, in_table=True))
    is_scan = any(block.doubtful for block in blocks)
    return tuple(each for each in told if not (is_scan and _may_be_misread(each)))


def _followed(blocks: Sequence[Block], rows: Container[int], *, in_table: bool) -> Iterator[Numbered]:
    """The numbered blocks of the text or of the tables; each series is followed while it is open."""
    is_open: list[Ordinal] = []
    for place, block in enumerate(blocks):
        if (place in rows) is not in_table:
            continue
        number = ordinal(_printed(block))
        if number is None:
            continue
        depth = _depth(is_open, number)
        before = is_open[depth] if depth is not None else None
        if _is_of_another_list(number, before):
            continue
        yield Numbered(place, number, before, _has_parent(is_open, number))
        is_open = [*is_open[: len(is_open) if depth is None else depth], number]


def _printed(block: Block) -> str:
    return block.marker or (block.cells[0].strip().rstrip(".)") if block.cells else "")


def _depth(is_open: Sequence[Ordinal], number: Ordinal) -> int | None:
    """Where the open series is that a number goes on: the one that it follows, else the innermost of its kind."""
    alike = [
        place
        for place, each in enumerate(is_open)
        if each.series == number.series and (number.value != 1 or number.prefix)
    ]
    following = [place for place in alike if is_open[place].value == number.value - 1]
    return max(following or alike, default=None)


def _is_of_another_list(number: Ordinal, before: Ordinal | None) -> bool:
    """Whether a number is no continuation at all: a bullet "o", the "i" of i, ii, iii, a figure that begins a line."""
    if before is None:
        return number.style == "letter" and number.value != 1
    return number.value - before.value > _FURTHEST


def _has_parent(is_open: Sequence[Ordinal], number: Ordinal) -> bool:
    """Whether 4.1 stands under 4 or beside 4.2; also true where nothing that is numbered stands over it."""
    above, _, last = number.prefix.rpartition(".")
    plain = [each for each in is_open if each.style == "number"] or is_open
    if not number.prefix or any(str(each.value) == last or each.prefix == number.prefix for each in plain):
        return True
    return not any(each.series == ("number", above) for each in is_open)


def _may_be_misread(each: Numbered) -> bool:
    """Whether a scan may have lost a stroke: of II, III and IV the recognition often drops one."""
    wanted = each.before.value + 1 if each.before else 1
    return each.number.style == "roman" and each.number.value != wanted and {wanted, each.number.value} <= _STROKES
