"""Writing what was decided (`acceptance`) into the tables of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from chiso.plans import Score
from chiso.units import search_key
from chiso.web.directory.models import Agency, Person, Unit, UnitName
from chiso.web.plans.importing.acceptance import Acceptance, AcceptedComponent, AcceptedTask, Work
from chiso.web.plans.importing.naming import UnitNamed
from chiso.web.plans.models import Commitment, Component, Plan, PlannedScore, ReportingRule, Task

Row = TypeVar("Row", Component, Task)


def store(plan: Plan, acceptance: Acceptance) -> None:
    """Write units, people, components, scores, tasks, commitments and reporting rules of a plan just made."""
    units = _units(plan.agency, acceptance.units)
    people = _people(plan.agency, acceptance.people)
    components = [_component(plan, n, each, units, people) for n, each in enumerate(acceptance.components)]
    Component.objects.bulk_create(components)
    beside = Component.coordinating.through
    named = _coordinating(components, acceptance.components, units)
    beside.objects.bulk_create(beside(component=row, unit=unit) for row, unit in named)
    PlannedScore.objects.bulk_create(_component_scores(plan, components, acceptance.components))
    _store_tasks(plan, acceptance, components, units, people)
    _rules(plan, acceptance, units)


def _store_tasks(
    plan: Plan,
    acceptance: Acceptance,
    components: list[Component],
    units: Mapping[str, Unit],
    people: Mapping[str, Person],
) -> None:
    tasks = [_task(plan, n, each, units, people) for n, each in enumerate(acceptance.tasks)]
    Task.objects.bulk_create(tasks)
    beside = Task.coordinating.through
    named = _coordinating(tasks, acceptance.tasks, units)
    beside.objects.bulk_create(beside(task=row, unit=unit) for row, unit in named)
    counted = [(task, each.component) for task, each in zip(tasks, acceptance.tasks, strict=True)]
    link = Task.components.through
    link.objects.bulk_create(link(task=task, component=components[n]) for task, n in counted if n is not None)
    _commitments(tasks, acceptance.tasks)


def whole_scores(plan: Plan, baseline: Score | None, target: Score | None) -> None:
    """Write baseline and target of the index as a whole."""
    PlannedScore.objects.bulk_create(_scores(plan, None, baseline, target))


def _units(agency: Agency, named: Iterable[UnitNamed]) -> dict[str, Unit]:
    units = {unit.name: unit for unit in Unit.objects.filter(agency=agency)}
    spellings = []
    for each in named:
        if each.name not in units:
            units[each.name] = Unit.objects.create(
                agency=agency, name=each.name, kind=each.kind, is_collective=each.is_collective
            )
        names = each.spellings if each.is_known else dict.fromkeys((each.name, *each.spellings))
        spellings += [UnitName(agency=agency, unit=units[each.name], name=name) for name in names]
    UnitName.objects.bulk_create(spellings)
    return units


def _people(agency: Agency, named: Iterable[tuple[str, str]]) -> dict[str, Person]:
    for name, position in named:
        Person.objects.create(agency=agency, name=name, position=position)
    return {person.name: person for person in Person.objects.filter(agency=agency)}


def _assigned(work: Work, units: Mapping[str, Unit], people: Mapping[str, Person]) -> dict[str, object]:
    return {
        "lead": units.get(work.lead),
        "leader": people.get(work.leader),
        "timing_kind": work.timing.kind.value if work.timing else "",
        "timing_text": work.timing.text if work.timing else "",
    }


def _component(
    plan: Plan, position: int, each: AcceptedComponent, units: Mapping[str, Unit], people: Mapping[str, Person]
) -> Component:
    return Component(
        plan=plan,
        position=position,
        code=each.code,
        node=each.node,
        group=each.group,
        name=each.name,
        **_assigned(each.work, units, people),
    )


def _task(
    plan: Plan, position: int, each: AcceptedTask, units: Mapping[str, Unit], people: Mapping[str, Person]
) -> Task:
    return Task(
        plan=plan,
        position=position,
        code=each.code,
        text=each.text,
        search_key=search_key(each.text),
        due_on=each.work.due_on,
        **_assigned(each.work, units, people),
    )


def _coordinating(
    rows: Iterable[Row], decided: Iterable[AcceptedComponent | AcceptedTask], units: Mapping[str, Unit]
) -> list[tuple[Row, Unit]]:
    return [(row, units[name]) for row, each in zip(rows, decided, strict=True) for name in each.work.coordinating]


def _component_scores(
    plan: Plan, rows: Iterable[Component], decided: Iterable[AcceptedComponent]
) -> list[PlannedScore]:
    pairs = zip(rows, decided, strict=True)
    return [score for row, each in pairs for score in _scores(plan, row, each.baseline, each.target)]


def _scores(
    plan: Plan, component: Component | None, baseline: Score | None, target: Score | None
) -> list[PlannedScore]:
    stated = ((PlannedScore.Part.BASELINE, baseline), (PlannedScore.Part.TARGET, target))
    return [
        PlannedScore(
            plan=plan,
            component=component,
            part=part,
            year=score.year,
            score=decimal(score.score),
            score_is_minimum=score.score_is_minimum,
            score_is_maximum_points=score.score_is_maximum_points,
            scale=decimal(score.scale),
            rank=score.rank,
            rank_of=score.rank_of,
            rank_is_at_most=score.rank_is_at_most,
            band=score.band or "",
            previous_rank=score.previous_rank,
        )
        for part, score in stated
        if score
    ]


def _commitments(rows: Iterable[Task], decided: Iterable[AcceptedTask]) -> None:
    Commitment.objects.bulk_create(
        Commitment(
            task=row,
            position=position,
            operator=quantity.operator.value,
            value=Decimal(str(quantity.value)),
            upper=decimal(quantity.upper),
            unit=quantity.unit,
            text=quantity.text,
        )
        for row, each in zip(rows, decided, strict=True)
        for position, quantity in enumerate(each.quantities)
    )


def _rules(plan: Plan, acceptance: Acceptance, units: Mapping[str, Unit]) -> None:
    ReportingRule.objects.bulk_create(
        ReportingRule(
            plan=plan,
            position=position,
            period=each.rule.period.value,
            due_day=each.rule.due_day,
            due_months=list(each.rule.due_months),
            due_date=each.rule.due_date or "",
            due_is_inclusive=each.rule.due_is_inclusive,
            due_month_offset=each.rule.due_month_offset,
            to=units.get(each.to),
            onward_to=list(each.rule.onward_to),
        )
        for position, each in enumerate(acceptance.rules)
    )


def decimal(value: float | None) -> Decimal | None:
    """The figure with the digits as printed."""
    return None if value is None else Decimal(str(value))
