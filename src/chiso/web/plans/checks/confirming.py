"""Accepting a draft that still has errors: allowed, once somebody says that they have seen them."""

from __future__ import annotations

from typing import Final

from chiso.web.plans import _problems as problems
from chiso.web.plans.checks.queries import Check, errors_seen

FIELD: Final = "seen_errors"


def ask_for_unseen(check: Check, sent: str) -> None:
    """Raise ProblemError where an error is open that did not stand on the page when "seen" was ticked."""
    if not errors_seen(sent).issuperset(check.open_errors):
        problems.ERRORS_NOT_SEEN.stop(given=len(check.open_errors))
