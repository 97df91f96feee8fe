"""Reports listed in a table: a row each, with its period and its deadline in columns of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from chiso.documents import Block
from chiso.plans.plan import ReportPeriod
from chiso.plans.reading.body import Body
from chiso.plans.reading.columns import cell
from chiso.plans.reading.deadlines import deadlines_in, put_deadline
from chiso.plans.reading.drafts import RuleDraft
from chiso.plans.reading.outline import Line
from chiso.plans.reading.passage import Noted, Passage, words
from chiso.plans.reading.report_receivers import Duty
from chiso.plans.reading.units import looks_like_unit
from chiso.plans.reading.words import bare

_MOST_KIND = 30
_KIND = re.compile(r"\bbao cao\b|^(?:dinh )?ky\b|^loai\b")
_DEADLINE = re.compile(r"\b(?:thoi (?:han|gian|diem)|han|ngay) ?(?:gui|nop|bao cao)?\b")
_RECEIVER = re.compile(r"\b(?:noi|don vi|co quan) (?:nhan|tiep nhan)\b|\bgui (?:ve|den)\b")
_PERIODS = (
    (ReportPeriod.NINE_MONTHLY, re.compile(r"\b0?9 thang|\bchin thang")),
    (ReportPeriod.HALF_YEARLY, re.compile(r"\b0?6 thang|\bsau thang|\bnua nam|\bban nien")),
    (ReportPeriod.QUARTERLY, re.compile(r"\bquy\b")),
    (ReportPeriod.MONTHLY, re.compile(r"\bthang\b(?! \d)")),
    (ReportPeriod.YEARLY, re.compile(r"\bnam\b|\btong ket\b")),
)


def listed_rules(body: Body) -> Iterator[Duty]:
    """A duty for each row of a table of reports."""
    columns: tuple[int, int, int | None] | None = None
    table: int | None = None
    for line in body.lines[body.start :]:
        block = line.block
        if line.style != "row" or block.table != table:
            table = block.table if line.style == "row" else None
            columns = _columns(block) if line.style == "row" else None
        elif columns is not None and (duty := _duty(block, line.number, columns)):
            yield duty


def _columns(head: Block) -> tuple[int, int, int | None] | None:
    """Where a table of reports has its kinds, its deadlines and its receivers; None for another table."""
    heads = [bare(text) for text in head.cells]
    due = next((n for n, text in enumerate(heads) if _DEADLINE.search(text)), None)
    kind = next((n for n, text in enumerate(heads) if n != due and _KIND.search(text)), None)
    if due is None or kind is None:
        return None
    return kind, due, next((n for n, text in enumerate(heads) if n not in {due, kind} and _RECEIVER.search(text)), None)


def _duty(row: Block, number: int, columns: tuple[int, int, int | None]) -> Duty | None:
    kind_at, due_at, to_at = columns
    rule = _rule(cell(row, number, kind_at), cell(row, number, due_at))
    to = cell(row, number, to_at) if to_at is not None else None
    return Duty(line=number, rules=[rule], to=words(to) if to and looks_like_unit(to.text) else None) if rule else None


def parted_rules(lines: list[Line]) -> Iterator[Duty]:
    """A duty for each row of such a table that came as two lines, its kind over its deadline."""
    for kind, due in pairwise(lines):
        is_kind = len(kind.text) <= _MOST_KIND and _KIND.match(bare(kind.text)) and not deadlines_in(kind.words)
        found = deadlines_in(due.words) if is_kind and due.number == kind.number + 1 else []
        if found and found[0].passage.start == due.words.start and (rule := _rule(kind.words, due.words)):
            yield Duty(line=kind.number, rules=[rule])


def _rule(kind: Passage, due: Passage) -> RuleDraft | None:
    plain = bare(kind.text)
    period = next((period for period, pattern in _PERIODS if pattern.search(plain)), None)
    if period is None:
        return None
    rule = RuleDraft(period=Noted(period, (kind.place,)))
    for deadline in deadlines_in(due)[:1]:
        put_deadline(rule, deadline, None)
    return rule
