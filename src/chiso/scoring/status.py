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
WORDS: Final = {  # what may stand in a cell in place of a value
    "missing": Status.MISSING.value,
    "not_applicable": Status.NOT_APPLICABLE.value,
    "không áp dụng": Status.NOT_APPLICABLE.value,
    "Không áp dụng": Status.NOT_APPLICABLE.value,
}


def place_of(status: Status) -> int:
    """The number that stands for a status in arrays."""
    return STATUSES.index(status)
