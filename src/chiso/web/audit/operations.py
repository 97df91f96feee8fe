"""Writing the audit trail."""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.db import models

from chiso.web.audit.models import Event


def record(
    name: str,
    *,
    actor: AbstractBaseUser | None,
    agency: str,
    about: models.Model,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> None:
    """Leave one event; called inside the transaction of the write that it tells of.

    name: dotted, past tense (`plans.task.progress_recorded`); agency: its slug, "" where it belongs to none;
    actor: None where the program itself acts (loading the sample data).
    """
    Event.objects.create(
        name=name,
        actor=actor,  # type: ignore[misc]  # audit lies below accounts and cannot name its User
        agency=agency,
        about=f"{about._meta.label_lower}:{about.pk}",  # noqa: SLF001 (Django documents _meta)
        details=dict(details or {}),
        at=now,
    )
