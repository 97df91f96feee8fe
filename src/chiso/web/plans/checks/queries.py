"""What the pages of the check show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Q, QuerySet
from django.utils import timezone

from chiso.plans import CHECKS, CheckKind, Finding, Severity
from chiso.web.directory.models import Agency
from chiso.web.plans.checks.reviewed import Checked, checked
from chiso.web.plans.checks.spots import Locator, Spot
from chiso.web.plans.checks.wording import SUBJECTS, SeverityMark, language, mark_of
from chiso.web.plans.importing.edited import Edited
from chiso.web.plans.models import Draft, FindingDismissal, Plan

_BETWEEN_ERRORS = "-"
_SPOTS_AT_ONCE = 6
_COUNTS = frozenset({"0", "1"})


@dataclass(frozen=True, slots=True)
class Dismissed:
    """Why a finding was put aside, by whom and when; who took it up again, if anybody did."""

    message: str
    mark: SeverityMark
    reason: str
    by: str
    at: datetime
    reopened_by: str = ""
    reopened_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding as a page shows it; `related` places are what it is compared with, `dismissed` where it was put aside."""

    anchor: str
    fingerprint: str
    code: str
    title: str
    mark: SeverityMark
    message: str
    given: str
    expected: str
    remedy: str
    spots: tuple[Spot, ...]
    related: tuple[Spot, ...]
    dismissed: Dismissed | None

    @property
    def first_spots(self) -> tuple[Spot, ...]:
        """The spots that are shown at once."""
        return self.spots[:_SPOTS_AT_ONCE]

    @property
    def further_spots(self) -> tuple[Spot, ...]:
        """The spots behind a fold."""
        return self.spots[_SPOTS_AT_ONCE:]


@dataclass(frozen=True, slots=True)
class SeverityCount:
    """How many findings of a severity are open."""

    mark: SeverityMark
    count: int


@dataclass(frozen=True, slots=True)
class Check:
    """What the check finds in a draft or in the plan that it became.

    history: every time that a finding was put aside, also those taken up again or mended since
    """

    draft_id: int
    plan_id: int | None
    file_name: str
    is_open: bool
    lines: tuple[FindingLine, ...]
    history: tuple[Dismissed, ...]

    @property
    def open(self) -> tuple[FindingLine, ...]:
        """The findings that nobody has put aside."""
        return tuple(line for line in self.lines if line.dismissed is None)

    @property
    def dismissed(self) -> tuple[FindingLine, ...]:
        """The findings that were put aside."""
        return tuple(line for line in self.lines if line.dismissed is not None)

    @property
    def counts(self) -> tuple[SeverityCount, ...]:
        """The open findings by severity, gravest first."""
        numbers = Counter(line.mark.severity for line in self.open)
        return tuple(SeverityCount(mark_of(severity), numbers[severity.value]) for severity in Severity)

    @property
    def open_errors(self) -> tuple[str, ...]:
        """The fingerprints of the open errors."""
        return tuple(line.fingerprint for line in self.open if line.mark.severity == Severity.ERROR)

    @property
    def errors_shown(self) -> str:
        """The open errors as the tick "seen" sends them back."""
        return errors_as_sent(self.open_errors)

    def of(self, severity: str) -> tuple[FindingLine, ...]:
        """The open findings of a severity, all for ""."""
        return tuple(line for line in self.open if severity in {"", line.mark.severity})


def errors_as_sent(fingerprints: Iterable[str]) -> str:
    """Which errors stood on a page, as its form sends them back."""
    return _BETWEEN_ERRORS.join(sorted(set(fingerprints)))


def errors_seen(sent: str) -> frozenset[str]:
    """The errors that a form says were on its page."""
    return frozenset(sent.split(_BETWEEN_ERRORS))


def day_checked(draft: Draft, now: datetime) -> date:
    """The day on which a draft is checked: today; of a plan that runs, the day of its acceptance."""
    plan = getattr(draft, "plan", None)
    return timezone.localtime(plan.accepted_at).date() if plan else now.date()


