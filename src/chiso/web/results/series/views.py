"""Results of several years as a table: taken, given out, and empty ones to be filled in."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chiso.frameworks.edition import folded
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results import queries
from chiso.web.results.forms import Choice
from chiso.web.results.operations import enter_sheet
from chiso.web.results.series.forms import SeriesForm
from chiso.web.results.series.writing import sample_pages, series_pages
from chiso.web.results.table_files import table_answer
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of


@allow(Action.ENTER_RESULT)
def enter_series(request: AgencyRequest) -> HttpResponse:
    """Take results of several years: check them first, with every fault by line and column, then record all of them."""
    initial = queries.next_entry(request.agency)
    form = SeriesForm(request.POST or None, request.FILES or None, agency=request.agency, initial=initial)
    is_right = form.is_bound and form.is_valid() and not form.found.faults
    if is_right and "record" in request.POST:
        count = enter_sheet(
            agency=request.agency,
            by=request.user,
            now=now_of(request.agency),
            entries=form.entries,
            document=form.attachment,
        )
        messages.success(request, _("Đã ghi %(count)s số liệu.") % {"count": count})
        return see_other(reverse("results:results", args=[request.agency.slug]))
    status = 422 if form.is_bound and not is_right else 200
    context = {"form": form, "is_right": is_right, "choice": form.choice, "next": initial}
    return render(request, "results/series_entry.html", context, status=status)


@allow(Action.ENTER_RESULT)
def series_sample(request: AgencyRequest, form: str) -> HttpResponse:
    """Give out an empty table of an edition and a year for one subject; else the page that asks for them, with faults."""
    choice = Choice(request.GET, agency=request.agency)
    if "subject" in choice.errors or choice.has_error("edition", "invalid_choice"):
        raise Http404
    if not choice.is_valid():
        context = {"form": SeriesForm(agency=request.agency), "choice": choice, "next": request.GET.dict()}
        return render(request, "results/series_entry.html", context, status=422)
    place = choice.place
    return table_answer(
        f"mau {place.family} {place.year}", form, sample_pages(place.subject, place.edition, place.year)
    )


@allow(Action.SEE)
def series_file(request: AgencyRequest, subject_id: int, family: str, form: str) -> HttpResponse:
    """Give out all results of one subject and index as the import takes them."""
    rows = [
        row for row in queries.results_of(request.agency).filter(subject__pk=subject_id) if folded(row.family) == family
    ]
    if not rows:
        raise Http404
    return table_answer(f"{family} {rows[0].subject}", form, series_pages(rows))
