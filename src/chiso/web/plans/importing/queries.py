"""What the pages of the import show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db.models.fields.json import KT
from django.shortcuts import get_object_or_404

from chiso.problems import Problem
from chiso.samples import SamplePlan, sample_plans
from chiso.web.directory.models import Agency, Subject, UnitName
from chiso.web.plans.importing import binding
from chiso.web.plans.importing.concerns import Surroundings
from chiso.web.plans.importing.document_page import Run, runs
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.importing.forms import ENDINGS, Sent
from chiso.web.plans.importing.plan_form import PLAN
from chiso.web.plans.importing.shape import Typed, shown
from chiso.web.plans.importing.steps import Removed, add_row
from chiso.web.plans.models import Draft

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft in the list; `plan_id` where it was accepted."""

    id: int
    file_name: str
    title: str
    index: str
    state: str
    state_label: str
    is_reviewing: bool
    plan_id: int | None
    by: str
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class DraftsPage:
    """The list of drafts and what the upload form says."""

    reviewing: list[DraftLine]
    closed: list[DraftLine]
    samples: tuple[SamplePlan, ...]
    endings: str = ENDINGS
    limit_megabytes: int = settings.UPLOAD_LIMIT_BYTES // _MEGABYTE


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A document beside what was read from it."""

    draft_id: int
    file_name: str
    version: int
    state: str
    is_open: bool
    plan_id: int | None
    runs: list[Run]
    review: binding.Review
    subject: str
    own_subject: str
    province: str
    is_province_itself: bool
    unit_names: list[str]
    opened: frozenset[str]
    removed: Removed | None = None


def draft_of(agency: Agency, draft_id: int) -> Draft:
    """A draft of the agency; Http404 for any other."""
    return get_object_or_404(Draft.objects.select_related("agency__subject", "plan"), agency=agency, pk=draft_id)


def drafts_page(agency: Agency) -> DraftsPage:
    """All drafts of the agency, the newest first."""
    drafts = (
        Draft.objects.filter(agency=agency)
        .select_related("plan", "created_by")
        .defer("document", "reading", "edited")
        .annotate(
            told=KT("edited__plan__document__title"),
            framework=KT("edited__plan__index__framework"),
            year=KT("edited__plan__index__year"),
        )
    )
    lines = [_line(draft) for draft in drafts]
    return DraftsPage(
        reviewing=[line for line in lines if line.is_reviewing],
        closed=[line for line in lines if not line.is_reviewing],
        samples=sample_plans() if settings.EMBEDDED else (),
    )


def _line(draft: Draft) -> DraftLine:
    plan = getattr(draft, "plan", None)
    return DraftLine(
        id=draft.pk,
        file_name=draft.file_name,
        title=draft.told or "",  # type: ignore[attr-defined]  # annotated above
        index=" ".join(str(part) for part in (draft.framework, draft.year) if part),  # type: ignore[attr-defined]  # the same
        state=draft.state,
        state_label=draft.get_state_display(),
        is_reviewing=draft.state == Draft.State.REVIEWING,
        plan_id=plan.pk if plan else None,
        by=draft.created_by.full_name if draft.created_by else "",
        created_at=draft.created_at,
        changed_at=draft.changed_at,
    )


def review_page(draft: Draft, *, added: str = "", opened: str = "") -> ReviewPage:
    """The page of a draft as it is kept; `added` is the path of a list that gets an empty row."""
    edited = Edited.from_json(draft.edited)
    typed: Typed = shown(PLAN, edited.plan, edited.origins)
    new = add_row(typed, added) if added else ""
    review = binding.review(typed, draft.reading, around=_around(draft), confirmed=frozenset(edited.confirmed))
    page = _page(draft, review, draft.version, edited.subject, _with_parents(new) | _with_parents(opened))
    return replace(page, removed=edited.removed)


def page_again(draft: Draft, sent: Sent, faults: dict[str, tuple[Problem, ...]], version: int) -> ReviewPage:
    """The page with all that was typed, beside its faults."""
    new = add_row(sent.typed, sent.added) if sent.added else ""
    review = binding.review(
        sent.typed, draft.reading, around=_around(draft), confirmed=frozenset(sent.confirmed), faults=faults
    )
    return _page(draft, review, version, sent.subject, _with_parents(new))


def _around(draft: Draft) -> Surroundings:
    return Surroundings(draft.agency.name, draft.agency.province)


def _with_parents(path: str) -> frozenset[str]:
    steps = path.split("/")
    return frozenset("-".join(steps[: n + 1]) for n in range(len(steps))) if path else frozenset()


def _page(draft: Draft, review: binding.Review, version: int, subject: str, opened: frozenset[str]) -> ReviewPage:
    plan = getattr(draft, "plan", None)
    spellings = UnitName.objects.filter(agency=draft.agency).values_list("name", flat=True)
    leads = [value.text for value in review.values if value.path.endswith("/lead") and value.text]
    return ReviewPage(
        draft_id=draft.pk,
        file_name=draft.file_name,
        version=version,
        state=draft.get_state_display(),
        is_open=draft.state == Draft.State.REVIEWING,
        plan_id=plan.pk if plan else None,
        runs=runs(draft.document, draft.reading["places"]),
        review=review,
        subject=subject,
        own_subject=draft.agency.subject.name,
        province=draft.agency.province,
        is_province_itself=draft.agency.subject.kind == Subject.Kind.PROVINCE,
        unit_names=list(dict.fromkeys((*spellings, *leads))),
        opened=opened,
    )
