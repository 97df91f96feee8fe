"""The page of one report: when it is due and why, whether it was sent."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404

from chiso.web.directory.models import Agency
from chiso.web.reporting import queries
from chiso.web.reporting.days_off import working_calendar
from chiso.web.reporting.deadlines import Line, report_lines


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The report asked for, and those of the same rule before and after it."""

    line: Line
    others: tuple[Line, ...]


def report_page(agency: Agency, rule_id: int, period: str, today: date, language: str) -> ReportPage:
    """One report of an agency; `Http404` where the agency's plans ask for no such report."""
    duty = queries.duty_of(agency, rule_id)
    lines = report_lines(duty, today, working_calendar(), language) if duty else ()
    line = next((line for line in lines if str(line.period) == period), None)
    if line is None:
        raise Http404
    return ReportPage(line, lines)
