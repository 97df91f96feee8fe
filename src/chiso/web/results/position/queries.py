"""The page Vị trí for one table of peers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from chiso.charts.radar import Radar, radar
from chiso.web.results.peers.values import Table
from chiso.web.results.position.standings import Standing, Step, around, ladder, standing

MOST_CHOSEN = 5
_FEWEST_AXES = 3


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A score, and where it lies between the worst (0) and the best (1) of its component; None where there is none.

    unit: whose score it is; "" of the median
    """

    score: Decimal | None
    heat: float | None
    unit: str = ""

    @property
    def percent(self) -> int:
        """The heat as a whole percentage."""
        return round((self.heat or 0) * 100)


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One component: a cell for each column of the heat table."""

    node: str
    name: str
    is_whole: bool
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Everything on the page.

    seen_from: the unit whose place is shown: one's own, or the one that was chosen where one is not in the table
    node:      the node of the ladder; steps: those near, every: all of them
    columns:   the heads of the heat table: the unit itself, the best, the median, those chosen
    """

    table: Table
    seen_from: str
    chosen: tuple[str, ...]
    units: tuple[str, ...]
    nodes: tuple[tuple[str, str], ...]
    node: str
    standings: tuple[Standing, ...]
    steps: tuple[Step, ...]
    every: tuple[Step, ...]
    columns: tuple[str, ...]
    heat: tuple[HeatRow, ...]
    radar: Radar | None
    radar_values: tuple[tuple[str, tuple[Decimal | None, ...]], ...]

    @property
    def whole(self) -> Standing | None:
        """The standing of the whole."""
        return next((each for each in self.standings if each.is_whole), None)

    @property
    def is_announced(self) -> bool:
        """Whether the publication ranks every unit; else places are counted in the table as it is."""
        return all(row.rank for row in self.table.rows)

    @property
    def weakest(self) -> tuple[Standing, ...]:
        """The three components with the lowest places."""
        parts = [each for each in self.standings if not each.is_whole and each.rank]
        return tuple(sorted(parts, key=lambda each: -(each.rank or 0) / each.rank_of)[:3])

    @property
    def radar_rows(self) -> tuple[tuple[str, str, tuple[tuple[str, Decimal | None], ...]], ...]:
        """The radar's figures: the name of each outline, its unit ("" of none), and its scores by node."""
        return tuple(
            (name, name if name in self.units else "", tuple(zip(self.table.columns, scores, strict=True)))
            for name, scores in self.radar_values
        )

    @property
    def node_name(self) -> str:
        """The name of the ladder's node."""
        return dict(self.nodes)[self.node]


def position(table: Table, *, unit: str = "", chosen: Sequence[str] = (), node: str = "") -> Position:
    """Look at a table from one of its units; unknown units and nodes are passed over."""
    units = [row.unit for row in table.rows]
    seen_from = unit if unit in units else table.own
    compared = tuple(dict.fromkeys(each for each in chosen if each in units and each != seen_from))[:MOST_CHOSEN]
    nodes = _nodes(table)
    shown = node if node in dict(nodes) else table.headline
    every = ladder(table, shown, seen_from, compared)
    standings = tuple(found for code, name in nodes if (found := standing(table, code, name, seen_from)))
    columns = ((seen_from,) if seen_from else ()) + (_("Cao nhất"), _("Trung vị"), *compared)
    series = _series(table, seen_from, compared)
    return Position(
        table=table,
        seen_from=seen_from,
        chosen=compared,
        units=tuple(sorted(units)),
        nodes=nodes,
        node=shown,
        standings=standings,
        steps=around(every),
        every=every,
        columns=columns,
        heat=tuple(_heat_row(table, each, (seen_from, *compared)) for each in standings),
        radar=_radar(table, nodes, series),
        radar_values=series,
    )


def _nodes(table: Table) -> tuple[tuple[str, str], ...]:
    language, edition = get_language() or "vi", table.heading.rules
    parts = [(code, edition.node(code).name.in_language(language)) for code in table.columns]
    return ((table.headline, _("Điểm chung")), *parts)


def _heat_row(table: Table, each: Standing, units: Sequence[str]) -> HeatRow:
    low, high = each.worst.score, each.best.score

    def cell(score: Decimal | None, unit: str = "") -> HeatCell:
        heat = None if score is None else float((score - low) / (high - low)) if high > low else 1.0
        return HeatCell(score, heat, unit)

    of_units = [cell(row.scores.get(each.node), unit) for unit in units if unit and (row := table.peer(unit))]
    own, others = (of_units[:1], of_units[1:]) if units[0] else ([], of_units)
    cells = (*own, cell(high, each.best.unit), cell(each.median), *others)
    return HeatRow(each.node, each.name, each.is_whole, cells)


def _series(table: Table, seen_from: str, chosen: Sequence[str]) -> tuple[tuple[str, tuple[Decimal | None, ...]], ...]:
    """What the radar draws: the unit itself, the median, the best of each component, those chosen."""

    def of(unit: str) -> tuple[str, tuple[Decimal | None, ...]]:
        row = table.peer(unit)
        return unit, tuple(row.scores.get(code) if row else None for code in table.columns)

    known = [[row.scores[code] for row in table.rows if code in row.scores] for code in table.columns]
    middle = tuple(median(scores) if scores else None for scores in known)
    best = tuple(max(scores, default=None) for scores in known)
    own = (of(seen_from),) if seen_from else ()
    return (*own, (_("Trung vị"), middle), (_("Cao nhất"), best), *(of(unit) for unit in chosen))


def _radar(
    table: Table,
    nodes: Sequence[tuple[str, str]],
    series: Sequence[tuple[str, Sequence[Decimal | None]]],
) -> Radar | None:
    """None where components are too few, or not on one scale."""
    scales = {table.heading.rules.node(code).scale for code in table.columns}
    if len(table.columns) < _FEWEST_AXES or len(scales) != 1 or next(iter(scales)).is_open:
        return None
    scale = scales.pop()
    values = [(name, [None if score is None else float(score) for score in scores]) for name, scores in series]
    return radar([name for _code, name in nodes[1:]], values, float(scale.minimum), float(scale.maximum))
