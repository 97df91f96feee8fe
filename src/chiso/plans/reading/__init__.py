"""Reading a plan: from the blocks of a document to the plan's values and their places."""

from __future__ import annotations

from dataclasses import replace

from chiso.documents import Document
from chiso.plans import _problems as problems
from chiso.plans.names import Names
from chiso.plans.plan import Reading
from chiso.plans.reading.answerable import read_answerable
from chiso.plans.reading.assemble import assembled
from chiso.plans.reading.body import CLOSING, Body, body_of
from chiso.plans.reading.citations import read_citations
from chiso.plans.reading.components import Site, find_components, headings_over_components, other_indices
from chiso.plans.reading.drafts import ComponentDraft, PlanDraft
from chiso.plans.reading.facets import Facet
from chiso.plans.reading.general import place_by_brackets, read_general
from chiso.plans.reading.head import attached_plan, read_head
from chiso.plans.reading.index_named import read_index
from chiso.plans.reading.mentions import assume_years, read_mentions, read_whole
from chiso.plans.reading.passage import Noted
from chiso.plans.reading.reporting import read_reporting
from chiso.plans.reading.signature import read_signature
from chiso.plans.reading.tables import read_tables
from chiso.plans.reading.tables_found import names_with_tables
from chiso.plans.reading.tasks import labels_are_of_tasks
from chiso.plans.reading.work import WorkReader

__all__ = ["read"]


def read(document: Document, *, names: Names = Names()) -> Reading:  # noqa: B008 (Names is frozen)
    """The plan in a document, with the place of each value and a code where a value is doubtful.

    What the document does not state stays empty. `names` helps where the layout alone does not tell.
    """
    draft = PlanDraft()
    after = read_head(document, draft)
    signed, resumed = read_signature(document, draft, after)
    start = attached_plan(document, draft, after) or after
    read_index(document, names, draft)
    read_citations(document, draft)
    body = body_of(document, (start, signed, resumed), _whole(draft, "year"), _word(draft, "framework"))
    names = names_with_tables(body, names)
    sites = find_components(body, names)
    if over := headings_over_components(body, names):
        otherwise = replace(body, work=over)
        more = find_components(otherwise, names)
        body, sites = (otherwise, more) if len(more) > len(sites) else (body, sites)
    body = replace(body, work=body.work | {site.unit.parent for site in sites if site.unit})
    draft.components = [site.draft for site in sites]
    _note_other_indices(body, draft, names)
    closing = {line.number for line in body.text_lines() if line.style == "prose" and CLOSING.match(line.text)}
    inside = {number for site in sites for number in range(site.line.number, site.line.end)} - closing
    of_tasks = labels_are_of_tasks(body, [(site.line.number + 1, site.line.end) for site in sites])
    for site in sites:
        _read_component(body, site, of_tasks=of_tasks)
    read_general(body, draft, inside)
    read_whole(body, draft, inside)
    read_tables(body, draft, sites, names)
    place_by_brackets(draft)
    read_mentions(body, draft, inside)
    read_answerable(body, draft, inside)
    assume_years(draft)
    read_reporting(body, draft, inside)
    return _with_doubts_of_scan(document, assembled(draft))


def _with_doubts_of_scan(document: Document, reading: Reading) -> Reading:
    """The reading with a doubt on every value that stands on words which were recognised without certainty."""
    unsure = {
        path: problems.SCANNED_UNSURELY.code
        for path, places in reading.places.items()
        if any(document.is_doubtful(place) for place in places)
    }
    return replace(reading, doubts={**unsure, **reading.doubts}) if unsure else reading


def _read_component(body: Body, site: Site, *, of_tasks: bool) -> None:
    is_aim = site.line.end <= site.line.number + 1 and body.facet(site.line) is Facet.TARGET
    lines = (line for line in body.text_lines(site.line.number + 1, site.line.end) if not body.is_caption(line))
    reader = WorkReader(body, facet=Facet.TARGET if is_aim else None, labels_are_of_tasks=of_tasks)
    found = reader.read(lines, site.named.rest)
    component: ComponentDraft = site.draft
    component.tasks += found.tasks
    component.assignment.fill(found.assignment)
    component.timing = component.timing or found.timing
    component.baseline.fill(found.baseline)
    component.target.fill(found.target)


def _note_other_indices(body: Body, draft: PlanDraft, names: Names) -> None:
    for heading in other_indices(body, names):
        name = body.other_index(heading)
        if name:
            draft.other_indices.append(Noted(name, (heading.words.place,)))
    framework = draft.index.get("framework")
    if draft.other_indices and framework:
        draft.index["framework"] = Noted(framework.value, framework.places, problems.SEVERAL_INDICES.code)


def _whole(draft: PlanDraft, name: str) -> int | None:
    noted = draft.index.get(name)
    return noted.value if noted and isinstance(noted.value, int) else None


def _word(draft: PlanDraft, name: str) -> str | None:
    noted = draft.index.get(name)
    return noted.value if noted and isinstance(noted.value, str) else None
