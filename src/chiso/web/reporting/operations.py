"""Recording that reports were sent, and undoing it."""

from datetime import date, datetime

from django.db import transaction

from chiso.periods import due_days
from chiso.problems import Problem, ProblemError
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.plans.models import ReportingRule
from chiso.web.reporting import queries
from chiso.web.reporting._problems import FILED_ALREADY, FILED_IN_FUTURE, NO_SUCH_PERIOD, NOT_FILED
from chiso.web.reporting.deadlines import Filed, ReportDuty
from chiso.web.reporting.models import ReportFiling


def obstacles_to_filing(duty: ReportDuty, period: str, filed_on: date, today: date) -> list[Problem]:
    """Everything that speaks against recording a report as sent; being late does not."""
    problems = []
    if period not in {str(due.period) for due in due_days(duty.rule, duty.plan.year)}:
        problems.append(NO_SUCH_PERIOD(given=period))
    if earlier := duty.filed.get(period):
        problems.append(FILED_ALREADY(given=period, wanted=_written(earlier.filed_on)))
    if filed_on > today:
        problems.append(FILED_IN_FUTURE(given=_written(filed_on), wanted=_written(today)))
    return problems


@transaction.atomic
def file_report(
    *, rule: ReportingRule, period: str, filed_on: date, note: str, by: User | None, now: datetime
) -> ReportFiling:
    """Record that the report of a period was sent; `ProblemError` where it cannot have been, or is recorded already."""
    locked = ReportingRule.objects.select_for_update(of=("self",)).select_related("plan__agency", "to").get(pk=rule.pk)
    if problems := obstacles_to_filing(queries.report_duty(locked), period, filed_on, now.date()):
        raise ProblemError(problems)
    filing = ReportFiling.objects.create(rule=locked, period=period, filed_on=filed_on, note=note, by=by, at=now)
    _record("reporting.report.filed", filing, by, now, Filed(filed_on, note))
    return filing


@transaction.atomic
def withdraw_filing(*, rule: ReportingRule, period: str, by: User | None, now: datetime) -> None:
    """Undo the record that a report was sent; `ProblemError` where there is none."""
    filing = (
        ReportFiling.objects.select_for_update(of=("self",))
        .select_related("rule__plan__agency")
        .filter(rule=rule, period=period)
        .first()
    )
    if filing is None:
        NOT_FILED.stop(given=period)
    _record("reporting.report.filing_withdrawn", filing, by, now, Filed(filing.filed_on, filing.note))
    filing.delete()


def _record(name: str, filing: ReportFiling, by: User | None, now: datetime, filed: Filed) -> None:
    plan = filing.rule.plan
    record(
        name,
        actor=by,
        agency=plan.agency.slug,
        about=filing,
        now=now,
        details={
            "plan": f"{plan.family} {plan.year}",
            "period": filing.period,
            "filed_on": filed.filed_on.isoformat(),
            "note": filed.note,
        },
    )


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
