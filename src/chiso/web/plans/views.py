"""Kế hoạch, nhiệm vụ, Việc của tôi."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow


@allow(Action.SEE)
def plans(request: AgencyRequest) -> HttpResponse:
    return render(request, "plans/plans.html", {})

@allow(Action.SEE)
def plan(request: AgencyRequest, plan_id: int) -> HttpResponse:
    raise Http404

@allow(Action.SEE)
def plan_file(request: AgencyRequest, plan_id: int) -> HttpResponse:
    raise Http404

@allow(Action.SEE)
def component(request: AgencyRequest, plan_id: int, component_id: int) -> HttpResponse:
    raise Http404

@allow(Action.EDIT_PLAN)
def edit_component(request: AgencyRequest, plan_id: int, component_id: int) -> HttpResponse:
    raise Http404

@allow(Action.SEE)
def task(request: AgencyRequest, task_id: int) -> HttpResponse:
    raise Http404

@allow(Action.EDIT_PLAN)
def edit_task(request: AgencyRequest, task_id: int) -> HttpResponse:
    raise Http404

@allow(Action.EDIT_PLAN)
def count_task(request: AgencyRequest, task_id: int) -> HttpResponse:
    raise Http404

@allow(Action.RECORD_PROGRESS)
def record_progress(request: AgencyRequest, task_id: int) -> HttpResponse:
    raise Http404

@allow(Action.SEE)
def evidence_file(request: AgencyRequest, update_id: int) -> HttpResponse:
    raise Http404

@allow(Action.SEE)
def my_work(request: AgencyRequest) -> HttpResponse:
    return render(request, "plans/my_work.html", {})