def check_of_draft(draft: Draft, now: datetime, edited: Edited | None = None) -> Check:
    """The check of a draft as stored, or of what a reviewer sends along; `importing.queries.draft_of` has loaded it."""
    plan = getattr(draft, "plan", None)
    review = edited or Edited.from_json(draft.edited)
    dismissals = list(_dismissals(draft, review))
    return Check(
        draft_id=draft.pk,
        plan_id=plan.pk if plan else None,
        file_name=draft.file_name,
        is_open=draft.state != Draft.State.DISCARDED,
        lines=_lines(checked(draft, on=day_checked(draft, now), edited=review), dismissals),
        history=tuple(_told(each) for each in reversed(dismissals)),
    )


def check_of_plan(plan: Plan, agency: Agency) -> Check:
    """The check of the version that was accepted, on the day of acceptance."""
    draft = Draft.objects.get(pk=plan.draft_id)
    draft.agency, draft.plan = agency, plan
    return check_of_draft(draft, plan.accepted_at)


def dismissals_in_force(draft: Draft) -> QuerySet[FindingDismissal]:
    """What was put aside in a draft and in the others of the same index and year, and was not taken up again."""
    return _dismissals(draft, Edited.from_json(draft.edited)).filter(reopened_at=None)


def _dismissals(draft: Draft, review: Edited) -> QuerySet[FindingDismissal]:
    """A corrected file that is taken in anew keeps what was put aside in the one before."""
    index = review.plan.get("index") or {}
    wanted = Q(draft=draft)
    if index.get("framework") and index.get("year"):
        wanted |= Q(
            draft__agency=draft.agency_id,
            draft__edited__subject=review.subject,
            draft__edited__plan__index__framework=index["framework"],
            draft__edited__plan__index__year=index["year"],
        )
    return FindingDismissal.objects.filter(wanted).select_related("by", "reopened_by")


def _lines(told: Checked, dismissals: Iterable[FindingDismissal]) -> tuple[FindingLine, ...]:
    locator = Locator(told.reading, told.document)
    kinds = {kind.code: kind for kind in CHECKS}
    aside = {each.fingerprint: _told(each) for each in dismissals if each.reopened_at is None}
    seen: Counter[str] = Counter()
    lines = []
    for finding in told.findings:
        seen[finding.fingerprint] += 1
        lines.append(_line(finding, seen[finding.fingerprint], kinds, locator, aside))
    return tuple(lines)


def _line(
    finding: Finding, number: int, kinds: Mapping[str, CheckKind], locator: Locator, aside: Mapping[str, Dismissed]
) -> FindingLine:
    # "50 of 50, 0 would be right" says nothing that the message does not.
    is_count = finding.given.isdigit() and finding.expected in _COUNTS
    return FindingLine(
        anchor=finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}",
        fingerprint=finding.fingerprint,
        code=finding.code,
        title=kinds[finding.code].title.in_language(language()),
        mark=mark_of(finding.severity),
        message=finding.message(language()),
        given="" if is_count else finding.given,
        expected="" if is_count else finding.expected,
        remedy=finding.remedy(language()),
        spots=locator.spots(finding),
        related=locator.related(finding),
        dismissed=aside.get(finding.fingerprint),
    )


def _told(row: FindingDismissal) -> Dismissed:
    return Dismissed(
        message=row.message,
        mark=mark_of(Severity(row.severity)),
        reason=row.reason,
        by=str(row.by or ""),
        at=row.at,
        reopened_by=str(row.reopened_by or ""),
        reopened_at=row.reopened_at,
    )


@dataclass(frozen=True, slots=True)
class CheckEntry:
    """A check in the catalogue."""

    code: str
    title: str
    mark: SeverityMark
    meaning: str
    example: str
    remedy: str


def catalogue() -> tuple[tuple[str, str, tuple[CheckEntry, ...]], ...]:
    """All checks under the parts of a plan: key, name, checks."""
    return tuple(
        (subject, str(SUBJECTS.get(subject, subject)), tuple(map(_entry, kinds)))
        for subject, kinds in groupby(CHECKS, key=lambda kind: kind.subject)
    )


def _entry(kind: CheckKind) -> CheckEntry:
    return CheckEntry(
        code=kind.code,
        title=kind.title.in_language(language()),
        mark=mark_of(kind.severity),
        meaning=kind.meaning.in_language(language()),
        example=kind.example.in_language(language()),
        remedy=kind.remedy.in_language(language()),
    )
