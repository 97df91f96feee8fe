"""The results of one subject in one index as a table of nodes and years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from chiso.frameworks import Edition, NodeKind
from chiso.frameworks.edition import folded
from chiso.web.catalogue.editions import PACKS, Editions
from chiso.web.results.computations import computation
from chiso.web.results.models import Result

WHOLE = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One announced or provisional figure, or a whole that nobody announced, as computed; that has no result."""

    result_id: int | None
    year: int
    score: Decimal | None
    scale: Decimal | None
    rank: int | None
    rank_of: int | None
    band: str
    source: str
    is_provisional: bool
    is_computed: bool = False
    beside: Beside | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """The provisional figure beside an official one."""

    result_id: int
    score: Decimal | None
    rank: int | None


@dataclass(frozen=True, slots=True)
class Check:
    """The whole of a year as it comes out of its components, beside the announced one.

    differs: by more than rounding in print
    """

    result_id: int
    computed: Decimal
    difference: Decimal
    differs: bool


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node of the index; a cell for each year of the sheet, None where nothing is known."""

    node: str
    name: str
    group: str
    is_whole: bool
    cells: tuple[Cell | None, ...]

    @property
    def known(self) -> tuple[Cell, ...]:
        """The cells that there are, oldest first."""
        return tuple(cell for cell in self.cells if cell)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All results of a subject in an index.

    years:    those with a result, oldest first; missing: those between them without
    editions: the key of the edition of each year, "" where none is known
    checks:   of each year the announced whole as computed; None where there is none or no formula is known
    """

    subject_id: int
    subject: str
    family: str
    slug: str
    abbreviation: str
    name: str
    years: tuple[int, ...]
    missing: tuple[int, ...]
    editions: tuple[str, ...]
    rows: tuple[NodeRow, ...]
    checks: tuple[Check | None, ...] = ()

    @property
    def has_checks(self) -> bool:
        """Whether an announced whole can be computed."""
        return any(self.checks)

    @property
    def has_provisional(self) -> bool:
        """Whether a provisional figure is shown, or stands beside an official one."""
        return any(
            (cell.is_provisional and not cell.is_computed) or cell.beside for row in self.rows for cell in row.known
        )

    @property
    def whole(self) -> NodeRow | None:
        """The row of the index as a whole."""
        return next((row for row in self.rows if row.is_whole), None)

    @property
    def parts(self) -> tuple[NodeRow, ...]:
        """The rows below the whole."""
        return tuple(row for row in self.rows if not row.is_whole)

    def edition_of(self, year: int) -> str:
        """Give the key of the edition of a year."""
        return self.editions[self.years.index(year)]


def sheets(results: Iterable[Result], language: str, editions: Editions = PACKS) -> tuple[Sheet, ...]:
    """Arrange results into a sheet for each subject and index, in the order in which they come."""
    gathered: dict[tuple[int, str], list[Result]] = {}
    for result in results:
        gathered.setdefault((result.subject_id, folded(result.family)), []).append(result)
    return tuple(_sheet(slug, group, language, editions) for (_, slug), group in gathered.items())


def edition_for(result: Result, editions: Editions) -> Edition | None:
    """Find the edition by which a result was made: the one stored with it where that covers its year, else one that does.

    None where none of them knows the year, or where the key is no longer among them.
    """
    stored = editions.get(result.edition, result.year)
    if stored and stored.covers(result.year):
        return stored
    found = editions.find(result.family, result.subject.province, result.year, result.subject.kind)
    return found if found and found.covers(result.year) else stored


def _sheet(slug: str, results: list[Result], language: str, editions: Editions) -> Sheet:
    first = results[0]
    best = _best(results)
    years = tuple(sorted({result.year for result in results}))
    some = {result.year: result for result in sorted(results, key=lambda each: each.node == WHOLE)}
    by_year = {year: editions.get(some[year].edition, year) or edition_for(some[year], editions) for year in years}
    newest = next((edition for year in reversed(years) if (edition := by_year[year])), None)
    framework = newest.framework if newest else None
    return Sheet(
        subject_id=first.subject_id,
        subject=first.subject.name,
        family=first.family,
        slug=slug,
        abbreviation=framework.abbreviation if framework else first.family,
        name=framework.name.in_language(language) if framework else first.family,
        years=years,
        missing=tuple(year for year in range(years[0], years[-1]) if year not in years),
        editions=tuple(edition.key if (edition := by_year[year]) else "" for year in years),
        rows=_rows(best, years, newest, computed_wholes(best, by_year, language), _beside(results), language),
        checks=tuple(_check(best, year, by_year[year], language) for year in years),
    )


