"""Lịch: what is due when, and which reports went out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans.models import ReportingRule
from chiso.web.reporting import feed, operations
from chiso.web.reporting.calendar_page import calendar_page, feed_lines
from chiso.web.reporting.forms import FilingForm
from chiso.web.reporting.report_page import report_page
from chiso.web.reporting.wanted import Grouping, Kinds, Shown, wanted
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of, today_of


@allow(Action.SEE)
def calendar(request: AgencyRequest) -> HttpResponse:
    """Show the deadlines of the year."""
    page = calendar_page(request.agency, wanted(request.GET), today_of(request.agency), _language())
    template = "reporting/_deadlines.html" if request.htmx else "reporting/calendar.html"
    context = {"page": page, "groupings": Grouping, "layouts": Shown, "kinds": Kinds}
    if page.month:
        context["before_query"] = page.wanted.query(year=page.month.before.year, month=page.month.before)
        context["after_query"] = page.wanted.query(year=page.month.after.year, month=page.month.after)
    response = render(request, template, context)
    patch_vary_headers(response, ["HX-Request"])
    return response


@allow(Action.SEE)
def calendar_feed(request: AgencyRequest) -> HttpResponse:
    """Give the deadlines as a file that calendar programs read."""
    agency = request.agency
    lines = feed_lines(agency, wanted(request.GET), today_of(agency), _language())
    text = feed.calendar_text(agency, lines, now_of(agency), request.build_absolute_uri("/"), _language())
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{agency.slug}.ics"'
    return response


@allow(Action.SEE)
def report(request: AgencyRequest, rule_id: int, period: str) -> HttpResponse:
    """Show one report: when it is due and why, and whether it was sent."""
    form = FilingForm(initial={"filed_on": today_of(request.agency)})
    return _report_page(request, rule_id, period, form)


@allow(Action.FILE_REPORT)
@require_POST
def file_report(request: AgencyRequest, rule_id: int, period: str) -> HttpResponse:
    """Record that a report was sent."""
    rule = get_object_or_404(ReportingRule, pk=rule_id, plan__agency=request.agency)
    form = FilingForm(request.POST)
    if form.is_valid():
        try:
            operations.file_report(
                rule=rule, period=period, by=request.user, now=now_of(request.agency), **form.cleaned_data
            )
        except ProblemError as error:
            for problem in error.problems:
                form.add_error("filed_on", f"{problem.message(_language())}. {problem.remedy(_language())}.")
        else:
            messages.success(request, _("Đã ghi nhận báo cáo là đã gửi."))
            return see_other(_address(request, rule_id, period))
    return _report_page(request, rule_id, period, form, status=422)


@allow(Action.FILE_REPORT)
@require_POST
def withdraw_filing(request: AgencyRequest, rule_id: int, period: str) -> HttpResponse:
    """Undo the record that a report was sent."""
    rule = get_object_or_404(ReportingRule, pk=rule_id, plan__agency=request.agency)
    operations.withdraw_filing(rule=rule, period=period, by=request.user, now=now_of(request.agency))
    messages.success(request, _("Đã bỏ ghi nhận; báo cáo trở lại là chưa gửi."))
    return see_other(_address(request, rule_id, period))


def _report_page(
    request: AgencyRequest, rule_id: int, period: str, form: FilingForm, status: int = 200
) -> HttpResponse:
    page = report_page(request.agency, rule_id, period, today_of(request.agency), _language())
    return render(request, "reporting/report.html", {"page": page, "line": page.line, "form": form}, status=status)


def _address(request: AgencyRequest, rule_id: int, period: str) -> str:
    return reverse("reporting:report", args=[request.agency.slug, rule_id, period])


def _language() -> str:
    return get_language() or "vi"
