"""How a value came about."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Status(StrEnum):
    """How a value came about."""

    OBSERVED = "observed"
    IMPUTED = "imputed"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"
    DISPUTED = "disputed"


STATUSES: Final = tuple(Status)
WITHOUT_VALUE: Final = (Status.MISSING, Status.NOT_APPLICABLE)


def place_of(status: Status) -> int:
    """The number that stands for a status in arrays."""
    return STATUSES.index(status)
