"""How the places, distances and medians of one node of a table are worked out, with the numbers in it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from chiso.web.results.peers.values import Peer
from chiso.web.results.position.queries import HeatRow, Position
from chiso.web.results.position.standings import Standing, Step


@dataclass(frozen=True, slots=True)
class How:
    """Everything behind the figures of one node.

    better:  how many units have a higher score
    middle:  the one or two units whose scores make the median, in order
    heat:    the comparison of the node, for the share that its colour shows
    unknown: the units of the table without a score of the node
    """

    position: Position
    standing: Standing
    better: int
    middle: tuple[Step, ...]
    heat: HeatRow
    unknown: tuple[str, ...]

    @property
    def compared(self) -> tuple[Step, ...]:
        """The units that were chosen to be compared with."""
        return tuple(step for step in self.position.every if step.is_chosen and step.distance is not None)

    @property
    def peer(self) -> Peer | None:
        """The row of the unit that is looked at."""
        return self.position.table.peer(self.position.seen_from)

    @property
    def has_announced_rank(self) -> bool:
        """Whether the rank is the announced one rather than counted."""
        return self.standing.is_whole and self.position.is_announced

    @property
    def share(self) -> Decimal | None:
        """Where the own score lies between the worst (0) and the best (100)."""
        worst, best, own = self.standing.worst.score, self.standing.best.score, self.standing.own
        return None if own is None or best == worst else (own - worst) / (best - worst) * 100


def how(position: Position) -> How | None:
    """Explain the node of a position's ladder; None where nobody has a score of it."""
    standing = next((each for each in position.standings if each.node == position.node), None)
    heat = next((each for each in position.heat if each.node == position.node), None)
    if standing is None or heat is None:
        return None
    ordered = sorted(position.every, key=lambda step: -step.score)
    half, is_odd = divmod(len(ordered), 2)
    own = standing.own
    known = {step.unit for step in ordered}
    return How(
        position=position,
        standing=standing,
        better=0 if own is None else sum(step.score > own for step in ordered),
        middle=tuple(ordered[half : half + 1] if is_odd else ordered[half - 1 : half + 1]),
        heat=heat,
        unknown=tuple(row.unit for row in position.table.rows if row.unit not in known),
    )
