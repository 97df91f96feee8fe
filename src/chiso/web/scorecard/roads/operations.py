"""Keeping roads as scenarios."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chiso.web.accounts.models import User
from chiso.web.audit.operations import record
from chiso.web.directory.models import Agency
from chiso.web.plans.models import Plan
from chiso.web.results.models import Scenario
from chiso.web.scorecard.roads import _problems as told
from chiso.web.scorecard.roads.outcomes import Outcome

_LONGEST_NAME = 200  # as it is stored


@transaction.atomic
def save_scenario(
    *, agency: Agency, plan: Plan, name: str, query: str, found: Outcome | None, by: User, now: datetime
) -> Scenario:
    """Keep a road under a name, in the place of the one that had it. Raises ProblemError for no name, a long one, or no outcome."""
    name = name.replace("\x00", "").strip()
    if not name:
        told.NO_NAME.stop(where="name")
    if len(name) > _LONGEST_NAME:
        told.LONG_NAME.stop(where="name", given=len(name), wanted=_LONGEST_NAME)
    if found is None:
        told.NOTHING_WORKED_OUT.stop()
    scenario, _created = Scenario.objects.update_or_create(
        agency=agency,
        plan_id=plan.pk,
        name=name,
        defaults={"inputs": {"query": query}, "outcome": found.told, "made_by": by, "made_at": now},
    )
    details = {"name": scenario.name, "plan": str(plan), "total": found.told["total"], "rank": found.told["rank"]}
    record("results.scenario.saved", actor=by, agency=agency.slug, about=scenario, now=now, details=details)
    return scenario


@transaction.atomic
def delete_scenario(*, scenario: Scenario, by: User, now: datetime) -> None:
    """Delete a scenario; nothing where it is gone already."""
    if not Scenario.objects.select_for_update().filter(pk=scenario.pk).exists():
        return
    details = {"name": scenario.name, "before": scenario.outcome}
    record("results.scenario.deleted", actor=by, agency=scenario.agency.slug, about=scenario, now=now, details=details)
    scenario.delete()
