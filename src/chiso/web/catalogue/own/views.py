"""Phiên bản của cơ quan: the pages on which an own edition is made, checked, put in force and handed on."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chiso import packs
from chiso.frameworks.amend import as_in_the_base, without_node
from chiso.packs.derived import Derived, written_out
from chiso.problems import ProblemError
from chiso.web.accounts.permissions import Action, may
from chiso.web.catalogue import queries as catalogue
from chiso.web.catalogue.editions import read
from chiso.web.catalogue.models import OwnEdition
from chiso.web.catalogue.own import operations
from chiso.web.catalogue.own.desk import Desk, Written
from chiso.web.catalogue.own.faults import faults_of
from chiso.web.catalogue.own.forms import PARTS, PartForm, ScenarioForm
from chiso.web.catalogue.own.forms.sources import SourceForm
from chiso.web.catalogue.own.forms.whole import UploadForm, WithdrawForm
from chiso.web.catalogue.own.queries import desk_page
from chiso.web.directory.access import AgencyRequest, allow
from chiso.web.ui.answers import see_other
from chiso.web.ui.clock import now_of
from chiso.web.ui.form_problems import add_problems

_RESTORED = frozenset({"rules", "nodes", "drop", "bands", "ranking", "sources"})


@allow(Action.KEEP_EDITIONS)
@require_POST
def open_draft(request: AgencyRequest, family: str, edition: str) -> HttpResponse:
    """Open the agency's own edition on a base."""
    base = f"{family}/{edition}"
    if base not in packs.keys():  # noqa: SIM118 - a function of the packs, not of a mapping
        raise Http404
    draft = operations.open_draft(agency=request.agency, base=base, by=request.user, now=now_of(request.agency))
    return _to_desk(request, draft)


@allow(Action.KEEP_EDITIONS)
def take_in(request: AgencyRequest) -> HttpResponse:
    """Take an edition out of a file."""
    form = UploadForm(request.POST or None, request.FILES or None, agency=request.agency)
    if request.method == "POST" and form.is_valid():
        draft = operations.take_in(agency=request.agency, made=form.made, by=request.user, now=now_of(request.agency))
        messages.success(request, _("Đã đưa tệp vào bản đang lập; xem kết quả kiểm tra bên dưới."))
        return _to_desk(request, draft)
    return render(request, "catalogue/take_in.html", {"form": form}, status=422 if form.errors else 200)


@allow(Action.SEE)
def version(request: AgencyRequest, own_id: int) -> HttpResponse:
    """Show a version that is or was in force."""
    row = _seen(request, own_id)
    if row.state == OwnEdition.State.DRAFT:
        return _to_desk(request, row)
    return _version_page(request, row, WithdrawForm())


@allow(Action.KEEP_EDITIONS)
def desk(request: AgencyRequest, own_id: int) -> HttpResponse:
    """Show a draft with what is absent, what it says, and what the check finds."""
    return _desk_page(request, _draft(request, own_id))


@allow(Action.KEEP_EDITIONS)
def part(request: AgencyRequest, own_id: int, part: str, code: str = "") -> HttpResponse:
    """Fill in one part."""
    row = _draft(request, own_id)
    if part not in PARTS:
        raise Http404
    laid_out = Desk.of(row)
    form = PARTS[part](request.POST or None, request.FILES or None, desk=laid_out, code=code)
    if request.method == "POST" and form.is_valid():
        return _amended(request, row, form)
    context = {"form": form, "desk": laid_out, "own": row, "part": part}
    return render(request, "catalogue/own_part.html", context, status=422 if form.errors else 200)


@allow(Action.KEEP_EDITIONS)
@require_POST
def restore(request: AgencyRequest, own_id: int, part: str, code: str = "") -> HttpResponse:
    """Take back what the agency has set of a part; what it has added is taken out."""
    row = _draft(request, own_id)
    if part not in _RESTORED:
        raise Http404
    laid_out = Desk.of(row)

    def change(own: Written) -> Written:
        if part == "nodes" and code not in laid_out.base_codes and laid_out.node(code):
            return without_node(own, laid_out.full, code, None)
        return as_in_the_base(own, part, code)

    operations.amend(edition=row, part=part, change=change, by=request.user, now=now_of(request.agency))
    messages.success(request, _("Đã bỏ phần cơ quan ghi; phần đó lại như bản gốc."))
    return _to_desk(request, row)


@allow(Action.KEEP_EDITIONS)
def scenario(request: AgencyRequest, own_id: int) -> HttpResponse:
    """Add a worked example."""
    row = _draft(request, own_id)
    laid_out = Desk.of(row)
    form = ScenarioForm(request.POST or None, desk=laid_out)
    if request.method == "POST" and form.is_valid():
        _set_scenarios(request, row, [*laid_out.scenarios, form.scenario])
        messages.success(request, _("Đã thêm ví dụ."))
        return _to_desk(request, row)
    context = {"form": form, "desk": laid_out, "own": row}
    return render(request, "catalogue/own_scenario.html", context, status=422 if form.errors else 200)


