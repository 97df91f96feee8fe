"""How one number of a table came about: who entered it, what it comes to by the rule of its edition, and its sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.frameworks import Edition, Node
from chiso.problems import ProblemError
from chiso.web.results.computations import inputs_known, inputs_of
from chiso.web.results.differences import Difference, Input, difference
from chiso.web.results.explanations import Citation, absences_of, citations_of
from chiso.web.results.peers.computing import Compared, compared, scored
from chiso.web.results.peers.values import Peer, Table

if TYPE_CHECKING:
    from chiso.scoring import Trace


@dataclass(frozen=True, slots=True)
class Explained:
    """Everything behind one number of a table.

    compared: the announced number beside the one that comes out of what is known below it; None where nothing does
    has_formula: whether the edition says how it is made of them
    letters:  why it could not be computed
    missing:  the components of which the unit has no score
    """

    table: Table
    peer: Peer
    node: Node
    name: str
    score: Decimal | None
    place: int | None
    place_of: int
    compared: Compared | None
    inputs: tuple[Input, ...]
    has_formula: bool
    sentences: tuple[str, ...]
    letters: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    absences: tuple[tuple[str, str], ...]
    citations: tuple[Citation, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it is the index as a whole."""
        return self.node.code == self.table.headline

    @property
    def computed(self) -> Decimal | None:
        """What it comes to by its formula."""
        return self.compared.computed if self.compared else None

    @property
    def why(self) -> Difference | None:
        """What could explain a difference that rounding in print does not."""
        if self.compared is None or not self.compared.differs:
            return None
        return difference(self.inputs, self.compared.difference, self.edition.decimals)

    @property
    def edition(self) -> Edition:
        """The edition by which it is told."""
        return self.table.heading.rules

    @property
    def edition_name(self) -> str:
        """The name of that edition."""
        return self.edition.name.in_language(get_language() or "vi")

    @property
    def edition_place(self) -> tuple[str, str]:
        """Family and edition as the catalogue's addresses write them."""
        family, _slash, edition = self.edition.key.partition("/")
        return family, edition

    @property
    def is_longer_than_shown(self) -> bool:
        """Whether the stored score has more decimals than a page shows."""
        return self.score is not None and self.score != round(self.score, 2)


def explain(table: Table, unit: str, code: str) -> Explained | None:
    """Explain the number of a unit and a node, the whole where no node is named; None where there is no such."""
    edition, peer = table.heading.rules, table.peer(unit)
    code = code or table.headline
    if peer is None or code not in edition or (code != table.headline and code not in table.columns):
        return None
    language = get_language() or "vi"
    node = edition.node(code)
    score = peer.scores.get(code)
    known = [row.scores[code] for row in table.rows if code in row.scores]
    trace, letters = _trace(table, edition, unit, code, language)
    below = [edition.node(each) for each in table.columns if edition.node(each).parent == code]
    return Explained(
        table=table,
        peer=peer,
        node=node,
        name=_("Điểm chung") if code == table.headline else node.name.in_language(language),
        score=score,
        place=None if score is None else 1 + sum(each > score for each in known),
        place_of=len(known),
        compared=None if trace is None or trace.score is None else compared(score, trace.score, edition),
        inputs=inputs_of(trace, peer.scores, {}, language) if trace else (),
        sentences=tuple(replace(trace, printed=None).lines(language)[1:]) if trace and trace.is_computed else (),
        has_formula=trace is not None and trace.is_computed,
        letters=letters,
        missing=tuple(each.name.in_language(language) for each in below if each.code not in peer.scores),
        absences=tuple(absences_of(edition, node, language)),
        citations=tuple(citations_of(edition, node, table.heading.year, language)),
    )


def _trace(
    table: Table, edition: Edition, unit: str, code: str, language: str
) -> tuple[Trace | None, tuple[tuple[str, str], ...]]:
    """The trace of a node out of what is known below it; None where nothing is, or with the letters that refuse it."""
    codes = inputs_known(edition, code, table.columns)
    if not any(each in row.scores for row in table.rows if row.unit == unit for each in codes):
        return None, ()
    try:
        return scored(table, edition, code).trace(unit, code), ()
    except ProblemError as error:
        return None, tuple((each.message(language), each.remedy(language)) for each in error.problems)
