"""What the pages of units and accounts show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from chiso.plans.judgement import Status
from chiso.web.accounts.permissions import Role
from chiso.web.directory.duties import Duty, DutyKind, duties_of
from chiso.web.directory.models import Agency, Membership, Unit


@dataclass(frozen=True, slots=True)
class Account:
    """A person of the agency; last_seen_at: the last sign-in."""

    id: int
    username: str
    full_name: str
    role: str
    role_label: str
    unit_id: int | None
    unit: str
    is_active: bool
    must_change_password: bool
    last_seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its people and its load; other_names: the further spellings that mean it."""

    id: int
    name: str
    is_collective: bool
    other_names: tuple[str, ...]
    people: tuple[Account, ...]
    component_count: int
    task_count: int
    open_count: int
    not_met_count: int
    coordinated_count: int
    load_percent: int

    @property
    def has_no_owner(self) -> bool:
        """Whether it leads something, but nobody in it can sign in."""
        leads = bool(self.component_count or self.task_count)
        return leads and not self.is_collective and not any(person.is_active for person in self.people)


@dataclass(frozen=True, slots=True)
class UnitsPage:
    """All units of an agency, and the health of ownership."""

    units: tuple[UnitRow, ...]
    leaderless_count: int
    task_count: int

    @property
    def without_owner(self) -> tuple[UnitRow, ...]:
        """The units that lead something while nobody in them can sign in."""
        return tuple(unit for unit in self.units if unit.has_no_owner)


@dataclass(frozen=True, slots=True)
class UnitPage:
    """One unit with all that it answers for; mergeable: the other units that it may be merged into."""

    unit: UnitRow
    components: tuple[Duty, ...]
    tasks: tuple[Duty, ...]
    coordinated: tuple[Duty, ...]
    mergeable: tuple[tuple[int, str], ...]


def units_page(agency: Agency, today: date) -> UnitsPage:
    """The units of an agency with what they answer for."""
    duties = duties_of(agency, today)
    tasks = [duty for duty in duties if duty.kind == DutyKind.TASK]
    units = tuple(_row(unit, duties) for unit in _units(agency))
    return UnitsPage(units, sum(duty.lead_id is None for duty in tasks), len(tasks))


def unit_page(agency: Agency, unit_id: int, today: date) -> UnitPage | None:
    """One unit of an agency; None where the agency has no such unit."""
    units = list(_units(agency))
    unit = next((unit for unit in units if unit.pk == unit_id), None)
    if unit is None:
        return None
    duties = duties_of(agency, today)
    led = [duty for duty in duties if duty.lead_id == unit_id]
    return UnitPage(
        unit=_row(unit, duties),
        components=tuple(duty for duty in led if duty.kind == DutyKind.COMPONENT),
        tasks=tuple(sorted((duty for duty in led if duty.kind == DutyKind.TASK), key=_worst_first)),
        coordinated=tuple(duty for duty in duties if unit_id in duty.coordinating_ids),
        mergeable=tuple((other.pk, other.name) for other in units if other.pk != unit_id),
    )


def _worst_first(duty: Duty) -> int:
    return -duty.judgement.status.severity if duty.judgement else 0


def accounts_of(agency: Agency) -> tuple[Account, ...]:
    """The accounts of an agency, those in use first, by name."""
    return tuple(sorted(map(account_of, _memberships().filter(agency=agency)), key=lambda each: not each.is_active))


def _memberships() -> QuerySet[Membership]:
    return Membership.objects.select_related("user", "unit").order_by("user__full_name", "user__username")


def _units(agency: Agency) -> QuerySet[Unit]:
    return Unit.objects.filter(agency=agency).prefetch_related("names", Prefetch("memberships", _memberships()))


def account_of(membership: Membership) -> Account:
    """An account as the pages show it."""
    return Account(
        id=membership.pk,
        username=membership.user.username,
        full_name=membership.user.full_name,
        role=membership.role,
        role_label=str(Role(membership.role).label),
        unit_id=membership.unit_id,
        unit=membership.unit.name if membership.unit else "",
        is_active=membership.is_active and membership.user.is_active,
        must_change_password=membership.user.must_change_password,
        last_seen_at=membership.user.last_login,
    )


def _row(unit: Unit, duties: Iterable[Duty]) -> UnitRow:
    tasks = [duty for duty in duties if duty.kind == DutyKind.TASK and duty.lead_id is not None]
    led = [duty for duty in tasks if duty.lead_id == unit.pk]
    open_by_unit = Counter(duty.lead_id for duty in tasks if duty.is_open)
    return UnitRow(
        id=unit.pk,
        name=unit.name,
        is_collective=unit.is_collective,
        other_names=tuple(sorted(spelling.name for spelling in unit.names.all() if spelling.name != unit.name)),
        people=tuple(account_of(membership) for membership in unit.memberships.all() if membership.is_active),
        component_count=sum(duty.kind == DutyKind.COMPONENT and duty.lead_id == unit.pk for duty in duties),
        task_count=len(led),
        open_count=open_by_unit[unit.pk],
        not_met_count=sum(duty.judgement is not None and duty.judgement.status is Status.NOT_MET for duty in led),
        coordinated_count=sum(unit.pk in duty.coordinating_ids for duty in duties),
        load_percent=round(100 * open_by_unit[unit.pk] / (open_by_unit.total() or 1)),
    )
