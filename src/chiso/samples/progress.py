"""What the sample agencies have done so far: progress of tasks and reports sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from chiso.samples import folder


@dataclass(frozen=True, slots=True)
class SampleUpdate:
    """An update of a task of a plan (its key).

    component, task: their order in the plan, both from 1; component 0 holds the general tasks
    by:              username
    percent:         0 to 100, None where the work is a standing duty
    evidence:        the document that shows it, "" where there is none
    """

    plan: str
    component: int
    task: int
    day: date
    by: str
    note: str
    percent: int | None = None
    is_done: bool = False
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class SampleFiling:
    """That the report of a period (in the short form of chiso.periods) was sent, when and by whom (username)."""

    plan: str
    period: str
    day: date
    by: str
    note: str = ""


@cache
def sample_progress() -> tuple[SampleUpdate, ...]:
    """All updates, plan by plan, in the order of their days."""
    found = [
        SampleUpdate(
            plan=name.removesuffix(".yaml"),
            component=int(component),
            task=int(task),
            day=update["day"],
            by=update["by"],
            note=update["note"],
            percent=update.get("percent"),
            is_done=update.get("done", False),
            evidence=update.get("evidence", ""),
        )
        for name in folder.names("progress", ".yaml")
        for entry in folder.written("progress", name)
        for component, _, task in [entry["task"].partition("/")]
        for update in entry["updates"]
    ]
    return tuple(sorted(found, key=lambda update: (update.plan, update.day, update.component, update.task)))


@cache
def sample_filings() -> tuple[SampleFiling, ...]:
    """All reports sent, plan by plan."""
    return tuple(
        SampleFiling(plan=plan, **filing)
        for plan, filings in folder.written("filings.yaml").items()
        for filing in filings
    )
