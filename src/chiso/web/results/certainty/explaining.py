"""How the figures of Độ chắc chắn are worked out for one unit of a table, with the numbers in them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from django.utils.translation import get_language

from chiso.web.results.certainty.asked import Asked
from chiso.web.results.certainty.causes import Causes, Varied, causes, varied
from chiso.web.results.certainty.computing import Drawn, Refused, drawn
from chiso.web.results.certainty.queries import certainty
from chiso.web.results.certainty.spread import Spread, spread
from chiso.web.results.certainty.values import Certainty, Interval, Without
from chiso.web.results.computations import inputs_of
from chiso.web.results.differences import Input
from chiso.web.results.explanations import Citation, absences_of, citations_of
from chiso.web.results.peers.computing import scored
from chiso.web.results.peers.values import Table

if TYPE_CHECKING:
    from chiso.scoring import Trace

_SETTLED: Final = 9  # decimals behind which scores do not differ, as in ranking


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula with the numbers in it, and its inputs with what each contributes."""

    written: str
    result: Decimal
    inputs: tuple[Input, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit by the official method and in the draws.

    better:    how many units have a higher score
    announced: its score and rank as published, None where the table has none
    """

    interval: Interval
    formula: Formula
    better: int
    announced: Decimal | None
    announced_rank: int | None
    spread: Spread


@dataclass(frozen=True, slots=True)
class Removed:
    """What leaving one component out does.

    moved:   by how many places all units together change
    formula: how the unit's score is made without it; None of a component that nobody asked for
    """

    row: Without
    moved: int
    formula: Formula | None


@dataclass(frozen=True, slots=True)
class How:
    """Everything behind the figures of the page.

    standing: None where no unit with a score is looked at
    unknown:  the units without a score
    """

    certainty: Certainty
    standing: Standing | None
    varied: tuple[Varied, ...]
    causes: Causes | None
    removed: tuple[Removed, ...]
    unknown: tuple[str, ...]
    absences: tuple[tuple[str, str], ...]
    citations: tuple[Citation, ...]

    @property
    def shown(self) -> Removed | None:
        """The component whose formula is shown."""
        return next((each for each in self.removed if each.formula), None)


def how(table: Table, asked: Asked, without: str = "") -> How | None:
    """Explain a table's figures as one of its units sees them, the page's own where another is not known.

    without: the code of the component without which the formula is shown
    None where nothing can be drawn.
    """
    made = drawn(table, asked)
    if isinstance(made, Refused):
        return None
    found, edition, language = certainty(table, asked), table.heading.rules, get_language() or "vi"
    known = {each.unit for each in found.every}
    return How(
        certainty=found,
        standing=_standing(found, made),
        varied=varied(made.found, asked),
        causes=causes(made.sensitivity),
        removed=_removed(found, made, without),
        unknown=tuple(row.unit for row in table.rows if row.unit not in known),
        absences=tuple(absences_of(edition, edition.headline, language)),
        citations=tuple(citations_of(edition, edition.headline, table.heading.year, language)),
    )


def _standing(found: Certainty, made: Drawn) -> Standing | None:
    own = found.own
    peer = found.table.peer(own.unit) if own else None
    if own is None or own.score is None or peer is None:
        return None
    scores = [round(each.score, _SETTLED) for each in found.every if each.score is not None]
    return Standing(
        interval=own,
        formula=_formula(scored(found.table, found.table.heading.rules).trace(own.unit), found.table),
        better=sum(score > round(own.score, _SETTLED) for score in scores),
        announced=peer.scores.get(found.table.headline),
        announced_rank=peer.rank,
        spread=spread(made.found, own.unit),
    )


def _removed(found: Certainty, made: Drawn, without: str) -> tuple[Removed, ...]:
    """Each component left out, in the order of the page."""
    return tuple(
        Removed(
            row,
            moved=_moved(made, row.code),
            formula=_formula_without(found, row.code) if row.code == without and found.own else None,
        )
        for row in found.without
    )


def _moved(made: Drawn, code: str) -> int:
    """By how many places all units together change without a component."""
    import numpy as np  # noqa: PLC0415 - needed on a few pages, not in every server process

    gone = made.removal
    if gone is None:
        return 0
    return int(np.nansum(np.abs(gone.ranks[gone.codes.index(code)] - gone.nominal_ranks)))


def _formula_without(found: Certainty, code: str) -> Formula:
    """The unit's score where a component is left out, computed as the official one is."""
    from chiso.scoring import score  # noqa: PLC0415 - loads NumPy and Polars

    card = scored(found.table, found.table.heading.rules)
    without = score(card.edition, card.observations, as_of=card.as_of, recipe=card.recipe.with_(drop=[code]))
    return _formula(without.trace(found.seen_from), found.table)


def _formula(trace: Trace, table: Table) -> Formula:
    from chiso.scoring.wording import formula_words  # noqa: PLC0415 - loads NumPy and Polars

    language, peer = get_language() or "vi", table.peer(trace.unit)
    present = [each for each in trace.counted if each.value is not None]
    return Formula(
        written=formula_words(trace.rule.value, present, trace.edition, language) if trace.rule else "",
        result=Decimal(str(trace.score)),
        inputs=inputs_of(trace, peer.scores if peer else {}, {}, language),
    )
