"""Keeping roads as scenarios, and taking one over into the targets of its plan."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.catalogue.editions import editions_of
from chiso.web.directory.models import Agency
from chiso.web.plans.models import Plan, PlannedScore
from chiso.web.results.models import Scenario
from chiso.web.scorecard.roads import _problems as told
from chiso.web.scorecard.roads.outcomes import Outcome

_TARGET = PlannedScore.Part.TARGET
_CENT = Decimal("0.01")


@transaction.atomic
def save_scenario(
    *, agency: Agency, plan: Plan, name: str, query: str, found: Outcome | None, by: User, now: datetime
) -> Scenario:
    """Keep a road under a name, in the place of the one that had it. Raises ProblemError for no name or no outcome."""
    if not name.strip():
        told.NO_NAME.stop(where="name")
    if found is None:
        told.NOTHING_WORKED_OUT.stop()
    scenario, _created = Scenario.objects.update_or_create(
        agency=agency,
        plan_id=plan.pk,
        name=name.strip(),
        defaults={"inputs": {"query": query}, "outcome": found.told, "made_by": by, "made_at": now},
    )
    details = {"name": scenario.name, "plan": str(plan), "total": found.told["total"], "rank": found.told["rank"]}
    record("results.scenario.saved", actor=by, agency=agency.slug, about=scenario, now=now, details=details)
    return scenario


@transaction.atomic
def delete_scenario(*, scenario: Scenario, by: User, now: datetime) -> None:
    """Delete a scenario."""
    details = {"name": scenario.name, "before": scenario.outcome}
    record("results.scenario.deleted", actor=by, agency=scenario.agency.slug, about=scenario, now=now, details=details)
    scenario.delete()


@transaction.atomic
def adopt_scenario(*, scenario: Scenario, plan: Plan, by: User, now: datetime) -> int:
    """Make the scores aimed at the targets of the plan's components; give how many were set.

    Ranks and bands that the plan promises stay. Raises ProblemError where the scenario raises no component of the plan.
    """
    aims: dict[str, float] = scenario.outcome.get("targets", {})
    chosen = [each for each in plan.components.prefetch_related("scores") if each.node in aims]
    if not chosen:
        told.NOTHING_TO_ADOPT.stop(given=scenario.name)
    edition = editions_of(plan.agency).get(plan.edition)
    before, after = {}, {}
    for component in chosen:
        row = next((each for each in component.scores.all() if each.part == _TARGET), None)
        row = row or PlannedScore(plan=plan, component=component, part=_TARGET, year=plan.year)
        if row.scale is None and edition and component.node in edition:
            row.scale = edition.node(component.node).scale.maximum
        before[component.name] = str(row.score) if row.score is not None else None
        row.score = Decimal(str(aims[component.node])).quantize(_CENT)
        row.score_is_maximum_points = False
        row.save()
        after[component.name] = str(row.score)
    details = {"name": scenario.name, "before": before, "after": after}
    record("plans.targets.adopted", actor=by, agency=plan.agency.slug, about=plan, now=now, details=details)
    return len(chosen)
