"""New agencies."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chiso.problems import ProblemError
from chiso.web.accounts.models import User
from chiso.web.accounts.permissions import Role
from chiso.web.audit.operations import record
from chiso.web.directory import _problems as problems
from chiso.web.directory.models import Agency, Subject
from chiso.web.directory.operations.accounts import create_account


@transaction.atomic
def create_agency(  # noqa: PLR0913 (an agency and its first person are made in one)
    *,
    slug: str,
    name: str,
    short_name: str,
    province: str,
    kind: str,
    administrator: str,
    full_name: str,
    password: str,
    by: User | None,
    now: datetime,
) -> Agency:
    """Make an agency, the subject that indices measure in it, and its first administrator.

    kind: a value of `Subject.Kind`. Raises ProblemError where the address or the sign-in name is taken.
    """
    if Agency.objects.filter(slug=slug).exists():
        raise ProblemError([problems.SLUG_TAKEN(given=slug)])
    subject, _ = Subject.objects.get_or_create(kind=kind, name=name, province=province)
    agency = Agency.objects.create(slug=slug, name=name, short_name=short_name, province=province, subject=subject)
    record("directory.agency.created", actor=by, agency=slug, about=agency, now=now, details={"name": name})
    create_account(
        agency=agency,
        username=administrator,
        full_name=full_name,
        role=Role.ADMINISTRATOR,
        unit=None,
        password=password,
        by=by,
        now=now,
    )
    return agency
