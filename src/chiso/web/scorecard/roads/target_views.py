"""Mục tiêu của kế hoạch: what it promises, edited by hand or taken over from a road."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans.models import Plan
from chiso.web.results.models import Scenario
from chiso.web.scorecard.roads.aims import Aims, aims_of
from chiso.web.scorecard.roads.target_forms import TargetsForm
from chiso.web.scorecard.roads.target_operations import set_targets
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of


@allow(Action.EDIT_PLAN)
def targets(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Show the targets of a plan before and after, and set them when they are sent back."""
    aims = _aims(request, plan_id)
    form = TargetsForm(request.POST or None, aims=aims)
    if request.method == "POST" and form.is_valid():
        try:
            count = set_targets(
                aims=aims, whole=form.whole, scores=form.scores, by=request.user, now=now_of(request.agency)
            )
        except ProblemError as error:
            for problem in error.problems:
                form.add_error(None, f"{problem.message(get_language() or 'vi')}.")
        else:
            _say(request, count)
            return see_other(reverse("scorecard:road", args=[request.agency.slug, plan_id]))
    status = 422 if form.errors else 200
    return render(request, "scorecard/targets.html", {"aims": aims, "form": form, "plan": aims.plan}, status=status)


def _aims(request: AgencyRequest, plan_id: int) -> Aims:
    plan = get_object_or_404(Plan.objects.select_related("agency"), agency=request.agency, pk=plan_id)
    chosen = request.POST.get("tu") or request.GET.get("tu")
    if not chosen:
        return aims_of(plan)
    kept = Scenario.objects.filter(agency=request.agency, plan_id=plan.pk)
    scenario = next((each for each in kept if str(each.pk) == chosen), None)
    if scenario is None:
        raise Http404
    return aims_of(plan, scenario)


def _say(request: AgencyRequest, count: int) -> None:
    if count:
        told = ngettext("Đã đặt %(count)s mục tiêu.", "Đã đặt %(count)s mục tiêu.", count) % {"count": count}
        messages.success(request, told)
    else:
        messages.info(request, _("Không có mục tiêu nào thay đổi."))
