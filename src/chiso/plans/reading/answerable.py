"""Who answers for which component, told in another part: `Văn phòng Sở: chủ trì nội dung số 1, phối hợp với …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chiso.plans.reading.assignments import ASKS
from chiso.plans.reading.body import Body
from chiso.plans.reading.component_names import is_same
from chiso.plans.reading.drafts import AssignmentDraft, ComponentDraft, PlanDraft
from chiso.plans.reading.facets import Facet
from chiso.plans.reading.outline import Line
from chiso.plans.reading.passage import Passage, words
from chiso.plans.reading.units import looks_like_unit, unit_list, unit_only
from chiso.plans.reading.words import folded

_LEADS = re.compile(
    r"\b(?:(?:là|làm)\s+)?(?:chủ trì|(?:đơn vị\s+|cơ quan\s+)?đầu mối|chịu trách nhiệm(?:\s+chính)?|phụ trách)\b",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bphối hợp\s+(?:chặt chẽ\s+)?(?:với|cùng)\s+(?P<with>[^.:;]+)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:nội dung|chỉ số|tiêu chí|lĩnh vực|trục|yếu tố|thành phần|mục|CSTP)(?:\s+(?:thành phần|nội dung|số|thứ))*\s+"
    r"(?P<codes>\d{1,2}(?:\.\d{1,2})*(?:(?:\s*,\s*|\s+và\s+)(?:số\s+)?\d{1,2}(?:\.\d{1,2})*)*)(?!\d|\s*(?:điểm|%))",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"]{3,150})[”\"]")
_CODE = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
_NEVER = {Facet.PURPOSE, Facet.TARGET, Facet.RESULT, Facet.ASIDE}


def read_answerable(body: Body, draft: PlanDraft, inside: set[int]) -> None:
    """Give components that name nobody of their own the units that another part makes answer for them."""
    open_ones = [component for component in draft.components if not component.assignment]
    tasks = [*draft.general_tasks, *(task for each in draft.components for task in each.tasks)]
    told = inside | {place.block for task in tasks for place in task.text.places}
    for line in body.text_lines() if open_ones else ():
        if line.number in told or body.facet(line) in _NEVER or not _LEADS.search(line.text):
            continue
        lead, duties = _lead(body, line)
        for duty in _parted(duties) if lead else ():
            partners = _WITH.search(duty.text)
            units = unit_list(duty.group(partners, "with"), in_prose=True) if partners else []
            for component in _named(duty.text, draft.components):
                if component in open_ones:
                    component.assignment.fill(AssignmentDraft(words(lead), [words(unit) for unit in units]))


def _lead(body: Body, line: Line) -> tuple[Passage, Passage]:
    """The unit that a line is about, named at its start or in the heading over it, and what it is to do."""
    verb = _LEADS.search(line.text)
    start = verb.start() if verb else 0
    asked = ASKS.match(line.text)
    named = line.words.part(asked.end() if asked else 0, start).trimmed(" ,;:-–")
    if not named:
        named = next((above.words.trimmed() for above in body.above(line)), named)
    lead = unit_only(named) if looks_like_unit(named.text) else Passage("", line.number)
    return lead, line.words.part(start)


def _parted(duties: Passage) -> Iterator[Passage]:
    """The words cut before each `chủ trì` that begins a clause."""
    starts = [match.start() for match in _LEADS.finditer(duties.text)]
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        yield duties.part(start, end)


def _named(text: str, components: list[ComponentDraft]) -> list[ComponentDraft]:
    """The components that the words name: in full, in quotation marks, by their numbers."""
    found: list[ComponentDraft] = []
    left = f" {folded(text)} "
    for component in sorted(components, key=lambda each: -len(each.name.value)):
        name = f" {folded(component.name.value)} "
        if name in left:
            found.append(component)
            left = left.replace(name, " … ")
    quoted = [match["name"] for match in _QUOTED.finditer(text)]
    found += [each for each in components if each not in found and any(is_same(each.name.value, q) for q in quoted)]
    if found:
        return found
    codes = [code for match in _NUMBERED.finditer(text) for code in _CODE.findall(match["codes"])]
    return [component for code in codes for component in _numbered(code, components)]


def _numbered(code: str, components: list[ComponentDraft]) -> list[ComponentDraft]:
    """The component of that code, else the one that stands in that place."""
    coded = [component for component in components if component.code and component.code.value == code]
    if coded or not code.isdigit():
        return coded[:1]
    return components[int(code) - 1 : int(code)] if int(code) else []
