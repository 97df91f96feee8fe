"""From a plan to the ground of its road."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from chiso.frameworks import Edition
from chiso.problems import ProblemError
from chiso.web.catalogue.editions import Editions, editions_of
from chiso.web.directory.models import Agency, Subject
from chiso.web.plans.models import Plan, Task
from chiso.web.plans.queries.labels import plan_label
from chiso.web.plans.queries.plans import running_plans
from chiso.web.results.models import Scenario
from chiso.web.results.peers import queries as peers
from chiso.web.results.peers.values import Table
from chiso.web.results.roads.grounds import Ground, Source, criteria, measured, ranked_of, source_of, unknown_of
from chiso.web.scorecard.queries import card as card_of
from chiso.web.scorecard.roads.asked import Reach
from chiso.web.scorecard.values import Card, Line


@dataclass(frozen=True, slots=True)
class Kept:
    """A scenario that was saved; `query` opens it again."""

    id: int
    name: str
    query: str
    total: float | None
    rank: int | None
    rank_of: int | None
    targets: Mapping[str, float]
    by: str
    at: date


@dataclass(frozen=True, slots=True)
class Journey:
    """A plan, what its road stands on, and what has been kept of it.

    ground:   None where no edition or no scores are known
    table:    the peers' table that the road starts from; None where there is none, so that no rank can be told
    editions: those by whose weights totals can be made, the plan's own first
    task_leads: by the node of a component that the plan gives no lead, the unit that leads most of its tasks
    """

    card: Card
    ground: Ground | None
    table: Table | None
    editions: tuple[Edition, ...]
    kept: tuple[Kept, ...]
    task_leads: Mapping[str, str] = field(default_factory=dict)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that the form may name."""
        if self.ground is None:
            return tuple(line.node for line in self.card.lines if line.node)
        return tuple(self.ground.edition.codes)

    @property
    def edition_path(self) -> tuple[str, str] | None:
        """The framework and the edition by whose formula the road goes, as the catalogue's address has them."""
        framework, _, edition = self.editions[0].key.partition("/") if self.editions else ("", "", "")
        return (framework, edition) if edition else None

    @property
    def leads(self) -> tuple[str, ...]:
        """The units that lead components."""
        found = (self.lead_of(line.node) for line in self.card.lines if line.node)
        return tuple(dict.fromkeys(lead for lead in found if lead))

    @property
    def has_criteria(self) -> bool:
        """Whether the scores of criteria are known, so that they can be raised one by one."""
        return self.ground is not None and bool(criteria(self.ground))

    @property
    def is_measured(self) -> bool:
        """Whether any indicator is measured against the other units, so that raising it may move them."""
        return self.ground is not None and bool(measured(self.ground))

    @property
    def reach(self) -> Reach:
        """How far scores and ranks can go; nothing of what cannot be worked out."""
        if self.ground is None:
            return Reach()
        scales = {node.code: node.scale for node in self.ground.edition.nodes}
        ends = {code: (float(scale.minimum), float(scale.maximum)) for code, scale in scales.items()}
        whole = ends[self.ground.edition.headline.code][1]
        try:
            return Reach(ends, unknown_of(self.ground), ranked_of(self.ground), whole)
        except ProblemError:
            return Reach(ends, whole=whole)

    def lead_of(self, code: str) -> str:
        """The unit that leads a component, or most of its tasks where the plan names none; of a criterion its component's."""
        line = self.line_of(code)
        return (line.lead or self.task_leads.get(line.node, "")) if line else ""

    def is_covered(self, code: str) -> bool:
        """Whether the plan gives somebody work for it."""
        line = self.line_of(code)
        return bool(line and line.is_covered)

    def line_of(self, code: str) -> Line | None:
        """The line of a component; of a criterion that of its component."""
        lines = {line.node: line for line in self.card.lines if line.node}
        edition = self.ground.edition if self.ground else None
        while edition and code not in lines and code in edition and edition.node(code).parent:
            code = str(edition.node(code).parent)
        return lines.get(code)


