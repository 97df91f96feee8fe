"""Writes to one's own account."""

from datetime import datetime

from django.db import transaction

from chiso.web.accounts.models import User
from chiso.web.audit.operations import record


@transaction.atomic
def change_password(*, user: User, password: str, now: datetime) -> None:
    """Set a person's own new password; the one-time password is over then."""
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    record("accounts.password.changed", actor=user, agency="", about=user, now=now)
