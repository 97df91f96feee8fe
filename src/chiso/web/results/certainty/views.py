"""Độ chắc chắn: how sure ranks are."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chiso.documents import Page
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.results.certainty.asked import SHARES, Asked, asked_by, query_of
from chiso.web.results.certainty.explaining import how
from chiso.web.results.certainty.queries import certainty, draw_lines, interval_lines, without_lines
from chiso.web.results.certainty.values import Certainty
from chiso.web.results.peers import queries as peers
from chiso.web.results.peers.values import Table
from chiso.web.results.table_files import Cell, table_answer
from chiso.web.results.typed.reading import Complaint, complaints
from chiso.web.ui.clock import today_of

_FILES: dict[str, Callable[[Certainty], list[list[Cell]]]] = {
    "khoang": interval_lines,
    "bo-tung-chi-so": without_lines,
    "luot-tinh": draw_lines,
}


@allow(Action.SEE)
def certainties(request: AgencyRequest) -> HttpResponse:
    """Show how sure the ranks of one table are, the newest with the agency in it unless another is asked for."""
    tables = peers.tables(request.agency, today_of(request.agency))
    chosen = request.GET.get("bang", "")
    table = next((each for each in tables if str(each.id) == chosen), tables[0] if tables else None)
    context: dict[str, object] = {"tables": tables, "shares": SHARES, "found": None, "query": request.GET.urlencode()}
    if table:
        found = certainty(table, _asked(request, table))
        told = {"complaints": _complaints(found.asked), "boxes": _boxes(found.asked)}
        context |= {"found": found, **told, **_how_addresses(request, found)}
    return render(request, "results/_certainty.html" if request.htmx else "results/certainty.html", context)


@allow(Action.SEE)
def certainty_file(request: AgencyRequest, table_id: int, kind: str, form: str) -> HttpResponse:
    """Give out the intervals, the ranks without each component, or what was assumed in each draw."""
    table = peers.table(request.agency, table_id, today_of(request.agency))
    if table is None or kind not in _FILES:
        raise Http404
    lines = _FILES[kind](certainty(table, _asked(request, table)))
    name = f"{table.heading.family} {table.heading.year} {kind}"
    return table_answer(name, form, [Page(name, lines)])


@allow(Action.SEE)
def certainty_how(request: AgencyRequest, table_id: int) -> HttpResponse:
    """Explain the figures of one unit: interval, probabilities, what was varied, and what each component does."""
    table = peers.table(request.agency, table_id, today_of(request.agency))
    if table is None:
        raise Http404
    asked = _asked(request, table)
    explained = how(table, asked, request.GET.get("chi-so", ""))
    if explained is None:
        raise Http404
    context = {"how": explained, "kept": query_of(request.GET), "complaints": _complaints(asked)}
    return render(request, "results/certainty_how.html", context)


def _asked(request: AgencyRequest, table: Table) -> Asked:
    return asked_by(request.GET, len(table.rows))


def _boxes(asked: Asked) -> dict[str, str]:
    """The boxes of numbers as they were typed."""
    typed = asked.typed
    return {"error": typed.get("sai-so", ""), "place": typed.get("hang", ""), "seed": typed.get("hat", str(asked.seed))}


def _complaints(asked: Asked) -> tuple[Complaint, ...]:
    labels = {
        "sai-so": ("error", _("Sai số chuẩn của điểm thành phần")),
        "hang": ("place", _("Xác suất đứng từ hạng")),
        "hat": ("seed", _("Hạt giống mô phỏng")),
    }
    return complaints(asked.faults, labels)


def _how_addresses(request: AgencyRequest, found: Certainty) -> dict[str, str]:
    """Where figures are explained: of a unit that is named behind it, and of the one that the page looks at."""
    query = query_of(request.GET)
    how_of = reverse("results:certainty_how", args=[request.agency.slug, found.table.id])
    how_of += f"?{query}&" if query else "?"
    return {"how": how_of, "own_how": how_of + urlencode({"don-vi": found.seen_from})}