def _best(results: list[Result]) -> dict[tuple[str, int], Result]:
    """Take the official result where there is one, else the provisional."""
    best: dict[tuple[str, int], Result] = {}
    for result in results:
        place = (result.node, result.year)
        if place not in best or result.standing == Result.Standing.OFFICIAL:
            best[place] = result
    return best


def computed_wholes(
    best: dict[tuple[str, int], Result], editions: dict[int, Edition | None], language: str
) -> dict[int, Cell]:
    """The whole of each year of which only components are known, where its edition says how it is made."""
    found = {}
    for year, edition in editions.items():
        of_year = {node: result for (node, of), result in best.items() if of == year}
        if edition is None or WHOLE in of_year or not _has_formula(edition, year):
            continue
        made = computation(None, of_year, edition, language)
        if made.computed is not None:
            scale, name = edition.headline.scale.highest, edition.name.in_language(language)
            found[year] = Cell(
                None, year, made.computed, scale, None, None, "", name, is_provisional=True, is_computed=True
            )
    return found


def _beside(results: list[Result]) -> dict[tuple[str, int], Beside]:
    """The provisional figures of places that have an official one."""
    official = {(row.node, row.year) for row in results if row.standing == Result.Standing.OFFICIAL}
    return {
        (row.node, row.year): Beside(row.pk, row.score, row.rank)
        for row in results
        if row.standing == Result.Standing.PROVISIONAL and (row.node, row.year) in official
    }


def _check(best: dict[tuple[str, int], Result], year: int, edition: Edition | None, language: str) -> Check | None:
    """The announced whole of a year as computed; None where it was not announced or no formula is known."""
    whole = best.get((WHOLE, year))
    if whole is None or edition is None or not _has_formula(edition, year):
        return None
    of_year = {node: row for (node, of), row in best.items() if of == year and row.standing == whole.standing}
    made = computation(whole, of_year, edition, language)
    if made.computed is None or made.difference is None:
        return None
    return Check(whole.pk, made.computed, made.difference, made.kind == "differs")


def _has_formula(edition: Edition, year: int) -> bool:
    """Whether the edition makes the whole of a year out of parts; so scoring is loaded for those only."""
    timeline = edition.rules.get(edition.headline.code)
    found = timeline.find(date(year, 12, 31)) if timeline else None
    return found is not None and found.value.is_computed


def _rows(
    best: dict[tuple[str, int], Result],
    years: tuple[int, ...],
    edition: Edition | None,
    wholes: dict[int, Cell],
    beside: dict[tuple[str, int], Beside],
    language: str,
) -> tuple[NodeRow, ...]:
    newest_name = {result.node: result.name for result in sorted(best.values(), key=lambda each: each.year)}
    nodes = {node.code: node for node in edition.nodes if node.kind is not NodeKind.HEADLINE} if edition else {}
    order = [WHOLE, *nodes]
    known = {*newest_name, *([WHOLE] if wholes else [])}
    found = sorted(known, key=lambda node: order.index(node) if node in order else len(order))
    return tuple(
        NodeRow(
            node=node,
            name=nodes[node].name.in_language(language) if node in nodes else newest_name.get(node) or node,
            group=group.in_language(language) if node in nodes and (group := nodes[node].group) else "",
            is_whole=node == WHOLE,
            cells=tuple(
                _cell(best.get((node, year)), edition, beside.get((node, year)))
                or (wholes.get(year) if node == WHOLE else None)
                for year in years
            ),
        )
        for node in found
    )


def _cell(result: Result | None, edition: Edition | None, beside: Beside | None) -> Cell | None:
    if result is None:
        return None
    return Cell(
        result_id=result.pk,
        year=result.year,
        score=result.score,
        scale=result.scale if result.scale is not None else scale_of(edition, result.node),
        rank=result.rank,
        rank_of=result.rank_of,
        band=result.band,
        source=result.source,
        is_provisional=result.standing == Result.Standing.PROVISIONAL,
        beside=beside,
    )


def scale_of(edition: Edition | None, node: str) -> Decimal | None:
    """Give the highest score that an edition gives a node; None where it does not know the node."""
    if edition is None:
        return None
    if node == WHOLE:
        return edition.headline.scale.highest
    return edition.node(node).scale.highest if node in edition else None
