"""The page of a plan: its head, its components and their state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chiso.plans import Score
from chiso.plans.status import Judgement
from chiso.web.directory.models import Agency
from chiso.web.plans.assignments import Named, named
from chiso.web.plans.models import Component, Plan, PlannedScore
from chiso.web.plans.queries.labels import family_label, plan_label
from chiso.web.plans.queries.lines import StatusCount, TaskLine, count_statuses, task_lines
from chiso.web.plans.states import judge_component, score_of
from chiso.web.results.models import Result


@dataclass(frozen=True, slots=True)
class PlanHead:
    """What a plan says of itself, and who accepted it when."""

    id: int
    label: str
    family: str
    year: int
    title: str
    subject: str
    is_own_subject: bool
    number: str
    issued: str
    signer: str
    accepted_by: str
    accepted_at: datetime
    draft_id: int


@dataclass(frozen=True, slots=True)
class ComponentLine:
    """A component with its figures, who answers for it, and how it stands.

    judged_by_figures: whether the status compares a current figure with the target, else it comes from the tasks
    task_leads: the units that lead its tasks, each once
    """

    id: int
    plan_id: int
    code: str
    group: str
    name: str
    baseline: Score | None
    target: Score | None
    current: Score | None
    lead: Named | None
    coordinating: tuple[Named, ...]
    leader: Named | None
    timing_text: str
    judgement: Judgement
    judged_by_figures: bool
    task_count: int
    counts: tuple[StatusCount, ...]
    task_leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanPage:
    """All of a plan's page but the choice of tasks."""

    head: PlanHead
    baseline: Score | None
    target: Score | None
    components: tuple[ComponentLine, ...]
    lines: tuple[TaskLine, ...]
    counts: tuple[StatusCount, ...]

    @property
    def has_groups(self) -> bool:
        """Whether the plan divides its components into groups."""
        return any(component.group for component in self.components)

    @property
    def has_bands(self) -> bool:
        """Whether any component was given a band last year."""
        return any(component.baseline and component.baseline.band for component in self.components)

    @property
    def has_baselines(self) -> bool:
        """Whether the plan tells of any component how it stood before."""
        return any(component.baseline for component in self.components)

    @property
    def has_targets(self) -> bool:
        """Whether the plan sets any component a target."""
        return any(component.target for component in self.components)

    @property
    def has_leaders(self) -> bool:
        """Whether any component is in the charge of a leader."""
        return any(component.leader for component in self.components)

    @property
    def column_count(self) -> int:
        """How many columns the table of components has."""
        return 4 + 2 * self.has_baselines + self.has_bands + self.has_targets + self.has_leaders


def plan_page(plan: Plan, agency: Agency, today: date) -> PlanPage:
    """Give the page of a plan as it stands on a day."""
    scores = list(PlannedScore.objects.filter(plan=plan))
    whole = {row.part: row for row in scores if row.component_id is None}
    lines = task_lines(agency, today, plans=[plan.pk])
    return PlanPage(
        head=plan_head(plan, agency),
        baseline=score_of(whole.get(PlannedScore.Part.BASELINE)),
        target=score_of(whole.get(PlannedScore.Part.TARGET)),
        components=_component_lines(plan, scores, lines),
        lines=lines,
        counts=count_statuses(lines),
    )


def plan_head(plan: Plan, agency: Agency) -> PlanHead:
    """Give the head of a plan."""
    return PlanHead(
        id=plan.pk,
        label=plan_label(plan),
        family=family_label(plan.family),
        year=plan.year,
        title=plan.title,
        subject=plan.subject.name,
        is_own_subject=plan.subject_id == agency.subject_id,
        number=plan.number,
        issued=plan.issued,
        signer=plan.signer,
        accepted_by=str(plan.accepted_by or ""),
        accepted_at=plan.accepted_at,
        draft_id=plan.draft_id,
    )


@dataclass(frozen=True, slots=True)
class ComponentPage:
    """A component with its plan and its tasks."""

    head: PlanHead
    component: ComponentLine
    lines: tuple[TaskLine, ...]


def component_page(component: Component, agency: Agency, today: date) -> ComponentPage:
    """Give the page of a component that `access.component_of` has loaded."""
    lines = task_lines(agency, today, plans=[component.plan_id])
    return ComponentPage(
        head=plan_head(component.plan, agency),
        component=_line(component, list(component.scores.all()), _current_scores(component.plan), lines),
        lines=tuple(line for line in lines if any(home.id == component.pk for home in line.homes)),
    )


def _component_lines(
    plan: Plan, scores: Sequence[PlannedScore], lines: Sequence[TaskLine]
) -> tuple[ComponentLine, ...]:
    current = _current_scores(plan)
    rows = plan.components.select_related("lead", "leader").prefetch_related("coordinating")
    return tuple(
        _line(component, [row for row in scores if row.component_id == component.pk], current, lines)
        for component in rows
    )


def _line(
    component: Component,
    scores: Sequence[PlannedScore],
    current: Mapping[str, Score],
    lines: Sequence[TaskLine],
) -> ComponentLine:
    parts = {row.part: row for row in scores}
    baseline, target = parts.get(PlannedScore.Part.BASELINE), parts.get(PlannedScore.Part.TARGET)
    now = current.get(component.node) if component.node else None
    own = [line for line in lines if any(home.id == component.pk for home in line.homes)]
    return ComponentLine(
        id=component.pk,
        plan_id=component.plan_id,
        code=component.code,
        group=component.group,
        name=component.name,
        baseline=score_of(baseline),
        target=score_of(target),
        current=now,
        lead=named(component.lead) if component.lead else None,
        coordinating=tuple(named(unit) for unit in component.coordinating.all()),
        leader=named(component.leader) if component.leader else None,
        timing_text=component.timing_text,
        judgement=judge_component(baseline, target, now, [line.judgement.status for line in own]),
        judged_by_figures=now is not None and target is not None,
        task_count=len(own),
        counts=count_statuses(own),
        task_leads=tuple(dict.fromkeys(each.answerable.lead.name for each in own if each.answerable.lead)),
    )


def _current_scores(plan: Plan) -> dict[str, Score]:
    """Give the results of the plan's own year by node, official ones before provisional ones."""
    rows = Result.objects.filter(subject=plan.subject_id, family=plan.family, year=plan.year).order_by("-standing")
    return {
        row.node: Score(
            year=row.year,
            score=float(row.score) if row.score is not None else None,
            scale=float(row.scale) if row.scale is not None else None,
            rank=row.rank,
            rank_of=row.rank_of,
            band=row.band or None,
        )
        for row in rows
    }
