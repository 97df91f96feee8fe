"""How a number came about: who entered it, by which edition and rule, and what its components add up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.utils.translation import get_language

from chiso.frameworks import Edition, Node
from chiso.legal import Source, Standing
from chiso.problems import Text
from chiso.web.audit.models import Event
from chiso.web.catalogue.editions import Editions
from chiso.web.catalogue.own.sources import own_sources
from chiso.web.results.computations import Computation, computation
from chiso.web.results.differences import Input
from chiso.web.results.models import Result
from chiso.web.results.sheets import WHOLE, edition_for, scale_of

STANDINGS = {
    Standing.STATED: Text("nêu trong nguồn", "stated in the source"),
    Standing.DERIVED: Text("tính lại từ số liệu công bố", "worked out from published figures"),
    Standing.UNVERIFIED: Text("chưa kiểm chứng", "not yet verified"),
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as it is shown: its label, what it is worth, and where it can be read; whether the agency brought it."""

    label: str
    standing: str
    address: str
    note: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the number: when, by whom, its figures before (empty for the first) and after."""

    at: datetime
    by: str
    before: dict[str, str]
    after: dict[str, str]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that stands behind one number.

    share:   what a component contributes to the whole of its year, where that can be computed
    absences: what no source gives about this number, and why
    counterpart: the provisional figure beside an official one, or the other way round
    """

    result: Result
    name: str
    abbreviation: str
    is_provisional: bool
    edition: Edition | None
    edition_name: str
    node: Node | None
    is_by_another_edition: bool
    computation: Computation | None
    whole_id: int | None
    share: Input | None
    absences: tuple[tuple[str, str], ...]
    citations: tuple[Citation, ...]
    changes: tuple[Change, ...]
    counterpart: Result | None = None

    @property
    def from_provisional(self) -> Decimal | None:
        """By how much the official score differs from the provisional one, where there are both."""
        if self.counterpart is None or self.counterpart.score is None or self.result.score is None:
            return None
        difference: Decimal = self.result.score - self.counterpart.score
        return -difference if self.is_provisional else difference

    @property
    def is_whole(self) -> bool:
        """Whether it is the index as a whole."""
        return self.result.node == WHOLE

    @property
    def is_longer_than_shown(self) -> bool:
        """Whether the stored score has more decimals than a page shows."""
        score = self.result.score
        return score is not None and score != round(score, 2)

    @property
    def scale(self) -> Decimal | None:
        """The highest score that can be had, as announced or else by the edition."""
        return self.result.scale if self.result.scale is not None else scale_of(self.edition, self.result.node)

    @property
    def edition_place(self) -> tuple[str, str]:
        """Family and edition as the catalogue's addresses write them."""
        family, _, edition = (self.edition.key if self.edition else "").partition("/")
        return family, edition


def explain(result: Result, siblings: Iterable[Result], events: Iterable[Event], editions: Editions) -> Explanation:
    """Explain a result; `siblings` are the results of the same subject, index and year, itself included.

    editions: those of the agency that asks. One that another agency keeps for itself is not told.
    """
    language = get_language() or "vi"
    edition, stored = edition_for(result, editions), editions.get(result.edition, result.year)
    node = _node(edition, result.node)
    siblings = list(siblings)
    of_year = _of_one_standing(result, siblings)
    whole = of_year.get(WHOLE)
    made = computation(whole, of_year, edition, language) if edition else None
    return Explanation(
        result=result,
        name=node.name.in_language(language) if node else result.name or result.node or result.family,
        abbreviation=edition.framework.abbreviation if edition else result.family,
        is_provisional=result.standing == Result.Standing.PROVISIONAL,
        edition=edition,
        edition_name=edition.name.in_language(language) if edition else "",
        node=node,
        is_by_another_edition=stored is not None and stored != edition,
        computation=made if result.node == WHOLE else _of_part(result, of_year, edition, language),
        whole_id=whole.pk if whole else None,
        share=next((each for each in (made.inputs if made else ()) if each.code == result.node), None),
        absences=tuple(absences_of(edition, node, language)),
        citations=tuple(citations_of(edition, node, result.year, language)),
        changes=tuple(_change(event) for event in events),
        counterpart=next((each for each in siblings if _stands_beside(each, result)), None),
    )


def _stands_beside(other: Result, result: Result) -> bool:
    return other.node == result.node and other.standing != result.standing


def _of_part(result: Result, of_year: dict[str, Result], edition: Edition | None, language: str) -> Computation | None:
    """The computation of a component out of what is known below it; None where nothing is."""
    if edition is None or result.node not in edition:
        return None
    made = computation(result, of_year, edition, language, result.node)
    return None if made.kind == "bare" else made


def citation(source: Source, language: str, *, is_own: bool) -> Citation:
    """Show a source of an edition; is_own: whether an agency brought it for its own edition."""
    return Citation(
        label=source.label(language),
        standing=STANDINGS[source.standing].in_language(language),
        address=source.address,
        note=source.note.in_language(language) if source.note else "",
        is_own=is_own,
    )


def _of_one_standing(result: Result, siblings: Iterable[Result]) -> dict[str, Result]:
    """Give the results by node: those of the standing of the one explained, else the official ones."""
    official = Result.Standing.OFFICIAL
    ordered = sorted(siblings, key=lambda each: (each.standing == result.standing, each.standing == official))
    return {each.node: each for each in ordered}


def _node(edition: Edition | None, code: str) -> Node | None:
    if edition is None:
        return None
    if code == WHOLE:
        return edition.headline
    return edition.node(code) if code in edition else None


def absences_of(edition: Edition | None, node: Node | None, language: str) -> Iterator[tuple[str, str]]:
    """What no source gives about a node, and why."""
    for absence in edition.absent if edition else ():
        if node and absence.node == node.code:
            yield absence.what.in_language(language), absence.why.in_language(language)


def citations_of(edition: Edition | None, node: Node | None, year: int, language: str) -> Iterator[Citation]:
    """Cite where the scale, the rule and the bands of a node come from, each source once."""
    if edition is None or node is None:
        return
    on = date(year, 12, 31)
    timelines = (edition.rules.get(node.code), edition.bands.get(node.code))
    in_force = [dated.source for timeline in timelines if timeline and (dated := timeline.find(on))]
    own = own_sources(edition)
    for key in dict.fromkeys([node.source, *in_force]):
        yield citation(edition.sources[key], language, is_own=key in own)


def _change(event: Event) -> Change:
    told = {moment: event.details.get(moment) or {} for moment in ("before", "after")}
    return Change(at=event.at, by=str(event.actor) if event.actor else "", before=told["before"], after=told["after"])
