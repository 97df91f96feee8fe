"""What the calendar reads: the duties of an agency's plans as values."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q

from chiso.periods import DueRule, PeriodKind
from chiso.web.directory.models import Agency
from chiso.web.plans.models import Component, Plan, ReportingRule, Task
from chiso.web.reporting.deadlines import Filed, PlanName, ReportDuty, TaskDuty
from chiso.web.reporting.models import ReportFiling


@dataclass(frozen=True, slots=True)
class Duties:
    """All duties of an agency, with the plans and units that can be asked for."""

    plans: tuple[PlanName, ...]
    units: tuple[tuple[int, str], ...]
    reports: tuple[ReportDuty, ...]
    tasks: tuple[TaskDuty, ...]


def duties_of(agency: Agency) -> Duties:
    """The duties of all plans of an agency, in seven statements whatever their number."""
    plans = {plan.pk: plan_name(plan) for plan in Plan.objects.filter(agency=agency).only("family", "year")}
    tasks = _tasks(plans)
    answering = _answering(plans, tasks)
    rules = ReportingRule.objects.filter(plan__in=plans).select_related("plan", "to").prefetch_related(_with_senders())
    return Duties(
        plans=tuple(plans.values()),
        units=tuple(agency.units.values_list("pk", "name")),
        reports=tuple(report_duty(rule, answering.get(rule.plan_id, frozenset())) for rule in rules),
        tasks=tasks,
    )


def duty_of(agency: Agency, rule_id: int) -> ReportDuty | None:
    """One reporting rule of an agency; None where the agency has no such rule."""
    rule = (
        ReportingRule.objects.filter(plan__agency=agency, pk=rule_id)
        .select_related("plan", "to")
        .prefetch_related(_with_senders())
        .first()
    )
    return report_duty(rule) if rule else None


def plan_name(plan: Plan) -> PlanName:
    """A plan as a line of the calendar names it."""
    return PlanName(plan.pk, plan.family, plan.year)


def due_rule(rule: ReportingRule) -> DueRule:
    """The stored rule as `chiso.periods` computes with it."""
    return DueRule(
        frequency=PeriodKind(rule.period),
        day=rule.due_day,
        months=tuple(rule.due_months),
        due_date=rule.due_date or None,
        is_inclusive=rule.due_is_inclusive,
        month_offset=rule.due_month_offset,
    )


def report_duty(rule: ReportingRule, unit_ids: frozenset[int] = frozenset()) -> ReportDuty:
    """A stored rule with what was sent by it."""
    return ReportDuty(
        rule_id=rule.pk,
        plan=plan_name(rule.plan),
        rule=due_rule(rule),
        to=rule.to.name if rule.to else "",
        onward_to=tuple(rule.onward_to),
        unit_ids=unit_ids | ({rule.to_id} if rule.to_id else set()),
        filed={filing.period: _filed(filing) for filing in rule.filings.all()},
    )


def _with_senders() -> Prefetch[str]:
    return Prefetch("filings", ReportFiling.objects.select_related("by"))


def _filed(filing: ReportFiling) -> Filed:
    return Filed(filing.filed_on, filing.note, str(filing.by or ""))


def _tasks(plans: dict[int, PlanName]) -> tuple[TaskDuty, ...]:
    stored = (
        Task.objects.filter(plan__in=plans)
        .select_related("lead")
        .prefetch_related(Prefetch("components", Component.objects.select_related("lead").order_by("plan", "position")))
        .order_by("plan", "position")
    )
    return tuple(_task_duty(task, plans[task.plan_id]) for task in stored)


def _task_duty(task: Task, plan: PlanName) -> TaskDuty:
    """A task as a duty; lead and timing are those of its first component where it has none of its own."""
    components = list(task.components.all())
    timed = next((each for each in (task, *components) if each.timing_kind), task)
    led = next((each for each in (task, *components) if each.lead_id), task)
    return TaskDuty(
        task_id=task.pk,
        plan=plan,
        text=task.text,
        code=task.code,
        unit=led.lead.name if led.lead else "",
        unit_ids=frozenset({led.lead_id} - {None}),
        timing=timed.timing_kind,
        timing_text=timed.timing_text,
        due_on=task.due_on,
        done_on=task.done_on,
        updated_on=task.updated_on,
    )


def _answering(plans: Iterable[int], tasks: Iterable[TaskDuty]) -> dict[int, frozenset[int]]:
    """The units that answer for something in each plan: they are the ones that its reports are gathered from."""
    found: dict[int, set[int]] = {}
    for task in tasks:
        found.setdefault(task.plan.plan_id, set()).update(task.unit_ids)
    for plan_id, lead_id in Component.objects.filter(Q(plan__in=plans), lead__isnull=False).values_list("plan", "lead"):
        found.setdefault(plan_id, set()).add(lead_id)
    return {plan_id: frozenset(units) for plan_id, units in found.items()}
