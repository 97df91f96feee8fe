"""A table of peers as a value."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from chiso.frameworks import Edition, Node, NodeKind
from chiso.web.catalogue.editions import PACKS, Editions


@dataclass(frozen=True, slots=True)
class Peer:
    """One unit of a table: its scores by the codes of the edition, the whole by the code of its headline."""

    unit: str
    rank: int | None = None
    band: str = ""
    scores: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a table is of, and what it rests on; province "" is the whole country.

    among: the editions among which its own is looked up, where an agency looks at it
    """

    family: str
    edition: str
    year: int
    kind: str
    province: str
    standing: str
    source: str
    note: str = ""
    among: Editions = field(default=PACKS, repr=False, compare=False)

    @property
    def rules(self) -> Edition:
        """The edition by whose codes the table is written."""
        return self.among.load(self.edition, self.year)


@dataclass(frozen=True, slots=True)
class Table:
    """A stored table with its rows in the order in which they were given.

    is_own:  whether the agency entered it itself, else it came with the program
    own:     the unit of the table that is the agency's own subject or its province; "" where it is not among them
    """

    id: int
    heading: Heading
    label: str
    group: str
    is_own: bool
    is_provisional: bool
    own: str
    mark: str
    document: str
    entered_by: str
    entered_at: datetime
    rows: tuple[Peer, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The nodes below the headline of which the table has scores, in the order of the edition."""
        known = {node for row in self.rows for node in row.scores}
        return tuple(node.code for node in below(self.heading.rules) if node.code in known)

    @property
    def headline(self) -> str:
        """The code of the whole."""
        return self.heading.rules.headline.code

    def peer(self, unit: str) -> Peer | None:
        """The row of a unit."""
        return next((row for row in self.rows if row.unit == unit), None)


def below(edition: Edition) -> list[Node]:
    """The nodes of an edition that a table of peers may have a column for: all but the headline."""
    return [node for node in edition.nodes if node.kind is not NodeKind.HEADLINE]


def mark_of(heading: Heading, rows: Sequence[Peer]) -> str:
    """SHA-256 of everything that a table says."""
    told = [
        (row.unit, row.rank, row.band, sorted((code, str(score)) for code, score in row.scores.items())) for row in rows
    ]
    return hashlib.sha256(f"{heading!r}|{told!r}".encode()).hexdigest()
