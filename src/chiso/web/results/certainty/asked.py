"""What somebody wants to know of the certainty of a rank: the fields of the form, out of an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict

from chiso.problems import Problem
from chiso.web.results.typed.reading import Bounds, Typed

SHARES: Final = (0, 10, 25, 50)
"""How far weights may lie from themselves, in percent; 0 leaves them as they are."""
SEEDS: Final = (1, 999_999)
_SENT = "xem"
_KEPT = (_SENT, "trong-so", "nhan", "bo", "sai-so", "hang", "hat")
_DEFAULT_SHARE: Final = 25
_ERRORS: Final = Bounds(0.0, 100.0)


@dataclass(frozen=True, slots=True)
class Asked:
    """What may be otherwise, and whose rank is looked at; a field that cannot be used counts as left empty.

    share:      of the weights, in percent; geometric: the geometric mean as well as the arithmetic one
    dropping:   any one component left out, or none
    error:      the standard error of every component's score, in points; None where they are exact
    place:      the rank whose probability is told; None for the page's own
    is_default: nobody has chosen yet: the page takes what can apply
    typed:      every field as it was typed; faults: by field what could not be taken as typed
    """

    share: int = _DEFAULT_SHARE
    geometric: bool = True
    dropping: bool = True
    error: float | None = None
    place: int | None = None
    seed: int = 1
    unit: str = ""
    is_default: bool = True
    typed: Mapping[str, str] = field(default_factory=dict, compare=False)
    faults: Mapping[str, Problem] = field(default_factory=dict, compare=False)

    @property
    def varies(self) -> bool:
        """Whether anything may be otherwise."""
        return bool(self.share or self.geometric or self.dropping or self.error)


def asked_by(fields: QueryDict, ranked: int) -> Asked:
    """Read the form's fields for a table of so many units; the usual assumptions where it was not sent."""
    read = Typed(fields)
    usual = Asked(
        place=read.whole("hang", 1, ranked),
        seed=read.whole("hat", *SEEDS) or SEEDS[0],
        unit=fields.get("don-vi", ""),
        typed={name: fields.get(name, "") for name in fields},
        faults=read.faults,
    )
    if _SENT not in fields:
        return usual
    share = fields.get("trong-so", "")
    return replace(
        usual,
        share=int(share) if share in map(str, SHARES) else 0,
        geometric="nhan" in fields,
        dropping="bo" in fields,
        error=read.number("sai-so", _ERRORS) or None,
        is_default=False,
    )


def query_of(fields: QueryDict) -> str:
    """The fields that were filled in, as other addresses take them along; without table and unit."""
    return urlencode([(name, fields[name]) for name in _KEPT if fields.get(name)])
