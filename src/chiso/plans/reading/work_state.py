"""What is found under a heading, and where the reader of its lines stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from chiso.plans.plan import Timing
from chiso.plans.reading.drafts import AssignmentDraft, ScoreDraft, TaskDraft
from chiso.plans.reading.facets import Facet
from chiso.plans.reading.outline import Line
from chiso.plans.reading.passage import Noted


@dataclass(slots=True)
class Findings:
    """What was read under one heading."""

    tasks: list[TaskDraft] = field(default_factory=list)
    assignment: AssignmentDraft = field(default_factory=AssignmentDraft)
    timing: Noted[Timing] | None = None
    baseline: ScoreDraft = field(default_factory=ScoreDraft)
    target: ScoreDraft = field(default_factory=ScoreDraft)


@dataclass(slots=True)
class State:
    """Where the reader stands: the facet announced last, the part's subject, the unit named as heading.

    facet_line: the heading that announced it
    unit_rank: how deep the first line under that heading stands
    aside:     habit of the lines that list what is weak, no work; "" outside such a list
    """

    facet: Facet | None = None
    facet_line: Line | None = None
    year: Noted[int] | None = None
    subject: str = ""
    unit: AssignmentDraft | None = None
    unit_line: Line | None = None
    unit_rank: int = 0
    aside: str = ""
