"""The targets of a plan as they stand, and as a road would set them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from chiso.web.catalogue.editions import editions_of
from chiso.web.plans.models import Component, Plan, PlannedScore
from chiso.web.results.models import Scenario

TARGET = PlannedScore.Part.TARGET


@dataclass(frozen=True, slots=True)
class Aim:
    """A target: points, rank and band, and of which year; None and "" for what it does not name."""

    score: Decimal | None = None
    rank: int | None = None
    band: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The target of a component, or of the whole (component_id None): as it stands, and as a road would set it.

    scale:    the highest score that it can name, None where nobody knows
    proposed: the same as now where the road leaves it
    """

    component_id: int | None
    name: str
    lead: str
    scale: Decimal | None
    now: Aim
    proposed: Aim

    @property
    def is_changed(self) -> bool:
        """Whether the road would set it anew."""
        return self.proposed != self.now


@dataclass(frozen=True, slots=True)
class Aims:
    """All targets of a plan, the whole first; `scenario` is the road that they would be taken from, None without one."""

    plan: Plan
    scenario: Scenario | None
    whole: Row
    components: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The whole and its components."""
        return self.whole, *self.components


def aims_of(plan: Plan, scenario: Scenario | None = None) -> Aims:
    """The targets of a plan, as they stand and as a scenario would set them."""
    outcome: Mapping[str, object] = scenario.outcome if scenario else {}
    edition = editions_of(plan.agency).get(plan.edition)
    stored = {row.component_id: row for row in plan.scores.filter(part=TARGET)}
    raised = outcome.get("targets", {})
    whole = _row(None, plan.family, stored.get(None), edition.headline.scale.maximum if edition else None)
    return Aims(
        plan=plan,
        scenario=scenario,
        whole=replace(whole, proposed=_whole_of(outcome, whole.now, plan.year)) if scenario else whole,
        components=tuple(
            _raised(
                _row(
                    component,
                    component.name,
                    stored.get(component.pk),
                    edition.node(component.node).scale.maximum if edition and component.node in edition else None,
                ),
                raised.get(component.node) if isinstance(raised, dict) else None,
            )
            for component in plan.components.select_related("lead")
        ),
    )


def aim_of_row(row: PlannedScore | None) -> Aim:
    """What a stored target says; one of all points says their number."""
    if row is None:
        return Aim()
    score = row.scale if row.score_is_maximum_points and row.score is None else row.score
    return Aim(None if score is None else _plain(score), row.rank, row.band, row.year)


def _row(component: Component | None, name: str, stored: PlannedScore | None, scale: Decimal | None) -> Row:
    now = aim_of_row(stored)
    known = scale if scale is not None and scale.is_finite() else stored.scale if stored else None
    lead = component.lead.name if component and component.lead else ""
    return Row(component.pk if component else None, name, lead, None if known is None else _plain(known), now, now)


def _raised(row: Row, score: object) -> Row:
    if score is None:
        return row
    return replace(row, proposed=replace(row.now, score=_plain(Decimal(str(score)))))


def _whole_of(outcome: Mapping[str, object], now: Aim, year: int) -> Aim:
    """Where the road leads to, as a target."""
    total, rank = outcome.get("total"), outcome.get("rank")
    score = None if total is None else _plain(Decimal(str(total)).quantize(Decimal("0.01")))
    return Aim(score, int(str(rank)) if rank else now.rank, str(outcome.get("band") or now.band), now.year or year)


def _plain(score: Decimal) -> Decimal:
    """Without the zeros behind, but never in powers of ten."""
    return score.quantize(Decimal(1)) if score == score.to_integral() else score.normalize()
