"""What somebody wants to know of the certainty of a rank: the fields of the form, out of an address."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict

SHARES: Final = (0, 10, 25, 50)
"""How far weights may lie from themselves, in percent; 0 leaves them as they are."""
SEEDS: Final = (1, 999_999)
_SENT = "xem"
_KEPT = (_SENT, "trong-so", "nhan", "bo", "sai-so", "hang", "hat")
_DEFAULT_SHARE: Final = 25
_LARGEST_ERROR: Final = 100.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What may be otherwise, and whose rank is looked at; fields that cannot be read count as left empty.

    share:      of the weights, in percent; geometric: the geometric mean as well as the arithmetic one
    dropping:   any one component left out, or none
    error:      the standard error of every component's score, in points; None where they are exact
    place:      the rank whose probability is told; None for the page's own
    is_default: nobody has chosen yet: the page takes what can apply
    """

    share: int = _DEFAULT_SHARE
    geometric: bool = True
    dropping: bool = True
    error: float | None = None
    place: int | None = None
    seed: int = 1
    unit: str = ""
    is_default: bool = True


def asked_by(fields: QueryDict) -> Asked:
    """Read the form's fields; the usual assumptions where it was not sent."""
    place, seed = _whole(fields.get("hang", "")), _whole(fields.get("hat", "")) or SEEDS[0]
    usual = Asked(place=place, seed=min(seed, SEEDS[1]), unit=fields.get("don-vi", ""))
    if _SENT not in fields:
        return usual
    share, error = _whole(fields.get("trong-so", "")), _number(fields.get("sai-so", ""))
    return replace(
        usual,
        share=share if share in SHARES else 0,
        geometric="nhan" in fields,
        dropping="bo" in fields,
        error=min(error, _LARGEST_ERROR) if error else None,
        is_default=False,
    )


def query_of(fields: QueryDict) -> str:
    """The fields that were filled in, as other addresses take them along; without table and unit."""
    return urlencode([(name, fields[name]) for name in _KEPT if fields.get(name)])


def _whole(written: str) -> int | None:
    number = _number(written)
    return int(number) if number is not None and number >= 1 else None


def _number(written: str) -> float | None:
    """A number not below zero, with a decimal comma or point."""
    try:
        number = float(written.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None
