"""What speaks for a heading being a component: the results, aims and assignment that stand with it."""

from __future__ import annotations

from chiso.plans.reading.assignments import assigns, label_of
from chiso.plans.reading.body import Body
from chiso.plans.reading.facets import Facet, facet_of
from chiso.plans.reading.outline import Line, title_of
from chiso.plans.reading.passage import Passage
from chiso.plans.reading.scores import Context, statements
from chiso.plans.reading.timings import LABEL


def has_facets(body: Body, line: Line) -> bool:
    """Whether results, targets or assignment stand directly under the heading, and not labels alone.

    A task may have its own labels under it; a component has work besides.
    """
    inside = [below for below in body.text_lines(line.number + 1, line.end) if not _is_deeper(body, below, line)][:40]
    labels = [below for below in inside if label_of(below.words) or LABEL.match(below.text) or assigns(below.words)]
    if labels and len(labels) < len(inside):
        return True
    return any(
        facet_of(title_of(below).text.split(":")[0]) in {Facet.TARGET, Facet.RESULT, Facet.ASSIGNMENT}
        or tells_scores(body, below.words)
        for below in inside
        if below not in labels
    )


def _is_deeper(body: Body, below: Line, line: Line) -> bool:
    """Whether a heading of its own subject stands between."""
    for above in body.above(below):
        if above.number == line.number:
            return False
        if above.is_numbered and facet_of(title_of(above).text.split(":")[0]) is None and above.style != "letter":
            return True
    return True


def tells_scores(body: Body, words: Passage) -> bool:
    """Whether the words, no more than a paragraph, tell points or a rank."""
    found = statements(words, Context(plan_year=body.plan_year))
    return any(s.score.values.keys() & {"score", "rank"} for s in found) if len(words.text) < 400 else False  # noqa: PLR2004
