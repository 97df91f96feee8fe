"""Accepting a reviewed plan: from then on it runs."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chiso import plans
from chiso.frameworks import Edition
from chiso.problems import ProblemError
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.catalogue.editions import editions_of
from chiso.web.directory.models import Agency, Person, Subject, UnitName
from chiso.web.plans import _problems as problems
from chiso.web.plans.importing import operations
from chiso.web.plans.importing.acceptance import Acceptance, AnnouncedResult, accepted, hindrances
from chiso.web.plans.importing.edited import PROVINCE, Edited
from chiso.web.plans.importing.naming import units_named
from chiso.web.plans.importing.storing import decimal, store, whole_scores
from chiso.web.plans.models import Draft, Plan
from chiso.web.results.models import Result
from chiso.web.results.operations import record_result


class PlanExistsError(ProblemError):
    """The agency has a plan of the same subject, index and year; `plan_id` says which."""

    def __init__(self, plan: Plan) -> None:
        super().__init__([problems.PLAN_EXISTS(given=f"{plan.family} {plan.year} ({plan.subject})")])
        self.plan_id = plan.pk


@transaction.atomic
def accept_draft(
    *,
    draft: Draft,
    by: User | None,
    now: datetime,
    edited: Edited | None = None,
    version: int | None = None,
    open_errors: int = 0,
) -> Plan:
    """Make a running plan of a draft, with its units, leaders, targets, tasks, duties and last results.

    edited, version: what the reviewer sends along, kept first; without them the draft as stored
    open_errors:     how many errors the check still finds, which the reviewer has seen

    Raises ProblemError
    with all that hinders; `PlanExistsError` where there is such a plan. Then nothing is written.
    """
    agency = Agency.objects.select_for_update().select_related("subject").get(pk=draft.agency_id)
    held = operations.lock(draft)
    if edited is not None and version is not None:
        operations.keep(held, edited=edited, version=version, now=now)
    review = Edited.from_json(held.edited)
    told = review.as_plan()
    if faults := [*review.faults(), *hindrances(told).values()]:
        raise ProblemError(faults)
    row = _plan_row(held, agency, told, review, by, now)
    acceptance = _decided(row, told, agency)
    held.state, held.changed_at = Draft.State.ACCEPTED, now
    held.save(update_fields=["state", "changed_at"])
    whole_scores(row, told.baseline, told.target)
    store(row, acceptance)
    _announce(row, acceptance, by, now)
    counts = {"components": len(acceptance.components), "tasks": len(acceptance.tasks), "year": row.year}
    details = {"family": row.family, "number": row.number, "file": held.file_name, **counts}
    if open_errors:
        details["open_errors"] = open_errors
    record("plans.plan.accepted", actor=by, agency=agency.slug, about=row, now=now, details=details)
    return row


def _plan_row(draft: Draft, agency: Agency, told: plans.Plan, review: Edited, by: User | None, now: datetime) -> Plan:
    subject = _subject(agency, review)
    head, family, year = told.document, told.index.framework or "", told.index.year or 0
    if existing := Plan.objects.filter(agency=agency, subject=subject, family=family, year=year).first():
        raise PlanExistsError(existing)
    edition = editions_of(agency).find(family, agency.province, year, subject.kind)
    return Plan.objects.create(
        agency=agency,
        subject=subject,
        draft=draft,
        family=family,
        edition=edition.key if edition else "",
        edition_hash=edition.content_hash if edition else "",
        year=year,
        number=head.number or "",
        issued=head.date or "",
        title=head.title or draft.file_name,
        signer=(head.signer.name if head.signer else None) or "",
        accepted_by=by,
        accepted_at=now,
    )


def _subject(agency: Agency, review: Edited) -> Subject:
    if review.subject != PROVINCE:
        return agency.subject
    known = Subject.objects.filter(kind=Subject.Kind.PROVINCE, province=agency.province).first()
    return known or Subject.objects.create(kind=Subject.Kind.PROVINCE, name=agency.province, province=agency.province)


def _decided(row: Plan, told: plans.Plan, agency: Agency) -> Acceptance:
    known = UnitName.objects.filter(agency=agency).values_list("name", "unit__name")
    return accepted(
        told,
        naming=units_named(told, agency=agency.name, known=dict(known)),
        people=list(Person.objects.filter(agency=agency).values_list("name", flat=True)),
        edition=_edition(row),
        year=row.year,
    )


def _edition(row: Plan) -> Edition | None:
    return editions_of(row.agency).get(row.edition)


def _announce(row: Plan, acceptance: Acceptance, by: User | None, now: datetime) -> None:
    """Record the results that the plan tells, except where an official one stands: a plan only repeats those."""
    official = Result.objects.filter(subject=row.subject, family=row.family, standing=Result.Standing.OFFICIAL)
    standing = set(official.values_list("year", "node"))
    for result in acceptance.results:
        if (result.year, result.node) not in standing:
            _record(row, result, by, now)


def _record(row: Plan, told: AnnouncedResult, by: User | None, now: datetime) -> None:
    score = told.score
    record_result(
        agency=row.agency,
        subject=row.subject,
        family=row.family,
        edition=told.edition,
        year=told.year,
        node=told.node,
        name=told.name,
        standing=Result.Standing.OFFICIAL,
        score=decimal(score.score),
        scale=decimal(score.scale),
        rank=score.rank,
        rank_of=score.rank_of,
        band=score.band or "",
        source=f"{row.title[:300]}, {row.number}".rstrip(", "),
        by=by,
        now=now,
    )
