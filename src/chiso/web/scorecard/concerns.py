"""What is at risk on the scorecard: which component, who answers, which task first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from chiso.plans.status import Judgement, Status
from chiso.web.scorecard.values import Card, Line, Work


@dataclass(frozen=True, slots=True)
class Concern:
    """Something at risk: a component, or the tasks of a plan that belong to none, with the task to look at first."""

    plan_id: int
    index: str
    component_id: int | None
    name: str
    lead: str
    leader: str
    judgement: Judgement
    first: Work | None
    bad_count: int
    risk_count: int


@dataclass(frozen=True, slots=True)
class Home:
    """The whole page: what is at risk, the indices whose plans run, those of earlier plans."""

    concerns: tuple[Concern, ...]
    cards: tuple[Card, ...]
    earlier: tuple[Card, ...]


def concerns_of(card: Card) -> tuple[Concern, ...]:
    """Give what is at risk in an index: components that stand badly or have a bad task, and tasks of no component."""
    made = [_concern(card, line, line.work) for line in card.lines if line.judgement]
    if card.general:
        made.append(_concern(card, None, card.general))
    return tuple(concern for concern in made if concern.judgement.status.severity or concern.bad_count)


def by_urgency(concern: Concern) -> tuple[int, date, int]:
    """By which the worst concern comes first."""
    first = concern.first.urgency if concern.first else (0, date.max)
    return min(-concern.judgement.status.severity, first[0]), first[1], -concern.bad_count


def _concern(card: Card, line: Line | None, works: tuple[Work, ...]) -> Concern:
    counts = Counter(work.judgement.status for work in works)
    behind = sorted((work for work in works if work.judgement.status.severity), key=lambda work: work.urgency)
    first = behind[0] if behind else None
    judgement = line.judgement if line and line.judgement else (first or works[0]).judgement
    return Concern(
        plan_id=card.plan_id,
        index=card.label,
        component_id=line.component_id if line else None,
        name=line.name if line else "",
        lead=(line.lead if line else "") or (first.lead if first else ""),
        leader=(line.leader if line else "") or (first.leader if first else ""),
        judgement=judgement,
        first=first,
        bad_count=counts[Status.NOT_MET],
        risk_count=counts[Status.AT_RISK],
    )
