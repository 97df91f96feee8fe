"""Kết quả: what was announced, year by year, and how each number came about."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results import queries
from chiso.web.results.chart_files import chart_pages, chart_picture
from chiso.web.results.drawings import drawing, pictures
from chiso.web.results.forms import Choice, SheetForm
from chiso.web.results.operations import enter_sheet
from chiso.web.results.pictures import answer
from chiso.web.results.source_files import download
from chiso.web.results.table_files import PICTURES, picture_answer, table_answer
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of


@allow(Action.SEE)
def results(request: AgencyRequest) -> HttpResponse:
    """Show the results of the agency's subjects, a table and charts for each index."""
    sheets = [(sheet, pictures(sheet, request.agency.slug)) for sheet in queries.result_sheets(request.agency)]
    return render(request, "results/results.html", {"sheets": sheets})


@allow(Action.SEE)
def result(request: AgencyRequest, result_id: int) -> HttpResponse:
    """Explain one number."""
    explained = queries.explanation(request.agency, result_id)
    if explained is None:
        raise Http404
    return render(request, "results/result.html", {"explained": explained})


@allow(Action.SEE)
def result_document(request: AgencyRequest, result_id: int) -> HttpResponse:
    """Give out the publication that a number was taken from."""
    found = queries.results_of(request.agency).filter(pk=result_id).first()
    if found is None:
        raise Http404
    return download(found.document.name or "")


@allow(Action.SEE)
def computed(request: AgencyRequest, subject_id: int, family: str, year: int) -> HttpResponse:
    """Explain the whole of a year that nobody announced, as it comes out of its components."""
    explained = queries.computed_explanation(request.agency, subject_id, family, year)
    if explained is None:
        raise Http404
    return render(request, "results/result.html", {"explained": explained})


@allow(Action.SEE)
def chart(request: AgencyRequest, kind: str, subject_id: int, family: str, tone: str, width: str) -> HttpResponse:
    """Draw one chart of a subject's results."""
    sheet = queries.result_sheet(request.agency, subject_id, family)
    drawn = drawing(sheet, kind) if sheet else None
    if drawn is None:
        raise Http404
    return answer(request, drawn, tone, width)


@allow(Action.SEE)
def chart_file(request: AgencyRequest, kind: str, subject_id: int, family: str, form: str) -> HttpResponse:
    """Give out one chart as SVG or PNG, or the figures behind it as CSV or workbook."""
    sheet = queries.result_sheet(request.agency, subject_id, family)
    name = f"{family} {kind}"
    if sheet and form in PICTURES:
        return picture_answer(name, form, chart_picture(sheet, kind, form))
    made = chart_pages(sheet, kind) if sheet else None
    if made is None:
        raise Http404
    return table_answer(name, form, made)


@allow(Action.ENTER_RESULT)
def enter(request: AgencyRequest) -> HttpResponse:
    """Choose an index and a year, then enter or correct its figures."""
    choice = Choice(request.GET or None, agency=request.agency, initial=queries.next_entry(request.agency))
    form = None
    if choice.is_bound and choice.is_valid():
        form = SheetForm(request.POST or None, request.FILES or None, agency=request.agency, place=choice.place)
    if form and request.method == "POST" and form.is_valid():
        count = enter_sheet(
            agency=request.agency,
            by=request.user,
            now=now_of(request.agency),
            entries=form.entries,
            document=form.attachment,
        )
        messages.success(request, _("Đã ghi %(count)s số liệu.") % {"count": count})
        return see_other(reverse("results:results", args=[request.agency.slug]))
    status = 422 if form and form.is_bound else 200
    return render(request, "results/enter.html", {"choice": choice, "form": form}, status=status)
