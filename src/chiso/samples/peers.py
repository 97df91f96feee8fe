"""Published tables of all units that are ranked together: the PCI of 63 provinces, one DDCI group of departments."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from chiso.frameworks import SubjectKind
from chiso.samples import folder

_FOLDER = "peer_tables"
_NOT_SCORES = ("unit", "rank", "band")


@dataclass(frozen=True, slots=True)
class PublishedPeer:
    """A row: scores by the codes of the edition, the whole by its headline; what the source leaves empty is absent."""

    unit: str
    rank: int | None
    band: str
    scores: dict[str, Decimal]


@dataclass(frozen=True, slots=True)
class PublishedPeers:
    """A table of one year.

    edition:  key in the packs
    province: "" of a table of the whole country
    note:     what a reader should know of the source
    """

    family: str
    edition: str
    year: int
    subject_kind: SubjectKind
    province: str
    source: str
    note: str
    rows: tuple[PublishedPeer, ...]


@cache
def published_peers() -> tuple[PublishedPeers, ...]:
    """All tables, in the order of their list."""
    return tuple(
        PublishedPeers(
            family=entry["family"],
            edition=entry["edition"],
            year=entry["year"],
            subject_kind=SubjectKind(entry["subject_kind"]),
            province=entry.get("province", ""),
            source=entry["source"],
            note=entry.get("note", ""),
            rows=_rows(entry["file"]),
        )
        for entry in folder.written(_FOLDER, "tables.yaml")
    )


def _rows(file: str) -> tuple[PublishedPeer, ...]:
    lines = folder.content(_FOLDER, file).decode("utf-8").splitlines()
    return tuple(
        PublishedPeer(
            unit=row["unit"],
            rank=int(row["rank"]) if row["rank"] else None,
            band=row["band"],
            scores={code: Decimal(cell) for code, cell in row.items() if code not in _NOT_SCORES and cell},
        )
        for row in csv.DictReader(line for line in lines if not line.startswith("#"))
    )
