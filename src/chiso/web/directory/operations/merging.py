"""Making two units one: everything that points to the one points to the other afterwards."""

# ruff: noqa: SLF001 (Django documents `_meta` and `_default_manager`, underscored though they are)
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models, transaction

from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.directory._problems import MERGED_WITH_ITSELF
from chiso.web.directory.models import Unit


@transaction.atomic
def merge_units(*, merged: Unit, into: Unit, by: User | None, now: datetime) -> dict[str, int]:
    """Move all that belongs to `merged` to the unit `into` of the same agency, and remove `merged`.

    Its names stay known as names of `into`. Gives how many rows moved, by model and field.
    """
    if merged.pk == into.pk:
        MERGED_WITH_ITSELF.stop(given=merged.name)
    units = Unit.objects.select_for_update(of=("self",)).filter(agency=into.agency_id)
    merged, into = units.get(pk=merged.pk), units.get(pk=into.pk)
    moved = {f"{model._meta.label_lower}.{field}": _move(model, field, merged, into) for model, field in _pointers()}
    for model in _led_and_coordinated():
        _drop_leads_among_coordinating(model, into)
    details = {
        "merged": merged.name,
        "into": into.name,
        "moved": {name: count for name, count in moved.items() if count},
    }
    record("directory.unit.merged", actor=by, agency=into.agency.slug, about=into, now=now, details=details)
    merged.delete()
    return moved


def _pointers() -> Iterator[tuple[type[models.Model], str]]:
    """Every foreign key to a unit, in the tables between units and their coordinated work too.

    They are asked of Django, so that an app above the directory needs no line here for its own keys.
    """
    for relation in Unit._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToOneRel):
            yield relation.related_model, relation.field.name


def _move(model: type[models.Model], field: str, merged: Unit, into: Unit) -> int:
    rows = model._default_manager.filter(**{field: merged})
    if model._meta.auto_created:
        # A row between two tables stands once: where the kept unit has its own, the other is not needed.
        (other,) = (key for key in model._meta.get_fields() if isinstance(key, models.ForeignKey) and key.name != field)
        kept = model._default_manager.filter(**{field: into}).values(other.attname)
        rows.filter(**{f"{other.attname}__in": list(kept.values_list(other.attname, flat=True))}).delete()
    return rows.update(**{field: into})


def _led_and_coordinated() -> Iterator[type[Any]]:
    """The models that have a leading unit and coordinating ones."""
    for relation in Unit._meta.get_fields(include_hidden=True):
        if isinstance(relation, models.ManyToManyRel) and relation.field.name == "coordinating":
            yield relation.related_model


def _drop_leads_among_coordinating(model: type[Any], unit: Unit) -> None:
    """Who leads a duty does not coordinate it as well."""
    for duty in model._default_manager.filter(lead=unit, coordinating=unit):
        duty.coordinating.remove(unit)
