"""A running plan as a value: what its rows say now, in the words of the document wherever they still say the same.

Rows hold units by their stored names and days already worked out; the accepted review holds the words. A value of the
review stands where the row still means it, else what the row says. What has no row of its own (recipients, legal bases,
the signer's position) is the review's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from chiso import plans
from chiso.periods import deadline
from chiso.plans import Assignment, Head, Operator, PlanIndex, Quantity, ReportPeriod, Score, Signer, Timing, TimingKind
from chiso.web.directory.models import UnitName
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.importing.naming import Naming, person_named, units_named
from chiso.web.plans.models import Commitment, Component, Plan, PlannedScore, ReportingRule, Task
from chiso.web.plans.states import score_of

_NOTHING_STATED = (None, False, (), "")
_TIMINGS = {
    TimingKind.CONTINUOUS: "Thường xuyên",
    TimingKind.YEARLY: "Hằng năm",
    TimingKind.HALF_YEARLY: "6 tháng một lần",
    TimingKind.QUARTERLY: "Hằng quý",
    TimingKind.MONTHLY: "Hằng tháng",
    TimingKind.AS_NEEDED: "Khi có yêu cầu",
}


def plan_value(plan: Plan) -> plans.Plan:
    """The plan as it stands now; a task that counts for several components stands under the first of its own plan."""
    told = Edited.from_json(plan.draft.edited).as_plan()
    words = _Words(told, _naming(plan, told))
    rows = plan.components.select_related("lead", "leader").prefetch_related("coordinating")
    components = {row.pk: row for row in rows}
    scores = {(row.component_id, row.part): row for row in PlannedScore.objects.filter(plan=plan)}
    housed = _tasks(plan, components, words)
    return plans.Plan(
        document=_head(plan, told.document),
        index=PlanIndex(plan.family, told.index.province, plan.year),
        baseline=_score(scores.get((None, PlannedScore.Part.BASELINE)), told.baseline),
        target=_score(scores.get((None, PlannedScore.Part.TARGET)), told.target),
        components=tuple(_component(row, words, scores, housed.get(row.pk, ())) for row in components.values()),
        general_tasks=tuple(housed.get(None, ())),
        reporting=tuple(_rule(row, words) for row in plan.reporting_rules.select_related("to")),
        other_indices=told.other_indices,
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The accepted review, and which stored unit each of its written names means."""

    told: plans.Plan
    naming: Naming

    def component(self, position: int) -> plans.Component | None:
        """The component from which the row at a position was made."""
        return self.told.components[position] if position < len(self.told.components) else None

    def task(self, position: int) -> tuple[plans.Task, plans.Component | None] | None:
        """The task from which the row at a position was made, and its component; see `acceptance.accepted`."""
        for component in self.told.components:
            if position < len(component.tasks):
                return component.tasks[position], component
            position -= len(component.tasks)
        general = self.told.general_tasks
        return (general[position], None) if position < len(general) else None


def _naming(plan: Plan, told: plans.Plan) -> Naming:
    known = UnitName.objects.filter(agency=plan.agency_id).values_list("name", "unit__name")
    return units_named(told, agency=plan.agency.name, known=dict(known))


def _head(plan: Plan, told: Head) -> Head:
    signer = told.signer or Signer()
    signed = replace(signer, name=plan.signer or None)
    return replace(
        told,
        number=plan.number or None,
        date=plan.issued or None,
        title=None if told.title is None and plan.title == plan.draft.file_name else plan.title,
        signer=told.signer if signed == signer else signed,
    )


def _score(row: PlannedScore | None, told: Score | None) -> Score | None:
    """The row's figures; with the parts of a total that the document tells as long as the total is the same."""
    if (value := score_of(row)) is None:
        return None
    if told is not None and replace(told, parts=()) == value:
        return told
    is_empty = all(getattr(value, name) in _NOTHING_STATED for name in value.__slots__ if name != "year")
    return None if is_empty else value


def _component(
    row: Component, words: _Words, scores: Mapping[tuple[int | None, str], PlannedScore], tasks: Iterable[plans.Task]
) -> plans.Component:
    told = words.component(row.position)
    return plans.Component(
        name=row.name,
        code=row.code or None,
        group=row.group or None,
        baseline=_score(scores.get((row.pk, PlannedScore.Part.BASELINE)), told.baseline if told else None),
        target=_score(scores.get((row.pk, PlannedScore.Part.TARGET)), told.target if told else None),
        assignment=_assignment(row, told.assignment if told else Assignment(), words.naming),
        timing=_timing(row, None, told.timing if told else None),
        tasks=tuple(tasks),
    )


