"""What units answer for, as the apps above the directory tell it.

The directory lies below plans and may not ask them; an app that knows of duties registers a source when it is ready.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chiso.plans.judgement import Judgement
from chiso.web.directory.models import Agency


class DutyKind(StrEnum):
    """What a unit answers for."""

    COMPONENT = "component"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Duty:
    """One component or task, with the units that answer for it, where it is shown, and how it stands."""

    kind: DutyKind
    text: str
    plan: str
    address: str
    lead_id: int | None = None
    coordinating_ids: frozenset[int] = frozenset()
    judgement: Judgement | None = None
    is_open: bool = True


Source = Callable[[Agency, date], Iterable[Duty]]
_sources: list[Source] = []


def register(source: Source) -> Source:
    """Take a source of duties; usable as a decorator."""
    if source not in _sources:
        _sources.append(source)
    return source


def duties_of(agency: Agency, today: date) -> tuple[Duty, ...]:
    """All duties of an agency on a day, from every source."""
    return tuple(duty for source in _sources for duty in source(agency, today))
