"""Published results of the provinces whose index the sample agencies answer for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from chiso.frameworks import SubjectKind
from chiso.samples import folder


@dataclass(frozen=True, slots=True)
class PublishedResult:
    """The result of one year.

    edition:          key in the packs, None where no edition of that year is there
    components:       scores by the node codes of the edition, on the series' component scale
    rank_is_derived:  the publisher gives no ranks; this one is counted from the full table
    source_standing:  official, re-keyed (typed again by a third party) or derived (summed from parts)
    """

    year: int
    edition: str | None
    score: float
    scale: float
    rank: int
    rank_of: int
    rank_is_derived: bool
    band: str | None
    components: dict[str, float]
    source: str
    source_standing: str


@dataclass(frozen=True, slots=True)
class MissingYears:
    """Years of which no result is given, and why."""

    years: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class PublishedSeries:
    """The results of one subject in one index family, in order of the years."""

    family: str
    province: str
    subject_kind: SubjectKind
    subject: str
    component_scale: float
    results: tuple[PublishedResult, ...]
    missing: tuple[MissingYears, ...]


@cache
def published_results() -> tuple[PublishedSeries, ...]:
    """The series of Lạng Sơn (PCI) and Quảng Trị (PAPI)."""
    return tuple(_series(folder.written("results", name)) for name in folder.names("results", ".yaml"))


def _series(entry: dict[str, Any]) -> PublishedSeries:
    return PublishedSeries(
        family=entry["family"],
        province=entry["province"],
        subject_kind=SubjectKind(entry["subject_kind"]),
        subject=entry["subject"],
        component_scale=entry["component_scale"],
        results=tuple(_result(year, given, entry) for year, given in sorted(entry["years"].items())),
        missing=tuple(MissingYears(tuple(gap["years"]), gap["why"]) for gap in entry["missing"]),
    )


def _result(year: int, given: dict[str, Any], series: dict[str, Any]) -> PublishedResult:
    source = series["sources"][given["source"]]
    return PublishedResult(
        year=year,
        edition=given.get("edition"),
        score=given["total"],
        scale=given["scale"] if "scale" in given else series["scale"],
        rank=given["rank"],
        rank_of=given["rank_of"],
        rank_is_derived=given.get("rank_is_derived", False),
        band=given.get("band"),
        components=dict(given["components"]),
        source=source["title"],
        source_standing=source["standing"],
    )