def _tasks(plan: Plan, components: Mapping[int, Component], words: _Words) -> dict[int | None, list[plans.Task]]:
    """The tasks by the component under which each stands, None for the general ones."""
    rows = plan.tasks.select_related("lead", "leader").prefetch_related("coordinating", "commitments", "components")
    housed: dict[int | None, list[plans.Task]] = {}
    for row in rows:
        own = [each for each in row.components.all() if each.pk in components]
        home = min(own, key=lambda each: each.position).pk if own else None
        housed.setdefault(home, []).append(_task(row, words))
    return housed


def _task(row: Task, words: _Words) -> plans.Task:
    found = words.task(row.position)
    told, component = found or (None, None)
    common = component.timing if component and component.timing and component.timing.due else None
    stated = told.timing if told else None
    timing = _timing(row, row.due_on, stated or common)
    return plans.Task(
        text=row.text,
        code=row.code or None,
        assignment=_assignment(row, told.assignment if told else Assignment(), words.naming),
        timing=stated if timing == (stated or common) else timing,
        quantities=tuple(_quantity(each) for each in row.commitments.all()),
    )


def _assignment(row: Component | Task, told: Assignment, naming: Naming) -> Assignment:
    """The names as the document writes them where the row still holds whom they mean."""
    lead = row.lead.name if row.lead else ""
    coordinating = tuple(unit.name for unit in row.coordinating.all())
    leader = f"{row.leader.name}, {row.leader.position}".removesuffix(", ") if row.leader else None
    same_leader = person_named(told.leader)[0].casefold() == (row.leader.name.casefold() if row.leader else "")
    same_units = naming.lead(told) == lead and set(naming.coordinating(told)) == set(coordinating)
    return Assignment(
        lead=told.lead if same_units else lead or None,
        coordinating=told.coordinating if same_units else coordinating,
        leader=told.leader if same_leader else leader,
    )


def _timing(row: Component | Task, due_on: date | None, told: Timing | None) -> Timing | None:
    """What the document says where the row holds the same; else the row's words, with its day said in them."""
    same_words = (row.timing_kind, row.timing_text) == ((told.kind.value, told.text) if told else ("", ""))
    same_day = isinstance(row, Component) or due_on == _last_day(told)
    if same_words and same_day:
        return told
    if due_on is None:
        return _undated(row)
    day = f"{due_on:%d/%m/%Y}"
    text = f"Chậm nhất ngày {day}" if same_words or not row.timing_text else row.timing_text
    return Timing(TimingKind.BY_DATE, text, due=due_on.isoformat(), due_is_inclusive=True)


def _undated(row: Component | Task) -> Timing | None:
    """The row's words without a day; nothing where they were about a day only, which the office has taken away."""
    kind = TimingKind(row.timing_kind) if row.timing_kind else None
    if kind is None or kind is TimingKind.BY_DATE:
        return None
    return Timing(kind, row.timing_text or _TIMINGS[kind])


def _last_day(told: Timing | None) -> date | None:
    if told is None or told.due is None:
        return None
    return deadline(told.due, is_inclusive=told.due_is_inclusive).day


def _quantity(row: Commitment) -> Quantity:
    return Quantity(
        operator=Operator(row.operator),
        value=float(row.value),
        unit=row.unit,
        text=row.text,
        upper=float(row.upper) if row.upper is not None else None,
    )


def _rule(row: ReportingRule, words: _Words) -> plans.ReportingRule:
    rules = words.told.reporting
    written = rules[row.position].to if row.position < len(rules) else None
    stored = row.to.name if row.to else None
    is_same = written is not None and words.naming.lead(Assignment(lead=written)) == stored
    return plans.ReportingRule(
        period=ReportPeriod(row.period),
        due_day=row.due_day,
        due_months=tuple(row.due_months),
        due_date=row.due_date or None,
        to=written if is_same else stored,
        onward_to=tuple(row.onward_to),
        due_is_inclusive=row.due_is_inclusive,
        due_month_offset=row.due_month_offset,
    )
