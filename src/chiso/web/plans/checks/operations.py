"""Putting a finding aside with a reason, and taking it up again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chiso.plans import Finding
from chiso.problems import ProblemError
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.plans import _problems as problems
from chiso.web.plans.checks.queries import day_checked, dismissals_in_force
from chiso.web.plans.checks.reviewed import checked
from chiso.web.plans.importing.kinds import folded
from chiso.web.plans.models import Draft, FindingDismissal

_LONGEST_REASON = 500


@transaction.atomic
def dismiss_finding(*, draft: Draft, fingerprint: str, reason: str, by: User, now: datetime) -> FindingDismissal:
    """Put aside a finding of a draft, or of the plan that it became.

    Raises ProblemError with all that is wrong: no reason, one too long, no such finding, put aside already.
    """
    held = _held(draft)
    found = next(
        (each for each in checked(held, on=day_checked(held, now)).findings if each.fingerprint == fingerprint), None
    )
    words = folded(reason)
    faults = [
        *([problems.FINDING_GONE()] if found is None else []),
        *([] if words else [problems.REASON_NEEDED()]),
        *([problems.TOO_LONG(given=len(words), wanted=_LONGEST_REASON)] if len(words) > _LONGEST_REASON else []),
    ]
    if faults or found is None:
        raise ProblemError(faults)
    if dismissals_in_force(held).filter(fingerprint=fingerprint).exists():
        problems.DISMISSED_ALREADY.stop()
    row = _stored(held, found, words, by, now)
    _record("plans.finding.dismissed", row, held, by, now, {"reason": row.reason})
    return row


@transaction.atomic
def reopen_finding(*, draft: Draft, fingerprint: str, by: User, now: datetime) -> None:
    """Take up again a finding that was put aside; the reason stays in the history."""
    held = _held(draft)
    rows = list(dismissals_in_force(held).filter(fingerprint=fingerprint))
    if not rows:
        problems.FINDING_GONE.stop()
    for row in rows:
        row.reopened_by, row.reopened_at = by, now
        row.save(update_fields=["reopened_by", "reopened_at"])
    _record("plans.finding.reopened", rows[-1], held, by, now, {"reason": rows[-1].reason})


def _held(draft: Draft) -> Draft:
    """The draft, held until the transaction ends; ProblemError where it was put away."""
    rows = Draft.objects.select_for_update(of=("self",)).select_related("agency__subject", "plan")
    held = rows.get(pk=draft.pk)
    if held.state == Draft.State.DISCARDED:
        problems.DRAFT_DISCARDED.stop(given=held.file_name)
    return held


def _stored(draft: Draft, finding: Finding, reason: str, by: User, now: datetime) -> FindingDismissal:
    return FindingDismissal.objects.create(
        draft=draft,
        fingerprint=finding.fingerprint,
        code=finding.code,
        severity=finding.severity.value,
        message=finding.message(),
        reason=reason,
        by=by,
        at=now,
    )


def _record(
    name: str, row: FindingDismissal, draft: Draft, by: User, now: datetime, details: dict[str, object]
) -> None:
    about = getattr(draft, "plan", None) or draft
    told = {"message": row.message, "code": row.code, **details}
    record(name, actor=by, agency=draft.agency.slug, about=about, now=now, details=told)
