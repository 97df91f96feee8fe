"""Accepting a draft that still has errors: allowed, once somebody says that they have seen them."""

from __future__ import annotations

from collections.abc import Collection

from chiso.web.plans.checks.queries import Check

FIELD = "seen_errors"
_SEPARATOR = "-"


def as_sent(errors: Collection[str]) -> str:
    """The value of the tick: which errors stood on the page when it was set."""
    return _SEPARATOR.join(sorted(errors))


def unseen_errors(check: Check, sent: str) -> int:
    """How many errors are open, where one of them was not on the page that was ticked; 0 where all were seen."""
    seen = set(sent.split(_SEPARATOR))
    return 0 if seen.issuperset(check.open_errors) else len(check.open_errors)
