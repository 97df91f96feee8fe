"""What a unit reports of a task, and what the task's state becomes: pure decisions, no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from chiso.problems import Problem
from chiso.web.plans import _problems as problems
from chiso.web.plans.evidence import Evidence

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Progress:
    """One report on a task.

    on:      the day of which it tells
    percent: 0–100, None where not said
    is_done: the task is done; of a standing duty: what was due in the running period
    values:  number of a commitment → its value
    """

    on: date
    percent: int | None = None
    is_done: bool = False
    note: str = ""
    evidence: Evidence | None = None
    values: Mapping[int, Decimal] = field(default_factory=dict)

    @property
    def says_done(self) -> bool:
        """Whether it says that the work is done, in words or by 100 per cent."""
        return self.is_done or self.percent == WHOLE


@dataclass(frozen=True, slots=True)
class Reported:
    """What one update says, as far as the task's state depends on it."""

    on: date
    percent: int | None
    is_done: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a task stands after all its updates."""

    percent: int | None = None
    done_on: date | None = None
    updated_on: date | None = None


def faults_of(progress: Progress, *, today: date, plan_year: int, commitments: Iterable[int]) -> list[Problem]:
    """Find all that is wrong with a report."""
    found: list[Problem] = []
    first = date(plan_year, 1, 1)
    if progress.on > today:
        found.append(problems.PROGRESS_IN_FUTURE(given=_written(progress.on), wanted=_written(today)))
    if progress.on < first:
        found.append(problems.PROGRESS_BEFORE_PLAN(given=_written(progress.on), wanted=_written(first)))
    if progress.percent is not None and not 0 <= progress.percent <= WHOLE:
        found.append(problems.PERCENT_OUT_OF_RANGE(given=progress.percent))
    if set(progress.values) - set(commitments):
        found.append(problems.NOT_A_COMMITMENT_OF_THE_TASK())
    if not _says_anything(progress):
        found.append(problems.PROGRESS_SAYS_NOTHING())
    return found


def standing_after(reports: Iterable[Reported], *, is_standing_duty: bool) -> Standing:
    """Tell where a task stands; reports in any order of entry but those of one day in theirs.

    Done since the first of the last unbroken run of reports that say so; a later one that does not reopens the task.
    A standing duty is never done for good.

    >>> early, late = Reported(date(2022, 3, 1), None, True), Reported(date(2022, 5, 1), 40, False)
    >>> standing_after([late, early], is_standing_duty=False)
    Standing(percent=40, done_on=None, updated_on=datetime.date(2022, 5, 1))
    """
    ordered = sorted(reports, key=lambda each: each.on)
    if not ordered:
        return Standing()
    latest = ordered[-1]
    if is_standing_duty:
        return Standing(percent=latest.percent, updated_on=latest.on)
    if not latest.is_done:
        unfinished = [each.percent for each in ordered if not each.is_done and each.percent is not None]
        return Standing(percent=unfinished[-1] if unfinished else None, updated_on=latest.on)
    done_on = latest.on
    for report in reversed(ordered):
        if not report.is_done:
            break
        done_on = report.on
    return Standing(percent=WHOLE, done_on=done_on, updated_on=latest.on)


def _says_anything(progress: Progress) -> bool:
    return (
        progress.is_done
        or progress.percent is not None
        or bool(progress.note.strip() or progress.evidence or progress.values)
    )


def _written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
