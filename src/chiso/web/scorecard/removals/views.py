"""Deleting tables of peers and results: a page that tells what goes, then the deleting."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results.operations import delete_results
from chiso.web.results.peers.operations import delete_peers as delete_table
from chiso.web.scorecard.removals import queries
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of, today_of


@allow(Action.ENTER_RESULT)
def delete_peers(request: AgencyRequest, table_id: int) -> HttpResponse:
    """Tell what goes with a table of peers and what rests on it; delete it once that is confirmed."""
    found = queries.of_table(request.agency, table_id, today_of(request.agency))
    if found is None:
        raise Http404
    if request.method != "POST":
        return render(request, "scorecard/delete_peers.html", {"found": found})
    delete_table(table=found.stored, by=request.user, now=now_of(request.agency))
    messages.success(request, _("Đã xóa bảng %(table)s.") % {"table": found.table.label})
    return see_other(reverse("results:peer_tables", args=[request.agency.slug]))


@allow(Action.ENTER_RESULT)
def delete_result(request: AgencyRequest, result_id: int) -> HttpResponse:
    """Tell what goes with a result, alone or with all of its year, and what rests on it; delete once that is confirmed."""
    found = queries.of_result(request.agency, result_id)
    if found is None:
        raise Http404
    if request.method != "POST":
        return render(request, "scorecard/delete_result.html", {"found": found})
    rows = found.of_year if request.POST.get("scope") == "year" else (found.result,)
    count = delete_results(agency=request.agency, by=request.user, now=now_of(request.agency), results=rows)
    messages.success(request, _("Đã xóa %(count)s số liệu.") % {"count": count})
    return see_other(reverse("results:results", args=[request.agency.slug]))
