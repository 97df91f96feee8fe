"""A task, its progress and its changes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Action
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.plans import access, operations
from chiso.web.plans.forms import CountForm, ProgressForm, TaskForm, add_problems, as_it_stands
from chiso.web.plans.models import Task
from chiso.web.plans.queries.origin import origin_of
from chiso.web.plans.queries.task import TaskPage, other_components, task_page
from chiso.web.plans.views.answers import as_download, is_htmx
from chiso.web.plans.views.work import FROM_WORK, row_answer, work_address
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of, today_of


@allow(Action.SEE)
def task(request: AgencyRequest, task_id: int) -> HttpResponse:
    """Show a task: who, when, promises, progress."""
    found = access.task_of(request.agency, task_id)
    page = _page(request, found)
    return _shown(request, found, page, _empty_form(request, page))


@allow(Action.RECORD_PROGRESS)
def record_progress(request: AgencyRequest, task_id: int) -> HttpResponse:
    """Take a report on a task, from its own page or from one's work."""
    found = access.task_of(request.agency, task_id)
    if request.method != "POST":
        return see_other(_address(request, task_id))
    page = _page(request, found)
    form = ProgressForm(request.POST, request.FILES, line=page.line, commitments=page.asked, auto_id="bao-cao-%s")
    if form.is_valid():
        try:
            operations.record_progress(
                task=found,
                progress=form.progress,
                by=request.user,
                membership=request.membership,
                now=now_of(request.agency),
            )
        except ProblemError as error:
            if not page.may_record:
                raise
            add_problems(form, error)
        else:
            return _recorded(request, task_id)
    return _asked_again(request, found, page, form)


@allow(Action.SEE)
def evidence_file(request: AgencyRequest, update_id: int) -> HttpResponse:
    """Give the file of a progress update."""
    update = access.update_of(request.agency, update_id)
    return as_download(update.file, update.file_name)


@allow(Action.EDIT_PLAN)
def edit_task(request: AgencyRequest, task_id: int) -> HttpResponse:
    """Change who answers for a task, and when it is due."""
    found = access.task_of(request.agency, task_id)
    form = TaskForm(request.POST or None, agency=request.agency, initial=as_it_stands(found))
    if request.method == "POST" and form.is_valid():
        try:
            operations.edit_task(
                task=found,
                assignment=form.assignment,
                due_on=form.cleaned_data["due_on"],
                by=request.user,
                now=now_of(request.agency),
            )
        except ProblemError as error:
            add_problems(form, error)
        else:
            messages.success(request, gettext("Đã lưu thay đổi của nhiệm vụ."))
            return see_other(_address(request, task_id))
    status = 422 if form.errors else 200
    return render(request, "plans/task_edit.html", {"page": _page(request, found), "form": form}, status=status)


@allow(Action.EDIT_PLAN)
def count_task(request: AgencyRequest, task_id: int) -> HttpResponse:
    """Choose for which components of the agency's plans a task counts."""
    found = access.task_of(request.agency, task_id)
    chosen = [component.pk for component in found.components.all()]
    form = CountForm(request.POST if request.method == "POST" else None, agency=request.agency)
    if form.is_valid():
        try:
            operations.count_task_for(
                task=found,
                components=form.cleaned_data["components"],
                by=request.user,
                now=now_of(request.agency),
            )
        except ProblemError as error:
            add_problems(form, error)
            chosen = [component.pk for component in form.cleaned_data.get("components", [])]
        else:
            messages.success(request, gettext("Đã lưu: nhiệm vụ được tính cho các thành phần đã chọn."))
            return see_other(_address(request, task_id))
    content = {
        "page": _page(request, found),
        "form": form,
        "chosen": chosen,
        "choices": other_components(request.agency),
    }
    return render(request, "plans/task_count.html", content, status=422 if form.errors else 200)


def _page(request: AgencyRequest, found: Task) -> TaskPage:
    return task_page(found, request.agency, request.membership, today_of(request.agency))


def _empty_form(request: AgencyRequest, page: TaskPage) -> ProgressForm:
    today = today_of(request.agency)
    return ProgressForm(line=page.line, commitments=page.asked, initial={"on": today}, auto_id="bao-cao-%s")


def _shown(
    request: AgencyRequest, found: Task, page: TaskPage, form: ProgressForm, *, status: int = 200
) -> HttpResponse:
    content = {
        "page": page,
        "form": form,
        "origin": origin_of(found, page.timing_kind),
        "came_from": request.POST.get(FROM_WORK, ""),
    }
    return render(request, "plans/task.html", content, status=status)


def _recorded(request: AgencyRequest, task_id: int) -> HttpResponse:
    said = gettext("Đã ghi nhận cập nhật.")
    from_work = FROM_WORK in request.POST
    if not is_htmx(request):
        messages.success(request, said)
        return see_other(work_address(request, task_id) if from_work else _address(request, task_id))
    if from_work:
        return row_answer(request, task_id, said=said)
    page = _page(request, access.task_of(request.agency, task_id))
    return _panel(request, page, _empty_form(request, page), said=said)


def _asked_again(request: AgencyRequest, found: Task, page: TaskPage, form: ProgressForm) -> HttpResponse:
    if not is_htmx(request):
        return _shown(request, found, page, form, status=422)
    if FROM_WORK in request.POST:
        return row_answer(request, found.pk, form=form)
    return _panel(request, page, form)


def _panel(request: AgencyRequest, page: TaskPage, form: ProgressForm, *, said: str = "") -> HttpResponse:
    origin = origin_of(access.task_of(request.agency, page.line.id), page.timing_kind)
    content = {"page": page, "form": form, "said": said, "origin": origin}
    return render(request, "plans/_task_panel.html", content)


def _address(request: AgencyRequest, task_id: int) -> str:
    return reverse("plans:task", args=[request.agency.slug, task_id])
