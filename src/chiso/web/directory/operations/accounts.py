"""Accounts of an agency's people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from chiso.problems import Problem, ProblemError
from chiso.web.accounts.models import User
from chiso.web.accounts.permissions import Role
from chiso.web.audit.operations import record
from chiso.web.directory._problems import LAST_ADMINISTRATOR, OF_OTHER_AGENCIES, UNIT_NEEDED, USERNAME_TAKEN
from chiso.web.directory.models import Agency, Membership, Unit

UNIT_ROLES = frozenset({Role.UNIT_HEAD, Role.OFFICER})


@transaction.atomic
def create_account(
    *,
    agency: Agency,
    username: str,
    full_name: str,
    role: Role,
    unit: Unit | None,
    password: str,
    by: User | None,
    now: datetime,
) -> Membership:
    """Make an account with a one-time password, which its owner must change at the first sign-in."""
    problems = obstacles_to_role(role, unit)
    if User.objects.filter(username__iexact=username).exists():
        problems.append(USERNAME_TAKEN(where="username", given=username))
    if problems:
        raise ProblemError(problems)
    user = User.objects.create_user(
        username=username, password=password, full_name=full_name, must_change_password=True
    )
    membership = Membership.objects.create(user=user, agency=agency, role=role, unit=unit)
    _record("directory.account.created", membership, by, now, {"role": role.value, "unit": unit.name if unit else ""})
    return membership


@transaction.atomic
def change_account(
    *, membership: Membership, full_name: str, role: Role, unit: Unit | None, by: User | None, now: datetime
) -> None:
    """Change a person's name, role and unit."""
    locked = _locked(membership)
    problems = obstacles_to_role(role, unit)
    if role != Role.ADMINISTRATOR:
        problems += obstacles_to_leaving(locked)
    if problems:
        raise ProblemError(problems)
    before, after = _described(locked), {"name": full_name, "role": role.value, "unit": unit.name if unit else ""}
    locked.role, locked.unit = role, unit
    locked.save(update_fields=["role", "unit"])
    locked.user.full_name = full_name
    locked.user.save(update_fields=["full_name"])
    _record("directory.account.changed", locked, by, now, {"before": before, "after": after})


@transaction.atomic
def set_active(*, membership: Membership, is_active: bool, by: User | None, now: datetime) -> None:
    """Shut a person out of the agency, or let them in again; what they did stays."""
    locked = _locked(membership)
    if not is_active and (problems := obstacles_to_leaving(locked)):
        raise ProblemError(problems)
    if locked.is_active == is_active:
        return
    locked.is_active = is_active
    locked.save(update_fields=["is_active"])
    _record(f"directory.account.{'reactivated' if is_active else 'deactivated'}", locked, by, now, {})


@transaction.atomic
def reset_password(*, membership: Membership, password: str, by: User | None, now: datetime) -> None:
    """Give a new one-time password; refused where the account belongs to another agency as well."""
    locked = _locked(membership)
    user = locked.user
    if user.memberships.exclude(agency=locked.agency_id).exists():
        OF_OTHER_AGENCIES.stop(given=user.username)
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    _record("directory.account.password_reset", locked, by, now, {})


def obstacles_to_role(role: Role, unit: Unit | None) -> list[Problem]:
    """What speaks against giving a role in a unit."""
    return [UNIT_NEEDED(where="unit", given=role.label)] if role in UNIT_ROLES and unit is None else []


def obstacles_to_leaving(membership: Membership) -> list[Problem]:
    """What speaks against a person ceasing to be an active administrator."""
    if membership.role != Role.ADMINISTRATOR or not membership.is_active:
        return []
    administrators = Membership.objects.filter(agency=membership.agency_id, role=Role.ADMINISTRATOR, is_active=True)
    others = administrators.exclude(pk=membership.pk).exists()
    return [] if others else [LAST_ADMINISTRATOR(where="role", given=membership.user.full_name)]


def _locked(membership: Membership) -> Membership:
    # The agency's row is locked too, so that two administrators cannot take leave of each other at once.
    Agency.objects.select_for_update().get(pk=membership.agency_id)
    return Membership.objects.select_related("user", "agency", "unit").get(pk=membership.pk)


def _described(membership: Membership) -> dict[str, str]:
    return {
        "name": membership.user.full_name,
        "role": membership.role,
        "unit": membership.unit.name if membership.unit else "",
    }


def _record(name: str, membership: Membership, by: User | None, now: datetime, details: Mapping[str, object]) -> None:
    who = {"username": membership.user.username, "person": membership.user.full_name}
    record(name, actor=by, agency=membership.agency.slug, about=membership, now=now, details=who | dict(details))
