"""One task from its sentence: units before a colon or in a clause, labels run in, timing, quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chiso.plans.reading.assignments import clause, clause_in_brackets, done_by, label_of, own_clause, put, run_in
from chiso.plans.reading.body import Body
from chiso.plans.reading.drafts import AssignmentDraft, TaskDraft
from chiso.plans.reading.facets import Facet
from chiso.plans.reading.passage import Passage, sentences_of, words
from chiso.plans.reading.quantities import quantities_in
from chiso.plans.reading.timings import LABEL, timing_in, timing_of
from chiso.plans.reading.units import looks_like_unit, unit_only

LABELLED = re.compile(r"^(?P<label>[^:]{2,110}):\s*(?P<rest>.*)$", re.DOTALL)
_NO_UNIT_HEAD = re.compile(r"\b(?:về|trong đó|như|cụ thể|sau|gồm|việc|nội dung|nhiệm vụ)\s*$", re.IGNORECASE)
_LEADS_WORK = re.compile(
    r"^(?:Sở|Phòng|Văn phòng|Thanh tra|Chi cục|Cục|Trung tâm|Ban|Công an|UBND|Bộ phận|Đội|Hội)\b[^,.;:]{2,80}?\s+chủ trì\s+\w"
)
_UNIT_TAIL = re.compile(
    r"\s*,?\s*\b(?:chủ trì|là đầu mối|đầu mối|chịu trách nhiệm|có trách nhiệm|tham mưu|thực hiện)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_WITH = re.compile(r"phối hợp\s+(?:chặt chẽ\s+)?(?:với|cùng)\s+(?P<with>.+)$", re.IGNORECASE | re.DOTALL)


def labels_are_of_tasks(body: Body, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether the document labels each task: under some heading a second lead is named after more work."""
    for start, end in spans:
        leads, works_after = 0, False
        for line in body.text_lines(start, end):
            found = label_of(line.words)
            if found and found[0] == "lead" and body.facet(line) is not Facet.ASSIGNMENT:
                if leads and works_after:
                    return True
                leads, works_after = leads + 1, False
            elif not found and not LABEL.match(line.text):
                works_after = True
    return False


def task_of(passage: Passage, plan_year: int | None) -> TaskDraft:
    """The task that a sentence is, with the assignment, timing and quantities inside it."""
    spoken, labels = run_in(passage)
    assignment, text = _own_assignment(spoken)
    task = TaskDraft(
        text=words(text),
        assignment=assignment,
        timing=None,
        quantities=quantities_in(text),
    )
    for label in labels:
        note_label(task, label, plan_year)
    task.timing = task.timing or timing_in(text, plan_year)
    return task


def note_label(task: TaskDraft, label: Passage, plan_year: int | None) -> None:
    """Take a labelled assignment or timing into a task."""
    timing = LABEL.match(label.text)
    if timing:
        task.timing = task.timing or timing_of(label.part(timing.end()), plan_year)
        return
    found = label_of(label)
    if found:
        put(task.assignment, found[0], found[1])


def _own_assignment(passage: Passage) -> tuple[AssignmentDraft, Passage]:
    """The units before a colon, which leave the text, or a clause inside the sentence, which stays."""
    match = LABELLED.match(passage.text)
    if match and match["rest"]:
        unit = unit_before_colon(passage.group(match, "label"))
        if unit:
            return unit, passage.group(match, "rest")
    own = own_clause(passage)
    if own:
        return own, passage
    found = clause(passage)
    if found and (found.assignment.coordinating or (found.assignment.lead and _LEADS_WORK.match(passage.text))):
        return found.assignment, passage
    return done_by(passage) or clause_in_brackets(passage) or _clause_after(passage) or AssignmentDraft(), passage


def _clause_after(passage: Passage) -> AssignmentDraft | None:
    """The assignment that a later sentence makes: `Công khai … trước ngày 15/4. Văn phòng Sở chủ trì`."""
    for sentence in sentences_of(passage)[1:] if "chủ trì" in passage.text else ():
        found = clause(sentence)
        if found and found.is_whole and found.assignment.lead:
            return found.assignment
    return None


def unit_before_colon(label: Passage) -> AssignmentDraft | None:
    """The units that words before a colon name: `Văn phòng Sở chủ trì phối hợp với các phòng`."""
    found = clause(label)
    if found and found.is_whole and found.assignment.lead and looks_like_unit(found.assignment.lead.value):
        return found.assignment
    if _NO_UNIT_HEAD.search(label.text) or not looks_like_unit(label.text):
        return None
    draft = AssignmentDraft()
    tail = _UNIT_TAIL.search(label.text)
    lead = label.part(0, tail.start()) if tail else label
    if not tail and len(lead.text.split()) > 14:  # noqa: PLR2004 (a sentence, not a name)
        return None
    draft.lead = words(lead.trimmed())
    partners = _WITH.search(label.text)
    if partners:
        put(draft, "coordinating", label.group(partners, "with"))
    elif unit_only(lead).text != lead.trimmed(" ,;:.").text and not tail:
        return None
    return draft
