"""Lộ trình: from where the index stands to its target."""

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans.models import Plan
from chiso.web.results.models import Scenario
from chiso.web.results.typed.reading import complaints
from chiso.web.scorecard.roads import operations
from chiso.web.scorecard.roads.asked import Asked, asked_by, asks_finely
from chiso.web.scorecard.roads.explaining import how
from chiso.web.scorecard.roads.outcomes import Letters, Outcome, measured_of, outcome
from chiso.web.scorecard.roads.pages import boxes_of, fields_of, labels_of, leads_of
from chiso.web.scorecard.roads.queries import Journey, journey, plans_with_roads
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of, today_of


@allow(Action.SEE)
def roads(request: AgencyRequest) -> HttpResponse:
    """Go to the road of the plan that runs, or say that there is none."""
    plans = plans_with_roads(request.agency)
    if plans:
        return see_other(reverse("scorecard:road", args=[request.agency.slug, plans[0][0]]))
    return render(request, "scorecard/road_none.html")


@allow(Action.SEE)
def road(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Show the road of one plan; htmx gets what changes with the form."""
    going, asked, found = _found(request, plan_id, request.GET)
    if request.htmx:
        return render(request, "scorecard/_road_answer.html", _outcome_context(request, going, asked, found))
    language = get_language() or "vi"
    leads = leads_of(going, asked)
    context = _outcome_context(request, going, asked, found) | {
        "plans": plans_with_roads(request.agency),
        "fields": fields_of(going, found, asked, language) if isinstance(found, Outcome) else (),
        "leads": leads,
        "limits_leads": any(typed for _name, _lead, typed in leads),
        "boxes": boxes_of(found, asked) if isinstance(found, Outcome) else None,
        "letters": () if isinstance(found, Outcome) else found,
    }
    return render(request, "scorecard/road.html", context)


@allow(Action.SEE)
def others(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Show other ways to the same total, where finding them takes longer; htmx gets the list alone."""
    going, asked, found = _found(request, plan_id, request.GET, others=True)
    page = "scorecard/_road_others.html" if request.htmx else "scorecard/road_others.html"
    return render(request, page, _outcome_context(request, going, asked, found))


@allow(Action.SEE)
def road_how(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Explain the numbers of a road; those of the other ways too where they were asked for."""
    others = "khac" in request.GET
    going, asked, found = _found(request, plan_id, request.GET, others=others)
    if not isinstance(found, Outcome):
        raise Http404
    context = _outcome_context(request, going, asked, found)
    return render(
        request, "scorecard/road_how.html", context | {"how": how(going, found, asked, get_language() or "vi")}
    )


@allow(Action.SEE)
def indicators(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Show what each measured indicator is worth to the unit itself, and what it does to the others."""
    going, _asked, found = _found(request, plan_id, request.GET)
    worths, letters = measured_of(going, get_language() or "vi")
    context = _outcome_context(request, going, _asked, found) | {"worths": worths, "letters": letters}
    return render(request, "scorecard/road_indicators.html", context)


@allow(Action.EDIT_PLAN)
@require_POST
def save_scenario(request: AgencyRequest, plan_id: int) -> HttpResponse:
    """Keep a road under a name."""
    plan = get_object_or_404(Plan, agency=request.agency, pk=plan_id)
    query = QueryDict(request.POST.get("query", "")).urlencode()
    _going, _asked, found = _found(request, plan_id, QueryDict(query))
    try:
        operations.save_scenario(
            agency=request.agency,
            plan=plan,
            name=request.POST.get("name", ""),
            query=query,
            found=found if isinstance(found, Outcome) else None,
            by=request.user,
            now=now_of(request.agency),
        )
    except ProblemError as error:
        _tell(request, error)
    else:
        messages.success(request, _("Đã lưu lộ trình."))
    return see_other(f"{reverse('scorecard:road', args=[request.agency.slug, plan_id])}?{query}")


@allow(Action.EDIT_PLAN)
@require_POST
def delete_scenario(request: AgencyRequest, scenario_id: int) -> HttpResponse:
    """Delete a road that was kept."""
    scenario = get_object_or_404(Scenario.objects.select_related("agency"), agency=request.agency, pk=scenario_id)
    plan_id = scenario.plan_id
    operations.delete_scenario(scenario=scenario, by=request.user, now=now_of(request.agency))
    messages.success(request, _("Đã xóa lộ trình."))
    return see_other(reverse("scorecard:road", args=[request.agency.slug, plan_id]))


def _tell(request: AgencyRequest, error: ProblemError) -> None:
    language = get_language() or "vi"
    for problem in error.problems:
        messages.error(request, f"{problem.message(language)}. {problem.remedy(language)}.")


def _found(
    request: AgencyRequest, plan_id: int, given: QueryDict, *, others: bool = False
) -> tuple[Journey, Asked, Outcome | Letters]:
    edition, finely = given.get("phien-ban", ""), asks_finely(given)
    going = journey(request.agency, plan_id, today_of(request.agency), edition, finely=finely)
    if going is None:
        raise Http404
    asked = asked_by(given, going.codes, going.leads, going.reach)
    return going, asked, outcome(going, asked, get_language() or "vi", others=others)


def _outcome_context(
    request: AgencyRequest, going: Journey, asked: Asked, found: Outcome | Letters
) -> dict[str, object]:
    language = get_language() or "vi"
    return {
        "journey": going,
        "card": going.card,
        "asked": asked,
        "found": found if isinstance(found, Outcome) else None,
        "complaints": complaints(asked.faults, labels_of(going, language)) if asked.faults else (),
        "query": request.GET.urlencode(),
    }
