"""Responsibility divided among the parts of a component: by subjects told elsewhere, or by numbered parts with a lead each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from chiso.plans.reading.assignments import clause, label_of, labelled
from chiso.plans.reading.drafts import AssignmentDraft, TaskDraft
from chiso.plans.reading.facets import Facet, facet_of
from chiso.plans.reading.outline import Line
from chiso.plans.reading.words import folded

_LINES_BEFORE_LEAD = 3


class Division:
    """Which part the reader is in, who is responsible for each, and which tasks stand in it."""

    def __init__(self, lines: Sequence[Line] = ()) -> None:
        self._heads = _heads_of_parts(lines)
        self._open: Line | None = None
        self._here: AssignmentDraft | None = None
        self._of_subject: dict[str, AssignmentDraft] = {}
        self._of_task: dict[int, AssignmentDraft | str] = {}

    def enter(self, line: Line) -> None:
        """Go on to a line: into the part that it heads, or out of the one that it ends."""
        if self._open is not None and line.number >= self._open.end:
            self._open = self._here = None
        if line.number in self._heads:
            self._open, self._here = line, AssignmentDraft()

    def takes(self, assignment: AssignmentDraft, subject: str) -> bool:
        """Whether an assignment is that of the part, or of the subject that stands over it ("" for none); it is kept."""
        if self._here is not None:
            self._here.fill(assignment)
        elif subject:
            self._of_subject.setdefault(subject, AssignmentDraft()).fill(assignment)
        return bool(self._here is not None or subject)

    def note_task(self, number: int, subject: str) -> None:
        """Keep where task `number` of the component stands."""
        self._of_task[number] = self._here if self._here is not None else subject

    def share(self, tasks: Sequence[TaskDraft]) -> None:
        """Give each task of a part the part's own assignment."""
        for number, part in self._of_task.items():
            own = self._of_subject.get(part) if isinstance(part, str) else part
            if own is not None:
                tasks[number].assignment.fill(own)


def _heads_of_parts(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that head numbered parts, where the parts side by side have different leads."""
    leads: dict[tuple[str, int], dict[int, str]] = defaultdict(dict)
    for at, line in enumerate(lines):
        is_part = line.is_numbered and line.end > line.number + 2 and facet_of(line.text) in {None, Facet.WORK}
        if is_part and (lead := _first_lead(line, lines[at + 1 :])):
            leads[line.style, line.parent][line.number] = lead
    return {number for own in leads.values() if len(set(own.values())) > 1 for number in own}


def _first_lead(head: Line, after: Sequence[Line]) -> str:
    """The unit that a line of its own right under a heading makes the lead, with more lines after it; else ""."""
    inside = [line for line in islice(after, _LINES_BEFORE_LEAD + 1) if line.number < head.end]
    for line in inside[:-1]:
        if line.text.endswith(":"):
            return ""  # the unit of the lines under it only: `Thanh tra Sở chủ trì:`
        found = clause(line.words)
        draft = labelled(line.words) if label_of(line.words) else found.assignment if found and found.is_whole else None
        if draft is not None and draft.lead:
            return folded(draft.lead.value)
    return ""
