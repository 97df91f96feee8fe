"""What the calendar reads: the duties of an agency's plans as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from chiso.periods import DueRule, PeriodKind
from chiso.web.directory.models import Agency
from chiso.web.plans.models import Plan, ReportingRule
from chiso.web.plans.queries.labels import plan_label
from chiso.web.plans.queries.lines import TaskLine, task_lines
from chiso.web.plans.states import started_on
from chiso.web.reporting.deadlines import Concerned, Filed, PlanName, ReportDuty, TaskDuty
from chiso.web.reporting.models import ReportFiling


@dataclass(frozen=True, slots=True)
class Duties:
    """All duties of an agency, with the plans and units that can be asked for."""

    plans: tuple[PlanName, ...]
    units: tuple[tuple[int, str], ...]
    reports: tuple[ReportDuty, ...]
    tasks: tuple[TaskDuty, ...]


def duties_of(agency: Agency, today: date) -> Duties:
    """The duties of all plans of an agency as they stand on a day; the number of statements does not grow with them."""
    plans = {plan.pk: plan_name(plan) for plan in Plan.objects.filter(agency=agency)}
    tasks = tuple(_task_duty(line, plans[line.plan_id]) for line in task_lines(agency, today, plans=plans))
    rules = _rules(agency).filter(plan__in=plans)
    return Duties(
        plans=tuple(plans.values()),
        units=tuple(agency.units.values_list("pk", "name")),
        reports=tuple(report_duty(rule, _concerned(rule.plan_id, tasks)) for rule in rules),
        tasks=tasks,
    )


def duty_of(agency: Agency, rule_id: int) -> ReportDuty | None:
    """One reporting rule of an agency; None where the agency has no such rule."""
    rule = _rules(agency).filter(pk=rule_id).first()
    return report_duty(rule) if rule else None


def plan_name(plan: Plan) -> PlanName:
    """A plan as a line of the calendar names it."""
    return PlanName(plan.pk, plan_label(plan), plan.year, started_on(plan))


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


def report_duty(rule: ReportingRule, concerned: Concerned = Concerned()) -> ReportDuty:  # noqa: B008 (it is frozen)
    """A stored rule with what was sent by it; concerned: the units besides the one that gathers the reports."""
    gathering = Concerned(frozenset({rule.to_id} if rule.to_id else ()))
    return ReportDuty(
        rule_id=rule.pk,
        plan=plan_name(rule.plan),
        rule=due_rule(rule),
        to=rule.to.name if rule.to else "",
        onward_to=tuple(rule.onward_to),
        concerned=concerned | gathering,
        filed={filing.period: _filed(filing) for filing in rule.filings.all()},
    )


def _rules(agency: Agency) -> QuerySet[ReportingRule]:
    senders = Prefetch("filings", ReportFiling.objects.select_related("by"))
    return ReportingRule.objects.filter(plan__agency=agency).select_related("plan", "to").prefetch_related(senders)


def _filed(filing: ReportFiling) -> Filed:
    return Filed(filing.filed_on, filing.note, str(filing.by or ""))


def _task_duty(line: TaskLine, plan: PlanName) -> TaskDuty:
    units = (*line.answerable.coordinating, *([line.answerable.lead] if line.answerable.lead else []))
    return TaskDuty(
        task_id=line.id,
        plan=plan,
        text=line.text,
        judgement=line.judgement,
        code=line.code,
        unit=line.answerable.lead.name if line.answerable.lead else "",
        concerned=Concerned(frozenset(unit.id for unit in units), any(unit.is_collective for unit in units)),
        timing_text=line.timing_text,
        is_timed=line.due_on is not None or line.is_standing or bool(line.timing_text),
        due_on=line.due_on,
        done_on=line.done_on,
        updated_on=line.updated_on,
        period=line.period,
        is_covered=line.is_covered,
    )


def _concerned(plan_id: int, tasks: tuple[TaskDuty, ...]) -> Concerned:
    """The units that have work in a plan: they are the ones whose reports are gathered."""
    of_plan = [task.concerned for task in tasks if task.plan.plan_id == plan_id]
    return Concerned(frozenset().union(*(each.unit_ids for each in of_plan)), any(each.for_all for each in of_plan))