@allow(Action.KEEP_EDITIONS)
@require_POST
def drop_scenario(request: AgencyRequest, own_id: int, number: int) -> HttpResponse:
    """Take out a worked example."""
    row = _draft(request, own_id)
    _set_scenarios(request, row, [each for at, each in enumerate(Desk.of(row).scenarios) if at != number])
    return _to_desk(request, row)


@allow(Action.KEEP_EDITIONS)
@require_POST
def put_in_force(request: AgencyRequest, own_id: int) -> HttpResponse:
    """Lock a draft and let it apply."""
    row = _draft(request, own_id)
    try:
        operations.put_in_force(edition=row, by=request.user, now=now_of(request.agency))
    except ProblemError:
        return _desk_page(request, row, is_refused=True)
    messages.success(request, _("Phiên bản đã được chốt và áp dụng cho cơ quan."))
    return see_other(reverse("catalogue:own_version", args=[request.agency.slug, row.pk]))


@allow(Action.KEEP_EDITIONS)
@require_POST
def withdraw(request: AgencyRequest, own_id: int) -> HttpResponse:
    """Let the base stand for itself again."""
    row = get_object_or_404(OwnEdition, pk=own_id, agency=request.agency)
    form = WithdrawForm(request.POST)
    if form.is_valid():
        try:
            operations.withdraw(edition=row, by=request.user, now=now_of(request.agency), **form.cleaned_data)
        except ProblemError as error:
            add_problems(form, error)
        else:
            messages.success(request, _("Đã thôi áp dụng; bản gốc lại được dùng."))
            return see_other(reverse("catalogue:own_version", args=[request.agency.slug, row.pk]))
    return _version_page(request, row, form)


@allow(Action.KEEP_EDITIONS)
@require_POST
def discard(request: AgencyRequest, own_id: int) -> HttpResponse:
    """Throw a draft away."""
    operations.discard(edition=_draft(request, own_id), by=request.user, now=now_of(request.agency))
    messages.success(request, _("Đã bỏ bản đang lập; nội dung còn trong nhật ký."))
    return see_other(reverse("catalogue:editions", args=[request.agency.slug]))


@allow(Action.SEE)
def folder(request: AgencyRequest, own_id: int) -> HttpResponse:
    """Give out a version as the pack folder that `chiso score --pack` takes."""
    row = _seen(request, own_id)
    answer = HttpResponse(Derived(row.text, row.scenarios).packed(), content_type="application/zip")
    name = f"{row.key.replace('/', '-')}-v{row.version}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@allow(Action.SEE)
def document(request: AgencyRequest, own_id: int, source: str) -> HttpResponse:
    """Give out the file of a source."""
    found = _seen(request, own_id).documents.filter(source=source).first()
    if found is None or not found.file.name or not default_storage.exists(found.file.name):
        raise Http404
    answer = FileResponse(default_storage.open(found.file.name), as_attachment=True, filename=found.name)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer  # type: ignore[return-value]  # a streaming response is one too


def _seen(request: AgencyRequest, own_id: int) -> OwnEdition:
    """A version of the agency; a draft only for those who make it."""
    row = get_object_or_404(OwnEdition.objects.select_related("in_force_by"), pk=own_id, agency=request.agency)
    if row.state == OwnEdition.State.DRAFT and not may(request.membership.role, Action.KEEP_EDITIONS):
        raise Http404
    return row


def _draft(request: AgencyRequest, own_id: int) -> OwnEdition:
    state = OwnEdition.State.DRAFT
    return get_object_or_404(OwnEdition.objects.select_related("agency"), pk=own_id, agency=request.agency, state=state)


def _amended(request: AgencyRequest, row: OwnEdition, form: PartForm) -> HttpResponse:
    operations.amend(
        edition=row,
        part=form.part,
        change=form.amended,
        document=form.document if isinstance(form, SourceForm) else None,
        by=request.user,
        now=now_of(request.agency),
    )
    messages.success(request, _("Đã ghi vào bản đang lập."))
    return _to_desk(request, row)


def _set_scenarios(request: AgencyRequest, row: OwnEdition, scenarios: list[Written]) -> None:
    text = written_out(scenarios) if scenarios else ""
    operations.set_scenarios(edition=row, scenarios=text, by=request.user, now=now_of(request.agency))


def _desk_page(request: AgencyRequest, row: OwnEdition, *, is_refused: bool = False) -> HttpResponse:
    laid_out = Desk.of(row)
    faults = faults_of(laid_out)
    context = {"own": row, "desk": laid_out, "page": desk_page(laid_out), "faults": faults, "is_refused": is_refused}
    return render(request, "catalogue/own_desk.html", context, status=422 if is_refused else 200)


def _version_page(request: AgencyRequest, row: OwnEdition, form: WithdrawForm) -> HttpResponse:
    edition = read(row.whole)
    if edition is None:
        return render(request, "catalogue/own_unreadable.html", {"own": row})
    context = {"page": catalogue.page_of(edition), "own": row, "form": form}
    return render(request, "catalogue/edition.html", context, status=422 if form.errors else 200)


def _to_desk(request: AgencyRequest, row: OwnEdition) -> HttpResponse:
    return see_other(reverse("catalogue:own_desk", args=[request.agency.slug, row.pk]))
