"""Việc của tôi, and the answers to what is reported there."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from chiso.web.accounts.permissions import Action, Role
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans import access
from chiso.web.plans.forms import ProgressForm
from chiso.web.plans.queries.lines import line_of
from chiso.web.plans.queries.work import Whose, is_in_charge, units_of, work_line, work_of
from chiso.web.ui.clock import today_of

FROM_WORK = "viec-cua-toi"  # field of the forms on this page: whose work it shows
MINE, EVERYBODY = "toi", "tat-ca"
_OWN_UNIT_ONLY = {Role.UNIT_HEAD, Role.OFFICER}


@allow(Action.SEE)
def my_work(request: AgencyRequest) -> HttpResponse:
    """Show what is due from a unit or under a leader, the most urgent first."""
    chosen = _chosen(request, request.GET.get("cua", ""))
    work = work_of(request.agency, request.membership, _whose(request, chosen), today_of(request.agency))
    return render(request, "plans/my_work.html", {"work": work, "chosen": chosen, **_choices(request)})


def row_answer(
    request: AgencyRequest, task_id: int, *, said: str = "", form: ProgressForm | None = None
) -> HttpResponse:
    """Give one line of the page anew, with the counts above the list."""
    today, chosen = today_of(request.agency), _chosen(request, request.POST.get(FROM_WORK, ""))
    whose = _whose(request, chosen)
    line = work_line(line_of(access.task_of(request.agency, task_id), today), request.membership, whose)
    work = work_of(request.agency, request.membership, whose, today)
    content = {"line": line, "form": form, "said": said, "chosen": chosen, "work": work, "is_answer": True}
    return render(request, "plans/_work_row.html", content)


def work_address(request: AgencyRequest, task_id: int) -> str:
    """Give the address of a line of the page as it was when its form was sent."""
    chosen = _chosen(request, request.POST.get(FROM_WORK, ""))
    return f"{reverse('plans:my_work', args=[request.agency.slug])}?cua={chosen}#nhiem-vu-{task_id}"


def _choices(request: AgencyRequest) -> dict[str, object]:
    if request.membership.role in _OWN_UNIT_ONLY:
        return {"units": ()}
    own = str(request.membership.unit_id or "")
    units = sorted(((str(n), name) for n, name in units_of(request.agency)), key=lambda each: each[0] != own)
    return {
        "units": units,
        "own": own,
        "may_be_mine": request.membership.role == Role.LEADER,
        "mine": MINE,
        "everybody": EVERYBODY,
    }


def _chosen(request: AgencyRequest, asked: str) -> str:
    """Decide whose work is shown: as asked where the role may choose, else by what the person is."""
    membership = request.membership
    own = str(membership.unit_id) if membership.unit_id else EVERYBODY
    if membership.role in _OWN_UNIT_ONLY:
        return own
    allowed = {EVERYBODY, MINE, *(str(number) for number, _ in units_of(request.agency))}
    if asked in allowed:
        return asked
    if membership.role == Role.LEADER:
        return MINE if is_in_charge(request.agency, request.user.pk) else EVERYBODY
    return own


def _whose(request: AgencyRequest, chosen: str) -> Whose:
    if chosen == MINE:
        return Whose(leader_of_user=request.user.pk)
    return Whose() if chosen == EVERYBODY else Whose(unit=int(chosen))
