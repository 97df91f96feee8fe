"""Work under no component: the lines of the sections that announce tasks and solutions."""

from __future__ import annotations

import re

from chiso.plans.reading.body import Body
from chiso.plans.reading.drafts import PlanDraft
from chiso.plans.reading.facets import Facet
from chiso.plans.reading.outline import Line
from chiso.plans.reading.units import looks_like_unit
from chiso.plans.reading.words import folded
from chiso.plans.reading.work import WorkReader

_NAMED_AT_END = re.compile(
    r"\((?:thuộc\s+)?(?:(?:chỉ số|nội dung|lĩnh vực|tiêu chí|trục)(?: thành phần)?\s*:?\s+)?[“\"]?(?P<name>[^()“”\"]{3,120})[”\"]?\)\W*$",
    re.IGNORECASE,
)


def read_general(body: Body, draft: PlanDraft, inside: set[int]) -> None:
    """Fill the general tasks."""
    lines = [line for line in body.text_lines() if line.number not in inside and _is_work(body, line)]
    leaves = {line.number: line.parent for line in lines if not _is_heading(line, inside)}
    over = {*leaves.values()}
    told = [ln for ln in lines if ln.number in leaves or (ln.number in over and looks_like_unit(ln.text))]
    draft.general_tasks += WorkReader(body, Facet.WORK, labels_are_of_tasks=True).read(told).tasks


def place_by_brackets(draft: PlanDraft) -> None:
    """Move general tasks that end with the name of a component in brackets to it: `… (chỉ số Tính minh bạch)`."""
    for task in list(draft.general_tasks):
        told = _NAMED_AT_END.search(task.text.value)
        if not told:
            continue
        of = next((c for c in draft.components if folded(c.name.value) == folded(told["name"])), None)
        if of:
            draft.general_tasks.remove(task)
            of.tasks.append(task)


def _is_work(body: Body, line: Line) -> bool:
    return (
        line.parent >= 0 and body.facet(line) is Facet.WORK and not body.other_index(line) and not body.is_caption(line)
    )


def _is_heading(line: Line, inside: set[int]) -> bool:
    """A line with others under it and no end of a sentence is a heading; so is one over components."""
    below = range(line.number + 1, line.end)
    if any(number in inside for number in below):
        return True
    if line.text.rstrip().endswith(":") and line.number + 1 in inside:
        return True
    return line.end > line.number + 1 and not line.text.rstrip().endswith((".", ";", ":"))
