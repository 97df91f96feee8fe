"""Adding and naming units."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chiso.units import search_key
from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.directory._problems import NAME_TAKEN
from chiso.web.directory.models import Agency, Unit, UnitName


@transaction.atomic
def add_unit(*, agency: Agency, name: str, is_collective: bool, by: User | None, now: datetime) -> Unit:
    """Add a unit; `ProblemError` where its name already means another."""
    _refuse_taken(agency, name, None)
    unit = Unit.objects.create(agency=agency, name=name, is_collective=is_collective)
    UnitName.objects.create(agency=agency, unit=unit, name=name)
    details = {"unit": name, "is_collective": is_collective}
    record("directory.unit.added", actor=by, agency=agency.slug, about=unit, now=now, details=details)
    return unit


@transaction.atomic
def rename_unit(*, unit: Unit, name: str, by: User | None, now: datetime) -> None:
    """Give a unit a new name; the old one stays known, since plans are written with it."""
    locked = Unit.objects.select_for_update(of=("self",)).select_related("agency").get(pk=unit.pk)
    _refuse_taken(locked.agency, name, locked)
    details = {"before": locked.name, "after": name}
    locked.name = name
    locked.save()
    UnitName.objects.get_or_create(agency=locked.agency, name=name, defaults={"unit": locked})
    record("directory.unit.renamed", actor=by, agency=locked.agency.slug, about=locked, now=now, details=details)


@transaction.atomic
def add_unit_name(*, unit: Unit, name: str, by: User | None, now: datetime) -> None:
    """Let a further spelling mean a unit, so that plans that use it find the unit."""
    _refuse_taken(unit.agency, name, unit)
    _spelling, is_new = UnitName.objects.get_or_create(agency=unit.agency, name=name, defaults={"unit": unit})
    if is_new:
        details = {"unit": unit.name, "name": name}
        record("directory.unit.name_added", actor=by, agency=unit.agency.slug, about=unit, now=now, details=details)


def _refuse_taken(agency: Agency, name: str, unit: Unit | None) -> None:
    """Stop where a name means another unit; case, accents and kinds of dashes make no difference between two units."""
    key = search_key(name)
    for spelling in UnitName.objects.filter(agency=agency).select_related("unit"):
        if spelling.unit != unit and search_key(spelling.name) == key:
            NAME_TAKEN.stop(given=name, wanted=spelling.unit.name)
