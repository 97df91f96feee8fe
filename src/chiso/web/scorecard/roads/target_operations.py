"""Setting the targets of a plan, by hand or out of a road that was kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.plans.models import Plan, PlannedScore
from chiso.web.results.typed.reading import written
from chiso.web.scorecard.roads import _problems as told
from chiso.web.scorecard.roads.aims import TARGET, Aim, Aims, Row, aim_of_row


@transaction.atomic
def set_targets(*, aims: Aims, whole: Aim, scores: Mapping[int, Decimal | None], by: User, now: datetime) -> int:
    """Make these the targets of the plan; give how many changed, none of which leaves no event.

    scores: by component. What a target says besides (a minimum, its scale) stays. Raises ProblemError where a target
    is beyond its scale or the ranked.
    """
    rows = {row.component_id: row for row in aims.components}
    own = [(rows[component_id], score) for component_id, score in scores.items()]
    wanted = [(aims.whole, whole), *((row, replace(row.now, score=score)) for row, score in own)]
    for row, aim in wanted:
        _check(row, aim)
    changed = [(row, aim) for row, aim in wanted if not _is_same(row.now, aim)]
    stored = {each.component_id: each for each in aims.plan.scores.filter(part=TARGET)}
    before = {row.name: told_of(row.now) for row, _aim in changed}
    for row, aim in changed:
        _store(aims.plan, row, stored.get(row.component_id), aim)
    if changed:
        _tell(aims, before, {row.name: told_of(aim) for row, aim in changed}, by=by, now=now)
    return len(changed)


def told_of(aim: Aim) -> str | None:
    """A target in a few words, as the audit trail keeps it."""
    parts = ("" if aim.score is None else f"{aim.score:f}", f"#{aim.rank}" if aim.rank else "", aim.band)
    words = ", ".join(part for part in parts if part)
    return f"{words} ({aim.year})" if words and aim.year else words or None


def _check(row: Row, aim: Aim) -> None:
    if aim.score is not None and (aim.score < 0 or (row.scale is not None and aim.score > row.scale)):
        told.BEYOND_THE_SCALE.stop(where=row.name, given=written(aim.score), wanted=written(row.scale))
    if aim.rank is not None and aim.rank < 1:
        told.NO_RANK.stop(given=aim.rank)


def _is_same(now: Aim, then: Aim) -> bool:
    """Whether nothing changes; a year alone, of a target that names nothing, is no change."""
    is_empty = then.score is None and then.rank is None and not then.band
    return now == then or (is_empty and now.score is None and now.rank is None and not now.band)


def _store(plan: Plan, row: Row, stored: PlannedScore | None, aim: Aim) -> None:
    found = stored or PlannedScore(plan=plan, component_id=row.component_id, part=TARGET, year=plan.year)
    if aim.score is not None and found.scale is None:
        found.scale = row.scale
    if aim.score != aim_of_row(stored).score:
        found.score, found.score_is_maximum_points = aim.score, False
    found.rank, found.band, found.year = aim.rank, aim.band, aim.year or found.year
    found.save()


def _tell(aims: Aims, before: Mapping[str, object], after: Mapping[str, object], *, by: User, now: datetime) -> None:
    name = "plans.targets.adopted" if aims.scenario else "plans.targets.edited"
    own = {"name": aims.scenario.name} if aims.scenario else {}
    details = {**own, "before": dict(before), "after": dict(after)}
    record(name, actor=by, agency=aims.plan.agency.slug, about=aims.plan, now=now, details=details)
