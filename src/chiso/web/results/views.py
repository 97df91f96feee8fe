"""Kết quả: what was announced, year by year, and how each number came about."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results.models import Result


@allow(Action.SEE)
def results(request: AgencyRequest) -> HttpResponse:
    """Show the results of the agency's subjects."""
    return render(request, "results/results.html", {})


@allow(Action.SEE)
def result(request: AgencyRequest, result_id: int) -> HttpResponse:
    """Explain one number."""
    found = Result.objects.filter(pk=result_id).first()
    if found is None:
        raise Http404
    return render(request, "results/result.html", {"result": found})
