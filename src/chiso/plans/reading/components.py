"""Finding the headings that are components: by their words, by what stands under them, by known names."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from chiso.plans import _problems as problems
from chiso.plans.names import Names
from chiso.plans.reading.assignments import label_of
from chiso.plans.reading.body import CLOSING, Body
from chiso.plans.reading.columns import Role
from chiso.plans.reading.component_duties import duties_for_components
from chiso.plans.reading.component_names import Named, is_group_title, is_whole_index, named_in
from chiso.plans.reading.component_siblings import names_work, siblings_of
from chiso.plans.reading.component_signs import has_facets, tells_scores
from chiso.plans.reading.drafts import ComponentDraft
from chiso.plans.reading.facets import Facet, facet_of, section_facet
from chiso.plans.reading.index_named import frameworks_in
from chiso.plans.reading.outline import Line, title_of
from chiso.plans.reading.passage import words
from chiso.plans.reading.tables_found import is_of_plan, tables_of
from chiso.plans.reading.timings import LABEL, TIME_HEADING
from chiso.plans.reading.units import looks_like_unit

_LEAST_NAMED = 2
_MOST_NAME = 130
_STRONG = 3
_INTRODUCED = re.compile(
    r"(?:chỉ số|tiêu chí|nội dung|lĩnh vực)\s+thành phần|từng (?:chỉ số|nội dung|lĩnh vực|tiêu chí)|các (?:chỉ số|trục|lĩnh vực)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^\D{4,30}\s\d{1,2}\s*[:.–-]|^(?:Nội dung|Lĩnh vực|Trục)\s*:", re.IGNORECASE)  # `Nội dung 1: …`


@dataclass(frozen=True, slots=True)
class Site:
    """A component where it stands in the body: its heading line and the name found in it.

    unit: the heading that names the unit whose duties the line is one of
    """

    line: Line
    named: Named
    draft: ComponentDraft
    unit: Line | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    line: Line
    named: Named
    points: int


def find_components(body: Body, names: Names) -> list[Site]:
    """The components whose headings stand in the body, in their order."""
    for listed in (False, True):
        groups: dict[tuple[str, int], list[_Candidate]] = defaultdict(list)
        for line in body.text_lines():
            candidate = _listed(body, line, names) if listed else _candidate(body, line, names)
            if candidate and not body.other_index(line):
                groups[_group_key(line)].append(candidate)
        rated = [(_worth(group, body), group) for group in groups.values()]
        worth, best = max(rated, key=lambda each: each[0], default=(0, []))
        if worth > 0:
            chosen = _with_siblings(_chosen(best, body), body, names)
            _take_paragraphs([c.line for c in chosen], body)
            return [Site(c.line, c.named, _draft(body, c, chosen)) for c in chosen]
        if any(table.at(Role.COMPONENT) is not None and is_of_plan(table) for table in tables_of(body)):
            return []
    return _of_duties(body, names)


def _of_duties(body: Body, names: Names) -> list[Site]:
    """The components that the duties of units name, led by those units."""
    sites: list[Site] = []
    for duty in duties_for_components(body, names):
        draft = ComponentDraft(name=words(duty.named.name))
        draft.assignment.lead = words(title_of(duty.unit))
        sites.append(Site(duty.line, duty.named, draft, duty.unit))
    return sites


def headings_over_components(body: Body, names: Names) -> frozenset[int]:
    """The headings under which components stand though they announce something else than work.

    None where components stand under another heading, for then the one is about results or duties indeed.
    """
    named: dict[int, int] = defaultdict(int)
    for line in body.text_lines():
        if line.is_numbered and line.parent >= 0 and line.end > line.number + 1 and _is_named(body, line, names):
            for above in body.above(line):
                named[above.number] += 1
    over = {number for number, count in named.items() if count >= _LEAST_NAMED}
    doubtful = {number for number in over if body.announced(body.lines[number]) not in {None, Facet.WORK}}
    within = {line.number for number in doubtful for line in (body.lines[number], *body.above(body.lines[number]))}
    return frozenset(doubtful) if over <= within | _below(body, doubtful) else frozenset()


def _is_named(body: Body, line: Line, names: Names) -> bool:
    """Whether a heading names a component, or tells results and aims of what it names."""
    found = named_in(line.words, names, body.framework)
    if found is None or is_whole_index(found.name.text):
        return False
    return found.is_known or found.is_explicit or (_can_be_name(line, found) and has_facets(body, line))


def _below(body: Body, headings: set[int]) -> set[int]:
    return {line.number for line in body.lines if any(above.number in headings for above in body.above(line))}


def _with_siblings(chosen: list[_Candidate], body: Body, names: Names) -> list[_Candidate]:
    """The chosen headings with those of their runs that are components because of them, in their order."""
    further = (
        (line, named_in(line.words, names, body.framework)) for line in siblings_of(body, [c.line for c in chosen])
    )
    more = [_Candidate(line, named, 0) for line, named in further if named]
    return sorted([*chosen, *more], key=lambda each: each.line.number)


def _take_paragraphs(lines: list[Line], body: Body) -> None:
    """Paragraphs that open with their components hold for those after them, up to the next or to a heading."""
    opening = {line.number for line in lines}
    for line in lines:
        if line.style != "prose":
            continue
        at = line.number + 1
        while at < len(body.lines) and at in body and at not in opening and body.lines[at].style == "prose":
            if CLOSING.match(body.lines[at].text):
                break
            at += 1
        line.end = at


def _listed(body: Body, line: Line, names: Names) -> _Candidate | None:
    """A component in a plain list: its name, a colon, its own results and aims."""
    named = named_in(line.words, names, body.framework) if line.style not in {"row", "prose"} else None
    if not named or is_whole_index(named.name.text) or facet_of(named.name.text) or len(named.name.text) > _MOST_NAME:
        return None
    is_list = line.text[len(named.name.text) : len(named.name.text) + 12].lstrip(' ”"').startswith((":", "("))
    return _Candidate(line, named, _STRONG) if is_list and tells_scores(body, named.rest) else None


def other_indices(body: Body, names: Names) -> list[Line]:
    """The headings of further indices that have components of their own under them."""
    found: dict[str, Line] = {}
    for line in body.text_lines():
        other = body.other_index(line)
        if (
            other
            and other not in found
            and (candidate := _candidate(body, line, names))
            and candidate.points >= _STRONG
        ):
            heading = next((above for above in body.above(line) if other in frameworks_in(above.text)), None)
            if heading is not None:
                found[other] = heading
    return list(found.values())


def _group_key(line: Line) -> tuple[str, int]:
    """Numbered headings of one habit belong together all over the document, marks only under one heading."""
    return (line.style, -2) if line.is_numbered or line.style == "title" else (line.style, line.parent)


def _candidate(body: Body, line: Line, names: Names) -> _Candidate | None:
    if line.style == "prose" and not re.match(r"(?:(?:về|đối với|với|riêng)\s+)*chỉ số", line.text, re.IGNORECASE):
        return None
    if CLOSING.match(line.text) or is_whole_index(line.text):
        return None
    named = named_in(line.words, names, body.framework)
    if named and named.rest and not (named.is_explicit or named.is_known or tells_scores(body, named.rest)):
        return None
    if not named or is_whole_index(named.name.text) or not _can_be_name(line, named):
        return None
    section = body.facet(line)
    if section in {Facet.ORGANISATION, Facet.ASIDE}:
        return None
    points = _points(body, line, named)
    if section in {Facet.PURPOSE, Facet.TARGET, Facet.RESULT}:
        points = points // 2 if named.is_explicit or named.is_known else 0
    return _Candidate(line, named, points) if points > 0 else None


def _can_be_name(line: Line, named: Named) -> bool:
    text = title_of(line).text
    if named.is_known or len(named.name.text) > _MOST_NAME:
        return len(named.name.text) <= _MOST_NAME
    if is_group_title(text) or label_of(line.words) or LABEL.match(text) or TIME_HEADING.match(text):
        return False
    if named.is_explicit:
        return _can_be_explicit(text, named)
    if facet_of(text) or looks_like_unit(text) or names_work(text):
        return False
    if ":" in line.text[:-1] and not named.rest:
        return False
    heads = line.is_numbered or line.style == "title" or (bool(named.rest) and line.end > line.number + 1)
    return len(named.name.text) <= _MOST_NAME and heads


def _can_be_explicit(text: str, named: Named) -> bool:
    """Whether a title with a word such as `chỉ số` names one, rather than announcing results or work."""
    if not re.search(r"[“\"]", text) and section_facet(named.name.text) is Facet.WORK:
        return False
    return (
        facet_of(named.name.text if _COUNTED.match(text) else text) is None
        or bool(re.match(r"[^“\"]{0,40}[“\"]", text))
        or text.lower().startswith("chỉ số")
    )


def _points(body: Body, line: Line, named: Named) -> int:
    points = 4 if named.is_known else 0
    if named.is_explicit:
        points = max(points, 3)
    if has_facets(body, line) or tells_scores(body, named.rest):
        points += 3
    above = next(body.above(line), None)
    if above is not None and _INTRODUCED.search(above.text) and len(above.text) <= _MOST_NAME:
        points += 2
    if line.end > line.number + 1:
        points += 1
    return points


def _worth(group: list[_Candidate], body: Body) -> int:
    strong = [c for c in group if c.points >= _STRONG]
    total = sum(c.points for c in group)
    sure = [c for c in strong if c.named.is_explicit or c.named.is_known]
    if len(strong) >= 2 or (sure and sure[0].points > _STRONG):  # noqa: PLR2004 (one alone may be chance)
        return sum(c.points for c in strong) + total
    if len(group) >= 3 and (_is_introduced(group, body) or _divide_the_work(group, body)):  # noqa: PLR2004
        return total
    return 0


def _is_introduced(group: list[_Candidate], body: Body) -> bool:
    """Whether the heading above, or a line before the first, announces the parts of the index."""
    first = group[0].line
    above = next(body.above(first), None)
    before = body.lines[first.number - 1] if first.number else None
    announced = [line.text for line in (above, before) if line]
    return any(_INTRODUCED.search(text) for text in announced)


def _divide_the_work(group: list[_Candidate], body: Body) -> bool:
    """Whether sister headings, each with lines of its own under it, stand in a section of work."""
    parents = {c.line.parent for c in group}
    return len(parents) == 1 and all(body.facet(c.line) is Facet.WORK and c.line.end > c.line.number + 1 for c in group)


def _chosen(group: list[_Candidate], body: Body) -> list[_Candidate]:
    """The members to take: all where most are sure or they are announced, else only the sure ones."""
    strong = [c for c in group if c.points >= _STRONG]
    if len(strong) < 2 and not any(c.named.is_explicit or c.named.is_known for c in strong):  # noqa: PLR2004
        return [c for c in group if c.line.parent == group[0].line.parent]
    in_work = [c for c in strong if body.section(c.line) is not Facet.PURPOSE] or strong
    parents = {c.line.parent for c in in_work}
    if 2 * len(strong) > len(group):
        weak = [c for c in group if c.line.parent in parents and c not in in_work and not c.named.is_explicit]
        return sorted([*in_work, *(w for w in weak if _between(w, in_work))], key=lambda c: c.line.number)
    return in_work


def _between(weak: _Candidate, sure: list[_Candidate]) -> bool:
    return sure[0].line.number < weak.line.number < sure[-1].line.number


def _draft(body: Body, candidate: _Candidate, chosen: list[_Candidate]) -> ComponentDraft:
    line, named = candidate.line, candidate.named
    sure = named.is_explicit or named.is_known
    draft = ComponentDraft(name=words(named.name, None if sure else problems.NAME_UNQUOTED.code))
    if line.is_numbered:
        draft.code = words(line.code)
    parents = {c.line.parent for c in chosen}
    if len(parents) > 1 and line.parent >= 0:
        above = body.lines[line.parent]
        if facet_of(above.text) is None or is_group_title(above.text):
            draft.group = words(title_of(above))
    return draft
