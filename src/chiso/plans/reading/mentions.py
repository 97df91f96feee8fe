"""What is said of the whole index, and of components in lists outside their own headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from chiso.plans import _problems as problems
from chiso.plans.names import Names
from chiso.plans.reading.body import Body
from chiso.plans.reading.component_names import is_group_title, is_same, mentions, named_in
from chiso.plans.reading.drafts import ComponentDraft, PlanDraft, ScoreDraft
from chiso.plans.reading.facets import Facet, facet_of
from chiso.plans.reading.index_named import frameworks_in
from chiso.plans.reading.outline import Line, title_of
from chiso.plans.reading.passage import Noted, Passage, sentences_of
from chiso.plans.reading.score_figures import Statement
from chiso.plans.reading.score_years import AIM, years_in
from chiso.plans.reading.scores import Context, settled, statements
from chiso.plans.reading.tables_found import scale_in

_SCORED = ("score", "rank", "band", "score_is_maximum_points")
_PARTS = re.compile(r"chỉ số thành phần|tiêu chí thành phần|các chỉ số", re.IGNORECASE)
_ANY_PART = re.compile(r"thành phần|tiêu chí|lĩnh vực|nội dung|các chỉ số|mỗi|từng", re.IGNORECASE)
_SHARE = re.compile(r"\bt[ỷỉ] lệ\b(?!\s+(?:hài lòng|người dân hài lòng))", re.IGNORECASE)
_SUBJECT = re.compile(r"\b(?:đứng|xếp|hạng|vị trí|vị thứ|thứ hạng|đạt|nhóm|top|tốp)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that states figures: its line, its words, what it states."""

    line: Line
    sentence: Passage
    statements: list[Statement]


def read_whole(body: Body, draft: PlanDraft, inside: set[int]) -> None:
    """Fill the whole index from the sentences that tell of it."""
    names = [component.name.value for component in draft.components]
    told = [
        statement
        for each in _told(body, inside, names)
        if _component(draft.components, each) is None and _is_of_whole(body, each)
        for statement in each.statements
        if statement.score.values.keys() - {"score_is_maximum_points", "year"} or statement.score.parts
    ]
    baseline, target = settled(told, Context(body.plan_year))
    draft.baseline.fill(baseline)
    draft.target.fill(target)


def read_mentions(body: Body, draft: PlanDraft, inside: set[int]) -> None:
    """Fill what the components' own parts leave open from lists in other parts."""
    names = [component.name.value for component in draft.components]
    for each in _told(body, inside, names):
        component = _component(draft.components, each)
        if component is not None:
            _fill(component, each, body)


def assume_years(draft: PlanDraft) -> None:
    """Results told without a year are of the year whose result of the whole index is told."""
    year = draft.baseline.values.get("year")
    for component in draft.components:
        own = component.baseline
        if year is not None and own.is_stated and "year" not in own.values:
            own.put("year", Noted(year.value, year.places, problems.YEAR_ASSUMED.code))


def _told(body: Body, inside: set[int], names: list[str]) -> Iterator[_Told]:
    """The sentences outside the components that state figures, with what they state."""
    for line in body.text_lines():
        if line.number in inside or body.facet(line) in {Facet.ORGANISATION, Facet.ASIDE} or body.other_index(line):
            continue
        found = [
            s for s in statements(line.words, _context(body, line)) if s.score.is_stated or s.from_rank or s.from_score
        ]
        for sentence in sentences_of(line.words):
            own = [each for each in found if _stands_in(each, sentence)]
            if own:
                yield from _by_component(body, _Told(line, sentence, own), names)


def _by_component(body: Body, told: _Told, names: list[str]) -> Iterator[_Told]:
    """A sentence that tells figures after each of several names, cut before each name; else the sentence."""
    text = told.sentence.text.casefold()
    starts = sorted({at for name in names if (at := text.find(name.casefold())) >= 0})
    context = _context(body, told.line)
    year = years_in(told.sentence.part(0, starts[0])) if starts else None
    pieces = [told.sentence.part(a, b) for a, b in pairwise([*starts, None]) if a is not None]
    own = [_Told(told.line, piece, statements(piece, replace(context, year=year or context.year))) for piece in pieces]
    yield from own if len(own) > 1 and all(each.statements for each in own) else [told]


def _first_place(told: list[Statement]) -> int:
    """Where the first figure, rank or band stands that the statements tell."""
    noted = [
        value
        for each in told
        for value in (*each.score.values.values(), *each.score.parts, each.from_rank, each.from_score)
    ]
    return min((value.places[0].start for value in noted if value and value.places), default=0)


def _stands_in(statement: Statement, sentence: Passage) -> bool:
    start = _first_place([statement])
    return sentence.start <= start < sentence.start + len(sentence.text) + 1


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


def _component(components: list[ComponentDraft], told: _Told) -> ComponentDraft | None:
    words = told.sentence
    named = named_in(told.line.words, Names(), None) if words.start == told.line.words.start else None
    is_index = named is not None and bool(frameworks_in(words.text[: named.rest.start - words.start or None]))
    for component in components:
        name = component.name.value
        if mentions(words.text, name):
            return component
        if named and named.is_explicit and not is_index and is_same(named.name.text, name):
            return component
    return None


def _fill(component: ComponentDraft, told: _Told, body: Body) -> None:
    """Take what the list adds; figures that only their heading makes aims complete no target of its own."""
    baseline, target = settled(told.statements, Context(body.plan_year))
    scale = next((found for above in body.above(told.line) if (found := scale_in(above.words))), None)
    for score in (baseline, target):
        if scale is not None and "score" in score.values and "%" not in told.sentence.text:
            score.put("scale", scale)
    _fill_one(component.baseline, baseline)
    if AIM.search(told.line.text) or not component.target.is_stated:
        _fill_one(component.target, target)


def _fill_one(own: ScoreDraft, other: ScoreDraft) -> None:
    """Take what is missing where both tell of one year."""
    mine, theirs = own.values.get("year"), other.values.get("year")
    if own.is_stated and mine and theirs and mine.value != theirs.value:
        return
    own.fill(other, problems.LIST_MERGED.code if own.is_stated else None)


def _is_of_whole(body: Body, told: _Told) -> bool:
    """Whether a sentence outside the components tells of the index itself."""
    text = told.sentence.text
    if is_group_title(sentences_of(told.line.words)[0].text) or not _SUBJECT.search(text):
        return False
    own = frameworks_in(text)
    if own:
        return body.framework is None or body.framework in own
    before = text[: max(0, _first_place(told.statements) - told.sentence.start)]
    if _PARTS.search(before) or _SHARE.search(before):
        return False
    return told.line.parent < 0 or body.facet(told.line) in {Facet.TARGET, Facet.RESULT, Facet.PURPOSE}
