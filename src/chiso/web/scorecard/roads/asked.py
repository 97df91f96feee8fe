"""What somebody asks of a road: the fields of its form, out of an address or a stored scenario."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.http import QueryDict

SEEDS = (1, 999_999)
_SHARES = {"50": 0.5, "80": 0.8, "90": 0.9}
_STEPS = {"0.1": 0.1, "0.5": 0.5, "1": 1.0}
_LARGEST = 10_000.0


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked; None where a field is left empty, and what cannot be read counts as left empty.

    edition:    by whose weights; "" for the one that the page chooses
    rank, total: the target, one of both; the page's own where neither is given
    sure:       with which probability the rank shall be had among peers that move; None: against the table as it stands
    step:       whose worth is told
    tried:      scores to be tried out, by code; efforts, most: by code; leads: the effort that a lead unit can take on
    everything: whether components that the plan gives nobody may be raised too
    finely:     whether criteria are raised instead of components
    point:      in multiples of which points come; points: by code, before it
    """

    edition: str = ""
    rank: int | None = None
    total: float | None = None
    sure: float | None = None
    step: float = 0.1
    seed: int = 1
    drifts: bool = False
    everything: bool = False
    finely: bool = False
    point: float | None = None
    tried: Mapping[str, float] = field(default_factory=dict)
    efforts: Mapping[str, float] = field(default_factory=dict)
    most: Mapping[str, float] = field(default_factory=dict)
    points: Mapping[str, float] = field(default_factory=dict)
    leads: Mapping[str, float] = field(default_factory=dict)


def asked_by(fields: QueryDict, codes: Sequence[str], leads: Sequence[str] = ()) -> Asked:
    """Read the fields of the form for these components and lead units."""
    is_rank = fields.get("dich", "hang") == "hang"
    rank, seed = _number(fields.get("hang", "")), _number(fields.get("hat", ""))
    return Asked(
        edition=fields.get("phien-ban", ""),
        rank=int(rank) if is_rank and rank is not None and rank >= 1 else None,
        total=None if is_rank else _number(fields.get("tong", "")),
        sure=_SHARES.get(fields.get("chac", "")),
        step=_STEPS.get(fields.get("buoc", ""), 0.1),
        seed=int(min(max(seed, SEEDS[0]), SEEDS[1])) if seed is not None else 1,
        drifts="troi" in fields,
        everything="ca-bo" in fields,
        finely=asks_finely(fields),
        point=_number(fields.get("nac", "")) or None,
        tried=_by_code(fields, "diem", codes),
        efforts=_by_code(fields, "suc", codes),
        most=_by_code(fields, "them", codes),
        points={code: point for code, point in _by_code(fields, "nac", codes).items() if point},
        leads={
            lead: most
            for place, lead in enumerate(leads)
            if (most := _number(fields.get(f"don-vi-{place}", ""))) is not None
        },
    )


def asks_finely(fields: QueryDict) -> bool:
    """Whether criteria are to be raised instead of components."""
    return fields.get("muc", "") == "tieu-chi"


def _by_code(fields: QueryDict, name: str, codes: Sequence[str]) -> dict[str, float]:
    read = {code: _number(fields.get(f"{name}-{code}", "")) for code in codes}
    return {code: number for code, number in read.items() if number is not None}


def _number(written: str) -> float | None:
    """A number that is not below zero, with a decimal comma or point."""
    try:
        number = float(written.strip().replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= _LARGEST else None