def journey(agency: Agency, plan_id: int, today: date, edition: str = "", *, finely: bool = False) -> Journey | None:
    """The journey of one plan by the weights of an edition; None where the agency has no such plan.

    finely: whether criteria are raised instead of components, where their scores are known
    """
    card = card_of(agency, plan_id, today, with_work=False)
    plan = Plan.objects.select_related("subject").filter(agency=agency, pk=plan_id).first()
    if card is None or plan is None:
        return None
    tables = _tables(agency, plan.subject, plan.family, plan.year, today)
    table = tables[-1] if tables else None
    editions = _editions(plan, table, editions_of(agency))
    chosen = next((each for each in editions if each.key == edition), editions[0] if editions else None)
    ground = None
    if chosen and table:
        comparable = [each for each in tables[:-1] if each.columns == table.columns]
        ground = Ground(chosen, table.own, source_of(table), tuple(source_of(each) for each in comparable), finely)
    elif chosen:
        ground = _alone(card, chosen, finely=finely)
    return Journey(card, ground, table, editions, _kept(agency, plan_id), _task_leads(card))


def plans_with_roads(agency: Agency) -> tuple[tuple[int, str], ...]:
    """The plans of an agency, those that run first: id and label."""
    found = list(Plan.objects.filter(agency=agency))
    running = running_plans(found)
    return tuple((plan.pk, plan_label(plan)) for plan in sorted(found, key=lambda plan: plan.pk not in running))


def _tables(agency: Agency, subject: Subject, family: str, year: int, today: date) -> list[Table]:
    """The tables of a plan's index before its year in which its subject stands, oldest first."""
    found = peers.of_index(peers.tables(agency, today, family), family, subject.kind, subject.province)
    return [table for of, table in sorted(found.items()) if of < year and table.own]


def _editions(plan: Plan, table: Table | None, known: Editions) -> tuple[Edition, ...]:
    """The plan's edition where it knows the table's components, and the table's own."""
    of_plan = known.get(plan.edition)
    of_table = table.heading.rules if table else None
    found = []
    if of_plan and (table is None or set(table.columns) <= set(of_plan.codes)):
        found.append(of_plan)
    if of_table and of_table not in found:
        found.append(of_table)
    return tuple(found)


def _alone(card: Card, edition: Edition, *, finely: bool) -> Ground | None:
    """The agency's own scores, where no table of peers is known."""
    year = card.previous_year or card.year - 1
    cells = {
        line.node: float(line.previous.points)
        for line in card.lines
        if line.node in edition and line.previous and line.previous.points is not None
    }
    for row in card.sheet.parts if card.sheet else ():
        cell = next((cell for cell in row.known if cell.year == year and cell.score is not None), None)
        if row.node in edition and cell and cell.score is not None:
            cells.setdefault(row.node, float(cell.score))
    source = Source(year, tuple((card.subject, node, score) for node, score in cells.items()))
    return Ground(edition, card.subject, source, finely=finely) if cells else None


def _task_leads(card: Card) -> dict[str, str]:
    """The unit that leads most of the tasks of each component without a lead."""
    bare = [line.component_id for line in card.lines if line.is_covered and line.node and not line.lead]
    if not bare:
        return {}
    tasks = Task.objects.filter(components__in=bare, lead__isnull=False)
    counts: dict[str, Counter[str]] = {}
    for node, lead in tasks.order_by("pk").values_list("components__node", "lead__name"):
        counts.setdefault(node, Counter())[lead] += 1
    return {node: found.most_common(1)[0][0] for node, found in counts.items()}


def _kept(agency: Agency, plan_id: int) -> tuple[Kept, ...]:
    rows = Scenario.objects.filter(agency=agency, plan_id=plan_id).select_related("made_by")
    return tuple(
        Kept(
            id=row.pk,
            name=row.name,
            query=row.inputs.get("query", ""),
            total=row.outcome.get("total"),
            rank=row.outcome.get("rank"),
            rank_of=row.outcome.get("rank_of"),
            targets=row.outcome.get("targets", {}),
            by=str(row.made_by or ""),
            at=row.made_at.date(),
        )
        for row in rows
    )
