"""What is said of the whole index, and of components in lists outside their own headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chiso.plans import _problems as problems
from chiso.plans.names import Names
from chiso.plans.reading.body import Body
from chiso.plans.reading.component_names import is_group_title, is_same, mentions, named_in
from chiso.plans.reading.drafts import ComponentDraft, PlanDraft, ScoreDraft
from chiso.plans.reading.facets import Facet, facet_of
from chiso.plans.reading.index_named import frameworks_in
from chiso.plans.reading.outline import Line, title_of
from chiso.plans.reading.passage import Noted, sentences_of
from chiso.plans.reading.score_figures import Statement
from chiso.plans.reading.score_years import AIM, years_in
from chiso.plans.reading.scores import Context, settled, statements

_SCORED = ("score", "rank", "band", "score_is_maximum_points")
_PARTS = re.compile(r"chỉ số thành phần|tiêu chí thành phần|các chỉ số", re.IGNORECASE)
_ANY_PART = re.compile(r"thành phần|tiêu chí|lĩnh vực|nội dung|các chỉ số|mỗi|từng", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:đứng|xếp|hạng|vị trí|vị thứ|thứ hạng|đạt|nhóm|top|tốp)\b", re.IGNORECASE)


def read_whole(body: Body, draft: PlanDraft, inside: set[int]) -> None:
    """Fill the whole index from the lines that tell of it."""
    told = [
        statement
        for line, found in _told(body, inside)
        if _component(draft.components, line) is None and _is_of_whole(body, line)
        for statement in found
        if statement.score.values.keys() - {"score_is_maximum_points", "year"}
        or statement.score.parts
        or _names_only_the_index(line)
    ]
    baseline, target = settled(told, Context(body.plan_year))
    draft.baseline.fill(baseline)
    draft.target.fill(target)


def _names_only_the_index(line: Line) -> bool:
    """Whether a line that promises all points speaks of the index itself and not of a part of it."""
    return bool(frameworks_in(line.text)) and not _ANY_PART.search(line.text)


def read_mentions(body: Body, draft: PlanDraft, inside: set[int]) -> None:
    """Fill what the components' own parts leave open from lists in other parts."""
    for line, found in _told(body, inside):
        component = _component(draft.components, line)
        if component is not None:
            _fill(component, found, body, speaks_of_aims=AIM.search(line.text) is not None)


def assume_years(draft: PlanDraft) -> None:
    """Results told without a year are of the year whose result of the whole index is told."""
    year = draft.baseline.values.get("year")
    for component in draft.components:
        own = component.baseline
        if year is not None and own.is_stated and "year" not in own.values:
            own.put("year", Noted(year.value, year.places, problems.YEAR_ASSUMED.code))


def _told(body: Body, inside: set[int]) -> Iterator[tuple[Line, list[Statement]]]:
    """The lines outside the components that state figures, with what they state."""
    for line in body.text_lines():
        if line.number in inside or body.facet(line) in {Facet.ORGANISATION, Facet.ASIDE} or body.other_index(line):
            continue
        found = [
            s for s in statements(line.words, _context(body, line)) if s.score.is_stated or s.from_rank or s.from_score
        ]
        if found:
            yield line, found


def _context(body: Body, line: Line) -> Context:
    """The year and the aim that the headings over a line give it."""
    year: Noted[int] | None = None
    aims = False
    for above in body.above(line):
        year = years_in(above.words)
        aims = facet_of(title_of(above).text) is Facet.TARGET
        if year or aims:
            break
    if year and body.plan_year is not None and year.value >= body.plan_year and not aims:
        year = None
    return Context(body.plan_year, year, aims=aims)


def _component(components: list[ComponentDraft], line: Line) -> ComponentDraft | None:
    named = named_in(line.words, Names(), None)
    is_index = named is not None and bool(frameworks_in(line.text[: named.rest.start or None]))
    telling = " ".join(each.text for each in sentences_of(line.words) if statements(each, Context(None))) or line.text
    for component in components:
        name = component.name.value
        if mentions(telling, name):
            return component
        if named and named.is_explicit and not is_index and is_same(named.name.text, name):
            return component
    return None


def _fill(component: ComponentDraft, told: list[Statement], body: Body, *, speaks_of_aims: bool) -> None:
    """Take what the list adds; figures that only their heading makes aims complete no target of its own."""
    baseline, target = settled(told, Context(body.plan_year))
    _fill_one(component.baseline, baseline)
    if speaks_of_aims or not component.target.is_stated:
        _fill_one(component.target, target)


def _fill_one(own: ScoreDraft, other: ScoreDraft) -> None:
    """Take what is missing where both tell of one year."""
    mine, theirs = own.values.get("year"), other.values.get("year")
    if own.is_stated and mine and theirs and mine.value != theirs.value:
        return
    own.fill(other, problems.LIST_MERGED.code if own.is_stated else None)


def _is_of_whole(body: Body, line: Line) -> bool:
    """Whether a line outside the components tells of the index itself."""
    if is_group_title(sentences_of(line.words)[0].text) or not _SUBJECT.search(line.text):
        return False
    own = frameworks_in(line.text)
    if own:
        return body.framework is None or body.framework in own
    facet = body.facet(line)
    in_preamble = line.parent < 0
    told = [sentence.text for sentence in sentences_of(line.words) if any(c.isdigit() for c in sentence.text)]
    of_parts = bool(told) and all(_PARTS.search(sentence) for sentence in told)
    return (in_preamble or facet in {Facet.TARGET, Facet.RESULT, Facet.PURPOSE}) and not of_parts
